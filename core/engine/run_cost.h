// SPDX-License-Identifier: MIT
// FLOPs of one request's parts, and the names under which their speed is recorded.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <cstdint>
#include <string>

namespace fb::engine {

struct RunCost {
  struct Part {
    std::string work;  // key of the SpeedBook
    double flops = 0;
    int pieces = 1;  // steps of which it consists

    double piece() const { return flops / pieces; }
  };
  struct ModelCost {
    Part step;                     // including guidance evaluations
    double forward = 0;            // one evaluation, including the text part
    double evaluation = 0;         // one evaluation of a step
    double text = 0;               // keys and values of the prompts, once per run
    std::int64_t textNumbers = 0;  // of which these consist
  };
  ModelCost large, small;
  Part refining;      // all steps of a second pass, which always uses the large model
  Part textEncoding;  // both prompts
  Part decoding;

  const Part& step(Model model) const { return model == Model::Large ? large.step : small.step; }
};

// The key of a part with this many layers and channels on the request's device.
std::string workName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request);
// The same for a transformer, whose speed also depends on how fp8 weights are multiplied.
std::string transformerName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request);
// The key for decoding with this VAE there.
std::string decodingName(const std::string& vae, const GenerationRequest& request);
// Both read headers only and throw Failure.
RunCost runCost(const GenerationRequest& request, weights::CheckpointCache& checkpoints);
CostEstimate estimateCost(const GenerationRequest& request);

}  // namespace fb::engine
