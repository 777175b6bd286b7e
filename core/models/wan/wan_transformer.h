// SPDX-License-Identifier: MIT
// The WAN 2.1 diffusion transformer: text-to-video, and image-to-video, which sees an image in addition to the text.
#pragma once

#include "models/block_pass.h"
#include "models/layers.h"
#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fb::models {

struct WanTransformerConfig {
  std::int64_t heads = 0;
  std::int64_t headDim = 128;
  std::int64_t layers = 0;
  std::int64_t ffnDim = 0;
  std::int64_t textDim = 4096;
  std::int64_t freqDim = 256;
  std::int64_t channels = 16;  // of the output latents
  // Of the input: the latents, and in an image-to-video transformer also 4 mask channels and the image's latents.
  std::int64_t inChannels = 16;
  std::int64_t imageDim = 0;  // of the vision encoder's rows; 0: text-to-video
  double eps = 1e-6;
  std::int64_t dim() const { return heads * headDim; }
  bool takesImage() const { return imageDim > 0; }

  // Sizes from tensor shapes, the number of heads from the config next to the weights or 128 channels per head. Throws
  // Failure: Unsupported with the name of the variant (FLF2V, VACE, WAN 2.2 5B, ...), Corrupt.
  static WanTransformerConfig detect(const weights::Checkpoint& checkpoint);
};

// Shift, scale and gate of the self-attention and of the feed-forward layers.
inline constexpr std::int64_t kWanModulations = 6;

// True if the tensor names are those of a WAN transformer, in either layout.
bool isWanTransformer(const weights::Checkpoint& checkpoint);
// Maps model names (diffusers) to those of this checkpoint's layout.
weights::NameMap wanTransformerNames(const weights::Checkpoint& checkpoint);
// The original layout's name of a tensor.
std::string wanOriginalName(const std::string& name);

// Constant after construction; several threads may call its const members at the same time unless its blocks are
// streamed (weights/block_stream.h).
class WanTransformer {
public:
  using Config = WanTransformerConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return wanTransformerNames(checkpoint); }
  static std::string otherName(const std::string& name) { return wanOriginalName(name); }

  // Takes every tensor of the architecture from the reader; the caller calls finish().
  WanTransformer(const WanTransformerConfig& config, weights::WeightReader& reader);
  ~WanTransformer();
  WanTransformer(WanTransformer&&) noexcept;

  // What the cross-attention of every block reads; made once per prompt and image, and used by one forward at a time.
  // Copies share it.
  struct TextContext {
    std::shared_ptr<CrossContext> text;
    std::shared_ptr<CrossContext> image;  // required for an image-to-video transformer, otherwise null
    at::Tensor repeats;  // additive, [1, 1, 1, S]: the logarithm of how often each row counts; undefined if once

    // Of a batch: the context of one of its samples, which shares its memory.
    TextContext of(std::int64_t sample) const;
  };
  // text: [B, S, textDim], rows after the prompt zero; B prompts for a forward with a batch of as many latents.
  TextContext prepareText(const at::Tensor& text) const;
  // image: [B, S, imageDim], the vision encoder's rows. For an image-to-video transformer only.
  std::shared_ptr<CrossContext> prepareImage(const at::Tensor& image) const;

  // The angles by which queries and keys are rotated at every token; computed once per latent size.
  struct Rope {
    at::Tensor rotations;  // [N, 1, headDim / 2] complex float32, on the unit circle
  };
  Rope prepareRope(std::int64_t frames, std::int64_t height, std::int64_t width) const;

  // What forwards read of a timestep in 0..1000.
  struct Time {
    at::Tensor embedding;   // [1, dim], float32
    at::Tensor modulation;  // [1, kWanModulations, dim], float32: every block adds its own table to it
  };
  Time prepareTime(double timestep) const;

  // latents: [B, inChannels, F, H, W] in any dtype, H and W even; rope: for F, H, W. Returns the velocity [B, channels,
  // F, H, W] in the model's dtype. residual: what all blocks together add to the tokens [B, N, dim]; if undefined, it
  // is set; if defined, it is used instead of the blocks. Throws Stopped between two blocks.
  at::Tensor forward(const at::Tensor& latents, const Time& time, const Rope& rope, const TextContext& context,
                     const ForwardControl& control, at::Tensor* residual = nullptr) const;
  at::Tensor forward(const at::Tensor& latents, double timestep, const Rope& rope, const TextContext& context,
                     const ForwardControl& control, at::Tensor* residual = nullptr) const {
    return forward(latents, prepareTime(timestep), rope, context, control, residual);
  }
  // [1, dim], float32.
  at::Tensor timeEmbedding(double timestep) const;
  // [1, kWanModulations, dim], float32: what every block adds its own table to.
  at::Tensor timeModulation(double timestep) const;

  const WanTransformerConfig& config() const;
  // Of its LoRAs, in the order of their files; for forwards that begin afterwards. Contexts depend on them.
  void setLoraStrengths(std::span<const double> strengths) const;
  // Drops the contexts of earlier prompts that nobody uses (models/spare_contexts.h); true if there were any.
  bool dropSpareContexts() const;
  // Counts the changes of the strengths: forwards of different revisions may differ.
  std::uint64_t loraRevision() const;
  at::ScalarType dtype() const;

private:
  struct Weights;
  std::unique_ptr<Weights> m_weights;
};

// WanTransformer::timeEmbedding() and timeModulation() on the CPU, without the rest of the model. dtype: the model's.
std::function<at::Tensor(double timestep)> wanTimeEmbedding(const weights::Checkpoint& checkpoint);
std::function<at::Tensor(double timestep)> wanTimeModulation(const weights::Checkpoint& checkpoint,
                                                             at::ScalarType dtype);

}  // namespace fb::models
