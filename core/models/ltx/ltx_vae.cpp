// SPDX-License-Identifier: MIT
// The arithmetic is that of diffusers' AutoencoderKLLTXVideo, laid out anew: activations are frames [T, H, W, C], so
// that norms and 1x1 convolutions act on the last dimension, and a convolution over time and space is a 2D convolution
// over the channels of three neighbouring frames. Convolutions run over a few frames at a time and residual blocks add
// into their input: two activations and a few frames are the most that is in memory.
#include "models/ltx/ltx_vae.h"

#include "base/failure.h"
#include "models/layers.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fb::models {
namespace {

constexpr std::int64_t kColors = 3;
constexpr std::int64_t kPatch = 4;        // pixels per side of what the first convolution sees
constexpr std::int64_t kTaps = 3;         // of every kernel, in time and in space
constexpr std::int64_t kPieceFrames = 8;  // output frames that a convolution makes at a time
constexpr std::int64_t kSide = 32;        // pixels per latent pixel
constexpr std::int64_t kFramesPerLatent = 8;
constexpr std::int64_t kTile = 16, kTileStride = 14;  // latent pixels
constexpr std::int64_t kOverlap = (kTile - kTileStride) * kSide;
constexpr std::int64_t kTimeFrequencies = 128;
constexpr double kNormEps = 1e-8, kShortcutNormEps = 1e-6;

// How the encoder of 0.9.5 folds frames, rows and columns into channels, level by level.
using Factors = std::array<std::int64_t, 3>;
constexpr std::array<Factors, 4> kFolds = {{{1, 2, 2}, {2, 1, 1}, {2, 2, 2}, {2, 2, 2}}};

// The other part of a single file, in the names that Checkpoint::open leaves.
constexpr std::string_view kTransformerPrefixes[] = {weights::kSingleFilePrefix, "adaln_single.", "caption_projection.",
                                                     "patchify_proj.",           "proj_out.",     "scale_shift_table",
                                                     "transformer_blocks."};

// What one call carries through all blocks.
struct Pass {
  const std::stop_token& stop;
  at::Tensor time;                          // sinusoids of the decode timestep [1, 256], where there is one
  std::optional<at::Generator> noise = {};  // that blocks draw from
};

// --- Layers ----------------------------------------------------------------------------------------------------------

// Channels are ordered (c, t, h, w) with w fastest. [T, H, W, C] -> [T/t, H/h, W/w, C*t*h*w]
at::Tensor spaceToDepth(const at::Tensor& x, const Factors& factors) {
  const auto [t, h, w] = factors;
  const auto split = x.unflatten(2, {-1, w}).unflatten(1, {-1, h}).unflatten(0, {-1, t});
  return split.permute({0, 2, 4, 6, 1, 3, 5}).flatten(3);
}

// [T, H, W, C*8] -> [2T, 2H, 2W, C]
at::Tensor depthToSpace(const at::Tensor& x) {
  const auto split = x.unflatten(3, {-1, 2, 2, 2});
  return split.permute({0, 4, 1, 5, 2, 6, 3}).flatten(4, 5).flatten(2, 3).flatten(0, 1);
}

// The first and the last frame repeated before and after.
at::Tensor withEdges(const at::Tensor& frames, std::int64_t before, std::int64_t after) {
  if (before == 0 && after == 0) return frames;
  const auto repeated = [&](std::int64_t frame, std::int64_t times) {
    return frames.narrow(0, frame, 1).expand({times, -1, -1, -1});
  };
  return at::cat({repeated(0, before), frames, repeated(frames.size(0) - 1, after)});
}

at::Tensor asIs(const at::Tensor& frames) { return frames; }

// Kernel 3x3x3: zeros around every frame, the clip's edge frames repeated in time.
struct Conv {
  at::Tensor weight;  // [out, 3 * in, 3, 3], oldest frame first
  at::Tensor bias;
  std::int64_t past;        // frames that it sees before the one in the middle of its place: 2 where it is causal
  std::int64_t stride = 1;  // in time and in space

  std::int64_t out() const { return weight.size(0); }
  std::int64_t places(std::int64_t size) const { return (size - 1) / stride + 1; }

  // Hands out the result in pieces of a few frames [n, H', W', out] with the number of their first; `prepare` acts on
  // each frame of the input before. x: [T, H, W, in]
  void inPieces(const at::Tensor& x, const std::function<at::Tensor(const at::Tensor&)>& prepare,
                const std::function<void(std::int64_t, const at::Tensor&)>& take) const {
    const auto total = places(x.size(0));
    for (std::int64_t from = 0; from < total; from += kPieceFrames) {
      const auto count = std::min(kPieceFrames, total - from), span = stride * (count - 1) + 1;
      const auto first = stride * from - past, last = first + span + kTaps - 2;  // some lie outside of the clip
      const auto begin = std::max<std::int64_t>(first, 0), end = std::min(last, x.size(0) - 1);
      const auto frames = withEdges(prepare(x.narrow(0, begin, end - begin + 1)), begin - first, last - end);
      std::vector<at::Tensor> taps;
      for (std::int64_t tap = 0; tap < kTaps; ++tap) taps.push_back(frames.slice(0, tap, tap + span, stride));
      const auto stacked = at::cat(taps, -1).permute({0, 3, 1, 2});
      take(from, at::conv2d(stacked, weight, bias, stride, 1).permute({0, 2, 3, 1}));
    }
  }

  at::Tensor operator()(const at::Tensor& x) const {
    auto y = at::empty({places(x.size(0)), places(x.size(1)), places(x.size(2)), out()}, x.options());
    inPieces(x, asIs, [&](std::int64_t from, const at::Tensor& part) { y.narrow(0, from, part.size(0)).copy_(part); });
    return y;
  }
};

struct Modulation {
  at::Tensor scale, shift;  // [C], the scale with its 1; undefined where there is no timestep
};

// silu(rms(x) * scale + shift)
at::Tensor activated(const at::Tensor& x, const Modulation& modulation) {
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

struct TimeEmbedder {
  Linear linear_1, linear_2;

  // [1, 256] -> [parts, C]
  at::Tensor operator()(const at::Tensor& time, std::int64_t parts) const {
    auto hidden = linear_1(time);
    return linear_2(at::silu_(hidden)).view({parts, -1});
  }
};

struct ResidualBlock {
  Conv conv1, conv2;
  at::Tensor norm3_weight, norm3_bias;                // with the shortcut
  std::optional<Linear> conv_shortcut;                // where the width changes
  at::Tensor scale_shift_table;                       // [4, C] where there is a timestep
  at::Tensor per_channel_scale1, per_channel_scale2;  // [C] where noise is injected

  // x: [T, H, W, in], overwritten; temb: [4, C] of the timestep. Gives [T, H, W, out].
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& temb, const Pass& pass) const {
    throwIfStopped(pass.stop);
    Modulation first, second;
    if (scale_shift_table.defined()) {
      const auto values = (temb + scale_shift_table).unbind();
      first = {1 + values[1], values[0]};
      second = {1 + values[3], values[2]};
    }
    const auto noise1 = noise(per_channel_scale1, x, pass);
    const auto noise2 = noise(per_channel_scale2, x, pass);
    auto y = at::empty({x.size(0), x.size(1), x.size(2), conv1.out()}, x.options());
    conv1.inPieces(
        x, [&](const at::Tensor& frames) { return activated(frames, first); },
        [&](std::int64_t from, const at::Tensor& part) {
          if (noise1.defined()) part.add_(noise1);
          y.narrow(0, from, part.size(0)).copy_(part);
        });
    auto sum = conv_shortcut
                   ? (*conv_shortcut)(at::layer_norm(x, {x.size(-1)}, norm3_weight, norm3_bias, kShortcutNormEps))
                   : x;
    conv2.inPieces(
        y, [&](const at::Tensor& frames) { return activated(frames, second); },
        [&](std::int64_t from, const at::Tensor& part) {
          if (noise2.defined()) part.add_(noise2);
          sum.narrow(0, from, part.size(0)).add_(part);
        });
    return sum;
  }

  // One plane for all frames and channels, scaled per channel: [H, W, C].
  static at::Tensor noise(const at::Tensor& scale, const at::Tensor& x, const Pass& pass) {
    if (!scale.defined()) return {};
    const auto plane = at::randn({x.size(1), x.size(2)}, pass.noise, x.options().device(at::kCPU));
    return plane.to(x.device()).unsqueeze(-1) * scale;
  }
};

// A group of blocks with the timestep's embedding that they share.
struct Blocks {
  std::optional<TimeEmbedder> time_embedder;
  std::vector<ResidualBlock> resnets;

  at::Tensor embedded(const Pass& pass) const { return time_embedder ? (*time_embedder)(pass.time, 4) : at::Tensor(); }
  at::Tensor operator()(at::Tensor x, const at::Tensor& temb, const Pass& pass) const {
    for (const auto& block : resnets) x = block(x, temb, pass);
    return x;
  }
};

// Of 0.9.5: halves along the factors, with the means of the folded input as a second path.
struct Downsampler {
  Conv conv;
  Factors factors;

  at::Tensor operator()(at::Tensor x) const {
    // One frame more, so that they come in pairs.
    if (factors[0] > 1) x = at::cat({x.narrow(0, 0, factors[0] - 1), x});
    auto y = spaceToDepth(conv(x), factors);
    return y.add_(spaceToDepth(x, factors).unflatten(3, {y.size(3), -1}).mean(-1));
  }
};

// Doubles frames, rows and columns; the first frame stays single.
struct Upsampler {
  Conv conv;
  bool residual;

  at::Tensor operator()(const at::Tensor& x) const {
    auto y = at::empty({2 * x.size(0) - 1, 2 * x.size(1), 2 * x.size(2), conv.out() / 8}, x.options());
    conv.inPieces(x, asIs, [&](std::int64_t from, const at::Tensor& part) {
      auto frames = depthToSpace(part);
      if (residual) {
        const auto input = depthToSpace(x.narrow(0, from, part.size(0)));
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
  std::optional<Conv> strided;        // the resampler before 0.9.5,
  std::optional<Downsampler> folded;  // and since
  std::optional<ResidualBlock> conv_out;
};

struct UpBlock {
  std::optional<ResidualBlock> conv_in;
  std::optional<Upsampler> upsampler;
  Blocks blocks;
};

// --- Loading ---------------------------------------------------------------------------------------------------------

// Takes the tensors of one side of the VAE.
struct Loader {
  weights::WeightReader& reader;
  bool causal;
  bool timestep = false;

  Conv conv(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t stride = 1) {
    const auto kernel = reader.take(name + ".conv.weight", {out, in, kTaps, kTaps, kTaps});
    return {kernel.transpose(1, 2).flatten(1, 2).contiguous(at::MemoryFormat::ChannelsLast),
            reader.take(name + ".conv.bias", {out}), causal ? kTaps - 1 : kTaps / 2, stride};
  }

  ResidualBlock residual(const std::string& name, std::int64_t in, std::int64_t out, bool noise = false) {
    ResidualBlock block{conv(name + ".conv1", in, out), conv(name + ".conv2", out, out), {}, {}, {}, {}, {}, {}};
    if (in != out) {
      block.norm3_weight = reader.take(name + ".norm3.weight", {in});
      block.norm3_bias = reader.take(name + ".norm3.bias", {in});
      block.conv_shortcut = {reader.take(name + ".conv_shortcut.conv.weight", {out, in, 1, 1, 1}).flatten(1),
                             reader.take(name + ".conv_shortcut.conv.bias", {out})};
    }
    if (timestep) block.scale_shift_table = reader.take(name + ".scale_shift_table", {4, in});
    if (noise) {
      block.per_channel_scale1 = reader.take(name + ".per_channel_scale1", {in, 1, 1}).flatten();
      block.per_channel_scale2 = reader.take(name + ".per_channel_scale2", {in, 1, 1}).flatten();
    }
    return block;
  }

  TimeEmbedder timeEmbedder(const std::string& name, std::int64_t width) {
    const auto linears = name + ".timestep_embedder.linear_";
    return {takeLinear(reader, linears + "1", 2 * kTimeFrequencies, width),
            takeLinear(reader, linears + "2", width, width)};
  }

  Blocks blocks(const std::string& name, std::int64_t channels, std::int64_t layers, bool noise = false) {
    Blocks blocks;
    if (timestep) blocks.time_embedder = timeEmbedder(name + ".time_embedder", 4 * channels);
    for (std::int64_t i = 0; i < layers; ++i)
      blocks.resnets.push_back(residual(fmt::format("{}.resnets.{}", name, i), channels, channels, noise));
    return blocks;
  }
};

// --- Encoder and decoder ---------------------------------------------------------------------------------------------

struct Encoder {
  Conv conv_in;
  std::vector<DownBlock> down_blocks;
  Blocks mid_block;
  Conv conv_out;

  // [T, H/4, W/4, 48] -> [T', H/32, W/32, latent channels + 1]; the last is the variance of all.
  at::Tensor operator()(at::Tensor x, const Pass& pass) const {
    x = conv_in(x);
    for (const auto& block : down_blocks) {
      x = block.blocks(x, {}, pass);
      if (block.strided) x = (*block.strided)(x);
      if (block.folded) x = (*block.folded)(std::move(x));
      if (block.conv_out) x = (*block.conv_out)(x, {}, pass);
    }
    return conv_out(activated(mid_block(x, {}, pass), {}));
  }
};

Encoder takeEncoder(weights::WeightReader& reader, const LtxVaeConfig& config) {
  Loader loader{reader, /*causal=*/true};
  const auto& channels = config.encoderChannels;
  const auto levels = config.encoderLayers.size() - 1;
  Encoder encoder;
  encoder.conv_in = loader.conv("encoder.conv_in", kColors * kPatch * kPatch, channels[0]);
  for (std::size_t i = 0; i < levels; ++i) {
    const auto name = fmt::format("encoder.down_blocks.{}", i);
    const auto in = channels[i], out = channels[std::min(i + 1, channels.size() - 1)];
    auto& block = encoder.down_blocks.emplace_back();
    block.blocks = loader.blocks(name, in, config.encoderLayers[i]);
    const auto resampler = name + ".downsamplers.0";
    if (config.layout == LtxVaeLayout::V095) {
      const auto [t, h, w] = kFolds[i];
      block.folded = {loader.conv(resampler + ".conv", in, out / (t * h * w)), kFolds[i]};
      continue;
    }
    if (i + 1 < levels) block.strided = loader.conv(resampler, in, in, 2);
    if (in != out) block.conv_out = loader.residual(name + ".conv_out", in, out);
  }
  encoder.mid_block = loader.blocks("encoder.mid_block", channels.back(), config.encoderLayers.back());
  encoder.conv_out = loader.conv("encoder.conv_out", channels.back(), config.latentChannels + 1);
  return encoder;
}

struct Decoder {
  Conv conv_in;
  Blocks mid_block;
  std::vector<UpBlock> up_blocks;
  at::Tensor timestep_scale_multiplier;  // these three where there is a timestep
  std::optional<TimeEmbedder> time_embedder;
  at::Tensor scale_shift_table;  // [2, C]
  Conv conv_out;

  // [F, h, w, latent channels] -> [3, 8(F-1)+1, 32h, 32w], float32
  at::Tensor operator()(at::Tensor x, const Pass& pass, const std::function<void()>& blockDone) const {
    x = conv_in(x);
    x = mid_block(x, mid_block.embedded(pass), pass);
    for (const auto& block : up_blocks) {
      const auto temb = block.blocks.embedded(pass);
      if (block.conv_in) x = (*block.conv_in)(x, temb, pass);
      if (block.upsampler) x = (*block.upsampler)(x);
      x = block.blocks(x, temb, pass);
      blockDone();
    }
    throwIfStopped(pass.stop);
    return pixels(x, modulation(pass));
  }

  Modulation modulation(const Pass& pass) const {
    if (!time_embedder) return {};
    const auto values = ((*time_embedder)(pass.time, 2) + scale_shift_table).unbind();
    return {1 + values[1], values[0]};
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

Decoder takeDecoder(weights::WeightReader& reader, const LtxVaeConfig& config) {
  Loader loader{reader, /*causal=*/false, config.timestepConditioning()};
  const bool first = config.layout == LtxVaeLayout::V090;
  // Upsamplers since 0.9.1 halve the width; the first decoder changes it in blocks of their own.
  const std::int64_t narrowing = first ? 1 : 2;
  const auto levels = config.decoderChannels.size();
  auto channels = config.decoderChannels.back();
  Decoder decoder;
  decoder.conv_in = loader.conv("decoder.conv_in", config.latentChannels, channels);
  decoder.mid_block = loader.blocks("decoder.mid_block", channels, config.decoderLayers.back());
  for (std::size_t i = 0; i < levels; ++i) {
    const auto name = fmt::format("decoder.up_blocks.{}", i);
    const auto in = channels / narrowing;
    channels = config.decoderChannels[levels - 1 - i] / narrowing;
    auto& block = decoder.up_blocks.emplace_back();
    if (in != channels) block.conv_in = loader.residual(name + ".conv_in", in, channels);
    if (!first || i > 0)
      block.upsampler = {loader.conv(name + ".upsamplers.0.conv", channels * narrowing, channels * 8), !first};
    block.blocks = loader.blocks(name, channels, config.decoderLayers[levels - 1 - i], config.injectsNoise());
  }
  if (config.timestepConditioning()) {
    decoder.timestep_scale_multiplier = reader.take("decoder.timestep_scale_multiplier", {});
    decoder.time_embedder = loader.timeEmbedder("decoder.time_embedder", 2 * channels);
    decoder.scale_shift_table = reader.take("decoder.scale_shift_table", {2, channels});
  }
  decoder.conv_out = loader.conv("decoder.conv_out", channels, kColors * kPatch * kPatch);
  return decoder;
}

// --- Tiles -----------------------------------------------------------------------------------------------------------

// The part of a tile that its next neighbour along `dim` fades out of, in memory of its own.
at::Tensor edgeOf(const at::Tensor& tile, std::int64_t dim) {
  const auto extent = std::min(kOverlap, tile.size(dim));
  return tile.narrow(dim, tile.size(dim) - extent, extent).clone();
}

// Fades `tile` in over its first places along `dim`, out of the neighbour's edge.
void blend(const at::Tensor& edge, const at::Tensor& tile, std::int64_t dim) {
  const auto extent = std::min(edge.size(dim), tile.size(dim));
  std::vector<std::int64_t> shape(4, 1);
  shape[static_cast<std::size_t>(dim)] = extent;
  const auto ramp = (at::arange(extent, at::kDouble) / extent).view(shape);
  const auto weight = [&](const at::Tensor& w) { return w.to(tile.device(), at::kFloat); };
  tile.narrow(dim, 0, extent)
      .mul_(weight(ramp))
      .addcmul_(edge.narrow(dim, edge.size(dim) - extent, extent), weight(1 - ramp));
}

// Runs `work` on overlapping tiles of z [F, h, w, C] and blends their pixels [3, T, H, W], first with the tile above.
at::Tensor inTiles(const at::Tensor& z, const std::function<at::Tensor(const at::Tensor&)>& work) {
  const auto height = z.size(1), width = z.size(2);
  at::Tensor video;
  std::vector<at::Tensor> above;
  for (std::int64_t top = 0; top < height; top += kTileStride) {
    std::vector<at::Tensor> below;
    at::Tensor before;
    for (std::int64_t left = 0; left < width; left += kTileStride) {
      const auto tile = work(z.slice(1, top, top + kTile).slice(2, left, left + kTile).contiguous());
      if (!above.empty()) blend(above[below.size()], tile, 2);
      if (before.defined()) blend(before, tile, 3);
      below.push_back(edgeOf(tile, 2));
      before = edgeOf(tile, 3);
      if (!video.defined()) video = at::empty({kColors, tile.size(1), kSide * height, kSide * width}, tile.options());
      const auto part = tile.slice(2, 0, kTileStride * kSide).slice(3, 0, kTileStride * kSide);
      video.narrow(2, kSide * top, part.size(2)).narrow(3, kSide * left, part.size(3)).copy_(part);
    }
    above = std::move(below);
  }
  return video;
}

std::int64_t tilesAlong(std::int64_t size) { return (size + kTileStride - 1) / kTileStride; }

}  // namespace

// --- The model -------------------------------------------------------------------------------------------------------

struct LtxVae::Weights {
  LtxVaeConfig config;
  Encoder encoder;
  Decoder decoder;
  at::Tensor mean, std;  // [1, C, 1, 1, 1], float32
  at::Device device;
  at::ScalarType dtype;
};

LtxVae::LtxVae(const LtxVaeConfig& config, weights::WeightReader& reader) {
  const auto statistics = [&](const char* name) {
    return reader.take(name, {config.latentChannels}, at::kFloat).view({1, -1, 1, 1, 1});
  };
  m_weights = std::make_unique<Weights>(Weights{.config = config,
                                                .encoder = takeEncoder(reader, config),
                                                .decoder = takeDecoder(reader, config),
                                                .mean = statistics("latents_mean"),
                                                .std = statistics("latents_std"),
                                                .device = reader.device(),
                                                .dtype = reader.dtype()});
  // The original layout stores more statistics than any of its programs reads.
  for (const char* unused : {"channel", "mean-of-stds", "mean-of-stds_over_std-of-means"})
    reader.ignore(fmt::format("per_channel_statistics.{}", unused));
  for (const auto prefix : kTransformerPrefixes) reader.ignorePrefix(prefix);
}

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
  Pass pass{stop, {}, at::make_generator<at::CPUGeneratorImpl>(noiseSeed)};
  if (w.config.timestepConditioning()) {
    if (!timestep) fail(ErrorKind::Invalid, "this VAE decodes at a timestep, and none is given");
    const auto t = at::full({1}, *timestep, at::TensorOptions().device(w.device).dtype(w.dtype));
    pass.time = sinusoids(t * w.decoder.timestep_scale_multiplier);
  }
  const auto frames = z.to(w.device, w.dtype).squeeze(0).permute({1, 2, 3, 0}).contiguous();
  tiled = tiled && (z.size(3) > kTile || z.size(4) > kTile);

  const auto tiles = tiled ? tilesAlong(z.size(3)) * tilesAlong(z.size(4)) : 1;
  const auto parts = tiles * static_cast<std::int64_t>(w.decoder.up_blocks.size());
  std::int64_t done = 0;
  const auto blockDone = [&] {
    if (progress) progress(static_cast<double>(++done) / static_cast<double>(parts));
  };
  const auto work = [&](const at::Tensor& tile) { return w.decoder(tile, pass, blockDone); };
  return (tiled ? inTiles(frames, work) : work(frames)).unsqueeze(0);
}

LtxVae::Posterior LtxVae::encode(const at::Tensor& video, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  if (video.size(2) % kFramesPerLatent != 1 || video.size(3) % kSide != 0 || video.size(4) % kSide != 0)
    fail(ErrorKind::Invalid,
         "a clip of {} frames of {}x{} cannot be encoded: it needs {}n+1 frames and sides divisible by {}",
         video.size(2), video.size(4), video.size(3), kFramesPerLatent, kSide);
  // [3, T, H/4, row, W/4, column] -> [T, H/4, W/4, (c, column, row)]
  const auto patches = video.to(w.device, w.dtype).squeeze(0).unflatten(3, {-1, kPatch}).unflatten(2, {-1, kPatch});
  const auto latents = w.encoder(patches.permute({1, 2, 4, 0, 5, 3}).flatten(3), {stop, {}});
  const auto part = [&](std::int64_t first, std::int64_t count) {
    return latents.narrow(3, first, count).permute({3, 0, 1, 2}).unsqueeze(0).to(at::kFloat);
  };
  // The last channel is the logarithm of the variance of all others.
  constexpr double kLeast = -30, kMost = 20;
  const auto channels = w.config.latentChannels;
  return {part(0, channels), (0.5 * part(channels, 1).clamp(kLeast, kMost)).exp()};
}

const LtxVaeConfig& LtxVae::config() const { return m_weights->config; }
at::ScalarType LtxVae::dtype() const { return m_weights->dtype; }
at::Device LtxVae::device() const { return m_weights->device; }

}  // namespace fb::models
