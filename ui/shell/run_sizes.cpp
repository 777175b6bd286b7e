// SPDX-License-Identifier: MIT
#include "shell/run_sizes.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// A folder that has just changed may change again without another time: its clock is coarse.
constexpr std::chrono::seconds kRest(2);

}  // namespace

RunSizes::RunSizes(std::function<std::uint64_t(const fs::path& folder)> measure) : m_measure(std::move(measure)) {}

std::uint64_t RunSizes::sum(const std::vector<fs::path>& folders) {
  std::uint64_t bytes = 0;
  std::map<fs::path, Known> known;
  for (const auto& folder : folders) {
    std::error_code unreadable;
    // Before it is measured: what is written meanwhile is noticed the next time.
    const auto changed = fs::last_write_time(folder, unreadable);
    const auto before = m_known.find(folder);
    if (!unreadable && before != m_known.end() && before->second.changed == changed) {
      bytes += before->second.bytes;
      known.insert(*before);
      continue;
    }
    const auto now = fs::file_time_type::clock::now();
    const auto measured = m_measure(folder);
    bytes += measured;
    if (!unreadable && now - changed > kRest) known[folder] = {changed, measured};
  }
  m_known = std::move(known);
  return bytes;
}

}  // namespace fb::ui
