// SPDX-License-Identifier: MIT
// The vision half of CLIP ViT-H/14, through which a WAN 2.1 image-to-video transformer sees its image.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <stop_token>

namespace fb::models {

struct VisionEncoderConfig {
  std::int64_t dim = 1280;
  std::int64_t heads = 16;
  std::int64_t layers = 32;
  std::int64_t ffnDim = 5120;
  std::int64_t patch = 14;
  std::int64_t imageSize = 224;  // pixels per side
  double eps = 1e-5;
  // Number of output rows: one for the whole image, then one per patch.
  std::int64_t tokens() const { return (imageSize / patch) * (imageSize / patch) + 1; }

  // Sizes from tensor shapes; the number of heads from the config next to the weights, or 80 channels per head, as
  // ViT-H has. Throws Failure: Unsupported for activations other than GELU, Corrupt.
  static VisionEncoderConfig detect(const weights::Checkpoint& checkpoint);
};

bool isVisionEncoder(const weights::Checkpoint& checkpoint);
// Names with `vision_model.` to those of this checkpoint, which may lack it.
weights::NameMap visionEncoderNames(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call forward.
class VisionEncoder {
public:
  using Config = VisionEncoderConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return visionEncoderNames(checkpoint); }

  VisionEncoder(const VisionEncoderConfig& config, weights::WeightReader& reader);
  ~VisionEncoder();
  VisionEncoder(VisionEncoder&&) noexcept;

  // image: [1, 3, imageSize, imageSize], normalised for CLIP. Returns the input of the last layer, [1, tokens, dim] in
  // the model's dtype. Throws Stopped between two layers.
  at::Tensor forward(const at::Tensor& image, std::stop_token stop) const;

  const VisionEncoderConfig& config() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
