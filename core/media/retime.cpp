// SPDX-License-Identifier: MIT
#include "media/retime.h"

#include <algorithm>
#include <cmath>

namespace fb::media {
namespace {

// 16 bits of fraction: exact for all usual rates to far below half a level.
constexpr int kOne = 1 << 16;

}  // namespace

std::vector<FrameMix> retimed(int frames, double fromFps, double toFps, RateChange change) {
  // A time that falls on a frame must not be rounded to before it.
  constexpr double kRounding = 1e-6;
  std::vector<FrameMix> mixes(static_cast<std::size_t>(framesAtRate(frames, fromFps, toFps)));
  for (std::size_t i = 0; i < mixes.size(); ++i) {
    const double place = static_cast<double>(i) * fromFps / toFps;
    const double whole = std::floor(place + kRounding);
    const int first = std::min(frames - 1, static_cast<int>(whole));
    mixes[i] = {first, first, 0};
    const double share = place - whole;
    if (change == RateChange::Repeat || share < kRounding || first == frames - 1) continue;
    mixes[i] = {first, first + 1, std::round(share * kOne) / kOne};
  }
  return mixes;
}

std::vector<FrameMix> played(int frames, bool boomerang, int plays, double fromFps, double toFps, RateChange change) {
  const auto once = static_cast<int>(playedFrames(frames, boomerang, 1));
  const auto frameAt = [&](int place) {
    const int index = place % once;
    return index < frames ? index : once - index;
  };
  auto mixes = retimed(static_cast<int>(playedFrames(frames, boomerang, plays)), fromFps, toFps, change);
  for (auto& mix : mixes) {
    const bool beginsAgain = !boomerang && mix.second % once == 0;
    if (beginsAgain) mix = {mix.first, mix.first, 0};
    mix = {frameAt(mix.first), frameAt(mix.second), mix.share};
  }
  return mixes;
}

Frame mixed(const Frame& first, const Frame& second, double share) {
  Frame out{first.width, first.height, std::vector<std::uint8_t>(first.rgb.size())};
  const int of = static_cast<int>(std::lround(share * kOne));
  std::transform(first.rgb.begin(), first.rgb.end(), second.rgb.begin(), out.rgb.begin(), [of](int a, int b) {
    return static_cast<std::uint8_t>(((kOne - of) * a + of * b + kOne / 2) / kOne);
  });
  return out;
}

}  // namespace fb::media
