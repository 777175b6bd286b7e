// SPDX-License-Identifier: MIT
// The cache of a request, whether its models have what the rule needs, and what it reuses.
#pragma once

#include "flowblend/request.h"
#include "sampling/step_cache.h"
#include "weights/checkpoint_cache.h"

#include <optional>
#include <string>
#include <vector>

namespace fb::engine {

// In a run's first pass, of one model.
struct ReusedSteps {
  int steps = 0;        // as a whole
  int evaluations = 0;  // all, those of whole steps included
  int partly = 0;       // in the other steps
};
struct ForeseenReuse {
  ReusedSteps large, small;
};

// Reads headers. MagCache's curves are those in the request's pair. Throws Failure.
sampling::CachePlan cachePlan(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// Why the rule cannot be used for the request's models, one sentence each.
std::vector<std::string> cacheProblems(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// Why the cache cannot do anything in so few steps: a sentence, empty if it can.
std::string noStepReused(const SamplingSettings& settings);

// What the request's cache reuses from interval `first` on, if that is known before the run. Throws Failure.
std::optional<ForeseenReuse> foreseenReuse(const GenerationRequest& request, int first,
                                           weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
