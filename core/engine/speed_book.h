// SPDX-License-Identifier: MIT
// How fast this machine was, so that the next run's time can be told before it starts.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace fb::engine {

// Floating-point operations a second by work, device and dtype; kept in a JSON file of the user's state folder.
// A file that cannot be read or written costs the estimate, never the run.
class SpeedBook {
public:
  SpeedBook();
  explicit SpeedBook(std::filesystem::path file);

  std::optional<double> speed(const std::string& work) const;
  // New measurements weigh a third, so that one busy minute does not decide.
  void learn(const std::string& work, double flops, double seconds);
  void save() const;

private:
  std::filesystem::path m_file;
  std::map<std::string, double> m_speeds;
};

}  // namespace fb::engine
