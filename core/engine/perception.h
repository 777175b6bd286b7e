// SPDX-License-Identifier: MIT
// Compares clips by learned measures (flowblend/perception.h). All throw Failure.
#pragma once

#include "engine/part_store.h"
#include "flowblend/frame.h"
#include "flowblend/perception.h"

#include <ATen/ATen.h>

#include <stop_token>

namespace fb::engine {

// Reads headers, and of large files samples of the content. Unsupported for a file of other weights; Corrupt, with the
// tensors that are missing, left over or of the wrong shape.
PerceptualModels inspectPerceptual(const PerceptualWeights& weights);

// Computes in float32. Throws Stopped, too.
PerceptualDistances perceptualDistances(const PerceptualWeights& weights, const Clip& clip, const Clip& reference,
                                        at::Device device, PartStore& parts, std::stop_token stop);

}  // namespace fb::engine
