// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' AutoencoderKLLTXVideo, laid out differently: activations are frames [T, H, W,
// C], so that norms and 1x1 convolutions act on the last dimension, and a convolution over time and space is a 2D
// convolution over the channels of three adjacent frames. Convolutions process a few frames at a time and residual
// blocks add to their input in place: at most two activations and a few frames are in memory.
#include "models/ltx/ltx_vae.h"

#include "base/failure.h"
#include "models/device_pace.h"
#include "models/layers.h"
#include "models/ltx/frame_layers.h"
#include "models/normed_silu.h"
#include "models/tiles.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace fb::models {
namespace {

constexpr std::int64_t kColors = 3;
constexpr std::int64_t kPatch = 4;  // pixels per side in the input of the first convolution
constexpr std::int64_t kSide = 32;  // pixels per latent pixel
constexpr std::int64_t kFramesPerLatent = 8;
constexpr TilePlan kTiles{16, 14, 16 * kSide, 14 * kSide};
constexpr std::int64_t kTimeFrequencies = 128;
constexpr double kNormEps = 1e-8, kShortcutNormEps = 1e-6;

constexpr Factors kDoubling{2, 2, 2};  // the factors of the upsamplers
// How the encoder of 0.9.5 folds frames, rows and columns into channels, level by level.
constexpr std::array<Factors, 4> kFolds = {{{1, 2, 2}, {2, 1, 1}, {2, 2, 2}, {2, 2, 2}}};

// The other part of a single file, with the names that Checkpoint::open leaves.
constexpr std::string_view kTransformerPrefixes[] = {weights::kSingleFilePrefix, "adaln_single.", "caption_projection.",
                                                     "patchify_proj.",           "proj_out.",     "scale_shift_table",
                                                     "transformer_blocks."};

// What one call passes through all blocks.
struct Call {
  const std::stop_token& stop;
  at::Tensor time;  // sinusoids of the decode timestep [1, 256], if there is one
  DevicePace& pace;
  std::optional<at::Generator> noise = {};  // from which blocks draw

  // Between two blocks. Throws Stopped.
  void mayStop() const {
    pace.wait();
    throwIfStopped(stop);
  }
};
constexpr std::size_t kAhead = 2;  // blocks

// --- Layers ----------------------------------------------------------------------------------------------------------

struct Modulation {
  at::Tensor scale, shift;  // [C], the scale with its 1; undefined without a timestep
};

// silu(rms(x) * scale + shift)
at::Tensor activated(const at::Tensor& x, const Modulation& modulation) {
  if (suitsNormedSilu(x)) return normedSilu(x, {Length::RootMeanSquare, kNormEps}, modulation.scale, modulation.shift);
  const auto scale = modulation.scale.defined() ? std::optional(modulation.scale) : std::nullopt;
  auto y = at::rms_norm(x, {x.size(-1)}, scale, kNormEps);
  if (modulation.shift.defined()) y.add_(modulation.shift);
  return at::silu_(y);
}

// t: [1], times the multiplier. Gives [1, 256].
at::Tensor sinusoids(const at::Tensor& t) {
  const auto exponents = at::arange(kTimeFrequencies, t.options().dtype(at::kFloat)) * -std::log(10000.0);
  const auto angles = t.to(at::kFloat) * at::exp(exponents / kTimeFrequencies);
  return at::cat({angles.cos(), angles.sin()}).unsqueeze(0).to(t.scalar_type());
}

// Its matrices are a twentieth of all weights, so they are read late, too.
struct TimeEmbedder {
  weights::LateTensor weight1, bias1, weight2, bias2;

  TimeEmbedder(weights::WeightReader& reader, const std::string& name, std::int64_t width)
      : weight1(reader.takeLate(name + ".timestep_embedder.linear_1.weight", {width, 2 * kTimeFrequencies})),
        bias1(reader.takeLate(name + ".timestep_embedder.linear_1.bias", {width})),
        weight2(reader.takeLate(name + ".timestep_embedder.linear_2.weight", {width, width})),
        bias2(reader.takeLate(name + ".timestep_embedder.linear_2.bias", {width})) {}

  // [1, 256] -> [1, parts * C]
  at::Tensor operator()(const at::Tensor& time) const {
    return Mlp({*weight1, *bias1}, {*weight2, *bias2}, Activation::Silu)(time);
  }
};

// How the residual blocks of the encoder, the decoder and the versions differ.
struct BlockKind {
  bool causal = false;
  bool timestep = false;
  bool noise = false;
};
constexpr BlockKind kEncoderBlocks{.causal = true};
BlockKind decoderBlocks(const LtxVaeConfig& config) { return {.timestep = config.timestepConditioning()}; }

// For a residual block that changes the width.
struct Shortcut {
  LayerNorm norm3;
  Linear conv_shortcut;

  Shortcut(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out)
      : norm3(reader, name + ".norm3", in, kShortcutNormEps),
        conv_shortcut(Linear::overPatches(reader, name + ".conv_shortcut.conv", {out, in, 1, 1, 1})) {}

  at::Tensor operator()(const at::Tensor& x) const { return conv_shortcut(norm3(x)); }
};

struct ResidualBlock {
  FrameConv conv1, conv2;
  std::optional<Shortcut> shortcut;
  at::Tensor scale_shift_table;                       // [4, C]; undefined without a timestep
  at::Tensor per_channel_scale1, per_channel_scale2;  // [C]; undefined without noise

  ResidualBlock(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
                const BlockKind& kind)
      : conv1(reader, name + ".conv1", in, out, kind.causal), conv2(reader, name + ".conv2", out, out, kind.causal) {
    if (in != out) shortcut.emplace(reader, name, in, out);
    if (kind.timestep) scale_shift_table = reader.take(name + ".scale_shift_table", {4, in});
    if (kind.noise) {
      per_channel_scale1 = reader.take(name + ".per_channel_scale1", {in, 1, 1}).flatten();
      per_channel_scale2 = reader.take(name + ".per_channel_scale2", {in, 1, 1}).flatten();
    }
  }

  // x: [T, H, W, in], overwritten; temb: [4, C] of the timestep. Returns [T, H, W, out].
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& temb, const Call& call) const {
    call.mayStop();
    Modulation first, second;
    if (scale_shift_table.defined()) {
      const auto [shift1, scale1, shift2, scale2] = slices<4>(temb + scale_shift_table, 0);
      first = {1 + scale1, shift1};
      second = {1 + scale2, shift2};
    }
    const auto noise1 = noise(per_channel_scale1, x, call);
    const auto noise2 = noise(per_channel_scale2, x, call);
    auto y = at::empty({x.size(0), x.size(1), x.size(2), conv1.out()}, x.options());
    conv1.inPieces(
        x, [&](const at::Tensor& frames) { return activated(frames, first); },
        [&](std::int64_t from, const at::Tensor& part) {
          if (noise1.defined()) part.add_(noise1);
          y.narrow(0, from, part.size(0)).copy_(part);
        });
    auto sum = shortcut ? (*shortcut)(x) : x;
    conv2.inPieces(
        y, [&](const at::Tensor& frames) { return activated(frames, second); },
        [&](std::int64_t from, const at::Tensor& part) {
          if (noise2.defined()) part.add_(noise2);
          sum.narrow(0, from, part.size(0)).add_(part);
        });
    return sum;
  }

  // One plane for all frames and channels, scaled per channel: [H, W, C].
  static at::Tensor noise(const at::Tensor& scale, const at::Tensor& x, const Call& call) {
    if (!scale.defined()) return {};
    const auto plane = at::randn({x.size(1), x.size(2)}, call.noise, x.options().device(at::kCPU));
    return plane.to(x.device()).unsqueeze(-1) * scale;
  }
};

// A group of blocks with the timestep's embedding that they share.
struct Blocks {
  std::optional<TimeEmbedder> time_embedder;
  std::vector<ResidualBlock> resnets;

  Blocks(weights::WeightReader& reader, const std::string& name, std::int64_t channels, std::int64_t layers,
         const BlockKind& kind) {
    if (kind.timestep) time_embedder.emplace(reader, name + ".time_embedder", 4 * channels);
    resnets = stackOf(layers, [&](std::int64_t i) {
      return ResidualBlock(reader, fmt::format("{}.resnets.{}", name, i), channels, channels, kind);
    });
  }

  // [4, C], undefined without a timestep
  at::Tensor embedded(const Call& call) const {
    return time_embedder ? (*time_embedder)(call.time).view({4, -1}) : at::Tensor();
  }
  // x: [T, H, W, C], overwritten; temb: of embedded()
  at::Tensor operator()(at::Tensor x, const at::Tensor& temb, const Call& call) const {
    for (const auto& block : resnets) x = block(x, temb, call);
    return x;
  }
};

// From 0.9.5 on: halves along the factors, with the means of the folded input as a second path.
struct Downsampler {
  FrameConv conv;
  Factors factors;

  Downsampler(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
              const Factors& fold)
      : conv(reader, name + ".conv", in, out / (fold[0] * fold[1] * fold[2]), /*causal=*/true), factors(fold) {}

  // [T, H, W, in] -> [T', H', W', out]
  at::Tensor operator()(at::Tensor x) const {
    // One more frame, so that they come in pairs.
    if (factors[0] > 1) x = at::cat({x.narrow(0, 0, factors[0] - 1), x});
    auto y = spaceToDepth(conv(x), factors);
    return y.add_(spaceToDepth(x, factors).unflatten(3, {y.size(3), -1}).mean(-1));
  }
};

// Doubles frames, rows and columns, except for the first frame.
struct Upsampler {
  FrameConv conv;
  bool residual;  // since 0.9.1; then the width is halved, too

  Upsampler(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out, bool narrows)
      : conv(reader, name + ".conv", in, out * 8, /*causal=*/false), residual(narrows) {}

  // [T, H, W, in] -> [2T-1, 2H, 2W, out]
  at::Tensor operator()(const at::Tensor& x) const {
    auto y = at::empty({2 * x.size(0) - 1, 2 * x.size(1), 2 * x.size(2), conv.out() / 8}, x.options());
    const auto asIs = [](const at::Tensor& frames) { return frames; };
    conv.inPieces(x, asIs, [&](std::int64_t from, const at::Tensor& part) {
      auto frames = depthToSpace(part, kDoubling);
      if (residual) {
        const auto input = depthToSpace(x.narrow(0, from, part.size(0)), kDoubling);
        frames.unflatten(3, {-1, input.size(3)}).add_(input.unsqueeze(3));
      }
      const std::int64_t dropped = from == 0 ? 1 : 0;
      frames = frames.slice(0, dropped);
      y.narrow(0, 2 * from - 1 + dropped, frames.size(0)).copy_(frames);
    });
    return y;
  }
};

struct DownBlock {
  Blocks blocks;
  std::optional<FrameConv> strided;   // the resampler before 0.9.5,
  std::optional<Downsampler> folded;  // and since
  std::optional<ResidualBlock> conv_out;

  // Level i. In versions before 0.9.5 the last one keeps its size.
  DownBlock(weights::WeightReader& reader, std::size_t i, const LtxVaeConfig& config)
      : blocks(reader, name(i), config.encoderChannels[i], config.encoderLayers[i], kEncoderBlocks) {
    const auto& channels = config.encoderChannels;
    const auto in = channels[i], out = channels[std::min(i + 1, channels.size() - 1)];
    const auto resampler = name(i) + ".downsamplers.0";
    if (config.layout == LtxVaeLayout::V095) {
      folded.emplace(reader, resampler, in, out, kFolds[i]);
      return;
    }
    if (i + 2 < config.encoderLayers.size()) strided.emplace(reader, resampler, in, in, /*causal=*/true, 2);
    if (in != out) conv_out.emplace(reader, name(i) + ".conv_out", in, out, kEncoderBlocks);
  }
  static std::string name(std::size_t i) { return fmt::format("encoder.down_blocks.{}", i); }

  // [T, H, W, in] -> [T', H', W', out]; x is overwritten
  at::Tensor operator()(at::Tensor x, const Call& call) const {
    x = blocks(std::move(x), {}, call);
    if (strided) x = (*strided)(x);
    if (folded) x = (*folded)(std::move(x));
    return conv_out ? (*conv_out)(x, {}, call) : x;
  }
};

struct UpBlock {
  std::optional<ResidualBlock> conv_in;
  std::optional<Upsampler> upsampler;
  Blocks blocks;

  // Upsamplers since 0.9.1 halve the width; the first decoder changes it in separate blocks.
  static std::int64_t narrowing(const LtxVaeConfig& config) { return config.layout == LtxVaeLayout::V090 ? 1 : 2; }
  // Width of the output of block i.
  static std::int64_t width(std::size_t i, const LtxVaeConfig& config) {
    return config.decoderChannels[config.decoderChannels.size() - 1 - i] / narrowing(config);
  }

  UpBlock(weights::WeightReader& reader, std::size_t i, const LtxVaeConfig& config)
      : blocks(reader, name(i), width(i, config), config.decoderLayers[config.decoderChannels.size() - 1 - i],
               {.timestep = config.timestepConditioning(), .noise = config.injectsNoise()}) {
    const auto before = i == 0 ? config.decoderChannels.back() : width(i - 1, config);
    const auto in = before / narrowing(config), out = width(i, config);
    if (in != out) conv_in.emplace(reader, name(i) + ".conv_in", in, out, decoderBlocks(config));
    const bool narrows = narrowing(config) > 1;
    if (narrows || i > 0) upsampler.emplace(reader, name(i) + ".upsamplers.0", out * narrowing(config), out, narrows);
  }
  static std::string name(std::size_t i) { return fmt::format("decoder.up_blocks.{}", i); }

  // [T, H, W, in] -> [2T-1, 2H, 2W, out] with an upsampler; x is overwritten
  at::Tensor operator()(at::Tensor x, const Call& call) const {
    const auto temb = blocks.embedded(call);
    if (conv_in) x = (*conv_in)(x, temb, call);
    if (upsampler) x = (*upsampler)(x);
    return blocks(std::move(x), temb, call);
  }
};

// --- Encoder and decoder ---------------------------------------------------------------------------------------------

struct Encoder {
  FrameConv conv_in;
  std::vector<DownBlock> down_blocks;
  Blocks mid_block;
  FrameConv conv_out;

  Encoder(weights::WeightReader& reader, const LtxVaeConfig& config)
      : conv_in(reader, "encoder.conv_in", kColors * kPatch * kPatch, config.encoderChannels.front(), /*causal=*/true),
        down_blocks(
            stackOf(config.encoderLayers.size() - 1, [&](std::size_t i) { return DownBlock(reader, i, config); })),
        mid_block(reader, "encoder.mid_block", config.encoderChannels.back(), config.encoderLayers.back(),
                  kEncoderBlocks),
        conv_out(reader, "encoder.conv_out", config.encoderChannels.back(), config.latentChannels + 1,
                 /*causal=*/true) {}

  // [T, H/4, W/4, 48] -> [T', H/32, W/32, latent channels + 1]; the last is the variance of all.
  at::Tensor operator()(at::Tensor x, const Call& call) const {
    x = conv_in(x);
    for (const auto& block : down_blocks) x = block(std::move(x), call);
    return conv_out(activated(mid_block(x, {}, call), {}));
  }
};

// How the decode timestep affects the whole decoder.
struct DecodeTimestep {
  at::Tensor timestep_scale_multiplier;
  TimeEmbedder time_embedder;
  at::Tensor scale_shift_table;  // [2, C]

  DecodeTimestep(weights::WeightReader& reader, std::int64_t width)
      : timestep_scale_multiplier(reader.take("decoder.timestep_scale_multiplier", {})),
        time_embedder(reader, "decoder.time_embedder", 2 * width),
        scale_shift_table(reader.take("decoder.scale_shift_table", {2, width})) {}

  // What every block gets of it: [1, 256].
  at::Tensor sinusoidsOf(double timestep) const {
    return sinusoids(at::full({1}, timestep, scale_shift_table.options()) * timestep_scale_multiplier);
  }
  // For the last layer.
  Modulation operator()(const Call& call) const {
    const auto [shift, scale] = slices<2>(time_embedder(call.time).view({2, -1}) + scale_shift_table, 0);
    return {1 + scale, shift};
  }
};

struct Decoder {
  FrameConv conv_in;
  Blocks mid_block;
  std::vector<UpBlock> up_blocks;
  std::optional<DecodeTimestep> timestep;
  FrameConv conv_out;

  Decoder(weights::WeightReader& reader, const LtxVaeConfig& config)
      : conv_in(reader, "decoder.conv_in", config.latentChannels, config.decoderChannels.back(), /*causal=*/false),
        mid_block(reader, "decoder.mid_block", config.decoderChannels.back(), config.decoderLayers.back(),
                  decoderBlocks(config)),
        up_blocks(stackOf(config.decoderChannels.size(), [&](std::size_t i) { return UpBlock(reader, i, config); })),
        conv_out(reader, "decoder.conv_out", width(config), kColors * kPatch * kPatch, /*causal=*/false) {
    if (config.timestepConditioning()) timestep.emplace(reader, width(config));
  }
  // Width of the output of the last block.
  static std::int64_t width(const LtxVaeConfig& config) {
    return UpBlock::width(config.decoderChannels.size() - 1, config);
  }

  // [F, h, w, latent channels] -> [3, 8(F-1)+1, 32h, 32w], float32
  at::Tensor operator()(at::Tensor x, const Call& call, const std::function<void()>& blockDone) const {
    x = conv_in(x);
    x = mid_block(x, mid_block.embedded(call), call);
    for (const auto& block : up_blocks) {
      x = block(std::move(x), call);
      blockDone();
    }
    call.mayStop();
    return pixels(x, timestep ? (*timestep)(call) : Modulation());
  }

  at::Tensor pixels(const at::Tensor& x, const Modulation& modulation) const {
    auto video = at::empty({kColors, x.size(0), kPatch * x.size(1), kPatch * x.size(2)}, x.options().dtype(at::kFloat));
    conv_out.inPieces(
        x, [&](const at::Tensor& frames) { return activated(frames, modulation); },
        [&](std::int64_t from, const at::Tensor& part) {
          // channels (c, column, row), rows fastest
          const auto patches = part.unflatten(3, {kColors, kPatch, kPatch}).permute({3, 0, 1, 5, 2, 4});
          video.narrow(1, from, part.size(0)).copy_(patches.flatten(4, 5).flatten(2, 3));
        });
    return video;
  }
};

}  // namespace

// --- The model -------------------------------------------------------------------------------------------------------

struct LtxVae::Weights {
  LtxVaeConfig config;
  at::Device device;
  at::ScalarType dtype;
  std::optional<Encoder> encoder;
  Decoder decoder;
  at::Tensor mean, std;  // [1, C, 1, 1, 1], float32

  Weights(const LtxVaeConfig& sizes, weights::WeightReader& reader, Parts parts)
      : config(sizes),
        device(reader.device()),
        dtype(reader.dtype()),
        decoder(reader, config),
        mean(statistics(reader, "latents_mean")),
        std(statistics(reader, "latents_std")) {
    if (parts == Parts::All)
      encoder.emplace(reader, config);
    else
      for (const char* prefix : {"encoder.", "vae.encoder."}) reader.ignorePrefix(prefix);
    // The original layout stores more statistics than any of its programs reads.
    for (const char* unused : {"channel", "mean-of-stds", "mean-of-stds_over_std-of-means"})
      reader.ignore(fmt::format("per_channel_statistics.{}", unused));
    for (const auto prefix : kTransformerPrefixes) reader.ignorePrefix(prefix);
  }
  at::Tensor statistics(weights::WeightReader& reader, const char* name) const {
    return reader.take(name, {config.latentChannels}, at::kFloat).view({1, -1, 1, 1, 1});
  }
};

LtxVae::LtxVae(const LtxVaeConfig& config, weights::WeightReader& reader, Parts parts)
    : m_weights(std::make_unique<Weights>(config, reader, parts)) {}

LtxVae::~LtxVae() = default;
LtxVae::LtxVae(LtxVae&&) noexcept = default;

at::Tensor LtxVae::denormalize(const at::Tensor& latents) const {
  const c10::InferenceMode inference;
  return latents.to(m_weights->device, at::kFloat) * m_weights->std + m_weights->mean;
}

at::Tensor LtxVae::normalize(const at::Tensor& z) const {
  const c10::InferenceMode inference;
  return (z.to(m_weights->device, at::kFloat) - m_weights->mean) / m_weights->std;
}

at::Tensor LtxVae::decode(const at::Tensor& z, std::optional<double> timestep, bool tiled, std::uint64_t noiseSeed,
                          std::stop_token stop, const Progress& progress) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  DevicePace pace(w.device, kAhead);
  Call call{stop, {}, pace, at::make_generator<at::CPUGeneratorImpl>(noiseSeed)};
  if (w.decoder.timestep) {
    if (!timestep) fail(ErrorKind::Invalid, "this VAE needs a timestep for decoding, but none is given");
    call.time = w.decoder.timestep->sinusoidsOf(*timestep);
  }
  const auto frames = z.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  tiled = tiled && kTiles.splits(z.size(3), z.size(4));

  const auto tiles = tiled ? kTiles.tiles(z.size(3), z.size(4)) : 1;
  const auto parts = tiles * static_cast<std::int64_t>(w.decoder.up_blocks.size());
  std::int64_t done = 0;
  const auto blockDone = [&] {
    if (progress) progress(static_cast<double>(++done) / static_cast<double>(parts));
  };
  const auto work = [&](const at::Tensor& tile) { return w.decoder(tile, call, blockDone); };
  return (tiled ? inTiles(frames, kTiles, /*rows=*/2, work) : work(frames)).unsqueeze(0);
}

LtxVae::Posterior LtxVae::encode(const at::Tensor& video, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  if (!w.encoder) fail(ErrorKind::Internal, "this LTX VAE was loaded without its encoder");
  if (video.size(2) % kFramesPerLatent != 1 || video.size(3) % kSide != 0 || video.size(4) % kSide != 0)
    fail(ErrorKind::Invalid,
         "a clip of {} frames of {}x{} cannot be encoded: it needs {}n+1 frames and sides divisible by {}",
         video.size(2), video.size(4), video.size(3), kFramesPerLatent, kSide);
  // [3, T, H/4, row, W/4, column] -> [T, H/4, W/4, (c, column, row)]
  const auto patches = video.to(w.device, w.dtype).squeeze(0).unflatten(3, {-1, kPatch}).unflatten(2, {-1, kPatch});
  DevicePace pace(w.device, kAhead);
  const auto latents = (*w.encoder)(patches.permute({1, 2, 4, 0, 5, 3}).flatten(3), {stop, {}, pace});
  const auto part = [&](std::int64_t first, std::int64_t count) {
    return latents.narrow(3, first, count).permute({3, 0, 1, 2}).unsqueeze(0).to(at::kFloat);
  };
  // The last channel is the logarithm of the variance of all others.
  constexpr double kLowest = -30, kHighest = 20;
  const auto channels = w.config.latentChannels;
  return {part(0, channels), (0.5 * part(channels, 1).clamp(kLowest, kHighest)).exp()};
}

bool LtxVae::hasEncoder() const { return m_weights->encoder.has_value(); }
const LtxVaeConfig& LtxVae::config() const { return m_weights->config; }
at::ScalarType LtxVae::dtype() const { return m_weights->dtype; }

}  // namespace fb::models
