// SPDX-License-Identifier: MIT
// The layers that the models share because they use them identically. Each is built from the weight reader and the
// checkpoint's name for it, and is constant afterwards.
#pragma once

#include "weights/long_lived.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fb::models {

enum class Bias { None, Yes };

// x * W^T + b. How the weight is stored, and what is added to it, concerns only this class.
class Linear {
public:
  // Takes `name`.weight [out, in] and `name`.bias [out]. keepAs: the dtype of both, the reader's by default.
  Linear(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
         Bias bias = Bias::Yes, std::optional<at::ScalarType> keepAs = {});
  // For weights that a checkpoint stores in another form. weight: [out, in]; bias: [out] or undefined.
  Linear(at::Tensor weight, at::Tensor bias);
  // weight: quantised or not, [out, in]; computes in dtype.
  Linear(weights::PackedWeight weight, at::Tensor bias, at::ScalarType dtype,
         std::shared_ptr<const weights::LoraLayer> lora = nullptr);
  // A convolution whose kernel equals its stride, or has a single tap: a product over each patch. kernel: its shape,
  // [out, in, ...].
  static Linear overPatches(weights::WeightReader& reader, const std::string& name, at::IntArrayRef kernel,
                            Bias bias = Bias::Yes, std::optional<at::ScalarType> keepAs = {});

  // x: [..., in] in dtype() -> [..., out]
  at::Tensor operator()(const at::Tensor& x) const;
  // The same followed by tanh GELU, in one pass where torch has one.
  at::Tensor withGeluTanh(const at::Tensor& x) const;
  at::ScalarType dtype() const { return m_dtype; }

private:
  // Without dequantising the weight: kernels/fp8_product.h.
  bool multipliesFp8(const at::Tensor& x) const;
  // [out, in] in dtype(); computed at every use if the weight is quantised or a LoRA changes it as a whole.
  at::Tensor weight() const;
  // Without LoRAs of low rank.
  at::Tensor product(const at::Tensor& x) const;

  weights::PackedWeight m_weight;
  at::Tensor m_bias;
  at::ScalarType m_dtype;
  std::shared_ptr<const weights::LoraLayer> m_lora;  // null if no LoRA changes it, or all are in the weight
};

enum class Activation { Silu, Gelu, GeluTanh };

// Two linear layers with an activation between them.
class Mlp {
public:
  Mlp(Linear in, Linear out, Activation activation);

  // x: [..., in] -> [..., out]
  at::Tensor operator()(const at::Tensor& x) const;

private:
  Linear m_in, m_out;
  Activation m_activation;
};

// Mean and variance over the last dimension, in the dtype of the weights; the result has x's dtype.
class LayerNorm {
public:
  LayerNorm(weights::WeightReader& reader, const std::string& name, std::int64_t dim, double eps,
            std::optional<at::ScalarType> keepAs = {});

  // x: [..., dim]
  at::Tensor operator()(const at::Tensor& x) const;

private:
  at::Tensor m_weight, m_bias;  // [dim]
  double m_eps;
};

// Root mean square over the last dimension, times the weight.
class RmsNorm {
public:
  RmsNorm(weights::WeightReader& reader, const std::string& name, std::int64_t dim, double eps);

  // x: [..., dim]
  at::Tensor operator()(const at::Tensor& x) const;
  // The same, after which each pair of adjacent channels is rotated; x: [B, N, heads * headDim], overwritten.
  // rotations: kernels/fused.h. Returns [B, heads, N, headDim].
  at::Tensor rotated(at::Tensor x, const at::Tensor& rotations, std::int64_t heads) const;

private:
  at::Tensor m_weight;  // [dim]
  double m_eps;
};

// The projections before and after an attention whose queries and keys are normalised over all heads together (WAN and
// LTX). Everything except the result of attention(): [B, N, dim] -> [B, N, dim].
struct AttentionProjections {
  Linear to_q, to_k, to_v, to_out;
  RmsNorm norm_q, norm_k;

  AttentionProjections(weights::WeightReader& reader, const std::string& name, std::int64_t dim, double eps);

  at::Tensor query(const at::Tensor& x) const { return norm_q(to_q(x)); }
  at::Tensor key(const at::Tensor& x) const { return norm_k(to_k(x)); }
  at::Tensor value(const at::Tensor& x) const { return to_v(x); }

  // From every token to every other, with queries and keys rotated by their positions.
  at::Tensor attendRotated(const at::Tensor& x, const at::Tensor& rotations, std::int64_t heads) const;
};

// [..., heads * headDim] -> [..., heads, S, headDim], for attention().
at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads);

// The only way to compute attention. Throws Failure(Unsupported) rather than hold the scores of a long sequence in
// memory. q: [B, heads, S, d], k and v: [B, heads, S', d], mask additive. Returns [B, S, heads * d].
at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                     const std::optional<at::Tensor>& mask = {}, std::optional<double> scale = {});

// How torch computes attention() of these: "flash", "memory-efficient", "cuDNN" or "math".
std::string_view attentionBackend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v);
// The same of the last self-attention of a transformer's block in this process; empty before the first. Any thread.
std::string_view lastAttentionBackend();

// What the cross-attention of one block reads from a prompt or an image: [B, heads, S, headDim] each.
struct KeysValues {
  at::Tensor keys, values;
};

// The same for every block of a model. Each block adds its own at its first use, in a forward that needs its weights
// anyway: a streamed model is not copied to the device once more for them. Used by one forward at a time.
class CrossContext {
public:
  // embedded: the prompt or image, [B, S, dim].
  CrossContext(at::Tensor embedded, std::size_t blocks) : m_embedded(std::move(embedded)), m_blocks(blocks) {}
  // One sample of a batch, with whose keys and values it shares memory.
  CrossContext(std::shared_ptr<CrossContext> batch, std::int64_t sample)
      : m_batch(std::move(batch)), m_sample(sample), m_blocks(m_batch->m_blocks.size()) {}

  // make: from the embedding to the block's keys and values.
  template <class Make>
  const KeysValues& of(std::size_t block, const Make& make) {
    auto& made = m_blocks.at(block);
    if (made.keys.defined()) return made;
    if (!m_batch) {
      const auto now = make(m_embedded);
      makeRoom(now);
      return made = {kept(m_room[block].keys, now.keys), kept(m_room[block].values, now.values)};
    }
    const auto& all = m_batch->of(block, make);
    return made = {all.keys.narrow(0, m_sample, 1), all.values.narrow(0, m_sample, 1)};
  }

private:
  // For all blocks at the first use: a tensor takes a few bytes of the heap even if its content is elsewhere, and made
  // block by block, these would lie between what each block computes with. That memory could not be used again.
  void makeRoom(const KeysValues& first) {
    if (!m_room.empty()) return;
    m_room.resize(m_blocks.size());
    for (auto& room : m_room) room = {weights::longLivedLike(first.keys), weights::longLivedLike(first.values)};
  }
  static at::Tensor kept(const at::Tensor& room, const at::Tensor& tensor) {
    if (!room.defined() || room.sizes() != tensor.sizes() || room.strides() != tensor.strides())
      return weights::longLived(tensor);
    room.copy_(tensor);
    return room;
  }

  at::Tensor m_embedded;                  // undefined if it is a sample of a batch
  std::shared_ptr<CrossContext> m_batch;  // null if it is not
  std::int64_t m_sample = 0;
  std::vector<KeysValues> m_blocks;
  std::vector<KeysValues> m_room;  // of m_blocks; where there is none, tensors stay as they are made
};

// `count` layers in order; layer i is build(i).
template <class Build>
auto stackOf(std::int64_t count, const Build& build) {
  std::vector<decltype(build(count))> layers;
  for (std::int64_t i = 0; i < count; ++i) layers.push_back(build(i));
  return layers;
}

// The same for the stack of equal blocks that makes up most of a model.
template <class Build>
auto blocksOf(weights::WeightReader& reader, std::int64_t count, const Build& build) {
  return stackOf(count, [&](std::int64_t i) {
    reader.beginBlock(i);
    auto block = build(i);
    reader.endBlock();
    return block;
  });
}

// The slices of x along `dim`, which has size N, to be bound to names.
template <std::size_t N>
std::array<at::Tensor, N> slices(const at::Tensor& x, std::int64_t dim) {
  std::array<at::Tensor, N> parts;
  for (std::size_t i = 0; i < N; ++i) parts[i] = x.select(dim, static_cast<std::int64_t>(i));
  return parts;
}

}  // namespace fb::models
