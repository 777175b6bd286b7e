// SPDX-License-Identifier: MIT
// Measuring what MagCache needs (Engine::calibrate): what is sampled for it, and what that costs. Safe on any thread.
#pragma once

#include "flowblend/request.h"
#include "flowblend/status.h"

#include <optional>
#include <vector>

namespace fb {

class Engine;

// What was measured; empty for a model that takes no step of the request.
struct Calibration {
  MagnitudeCurves large, small;
};

// What Engine::calibrate() samples, without decoding: the request's trajectory, all of it by one model, for each of the
// models that the request uses, the large one first. These requests have no cache, run folder, branch, probe or trace.
std::vector<GenerationRequest> calibrationRuns(const GenerationRequest& request);

// The request as Engine::calibrate() takes it to measure only these models of it, such as uncalibratedModels().
GenerationRequest calibrationFor(const GenerationRequest& request, const std::vector<Model>& models);

// What Engine::calibrate() would take.
struct CalibrationCost {
  int models = 0;
  int steps = 0;                  // of each model
  double flops = 0;               // as in CostEstimate
  std::optional<double> seconds;  // based on steps timed earlier on this machine, if there are any
};

// Asks the engine what each of calibrationRuns() costs, and fails as Engine::estimateCost() does. Any thread.
Result<CalibrationCost> calibrationCost(Engine& engine, const GenerationRequest& request);

}  // namespace fb
