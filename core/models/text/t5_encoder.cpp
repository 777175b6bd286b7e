// SPDX-License-Identifier: MIT
// The arithmetic is that of transformers' T5EncoderModel and UMT5EncoderModel.
#include "models/text/t5_encoder.h"

#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/layers.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace fb::models {
namespace {

// --- Names: from transformers' to those of other releases ------------------------------------------------------

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
// As in llama.cpp's GGUF files.
const std::vector<Renaming> kGgufNames = {
    {"shared.", "token_embd."},
    {"encoder.final_layer_norm.", "enc.output_norm."},
    {"encoder.block.", "enc.blk."},
    {".layer.0.SelfAttention.relative_attention_bias.", ".attn_rel_b."},
    {".layer.0.SelfAttention.", ".attn_"},
    {".layer.0.layer_norm.", ".attn_norm."},
    {".layer.1.layer_norm.", ".ffn_norm."},
    {".layer.1.DenseReluDense.wi_0.", ".ffn_gate."},
    {".layer.1.DenseReluDense.wi_1.", ".ffn_up."},
    {".layer.1.DenseReluDense.wo.", ".ffn_down."},
};
constexpr auto kEmbedding = "shared.weight";
constexpr auto kEmbeddingAlias = "encoder.embed_tokens.weight";

std::string blockName(std::int64_t i) { return fmt::format("encoder.block.{}", i); }
std::string tableName(std::int64_t i) { return blockName(i) + ".layer.0.SelfAttention.relative_attention_bias.weight"; }

// --- Positions -------------------------------------------------------------------------------------------------------

// The row of the table for every pair of positions, [length, length]: exact distances up to a quarter of the buckets,
// then logarithmic ones up to maxDistance; keys after the query use the second half.
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

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

// Root mean square in float32, rounded to the model's dtype before the weight is applied.
struct Norm {
  at::Tensor weight;  // [dim]
  double eps;

  Norm(weights::WeightReader& reader, const std::string& name, const T5Config& config)
      : weight(reader.take(name + ".weight", {config.dim})), eps(config.eps) {}

  // x: [1, S, dim]
  at::Tensor operator()(const at::Tensor& x) const {
    const auto wide = x.to(at::kFloat);
    const auto scale = (wide.square().mean(-1, /*keepdim=*/true) + eps).rsqrt_();
    return (wide * scale).to(weight.scalar_type()).mul_(weight);
  }
};

// A matrix of which rows are read.
struct Table {
  at::Tensor weight;
  std::shared_ptr<const weights::LoraLayer> lora;  // null if no LoRA changes it, or all are in the weight

  Table(weights::WeightReader& reader, const std::string& name, at::IntArrayRef shape)
      : weight(reader.take(name, shape)), lora(reader.lora(name, shape, weight.scalar_type())) {}

  // The rows of all positions in `at`.
  at::Tensor rows(const at::Tensor& at) const { return at::embedding(lora ? lora->whole(weight) : weight, at); }
};

// Unscaled, with a bias for the distance between every two positions.
struct SelfAttention {
  Linear q, k, v, o;
  std::optional<Table> relative_attention_bias;  // [buckets, heads]; absent if an earlier block's is used
  std::int64_t heads;

  SelfAttention(weights::WeightReader& reader, const std::string& name, bool ownsTable, const T5Config& config)
      : q(reader, name + ".q", config.dim, config.heads * config.headDim, Bias::None),
        k(reader, name + ".k", config.dim, config.heads * config.headDim, Bias::None),
        v(reader, name + ".v", config.dim, config.heads * config.headDim, Bias::None),
        o(reader, name + ".o", config.heads * config.headDim, config.dim, Bias::None),
        heads(config.heads) {
    if (ownsTable)
      relative_attention_bias.emplace(reader, name + ".relative_attention_bias.weight",
                                      at::IntArrayRef{config.buckets, config.heads});
  }

  // x: [1, S, dim]; bias: [1, heads, S, S]
  at::Tensor operator()(const at::Tensor& x, const at::Tensor& bias) const {
    return o(attention(splitHeads(q(x), heads), splitHeads(k(x), heads), splitHeads(v(x), heads), bias, /*scale=*/1.0));
  }
};

// Gated by a second product of the input.
struct DenseReluDense {
  Linear wi_0, wi_1, wo;

  // Precision: the products of `wo` exceed float16's range in deep blocks, so its weights are kept in float32 there,
  // and the sum that they are added to becomes float32 as well.
  DenseReluDense(weights::WeightReader& reader, const std::string& name, const T5Config& config)
      : wi_0(reader, name + ".wi_0", config.dim, config.ffnDim, Bias::None),
        wi_1(reader, name + ".wi_1", config.dim, config.ffnDim, Bias::None),
        wo(reader, name + ".wo", config.ffnDim, config.dim, Bias::None,
           reader.dtype() == at::kHalf ? std::optional(at::kFloat) : std::nullopt) {}

  // x: [1, S, dim]
  at::Tensor operator()(const at::Tensor& x) const {
    auto gate = wi_0(x);
    return wo(at::gelu_(gate, "tanh").mul_(wi_1(x)).to(wo.dtype()));
  }
};

struct Block {
  SelfAttention self_attention;
  Norm attention_norm;
  DenseReluDense dense;
  Norm dense_norm;

  Block(weights::WeightReader& reader, const std::string& name, bool ownsTable, const T5Config& config)
      : self_attention(reader, name + ".layer.0.SelfAttention", ownsTable, config),
        attention_norm(reader, name + ".layer.0.layer_norm", config),
        dense(reader, name + ".layer.1.DenseReluDense", config),
        dense_norm(reader, name + ".layer.1.layer_norm", config) {}

  // x: [1, S, dim]; bias: [1, heads, S, S]
  at::Tensor operator()(at::Tensor x, const at::Tensor& bias) const {
    x = x + self_attention(attention_norm(x), bias);
    return x + dense(dense_norm(x));
  }
};

}  // namespace

bool isT5Encoder(const weights::Checkpoint& checkpoint) {
  return checkpoint.find("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight") ||
         checkpoint.find("blocks.0.pos_embedding.embedding.weight") || checkpoint.find("enc.blk.0.attn_rel_b.weight");
}

std::string t5OriginalName(const std::string& name) { return renamed(name, kOriginalNames); }

weights::NameMap t5Names(const weights::Checkpoint& checkpoint) {
  if (checkpoint.find("token_embedding.weight")) return t5OriginalName;
  if (checkpoint.find("token_embd.weight")) return [](const std::string& name) { return renamed(name, kGgufNames); };
  if (!checkpoint.find(kEmbedding))
    return [](const std::string& name) { return name == kEmbedding ? kEmbeddingAlias : name; };
  return [](const std::string& name) { return name; };
}

T5Config T5Config::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, t5Names(checkpoint), "T5 encoder");
  T5Config config;
  config.layers = 0;
  while (probe.has(blockName(config.layers) + ".layer.0.SelfAttention.q.weight")) ++config.layers;
  config.tableInEveryLayer = config.layers < 2 || probe.has(tableName(1));

  const auto embedding = probe.shape(kEmbedding, 2);
  config.vocab = embedding[0];
  config.dim = embedding[1];
  const auto positions = probe.shape(tableName(0), 2);
  config.buckets = positions[0];
  config.heads = positions[1];
  config.headDim = probe.shape(blockName(0) + ".layer.0.SelfAttention.q.weight", 2)[0] / config.heads;
  config.ffnDim = probe.shape(blockName(0) + ".layer.1.DenseReluDense.wi_0.weight", 2)[0];
  const JsonObject document(probe.config(), probe.configName());
  config.maxDistance = document.integerOr("relative_attention_max_distance", static_cast<int>(config.maxDistance));
  // Buckets between a quarter of them and this distance are logarithmic.
  if (config.buckets < 4 || config.maxDistance <= config.buckets / 4)
    fail(ErrorKind::Corrupt,
         "{}: {} buckets for distances up to {} are not possible; \"relative_attention_max_distance\" in {} must be "
         "above {}",
         probe.file(), config.buckets, config.maxDistance, probe.configName(),
         std::max<std::int64_t>(1, config.buckets / 4));
  config.eps = document.numberOr("layer_norm_epsilon", config.eps);
  return config;
}

struct T5Encoder::Weights {
  T5Config config;
  at::Device device;
  Table shared;  // [vocab, dim]
  std::vector<Block> blocks;
  Norm final_layer_norm;
  std::shared_ptr<weights::BlockStream> stream;
  std::shared_ptr<weights::LoraSet> loras;

  Weights(const T5Config& sizes, weights::WeightReader& reader)
      : config(sizes),
        device(reader.device()),
        shared(reader, kEmbedding, {config.vocab, config.dim}),
        blocks(blocksOf(
            reader, config.layers,
            [&](std::int64_t i) { return Block(reader, blockName(i), i == 0 || config.tableInEveryLayer, config); })),
        final_layer_norm(reader, "encoder.final_layer_norm", config),
        stream(reader.stream()),
        loras(reader.loras()) {
    // A second copy of the embedding, and the tokenizer in ComfyUI's files.
    reader.ignore(kEmbeddingAlias);
    reader.ignore("spiece_model");
  }
};

T5Encoder::T5Encoder(const T5Config& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

T5Encoder::~T5Encoder() = default;
T5Encoder::T5Encoder(T5Encoder&&) noexcept = default;

at::Tensor T5Encoder::forward(const at::Tensor& ids, const at::Tensor& mask, const ForwardControl& control) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  if (const auto last = ids.max().item<std::int64_t>(); last >= w.config.vocab)
    fail(ErrorKind::Invalid,
         "the prompt contains a special token (such as <extra_id_0>) for which the text encoder has no row: its id is "
         "{}, but there are {} rows; remove it from the prompt",
         last, w.config.vocab);
  const auto buckets = relativeBuckets(ids.size(1), w.config, w.device);
  const auto hidden = mask.to(w.device).eq(0).view({1, 1, 1, -1});
  const auto biasFrom = [&](const Table& table) {  // [1, heads, S, S]
    return table.rows(buckets).permute({2, 0, 1}).unsqueeze(0).contiguous().masked_fill_(
        hidden, -std::numeric_limits<double>::infinity());
  };

  auto x = w.shared.rows(ids.to(w.device));  // [1, S, dim]
  at::Tensor bias;
  BlockPass pass(control, w.device, w.stream, static_cast<std::int64_t>(w.blocks.size()));
  for (std::size_t i = 0; i < w.blocks.size(); ++i) {
    const auto use = pass.enter(i);
    const auto& block = w.blocks[i];
    if (const auto& table = block.self_attention.relative_attention_bias) bias = biasFrom(*table);
    x = block(std::move(x), bias);
  }
  return w.final_layer_norm(x);
}

const T5Config& T5Encoder::config() const { return m_weights->config; }

void T5Encoder::setLoraStrengths(std::span<const double> strengths) const {
  if (m_weights->loras) m_weights->loras->setStrengths(strengths);
}

}  // namespace fb::models
