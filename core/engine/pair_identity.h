// SPDX-License-Identifier: MIT
// What a pair is, wherever its files lie.
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <string>

namespace fb::engine {

// See Engine::pairIdentity(). Throws Failure.
std::string pairIdentity(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
