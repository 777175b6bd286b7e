// SPDX-License-Identifier: MIT
// Floating-point operations of LTX-Video's parts, counted as torch's FlopCounterMode counts them.
#pragma once

#include "models/flop_count.h"
#include "models/ltx/ltx_transformer.h"
#include "models/ltx/ltx_vae.h"

namespace fb::models {

// One forward without guidance, for tokens that share one timestep. withText: also the caption's projection and the
// keys and values of the cross-attention, which diffusers computes at every step and this engine once per prompt.
double ltxTransformerFlops(const LtxTransformerConfig& config, std::int64_t tokens, std::int64_t textLength,
                           bool withText);
// Untiled; tiles overlap and cost more.
double ltxVaeDecodeFlops(const LtxVaeConfig& config, const LatentSize& size);

}  // namespace fb::models
