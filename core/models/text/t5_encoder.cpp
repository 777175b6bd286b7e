// SPDX-License-Identifier: MIT
// The arithmetic is that of transformers' T5EncoderModel and UMT5EncoderModel.
#include "models/text/t5_encoder.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <cmath>
#include <limits>
#include <vector>

namespace fb::models {
namespace {

// --- Names: transformers' to those of the original release -----------------------------------------------------------

const std::vector<Renaming> kOriginalNames = {
    {"shared.", "token_embedding."},
    {"encoder.final_layer_norm.", "norm."},
    {"encoder.block.", "blocks."},
    {".layer.0.SelfAttention.relative_attention_bias.", ".pos_embedding.embedding."},
    {".layer.0.SelfAttention.", ".attn."},
    {".layer.0.layer_norm.", ".norm1."},
    {".layer.1.layer_norm.", ".norm2."},
    {".layer.1.DenseReluDense.wi_0.", ".ffn.gate.0."},
    {".layer.1.DenseReluDense.wi_1.", ".ffn.fc1."},
    {".layer.1.DenseReluDense.wo.", ".ffn.fc2."},
};
constexpr auto kEmbedding = "shared.weight";
constexpr auto kEmbeddingAlias = "encoder.embed_tokens.weight";

std::string layerName(std::int64_t i, std::string_view leaf) {
  return fmt::format("encoder.block.{}.layer.{}", i, leaf);
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct Layer {
  struct {
    Linear q, k, v, o;
    at::Tensor relative_attention_bias;  // [buckets, heads]; undefined where an earlier layer's is used
  } SelfAttention;
  at::Tensor attentionNorm;
  struct {
    Linear wi_0, wi_1, wo;
  } DenseReluDense;
  at::Tensor denseNorm;
};

Layer takeLayer(weights::WeightReader& reader, std::int64_t i, const T5Config& config) {
  const auto linear = [&](const char* leaf, std::int64_t in, std::int64_t out,
                          std::optional<at::ScalarType> keepAs = {}) {
    return takeLinear(reader, layerName(i, leaf), in, out, Bias::None, keepAs);
  };
  const auto inner = config.heads * config.headDim;
  Layer layer;
  auto& attention = layer.SelfAttention;
  attention.q = linear("0.SelfAttention.q", config.dim, inner);
  attention.k = linear("0.SelfAttention.k", config.dim, inner);
  attention.v = linear("0.SelfAttention.v", config.dim, inner);
  attention.o = linear("0.SelfAttention.o", inner, config.dim);
  if (i == 0 || config.tableInEveryLayer)
    attention.relative_attention_bias =
        reader.take(layerName(i, "0.SelfAttention.relative_attention_bias.weight"), {config.buckets, config.heads});
  layer.attentionNorm = reader.take(layerName(i, "0.layer_norm.weight"), {config.dim});
  layer.DenseReluDense.wi_0 = linear("1.DenseReluDense.wi_0", config.dim, config.ffnDim);
  layer.DenseReluDense.wi_1 = linear("1.DenseReluDense.wi_1", config.dim, config.ffnDim);
  // Precision: the products of `wo` exceed float16's range in deep layers, so there its weights are kept in float32,
  // and the sum that they are added to becomes float32 as well.
  const auto wide = reader.dtype() == at::kHalf ? std::optional(at::kFloat) : std::nullopt;
  layer.DenseReluDense.wo = linear("1.DenseReluDense.wo", config.ffnDim, config.dim, wide);
  layer.denseNorm = reader.take(layerName(i, "1.layer_norm.weight"), {config.dim});
  return layer;
}

// --- Arithmetic ------------------------------------------------------------------------------------------------------

// Root mean square in float32, rounded to the model's dtype before the weight is applied.
at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps) {
  const auto wide = x.to(at::kFloat);
  const auto scale = (wide.square().mean(-1, /*keepdim=*/true) + eps).rsqrt_();
  return (wide * scale).to(weight.scalar_type()).mul_(weight);
}

// Row of the table for every pair of positions, [length, length]: exact distances up to a quarter of the buckets, then
// logarithmic ones up to maxDistance; keys behind the query use the second half.
at::Tensor relativeBuckets(std::int64_t length, const T5Config& config, at::Device device) {
  const auto positions = at::arange(length, at::TensorOptions(device).dtype(at::kLong));
  const auto offset = positions.unsqueeze(0) - positions.unsqueeze(1);  // key - query
  const auto half = config.buckets / 2, exact = half / 2;
  const auto distance = offset.abs();
  const auto far = (distance.to(at::kFloat) / exact).log() /
                   std::log(static_cast<double>(config.maxDistance) / static_cast<double>(exact)) * (half - exact);
  const auto farBucket = (far.to(at::kLong) + exact).clamp_max(half - 1);
  return at::where(distance < exact, distance, farBucket) + (offset > 0).to(at::kLong) * half;
}

}  // namespace

bool isT5Encoder(const weights::Checkpoint& checkpoint) {
  return checkpoint.find("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight") ||
         checkpoint.find("blocks.0.pos_embedding.embedding.weight");
}

weights::NameMap t5Names(const weights::Checkpoint& checkpoint) {
  if (checkpoint.find("token_embedding.weight"))
    return [](const std::string& name) { return renamed(name, kOriginalNames); };
  if (!checkpoint.find(kEmbedding))
    return [](const std::string& name) { return name == kEmbedding ? kEmbeddingAlias : name; };
  return [](const std::string& name) { return name; };
}

T5Config T5Config::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, t5Names(checkpoint), "T5 encoder");
  const auto table = [](std::int64_t i) { return layerName(i, "0.SelfAttention.relative_attention_bias.weight"); };
  T5Config config;
  config.layers = 0;
  while (probe.has(layerName(config.layers, "0.SelfAttention.q.weight"))) ++config.layers;
  config.tableInEveryLayer = config.layers < 2 || probe.has(table(1));

  const auto embedding = probe.shape(kEmbedding, 2);
  config.vocab = embedding[0];
  config.dim = embedding[1];
  const auto positions = probe.shape(table(0), 2);
  config.buckets = positions[0];
  config.heads = positions[1];
  config.headDim = probe.shape(layerName(0, "0.SelfAttention.q.weight"), 2)[0] / config.heads;
  config.ffnDim = probe.shape(layerName(0, "1.DenseReluDense.wi_0.weight"), 2)[0];
  const JsonObject document(probe.config(), probe.configName());
  config.maxDistance = document.integerOr("relative_attention_max_distance", static_cast<int>(config.maxDistance));
  config.eps = document.numberOr("layer_norm_epsilon", config.eps);
  return config;
}

struct T5Encoder::Weights {
  T5Config config;
  at::Device device;

  at::Tensor shared;  // [vocab, dim]
  std::vector<Layer> block;
  at::Tensor final_layer_norm;
};

T5Encoder::T5Encoder(const T5Config& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader.device())) {
  auto& w = *m_weights;
  w.shared = reader.take(kEmbedding, {config.vocab, config.dim});
  for (std::int64_t i = 0; i < config.layers; ++i) w.block.push_back(takeLayer(reader, i, config));
  w.final_layer_norm = reader.take("encoder.final_layer_norm.weight", {config.dim});
  // A second copy of the embedding, and the tokenizer that ComfyUI's files carry.
  reader.ignore(kEmbeddingAlias);
  reader.ignore("spiece_model");
}

T5Encoder::~T5Encoder() = default;
T5Encoder::T5Encoder(T5Encoder&&) noexcept = default;

at::Tensor T5Encoder::forward(const at::Tensor& ids, const at::Tensor& mask, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto& config = w.config;
  auto x = at::embedding(w.shared, ids.to(w.device));  // [1, S, dim]
  const auto buckets = relativeBuckets(ids.size(1), config, w.device);
  const auto hidden = mask.to(w.device).eq(0).view({1, 1, 1, -1});
  const auto biasFrom = [&](const at::Tensor& table) {  // [1, heads, S, S]
    return at::embedding(table, buckets)
        .permute({2, 0, 1})
        .unsqueeze(0)
        .contiguous()
        .masked_fill_(hidden, -std::numeric_limits<double>::infinity());
  };
  at::Tensor bias;

  for (const auto& layer : w.block) {
    throwIfStopped(stop);
    // Self-attention, unscaled.
    const auto& self = layer.SelfAttention;
    auto y = rmsNorm(x, layer.attentionNorm, config.eps);
    if (self.relative_attention_bias.defined()) bias = biasFrom(self.relative_attention_bias);
    y = attention(splitHeads(self.q(y), config.heads), splitHeads(self.k(y), config.heads),
                  splitHeads(self.v(y), config.heads), bias, /*scale=*/1.0);
    x = x + self.o(y);

    // Gated feed-forward.
    const auto& dense = layer.DenseReluDense;
    y = rmsNorm(x, layer.denseNorm, config.eps);
    auto gate = dense.wi_0(y);
    y = at::gelu_(gate, "tanh").mul_(dense.wi_1(y));
    x = x + dense.wo(y.to(dense.wo.dtype()));
  }
  return rmsNorm(x, w.final_layer_norm, config.eps);
}

const T5Config& T5Encoder::config() const { return m_weights->config; }

}  // namespace fb::models
