// SPDX-License-Identifier: MIT
// Measuring what MagCache needs (Engine::calibrate). Values; safe on any thread.
#pragma once

#include "flowblend/request.h"

#include <vector>

namespace fb {

// What was measured; empty for a model that takes no step of the request.
struct Calibration {
  MagnitudeCurves large, small;
};

// What Engine::calibrate() samples, without decoding: the request's trajectory, all of it by one model, for each of the
// models that the request uses, the large one first. These requests have no cache, run folder, branch, probe or trace.
std::vector<GenerationRequest> calibrationRuns(const GenerationRequest& request);

}  // namespace fb
