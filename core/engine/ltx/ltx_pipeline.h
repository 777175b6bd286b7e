// SPDX-License-Identifier: MIT
#pragma once

#include "base/families/ltx.h"
#include "engine/pipeline.h"
#include "models/ltx/ltx_vae.h"

#include <optional>
#include <utility>
#include <vector>

namespace fb::engine {

// LTX-Video, in the order of diffusers' LTXPipeline (text only) and LTXConditionPipeline (with images). An image for
// the first frame is placed into the first latent frame; every other one becomes an additional latent frame in front of
// the clip's, which the transformers see at the image's time.
class LtxPipeline : public Pipeline {
public:
  static constexpr int kSpatialRatio = ltx::kSpatialRatio;
  static constexpr int kTemporalRatio = ltx::kTemporalRatio;
  // Larger frames are decoded in tiles to bound the memory.
  static constexpr int kUntiledPixels = 1216 * 704;

  // `request` and `parts` must outlive the pipeline.
  LtxPipeline(const GenerationRequest& request, PartStore& parts);
  ~LtxPipeline() override;

  // The noise levels of the first and of the second pass.
  static sampling::SigmaSchedule noiseLevels(const GenerationRequest& request);
  static sampling::SigmaSchedule refiningLevels(const GenerationRequest& request);

  std::vector<SamplingPass> passes() const override;
  std::uint64_t leastMemory() const override;
  TextConditioning encodeText(std::stop_token stop) override;
  TextShape textShape() const override;
  PreparedPass prepare(int pass, const TextConditioning& text, const at::Tensor& noise, const at::Tensor& earlier,
                       at::Generator generator, std::stop_token stop) override;
  at::Tensor clipLatents(const at::Tensor& latents) const override;
  at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) override;
  bool decodeInTiles() override { return !std::exchange(m_inTiles, true); }
  at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                    const std::function<void(double)>& progress) override;
  const PreviewFactors& previewFactors() override;
  std::uint64_t decoderBytes() override;

private:
  class GuidedField;
  // The initial latents of a pass, and how strongly each of their frames is fixed by an image, 0..1, [1,1,F,1,1];
  // undefined without images.
  struct Start {
    at::Tensor latents, given;
  };

  const models::LtxVae& vae();
  const models::LtxVae& vaeWithEncoder();
  std::int64_t latentFrames() const;
  std::int64_t latentHeight(int pass) const;
  std::int64_t latentWidth(int pass) const;
  // Positions of the sampled latents in the clip, [N, 3].
  at::Tensor coordinates(int pass) const;
  at::Tensor refineStart(const at::Tensor& noise, const at::Tensor& earlier, std::stop_token stop);
  Start layImages(int pass, const at::Tensor& noise, at::Generator& generator, std::stop_token stop);
  sampling::StepHooks hooks(const Start& start, at::Generator generator) const;

  const GenerationRequest& m_request;
  bool m_inTiles = false;  // regardless of the size
  const ltx::Settings m_settings;
  PartStore& m_parts;
  at::Device m_device;
  at::ScalarType m_dtype;
  std::shared_ptr<const models::LtxVae> m_vae;
  std::optional<PreviewFactors> m_preview;
};

}  // namespace fb::engine
