// SPDX-License-Identifier: MIT
// The arithmetic and its rounding points are those of diffusers' LTXVideoTransformer3DModel.
#include "models/ltx/ltx_transformer.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fb::models {
namespace {

// Precision: everything is kept and runs in the model's dtype, the modulation tables too, as diffusers loads these
// models. Sinusoids, coordinates and the rotation of queries and keys are float32.

constexpr std::int64_t kHeads = 32;  // of every published size
constexpr std::int64_t kFreqDim = 256;
constexpr std::int64_t kFeedForward = 4;  // times the model's width
constexpr double kOutEps = 1e-6;
constexpr double kMaskedOut = -10000;  // added to the scores of rows past the prompt

// A token covers 8 frames of 32x32 pixels. Positions count as fractions of 20 seconds and of 2048 pixels.
constexpr std::int64_t kFramesPerToken = 8;
constexpr std::int64_t kPixelsPerToken = 32;
constexpr double kMaxSeconds = 20;
constexpr double kMaxPixels = 2048;
constexpr double kRopeTheta = 10000;

// --- Which LTX is it -------------------------------------------------------------------------------------------------

void refuseVariants(const CheckpointProbe& probe) {
  for (const std::string& prefix : {std::string(), std::string(weights::kSingleFilePrefix)})
    for (const char* part : {"audio_", "av_ca_", "av_cross_attn_"})
      if (probe.hasPrefix(prefix + part))
        fail(ErrorKind::Unsupported,
             "{} is an LTX-2 transformer, which makes sound as well; this program runs LTX-Video 0.9 transformers",
             probe.file());
}

// The "transformer" part of the config that Lightricks' single files carry in their header; null where there is none.
nlohmann::json embeddedConfig(const weights::Checkpoint& checkpoint, const std::string& name) {
  const auto found = checkpoint.metadata().find("config");
  if (found == checkpoint.metadata().end()) return {};
  const auto config = parseJson(found->second, name);
  const auto part = config.find("transformer");
  if (part == config.end()) return {};
  if (!part->is_object()) fail(ErrorKind::Corrupt, "{}: \"transformer\" is not an object", name);
  return *part;
}

std::int64_t headsOf(const JsonObject& config, const std::string& configName, const std::string& file,
                     std::int64_t dim) {
  const char* key = "num_attention_heads";
  if (!config.has(key) && dim != 64 * kHeads && dim != 128 * kHeads)
    fail(ErrorKind::Corrupt,
         "{}: {} channels are neither the 2B's nor the 13B's; the number of heads must come from a config.json", file,
         dim);
  const std::int64_t heads = config.integerOr(key, kHeads);
  if (heads <= 0 || dim % heads != 0)
    fail(ErrorKind::Corrupt, "{}: \"{}\" is {}, which does not divide the model's {} channels", configName, key, heads,
         dim);
  return heads;
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct CaptionProjection {
  Linear linear_1, linear_2;

  at::Tensor operator()(const at::Tensor& text) const {
    auto hidden = linear_1(text);
    return linear_2(at::gelu_(hidden, "tanh"));
  }
};

struct Attention {
  Linear to_q, to_k, to_v, to_out;
  at::Tensor norm_q, norm_k;  // over all heads together
  double eps;

  at::Tensor query(const at::Tensor& x) const { return at::rms_norm(to_q(x), norm_q.sizes(), norm_q, eps); }
  at::Tensor key(const at::Tensor& x) const { return at::rms_norm(to_k(x), norm_k.sizes(), norm_k, eps); }
  at::Tensor value(const at::Tensor& x) const { return to_v(x); }
};

struct FeedForward {
  Linear in, out;

  at::Tensor operator()(const at::Tensor& x) const {
    auto hidden = in(x);
    return out(at::gelu_(hidden, "tanh"));
  }
};

struct Block {
  at::Tensor scale_shift_table;  // [6, dim]
  Attention attn1;               // self
  Attention attn2;               // cross
  FeedForward ff;
};

Attention takeAttention(weights::WeightReader& reader, const std::string& name, const LtxTransformerConfig& config) {
  const auto dim = config.dim();
  const auto linear = [&](const char* leaf) { return takeLinear(reader, name + leaf, dim, dim); };
  return {.to_q = linear(".to_q"),
          .to_k = linear(".to_k"),
          .to_v = linear(".to_v"),
          .to_out = linear(".to_out.0"),
          .norm_q = reader.take(name + ".norm_q.weight", {dim}),
          .norm_k = reader.take(name + ".norm_k.weight", {dim}),
          .eps = config.qkEps};
}

Block takeBlock(weights::WeightReader& reader, const std::string& name, const LtxTransformerConfig& config) {
  const auto dim = config.dim();
  return {.scale_shift_table = reader.take(name + ".scale_shift_table", {6, dim}),
          .attn1 = takeAttention(reader, name + ".attn1", config),
          .attn2 = takeAttention(reader, name + ".attn2", config),
          .ff = {takeLinear(reader, name + ".ff.net.0.proj", dim, kFeedForward * dim),
                 takeLinear(reader, name + ".ff.net.2", kFeedForward * dim, dim)}};
}

// --- Arithmetic ------------------------------------------------------------------------------------------------------

// cos, then sin of t * 10000^(-i/half): [T] -> [T, kFreqDim], float32.
at::Tensor sinusoid(const at::Tensor& timesteps) {
  const auto half = kFreqDim / 2;
  // In float32 and in this order, as the reference: at t = 1000 a last bit of the exponent shows in the cosine.
  const auto exponents = at::arange(half, timesteps.options()) * -std::log(10000.0) / half;
  const auto angles = at::outer(timesteps, exponents.exp());
  return at::cat({angles.cos(), angles.sin()}, 1);
}

// What a table and the time embedding say to every token: rows of [T, dim], one per distinct timestep.
struct Modulation {
  std::vector<at::Tensor> rows;
  at::Tensor row;  // of every token, [N]; undefined where all share the only row

  // [N, dim] or [1, dim]
  at::Tensor operator[](std::size_t i) const { return row.defined() ? rows[i].index_select(0, row) : rows[i]; }
};

// x * (1 + scale) + shift.
at::Tensor modulate(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift) {
  return at::addcmul(shift, x, scale + 1);
}

at::Tensor rmsNorm(const at::Tensor& x, double eps) { return at::rms_norm(x, {x.size(-1)}, {}, eps); }

// Turns each pair of neighbouring channels, before the heads are split: [1, N, dim] -> [1, heads, N, headDim].
at::Tensor rotate(const at::Tensor& x, const at::Tensor& rotations, std::int64_t heads) {
  const auto pairs = x.to(at::kFloat).unflatten(-1, {-1, 2});
  at::view_as_complex(pairs).mul_(rotations);
  return splitHeads(pairs.flatten(2).to(x.scalar_type()), heads);
}

}  // namespace

LtxTransformerConfig LtxTransformerConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, ltxTransformerNames(checkpoint), "LTX-Video transformer");
  refuseVariants(probe);
  const auto in = probe.shape("proj_in.weight", 2);
  const auto dim = in[0];

  LtxTransformerConfig config;
  config.channels = in[1];
  if (const auto out = probe.shape("proj_out.weight", 2)[0]; out != config.channels)
    fail(ErrorKind::Unsupported, "{} takes {} latent channels and gives {}; LTX-Video has as many in as out",
         probe.file(), config.channels, out);
  while (probe.has(fmt::format("transformer_blocks.{}.scale_shift_table", config.layers))) ++config.layers;
  config.captionDim = probe.shape("caption_projection.linear_1.weight", 2)[1];

  // What the file says of itself goes before the config.json of the folder where it lies.
  const auto embeddedName = "the config in the header of " + probe.file();
  const auto embedded = embeddedConfig(checkpoint, embeddedName);
  const auto& name = embedded.is_null() ? probe.configName() : embeddedName;
  const JsonObject fields(embedded.is_null() ? probe.config() : embedded, name);
  config.heads = headsOf(fields, name, probe.file(), dim);
  config.headDim = dim / config.heads;
  config.eps = fields.numberOr("norm_eps", config.eps);
  if (!embedded.is_null()) config.causalCoordinates = fields.booleanOr("causal_temporal_positioning", false);
  return config;
}

std::string_view LtxTransformerConfig::variant() const {
  if (layers == 28 && dim() == 2048) return "2B";
  if (layers == 48 && dim() == 4096) return "13B";
  return {};
}

at::Tensor packLatents(const at::Tensor& latents) { return latents.flatten(2).transpose(1, 2); }

at::Tensor unpackLatents(const at::Tensor& tokens, std::int64_t frames, std::int64_t height, std::int64_t width) {
  return tokens.transpose(1, 2).unflatten(2, {frames, height, width});
}

at::Tensor latentCoordinates(std::int64_t frames, std::int64_t height, std::int64_t width, double fps, bool causal,
                             std::int64_t firstFrame) {
  // Every latent frame stands for 8 video frames and has the position of the first. Where the VAE is causal in time,
  // the first latent frame is a single video frame, and those after it begin 7 frames earlier.
  const auto along = [](std::int64_t count, std::int64_t step) { return at::arange(count, at::kLong) * step; };
  auto videoFrames = along(frames, kFramesPerToken);
  if (causal) videoFrames = (videoFrames - (kFramesPerToken - 1)).clamp_min(0);
  const auto seconds = (videoFrames + firstFrame).to(at::kFloat) * (1 / fps);
  const auto grid = at::meshgrid(
      {seconds, along(height, kPixelsPerToken).to(at::kFloat), along(width, kPixelsPerToken).to(at::kFloat)}, "ij");
  return at::stack(grid, -1).flatten(0, 2);
}

struct LtxTransformer::Weights {
  LtxTransformerConfig config;
  at::Device device;
  at::ScalarType dtype;

  Linear proj_in;
  struct {
    Linear linear_1, linear_2;  // emb.timestep_embedder
    Linear linear;
  } time_embed;
  CaptionProjection caption_projection;
  std::vector<Block> transformer_blocks;
  at::Tensor scale_shift_table;  // [2, dim]
  Linear proj_out;
};

LtxTransformer::LtxTransformer(const LtxTransformerConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader.device(), reader.dtype())) {
  auto& w = *m_weights;
  const auto dim = config.dim();
  w.proj_in = takeLinear(reader, "proj_in", config.channels, dim);
  w.time_embed = {takeLinear(reader, "time_embed.emb.timestep_embedder.linear_1", kFreqDim, dim),
                  takeLinear(reader, "time_embed.emb.timestep_embedder.linear_2", dim, dim),
                  takeLinear(reader, "time_embed.linear", dim, 6 * dim)};
  w.caption_projection = {takeLinear(reader, "caption_projection.linear_1", config.captionDim, dim),
                          takeLinear(reader, "caption_projection.linear_2", dim, dim)};
  for (std::int64_t i = 0; i < config.layers; ++i)
    w.transformer_blocks.push_back(takeBlock(reader, fmt::format("transformer_blocks.{}", i), config));
  w.scale_shift_table = reader.take("scale_shift_table", {2, dim});
  w.proj_out = takeLinear(reader, "proj_out", dim, config.channels);
  reader.ignorePrefix("vae.");  // of a single file
}

LtxTransformer::~LtxTransformer() = default;
LtxTransformer::LtxTransformer(LtxTransformer&&) noexcept = default;

LtxTransformer::TextContext LtxTransformer::prepareText(const at::Tensor& text, const at::Tensor& mask) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto embedded = w.caption_projection(text.to(w.device, w.dtype));  // [1, S, dim]
  TextContext context;
  for (const auto& block : w.transformer_blocks) {
    context.keys.push_back(splitHeads(block.attn2.key(embedded), w.config.heads));
    context.values.push_back(splitHeads(block.attn2.value(embedded), w.config.heads));
  }
  context.bias = ((1 - mask.to(w.device, w.dtype)) * kMaskedOut).view({1, 1, 1, -1});
  return context;
}

LtxTransformer::Rope LtxTransformer::prepareRope(const at::Tensor& coordinates) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto dim = w.config.dim();
  // Angles reach 15000 and float32 steps there are a thousandth: they are computed on the CPU, in the reference's
  // order, so that every device turns by the same ones.
  const auto limits = at::tensor({kMaxSeconds, kMaxPixels, kMaxPixels}, at::kFloat);
  const auto fractions = coordinates.to(at::kCPU, at::kFloat) / limits;  // [N, 3]
  const auto frequencies = at::pow(kRopeTheta, at::linspace(0, 1, dim / 6, at::kFloat)) * std::numbers::pi / 2;
  auto angles = frequencies.unsqueeze(1) * (fractions * 2 - 1).unsqueeze(1);  // [N, dim / 6, 3]
  // The channels that three axes do not share evenly come first and are not turned.
  angles = at::constant_pad_nd(angles.flatten(1), {dim % 6 / 2, 0}).to(w.device);
  return {.rotations = at::complex(angles.cos(), angles.sin()).unsqueeze(0)};
}

at::Tensor LtxTransformer::forward(const at::Tensor& tokens, const at::Tensor& timesteps, const Rope& rope,
                                   const TextContext& text, std::span<const int> perturbedBlocks,
                                   std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto& config = w.config;

  auto x = w.proj_in(tokens.to(w.device, w.dtype));  // [1, N, dim]

  // Time: [T, dim], and the six modulation vectors of every block, [T, 6, dim], for each of T distinct timesteps.
  auto distinct = timesteps.to(w.device, at::kFloat);
  at::Tensor row;
  if (distinct.numel() > 1) std::tie(distinct, row) = at::_unique(distinct, /*sorted=*/true, /*return_inverse=*/true);
  auto time = w.time_embed.linear_1(sinusoid(distinct).to(w.dtype));
  time = w.time_embed.linear_2(at::silu_(time));
  const auto modulation = w.time_embed.linear(at::silu(time)).unflatten(1, {6, -1});

  for (std::size_t i = 0; i < w.transformer_blocks.size(); ++i) {
    throwIfStopped(stop);
    const auto& block = w.transformer_blocks[i];
    const Modulation m{(block.scale_shift_table + modulation).unbind(1), row};  // shift, scale, gate, twice

    // Self-attention. y: [1, N, dim]; q, k, v: [1, heads, N, headDim]
    auto y = modulate(rmsNorm(x, config.eps), m[1], m[0]);
    if (std::ranges::find(perturbedBlocks, static_cast<int>(i)) != perturbedBlocks.end()) {
      y = block.attn1.value(y);
    } else {
      const auto q = rotate(block.attn1.query(y), rope.rotations, config.heads);
      const auto k = rotate(block.attn1.key(y), rope.rotations, config.heads);
      y = attention(q, k, splitHeads(block.attn1.value(y), config.heads));
    }
    x.addcmul_(block.attn1.to_out(y), m[2]);

    // Cross-attention to the prompt, without norm, modulation or position.
    y = attention(splitHeads(block.attn2.query(x), config.heads), text.keys[i], text.values[i], text.bias);
    x.add_(block.attn2.to_out(y));

    // Feed-forward.
    y = modulate(rmsNorm(x, config.eps), m[4], m[3]);
    x.addcmul_(block.ff(y), m[5]);
  }

  // Head: [1, N, dim] -> [1, N, channels]
  const Modulation m{(w.scale_shift_table + time.unsqueeze(1)).unbind(1), row};  // shift, scale
  return w.proj_out(modulate(at::layer_norm(x, {x.size(-1)}, {}, {}, kOutEps), m[1], m[0]));
}

const LtxTransformerConfig& LtxTransformer::config() const { return m_weights->config; }
at::ScalarType LtxTransformer::dtype() const { return m_weights->dtype; }
at::Device LtxTransformer::device() const { return m_weights->device; }

}  // namespace fb::models
