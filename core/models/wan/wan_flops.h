// SPDX-License-Identifier: MIT
// Floating-point operations of WAN's parts, counted as torch's FlopCounterMode counts them.
#pragma once

#include "models/flop_count.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"

namespace fb::models {

// One forward without guidance. withText: also the text embedding and the keys and values of the cross-attention, which
// diffusers computes at every step and this engine once per prompt.
// imageLength: rows of the image that an image-to-video transformer sees in addition to the text; withText includes
// them.
double wanTransformerFlops(const WanTransformerConfig& config, const LatentSize& size, std::int64_t textLength,
                           bool withText, std::int64_t imageLength = 0);
double wanVaeDecodeFlops(const WanVaeConfig& config, const LatentSize& size);
double t5Flops(const T5Config& config, std::int64_t textLength);

}  // namespace fb::models
