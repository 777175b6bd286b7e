// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <string>
#include <vector>

namespace fb::engine {

// Why the request cannot run, one sentence each; the files themselves are not checked here.
std::vector<std::string> validate(const GenerationRequest& request, weights::CheckpointCache& checkpoints);
// Throws Failure(Invalid) with the first of them.
void requireValid(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
