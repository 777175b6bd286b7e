// SPDX-License-Identifier: MIT
// The causal video VAE of WAN 2.1 (AutoencoderKLWan). Published weights are float32, and the engine uses them so.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fb::models {

struct WanVaeConfig {
  std::int64_t baseDim = 96;
  std::int64_t latentChannels = 16;
  std::vector<std::int64_t> dimMult{1, 2, 4, 4};
  int resBlocks = 2;
  std::vector<bool> temporalDownsample{false, true, true};
  std::vector<double> latentsMean;  // per channel, of the latents that the transformer sees
  std::vector<double> latentsStd;

  // Levels of the encoder, and of the decoder in reverse; the sides are halved from each to the next.
  std::int64_t levels() const { return static_cast<std::int64_t>(dimMult.size()); }
  std::int64_t width(std::int64_t level) const { return baseDim * dimMult[static_cast<std::size_t>(level)]; }
  std::int64_t deepest() const { return width(levels() - 1); }
  // The frames are also halved after this level.
  bool temporal(std::int64_t level) const { return temporalDownsample[static_cast<std::size_t>(level)]; }
  std::int64_t pixelsPerLatent() const { return std::int64_t{1} << temporalDownsample.size(); }  // along a side
  std::int64_t framesPerLatent() const {
    return std::int64_t{1} << std::count(temporalDownsample.begin(), temporalDownsample.end(), true);
  }

  // Sizes from tensor shapes; mean and std from the config next to the weights, otherwise the published ones of WAN 2.1
  // (only if the sizes are WAN 2.1's). Throws Failure.
  static WanVaeConfig detect(const weights::Checkpoint& checkpoint);
};

// How many latent frames of this many pixels each, after the first one, the VAE processes together: small ones would
// otherwise take more time between the operations than in them.
std::int64_t wanFramesAtOnce(std::int64_t pixels);

bool isWanVae(const weights::Checkpoint& checkpoint);
weights::NameMap wanVaeNames(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call its const members at the same time.
class WanVae {
public:
  using Config = WanVaeConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return wanVaeNames(checkpoint); }

  WanVae(const WanVaeConfig& config, weights::WeightReader& reader);
  ~WanVae();
  WanVae(WanVae&&) noexcept;

  // Normalised latents [1,C,F,h,w] <-> the VAE's own: z * std + mean.
  at::Tensor denormalize(const at::Tensor& latents) const;
  at::Tensor normalize(const at::Tensor& z) const;

  using Progress = std::function<void(double done)>;
  // z: [1,C,F,h,w], not normalised. Returns [1,3,4(F-1)+1,8h,8w] in -1..1 and the reader's dtype, the first latent
  // frame and then wanFramesAtOnce() at a time, with the feature cache; in 256-pixel tiles if `tiled` and a side
  // exceeds 256 pixels. progress is told after each. Throws Stopped between two layers.
  at::Tensor decode(const at::Tensor& z, bool tiled, std::stop_token stop, const Progress& progress = {}) const;
  // video: [1,3,4n+1,H,W] in -1..1. Returns the mean of the posterior [1,C,n+1,H/8,W/8].
  at::Tensor encode(const at::Tensor& video, std::stop_token stop) const;

  const WanVaeConfig& config() const;
  at::ScalarType dtype() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

}  // namespace fb::models
