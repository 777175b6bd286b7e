// SPDX-License-Identifier: MIT
// LPIPS, version 0.1 (Zhang et al., arXiv 1801.03924): how differently an image network's layers respond to two images.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fb::models {

enum class LpipsNetwork { Vgg16, AlexNet };

struct LpipsConfig {
  LpipsNetwork network = LpipsNetwork::Vgg16;
  std::vector<std::int64_t> channels;  // that each convolution gives, in order

  // From tensor names and shapes. Throws Failure: Unsupported for SqueezeNet and for files that have only one of the
  // network and the linear layers, Corrupt.
  static LpipsConfig detect(const weights::Checkpoint& checkpoint);
  std::string name() const;  // "LPIPS with VGG16"
  // Images need as many pixels on each side.
  int minSide() const;
};

// By tensor names: those of the lpips package's state dict, or those of torchvision's network with the package's linear
// layers; also a file that has only some of them.
bool isLpips(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call forward.
class Lpips {
public:
  using Config = LpipsConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint);

  Lpips(const LpipsConfig& config, weights::WeightReader& reader);
  ~Lpips();
  Lpips(Lpips&&) noexcept;

  // a, b: [B, 3, H, W] from -1 to 1, both sides at least minSide(). Returns their distances, [B]. Throws Stopped
  // between two convolutions.
  at::Tensor forward(const at::Tensor& a, const at::Tensor& b, std::stop_token stop) const;

  const LpipsConfig& config() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
