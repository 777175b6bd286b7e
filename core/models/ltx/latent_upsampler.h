// SPDX-License-Identifier: MIT
// The latent upsampler of LTX-Video's two-pass recipe (diffusers: LTXLatentUpsamplerModel).
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <stop_token>

namespace fb::models {

struct LatentUpsamplerConfig {
  std::int64_t channels = 128;  // of the latents
  std::int64_t midChannels = 512;
  std::int64_t blocks = 4;       // residual blocks before the upsampling, and the same number after it
  bool threeDimensional = true;  // 3D convolutions
  bool spatial = true;           // doubles height and width
  bool temporal = false;         // doubles the frames

  static LatentUpsamplerConfig detect(const weights::Checkpoint& checkpoint);
};

bool isLatentUpsampler(const weights::Checkpoint& checkpoint);
weights::NameMap latentUpsamplerNames(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call its const members at the same time.
class LatentUpsampler {
public:
  using Config = LatentUpsamplerConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return latentUpsamplerNames(checkpoint); }

  LatentUpsampler(const LatentUpsamplerConfig& config, weights::WeightReader& reader);
  ~LatentUpsampler();
  LatentUpsampler(LatentUpsampler&&) noexcept;

  // z: [1,C,F,h,w], not normalised. Returns [1,C,F,2h,2w] (spatial). Throws Stopped between two blocks.
  at::Tensor forward(const at::Tensor& z, std::stop_token stop) const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
