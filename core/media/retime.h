// SPDX-License-Identifier: MIT
// A clip at another frame rate.
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <vector>

namespace fb::media {

// Which frames of the clip make up a new frame, and how much of the second one is in it.
struct FrameMix {
  int first = 0;
  int second = 0;
  double share = 0;  // of the second, 0..1, in steps of 1/65536: equal mixes of a clip that is played again are equal
};

// One entry for each new frame: framesAtRate() of them. New frame i is what there is at the time i / toFps; after the
// last frame of the clip, that one stays.
std::vector<FrameMix> retimed(int frames, double fromFps, double toFps, RateChange change);

// The same for a clip that is played `plays` times in a row, with `boomerang` forwards and backwards each time
// (playedFrames() in flowblend/export.h). Frames are mixed where the clip turns, but not where it begins again.
std::vector<FrameMix> played(int frames, bool boomerang, int plays, double fromFps, double toFps, RateChange change);

// (1 - share) * first + share * second, rounded; both of the same size.
Frame mixed(const Frame& first, const Frame& second, double share);

}  // namespace fb::media
