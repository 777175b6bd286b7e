// SPDX-License-Identifier: MIT
// The cache of a request, and whether its models have what the rule needs.
#pragma once

#include "flowblend/request.h"
#include "sampling/step_cache.h"
#include "weights/checkpoint_cache.h"

#include <string>
#include <vector>

namespace fb::engine {

// Of a run's first pass.
struct ReusedSteps {
  int large = 0;
  int small = 0;
};

// Reads headers. Throws Failure.
sampling::CachePlan cachePlan(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// Why the rule cannot be used for the request's models, one sentence each.
std::vector<std::string> cacheProblems(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
