// SPDX-License-Identifier: MIT
// Clips have a constant rate; what has none is brought to one that keeps it in time.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace fb::media {

struct ConstantRate {
  double fps = 0;
  // For each frame at that rate the one that a player would show at its time; empty if it is each in turn.
  std::vector<std::size_t> shown;
  std::size_t frames(std::size_t source) const { return shown.empty() ? source : shown.size(); }
};

// `starts`: when each frame is shown, in seconds, ascending; `lastSeconds`: how long the last one stays, 0 if that is
// not known; `nominalFps`: what the file says. Frames that lie less than a third of a frame off an even rate keep it.
// Nothing if it would come to more than kMaxFrames frames.
inline constexpr std::size_t kMaxFrames = 100'000;
std::optional<ConstantRate> constantRate(const std::vector<double>& starts, double lastSeconds, double nominalFps);

}  // namespace fb::media
