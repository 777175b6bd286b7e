// SPDX-License-Identifier: MIT
#pragma once

#include "base/families/wan.h"
#include "engine/pipeline.h"
#include "models/wan/wan_vae.h"

#include <optional>
#include <string>
#include <utility>

namespace fb::engine {

// WAN 2.1, in the order and with the constants of diffusers' WanPipeline and, if the pair has an image encoder,
// WanImageToVideoPipeline: its transformers get the first frame both as latents and through CLIP.
class WanPipeline : public Pipeline {
public:
  static constexpr int kTextLength = wan::kTextLength;
  static constexpr int kSpatialRatio = 8;
  static constexpr int kTemporalRatio = wan::kTemporalRatio;
  static constexpr int kSideMultiple = wan::kSideMultiple;
  // Up to 480p, frames are decoded whole, as in diffusers; larger ones in tiles to bound the memory.
  static constexpr int kUntiledPixels = 832 * 480;

  // Why the pair's small model cannot take a step, if it cannot. Reads headers.
  static std::optional<std::string> smallModelProblem(const PairSpec& pair, weights::CheckpointCache& checkpoints);

  static sampling::SigmaSchedule noiseLevels(const GenerationRequest& request);

  static at::ScalarType decodingDtype(const GenerationRequest& request);

  // `request` and `parts` must outlive the pipeline.
  WanPipeline(const GenerationRequest& request, PartStore& parts);
  ~WanPipeline() override;

  std::vector<SamplingPass> passes() const override;
  std::uint64_t leastMemory() const override;
  TextConditioning encodeText(std::stop_token stop) override;
  TextShape textShape() const override;
  PreparedPass prepare(int pass, const TextConditioning& text, const at::Tensor& noise, const at::Tensor& earlier,
                       at::Generator generator, std::stop_token stop) override;
  at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) override;
  bool decodeInTiles() override { return !std::exchange(m_inTiles, true); }
  at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                    const std::function<void(double)>& progress) override;
  const PreviewFactors& previewFactors() override;
  std::uint64_t decoderBytes() override;

private:
  class GuidedField;
  // What the transformers of an image-to-video pair see of the first frame; undefined for text-to-video.
  struct FirstFrame {
    at::Tensor condition;  // mask and latents, [1, 4 + C, F, H, W]
    at::Tensor image;      // its CLIP embedding, [1, S, D]
  };

  FirstFrame firstFrame(std::stop_token stop);
  // Encoding is always in float32, as in diffusers.
  const models::WanVae& vae(at::ScalarType dtype);
  // video: [1, 3, F, H, W] in -1..1 -> normalised latents, [1, C, ...]
  at::Tensor encoded(const at::Tensor& video, std::stop_token stop);

  const GenerationRequest& m_request;
  bool m_inTiles = false;  // regardless of the size
  PartStore& m_parts;
  at::Device m_device;
  at::ScalarType m_dtype;
  std::shared_ptr<const models::WanVae> m_vae;
  std::optional<PreviewFactors> m_preview;
};

}  // namespace fb::engine
