// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' LTXLatentUpsamplerModel on frames [T, H, W, C]; a convolution over time and
// space is a 2D convolution over the channels of three neighbouring frames.
#include "models/ltx/latent_upsampler.h"

#include "base/failure.h"
#include "models/checkpoint_probe.h"

#include <c10/core/InferenceMode.h>

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

  // [T, H, W, in] -> [T, H, W, out]
  at::Tensor operator()(at::Tensor x) const {
    if (weight.size(1) != x.size(3)) {
      const auto frames = x.size(0);
      const auto padded = at::constant_pad_nd(x, {0, 0, 0, 0, 0, 0, 1, 1});
      x = at::cat({padded.narrow(0, 0, frames), x, padded.narrow(0, 2, frames)}, -1);
    }
    return at::conv2d(x.permute({0, 3, 1, 2}), weight, bias, 1, 1).permute({0, 2, 3, 1});
  }
};

// Over a group's channels and the whole clip, or each frame alone.
struct GroupNorm {
  at::Tensor weight, bias;
  bool wholeClip;

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

  at::Tensor operator()(const at::Tensor& x) const {
    auto y = norm1(conv1(x));
    y = norm2(conv2(at::silu_(y))).add_(x);
    return at::silu_(y);
  }
};

// Channels (c, t, h, w), w fastest, become the factors' frames, rows and columns.
at::Tensor shuffled(const at::Tensor& x, std::int64_t time, std::int64_t side) {
  const auto split = x.unflatten(3, {-1, time, side, side});
  return split.permute({0, 4, 1, 5, 2, 6, 3}).flatten(4, 5).flatten(2, 3).flatten(0, 1);
}

// --- Loading ---------------------------------------------------------------------------------------------------------

struct Loader {
  weights::WeightReader& reader;
  const LatentUpsamplerConfig& config;

  Conv conv(const std::string& name, std::int64_t in, std::int64_t out, bool threeDimensional) {
    std::vector<std::int64_t> shape = {out, in, kTaps, kTaps};
    if (threeDimensional) shape.push_back(kTaps);
    auto weight = reader.take(name + ".weight", shape);
    if (threeDimensional) weight = weight.transpose(1, 2).flatten(1, 2);
    return {weight.contiguous(at::MemoryFormat::ChannelsLast), reader.take(name + ".bias", {out})};
  }

  GroupNorm norm(const std::string& name) {
    return {reader.take(name + ".weight", {config.midChannels}), reader.take(name + ".bias", {config.midChannels}),
            config.threeDimensional};
  }

  std::vector<ResidualBlock> blocks(const std::string& name) {
    std::vector<ResidualBlock> blocks;
    const auto width = config.midChannels;
    for (std::int64_t i = 0; i < config.blocks; ++i) {
      const auto block = fmt::format("{}.{}.", name, i);
      blocks.push_back({conv(block + "conv1", width, width, config.threeDimensional), norm(block + "norm1"),
                        conv(block + "conv2", width, width, config.threeDimensional), norm(block + "norm2")});
    }
    return blocks;
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
         "{} is an upsampler of LTX-2; this program runs those of LTX-Video, which double the sides or the frames",
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
         "{}: its upsampler widens {} channels {} times by a {}D convolution; this program knows 4 times in 2D, which "
         "doubles the sides, and 2 or 8 times in 3D, which double the frames or both",
         probe.file(), config.midChannels, factor, rank - 2);
  return config;
}

// --- The model -------------------------------------------------------------------------------------------------------

struct LatentUpsampler::Weights {
  LatentUpsamplerConfig config;
  Conv initial_conv;
  GroupNorm initial_norm;
  std::vector<ResidualBlock> res_blocks;
  Conv upsampler;
  std::vector<ResidualBlock> post_upsample_res_blocks;
  Conv final_conv;
  at::Device device;
  at::ScalarType dtype;
};

LatentUpsampler::LatentUpsampler(const LatentUpsamplerConfig& config, weights::WeightReader& reader) {
  Loader loader{reader, config};
  const auto width = config.midChannels;
  const auto factor = (config.spatial ? 4 : 1) * (config.temporal ? 2 : 1);
  m_weights = std::make_unique<Weights>(Weights{
      .config = config,
      .initial_conv = loader.conv("initial_conv", config.channels, width, config.threeDimensional),
      .initial_norm = loader.norm("initial_norm"),
      .res_blocks = loader.blocks("res_blocks"),
      .upsampler = loader.conv("upsampler.0", width, factor * width, config.temporal),
      .post_upsample_res_blocks = loader.blocks("post_upsample_res_blocks"),
      .final_conv = loader.conv("final_conv", width, config.channels, config.threeDimensional),
      .device = reader.device(),
      .dtype = reader.dtype(),
  });
}

LatentUpsampler::~LatentUpsampler() = default;
LatentUpsampler::LatentUpsampler(LatentUpsampler&&) noexcept = default;

at::Tensor LatentUpsampler::forward(const at::Tensor& z, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = z.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  const auto through = [&](const std::vector<ResidualBlock>& blocks) {
    for (const auto& block : blocks) {
      throwIfStopped(stop);
      x = block(x);
    }
  };
  x = w.initial_norm(w.initial_conv(x));
  at::silu_(x);
  through(w.res_blocks);
  x = shuffled(w.upsampler(x), w.config.temporal ? 2 : 1, w.config.spatial ? 2 : 1);
  if (w.config.temporal) x = x.slice(0, 1);  // the first frame stays single
  through(w.post_upsample_res_blocks);
  throwIfStopped(stop);
  return w.final_conv(x).permute({3, 0, 1, 2}).unsqueeze(0).to(at::kFloat);
}

const LatentUpsamplerConfig& LatentUpsampler::config() const { return m_weights->config; }

}  // namespace fb::models
