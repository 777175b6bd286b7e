// SPDX-License-Identifier: MIT
// The UMT5 text encoder (encoder half of T5 v1.1 with a relative position table in every layer).
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <stop_token>

namespace fb::models {

struct Umt5Config {
  std::int64_t vocab = 256384;
  std::int64_t dim = 4096;
  std::int64_t headDim = 64;
  std::int64_t heads = 64;
  std::int64_t ffnDim = 10240;
  std::int64_t layers = 24;
  std::int64_t buckets = 32;
  std::int64_t maxDistance = 128;
  double eps = 1e-6;

  static Umt5Config detect(const weights::Checkpoint& checkpoint);
};

bool isUmt5Encoder(const weights::Checkpoint& checkpoint);
weights::NameMap umt5Names(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call.
class Umt5Encoder {
public:
  Umt5Encoder(const Umt5Config& config, weights::WeightReader& reader);
  ~Umt5Encoder();
  Umt5Encoder(Umt5Encoder&&) noexcept;

  // ids, mask: [1, S] int64, mask 1 on the prompt and its end token. Gives [1, S, dim] in the model's dtype (rows past
  // the prompt are the encoder's, not zeroed). Throws Stopped between two layers.
  at::Tensor forward(const at::Tensor& ids, const at::Tensor& mask, std::stop_token stop) const;

  const Umt5Config& config() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
