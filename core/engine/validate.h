// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <string>
#include <vector>

namespace fb::engine {

// What cannot be run of the request, one sentence each; the caller goes on to use the files.
std::vector<std::string> validate(const GenerationRequest& request, weights::CheckpointCache& checkpoints);
// Throws Failure(Invalid) with the first of them.
void requireValid(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
