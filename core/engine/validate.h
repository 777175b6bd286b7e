// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <string>
#include <vector>

namespace fb::engine {

// As fb::validate(), with the files that its caller goes on to use.
std::vector<std::string> validate(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
