// SPDX-License-Identifier: MIT
// The arithmetic is that of transformers' CLIPVisionModel up to its second last hidden state.
#include "models/image/vision_encoder.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <cmath>
#include <vector>

namespace fb::models {
namespace {

constexpr std::string_view kPrefix = "vision_model.";
constexpr auto kPatchEmbedding = "vision_model.embeddings.patch_embedding.weight";
constexpr auto kPositions = "vision_model.embeddings.position_embedding.weight";
constexpr std::int64_t kHeadDim = 80;  // of ViT-H

std::string layerName(std::int64_t i) { return fmt::format("vision_model.encoder.layers.{}", i); }

std::string sameName(const std::string& name) { return name; }

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct SelfAttention {
  Linear q_proj, k_proj, v_proj, out_proj;
  std::int64_t heads;

  SelfAttention(weights::WeightReader& reader, const std::string& name, const VisionEncoderConfig& config)
      : q_proj(reader, name + ".q_proj", config.dim, config.dim),
        k_proj(reader, name + ".k_proj", config.dim, config.dim),
        v_proj(reader, name + ".v_proj", config.dim, config.dim),
        out_proj(reader, name + ".out_proj", config.dim, config.dim),
        heads(config.heads) {}

  at::Tensor operator()(const at::Tensor& x) const {
    return out_proj(
        attention(splitHeads(q_proj(x), heads), splitHeads(k_proj(x), heads), splitHeads(v_proj(x), heads)));
  }
};

struct Layer {
  LayerNorm layer_norm1;
  SelfAttention self_attn;
  LayerNorm layer_norm2;
  Mlp mlp;

  Layer(weights::WeightReader& reader, const std::string& name, const VisionEncoderConfig& config)
      : layer_norm1(reader, name + ".layer_norm1", config.dim, config.eps),
        self_attn(reader, name + ".self_attn", config),
        layer_norm2(reader, name + ".layer_norm2", config.dim, config.eps),
        mlp{{reader, name + ".mlp.fc1", config.dim, config.ffnDim},
            {reader, name + ".mlp.fc2", config.ffnDim, config.dim},
            Activation::Gelu} {}

  // x: [1, tokens, dim]
  at::Tensor operator()(at::Tensor x) const {
    x = x + self_attn(layer_norm1(x));
    return x + mlp(layer_norm2(x));
  }
};

// One token per patch, preceded by one for the whole image.
struct Embeddings {
  at::Tensor class_embedding;     // [dim]
  Linear patch_embedding;         // without a bias
  at::Tensor position_embedding;  // [tokens, dim]
  std::int64_t side, patch;       // patches per side, pixels per patch's side

  Embeddings(weights::WeightReader& reader, const VisionEncoderConfig& config)
      : class_embedding(reader.take("vision_model.embeddings.class_embedding", {config.dim})),
        patch_embedding(Linear::overPatches(reader, "vision_model.embeddings.patch_embedding",
                                            {config.dim, 3, config.patch, config.patch}, Bias::None)),
        position_embedding(reader.take(kPositions, {config.tokens(), config.dim})),
        side(config.imageSize / config.patch),
        patch(config.patch) {}

  // image: [1, 3, H, W] -> [1, 1 + side * side, dim], columns fastest
  at::Tensor operator()(const at::Tensor& image) const {
    const auto pixels = image.to(class_embedding.device(), class_embedding.scalar_type())
                            .reshape({3, side, patch, side, patch})
                            .permute({1, 3, 0, 2, 4})
                            .reshape({1, side * side, -1});
    return at::cat({class_embedding.view({1, 1, -1}), patch_embedding(pixels)}, 1) + position_embedding;
  }
};

}  // namespace

bool isVisionEncoder(const weights::Checkpoint& checkpoint) {
  return checkpoint.find(visionEncoderNames(checkpoint)("vision_model.pre_layrnorm.weight")) &&
         checkpoint.find(visionEncoderNames(checkpoint)(kPatchEmbedding));
}

weights::NameMap visionEncoderNames(const weights::Checkpoint& checkpoint) {
  if (checkpoint.find(kPatchEmbedding)) return sameName;
  return [](const std::string& name) { return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name; };
}

VisionEncoderConfig VisionEncoderConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, visionEncoderNames(checkpoint), "CLIP image encoder");
  const JsonObject document(probe.config(), probe.configName());
  const auto corrupt = [&](std::string_view reason) { fail(ErrorKind::Corrupt, "{}: {}", probe.file(), reason); };
  VisionEncoderConfig config;
  const auto patch = probe.shape(kPatchEmbedding, 4);
  config.dim = patch[0];
  config.patch = patch[2];
  if (config.patch <= 0) corrupt("its patches have no pixels");
  const auto side = std::llround(std::sqrt(static_cast<double>(probe.shape(kPositions, 2)[0] - 1)));
  config.imageSize = side * config.patch;
  if (config.tokens() != probe.shape(kPositions, 2)[0])
    corrupt("its position embeddings are not for a square of patches");
  config.ffnDim = probe.shape(layerName(0) + ".mlp.fc1.weight", 2)[0];
  std::int64_t layers = 0;
  while (probe.has(layerName(layers) + ".layer_norm1.weight")) ++layers;
  config.layers = layers;
  if (const auto said = document.integerOr("num_hidden_layers", static_cast<int>(layers)); said != layers)
    corrupt(fmt::format("it has tensors for {} layers, but its config.json says {}", layers, said));
  config.heads = document.integerOr("num_attention_heads", static_cast<int>(config.dim / kHeadDim));
  if (config.layers <= 0) corrupt("it has no layers");
  if (config.heads <= 0 || config.dim % config.heads != 0)
    corrupt(fmt::format("{} channels cannot be split into {} heads", config.dim, config.heads));
  config.eps = document.numberOr("layer_norm_eps", config.eps);
  if (const auto activation = document.stringOr("hidden_act", "gelu"); activation != "gelu")
    fail(ErrorKind::Unsupported,
         "{} is a CLIP image encoder with {} instead of GELU: WAN 2.1 image-to-video models use CLIP ViT-H/14",
         probe.file(), activation);
  return config;
}

struct VisionEncoder::Weights {
  VisionEncoderConfig config;
  Embeddings embeddings;
  LayerNorm pre_layrnorm;
  std::vector<Layer> layers;  // all but the last

  Weights(const VisionEncoderConfig& sizes, weights::WeightReader& reader)
      : config(sizes),
        embeddings(reader, config),
        pre_layrnorm(reader, "vision_model.pre_layrnorm", config.dim, config.eps),
        layers(stackOf(config.layers - 1, [&](std::int64_t i) { return Layer(reader, layerName(i), config); })) {
    // Read so that incomplete files are detected; the result does not depend on them.
    static_cast<void>(Layer(reader, layerName(config.layers - 1), config));
    static_cast<void>(LayerNorm(reader, "vision_model.post_layernorm", config.dim, config.eps));
    // For models with a projection, and a constant that older files contain.
    reader.ignore("visual_projection.weight");
    reader.ignore("vision_model.embeddings.position_ids");
  }
};

VisionEncoder::VisionEncoder(const VisionEncoderConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

VisionEncoder::~VisionEncoder() = default;
VisionEncoder::VisionEncoder(VisionEncoder&&) noexcept = default;

at::Tensor VisionEncoder::forward(const at::Tensor& image, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = w.pre_layrnorm(w.embeddings(image));  // [1, tokens, dim]
  for (const auto& layer : w.layers) {
    throwIfStopped(stop);
    x = layer(std::move(x));
  }
  return x;
}

const VisionEncoderConfig& VisionEncoder::config() const { return m_weights->config; }

}  // namespace fb::models
