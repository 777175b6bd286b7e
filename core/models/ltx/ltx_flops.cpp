// SPDX-License-Identifier: MIT
#include "models/ltx/ltx_flops.h"

namespace fb::models {
namespace {

using flops::attention, flops::convolution, flops::Count, flops::linear, flops::residualBlocks;

constexpr Count kFreqDim = 256;
constexpr Count kPatch = 3 * 4 * 4;  // the decoder's output per voxel: 4x4 pixels

Count timeEmbedder(Count width) { return linear(1, kFreqDim, width) + linear(1, width, width); }

}  // namespace

double ltxTransformerFlops(const LtxTransformerConfig& config, std::int64_t tokens, std::int64_t textLength,
                           bool withText) {
  const Count dim = config.dim();
  Count block = 4 * linear(tokens, dim, dim) + attention(tokens, tokens, dim);              // self-attention
  block += 2 * linear(tokens, dim, dim) + attention(tokens, textLength, dim);               // cross-attention
  block += linear(tokens, dim, 4 * dim) + linear(tokens, 4 * dim, dim);                     // feed-forward
  Count sum = linear(tokens, config.channels, dim) + linear(tokens, dim, config.channels);  // in and out
  sum += timeEmbedder(dim) + linear(1, dim, 6 * dim);
  sum += config.layers * block;
  if (withText) {
    sum += linear(textLength, config.captionDim, dim) + linear(textLength, dim, dim);
    sum += config.layers * 2 * linear(textLength, dim, dim);
  }
  return static_cast<double>(sum);
}

double ltxVaeDecodeFlops(const LtxVaeConfig& config, const LatentSize& size) {
  const bool conditioned = config.timestepConditioning();
  // The upsamplers of the later layouts halve the channels.
  const Count factor = config.layout == LtxVaeLayout::V090 ? 1 : 2;
  Count frames = size.frames;
  Count area = size.height * size.width;
  Count channels = config.decoderChannels.back();

  Count sum = convolution(frames * area, 27, config.latentChannels, channels);
  sum += residualBlocks(frames * area, config.decoderLayers.back(), channels, channels);
  if (conditioned) sum += timeEmbedder(4 * channels);

  const auto levels = config.decoderChannels.size();
  for (std::size_t level = levels; level-- > 0;) {
    const Count in = channels / factor;
    channels = config.decoderChannels[level] / factor;
    if (in != channels) sum += residualBlocks(frames * area, 1, in, channels);
    if (conditioned) sum += timeEmbedder(4 * in);
    // The first layout keeps the size at its deepest level.
    if (config.layout != LtxVaeLayout::V090 || level + 1 < levels) {
      sum += convolution(frames * area, 27, factor * channels, 8 * channels);
      frames = 2 * frames - 1;
      area *= 4;
    }
    sum += residualBlocks(frames * area, config.decoderLayers[level], channels, channels);
  }
  if (conditioned) sum += timeEmbedder(2 * channels);
  sum += convolution(frames * area, 27, channels, kPatch);
  return static_cast<double>(sum);
}

}  // namespace fb::models
