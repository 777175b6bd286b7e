// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' AutoencoderKLWan, laid out anew: activations are frames [T, H, W, C], so that
// 1x1 convolutions are matrix products, and a causal convolution over time and space is a 2D convolution over the
// channels of three neighbouring frames. On the CPU that is up to ten times as fast as a 3D convolution.
#include "models/wan/wan_vae.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace fb::models {
namespace {

constexpr std::int64_t kColors = 3;
constexpr std::int64_t kTaps = 3;                       // of every kernel with an extent, in time and in space
constexpr std::int64_t kPast = kTaps - 1;               // frames that a causal convolution remembers
constexpr std::int64_t kTile = 256, kTileStride = 192;  // pixels

// Published with WAN 2.1; they are in its config.json and in none of its weight files.
const std::vector<double> kLatentsMean = {-0.7571, -0.7089, -0.9113, 0.1075,  -0.1745, 0.9653,  -0.1517, 1.5508,
                                          0.4134,  -0.0715, 0.5517,  -0.3632, -0.1922, -0.9497, 0.2503,  -0.2921};
const std::vector<double> kLatentsStd = {2.8184, 1.4541, 2.3275, 2.6558, 1.2196, 1.7708, 2.6052, 2.0743,
                                         3.2687, 2.1526, 2.8652, 1.5579, 1.6382, 1.1253, 2.8251, 1.9160};

// Per convolution with memory: its last input frames, undefined before the first chunk.
using History = std::vector<at::Tensor>;

// --- Layers ----------------------------------------------------------------------------------------------------------

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

// The last two frames of past and x, in memory of their own.
at::Tensor remember(const at::Tensor& x, const at::Tensor& past) {
  const auto frames = x.size(0);
  return frames < kPast ? at::cat({past.narrow(0, frames, kPast - frames), x})
                        : x.narrow(0, frames - kPast, kPast).clone();
}

at::Tensor zeroPast(const at::Tensor& x) { return at::zeros({kPast, x.size(1), x.size(2), x.size(3)}, x.options()); }

// Kernel 3x3x3, zeros before the first frame and around every frame.
struct CausalConv {
  at::Tensor weight;  // [out, 3 * in, 3, 3], oldest frame first
  at::Tensor bias;
  std::size_t slot = 0;  // in the history

  at::Tensor operator()(const at::Tensor& x, History& history) const {
    auto& past = history[slot];
    const bool first = !past.defined();
    if (first) past = zeroPast(x);
    // The first chunk is a single frame that only the newest tap sees.
    auto out = first ? conv2d(x, weight.narrow(1, kPast * x.size(3), x.size(3)), bias, 1, 1)
                     : conv2d(stackTaps(x, past), weight, bias, 1, 1);
    past = remember(x, past);
    return out;
  }
};

// x / |x| over the channels, times gamma, which includes sqrt(C).
at::Tensor normalized(const at::Tensor& x, const at::Tensor& gamma) {
  const auto length = at::linalg_vector_norm(x, 2, {-1}, /*keepdim=*/true).clamp_min_(1e-12);
  return at::div(x, length).mul_(gamma);
}

at::Tensor normalizedSilu(const at::Tensor& x, const at::Tensor& gamma) {
  auto y = normalized(x, gamma);
  return at::silu_(y);
}

struct ResidualBlock {
  at::Tensor norm1;
  CausalConv conv1;
  at::Tensor norm2;
  CausalConv conv2;
  std::optional<Linear> conv_shortcut;

  at::Tensor operator()(const at::Tensor& x, History& history) const {
    auto y = conv1(normalizedSilu(x, norm1), history);
    y = conv2(normalizedSilu(y, norm2), history);
    return y.add_(conv_shortcut ? (*conv_shortcut)(x) : x);
  }
};

// Within each frame, one head.
struct AttentionBlock {
  at::Tensor norm;
  Linear to_qkv, proj;

  at::Tensor operator()(const at::Tensor& x) const {
    const auto qkv = to_qkv(normalized(x, norm).flatten(1, 2)).unsqueeze(1).chunk(3, -1);  // [T, 1, H * W, C] each
    return proj(attention(qkv[0], qkv[1], qkv[2])).view_as(x).add_(x);
  }
};

struct MidBlock {
  ResidualBlock first;
  AttentionBlock attention;
  ResidualBlock second;

  at::Tensor operator()(const at::Tensor& x, History& history) const {
    return second(attention(first(x, history)), history);
  }
};

// The product over three frames' channels that changes the number of frames.
struct TimeConv {
  Linear product;  // [out, 3 * in]
  std::size_t slot = 0;
};

struct Resampler {
  at::Tensor weight, bias;  // 2D, 3x3
  std::optional<TimeConv> time_conv;

  // Halves the sides, and the frames except for the first.
  at::Tensor down(const at::Tensor& x, History& history) const {
    auto y = conv2d(at::constant_pad_nd(x, {0, 0, 0, 1, 0, 1}), weight, bias, 2, 0);
    if (!time_conv) return y;
    auto& past = history[time_conv->slot];
    const auto last = y.narrow(0, y.size(0) - 1, 1).clone();
    if (past.defined()) {
      const auto frames = at::cat({past, y});  // an odd number
      const auto every = [&](std::int64_t from) { return frames.slice(0, from, frames.size(0) - kPast + from, 2); };
      y = time_conv->product(at::cat({every(0), every(1), every(2)}, -1));
    }
    past = last;
    return y;
  }

  // Doubles the frames except for the first, and the sides.
  at::Tensor up(at::Tensor x, History& history) const {
    if (time_conv) {
      auto& past = history[time_conv->slot];
      if (!past.defined()) {
        past = zeroPast(x);  // the first frame stays out of the history
      } else {
        const auto pairs = time_conv->product(stackTaps(x, past)).unflatten(-1, {2, x.size(3)});
        past = remember(x, past);
        x = pairs.permute({0, 3, 1, 2, 4}).flatten(0, 1);
      }
    }
    const auto t = x.size(0), h = x.size(1), w = x.size(2), c = x.size(3);
    x = x.view({t, h, 1, w, 1, c}).expand({t, h, 2, w, 2, c}).reshape({t, 2 * h, 2 * w, c});
    return conv2d(x, weight, bias, 1, 1);
  }
};

struct Level {
  std::vector<ResidualBlock> resnets;
  std::optional<Resampler> resampler;
};

// --- Loading ---------------------------------------------------------------------------------------------------------

// Takes tensors, always as float32, and gives every convolution with memory its place in the history.
struct Loader {
  weights::WeightReader& reader;
  std::size_t slots = 0;

  at::Tensor take(const std::string& name, at::IntArrayRef shape) { return reader.take(name, shape, at::kFloat); }

  at::Tensor gamma(const std::string& name, std::int64_t channels, std::size_t rank = 4) {
    std::vector<std::int64_t> shape(rank, 1);
    shape[0] = channels;
    return take(name + ".gamma", shape).flatten() * std::sqrt(static_cast<double>(channels));
  }

  // The taps in time become channels: [out, in, T, H, W] -> [out, T * in, H, W].
  at::Tensor stackedKernel(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t side) {
    return take(name + ".weight", {out, in, kTaps, side, side}).transpose(1, 2).flatten(1, 2);
  }

  CausalConv causal(const std::string& name, std::int64_t in, std::int64_t out) {
    return {stackedKernel(name, in, out, kTaps).contiguous(at::MemoryFormat::ChannelsLast), take(name + ".bias", {out}),
            slots++};
  }

  // A convolution of one tap with `rank` dimensions.
  Linear pointwise(const std::string& name, std::int64_t in, std::int64_t out, std::size_t rank = 5) {
    std::vector<std::int64_t> shape(rank, 1);
    shape[0] = out;
    shape[1] = in;
    return {take(name + ".weight", shape).flatten(1), take(name + ".bias", {out})};
  }

  ResidualBlock residual(const std::string& name, std::int64_t in, std::int64_t out) {
    ResidualBlock block{gamma(name + ".norm1", in),
                        causal(name + ".conv1", in, out),
                        gamma(name + ".norm2", out),
                        causal(name + ".conv2", out, out),
                        {}};
    if (in != out) block.conv_shortcut = pointwise(name + ".conv_shortcut", in, out);
    return block;
  }

  MidBlock mid(const std::string& name, std::int64_t dim) {
    const auto attention = name + ".attentions.0";
    return {residual(name + ".resnets.0", dim, dim),
            {gamma(attention + ".norm", dim, 3), pointwise(attention + ".to_qkv", dim, 3 * dim, 4),
             pointwise(attention + ".proj", dim, dim, 4)},
            residual(name + ".resnets.1", dim, dim)};
  }

  Resampler resampler(const std::string& name, std::int64_t in, std::int64_t out, bool temporal, std::int64_t timeOut) {
    Resampler layer;
    layer.weight =
        take(name + ".resample.1.weight", {out, in, kTaps, kTaps}).contiguous(at::MemoryFormat::ChannelsLast);
    layer.bias = take(name + ".resample.1.bias", {out});
    if (temporal)
      layer.time_conv = {
          {stackedKernel(name + ".time_conv", in, timeOut, 1).flatten(1), take(name + ".time_conv.bias", {timeOut})},
          slots++};
    return layer;
  }
};

// --- Encoder and decoder ---------------------------------------------------------------------------------------------

struct Encoder {
  CausalConv conv_in;
  std::vector<Level> levels;
  MidBlock mid_block;
  at::Tensor norm_out;
  CausalConv conv_out;

  // One chunk, [1 or 4, H, W, 3] -> [1, H/8, W/8, 2 * latent channels].
  at::Tensor operator()(at::Tensor x, History& history) const {
    x = conv_in(x, history);
    for (const auto& level : levels) {
      for (const auto& block : level.resnets) x = block(x, history);
      if (level.resampler) x = level.resampler->down(x, history);
    }
    x = mid_block(x, history);
    return conv_out(normalizedSilu(x, norm_out), history);
  }
};

Encoder takeEncoder(Loader& loader, const WanVaeConfig& config) {
  auto dim = config.baseDim;
  Encoder encoder;
  encoder.conv_in = loader.causal("encoder.conv_in", kColors, dim);
  int layer = 0;  // the checkpoint numbers blocks and resamplers in one list
  for (std::size_t i = 0; i < config.dimMult.size(); ++i) {
    auto& level = encoder.levels.emplace_back();
    const auto out = config.baseDim * config.dimMult[i];
    for (int j = 0; j < config.resBlocks; ++j, dim = out)
      level.resnets.push_back(loader.residual(fmt::format("encoder.down_blocks.{}", layer++), dim, out));
    if (i < config.temporalDownsample.size())
      level.resampler =
          loader.resampler(fmt::format("encoder.down_blocks.{}", layer++), dim, dim, config.temporalDownsample[i], dim);
  }
  encoder.mid_block = loader.mid("encoder.mid_block", dim);
  encoder.norm_out = loader.gamma("encoder.norm_out", dim);
  encoder.conv_out = loader.causal("encoder.conv_out", dim, 2 * config.latentChannels);
  return encoder;
}

struct Decoder {
  CausalConv conv_in;
  MidBlock mid_block;
  std::vector<Level> levels;
  at::Tensor norm_out;
  CausalConv conv_out;

  // One latent frame, [1, h, w, latent channels] -> [1 or 4, 8h, 8w, 3].
  at::Tensor operator()(at::Tensor x, History& history) const {
    x = mid_block(conv_in(x, history), history);
    for (const auto& level : levels) {
      for (const auto& block : level.resnets) x = block(x, history);
      if (level.resampler) x = level.resampler->up(x, history);
    }
    return conv_out(normalizedSilu(x, norm_out), history);
  }
};

Decoder takeDecoder(Loader& loader, const WanVaeConfig& config) {
  auto dim = config.baseDim * config.dimMult.back();
  Decoder decoder;
  decoder.conv_in = loader.causal("decoder.conv_in", config.latentChannels, dim);
  decoder.mid_block = loader.mid("decoder.mid_block", dim);
  const auto levels = config.dimMult.size();
  for (std::size_t i = 0; i < levels; ++i) {
    const auto name = fmt::format("decoder.up_blocks.{}", i);
    auto& level = decoder.levels.emplace_back();
    const auto out = config.baseDim * config.dimMult[levels - 1 - i];
    for (int j = 0; j < config.resBlocks + 1; ++j, dim = out)
      level.resnets.push_back(loader.residual(fmt::format("{}.resnets.{}", name, j), dim, out));
    if (i + 1 < levels) {
      level.resampler =
          loader.resampler(name + ".upsamplers.0", dim, dim / 2, config.temporalDownsample[levels - 2 - i], 2 * dim);
      dim /= 2;
    }
  }
  decoder.norm_out = loader.gamma("decoder.norm_out", dim);
  decoder.conv_out = loader.causal("decoder.conv_out", dim, kColors);
  return decoder;
}

// --- Tiles -----------------------------------------------------------------------------------------------------------

// Fades `tile` in over its first `extent` places of dimension `dim`, out of the end of the neighbour before it.
void blend(const at::Tensor& before, const at::Tensor& tile, std::int64_t dim, std::int64_t extent) {
  extent = std::min({extent, before.size(dim), tile.size(dim)});
  std::vector<std::int64_t> shape(4, 1);
  shape[static_cast<std::size_t>(dim)] = extent;
  const auto ramp = (at::arange(extent, at::kDouble) / extent).view(shape);
  const auto weight = [&](const at::Tensor& w) { return w.to(tile.device(), at::kFloat); };
  const auto edge = tile.narrow(dim, 0, extent);
  edge.mul_(weight(ramp)).addcmul_(before.narrow(dim, before.size(dim) - extent, extent), weight(1 - ramp));
}

// What lies where: all in pixels of the input or of the output.
struct TilePlan {
  std::int64_t inTile, inStride, outTile, outStride;
};

// Runs `work` on overlapping tiles of x [T, H, W, C] and blends their results, first with the tile above.
at::Tensor inTiles(const at::Tensor& x, const TilePlan& plan,
                   const std::function<at::Tensor(const at::Tensor&)>& work) {
  const auto overlap = plan.outTile - plan.outStride;
  const auto height = x.size(1), width = x.size(2);
  std::vector<at::Tensor> rows, above;
  for (std::int64_t top = 0; top < height; top += plan.inStride) {
    std::vector<at::Tensor> tiles, cropped;
    for (std::int64_t left = 0; left < width; left += plan.inStride) {
      const auto tile = work(x.slice(1, top, top + plan.inTile).slice(2, left, left + plan.inTile).contiguous());
      if (!above.empty()) blend(above[tiles.size()], tile, 1, overlap);
      if (!tiles.empty()) blend(tiles.back(), tile, 2, overlap);
      tiles.push_back(tile);
      cropped.push_back(tile.slice(1, 0, plan.outStride).slice(2, 0, plan.outStride));
    }
    rows.push_back(at::cat(cropped, 2));
    above = std::move(tiles);
  }
  return at::cat(rows, 1);
}

std::int64_t tilesAlong(std::int64_t size, std::int64_t stride) { return (size + stride - 1) / stride; }

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
         "{}: a config.json beside the weights must give \"latents_mean\" and \"latents_std\" with {} numbers each",
         probe.file(), channels);
  return config;
}

// --- The model
// --------------------------------------------------------------------------------------------------------

struct WanVae::Weights {
  WanVaeConfig config;
  Encoder encoder;
  Linear quant_conv, post_quant_conv;
  Decoder decoder;
  std::size_t slots;
  at::Tensor mean, std;  // [1, C, 1, 1, 1]
  at::Device device;

  std::int64_t sides() const { return std::int64_t{1} << config.temporalDownsample.size(); }  // pixels per latent pixel
  std::int64_t framesPerLatent() const {
    return std::int64_t{1} << std::count(config.temporalDownsample.begin(), config.temporalDownsample.end(), true);
  }

  // [F, h, w, C] -> [4(F-1)+1, 8h, 8w, 3]
  at::Tensor decodeFrames(const at::Tensor& z, const std::stop_token& stop,
                          const std::function<void()>& frameDone) const {
    History history(slots);
    std::vector<at::Tensor> chunks;
    for (std::int64_t f = 0; f < z.size(0); ++f) {
      throwIfStopped(stop);
      chunks.push_back(decoder(post_quant_conv(z.narrow(0, f, 1)), history));
      frameDone();
    }
    return at::cat(chunks);
  }

  // [4n+1, H, W, 3] -> [n+1, H/8, W/8, C]
  at::Tensor encodeFrames(const at::Tensor& video, const std::stop_token& stop) const {
    History history(slots);
    std::vector<at::Tensor> chunks;
    const auto step = framesPerLatent();
    for (std::int64_t from = 0, length = 1; from < video.size(0); from += length, length = step) {
      throwIfStopped(stop);
      chunks.push_back(encoder(video.narrow(0, from, length), history));
    }
    return quant_conv(at::cat(chunks)).narrow(-1, 0, config.latentChannels);  // the other half is the variance
  }
};

WanVae::WanVae(const WanVaeConfig& config, weights::WeightReader& reader) {
  Loader loader{reader};
  const auto z = config.latentChannels;
  const auto perChannel = [&](const std::vector<double>& values) {
    return at::tensor(values).to(reader.device(), at::kFloat).view({1, z, 1, 1, 1});
  };
  m_weights = std::make_unique<Weights>(Weights{.config = config,
                                                .encoder = takeEncoder(loader, config),
                                                .quant_conv = loader.pointwise("quant_conv", 2 * z, 2 * z),
                                                .post_quant_conv = loader.pointwise("post_quant_conv", z, z),
                                                .decoder = takeDecoder(loader, config),
                                                .slots = loader.slots,
                                                .mean = perChannel(config.latentsMean),
                                                .std = perChannel(config.latentsStd),
                                                .device = reader.device()});
}

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
  const auto frames = z.to(w.device, at::kFloat).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  const auto side = w.sides();
  const TilePlan plan{kTile / side, kTileStride / side, kTile, kTileStride};
  tiled = tiled && (z.size(3) > plan.inTile || z.size(4) > plan.inTile);

  const auto tiles = tiled ? tilesAlong(z.size(3), plan.inStride) * tilesAlong(z.size(4), plan.inStride) : 1;
  std::int64_t done = 0;
  const auto work = [&](const at::Tensor& tile) {
    return w.decodeFrames(tile, stop, [&] {
      if (progress) progress(static_cast<double>(++done) / static_cast<double>(tiles * z.size(2)));
    });
  };
  auto video = tiled ? inTiles(frames, plan, work) : work(frames);
  return video.clamp_(-1, 1).permute({3, 0, 1, 2}).unsqueeze(0);
}

at::Tensor WanVae::encode(const at::Tensor& video, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto side = w.sides(), step = w.framesPerLatent();
  if (video.size(2) % step != 1 % step || video.size(3) % side != 0 || video.size(4) % side != 0)
    fail(ErrorKind::Invalid,
         "a clip of {} frames of {}x{} cannot be encoded: it needs {}n+1 frames and sides divisible by {}",
         video.size(2), video.size(4), video.size(3), step, side);
  const auto frames = video.to(w.device, at::kFloat).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  const auto work = [&](const at::Tensor& tile) { return w.encodeFrames(tile, stop); };
  const bool tiled = video.size(3) > kTile || video.size(4) > kTile;
  const auto mean =
      tiled ? inTiles(frames, {kTile, kTileStride, kTile / side, kTileStride / side}, work) : work(frames);
  return mean.permute({3, 0, 1, 2}).unsqueeze(0);
}

const WanVaeConfig& WanVae::config() const { return m_weights->config; }

}  // namespace fb::models
