// SPDX-License-Identifier: MIT
#include "models/wan/wan_flops.h"

namespace fb::models {
namespace {

using flops::attention, flops::convolution, flops::Count, flops::linear, flops::residualBlocks;

}  // namespace

double wanTransformerFlops(const WanTransformerConfig& config, const LatentSize& size, std::int64_t textLength,
                           bool withText, std::int64_t imageLength) {
  const Count dim = config.dim();
  const Count tokens = size.frames * (size.height / 2) * (size.width / 2);
  const Count in = 4 * config.inChannels, out = 4 * config.channels;  // 1x2x2 latents

  Count block = 4 * linear(tokens, dim, dim) + attention(tokens, tokens, dim);  // self-attention
  block += 2 * linear(tokens, dim, dim) + attention(tokens, textLength, dim);   // cross-attention
  block += attention(tokens, imageLength, dim);
  block += linear(tokens, dim, config.ffnDim) + linear(tokens, config.ffnDim, dim);  // feed-forward
  Count sum = linear(tokens, in, dim) + linear(tokens, dim, out);
  sum += linear(1, config.freqDim, dim) + linear(1, dim, dim) + linear(1, dim, 6 * dim);  // timestep
  sum += config.layers * block;
  if (withText) {
    sum += linear(textLength, config.textDim, dim) + linear(textLength, dim, dim);
    sum += config.layers * 2 * linear(textLength, dim, dim);
    sum += linear(imageLength, config.imageDim, config.imageDim) + linear(imageLength, config.imageDim, dim);
    sum += config.layers * 2 * linear(imageLength, dim, dim);
  }
  return static_cast<double>(sum);
}

double wanVaeDecodeFlops(const WanVaeConfig& config, const LatentSize& size) {
  const Count top = config.deepest();
  const Count latent = config.latentChannels;
  Count frames = size.frames;
  Count area = size.height * size.width;
  Count voxels = frames * area;

  Count sum = convolution(voxels, 1, latent, latent) + convolution(voxels, 27, latent, top);
  sum += residualBlocks(voxels, 1, top, top) * 2;
  sum += convolution(voxels, 1, top, 3 * top) + frames * attention(area, area, top) + convolution(voxels, 1, top, top);

  Count in = top;
  for (Count level = 0; level < config.levels(); ++level) {
    const Count out = config.width(config.levels() - 1 - level);
    sum += residualBlocks(voxels, config.resBlocks + 1, in, out);
    if (level + 1 == config.levels()) break;
    if (config.temporal(config.levels() - 2 - level)) {
      // The first frame is not doubled and skips the time convolution.
      const Count later = frames - 1;
      sum += convolution(later * area, 3, out, 2 * out);
      frames = 1 + 2 * later;
    }
    area *= 4;
    voxels = frames * area;
    in = out / 2;
    sum += convolution(voxels, 9, out, in);
  }
  sum += convolution(voxels, 27, config.width(0), 3);
  return static_cast<double>(sum);
}

double t5Flops(const T5Config& config, std::int64_t textLength) {
  const Count inner = config.heads * config.headDim;
  const Count layer = 4 * linear(textLength, config.dim, inner) + attention(textLength, textLength, inner) +
                      3 * linear(textLength, config.dim, config.ffnDim);
  return static_cast<double>(config.layers * layer);
}

}  // namespace fb::models
