// SPDX-License-Identifier: MIT
// How much space runs take, without reading all of their folders each time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <vector>

namespace fb::ui {

// What a run writes gets its name at the end, which changes its folder's time: while that is the same, the size that
// was measured is still right. Not thread-safe.
class RunSizes {
public:
  // measure: the bytes of a run's folder.
  explicit RunSizes(std::function<std::uint64_t(const std::filesystem::path& folder)> measure);

  // The bytes of all of them together. Folders that are not named this time are forgotten.
  std::uint64_t sum(const std::vector<std::filesystem::path>& folders);

private:
  struct Known {
    std::filesystem::file_time_type changed;
    std::uint64_t bytes = 0;
  };
  std::function<std::uint64_t(const std::filesystem::path&)> m_measure;
  std::map<std::filesystem::path, Known> m_known;
};

}  // namespace fb::ui
