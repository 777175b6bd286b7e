// SPDX-License-Identifier: MIT
// Floating-point operations of WAN's parts, counted as torch's FlopCounterMode counts them: 2 per multiply-add of
// matrix products, attention and convolutions, nothing else.
#pragma once

#include "models/text/umt5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"

namespace fb::models {

struct LatentSize {
  std::int64_t frames = 0;
  std::int64_t height = 0;
  std::int64_t width = 0;
};

// One forward without guidance. withText: also the text embedding and the keys and values of the cross-attention, which
// diffusers computes at every step and this engine once per prompt.
double wanTransformerFlops(const WanTransformerConfig& config, const LatentSize& size, std::int64_t textLength,
                           bool withText);
double wanVaeDecodeFlops(const WanVaeConfig& config, const LatentSize& size);
double umt5Flops(const Umt5Config& config, std::int64_t textLength);

}  // namespace fb::models
