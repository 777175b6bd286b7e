// SPDX-License-Identifier: MIT
// The video VAE of LTX-Video (AutoencoderKLLTXVideo) in its three published layouts.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace fb::models {

enum class LtxVaeLayout { V090, V091, V095 };

struct LtxVaeConfig {
  LtxVaeLayout layout = LtxVaeLayout::V095;
  std::int64_t latentChannels = 128;
  // Channels and residual blocks of every stage from the pixels to the latents, as diffusers' config lists them.
  std::vector<std::int64_t> encoderChannels, decoderChannels;
  std::vector<std::int64_t> encoderLayers, decoderLayers;
  bool timestepConditioning() const { return layout != LtxVaeLayout::V090; }
  bool injectsNoise() const { return layout == LtxVaeLayout::V091; }

  // From tensor names and shapes. Throws Failure.
  static LtxVaeConfig detect(const weights::Checkpoint& checkpoint);
};

// True for a VAE on its own and for a single file that contains it under "vae.".
bool isLtxVae(const weights::Checkpoint& checkpoint);
weights::NameMap ltxVaeNames(const weights::Checkpoint& checkpoint);
// Only the statistics [C], to compare two latent spaces without loading either VAE.
struct LtxLatentStatistics {
  at::Tensor mean, std;
};
LtxLatentStatistics ltxLatentStatistics(const weights::Checkpoint& checkpoint);

// Constant after construction; several threads may call its const members at the same time.
class LtxVae {
public:
  using Config = LtxVaeConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return ltxVaeNames(checkpoint); }

  // Which weights are read; the statistics always are.
  enum class Parts { All, Decoder };
  LtxVae(const LtxVaeConfig& config, weights::WeightReader& reader, Parts parts = Parts::All);
  ~LtxVae();
  LtxVae(LtxVae&&) noexcept;

  // Normalised latents [1,C,F,h,w] <-> the VAE's own: z * std + mean.
  at::Tensor denormalize(const at::Tensor& latents) const;
  at::Tensor normalize(const at::Tensor& z) const;

  using Progress = std::function<void(double done)>;
  // z: [1,C,F,h,w], not normalised; timestep: the decode timestep 0..1 if the layout is conditioned on it, otherwise
  // absent; noise: seeds the noise that layout 0.9.1 injects. Returns [1,3,8(F-1)+1,32h,32w] in about -1..1, in tiles
  // of 512 pixels if a side is longer and `tiled`. Throws Stopped between two blocks.
  at::Tensor decode(const at::Tensor& z, std::optional<double> timestep, bool tiled, std::uint64_t noiseSeed,
                    std::stop_token stop, const Progress& progress = {}) const;
  // For latents, float32, not normalised.
  struct Posterior {
    at::Tensor mean;  // [1,C,F,h,w]
    at::Tensor std;   // [1,1,F,h,w]
  };
  // Without the encoder, encode() throws Failure(Internal).
  bool hasEncoder() const;
  // video: [1,3,8n+1,H,W] in -1..1. Returns n+1 latent frames of H/32 x W/32.
  Posterior encode(const at::Tensor& video, std::stop_token stop) const;

  const LtxVaeConfig& config() const;
  at::ScalarType dtype() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

// The same without the encoder, which has more than half of the weights since 0.9.5, for what only decodes.
class LtxVaeDecoder : public LtxVae {
public:
  LtxVaeDecoder(const LtxVaeConfig& config, weights::WeightReader& reader) : LtxVae(config, reader, Parts::Decoder) {}
};

}  // namespace fb::models
