// SPDX-License-Identifier: MIT
#pragma once

#include "engine/pipeline.h"
#include "toy_models.h"

#include <functional>
#include <optional>

namespace fb::toy {

// What a run asks of its pipeline.
enum class Work { Text, Prepare, Velocity, Colours, DecodeInput, Decode };
// Called in each of them, when its models are loaded and its random numbers drawn; may throw. Empty: nothing is called.
inline std::function<void(Work)> onWork;

class ToyPipeline : public engine::Pipeline {
public:
  static sampling::SigmaSchedule noiseLevels(const GenerationRequest& request);

  // `request` and `parts` must outlive the pipeline.
  ToyPipeline(const GenerationRequest& request, engine::PartStore& parts);

  std::vector<engine::SamplingPass> passes() const override;
  std::uint64_t leastMemory() const override { return 0; }
  engine::TextConditioning encodeText(std::stop_token stop) override;
  engine::TextShape textShape() const override;
  engine::PreparedPass prepare(int pass, const engine::TextConditioning& text, const at::Tensor& noise,
                               const at::Tensor& earlier, at::Generator generator, std::stop_token stop) override;
  at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) override;
  at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                    const std::function<void(double)>& progress) override;
  const PreviewFactors& previewFactors() override;

private:
  const GenerationRequest& m_request;
  engine::PartStore& m_parts;
  at::Device m_device;
  at::ScalarType m_dtype;
  std::optional<PreviewFactors> m_preview;
};

// Bytes of the prompt and an end token, at most `length`.
std::vector<std::int64_t> tokensOf(const std::string& prompt, int length);

}  // namespace fb::toy
