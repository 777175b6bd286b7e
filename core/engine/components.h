// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/model_info.h"
#include "weights/checkpoint.h"

namespace fb::engine {

// Throws Failure where the tensors are of no model that is known.
ComponentInfo inspect(const weights::Checkpoint& checkpoint);

}  // namespace fb::engine
