// SPDX-License-Identifier: MIT
// The text encoder of T5 v1.1 (LTX) and of UMT5 (WAN), which differ only in which layers have a table of relative
// positions.
#pragma once

#include "models/block_pass.h"
#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <span>
#include <string>

namespace fb::models {

struct T5Config {
  std::int64_t vocab = 256384;
  std::int64_t dim = 4096;
  std::int64_t headDim = 64;
  std::int64_t heads = 64;
  std::int64_t ffnDim = 10240;
  std::int64_t layers = 24;
  std::int64_t buckets = 32;
  std::int64_t maxDistance = 128;
  double eps = 1e-6;
  bool tableInEveryLayer = true;  // UMT5; in T5 all layers use the first one's table

  static T5Config detect(const weights::Checkpoint& checkpoint);
};

bool isT5Encoder(const weights::Checkpoint& checkpoint);
weights::NameMap t5Names(const weights::Checkpoint& checkpoint);
// The name of a tensor in the authors' release of UMT5.
std::string t5OriginalName(const std::string& name);

// Constant after construction; several threads may call forward unless its blocks are streamed
// (weights/block_stream.h).
class T5Encoder {
public:
  using Config = T5Config;
  static constexpr auto kLoraOwner = weights::LoraOwner::TextEncoder;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return t5Names(checkpoint); }
  static std::string otherName(const std::string& name) { return t5OriginalName(name); }

  T5Encoder(const T5Config& config, weights::WeightReader& reader);
  ~T5Encoder();
  T5Encoder(T5Encoder&&) noexcept;

  // ids, mask: [1, S] int64, mask 1 on the prompt and its end token. Returns [1, S, dim] in the model's dtype (rows
  // after the prompt are the encoder's output, not zeroed). Throws Stopped between two layers.
  at::Tensor forward(const at::Tensor& ids, const at::Tensor& mask, const ForwardControl& control) const;

  const T5Config& config() const;
  // Of its LoRAs, in the order of their files; for forwards that begin afterwards.
  void setLoraStrengths(std::span<const double> strengths) const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
