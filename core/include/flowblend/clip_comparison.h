// SPDX-License-Identifier: MIT
// How far one clip or frame is from another. Values; any thread.
#pragma once

#include "flowblend/events.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

namespace fb {

// Over all frames, pixels and channels; R'G'B' from 0 to 1.
struct ClipComparison {
  // Mean structural similarity (Wang et al., 2004), 1 = identical: per channel and frame, in Gaussian windows of 11x11
  // pixels with sigma 1.5 that lie inside the frame, K1 = .01, K2 = .03, with the population covariance. The same as
  // scikit-image's structural_similarity(gaussian_weights=True, sigma=1.5, use_sample_covariance=False).
  double ssim = 1;
  double rmse = 0;    // root of the mean squared difference
  double psnr = 100;  // -20 log10(rmse) dB; at most 100, which is also that of identical clips
  // Root mean square of the difference between the two clips' temporal gradients, x[t+1] - x[t].
  double motion = 0;
  // Flicker of each: root mean square of the second temporal difference, x[t+1] - 2 x[t] + x[t-1].
  double flicker = 0;
  double referenceFlicker = 0;

  bool operator==(const ClipComparison&) const = default;
};

struct FrameComparison {
  double ssim = 1;  // as of a clip
  double psnr = 100;
};

// Invalid if the frames differ in size or are empty. Where a side has less than 11 pixels, so have the windows: the
// middle of the Gaussian, with a sum of 1.
Result<FrameComparison> compareFrames(const Frame& frame, const Frame& reference);

// Invalid if the clips differ in size or number of frames, or their sides have less than 11 pixels. A stop is noticed
// between two frames.
Outcome<ClipComparison> compareClips(const Clip& clip, const Clip& reference, const RunControl& control);

}  // namespace fb
