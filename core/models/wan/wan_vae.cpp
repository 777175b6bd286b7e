// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' AutoencoderKLWan, laid out differently: activations are frames [T, H, W, C], so
// that 1x1 convolutions are matrix products, and a causal convolution over time and space is a 2D convolution over the
// channels of three adjacent frames. On the CPU this is up to ten times as fast as a 3D convolution.
#include "models/wan/wan_vae.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/device_pace.h"
#include "models/layers.h"
#include "models/normed_silu.h"
#include "models/tiles.h"
#include "models/winograd.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

namespace fb::models {
namespace {

constexpr std::int64_t kColors = 3;
constexpr std::int64_t kTaps = 3;                       // of every kernel with an extent, in time and in space
constexpr std::int64_t kPast = kTaps - 1;               // frames that a causal convolution remembers
constexpr std::int64_t kTile = 256, kTileStride = 192;  // pixels

// Published with WAN 2.1; they are in its config.json, but not in its weight files.
const std::vector<double> kLatentsMean = {-0.7571, -0.7089, -0.9113, 0.1075,  -0.1745, 0.9653,  -0.1517, 1.5508,
                                          0.4134,  -0.0715, 0.5517,  -0.3632, -0.1922, -0.9497, 0.2503,  -0.2921};
const std::vector<double> kLatentsStd = {2.8184, 1.4541, 2.3275, 2.6558, 1.2196, 1.7708, 2.6052, 2.0743,
                                         3.2687, 2.1526, 2.8652, 1.5579, 1.6382, 1.1253, 2.8251, 1.9160};

// What the layers with memory keep from earlier chunks, one history per call.
class History {
public:
  History(const std::stop_token& stop, at::Device device) : m_stop(stop), m_pace(device, kAhead) {}
  // The last input frames of a layer; undefined before the first chunk. Every layer asks for it, so that a stop is
  // noticed in the middle of a frame.
  at::Tensor& of(const void* layer) {
    m_pace.wait();
    throwIfStopped(m_stop);
    return m_past[layer];
  }

private:
  static constexpr std::size_t kAhead = 4;  // layers: two residual blocks

  const std::stop_token& m_stop;
  DevicePace m_pace;
  std::unordered_map<const void*, at::Tensor> m_past;
};

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

// x: [T, H, W, C]
at::Tensor conv2d(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, std::int64_t stride,
                  std::int64_t padding) {
  return at::conv2d(x.permute({0, 3, 1, 2}), weight, bias, stride, padding).permute({0, 2, 3, 1}).contiguous();
}

// Every frame with the two before it: [T, H, W, 3 * C], oldest first; past: [2, H, W, C].
at::Tensor stackTaps(const at::Tensor& x, const at::Tensor& past) {
  const auto frames = x.size(0);
  auto stacked = at::empty({frames, x.size(1), x.size(2), kTaps, x.size(3)}, x.options());
  for (std::int64_t tap = 0; tap < kTaps; ++tap) {
    const auto target = stacked.select(3, tap);
    const auto shift = kPast - tap, old = std::min(shift, frames);
    target.narrow(0, 0, old).copy_(past.narrow(0, kPast - shift, old));
    target.narrow(0, old, frames - old).copy_(x.narrow(0, 0, frames - old));
  }
  return stacked.flatten(3);
}

// The last two frames of past and x, as a copy.
at::Tensor remember(const at::Tensor& x, const at::Tensor& past) {
  const auto frames = x.size(0);
  return frames < kPast ? at::cat({past.narrow(0, frames, kPast - frames), x})
                        : x.narrow(0, frames - kPast, kPast).clone();
}

at::Tensor zeroPast(const at::Tensor& x) { return at::zeros({kPast, x.size(1), x.size(2), x.size(3)}, x.options()); }

// Kernel 3x3x3, zeros before the first frame and around every frame.
struct CausalConv {
  weights::LateTensor ordered;  // in kTapsOrder
  weights::LateTensor bias;

  CausalConv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out)
      : ordered(reader.takeLate(name + ".weight", {out, in, kTaps, kTaps, kTaps}, kTapsOrder)),
        bias(reader.takeLate(name + ".bias", {out})) {}

  // x: [T, H, W, in] -> [T, H, W, out]
  at::Tensor operator()(const at::Tensor& x, History& history) const {
    auto& past = history.of(this);
    const bool first = !past.defined();
    if (first) past = zeroPast(x);
    const auto weight = tapsAsChannels(*ordered);  // [out, 3 * in, 3, 3], oldest frame first
    // The first chunk is a single frame, which only the newest tap sees.
    auto out = first ? conv(x, weight.narrow(1, kPast * x.size(3), x.size(3))) : overTaps(x, past, weight);
    past = remember(x, past);
    return out;
  }

  at::Tensor conv(const at::Tensor& x, const at::Tensor& kernel) const {
    return suitsWinograd(x, kernel, x.size(0)) ? winogradConv(x, kernel, *bias) : conv2d(x, kernel, *bias, 1, 1);
  }
  at::Tensor overTaps(const at::Tensor& x, const at::Tensor& past, const at::Tensor& weight) const {
    if (!suitsWinograd(x, weight, x.size(0))) return conv2d(stackTaps(x, past), weight, *bias, 1, 1);
    return winogradConv(past, x, weight, *bias);
  }
};

// x / |x| over the channels, times gamma.
struct ChannelNorm {
  at::Tensor gamma;  // [C], includes sqrt(C)

  // rank: of the stored gamma, [C, 1, ...].
  ChannelNorm(weights::WeightReader& reader, const std::string& name, std::int64_t channels, std::size_t rank = 4) {
    std::vector<std::int64_t> shape(rank, 1);
    shape[0] = channels;
    gamma = reader.take(name + ".gamma", shape).flatten() * std::sqrt(static_cast<double>(channels));
  }

  // x: [T, H, W, C]
  at::Tensor operator()(const at::Tensor& x) const {
    const auto length = at::linalg_vector_norm(x, 2, {-1}, /*keepdim=*/true).clamp_min_(1e-12);
    return at::div(x, length).mul_(gamma);
  }
  at::Tensor withSilu(const at::Tensor& x) const {
    if (suitsNormedSilu(x)) return normedSilu(x, {Length::Euclidean, 1e-12}, gamma, {});
    auto y = (*this)(x);
    return at::silu_(y);
  }
};

struct ResidualBlock {
  ChannelNorm norm1;
  CausalConv conv1;
  ChannelNorm norm2;
  CausalConv conv2;
  std::optional<Linear> conv_shortcut;

  ResidualBlock(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out)
      : norm1(reader, name + ".norm1", in),
        conv1(reader, name + ".conv1", in, out),
        norm2(reader, name + ".norm2", out),
        conv2(reader, name + ".conv2", out, out) {
    if (in != out) conv_shortcut = Linear::overPatches(reader, name + ".conv_shortcut", {out, in, 1, 1, 1});
  }

  // x: [T, H, W, in] -> [T, H, W, out]
  at::Tensor operator()(const at::Tensor& x, History& history) const {
    auto y = conv1(norm1.withSilu(x), history);
    y = conv2(norm2.withSilu(y), history);
    return y.add_(conv_shortcut ? (*conv_shortcut)(x) : x);
  }
};

// Within each frame, one head.
struct AttentionBlock {
  ChannelNorm norm;
  Linear to_qkv, proj;

  AttentionBlock(weights::WeightReader& reader, const std::string& name, std::int64_t dim)
      : norm(reader, name + ".norm", dim, 3),
        to_qkv(Linear::overPatches(reader, name + ".to_qkv", {3 * dim, dim, 1, 1})),
        proj(Linear::overPatches(reader, name + ".proj", {dim, dim, 1, 1})) {}

  // x: [T, H, W, C]
  at::Tensor operator()(const at::Tensor& x) const {
    const auto [q, k, v] = slices<3>(to_qkv(norm(x).flatten(1, 2)).unflatten(-1, {3, -1}).unsqueeze(1), -2);
    return proj(attention(q, k, v)).view_as(x).add_(x);
  }
};

struct MidBlock {
  ResidualBlock first;
  AttentionBlock attention;
  ResidualBlock second;

  MidBlock(weights::WeightReader& reader, const std::string& name, std::int64_t dim)
      : first(reader, name + ".resnets.0", dim, dim),
        attention(reader, name + ".attentions.0", dim),
        second(reader, name + ".resnets.1", dim, dim) {}

  // x: [T, H, W, C]
  at::Tensor operator()(const at::Tensor& x, History& history) const {
    return second(attention(first(x, history)), history);
  }
};

// The resamplers' convolution over each frame, kernel 3x3.
struct SpatialConv {
  weights::LateTensor ordered, bias;  // [out, 3, 3, in]; [out]

  SpatialConv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out)
      : ordered(reader.takeLate(name + ".weight", {out, in, kTaps, kTaps}, {0, 2, 3, 1})),
        bias(reader.takeLate(name + ".bias", {out})) {}

  at::Tensor operator()(const at::Tensor& x, std::int64_t stride, std::int64_t padding) const {
    const auto weight = (*ordered).permute({0, 3, 1, 2});
    const bool fast = stride == 1 && padding == 1 && suitsWinograd(x, weight, x.size(0));
    return fast ? winogradConv(x, weight, *bias) : conv2d(x, weight, *bias, stride, padding);
  }
};

// The product over three frames' channels with which resamplers change the number of frames.
Linear timeConv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out) {
  const auto weight = weights::inOrder(reader.take(name + ".weight", {out, in, kTaps, 1, 1}), kTapsOrder);
  return {weight.flatten(1), reader.take(name + ".bias", {out})};  // [out, 3 * in]
}

// Halves the sides and, if temporal, the frames except for the first.
struct Downsampler {
  SpatialConv resample;
  std::optional<Linear> time_conv;

  Downsampler(weights::WeightReader& reader, const std::string& name, std::int64_t dim, bool temporal)
      : resample(reader, name + ".resample.1", dim, dim) {
    if (temporal) time_conv = timeConv(reader, name + ".time_conv", dim, dim);
  }

  // x: [T, H, W, C] -> [T', H/2, W/2, C]
  at::Tensor operator()(const at::Tensor& x, History& history) const {
    auto y = resample(at::constant_pad_nd(x, {0, 0, 0, 1, 0, 1}), 2, 0);
    if (!time_conv) return y;
    auto& past = history.of(this);
    const auto last = y.narrow(0, y.size(0) - 1, 1).clone();
    if (past.defined()) {
      const auto frames = at::cat({past, y});  // an odd number
      const auto every = [&](std::int64_t from) { return frames.slice(0, from, frames.size(0) - kPast + from, 2); };
      y = (*time_conv)(at::cat({every(0), every(1), every(2)}, -1));
    }
    past = last;
    return y;
  }
};

// If temporal, doubles the frames except for the first; then doubles the sides and halves the channels.
struct Upsampler {
  SpatialConv resample;
  std::optional<Linear> time_conv;

  Upsampler(weights::WeightReader& reader, const std::string& name, std::int64_t dim, bool temporal)
      : resample(reader, name + ".resample.1", dim, dim / 2) {
    if (temporal) time_conv = timeConv(reader, name + ".time_conv", dim, 2 * dim);
  }

  // x: [T, H, W, C] -> [T', 2H, 2W, C/2]
  at::Tensor operator()(at::Tensor x, History& history) const {
    if (time_conv) x = inTime(x, history.of(this));
    const auto t = x.size(0), h = x.size(1), w = x.size(2), c = x.size(3);
    x = x.view({t, h, 1, w, 1, c}).expand({t, h, 2, w, 2, c}).reshape({t, 2 * h, 2 * w, c});
    return resample(x, 1, 1);
  }

  at::Tensor inTime(const at::Tensor& x, at::Tensor& past) const {
    if (!past.defined()) {
      past = zeroPast(x);  // the first frame is not added to the history
      return x;
    }
    const auto pairs = (*time_conv)(stackTaps(x, past)).unflatten(-1, {2, x.size(3)});
    past = remember(x, past);
    return pairs.permute({0, 3, 1, 2, 4}).flatten(0, 1);
  }
};

// --- Encoder and decoder ---------------------------------------------------------------------------------------------

// Residual blocks and, except in the last level, a resampler after them.
struct DownLevel {
  std::vector<ResidualBlock> resnets;
  std::optional<Downsampler> downsampler;

  DownLevel(weights::WeightReader& reader, std::int64_t i, const WanVaeConfig& config) {
    // The checkpoint numbers the blocks and resamplers of all levels in one list.
    const auto name = [first = i * (config.resBlocks + 1)](std::int64_t layer) {
      return fmt::format("encoder.down_blocks.{}", first + layer);
    };
    const auto in = i == 0 ? config.baseDim : config.width(i - 1), out = config.width(i);
    resnets = stackOf(config.resBlocks,
                      [&](std::int64_t j) { return ResidualBlock(reader, name(j), j == 0 ? in : out, out); });
    if (i + 1 < config.levels()) downsampler.emplace(reader, name(config.resBlocks), out, config.temporal(i));
  }

  // x: [T, H, W, in] -> [T', H/2, W/2, out]
  at::Tensor operator()(at::Tensor x, History& history) const {
    for (const auto& block : resnets) x = block(x, history);
    return downsampler ? (*downsampler)(x, history) : x;
  }
};

// The inverse of the encoder's level `mirrored`.
struct UpLevel {
  std::vector<ResidualBlock> resnets;
  std::optional<Upsampler> upsampler;

  UpLevel(weights::WeightReader& reader, const std::string& name, std::int64_t mirrored, const WanVaeConfig& config) {
    const bool first = mirrored + 1 == config.levels();
    const auto out = config.width(mirrored), in = first ? out : config.width(mirrored + 1) / 2;
    resnets = stackOf(config.resBlocks + 1, [&](std::int64_t j) {
      return ResidualBlock(reader, fmt::format("{}.resnets.{}", name, j), j == 0 ? in : out, out);
    });
    if (mirrored > 0) upsampler.emplace(reader, name + ".upsamplers.0", out, config.temporal(mirrored - 1));
  }

  // x: [T, H, W, in] -> [T', 2H, 2W, out / 2]
  at::Tensor operator()(at::Tensor x, History& history) const {
    for (const auto& block : resnets) x = block(x, history);
    return upsampler ? (*upsampler)(x, history) : x;
  }
};

struct Encoder {
  CausalConv conv_in;
  std::vector<DownLevel> levels;
  MidBlock mid_block;
  ChannelNorm norm_out;
  CausalConv conv_out;

  Encoder(weights::WeightReader& reader, const WanVaeConfig& config)
      : conv_in(reader, "encoder.conv_in", kColors, config.baseDim),
        levels(stackOf(config.levels(), [&](std::int64_t i) { return DownLevel(reader, i, config); })),
        mid_block(reader, "encoder.mid_block", config.deepest()),
        norm_out(reader, "encoder.norm_out", config.deepest()),
        conv_out(reader, "encoder.conv_out", config.deepest(), 2 * config.latentChannels) {}

  // One chunk, [1 or 4n, H, W, 3] -> [1 or n, H/8, W/8, 2 * latent channels].
  at::Tensor operator()(at::Tensor x, History& history) const {
    x = conv_in(x, history);
    for (const auto& level : levels) x = level(std::move(x), history);
    x = mid_block(x, history);
    return conv_out(norm_out.withSilu(x), history);
  }
};

struct Decoder {
  CausalConv conv_in;
  MidBlock mid_block;
  std::vector<UpLevel> levels;
  ChannelNorm norm_out;
  CausalConv conv_out;

  Decoder(weights::WeightReader& reader, const WanVaeConfig& config)
      : conv_in(reader, "decoder.conv_in", config.latentChannels, config.deepest()),
        mid_block(reader, "decoder.mid_block", config.deepest()),
        levels(stackOf(config.levels(),
                       [&](std::int64_t i) {
                         return UpLevel(reader, fmt::format("decoder.up_blocks.{}", i), config.levels() - 1 - i,
                                        config);
                       })),
        norm_out(reader, "decoder.norm_out", config.width(0)),
        conv_out(reader, "decoder.conv_out", config.width(0), kColors) {}

  // The first latent frame or n later ones, [n, h, w, latent channels] -> [1 or 4n, 8h, 8w, 3].
  at::Tensor operator()(at::Tensor x, History& history) const {
    x = mid_block(conv_in(x, history), history);
    for (const auto& level : levels) x = level(std::move(x), history);
    return conv_out(norm_out.withSilu(x), history);
  }
};

}  // namespace

// --- Which sizes -----------------------------------------------------------------------------------------------------

WanVaeConfig WanVaeConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, wanVaeNames(checkpoint), "WAN VAE");
  if (probe.hasPrefix("encoder.down_blocks.0.resnets.") || probe.hasPrefix("encoder.downsamples.0.downsamples."))
    fail(ErrorKind::Unsupported, "{} is the VAE of WAN 2.2 5B; this program runs the VAE of WAN 2.1", probe.file());

  WanVaeConfig config;
  config.dimMult.clear();
  config.temporalDownsample.clear();
  config.baseDim = probe.shape("encoder.conv_in.weight", 5)[0];
  config.latentChannels = probe.shape("decoder.conv_in.weight", 5)[1];
  std::int64_t width = 0;
  for (int layer = 0, blocks = 0;; ++layer) {
    const auto name = fmt::format("encoder.down_blocks.{}.", layer);
    if (probe.has(name + "conv1.weight")) {
      width = probe.shape(name + "conv1.weight", 5)[0];
      ++blocks;
      continue;
    }
    // A level ends with its resampler, the last one with the list.
    config.dimMult.push_back(width / config.baseDim);
    config.resBlocks = std::exchange(blocks, 0);
    if (!probe.has(name + "resample.1.weight")) break;
    config.temporalDownsample.push_back(probe.has(name + "time_conv.weight"));
  }

  config.latentsMean = probe.numbers("latents_mean");
  config.latentsStd = probe.numbers("latents_std");
  const WanVaeConfig published;
  if (config.latentsMean.empty() && config.baseDim == published.baseDim && config.dimMult == published.dimMult) {
    config.latentsMean = kLatentsMean;
    config.latentsStd = kLatentsStd;
  }
  const auto channels = static_cast<std::size_t>(config.latentChannels);
  if (config.latentsMean.size() != channels || config.latentsStd.size() != channels)
    fail(ErrorKind::Corrupt,
         "{}: a config.json next to the weights must give \"latents_mean\" and \"latents_std\" with {} numbers each",
         probe.file(), channels);
  return config;
}

std::int64_t wanFramesAtOnce(std::int64_t pixels) {
  constexpr std::int64_t kTogether = 256 * 256;
  return std::max<std::int64_t>(1, kTogether / pixels);
}

// --- The model -------------------------------------------------------------------------------------------------------

struct WanVae::Weights {
  WanVaeConfig config;
  at::Device device;
  at::ScalarType dtype;
  Encoder encoder;
  Linear quant_conv, post_quant_conv;
  Decoder decoder;
  at::Tensor mean, std;  // [1, C, 1, 1, 1]

  Weights(const WanVaeConfig& sizes, weights::WeightReader& reader)
      : config(sizes),
        device(reader.device()),
        dtype(reader.dtype()),
        encoder(reader, config),
        quant_conv(pointwise(reader, "quant_conv", 2 * config.latentChannels)),
        post_quant_conv(pointwise(reader, "post_quant_conv", config.latentChannels)),
        decoder(reader, config),
        mean(perChannel(config.latentsMean)),
        std(perChannel(config.latentsStd)) {}

  static Linear pointwise(weights::WeightReader& reader, const std::string& name, std::int64_t channels) {
    return Linear::overPatches(reader, name, {channels, channels, 1, 1, 1});
  }
  at::Tensor perChannel(const std::vector<double>& values) const {
    return at::tensor(values).to(device, at::kFloat).view({1, -1, 1, 1, 1});
  }

  // [F, h, w, C] -> [4(F-1)+1, 8h, 8w, 3]
  at::Tensor decodeFrames(const at::Tensor& z, const std::stop_token& stop,
                          const std::function<void(std::int64_t)>& framesDone) const {
    History history(stop, device);
    std::vector<at::Tensor> chunks;
    const auto pixels = z.size(1) * z.size(2) * config.pixelsPerLatent() * config.pixelsPerLatent();
    for (std::int64_t from = 0, count = 1; from < z.size(0); from += count) {
      if (from > 0) count = std::min(wanFramesAtOnce(pixels), z.size(0) - from);
      chunks.push_back(decoder(post_quant_conv(z.narrow(0, from, count)), history));
      framesDone(count);
    }
    return at::cat(chunks);
  }

  // [4n+1, H, W, 3] -> [n+1, H/8, W/8, C]
  at::Tensor encodeFrames(const at::Tensor& video, const std::stop_token& stop) const {
    History history(stop, device);
    std::vector<at::Tensor> chunks;
    const auto step = config.framesPerLatent() * wanFramesAtOnce(video.size(1) * video.size(2));
    for (std::int64_t from = 0, length = 1; from < video.size(0); from += length) {
      if (from > 0) length = std::min(step, video.size(0) - from);
      chunks.push_back(encoder(video.narrow(0, from, length), history));
    }
    return quant_conv(at::cat(chunks)).narrow(-1, 0, config.latentChannels);  // the other half is the variance
  }
};

WanVae::WanVae(const WanVaeConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

WanVae::~WanVae() = default;
WanVae::WanVae(WanVae&&) noexcept = default;

at::Tensor WanVae::denormalize(const at::Tensor& latents) const {
  const c10::InferenceMode inference;
  return latents.to(m_weights->device, at::kFloat) * m_weights->std + m_weights->mean;
}

at::Tensor WanVae::normalize(const at::Tensor& z) const {
  const c10::InferenceMode inference;
  return (z.to(m_weights->device, at::kFloat) - m_weights->mean) / m_weights->std;
}

at::Tensor WanVae::decode(const at::Tensor& z, bool tiled, std::stop_token stop, const Progress& progress) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto frames = z.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  const auto side = w.config.pixelsPerLatent();
  const TilePlan plan{kTile / side, kTileStride / side, kTile, kTileStride};
  tiled = tiled && plan.splits(z.size(3), z.size(4));

  const auto tiles = tiled ? plan.tiles(z.size(3), z.size(4)) : 1;
  std::int64_t done = 0;
  const auto work = [&](const at::Tensor& tile) {
    return w.decodeFrames(tile, stop, [&](std::int64_t count) {
      done += count;
      if (progress) progress(static_cast<double>(done) / static_cast<double>(tiles * z.size(2)));
    });
  };
  auto video = tiled ? inTiles(frames, plan, /*rows=*/1, work) : work(frames);
  return video.clamp_(-1, 1).permute({3, 0, 1, 2}).unsqueeze(0);
}

at::Tensor WanVae::encode(const at::Tensor& video, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto side = w.config.pixelsPerLatent(), step = w.config.framesPerLatent();
  if (video.size(2) % step != 1 % step || video.size(3) % side != 0 || video.size(4) % side != 0)
    fail(ErrorKind::Invalid,
         "a clip of {} frames of {}x{} cannot be encoded: it needs {}n+1 frames and sides divisible by {}",
         video.size(2), video.size(4), video.size(3), step, side);
  const auto frames = video.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  const auto work = [&](const at::Tensor& tile) { return w.encodeFrames(tile, stop); };
  const TilePlan plan{kTile, kTileStride, kTile / side, kTileStride / side};
  const bool tiled = plan.splits(video.size(3), video.size(4));
  const auto mean = tiled ? inTiles(frames, plan, /*rows=*/1, work) : work(frames);
  return mean.permute({3, 0, 1, 2}).unsqueeze(0);
}

const WanVaeConfig& WanVae::config() const { return m_weights->config; }

at::ScalarType WanVae::dtype() const { return m_weights->dtype; }

}  // namespace fb::models
