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

std::string layerName(std::int64_t i, std::string_view leaf) {
  return fmt::format("vision_model.encoder.layers.{}.{}", i, leaf);
}

std::string sameName(const std::string& name) { return name; }

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct LayerNorm {
  at::Tensor weight, bias;
  double eps;

  at::Tensor operator()(const at::Tensor& x) const { return at::layer_norm(x, weight.sizes(), weight, bias, eps); }
};

struct Layer {
  LayerNorm layer_norm1;
  struct {
    Linear q_proj, k_proj, v_proj, out_proj;
  } self_attn;
  LayerNorm layer_norm2;
  struct {
    Linear fc1, fc2;
  } mlp;
};

LayerNorm takeNorm(weights::WeightReader& reader, const std::string& name, const VisionEncoderConfig& config) {
  return {reader.take(name + ".weight", {config.dim}), reader.take(name + ".bias", {config.dim}), config.eps};
}

Layer takeLayer(weights::WeightReader& reader, std::int64_t i, const VisionEncoderConfig& config) {
  const auto square = [&](const char* leaf) { return takeLinear(reader, layerName(i, leaf), config.dim, config.dim); };
  return {.layer_norm1 = takeNorm(reader, layerName(i, "layer_norm1"), config),
          .self_attn = {square("self_attn.q_proj"), square("self_attn.k_proj"), square("self_attn.v_proj"),
                        square("self_attn.out_proj")},
          .layer_norm2 = takeNorm(reader, layerName(i, "layer_norm2"), config),
          .mlp = {takeLinear(reader, layerName(i, "mlp.fc1"), config.dim, config.ffnDim),
                  takeLinear(reader, layerName(i, "mlp.fc2"), config.ffnDim, config.dim)}};
}

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
  if (config.tokens() != probe.shape(kPositions, 2)[0]) corrupt("its positions are not those of a square of patches");
  config.ffnDim = probe.shape(layerName(0, "mlp.fc1.weight"), 2)[0];
  std::int64_t layers = 0;
  while (probe.has(layerName(layers, "layer_norm1.weight"))) ++layers;
  config.layers = document.integerOr("num_hidden_layers", static_cast<int>(layers));
  config.heads = document.integerOr("num_attention_heads", static_cast<int>(config.dim / kHeadDim));
  if (config.layers <= 0) corrupt("it has no layers");
  if (config.heads <= 0 || config.dim % config.heads != 0)
    corrupt(fmt::format("{} channels do not split into {} heads", config.dim, config.heads));
  config.eps = document.numberOr("layer_norm_eps", config.eps);
  if (const auto activation = document.stringOr("hidden_act", "gelu"); activation != "gelu")
    fail(ErrorKind::Unsupported,
         "{} is a CLIP image encoder with {} instead of GELU: WAN 2.1 image-to-video models use CLIP ViT-H/14",
         probe.file(), activation);
  return config;
}

struct VisionEncoder::Weights {
  VisionEncoderConfig config;
  at::Device device;

  struct {
    at::Tensor class_embedding;     // [dim]
    Linear patch_embedding;         // the convolution's kernel equals its stride, so it is a product over each patch
    at::Tensor position_embedding;  // [tokens, dim]
  } embeddings;
  LayerNorm pre_layrnorm;
  std::vector<Layer> layers;  // all but the last
};

VisionEncoder::VisionEncoder(const VisionEncoderConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader.device())) {
  auto& w = *m_weights;
  w.embeddings.class_embedding = reader.take("vision_model.embeddings.class_embedding", {config.dim});
  w.embeddings.patch_embedding.weight =
      reader.take(kPatchEmbedding, {config.dim, 3, config.patch, config.patch}).flatten(1);
  w.embeddings.position_embedding = reader.take(kPositions, {config.tokens(), config.dim});
  w.pre_layrnorm = takeNorm(reader, "vision_model.pre_layrnorm", config);
  for (std::int64_t i = 0; i + 1 < config.layers; ++i) w.layers.push_back(takeLayer(reader, i, config));
  // Taken so that an incomplete file is told from a whole one; the result comes from before them.
  takeLayer(reader, config.layers - 1, config);
  takeNorm(reader, "vision_model.post_layernorm", config);
  // Of models with a projection, and a constant that older files carry.
  reader.ignore("visual_projection.weight");
  reader.ignore("vision_model.embeddings.position_ids");
}

VisionEncoder::~VisionEncoder() = default;
VisionEncoder::VisionEncoder(VisionEncoder&&) noexcept = default;

at::Tensor VisionEncoder::forward(const at::Tensor& image, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto& config = w.config;
  const auto side = config.imageSize / config.patch;

  // Tokens: [1, 3, H, W] -> [1, side * side, dim], columns fastest, the one of the whole image in front.
  const auto dtype = w.embeddings.class_embedding.scalar_type();
  auto x = image.to(w.device, dtype)
               .reshape({3, side, config.patch, side, config.patch})
               .permute({1, 3, 0, 2, 4})
               .reshape({1, side * side, -1});
  x = at::cat({w.embeddings.class_embedding.view({1, 1, -1}), w.embeddings.patch_embedding(x)}, 1);
  x = w.pre_layrnorm(x + w.embeddings.position_embedding);

  for (const auto& layer : w.layers) {
    throwIfStopped(stop);
    const auto& self = layer.self_attn;
    auto y = layer.layer_norm1(x);
    y = attention(splitHeads(self.q_proj(y), config.heads), splitHeads(self.k_proj(y), config.heads),
                  splitHeads(self.v_proj(y), config.heads));
    x = x + self.out_proj(y);
    x = x + layer.mlp.fc2(at::gelu(layer.mlp.fc1(layer.layer_norm2(x))));
  }
  return x;
}

const VisionEncoderConfig& VisionEncoder::config() const { return m_weights->config; }

}  // namespace fb::models
