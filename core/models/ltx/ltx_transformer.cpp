// SPDX-License-Identifier: MIT
// The arithmetic and its rounding points are those of diffusers' LTXVideoTransformer3DModel.
#include "models/ltx/ltx_transformer.h"

#include "base/json.h"
#include "kernels/fused.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"
#include "models/spare_contexts.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

namespace fb::models {
namespace {

// Precision: everything is kept and runs in the model's dtype, including the modulation tables, as in diffusers.
// Sinusoids, coordinates and the rotation of queries and keys are float32.

constexpr std::int64_t kHeads = 32;  // of every published size
constexpr std::int64_t kFreqDim = 256;
constexpr std::int64_t kFeedForward = 4;  // times the model's width
constexpr double kOutEps = 1e-6;
constexpr double kMaskedOut = -10000;  // added to the scores of rows after the prompt

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
             "{} is an LTX-2 transformer, which also generates audio; this program runs LTX-Video 0.9 transformers",
             probe.file());
}

// The "transformer" part of the config in the header of Lightricks' single files; null if there is none.
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
         "{}: {} channels fit neither the 2B nor the 13B model; the number of heads must come from a config.json", file,
         dim);
  const std::int64_t heads = config.integerOr(key, kHeads);
  if (heads <= 0 || dim % heads != 0)
    fail(ErrorKind::Corrupt, "{}: \"{}\" is {}, which does not divide the model's {} channels", configName, key, heads,
         dim);
  return heads;
}

// --- Arithmetic ------------------------------------------------------------------------------------------------------

// cos, then sin of t * 10000^(-i/half): [T] -> [T, kFreqDim], float32.
at::Tensor sinusoid(const at::Tensor& timesteps) {
  const auto half = kFreqDim / 2;
  // In float32 and in this order, like the reference: at t = 1000 the last bit of the exponent is visible in the
  // cosine.
  const auto exponents = at::arange(half, timesteps.options()) * -std::log(10000.0) / half;
  const auto angles = at::outer(timesteps, exponents.exp());
  return at::cat({angles.cos(), angles.sin()}, 1);
}

// x * (1 + scale) + shift; x: [B, N, dim], scale and shift: [N, dim] or [1, dim].
at::Tensor modulate(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift) {
  return at::addcmul(shift, x, scale + 1);
}

// How many rows a forward needs: the last row that is on some prompt, and those before it. The others have no effect,
// since e^kMaskedOut is 0, unless a prompt has no row at all. mask: [B, S].
std::int64_t attendedRows(const at::Tensor& mask) {
  const auto isOn = mask.to(at::kCPU).ne(0);
  if (!isOn.any(1).all().item<bool>()) return mask.size(1);
  return isOn.any(0).nonzero().max().item<std::int64_t>() + 1;
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

// The time embedding for each of T distinct timesteps, and which of them each token has.
struct Time {
  at::Tensor embedding;   // [T, dim]
  at::Tensor modulation;  // [T, 6, dim]: every block adds its own table to it
  at::Tensor row;         // of every token, [N]; undefined if all share a single one

  // vectors: [T, dim], one per timestep. Returns [N, dim] or [1, dim].
  at::Tensor perToken(const at::Tensor& vectors) const {
    return row.defined() ? vectors.index_select(0, row) : vectors;
  }
};

struct TimeEmbed {
  Mlp timestep_embedder;
  Linear linear;

  TimeEmbed(weights::WeightReader& reader, const std::string& name, std::int64_t dim)
      : timestep_embedder{{reader, name + ".emb.timestep_embedder.linear_1", kFreqDim, dim},
                          {reader, name + ".emb.timestep_embedder.linear_2", dim, dim},
                          Activation::Silu},
        linear(reader, name + ".linear", dim, 6 * dim) {}

  // timesteps: [1] or [N], float32
  Time operator()(const at::Tensor& timesteps) const {
    Time time;
    auto distinct = timesteps;
    if (distinct.numel() > 1)
      std::tie(distinct, time.row) = at::_unique(distinct, /*sorted=*/true, /*return_inverse=*/true);
    time.embedding = timestep_embedder(sinusoid(distinct).to(linear.dtype()));
    time.modulation = linear(at::silu(time.embedding)).unflatten(1, {6, -1});
    return time;
  }
};

struct SelfAttention : AttentionProjections {
  std::int64_t heads;

  SelfAttention(weights::WeightReader& reader, const std::string& name, const LtxTransformerConfig& config)
      : AttentionProjections(reader, name, config.dim(), config.qkEps), heads(config.heads) {}

  // x: [B, N, dim]; rotations: [1, N, dim / 2]. Perturbed: as if every token attended only to itself.
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& rotations, bool perturbed) const {
    if (perturbed) return to_out(value(x));
    return attendRotated(x, rotations, heads);
  }
};

// To the prompt, without norm, modulation or position.
struct CrossAttention : AttentionProjections {
  std::int64_t heads;

  CrossAttention(weights::WeightReader& reader, const std::string& name, const LtxTransformerConfig& config)
      : AttentionProjections(reader, name, config.dim(), config.qkEps), heads(config.heads) {}

  // text: [B, S, dim]
  KeysValues ofText(const at::Tensor& text) const {
    return {splitHeads(key(text), heads), splitHeads(value(text), heads)};
  }

  // x: [B, N, dim]; mask: [B, 1, 1, S], or undefined
  at::Tensor operator()(const at::Tensor& x, const KeysValues& text, const at::Tensor& mask) const {
    const auto given = mask.defined() ? std::optional(mask) : std::nullopt;
    return to_out(attention(splitHeads(query(x), heads), text.keys, text.values, given));
  }
};

struct Block {
  at::Tensor scale_shift_table;  // [6, dim]
  SelfAttention attn1;
  CrossAttention attn2;
  Mlp ff;
  double eps;

  Block(weights::WeightReader& reader, const std::string& name, const LtxTransformerConfig& config)
      : scale_shift_table(reader.take(name + ".scale_shift_table", {6, config.dim()})),
        attn1(reader, name + ".attn1", config),
        attn2(reader, name + ".attn2", config),
        ff{{reader, name + ".ff.net.0.proj", config.dim(), kFeedForward * config.dim()},
           {reader, name + ".ff.net.2", kFeedForward * config.dim(), config.dim()},
           Activation::GeluTanh},
        eps(config.eps) {}

  struct Inputs {
    const Time& time;
    const at::Tensor& rotations;
    const KeysValues& text;
    const at::Tensor& textMask;
    bool perturbed;
  };
  // x: [B, N, dim], overwritten
  at::Tensor operator()(at::Tensor x, const Inputs& in) const {
    const auto [shift, scale, gate, ffShift, ffScale, ffGate] = slices<6>(scale_shift_table + in.time.modulation, 1);
    const auto& row = in.time.row;
    x = kernels::addGated(x, attn1(kernels::rmsNormModulated(x, shift, scale, row, eps), in.rotations, in.perturbed),
                          gate, row);
    x.add_(attn2(x, in.text, in.textMask));
    return kernels::addGated(x, ff(kernels::rmsNormModulated(x, ffShift, ffScale, row, eps)), ffGate, row);
  }
};

// What follows the blocks.
struct Head {
  at::Tensor scale_shift_table;  // [2, dim]
  Linear proj_out;

  Head(weights::WeightReader& reader, const LtxTransformerConfig& config)
      : scale_shift_table(reader.take("scale_shift_table", {2, config.dim()})),
        proj_out(reader, "proj_out", config.dim(), config.channels) {}

  // x: [B, N, dim] -> [B, N, channels]
  at::Tensor operator()(const at::Tensor& x, const Time& time) const {
    const auto [shift, scale] = slices<2>(scale_shift_table + time.embedding.unsqueeze(1), 1);
    const auto normed = at::layer_norm(x, {x.size(-1)}, {}, {}, kOutEps);
    return proj_out(modulate(normed, time.perToken(scale), time.perToken(shift)));
  }
};

}  // namespace

LtxTransformerConfig LtxTransformerConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, ltxTransformerNames(checkpoint), "LTX-Video transformer");
  refuseVariants(probe);
  const auto in = probe.shape("proj_in.weight", 2);
  const auto dim = in[0];

  LtxTransformerConfig config;
  config.channels = in[1];
  if (const auto out = probe.shape("proj_out.weight", 2)[0]; out != config.channels)
    fail(ErrorKind::Unsupported, "{} has {} input and {} output latent channels; in LTX-Video they are equal",
         probe.file(), config.channels, out);
  while (probe.has(fmt::format("transformer_blocks.{}.scale_shift_table", config.layers))) ++config.layers;
  config.captionDim = probe.shape("caption_projection.linear_1.weight", 2)[1];

  // The file's own configuration takes precedence over the config.json in its folder.
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
  // Every latent frame stands for 8 video frames and has the position of the first. If the VAE is causal in time, the
  // first latent frame is a single video frame, and those after it begin 7 frames earlier.
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
  TimeEmbed time_embed;
  Mlp caption_projection;
  at::Tensor first_table;  // the first block's scale_shift_table, which stays although that block may be streamed
  std::vector<Block> transformer_blocks;
  Head head;
  std::shared_ptr<weights::BlockStream> stream;
  std::shared_ptr<weights::LoraSet> loras;
  SpareContexts spare;

  Weights(const LtxTransformerConfig& sizes, weights::WeightReader& reader)
      : config(sizes),
        device(reader.device()),
        dtype(reader.dtype()),
        proj_in(reader, "proj_in", config.channels, config.dim()),
        time_embed(reader, "time_embed", config.dim()),
        caption_projection{{reader, "caption_projection.linear_1", config.captionDim, config.dim()},
                           {reader, "caption_projection.linear_2", config.dim(), config.dim()},
                           Activation::GeluTanh},
        first_table(reader.take("transformer_blocks.0.scale_shift_table", {6, config.dim()})),
        transformer_blocks(
            blocksOf(reader, config.layers,
                     [&](std::int64_t i) { return Block(reader, fmt::format("transformer_blocks.{}", i), config); })),
        head(reader, config),
        stream(reader.stream()),
        loras(reader.loras()) {
    reader.ignorePrefix("vae.");  // in a single file
  }

  // x: [B, N, dim], overwritten
  at::Tensor throughBlocks(at::Tensor x, const Time& time, const Rope& rope, const TextContext& context,
                           std::span<const int> perturbedBlocks, const ForwardControl& control) const {
    BlockPass pass(control, device, stream, static_cast<std::int64_t>(transformer_blocks.size()));
    for (std::size_t i = 0; i < transformer_blocks.size(); ++i) {
      const auto use = pass.enter(i);
      const bool perturbed = std::ranges::find(perturbedBlocks, static_cast<int>(i)) != perturbedBlocks.end();
      const auto& block = transformer_blocks[i];
      const auto& text = context.text->of(i, [&](const at::Tensor& embedded) { return block.attn2.ofText(embedded); });
      x = block(std::move(x), {time, rope.rotations, text, context.mask, perturbed});
    }
    return x;
  }
};

LtxTransformer::LtxTransformer(const LtxTransformerConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

LtxTransformer::~LtxTransformer() = default;
LtxTransformer::LtxTransformer(LtxTransformer&&) noexcept = default;

LtxTransformer::TextContext LtxTransformer::TextContext::of(std::int64_t sample) const {
  return {.text = std::make_shared<CrossContext>(text, sample),
          .mask = mask.defined() ? mask.narrow(0, sample, 1) : at::Tensor()};
}

LtxTransformer::TextContext LtxTransformer::prepareText(const at::Tensor& text, const at::Tensor& mask) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto rows = w.device.is_cpu() ? attendedRows(mask) : mask.size(1);
  const auto used = text.narrow(1, 0, rows);
  const auto on = mask.narrow(1, 0, rows).to(w.device, w.dtype);
  const auto make = [&] {
    auto embedded = w.caption_projection(used.to(w.device, w.dtype));  // [B, S', dim]
    return std::make_shared<CrossContext>(std::move(embedded), w.transformer_blocks.size());
  };
  const auto strengths = w.loras ? w.loras->strengths() : std::vector<double>();
  TextContext context{
      .text = m_weights->spare.of(used, strengths, SpareContexts::bytesOf(used, w.config, w.dtype), make), .mask = {}};
  if (rows == mask.size(1) || !on.ne(0).all().item<bool>())
    context.mask = ((1 - on) * kMaskedOut).unsqueeze(1).unsqueeze(1);
  return context;
}

LtxTransformer::Rope LtxTransformer::prepareRope(const at::Tensor& coordinates) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto dim = w.config.dim();
  // Angles reach 15000, where adjacent float32 numbers are a thousandth apart: they are computed on the CPU, in the
  // reference's order, so that every device uses the same ones.
  const auto limits = at::tensor({kMaxSeconds, kMaxPixels, kMaxPixels}, at::kFloat);
  const auto fractions = coordinates.to(at::kCPU, at::kFloat) / limits;  // [N, 3]
  const auto frequencies = at::pow(kRopeTheta, at::linspace(0, 1, dim / 6, at::kFloat)) * std::numbers::pi / 2;
  auto angles = frequencies.unsqueeze(1) * (fractions * 2 - 1).unsqueeze(1);  // [N, dim / 6, 3]
  // The channels that cannot be divided evenly among three axes come first and are not rotated.
  angles = at::constant_pad_nd(angles.flatten(1), {dim % 6 / 2, 0}).to(w.device);
  return {.rotations = at::complex(angles.cos(), angles.sin()).unsqueeze(0)};
}

at::Tensor LtxTransformer::forward(const at::Tensor& tokens, const at::Tensor& timesteps, const Rope& rope,
                                   const TextContext& context, std::span<const int> perturbedBlocks,
                                   const ForwardControl& control, at::Tensor* residual) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = w.proj_in(tokens.to(w.device, w.dtype));  // [B, N, dim]
  const auto time = w.time_embed(timesteps.to(w.device, at::kFloat));
  if (residual && residual->defined()) {
    x = x + *residual;
  } else {
    const auto embedded = residual ? x.clone() : at::Tensor();
    x = w.throughBlocks(std::move(x), time, rope, context, perturbedBlocks, control);
    if (residual) *residual = x - embedded;
  }
  return w.head(x, time);
}

at::Tensor LtxTransformer::firstInput(const at::Tensor& tokens, const at::Tensor& timesteps) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto x = w.proj_in(tokens.to(w.device, w.dtype));
  const auto time = w.time_embed(timesteps.to(w.device, at::kFloat));
  const auto parts = slices<6>(w.first_table + time.modulation, 1);
  return kernels::rmsNormModulated(x, parts[0], parts[1], time.row, w.config.eps);
}

void LtxTransformer::setLoraStrengths(std::span<const double> strengths) const {
  if (m_weights->loras) m_weights->loras->setStrengths(strengths);
}

bool LtxTransformer::dropSpareContexts() const { return m_weights->spare.dropUnused(); }
std::uint64_t LtxTransformer::loraRevision() const { return m_weights->loras ? m_weights->loras->revision() : 0; }

const LtxTransformerConfig& LtxTransformer::config() const { return m_weights->config; }
at::ScalarType LtxTransformer::dtype() const { return m_weights->dtype; }

}  // namespace fb::models
