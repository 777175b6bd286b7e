// SPDX-License-Identifier: MIT
// DINOv2 (Oquab et al., arXiv 2304.07193), with or without registers (Darcet et al., arXiv 2309.16588): a vision
// transformer whose class token describes an image.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace fb::models {

struct Dinov2Config {
  std::int64_t dim = 384;
  std::int64_t heads = 6;
  std::int64_t layers = 12;
  std::int64_t ffnDim = 1536;  // of the hidden layer; of one of its two halves if it is gated
  bool gated = false;          // SwiGLU instead of GELU, as in ViT-g
  std::int64_t patch = 14;
  std::int64_t side = 37;  // patches per side that have a stored position
  std::int64_t registers = 0;
  double eps = 1e-6;

  // Sizes from tensor shapes. The number of heads and eps come from the config next to the weights if that is one of a
  // DINOv2 model; otherwise, heads have 64 channels, as in all published sizes. Throws Failure: Unsupported for
  // activations other than GELU, Corrupt.
  static Dinov2Config detect(const weights::Checkpoint& checkpoint);
  // "DINOv2 ViT-S/14", "DINOv2 3 x 48" for other sizes; " with registers".
  std::string name() const;
};

// By tensor names: those of transformers' Dinov2Model and Dinov2WithRegistersModel as they are published.
bool isDinov2(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call forward.
class Dinov2 {
public:
  using Config = Dinov2Config;
  static weights::NameMap names(const weights::Checkpoint& checkpoint);

  Dinov2(const Dinov2Config& config, weights::WeightReader& reader);
  ~Dinov2();
  Dinov2(Dinov2&&) noexcept;

  // images: [B, 3, H, W], normalised; H and W are multiples of the patch. Returns the normalised class tokens, [B,
  // dim]. Throws Stopped between two layers.
  at::Tensor forward(const at::Tensor& images, std::stop_token stop) const;

  const Dinov2Config& config() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
