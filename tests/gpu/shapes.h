// SPDX-License-Identifier: MIT
// The published models' sizes, and tiny ones of the same architectures.
#pragma once

#include "models/image/vision_encoder.h"
#include "models/ltx/latent_upsampler.h"
#include "models/ltx/ltx_transformer.h"
#include "models/ltx/ltx_vae.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"

namespace fb::gpu {

inline models::WanTransformerConfig wan14B() { return {.heads = 40, .layers = 40, .ffnDim = 13824}; }
inline models::WanTransformerConfig wan1B() { return {.heads = 12, .layers = 30, .ffnDim = 8960}; }
inline models::LtxTransformerConfig ltx(std::int64_t heads, std::int64_t headDim, std::int64_t layers) {
  models::LtxTransformerConfig config;
  config.heads = heads;
  config.headDim = headDim;
  config.layers = layers;
  return config;
}
inline models::LtxTransformerConfig ltx13B() { return ltx(32, 128, 48); }
inline models::LtxTransformerConfig ltx2B() { return ltx(32, 64, 28); }

constexpr std::int64_t kTinyText = 32;  // width of the text

inline models::WanTransformerConfig tinyWan() {
  return {.heads = 4, .headDim = 16, .layers = 3, .ffnDim = 96, .textDim = kTinyText};
}
inline models::WanTransformerConfig tinyWanSmall() {
  return {.heads = 2, .headDim = 16, .layers = 2, .ffnDim = 48, .textDim = kTinyText};
}
// Image-to-video: 16 channels of latents, 4 of a mask, 16 of the image.
inline models::WanTransformerConfig tinyWanImage() {
  auto config = tinyWan();
  config.inChannels = 36;
  config.imageDim = 40;
  return config;
}
inline models::LtxTransformerConfig tinyLtx(std::int64_t heads, std::int64_t layers) {
  auto config = ltx(heads, 16, layers);
  config.captionDim = kTinyText;
  config.channels = 16;
  return config;
}
inline models::LtxTransformerConfig tinyLtx() { return tinyLtx(4, 3); }
inline models::LtxTransformerConfig tinyLtxSmall() { return tinyLtx(2, 2); }
inline models::T5Config tinyT5(bool tableInEveryLayer) {
  return {.vocab = 320,
          .dim = kTinyText,
          .headDim = 8,
          .heads = 4,
          .ffnDim = 48,
          .layers = 3,
          .tableInEveryLayer = tableInEveryLayer};
}
inline models::VisionEncoderConfig tinyVision() {
  return {.dim = 40, .heads = 4, .layers = 3, .ffnDim = 80, .patch = 14, .imageSize = 56};
}
inline models::WanVaeConfig wanVae(std::int64_t baseDim) {
  models::WanVaeConfig config;
  config.baseDim = baseDim;
  config.latentsMean.assign(16, 0.1);
  config.latentsStd.assign(16, 1.5);
  return config;
}
inline models::LtxVaeConfig tinyLtxVae(models::LtxVaeLayout layout) {
  using models::LtxVaeLayout;
  if (layout == LtxVaeLayout::V090)
    return {layout, 16, {8, 16, 32, 32}, {8, 16, 32, 32}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}};
  if (layout == LtxVaeLayout::V091) return {layout, 16, {8, 16, 32, 32}, {16, 32, 64}, {1, 1, 1, 1, 1}, {1, 1, 1, 1}};
  return {layout, 16, {8, 16, 32, 32, 64}, {8, 16, 32}, {1, 1, 1, 1, 1}, {1, 1, 1, 1}};
}
// As published with 0.9.5 and later.
inline models::LtxVaeConfig ltxVae095() {
  return {
      models::LtxVaeLayout::V095, 128, {128, 256, 512, 1024, 2048}, {256, 512, 1024}, {4, 6, 6, 2, 2}, {5, 5, 5, 5}};
}

}  // namespace fb::gpu
