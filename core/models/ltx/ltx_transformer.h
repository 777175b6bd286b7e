// SPDX-License-Identifier: MIT
// The LTX-Video diffusion transformer (2B and 13B; HaCohen et al., arXiv 2501.00103).
#pragma once

#include "models/block_pass.h"
#include "models/layers.h"
#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fb::models {

struct LtxTransformerConfig {
  std::int64_t heads = 32;
  std::int64_t headDim = 64;
  std::int64_t layers = 0;
  std::int64_t captionDim = 4096;
  std::int64_t channels = 128;  // of the latents, in and out
  double eps = 1e-6;            // of the block norms
  double qkEps = 1e-5;
  // The first latent frame is one video frame (0.9.5 and later). Absent if the checkpoint does not say; its VAE does.
  std::optional<bool> causalCoordinates;
  std::int64_t dim() const { return heads * headDim; }
  // "2B" or "13B"; empty for other sizes.
  std::string_view variant() const;

  // Sizes from tensor shapes; heads and coordinates from the config next to or inside the weights, otherwise from the
  // published sizes. Throws Failure: Unsupported with the name of the variant (LTX-2, ...), Corrupt.
  static LtxTransformerConfig detect(const weights::Checkpoint& checkpoint);
};

// True if the tensor names are those of an LTX transformer, in diffusers', the original or a single file's layout.
bool isLtxTransformer(const weights::Checkpoint& checkpoint);
// Maps model names (diffusers) to those of this checkpoint's layout.
weights::NameMap ltxTransformerNames(const weights::Checkpoint& checkpoint);
// The original layout's name of a tensor.
std::string ltxOriginalName(const std::string& name);

// [1, C, F, H, W] <-> [1, F*H*W, C], width fastest.
at::Tensor packLatents(const at::Tensor& latents);
at::Tensor unpackLatents(const at::Tensor& tokens, std::int64_t frames, std::int64_t height, std::int64_t width);
// The position of every token as [N, 3] float32 on the CPU: seconds, pixel row, pixel column, for a latent whose first
// frame is at video frame `firstFrame`. See ltx_transformer.cpp for causal and non-causal.
at::Tensor latentCoordinates(std::int64_t frames, std::int64_t height, std::int64_t width, double fps, bool causal,
                             std::int64_t firstFrame = 0);

// Constant after construction; several threads may call its const members at the same time unless its blocks are
// streamed (weights/block_stream.h).
class LtxTransformer {
public:
  using Config = LtxTransformerConfig;
  static weights::NameMap names(const weights::Checkpoint& checkpoint) { return ltxTransformerNames(checkpoint); }
  static std::string otherName(const std::string& name) { return ltxOriginalName(name); }

  // Takes every tensor of the architecture from the reader; the caller calls finish().
  LtxTransformer(const LtxTransformerConfig& config, weights::WeightReader& reader);
  ~LtxTransformer();
  LtxTransformer(LtxTransformer&&) noexcept;

  // What the cross-attention of every block reads from a prompt; made once per prompt, and used by one forward at a
  // time. Copies share it.
  struct TextContext {
    std::shared_ptr<CrossContext> text;
    at::Tensor mask;  // additive, [B, 1, 1, S]: 0 on the prompt, -10000 after it; undefined if every row counts

    // Of a batch: the context of one of its samples, which shares its memory.
    TextContext of(std::int64_t sample) const;
  };
  // text: [B, S, captionDim]; mask: [B, S], 1 on the prompt and its end token; B prompts for a forward with a batch of
  // as many latents.
  TextContext prepareText(const at::Tensor& text, const at::Tensor& mask) const;

  // The angles by which queries and keys are rotated at every token; computed once per clip.
  struct Rope {
    at::Tensor rotations;  // [1, N, dim / 2] complex float32, on the unit circle
  };
  Rope prepareRope(const at::Tensor& coordinates) const;

  // tokens: [B, N, channels] in any dtype; timesteps: [1] or one per token [N], float32, in 0..1000. In the blocks of
  // `perturbedBlocks`, self-attention returns its values unmixed (spatio-temporal guidance). Returns the velocity [B,
  // N, channels] in the model's dtype. residual: what all blocks together add to the tokens [B, N, dim]; if undefined,
  // it is set; if defined, it is used instead of the blocks. Throws Stopped between two blocks.
  at::Tensor forward(const at::Tensor& tokens, const at::Tensor& timesteps, const Rope& rope,
                     const TextContext& context, std::span<const int> perturbedBlocks, const ForwardControl& control,
                     at::Tensor* residual = nullptr) const;
  // What the first block's self-attention sees, [1, N, dim]. Reads no streamed block.
  at::Tensor firstInput(const at::Tensor& tokens, const at::Tensor& timesteps) const;

  const LtxTransformerConfig& config() const;
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

}  // namespace fb::models
