// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' LTXLatentUpsamplerModel on frames [T, H, W, C]; a convolution over time and
// space is a 2D convolution over the channels of three adjacent frames.
#include "models/ltx/latent_upsampler.h"

#include "base/failure.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"
#include "models/ltx/frame_layers.h"

#include <c10/core/InferenceMode.h>

#include <utility>
#include <vector>

namespace fb::models {
namespace {

constexpr std::int64_t kTaps = 3;  // of every kernel, in time and in space
constexpr std::int64_t kGroups = 32;
constexpr double kNormEps = 1e-5;

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

// Kernel 3x3x3 or 3x3, zeros around.
struct Conv {
  at::Tensor weight;  // [out, taps * in, 3, 3], oldest frame first
  at::Tensor bias;

  Conv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
       bool threeDimensional) {
    std::vector<std::int64_t> shape = {out, in, kTaps, kTaps};
    if (threeDimensional) shape.push_back(kTaps);
    weight = reader.take(name + ".weight", shape);
    if (threeDimensional) weight = weight.transpose(1, 2).flatten(1, 2);
    weight = weight.contiguous(at::MemoryFormat::ChannelsLast);
    bias = reader.take(name + ".bias", {out});
  }

  // x: [T, H, W, in] -> [T, H, W, out]
  at::Tensor operator()(at::Tensor x) const {
    if (weight.size(1) != x.size(3)) {
      const auto frames = x.size(0);
      const auto padded = at::constant_pad_nd(x, {0, 0, 0, 0, 0, 0, 1, 1});
      x = at::cat({padded.narrow(0, 0, frames), x, padded.narrow(0, 2, frames)}, -1);
    }
    return at::conv2d(x.permute({0, 3, 1, 2}), weight, bias, 1, 1).permute({0, 2, 3, 1});
  }
};

// Over a group's channels and the whole clip, or each frame separately.
struct GroupNorm {
  at::Tensor weight, bias;
  bool wholeClip;

  GroupNorm(weights::WeightReader& reader, const std::string& name, const LatentUpsamplerConfig& config)
      : weight(reader.take(name + ".weight", {config.midChannels})),
        bias(reader.take(name + ".bias", {config.midChannels})),
        wholeClip(config.threeDimensional) {}

  // x: [T, H, W, C]
  at::Tensor operator()(const at::Tensor& x) const {
    const auto normalized = [&](const at::Tensor& y) { return at::group_norm(y, kGroups, weight, bias, kNormEps); };
    const auto y = wholeClip ? normalized(x.permute({3, 0, 1, 2}).unsqueeze(0)).squeeze(0).permute({1, 2, 3, 0})
                             : normalized(x.permute({0, 3, 1, 2})).permute({0, 2, 3, 1});
    return y.contiguous();
  }
};

struct ResidualBlock {
  Conv conv1;
  GroupNorm norm1;
  Conv conv2;
  GroupNorm norm2;

  ResidualBlock(weights::WeightReader& reader, const std::string& name, const LatentUpsamplerConfig& config)
      : conv1(reader, name + ".conv1", config.midChannels, config.midChannels, config.threeDimensional),
        norm1(reader, name + ".norm1", config),
        conv2(reader, name + ".conv2", config.midChannels, config.midChannels, config.threeDimensional),
        norm2(reader, name + ".norm2", config) {}

  // x: [T, H, W, C]
  at::Tensor operator()(const at::Tensor& x) const {
    auto y = norm1(conv1(x));
    y = norm2(conv2(at::silu_(y))).add_(x);
    return at::silu_(y);
  }
};

struct ResidualBlocks {
  std::vector<ResidualBlock> blocks;

  ResidualBlocks(weights::WeightReader& reader, const std::string& name, const LatentUpsamplerConfig& config)
      : blocks(stackOf(config.blocks,
                       [&](std::int64_t i) { return ResidualBlock(reader, fmt::format("{}.{}", name, i), config); })) {}

  // x: [T, H, W, C]
  at::Tensor operator()(at::Tensor x, const std::stop_token& stop) const {
    for (const auto& block : blocks) {
      throwIfStopped(stop);
      x = block(x);
    }
    return x;
  }
};

}  // namespace

// --- Which sizes -----------------------------------------------------------------------------------------------------

bool isLatentUpsampler(const weights::Checkpoint& checkpoint) {
  return checkpoint.find("initial_conv.weight") && checkpoint.find("post_upsample_res_blocks.0.conv1.weight");
}

weights::NameMap latentUpsamplerNames(const weights::Checkpoint&) {
  return [](const std::string& name) { return name; };  // diffusers kept the original ones
}

LatentUpsamplerConfig LatentUpsamplerConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, latentUpsamplerNames(checkpoint), "latent upsampler of LTX-Video");
  if (!probe.has("upsampler.0.weight") && probe.hasPrefix("upsampler."))
    fail(ErrorKind::Unsupported,
         "{} is an LTX-2 upsampler; this program runs LTX-Video upsamplers, which double the width and height or the "
         "frames",
         probe.file());
  const auto rankOf = [&](const std::string& name) {
    const auto* tensor = checkpoint.find(name);
    return tensor && tensor->shape.size() == 4 ? 4u : 5u;
  };
  LatentUpsamplerConfig config;
  config.threeDimensional = rankOf("initial_conv.weight") == 5;
  const auto initial = probe.shape("initial_conv.weight", rankOf("initial_conv.weight"));
  config.midChannels = initial[0];
  config.channels = initial[1];
  config.blocks = 0;
  while (probe.has(fmt::format("res_blocks.{}.conv1.weight", config.blocks))) ++config.blocks;

  const auto rank = rankOf("upsampler.0.weight");
  const auto factor = probe.shape("upsampler.0.weight", rank)[0] / config.midChannels;
  config.temporal = rank == 5 && (factor == 2 || factor == 8);
  config.spatial = factor == 4 || factor == 8;
  if ((!config.temporal && !(rank == 4 && config.spatial)) || (config.temporal && !config.threeDimensional))
    fail(ErrorKind::Unsupported,
         "{}: its upsampler multiplies {} channels by {} with a {}D convolution; this program supports 4 in 2D, which "
         "doubles the width and height, and 2 or 8 in 3D, which double the frames or both",
         probe.file(), config.midChannels, factor, rank - 2);
  return config;
}

// --- The model -------------------------------------------------------------------------------------------------------

struct LatentUpsampler::Weights {
  LatentUpsamplerConfig config;
  at::Device device;
  at::ScalarType dtype;
  Factors factors;
  Conv initial_conv;
  GroupNorm initial_norm;
  ResidualBlocks res_blocks;
  Conv upsampler;
  ResidualBlocks post_upsample_res_blocks;
  Conv final_conv;

  Weights(const LatentUpsamplerConfig& sizes, weights::WeightReader& reader)
      : config(sizes),
        device(reader.device()),
        dtype(reader.dtype()),
        factors{config.temporal ? 2 : 1, config.spatial ? 2 : 1, config.spatial ? 2 : 1},
        initial_conv(reader, "initial_conv", config.channels, config.midChannels, config.threeDimensional),
        initial_norm(reader, "initial_norm", config),
        res_blocks(reader, "res_blocks", config),
        upsampler(reader, "upsampler.0", config.midChannels, factors[0] * factors[1] * factors[2] * config.midChannels,
                  config.temporal),
        post_upsample_res_blocks(reader, "post_upsample_res_blocks", config),
        final_conv(reader, "final_conv", config.midChannels, config.channels, config.threeDimensional) {}
};

LatentUpsampler::LatentUpsampler(const LatentUpsamplerConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

LatentUpsampler::~LatentUpsampler() = default;
LatentUpsampler::LatentUpsampler(LatentUpsampler&&) noexcept = default;

at::Tensor LatentUpsampler::forward(const at::Tensor& z, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = z.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();  // [F, h, w, C]
  x = w.initial_norm(w.initial_conv(x));
  x = w.res_blocks(at::silu_(x), stop);
  x = depthToSpace(w.upsampler(x), w.factors);
  if (w.config.temporal) x = x.slice(0, 1);  // the first frame is not doubled
  x = w.post_upsample_res_blocks(std::move(x), stop);
  throwIfStopped(stop);
  return w.final_conv(x).permute({3, 0, 1, 2}).unsqueeze(0).to(at::kFloat);
}

}  // namespace fb::models
