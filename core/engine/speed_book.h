// SPDX-License-Identifier: MIT
// How fast this machine has been, so that the duration of the next run can be estimated before it starts.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace fb::engine {

// Floating-point operations per second by work, device and dtype; stored in a JSON file in the user's state folder. If
// the file cannot be read or written, only the estimate suffers, never the run. Saving replaces what was learned here
// and keeps everything else in the file, whoever wrote it.
class SpeedBook {
public:
  SpeedBook();
  explicit SpeedBook(std::filesystem::path file);

  // Of the measurement nearest in size, which must be within two orders of magnitude: a forward of few tokens takes its
  // time to read weights, so its speed says nothing of a long one. piece: the FLOPs of one step, encoding or decoding;
  // 0: the size does not matter.
  std::optional<double> speed(const std::string& work, double piece = 0) const;
  // New measurements have a weight of one third, so that a single busy minute does not dominate.
  void learn(const std::string& work, double flops, double seconds, double piece = 0);
  void save() const;

private:
  std::filesystem::path m_file;
  std::map<std::string, double> m_speeds;
  std::set<std::string> m_learned;
};

}  // namespace fb::engine
