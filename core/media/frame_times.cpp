// SPDX-License-Identifier: MIT
#include "media/frame_times.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fb::media {
namespace {

// The eye sees no more, and a single short gap would multiply the number of frames.
constexpr double kFastestFps = 120;

// Fraction of the time between two frames: containers round by less than this, even a GIF's hundredths of a second.
constexpr double kTolerance = 0.3;

bool isEven(const std::vector<double>& starts, double fps) {
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (!(std::abs((starts[i] - starts[0]) * fps - static_cast<double>(i)) <= kTolerance)) return false;
  return true;
}

double shortestGap(const std::vector<double>& starts) {
  double shortest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < starts.size(); ++i)
    if (const double gap = starts[i] - starts[i - 1]; gap > 0) shortest = std::min(shortest, gap);
  return shortest;
}

}  // namespace

std::optional<ConstantRate> constantRate(const std::vector<double>& starts, double lastSeconds, double nominalFps) {
  if (starts.size() < 2 || isEven(starts, nominalFps)) return ConstantRate{nominalFps, {}};
  const double span = starts.back() - starts.front();
  if (!(span > 0)) return ConstantRate{nominalFps, {}};
  const auto mean = static_cast<double>(starts.size() - 1) / span;
  if (mean <= kFastestFps && isEven(starts, mean)) return ConstantRate{mean, {}};
  ConstantRate rate{std::min(1 / shortestGap(starts), kFastestFps), {}};
  const auto slotOf = [&](double seconds) { return std::round(seconds * rate.fps); };
  const double slots = slotOf(span) + std::max(1.0, slotOf(lastSeconds));
  if (!(slots <= static_cast<double>(kMaxFrames))) return std::nullopt;
  rate.shown.resize(static_cast<std::size_t>(slots));
  std::size_t source = 0;
  for (std::size_t slot = 0; slot < rate.shown.size(); ++slot) {
    while (source + 1 < starts.size() && slotOf(starts[source + 1] - starts[0]) <= static_cast<double>(slot)) ++source;
    rate.shown[slot] = source;
  }
  return rate;
}

}  // namespace fb::media
