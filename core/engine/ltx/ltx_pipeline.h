// SPDX-License-Identifier: MIT
#pragma once

#include "engine/pipeline.h"
#include "models/ltx/ltx_vae.h"

#include <optional>
#include <vector>

namespace fb::engine {

// LTX-Video, in the order of diffusers' LTXPipeline (text only) and LTXConditionPipeline (with images). An image of
// the first frame is laid into the first latent frame; every other one becomes a latent frame of its own in front of
// the clip's, which the transformers see at the image's time.
class LtxPipeline : public Pipeline {
public:
  static constexpr int kSpatialRatio = 32;
  static constexpr int kTemporalRatio = 8;
  // Larger frames are decoded in tiles to bound the memory.
  static constexpr int kUntiledPixels = 1216 * 704;

  // `request` and `parts` must outlive the pipeline.
  LtxPipeline(const GenerationRequest& request, PartStore& parts);
  ~LtxPipeline() override;

  // Tokens that the pair's transformers are given.
  static int textLength(const PairSpec& pair);
  // The noise levels of the second pass.
  static sampling::SigmaSchedule refiningLevels(const GenerationRequest& request);

  std::vector<Pass> passes() const override;
  std::uint64_t leastMemory() const override;
  TextConditioning encodeText(std::stop_token stop) override;
  void setText(TextConditioning text) override;
  at::Tensor startPass(int pass, const at::Tensor& noise, const at::Tensor& earlier, at::Generator& generator,
                       std::stop_token stop) override;
  sampling::StepHooks hooks(at::Generator& generator) override;
  at::Tensor clipLatents(const at::Tensor& latents) const override;
  at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) override;
  at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                    const std::function<void(double)>& progress) override;
  const PreviewFactors& previewFactors() override;

protected:
  std::unique_ptr<sampling::VelocityField> makeField(Model model) override;

private:
  class GuidedField;

  const models::LtxVae& vae();
  // Latents of the running pass.
  std::int64_t latentFrames() const;
  std::int64_t latentHeight(int pass) const;
  std::int64_t latentWidth(int pass) const;
  // Where the sampled latents stand in the clip, [N, 3].
  at::Tensor coordinates() const;
  at::Tensor refineStart(const at::Tensor& noise, const at::Tensor& earlier, std::stop_token stop);
  at::Tensor layImages(const at::Tensor& noise, at::Generator& generator, std::stop_token stop);

  const GenerationRequest& m_request;
  PartStore& m_parts;
  at::Device m_device;
  at::ScalarType m_dtype;
  TextConditioning m_text;
  int m_pass = 0;
  // With images: the latents that the run starts from and how far each latent frame is given, 0..1, [1,1,F,1,1].
  at::Tensor m_start, m_given;
  std::shared_ptr<const models::LtxVae> m_vae;
  std::optional<PreviewFactors> m_preview;
};

}  // namespace fb::engine
