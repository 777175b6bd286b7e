// SPDX-License-Identifier: MIT
// The arithmetic is that of transformers' Dinov2Model and Dinov2WithRegistersModel.
#include "models/perception/dinov2.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <ATen/ops/_upsample_bicubic2d_aa.h>
#include <ATen/ops/upsample_bicubic2d.h>
#include <c10/core/InferenceMode.h>

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace fb::models {
namespace {

constexpr auto kClassToken = "embeddings.cls_token";
constexpr auto kPatchEmbedding = "embeddings.patch_embeddings.projection.weight";
constexpr auto kPositions = "embeddings.position_embeddings";
constexpr auto kRegisters = "embeddings.register_tokens";
constexpr std::int64_t kHeadDim = 64;

std::string layerName(std::int64_t i) { return fmt::format("encoder.layer.{}", i); }

std::string sameName(const std::string& name) { return name; }

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct Embeddings {
  at::Tensor cls_token;            // [1, 1, dim]
  at::Tensor register_tokens;      // [1, registers, dim]; undefined if there are none
  at::Tensor position_embeddings;  // [1, 1 + side * side, dim]
  Linear projection;
  std::int64_t side, patch;

  Embeddings(weights::WeightReader& reader, const Dinov2Config& config)
      : cls_token(reader.take(kClassToken, {1, 1, config.dim})),
        register_tokens(config.registers > 0 ? reader.take(kRegisters, {1, config.registers, config.dim})
                                             : at::Tensor()),
        position_embeddings(reader.take(kPositions, {1, 1 + config.side * config.side, config.dim})),
        projection(Linear::overPatches(reader, "embeddings.patch_embeddings.projection",
                                       {config.dim, 3, config.patch, config.patch})),
        side(config.side),
        patch(config.patch) {
    // Replaces hidden patches in training.
    reader.ignore("embeddings.mask_token");
  }

  // Of rows x columns patches: [1, 1 + rows * columns, dim].
  at::Tensor positions(std::int64_t rows, std::int64_t columns) const {
    if (rows == side && columns == side) return position_embeddings;
    const auto stored = position_embeddings.narrow(1, 1, side * side)
                            .reshape({1, side, side, position_embeddings.size(2)})
                            .permute({0, 3, 1, 2})
                            .to(at::kFloat);
    // The two kinds of models were trained with different filters.
    const auto resized = register_tokens.defined()
                             ? at::_upsample_bicubic2d_aa(stored, {rows, columns}, /*align_corners=*/false)
                             : at::upsample_bicubic2d(stored, {rows, columns}, /*align_corners=*/false);
    return at::cat(
        {position_embeddings.narrow(1, 0, 1), resized.to(position_embeddings.scalar_type()).flatten(2).transpose(1, 2)},
        1);
  }

  // images: [B, 3, H, W] -> [B, 1 + registers + patches, dim], columns fastest
  at::Tensor operator()(const at::Tensor& images) const {
    const auto count = images.size(0), rows = images.size(2) / patch, columns = images.size(3) / patch;
    const auto pixels = images.to(cls_token.device(), cls_token.scalar_type())
                            .reshape({count, 3, rows, patch, columns, patch})
                            .permute({0, 2, 4, 1, 3, 5})
                            .reshape({count, rows * columns, -1});
    const auto x = at::cat({cls_token.expand({count, -1, -1}), projection(pixels)}, 1) + positions(rows, columns);
    if (!register_tokens.defined()) return x;
    return at::cat({x.narrow(1, 0, 1), register_tokens.expand({count, -1, -1}), x.narrow(1, 1, x.size(1) - 1)}, 1);
  }
};

struct Attention {
  Linear query, key, value, dense;
  std::int64_t heads;

  Attention(weights::WeightReader& reader, const std::string& name, const Dinov2Config& config)
      : query(reader, name + ".attention.query", config.dim, config.dim),
        key(reader, name + ".attention.key", config.dim, config.dim),
        value(reader, name + ".attention.value", config.dim, config.dim),
        dense(reader, name + ".output.dense", config.dim, config.dim),
        heads(config.heads) {}

  // x: [B, tokens, dim]
  at::Tensor operator()(const at::Tensor& x) const {
    return dense(attention(splitHeads(query(x), heads), splitHeads(key(x), heads), splitHeads(value(x), heads)));
  }
};

// silu(a) * b, where weights_in gives both.
struct GatedMlp {
  Linear weights_in, weights_out;

  GatedMlp(weights::WeightReader& reader, const std::string& name, const Dinov2Config& config)
      : weights_in(reader, name + ".weights_in", config.dim, 2 * config.ffnDim),
        weights_out(reader, name + ".weights_out", config.ffnDim, config.dim) {}

  // x: [B, tokens, dim]
  at::Tensor operator()(const at::Tensor& x) const {
    const auto halves = weights_in(x).chunk(2, -1);
    return weights_out(at::silu(halves[0]) * halves[1]);
  }
};

struct Layer {
  LayerNorm norm1;
  Attention attention;
  at::Tensor layer_scale1;  // [dim]
  LayerNorm norm2;
  std::optional<Mlp> mlp;
  std::optional<GatedMlp> gated;
  at::Tensor layer_scale2;  // [dim]

  Layer(weights::WeightReader& reader, const std::string& name, const Dinov2Config& config)
      : norm1(reader, name + ".norm1", config.dim, config.eps),
        attention(reader, name + ".attention", config),
        layer_scale1(reader.take(name + ".layer_scale1.lambda1", {config.dim})),
        norm2(reader, name + ".norm2", config.dim, config.eps),
        layer_scale2(reader.take(name + ".layer_scale2.lambda1", {config.dim})) {
    if (config.gated)
      gated.emplace(reader, name + ".mlp", config);
    else
      mlp.emplace(Linear(reader, name + ".mlp.fc1", config.dim, config.ffnDim),
                  Linear(reader, name + ".mlp.fc2", config.ffnDim, config.dim), Activation::Gelu);
  }

  // x: [B, tokens, dim]
  at::Tensor operator()(at::Tensor x) const {
    x = x + layer_scale1 * attention(norm1(x));
    const auto normalized = norm2(x);
    return x + layer_scale2 * (gated ? (*gated)(normalized) : (*mlp)(normalized));
  }
};

// The config next to the weights if it is one of a DINOv2 model: a file may lie next to the config of another one.
nlohmann::json ownConfig(const CheckpointProbe& probe) {
  const JsonObject document(probe.config(), probe.configName());
  const auto type = document.stringOr("model_type", "");
  return type == "dinov2" || type == "dinov2_with_registers" ? probe.config() : nlohmann::json::object();
}

}  // namespace

bool isDinov2(const weights::Checkpoint& checkpoint) {
  return checkpoint.find(kClassToken) && checkpoint.find(kPatchEmbedding) &&
         checkpoint.find(layerName(0) + ".layer_scale1.lambda1");
}

std::string Dinov2Config::name() const {
  const auto size = [&]() -> std::string {
    if (dim == 384 && layers == 12) return "ViT-S";
    if (dim == 768 && layers == 12) return "ViT-B";
    if (dim == 1024 && layers == 24) return "ViT-L";
    if (dim == 1536 && layers == 40) return "ViT-g";
    return {};
  }();
  return fmt::format("DINOv2 {}{}",
                     size.empty() ? fmt::format("{} x {}", layers, dim) : fmt::format("{}/{}", size, patch),
                     registers > 0 ? " with registers" : "");
}

Dinov2Config Dinov2Config::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, sameName, "DINOv2 model");
  const auto json = ownConfig(probe);
  const JsonObject document(json, probe.configName());
  const auto corrupt = [&](std::string_view reason) { fail(ErrorKind::Corrupt, "{}: {}", probe.file(), reason); };
  Dinov2Config config;
  const auto patch = probe.shape(kPatchEmbedding, 4);
  config.dim = patch[0];
  config.patch = patch[2];
  const auto positions = probe.shape(kPositions, 3)[1] - 1;
  config.side = std::llround(std::sqrt(static_cast<double>(positions)));
  if (config.side < 1 || config.side * config.side != positions)
    corrupt("its position embeddings are not for a square of patches");
  config.registers = probe.has(kRegisters) ? probe.shape(kRegisters, 3)[1] : 0;
  config.gated = probe.has(layerName(0) + ".mlp.weights_in.weight");
  config.ffnDim = config.gated ? probe.shape(layerName(0) + ".mlp.weights_in.weight", 2)[0] / 2
                               : probe.shape(layerName(0) + ".mlp.fc1.weight", 2)[0];
  config.layers = 0;
  while (probe.has(layerName(config.layers) + ".norm1.weight")) ++config.layers;
  if (config.layers < 1) corrupt("it has no layers");
  if (const auto said = document.integerOr("num_hidden_layers", static_cast<int>(config.layers)); said != config.layers)
    corrupt(fmt::format("it has tensors for {} layers, but its config.json says {}", config.layers, said));
  config.heads = document.integerOr("num_attention_heads", static_cast<int>(config.dim / kHeadDim));
  if (config.heads < 1 || config.dim % config.heads != 0)
    corrupt(fmt::format("{} channels cannot be split into {} heads", config.dim, config.heads));
  config.eps = document.numberOr("layer_norm_eps", config.eps);
  if (const auto activation = document.stringOr("hidden_act", "gelu"); !config.gated && activation != "gelu")
    fail(ErrorKind::Unsupported, "{} is a DINOv2 model with {} instead of GELU: give one of the published ones",
         probe.file(), activation);
  return config;
}

weights::NameMap Dinov2::names(const weights::Checkpoint& /*checkpoint*/) { return sameName; }

struct Dinov2::Weights {
  Dinov2Config config;
  Embeddings embeddings;
  std::vector<Layer> layers;
  LayerNorm layernorm;

  Weights(const Dinov2Config& sizes, weights::WeightReader& reader)
      : config(sizes),
        embeddings(reader, config),
        layers(stackOf(config.layers, [&](std::int64_t i) { return Layer(reader, layerName(i), config); })),
        layernorm(reader, "layernorm", config.dim, config.eps) {}
};

Dinov2::Dinov2(const Dinov2Config& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

Dinov2::~Dinov2() = default;
Dinov2::Dinov2(Dinov2&&) noexcept = default;

at::Tensor Dinov2::forward(const at::Tensor& images, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  auto x = w.embeddings(images);  // [B, tokens, dim]
  for (const auto& layer : w.layers) {
    throwIfStopped(stop);
    x = layer(std::move(x));
  }
  return w.layernorm(x.select(1, 0).contiguous());
}

const Dinov2Config& Dinov2::config() const { return m_weights->config; }

}  // namespace fb::models
