// SPDX-License-Identifier: MIT
// The arithmetic and its rounding points are those of diffusers' WanTransformer3DModel.
#include "models/wan/wan_transformer.h"

#include "base/json.h"
#include "kernels/fused.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"
#include "models/spare_contexts.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace fb::models {
namespace {

// Precision: the time embedding, the modulation tables and the affine norm are kept in float32; LayerNorm, modulation
// and rotation are computed in float32; everything else runs in the model's dtype, as in diffusers.
constexpr auto kKept = at::kFloat;

constexpr std::int64_t kPatch = 2;         // latent pixels per side of a token; one latent frame deep
constexpr std::int64_t kMaskChannels = 4;  // in an image-to-video transformer: one per video frame of a latent frame
constexpr double kRopeTheta = 10000;
constexpr double kImageEps = 1e-5;  // of the image embedder's norms

// --- Which WAN is it -------------------------------------------------------------------------------------------------

constexpr auto kImageNorm = "condition_embedder.image_embedder.norm1.weight";

// The version of WAN in a file's or folder's name, in lower case: 1 of "Wan2.1-T2V-14B", 2 of "wan2_2_t2v"; 0 for none.
int wanVersionIn(std::string_view name) {
  constexpr std::string_view kWan = "wan", kSeparators = "._- ";
  for (auto at = name.find(kWan); at != std::string_view::npos; at = name.find(kWan, at + 1)) {
    auto rest = name.substr(at + kWan.size());
    const auto skip = [&] {
      if (!rest.empty() && kSeparators.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
    };
    skip();
    if (!rest.starts_with('2')) continue;
    rest.remove_prefix(1);
    skip();
    const bool ends = rest.size() < 2 || rest[1] < '0' || rest[1] > '9';
    if (ends && (rest.starts_with('1') || rest.starts_with('2'))) return rest.front() - '0';
  }
  return 0;
}

// The two experts of WAN 2.2 A14B have the names and shapes of WAN 2.1 14B, so only the file's name tells, or those of
// the folders around it if it is the general one ("transformer", "diffusion_pytorch_model.safetensors.index.json").
bool isNamedWan22(const std::filesystem::path& path) {
  constexpr int kNames = 5;  // up to a download cache's <name>/snapshots/<revision>/high_noise_model
  std::error_code error;
  auto next = std::filesystem::absolute(path, error).lexically_normal();
  if (error) return false;
  if (!next.has_filename()) next = next.parent_path();
  for (int i = 0; i < kNames && next.has_relative_path(); ++i, next = next.parent_path()) {
    auto name = next.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (const int version = wanVersionIn(name)) return version == 2;
    const bool isWeights = name.ends_with(".safetensors") || name.ends_with(".gguf");
    if (i == 0 && isWeights && !name.starts_with("diffusion_pytorch_model") && !name.starts_with("model."))
      return false;
  }
  return false;
}

void refuseVariants(const CheckpointProbe& probe, std::int64_t channels) {
  const auto refuse = [&](std::string_view variant) {
    fail(ErrorKind::Unsupported, "{} is {}; this program runs WAN 2.1 text-to-video and image-to-video transformers",
         probe.file(), variant);
  };
  if (probe.hasPrefix("vace_")) refuse("a WAN VACE transformer");
  if (probe.hasPrefix("face_adapter.") || probe.hasPrefix("face_encoder.") || probe.hasPrefix("motion_encoder."))
    refuse("a WAN Animate transformer");
  if (probe.has("condition_embedder.image_embedder.pos_embed"))
    refuse("a WAN first-and-last-frame (FLF2V) transformer");
  if (channels == 36 && !probe.has(kImageNorm)) refuse("a WAN 2.2 image-to-video transformer, which has no CLIP input");
  if (channels == 48)
    refuse(probe.has(kImageNorm) ? "a WAN Fun Control transformer, which needs control frames"
                                 : "the WAN 2.2 5B transformer, which uses another VAE");
}

std::int64_t headsOf(const CheckpointProbe& probe, std::int64_t dim) {
  const JsonObject config(probe.config(), probe.configName());
  const char* key = config.has("num_attention_heads") ? "num_attention_heads" : "num_heads";
  if (!config.has(key) && dim % 128 != 0)
    fail(ErrorKind::Corrupt,
         "{}: {} channels are not a multiple of 128; the number of heads must come from a config.json", probe.file(),
         dim);
  const std::int64_t heads = config.integerOr(key, static_cast<int>(dim / 128));
  // Rotation works on pairs of channels.
  if (heads <= 0 || dim % (2 * heads) != 0)
    fail(ErrorKind::Corrupt, "{}: \"{}\" is {}, which does not divide the model's {} channels", probe.configName(), key,
         heads, dim);
  return heads;
}

// --- Arithmetic ------------------------------------------------------------------------------------------------------

// cos, then sin of t * 10000^(-i/half): [1, freqDim], float32.
at::Tensor sinusoid(double timestep, std::int64_t freqDim, at::Device device) {
  const auto half = freqDim / 2;
  // In float32 and in this order, like the reference: at t = 1000 the last bit of the exponent is visible in the
  // cosine.
  const auto exponents = at::arange(half, at::TensorOptions(device).dtype(at::kFloat)) * -std::log(10000.0) / half;
  const auto angles = exponents.exp() * timestep;
  return at::cat({angles.cos(), angles.sin()}).unsqueeze(0);
}

// Unit complex numbers cos + i sin of every token's angles: [tokens, 1, headDim / 2]. The channels of a head are
// divided among frame, row and column; angles are float64, since the products of large positions need it.
at::Tensor rotations(std::int64_t frames, std::int64_t rows, std::int64_t columns, std::int64_t headDim,
                     at::Device device) {
  const auto side = 2 * (headDim / 6);
  const auto axis = [&](std::int64_t positions, std::int64_t channels) {
    const auto options = at::TensorOptions(at::kCPU).dtype(at::kDouble);
    const auto frequencies = at::pow(kRopeTheta, at::arange(0, channels, 2, options) / -static_cast<double>(channels));
    const auto angles = at::outer(at::arange(positions, options), frequencies);
    return at::complex(angles.cos().to(at::kFloat), angles.sin().to(at::kFloat));
  };
  const auto grid = [&](const at::Tensor& angles, at::IntArrayRef shape) {
    return angles.view(shape).expand({frames, rows, columns, angles.size(1)});
  };
  return at::cat({grid(axis(frames, headDim - 2 * side), {frames, 1, 1, -1}), grid(axis(rows, side), {1, rows, 1, -1}),
                  grid(axis(columns, side), {1, 1, columns, -1})},
                 -1)
      .reshape({-1, 1, headDim / 2})
      .to(device);
}

// How many rows are left if the equal rows at the end of all prompts count as one. text: [B, S, textDim].
std::int64_t differentRows(const at::Tensor& text) {
  const auto rows = text.size(1);
  const auto others = (text != text.narrow(1, rows - 1, 1)).any(2).any(0).nonzero();  // [n, 1]
  if (others.numel() == 0) return 1;
  // A last row that is not finite differs from itself.
  return std::min(others.max().item<std::int64_t>() + 2, rows);
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

// For the image-to-video variant.
struct ImageEmbedder {
  LayerNorm norm1;
  Mlp ff;
  LayerNorm norm2;

  ImageEmbedder(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config)
      : norm1(reader, name + ".norm1", config.imageDim, kImageEps, kKept),
        ff{{reader, name + ".ff.net.0.proj", config.imageDim, config.imageDim},
           {reader, name + ".ff.net.2", config.imageDim, config.dim()},
           Activation::Gelu},
        norm2(reader, name + ".norm2", config.dim(), kImageEps, kKept) {}

  // image: [B, S, imageDim] -> [B, S, dim]
  at::Tensor operator()(const at::Tensor& image) const { return norm2(ff(norm1(image))); }
};

Mlp timeEmbedder(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config) {
  return {{reader, name + ".time_embedder.linear_1", config.freqDim, config.dim(), Bias::Yes, kKept},
          {reader, name + ".time_embedder.linear_2", config.dim(), config.dim(), Bias::Yes, kKept},
          Activation::Silu};
}

Linear timeProjection(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config) {
  return {reader, name + ".time_proj", config.dim(), kWanModulations * config.dim()};
}

using Time = WanTransformer::Time;
// sinusoid: of the timestep.
Time timeOf(const Mlp& embedder, const Linear& projection, const at::Tensor& sinusoid) {
  const auto embedding = embedder(sinusoid).to(projection.dtype());
  return {embedding.to(at::kFloat), projection(at::silu(embedding)).view({1, kWanModulations, -1}).to(at::kFloat)};
}

struct ConditionEmbedder {
  Mlp time_embedder;
  Linear time_proj;
  Mlp text_embedder;
  std::optional<ImageEmbedder> image_embedder;
  std::int64_t freqDim;

  ConditionEmbedder(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config)
      : time_embedder(timeEmbedder(reader, name, config)),
        time_proj(timeProjection(reader, name, config)),
        text_embedder{{reader, name + ".text_embedder.linear_1", config.textDim, config.dim()},
                      {reader, name + ".text_embedder.linear_2", config.dim(), config.dim()},
                      Activation::GeluTanh},
        freqDim(config.freqDim) {
    if (config.takesImage()) image_embedder.emplace(reader, name + ".image_embedder", config);
  }

  Time time(double timestep, at::Device device) const {
    return timeOf(time_embedder, time_proj, sinusoid(timestep, freqDim, device));
  }
};

struct SelfAttention : AttentionProjections {
  std::int64_t heads;

  SelfAttention(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config)
      : AttentionProjections(reader, name, config.dim(), config.eps), heads(config.heads) {}

  // x: [B, N, dim]
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& rotations) const {
    return attendRotated(x, rotations, heads);
  }
};

// To all S text rows, without a mask, and to the image's rows in a separate attention.
struct CrossAttention : AttentionProjections {
  // For the image-to-video variant.
  struct AddedProjections {
    Linear add_k_proj, add_v_proj;
    RmsNorm norm_added_k;
  };
  std::optional<AddedProjections> added;
  std::int64_t heads;

  CrossAttention(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config)
      : AttentionProjections(reader, name, config.dim(), config.eps), heads(config.heads) {
    const auto dim = config.dim();
    if (config.takesImage())
      added = {{reader, name + ".add_k_proj", dim, dim},
               {reader, name + ".add_v_proj", dim, dim},
               {reader, name + ".norm_added_k", dim, config.eps}};
  }

  // text, image: [B, S, dim]
  KeysValues ofText(const at::Tensor& text) const {
    return {splitHeads(key(text), heads), splitHeads(value(text), heads)};
  }
  KeysValues ofImage(const at::Tensor& image) const {
    return {splitHeads(added->norm_added_k(added->add_k_proj(image)), heads),
            splitHeads(added->add_v_proj(image), heads)};
  }

  // x: [B, N, dim]; repeats: of a TextContext; image: null for text-to-video
  at::Tensor operator()(const at::Tensor& x, const KeysValues& text, const at::Tensor& repeats,
                        const KeysValues* image) const {
    const auto q = splitHeads(query(x), heads);
    auto y = attention(q, text.keys, text.values, repeats.defined() ? std::optional(repeats) : std::nullopt);
    if (image) y = y + attention(q, image->keys, image->values);
    return to_out(y);
  }
};

struct Block {
  at::Tensor scale_shift_table;  // [1, 6, dim]
  SelfAttention attn1;
  LayerNorm norm2;
  CrossAttention attn2;
  Mlp ffn;
  double eps;

  Block(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config)
      : scale_shift_table(reader.take(name + ".scale_shift_table", {1, 6, config.dim()}, kKept)),
        attn1(reader, name + ".attn1", config),
        norm2(reader, name + ".norm2", config.dim(), config.eps, kKept),
        attn2(reader, name + ".attn2", config),
        ffn{{reader, name + ".ffn.net.0.proj", config.dim(), config.ffnDim},
            {reader, name + ".ffn.net.2", config.ffnDim, config.dim()},
            Activation::GeluTanh},
        eps(config.eps) {}

  // x: [B, N, dim], overwritten; modulation: [1, 6, dim]; rotations: [N, 1, headDim / 2]
  at::Tensor operator()(at::Tensor x, const at::Tensor& modulation, const at::Tensor& rotations, const KeysValues& text,
                        const at::Tensor& repeats, const KeysValues* image) const {
    const auto [shift, scale, gate, ffnShift, ffnScale, ffnGate] = slices<6>(scale_shift_table + modulation, 1);
    x = kernels::addGated(x, attn1(kernels::layerNormModulated(x, shift, scale, eps), rotations), gate);
    x.add_(attn2(norm2(x), text, repeats, image));
    return kernels::addGated(x, ffn(kernels::layerNormModulated(x, ffnShift, ffnScale, eps)), ffnGate);
  }
};

// What follows the blocks.
struct Head {
  at::Tensor scale_shift_table;  // [1, 2, dim]
  Linear proj_out;
  double eps;

  Head(weights::WeightReader& reader, const WanTransformerConfig& config)
      : scale_shift_table(reader.take("scale_shift_table", {1, 2, config.dim()}, kKept)),
        proj_out(reader, "proj_out", config.dim(), config.channels * kPatch * kPatch),
        eps(config.eps) {}

  // x: [B, N, dim]; time: [1, dim]. Returns [B, N, 2 * 2 * channels], channels fastest.
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& time) const {
    const auto [shift, scale] = slices<2>(scale_shift_table + time.unsqueeze(1), 1);
    return proj_out(kernels::layerNormModulated(x, shift, scale, eps));
  }
};

// [B, C, F, H, W] -> [B, N, C * 2 * 2], N = F * H/2 * W/2, columns fastest.
at::Tensor patchify(const at::Tensor& latents) {
  const auto samples = latents.size(0), channels = latents.size(1), frames = latents.size(2);
  const auto rows = latents.size(3) / kPatch, columns = latents.size(4) / kPatch;
  return latents.reshape({samples, channels, frames, rows, kPatch, columns, kPatch})
      .permute({0, 2, 3, 5, 1, 4, 6})
      .reshape({samples, -1, channels * kPatch * kPatch});
}

// [B, N, 2 * 2 * C], channels fastest -> [B, C, F, H, W]
at::Tensor unpatchify(const at::Tensor& tokens, std::int64_t frames, std::int64_t height, std::int64_t width) {
  const auto samples = tokens.size(0);
  return tokens.view({samples, frames, height / kPatch, width / kPatch, kPatch, kPatch, -1})
      .permute({0, 6, 1, 2, 4, 3, 5})
      .reshape({samples, -1, frames, height, width});
}

}  // namespace

WanTransformerConfig WanTransformerConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, wanTransformerNames(checkpoint), "WAN transformer");
  const auto patch = probe.shape("patch_embedding.weight", 5);
  refuseVariants(probe, patch[1]);
  constexpr std::int64_t kLargeDim = 5120;  // WAN 2.2 has no 1.3B
  if (patch[0] == kLargeDim && isNamedWan22(checkpoint.path()))
    fail(
        ErrorKind::Unsupported,
        "{} is, by its name, one of the two experts of WAN 2.2 A14B, each of which was trained for a part of the noise "
        "levels; this program runs WAN 2.1: use its 14B, such as wan2.1_t2v_14B_fp8_scaled.safetensors, or rename the "
        "file if its name is wrong",
        probe.file());
  if (patch[2] != 1 || patch[3] != kPatch || patch[4] != kPatch)
    fail(ErrorKind::Unsupported, "{}: the patch size is {}x{}x{}; WAN 2.1 has 1x2x2", probe.file(), patch[2], patch[3],
         patch[4]);

  WanTransformerConfig config;
  const auto dim = patch[0];
  config.inChannels = patch[1];
  config.channels = probe.shape("proj_out.weight", 2)[0] / (kPatch * kPatch);
  if (probe.has(kImageNorm)) config.imageDim = probe.shape(kImageNorm, 1)[0];
  if (const auto in = config.takesImage() ? 2 * config.channels + kMaskChannels : config.channels;
      in != config.inChannels)
    fail(ErrorKind::Unsupported,
         "{} has {} input and {} output latent channels; {} transformer with that output has {} input channels",
         probe.file(), config.inChannels, config.channels,
         config.takesImage() ? "an image-to-video" : "a text-to-video", in);
  config.heads = headsOf(probe, dim);
  config.headDim = dim / config.heads;
  while (probe.has(fmt::format("blocks.{}.scale_shift_table", config.layers))) ++config.layers;
  config.ffnDim = probe.shape("blocks.0.ffn.net.0.proj.weight", 2)[0];
  config.textDim = probe.shape("condition_embedder.text_embedder.linear_1.weight", 2)[1];
  config.freqDim = probe.shape("condition_embedder.time_embedder.linear_1.weight", 2)[1];
  config.eps = JsonObject(probe.config(), probe.configName()).numberOr("eps", config.eps);
  return config;
}

struct WanTransformer::Weights {
  WanTransformerConfig config;
  at::Device device;
  at::ScalarType dtype;
  Linear patch_embedding;
  ConditionEmbedder condition_embedder;
  std::vector<Block> blocks;
  Head head;
  std::shared_ptr<weights::BlockStream> stream;
  std::shared_ptr<weights::LoraSet> loras;
  SpareContexts spare;

  Weights(const WanTransformerConfig& sizes, weights::WeightReader& reader)
      : config(sizes),
        device(reader.device()),
        dtype(reader.dtype()),
        patch_embedding(
            Linear::overPatches(reader, "patch_embedding", {config.dim(), config.inChannels, 1, kPatch, kPatch})),
        condition_embedder(reader, "condition_embedder", config),
        blocks(blocksOf(reader, config.layers,
                        [&](std::int64_t i) { return Block(reader, fmt::format("blocks.{}", i), config); })),
        head(reader, config),
        stream(reader.stream()),
        loras(reader.loras()) {}

  // x: [B, N, dim], overwritten
  at::Tensor throughBlocks(at::Tensor x, const at::Tensor& modulation, const Rope& rope, const TextContext& context,
                           const ForwardControl& control) const {
    BlockPass pass(control, device, stream, static_cast<std::int64_t>(blocks.size()));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const auto use = pass.enter(i);
      const auto& attn2 = blocks[i].attn2;
      const auto& text = context.text->of(i, [&](const at::Tensor& embedded) { return attn2.ofText(embedded); });
      const KeysValues* image = nullptr;
      if (config.takesImage())
        image = &context.image->of(i, [&](const at::Tensor& embedded) { return attn2.ofImage(embedded); });
      x = blocks[i](std::move(x), modulation, rope.rotations, text, context.repeats, image);
    }
    return x;
  }
};

WanTransformer::WanTransformer(const WanTransformerConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

WanTransformer::~WanTransformer() = default;
WanTransformer::WanTransformer(WanTransformer&&) noexcept = default;

WanTransformer::TextContext WanTransformer::TextContext::of(std::int64_t sample) const {
  return {.text = std::make_shared<CrossContext>(text, sample),
          .image = image ? std::make_shared<CrossContext>(image, sample) : nullptr,
          .repeats = repeats};
}

WanTransformer::TextContext WanTransformer::prepareText(const at::Tensor& text) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto rows = text.size(1);
  at::Tensor repeats;
  if (w.device.is_cpu() && w.dtype == at::kFloat) {
    // All rows after the prompt have the same key and value: one of them, with their number as its weight, stands for
    // all. On a GPU, attention with an additive term would be slower than attention to more rows.
    rows = differentRows(text);
    if (const auto more = text.size(1) - rows; more > 0) {
      repeats = at::zeros({1, 1, 1, rows}, at::TensorOptions(w.device).dtype(w.dtype));
      repeats.select(3, rows - 1).fill_(std::log(static_cast<double>(more + 1)));
    }
  }
  const auto used = text.narrow(1, 0, rows);
  const auto make = [&] {
    auto embedded = w.condition_embedder.text_embedder(used.to(w.device, w.dtype));  // [B, S', dim]
    return std::make_shared<CrossContext>(std::move(embedded), w.blocks.size());
  };
  const auto strengths = w.loras ? w.loras->strengths() : std::vector<double>();
  return {.text = m_weights->spare.of(used, strengths, SpareContexts::bytesOf(used, w.config, w.dtype), make),
          .image = nullptr,
          .repeats = std::move(repeats)};
}

std::shared_ptr<CrossContext> WanTransformer::prepareImage(const at::Tensor& image) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto embedded = w.condition_embedder.image_embedder.value()(image.to(w.device, w.dtype));  // [B, S, dim]
  return std::make_shared<CrossContext>(std::move(embedded), w.blocks.size());
}

WanTransformer::Rope WanTransformer::prepareRope(std::int64_t frames, std::int64_t height, std::int64_t width) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  return {rotations(frames, height / kPatch, width / kPatch, w.config.headDim, w.device)};
}

WanTransformer::Time WanTransformer::prepareTime(double timestep) const {
  const c10::InferenceMode inference;
  return m_weights->condition_embedder.time(timestep, m_weights->device);
}

at::Tensor WanTransformer::forward(const at::Tensor& latents, const Time& time, const Rope& rope,
                                   const TextContext& context, const ForwardControl& control,
                                   at::Tensor* residual) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = w.patch_embedding(patchify(latents.to(w.device, w.dtype)));  // [B, N, dim]
  if (residual && residual->defined()) {
    x = x + *residual;
  } else {
    const auto embedded = residual ? x.clone() : at::Tensor();
    x = w.throughBlocks(std::move(x), time.modulation, rope, context, control);
    if (residual) *residual = x - embedded;
  }
  return unpatchify(w.head(x, time.embedding), latents.size(2), latents.size(3), latents.size(4));
}

at::Tensor WanTransformer::timeEmbedding(double timestep) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  return w.condition_embedder.time_embedder(sinusoid(timestep, w.config.freqDim, w.device));
}

at::Tensor WanTransformer::timeModulation(double timestep) const { return prepareTime(timestep).modulation; }

std::function<at::Tensor(double)> wanTimeModulation(const weights::Checkpoint& checkpoint, at::ScalarType dtype) {
  const auto config = WanTransformerConfig::detect(checkpoint);
  weights::CheckpointReader reader(checkpoint, wanTransformerNames(checkpoint), at::kCPU, dtype);
  struct Layers {
    Mlp embedder;
    Linear projection;
  };
  constexpr auto kName = "condition_embedder";
  const auto layers = std::make_shared<const Layers>(
      Layers{timeEmbedder(reader, kName, config), timeProjection(reader, kName, config)});
  return [layers, freqDim = config.freqDim](double timestep) {
    const c10::InferenceMode inference;
    return timeOf(layers->embedder, layers->projection, sinusoid(timestep, freqDim, at::kCPU)).modulation;
  };
}

std::function<at::Tensor(double)> wanTimeEmbedding(const weights::Checkpoint& checkpoint) {
  const auto config = WanTransformerConfig::detect(checkpoint);
  weights::CheckpointReader reader(checkpoint, wanTransformerNames(checkpoint), at::kCPU, at::kFloat);
  const auto embedder = std::make_shared<const Mlp>(timeEmbedder(reader, "condition_embedder", config));
  return [embedder, freqDim = config.freqDim](double timestep) {
    const c10::InferenceMode inference;
    return (*embedder)(sinusoid(timestep, freqDim, at::kCPU));
  };
}

void WanTransformer::setLoraStrengths(std::span<const double> strengths) const {
  if (m_weights->loras) m_weights->loras->setStrengths(strengths);
}

bool WanTransformer::dropSpareContexts() const { return m_weights->spare.dropUnused(); }
std::uint64_t WanTransformer::loraRevision() const { return m_weights->loras ? m_weights->loras->revision() : 0; }

const WanTransformerConfig& WanTransformer::config() const { return m_weights->config; }
at::ScalarType WanTransformer::dtype() const { return m_weights->dtype; }

}  // namespace fb::models
