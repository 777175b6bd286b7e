// SPDX-License-Identifier: MIT
#include "toy_pipeline.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "sampling/step_cache.h"

#include <algorithm>

namespace fb::toy {
namespace {

void begun(Work work) {
  if (onWork) onWork(work);
}

class GuidedField : public sampling::VelocityField {
public:
  GuidedField(std::shared_ptr<const Transformer> transformer, engine::TextConditioning text, double scale,
              std::string description)
      : m_transformer(std::move(transformer)),
        m_text(std::move(text)),
        m_scale(scale),
        m_description(std::move(description)) {}

  at::Tensor velocity(const at::Tensor& latents, double timestep, sampling::StepCache& cache,
                      const ForwardControl& control) override {
    throwIfStopped(control.stop);
    begun(Work::Velocity);
    const auto evaluate = [&](const char* name, const at::Tensor& text) {
      sampling::StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = latents;
      evaluation.forward = [&](at::Tensor*) { return m_transformer->forward(latents, timestep, text); };
      return cache.velocity(evaluation).to(m_transformer->mix.scalar_type());
    };
    const auto conditional = evaluate("conditional", m_text.prompts[0].positive);
    if (m_scale <= 1) return conditional;
    return sampling::guide(conditional, evaluate("unconditional", m_text.prompts[0].negative), m_scale);
  }
  std::string description() const override { return m_description; }

private:
  std::shared_ptr<const Transformer> m_transformer;
  engine::TextConditioning m_text;
  double m_scale;
  std::string m_description;
};

}  // namespace

std::vector<std::int64_t> tokensOf(const std::string& prompt, int length) {
  std::vector<std::int64_t> tokens;
  for (const unsigned char byte : prompt) tokens.push_back(byte);
  tokens.push_back(0);
  tokens.resize(std::min(tokens.size(), static_cast<std::size_t>(length)));
  return tokens;
}

ToyPipeline::ToyPipeline(const GenerationRequest& request, engine::PartStore& parts)
    : m_request(request),
      m_parts(parts),
      m_device(compute::parseDevice(request.options.device)),
      m_dtype(compute::scalarType(request.options.dtype, m_device)) {}

sampling::SigmaSchedule ToyPipeline::noiseLevels(const GenerationRequest& request) {
  const auto& clip = request.clip;
  return sampling::noiseLevels(request,
                               std::int64_t{clip.frames} * (clip.height / Vae::kScale) * (clip.width / Vae::kScale));
}

std::vector<engine::SamplingPass> ToyPipeline::passes() const {
  const auto config = Vae::Config::detect(m_parts.checkpoints().open(m_request.pair.vae));
  const auto& clip = m_request.clip;
  const std::vector<std::int64_t> shape{1, config.channels, clip.frames, clip.height / Vae::kScale,
                                        clip.width / Vae::kScale};
  return {{shape, noiseLevels(m_request)}};
}

engine::TextConditioning ToyPipeline::encodeText(std::stop_token stop) {
  throwIfStopped(stop);
  const auto encoder = m_parts.model<TextEncoder>(m_request.pair.textEncoder, m_dtype, m_device);
  begun(Work::Text);
  const auto encode = [&](const std::string& prompt, at::Tensor& ids) {
    ids = at::tensor(tokensOf(prompt, limitsOf(m_request.pair).textLength), at::kLong).unsqueeze(0);
    return encoder->forward(ids.to(m_device));
  };
  engine::TextConditioning text;
  text.prompts.emplace_back();
  text.prompts[0].positive = encode(m_request.clip.prompt, text.ids);
  text.prompts[0].negative = encode(m_request.clip.negativePrompt, text.negativeIds);
  return text;
}

engine::TextShape ToyPipeline::textShape() const {
  const auto config = Transformer::Config::detect(m_parts.checkpoints().open(m_request.pair.large));
  return {0, config.textDim, false};
}

engine::PreparedPass ToyPipeline::prepare(int, const engine::TextConditioning& text, const at::Tensor& noise,
                                          const at::Tensor&, at::Generator generator, std::stop_token) {
  // Numbers of its own, so that preparing twice can be told from preparing once.
  const auto start = noise + at::randn(noise.sizes(), generator, at::TensorOptions(at::kFloat)).to(m_device) / 4;
  begun(Work::Prepare);
  return {start, {}, engine::PassFields([this, text](Model model) {
            const auto& pair = m_request.pair;
            return std::make_unique<GuidedField>(
                m_parts.model<Transformer>(model == Model::Large ? pair.large : pair.small, m_dtype, m_device), text,
                m_request.sampling.guidanceFor(model), fmt::format("{} toy model", toString(model)));
          })};
}

at::Tensor ToyPipeline::decodeInput(const at::Tensor& latents, at::Generator& generator) {
  const auto vae = m_parts.model<Vae>(m_request.pair.vae, at::kFloat, m_device);
  const auto noise = at::randn(latents.sizes(), generator, at::TensorOptions(at::kFloat)).to(m_device) / 64;
  begun(Work::DecodeInput);
  return latents + noise + std::get<double>(m_request.pair.familySettings.at("warmth"));
}

at::Tensor ToyPipeline::decode(const at::Tensor& decodeInput, std::stop_token stop,
                               const std::function<void(double)>& progress) {
  throwIfStopped(stop);
  const auto vae = m_parts.model<Vae>(m_request.pair.vae, at::kFloat, m_device);
  begun(Work::Decode);
  auto video = vae->decode(decodeInput.to(m_device, at::kFloat)).to(at::kCPU);
  progress(1);
  return video;
}

const engine::Pipeline::PreviewFactors& ToyPipeline::previewFactors() {
  if (!m_preview) {
    const auto vae = m_parts.model<Vae>(m_request.pair.vae, at::kFloat, m_device);
    begun(Work::Colours);
    m_preview = PreviewFactors{vae->colour.t().contiguous(), at::zeros({3})};
  }
  return *m_preview;
}

}  // namespace fb::toy
