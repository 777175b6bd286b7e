// SPDX-License-Identifier: MIT
// The arithmetic and its rounding points are those of diffusers' WanTransformer3DModel.
#include "models/wan/wan_transformer.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <array>
#include <cmath>
#include <mutex>

namespace fb::models {
namespace {

// Precision: the time embedding, the modulation tables and the affine norm are kept in float32, LayerNorm, modulation
// and rotation are computed in float32, and all the rest runs in the model's dtype, as diffusers loads these models.
constexpr auto kKept = at::kFloat;

constexpr std::int64_t kPatch = 2;         // latent pixels per side of a token; one latent frame deep
constexpr std::int64_t kMaskChannels = 4;  // of an image-to-video transformer: one per video frame of a latent frame
constexpr double kRopeTheta = 10000;

// --- Which WAN is it -------------------------------------------------------------------------------------------------

constexpr auto kImageNorm = "condition_embedder.image_embedder.norm1.weight";

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
  if (channels == 48) refuse("the WAN 2.2 5B transformer, which uses another VAE");
}

std::int64_t headsOf(const CheckpointProbe& probe, std::int64_t dim) {
  const JsonObject config(probe.config(), probe.configName());
  const char* key = config.has("num_attention_heads") ? "num_attention_heads" : "num_heads";
  if (!config.has(key) && dim % 128 != 0)
    fail(ErrorKind::Corrupt, "{}: {} channels are no multiple of 128; the number of heads must come from a config.json",
         probe.file(), dim);
  const std::int64_t heads = config.integerOr(key, static_cast<int>(dim / 128));
  // Rotation works on pairs of channels.
  if (heads <= 0 || dim % (2 * heads) != 0)
    fail(ErrorKind::Corrupt, "{}: \"{}\" is {}, which does not divide the model's {} channels", probe.configName(), key,
         heads, dim);
  return heads;
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct TimestepEmbedder {
  Linear linear_1, linear_2;
};

struct TextEmbedder {
  Linear linear_1, linear_2;

  at::Tensor operator()(const at::Tensor& text) const {
    auto hidden = linear_1(text);
    return linear_2(at::gelu_(hidden, "tanh"));
  }
};

// Of the image-to-video variant.
struct ImageEmbedder {
  struct {
    at::Tensor weight, bias;
  } norm1, norm2;
  struct {
    Linear in, out;
  } ff;

  at::Tensor operator()(const at::Tensor& image) const {
    constexpr double kEps = 1e-5;
    const auto hidden = ff.out(at::gelu(ff.in(layerNorm32(image, norm1.weight, norm1.bias, kEps))));
    return layerNorm32(hidden, norm2.weight, norm2.bias, kEps);
  }
};

struct Attention {
  Linear to_q, to_k, to_v, to_out;
  at::Tensor norm_q, norm_k;  // over all heads together
  // Of the image, in the cross-attention of the image-to-video variant.
  Linear add_k_proj, add_v_proj;
  at::Tensor norm_added_k;
  std::int64_t heads = 0;
  double eps = 0;

  at::Tensor query(const at::Tensor& x) const { return at::rms_norm(to_q(x), norm_q.sizes(), norm_q, eps); }
  at::Tensor key(const at::Tensor& x) const { return at::rms_norm(to_k(x), norm_k.sizes(), norm_k, eps); }
  at::Tensor value(const at::Tensor& x) const { return to_v(x); }
  at::Tensor imageKey(const at::Tensor& x) const {
    return at::rms_norm(add_k_proj(x), norm_added_k.sizes(), norm_added_k, eps);
  }
};

struct FeedForward {
  Linear in, out;

  at::Tensor operator()(const at::Tensor& x) const {
    auto hidden = in(x);
    return out(at::gelu_(hidden, "tanh"));
  }
};

struct Block {
  at::Tensor scale_shift_table;  // [1, 6, dim]
  Attention attn1;               // self
  struct {
    at::Tensor weight, bias;
  } norm2;
  Attention attn2;  // cross
  FeedForward ffn;
};

ImageEmbedder takeImageEmbedder(weights::WeightReader& reader, const std::string& name,
                                const WanTransformerConfig& config) {
  const auto in = config.imageDim, dim = config.dim();
  const auto norm = [&](const char* leaf, const char* part, std::int64_t size) {
    return reader.take(name + leaf + part, {size}, kKept);
  };
  return {.norm1 = {norm(".norm1", ".weight", in), norm(".norm1", ".bias", in)},
          .norm2 = {norm(".norm2", ".weight", dim), norm(".norm2", ".bias", dim)},
          .ff = {takeLinear(reader, name + ".ff.net.0.proj", in, in), takeLinear(reader, name + ".ff.net.2", in, dim)}};
}

Attention takeAttention(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config) {
  const auto dim = config.dim();
  Attention attention;
  attention.heads = config.heads;
  attention.eps = config.eps;
  const auto linear = [&](const char* leaf) { return takeLinear(reader, name + leaf, dim, dim); };
  attention.to_q = linear(".to_q");
  attention.to_k = linear(".to_k");
  attention.to_v = linear(".to_v");
  attention.to_out = linear(".to_out.0");
  attention.norm_q = reader.take(name + ".norm_q.weight", {dim});
  attention.norm_k = reader.take(name + ".norm_k.weight", {dim});
  return attention;
}

Attention takeCrossAttention(weights::WeightReader& reader, const std::string& name,
                             const WanTransformerConfig& config) {
  const auto dim = config.dim();
  auto attention = takeAttention(reader, name, config);
  if (!config.takesImage()) return attention;
  attention.add_k_proj = takeLinear(reader, name + ".add_k_proj", dim, dim);
  attention.add_v_proj = takeLinear(reader, name + ".add_v_proj", dim, dim);
  attention.norm_added_k = reader.take(name + ".norm_added_k.weight", {dim});
  return attention;
}

Block takeBlock(weights::WeightReader& reader, const std::string& name, const WanTransformerConfig& config) {
  const auto dim = config.dim();
  return {.scale_shift_table = reader.take(name + ".scale_shift_table", {1, 6, dim}, kKept),
          .attn1 = takeAttention(reader, name + ".attn1", config),
          .norm2 = {reader.take(name + ".norm2.weight", {dim}, kKept), reader.take(name + ".norm2.bias", {dim}, kKept)},
          .attn2 = takeCrossAttention(reader, name + ".attn2", config),
          .ffn = {takeLinear(reader, name + ".ffn.net.0.proj", dim, config.ffnDim),
                  takeLinear(reader, name + ".ffn.net.2", config.ffnDim, dim)}};
}

// --- Arithmetic ------------------------------------------------------------------------------------------------------

// cos, then sin of t * 10000^(-i/half): [1, freqDim], float32.
at::Tensor sinusoid(double timestep, std::int64_t freqDim, at::Device device) {
  const auto half = freqDim / 2;
  // In float32 and in this order, as the reference: at t = 1000 a last bit of the exponent shows in the cosine.
  const auto exponents = at::arange(half, at::TensorOptions(device).dtype(at::kFloat)) * -std::log(10000.0) / half;
  const auto angles = exponents.exp() * timestep;
  return at::cat({angles.cos(), angles.sin()}).unsqueeze(0);
}

// Unit complex numbers cos + i sin of every token's angles: [tokens, 1, headDim / 2]. The channels of a head are split
// between frame, row and column; angles in float64, since the products of large positions need it.
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

// Turns each pair of neighbouring channels: [1, N, heads * headDim] -> [1, heads, N, headDim].
at::Tensor rotate(const at::Tensor& x, const at::Tensor& rotation, std::int64_t heads) {
  const auto pairs = x.to(at::kFloat).view({x.size(0), x.size(1), heads, -1, 2});
  at::view_as_complex(pairs).mul_(rotation);
  return pairs.flatten(3).to(x.scalar_type()).transpose(1, 2);
}

// x + y * gate, summed in float32 and rounded once. x is overwritten where it is float32.
at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate) {
  return x.to(at::kFloat).addcmul_(y.to(at::kFloat), gate).to(x.scalar_type());
}

}  // namespace

WanTransformerConfig WanTransformerConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, wanTransformerNames(checkpoint), "WAN transformer");
  const auto patch = probe.shape("patch_embedding.weight", 5);
  refuseVariants(probe, patch[1]);
  if (patch[2] != 1 || patch[3] != kPatch || patch[4] != kPatch)
    fail(ErrorKind::Unsupported, "{}: patches of {}x{}x{}; WAN 2.1 has 1x2x2", probe.file(), patch[2], patch[3],
         patch[4]);

  WanTransformerConfig config;
  const auto dim = patch[0];
  config.inChannels = patch[1];
  config.channels = probe.shape("proj_out.weight", 2)[0] / (kPatch * kPatch);
  if (probe.has(kImageNorm)) config.imageDim = probe.shape(kImageNorm, 1)[0];
  if (const auto in = config.takesImage() ? 2 * config.channels + kMaskChannels : config.channels;
      in != config.inChannels)
    fail(ErrorKind::Unsupported, "{} takes {} latent channels and gives {}; {} transformer that gives so many takes {}",
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

  Linear patch_embedding;  // the convolution's kernel equals its stride, so it is a product over each patch
  struct {
    TimestepEmbedder time_embedder;
    Linear time_proj;
    TextEmbedder text_embedder;
    ImageEmbedder image_embedder;
  } condition_embedder;
  std::vector<Block> blocks;
  at::Tensor scale_shift_table;  // [1, 2, dim]
  Linear proj_out;

  // The rotations of the latent size that was asked for last.
  std::mutex ropeMutex;
  std::array<std::int64_t, 3> ropeSize{};
  at::Tensor rope;

  at::Tensor rotationsFor(std::int64_t frames, std::int64_t rows, std::int64_t columns) {
    const std::lock_guard lock(ropeMutex);
    if (const std::array size{frames, rows, columns}; size != ropeSize) {
      rope = rotations(frames, rows, columns, config.headDim, device);
      ropeSize = size;
    }
    return rope;
  }
};

WanTransformer::WanTransformer(const WanTransformerConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader.device(), reader.dtype())) {
  auto& w = *m_weights;
  const auto dim = config.dim();
  w.patch_embedding = {reader.take("patch_embedding.weight", {dim, config.inChannels, 1, kPatch, kPatch}).flatten(1),
                       reader.take("patch_embedding.bias", {dim})};
  auto& condition = w.condition_embedder;
  const std::string name = "condition_embedder.";
  condition.time_embedder = {takeLinear(reader, name + "time_embedder.linear_1", config.freqDim, dim, Bias::Yes, kKept),
                             takeLinear(reader, name + "time_embedder.linear_2", dim, dim, Bias::Yes, kKept)};
  condition.time_proj = takeLinear(reader, name + "time_proj", dim, 6 * dim);
  condition.text_embedder = {takeLinear(reader, name + "text_embedder.linear_1", config.textDim, dim),
                             takeLinear(reader, name + "text_embedder.linear_2", dim, dim)};
  if (config.takesImage()) condition.image_embedder = takeImageEmbedder(reader, name + "image_embedder", config);
  for (std::int64_t i = 0; i < config.layers; ++i)
    w.blocks.push_back(takeBlock(reader, fmt::format("blocks.{}", i), config));
  w.scale_shift_table = reader.take("scale_shift_table", {1, 2, dim}, kKept);
  w.proj_out = takeLinear(reader, "proj_out", dim, config.channels * kPatch * kPatch);
}

WanTransformer::~WanTransformer() = default;
WanTransformer::WanTransformer(WanTransformer&&) noexcept = default;

WanTransformer::TextContext WanTransformer::prepareText(const at::Tensor& text) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto embedded = w.condition_embedder.text_embedder(text.to(w.device, w.dtype));  // [1, S, dim]
  TextContext context;
  for (const auto& block : w.blocks) {
    context.keys.push_back(splitHeads(block.attn2.key(embedded), w.config.heads));
    context.values.push_back(splitHeads(block.attn2.value(embedded), w.config.heads));
  }
  return context;
}

WanTransformer::Context WanTransformer::prepareImage(const at::Tensor& image) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto embedded = w.condition_embedder.image_embedder(image.to(w.device, w.dtype));  // [1, S, dim]
  Context context;
  for (const auto& block : w.blocks) {
    context.keys.push_back(splitHeads(block.attn2.imageKey(embedded), w.config.heads));
    context.values.push_back(splitHeads(block.attn2.add_v_proj(embedded), w.config.heads));
  }
  return context;
}

at::Tensor WanTransformer::forward(const at::Tensor& latents, double timestep, const TextContext& text,
                                   std::stop_token stop) const {
  const c10::InferenceMode inference;
  auto& w = *m_weights;
  const auto& config = w.config;
  const auto channels = config.channels, inChannels = config.inChannels, frames = latents.size(2);
  const auto rows = latents.size(3) / kPatch, columns = latents.size(4) / kPatch;
  const auto rotation = w.rotationsFor(frames, rows, columns);

  // Tokens: [1, C, F, H, W] -> [1, N, dim], N = F * H/2 * W/2, columns fastest.
  auto x = latents.to(w.device, w.dtype)
               .reshape({inChannels, frames, rows, kPatch, columns, kPatch})
               .permute({1, 2, 4, 0, 3, 5})
               .reshape({1, -1, inChannels * kPatch * kPatch});
  x = w.patch_embedding(x);

  // Time: [1, dim], and the six modulation vectors of every block, [1, 6, dim].
  const auto& condition = w.condition_embedder;
  auto time = condition.time_embedder.linear_1(sinusoid(timestep, config.freqDim, w.device));
  time = condition.time_embedder.linear_2(at::silu_(time)).to(w.dtype);
  const auto modulation = condition.time_proj(at::silu(time)).view({1, 6, -1}).to(at::kFloat);

  for (std::size_t i = 0; i < w.blocks.size(); ++i) {
    throwIfStopped(stop);
    const auto& block = w.blocks[i];
    const auto m = (block.scale_shift_table + modulation).unbind(1);  // shift, scale, gate, twice; [1, dim] each

    // Self-attention. y: [1, N, dim]; q, k, v: [1, heads, N, headDim]
    auto y = layerNorm32(x, (m[1] + 1).flatten(), m[0].flatten(), config.eps);
    const auto q = rotate(block.attn1.query(y), rotation, config.heads);
    const auto k = rotate(block.attn1.key(y), rotation, config.heads);
    const auto v = splitHeads(block.attn1.value(y), config.heads);
    x = addGated(x, block.attn1.to_out(attention(q, k, v)), m[2]);

    // Cross-attention to all S text rows, without a mask, and to the image's rows in an attention of its own.
    y = layerNorm32(x, block.norm2.weight, block.norm2.bias, config.eps);
    const auto asked = splitHeads(block.attn2.query(y), config.heads);
    y = attention(asked, text.keys[i], text.values[i]);
    if (config.takesImage()) y = y + attention(asked, text.image.keys.at(i), text.image.values.at(i));
    x.add_(block.attn2.to_out(y));

    // Feed-forward.
    y = layerNorm32(x, (m[4] + 1).flatten(), m[3].flatten(), config.eps);
    x = addGated(x, block.ffn(y), m[5]);
  }

  // Head: [1, N, 2 * 2 * C], channels fastest -> [1, C, F, H, W]
  const auto m = (w.scale_shift_table + time.to(at::kFloat).unsqueeze(1)).unbind(1);  // shift, scale
  x = w.proj_out(layerNorm32(x, (m[1] + 1).flatten(), m[0].flatten(), config.eps));
  return x.view({frames, rows, columns, kPatch, kPatch, channels})
      .permute({5, 0, 1, 3, 2, 4})
      .reshape({1, channels, frames, rows * kPatch, columns * kPatch});
}

const WanTransformerConfig& WanTransformer::config() const { return m_weights->config; }
at::ScalarType WanTransformer::dtype() const { return m_weights->dtype; }
at::Device WanTransformer::device() const { return m_weights->device; }

}  // namespace fb::models
