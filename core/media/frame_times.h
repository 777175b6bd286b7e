// SPDX-License-Identifier: MIT
// Clips have a constant rate; variable rates are converted to a constant one with the same timing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace fb::media {

struct ConstantRate {
  double fps = 0;
  // For each frame at that rate, the index of the frame that a player would show at that time; empty if all frames are
  // used in turn.
  std::vector<std::size_t> shown;
  std::size_t frames(std::size_t source) const { return shown.empty() ? source : shown.size(); }
};

// `starts`: when each frame is shown, in seconds, ascending; `lastSeconds`: how long the last one is shown, 0 if
// unknown; `nominalFps`: the rate according to the file. If all frames are less than a third of a frame off an even
// rate, that rate is kept. Absent if the result would have more than kMaxFrames frames.
inline constexpr std::size_t kMaxFrames = 100'000;
std::optional<ConstantRate> constantRate(const std::vector<double>& starts, double lastSeconds, double nominalFps);

}  // namespace fb::media
