// SPDX-License-Identifier: MIT
#include "engine/wan/wan_pipeline.h"

#include "base/failure.h"
#include "engine/devices.h"
#include "engine/latent_preview.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "tokenizers/prompt_cleaning.h"

namespace fb::engine {

// One transformer with one prompt: two passes a step where guidance is on.
class WanPipeline::GuidedField : public sampling::VelocityField {
public:
  GuidedField(std::shared_ptr<const models::WanTransformer> transformer, const TextConditioning& text, double scale,
              std::string description)
      : m_transformer(std::move(transformer)), m_scale(scale), m_description(std::move(description)) {
    m_conditional = m_transformer->prepareText(text.prompt);
    if (guided()) m_unconditional = m_transformer->prepareText(text.negative);
  }

  at::Tensor velocity(const at::Tensor& latents, double timestep, std::stop_token stop) override {
    const auto conditional = m_transformer->forward(latents, timestep, m_conditional, stop);
    if (!guided()) return conditional;
    return sampling::guide(conditional, m_transformer->forward(latents, timestep, m_unconditional, stop), m_scale);
  }
  std::string description() const override { return m_description; }

private:
  bool guided() const { return m_scale > 1; }

  std::shared_ptr<const models::WanTransformer> m_transformer;
  double m_scale;
  std::string m_description;
  models::WanTransformer::TextContext m_conditional, m_unconditional;
};

WanPipeline::WanPipeline(const GenerationRequest& request, ModelPool& pool)
    : m_request(request), m_pool(pool), m_device(parseDevice(request.device)), m_dtype(scalarType(request.dtype)) {}

WanPipeline::~WanPipeline() = default;

std::vector<std::int64_t> WanPipeline::latentShape() const {
  const auto config = models::WanTransformerConfig::detect(weights::Checkpoint::open(m_request.pair.large));
  return {1, config.channels, (m_request.frames - 1) / kTemporalRatio + 1, m_request.height / kSpatialRatio,
          m_request.width / kSpatialRatio};
}

sampling::SigmaSchedule WanPipeline::sigmas() const {
  const auto shape = latentShape();
  const auto patches = shape[2] * (shape[3] / 2) * (shape[4] / 2);
  return sampling::sigmaSchedule(m_request.pair.sigmas, *sampling::makeSolver(m_request.solver),
                                 m_request.schedule.steps, m_request.shift, patches);
}

std::uint64_t WanPipeline::leastMemory() const {
  const auto pixels = static_cast<std::uint64_t>(m_request.width) * static_cast<std::uint64_t>(m_request.height);
  const auto video = 3 * pixels * static_cast<std::uint64_t>(m_request.frames) * sizeof(float);
  if (!m_device.is_cpu()) return video;
  // The transformer's tokens, one for 2 x 2 latents, in the widest layer.
  const auto config = models::WanTransformerConfig::detect(weights::Checkpoint::open(m_request.pair.large));
  const auto tokens = pixels / (kSideMultiple * kSideMultiple) *
                      static_cast<std::uint64_t>((m_request.frames - 1) / kTemporalRatio + 1);
  const auto widest = tokens * static_cast<std::uint64_t>(config.ffnDim + 4 * config.dim()) * c10::elementSize(m_dtype);
  return std::max(video, widest);
}

TextConditioning WanPipeline::encodeText(std::stop_token stop) {
  const auto tokenizer = m_pool.tokenizer(m_request.pair.tokenizer);
  const auto encoder = m_pool.t5Encoder(m_request.pair.textEncoder, m_dtype, m_device);
  const auto encode = [&](const std::string& prompt, at::Tensor& ids) {
    const auto encoded = tokenizer->encode(tokenizers::cleanPrompt(prompt), kTextLength);
    ids = at::tensor(encoded.ids, at::kLong).unsqueeze(0);
    // The encoder masks what is past the prompt, so the prompt's rows alone give the same; the transformer attends to
    // all rows unmasked and was trained with zeros past the prompt.
    const auto tokens = std::min(encoded.tokens, kTextLength);
    const auto rows = ids.narrow(1, 0, tokens).to(m_device);
    const auto hidden = encoder->forward(rows, at::ones_like(rows), stop);
    return at::constant_pad_nd(hidden, {0, 0, 0, kTextLength - tokens});
  };
  TextConditioning text;
  text.prompt = encode(m_request.prompt, text.ids);
  text.negative = encode(m_request.negativePrompt, text.negativeIds);
  return text;
}

void WanPipeline::setText(TextConditioning text) {
  m_text = std::move(text);
  m_text.prompt = m_text.prompt.to(m_device);
  m_text.negative = m_text.negative.to(m_device);
}

sampling::VelocityField& WanPipeline::field(Model model) {
  auto& field = m_fields[static_cast<std::size_t>(model)];
  if (field) return *field;
  const auto load = [&] {
    const auto& path = model == Model::Large ? m_request.pair.large : m_request.pair.small;
    field = std::make_unique<GuidedField>(m_pool.wanTransformer(path, m_dtype, m_device), m_text,
                                          m_request.guidanceFor(model),
                                          fmt::format("{} model in {}", toString(model), toString(m_request.dtype)));
  };
  auto& other = m_fields[1 - static_cast<std::size_t>(model)];
  try {
    load();
  } catch (const Failure& failure) {
    // Where both do not fit, the models take turns: each is needed for a whole stage.
    if (failure.error().kind != ErrorKind::OutOfMemory || !other) throw;
    other.reset();
    load();
  }
  return *field;
}

void WanPipeline::releaseFields() {
  for (auto& field : m_fields) field.reset();
}

const models::WanVae& WanPipeline::vae() {
  if (!m_vae) m_vae = m_pool.wanVae(m_request.pair.vae, m_device);
  return *m_vae;
}

at::Tensor WanPipeline::decodeInput(const at::Tensor& latents, at::Generator&) {
  return vae().denormalize(latents.to(m_device, at::kFloat));
}

at::Tensor WanPipeline::decode(const at::Tensor& decodeInput, std::stop_token stop,
                               const std::function<void(double)>& progress) {
  const bool tiled = m_request.width * m_request.height > kUntiledPixels;
  return vae().decode(decodeInput, tiled, stop, progress).to(at::kCPU);
}

const Pipeline::PreviewFactors& WanPipeline::previewFactors() {
  if (!m_preview)
    m_preview =
        m_request.pair.previewFactors.empty()
            ? fitPreview([this](const auto& video) { return vae().normalize(vae().encode(video.to(m_device), {})); })
            : givenPreview(m_request.pair);
  return *m_preview;
}

}  // namespace fb::engine
