// SPDX-License-Identifier: MIT
#pragma once

#include "engine/pipeline.h"

#include <array>
#include <optional>

namespace fb::engine {

// WAN 2.1 text-to-video, in the order and with the constants of diffusers' WanPipeline.
class WanPipeline : public Pipeline {
public:
  static constexpr int kTextLength = 512;
  static constexpr int kSpatialRatio = 8;
  static constexpr int kTemporalRatio = 4;
  static constexpr int kSideMultiple = 16;  // VAE ratio times patch
  // Up to 480p frames are decoded whole, as diffusers does it; larger ones in tiles to bound the memory.
  static constexpr int kUntiledPixels = 832 * 480;

  // `request` must outlive the pipeline.
  WanPipeline(const GenerationRequest& request, ModelPool& pool);
  ~WanPipeline() override;

  std::vector<std::int64_t> latentShape() const override;
  sampling::SigmaSchedule sigmas() const override;
  std::uint64_t leastMemory() const override;
  TextConditioning encodeText(std::stop_token stop) override;
  void setText(TextConditioning text) override;
  sampling::VelocityField& field(Model model) override;
  bool isLoaded(Model model) const override { return m_fields[static_cast<std::size_t>(model)] != nullptr; }
  void releaseFields() override;
  at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) override;
  at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                    const std::function<void(double)>& progress) override;
  const PreviewFactors& previewFactors() override;

private:
  class GuidedField;
  const models::WanVae& vae();

  const GenerationRequest& m_request;
  ModelPool& m_pool;
  at::Device m_device;
  at::ScalarType m_dtype;
  TextConditioning m_text;
  std::array<std::unique_ptr<GuidedField>, 2> m_fields;  // by Model
  std::shared_ptr<const models::WanVae> m_vae;
  std::optional<PreviewFactors> m_preview;
};

}  // namespace fb::engine
