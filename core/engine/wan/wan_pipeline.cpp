// SPDX-License-Identifier: MIT
#include "engine/wan/wan_pipeline.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/image_tensors.h"
#include "engine/latent_preview.h"
#include "engine/loras.h"
#include "engine/text_loras.h"
#include "models/forward_graphs.h"
#include "models/image/vision_encoder.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "sampling/step_cache.h"
#include "tokenizers/prompt_cleaning.h"

namespace fb::engine {
namespace {

constexpr int kMaskChannels = 4;  // one per video frame of a latent frame

}  // namespace

// One transformer with one prompt, and one image if it accepts it: two evaluations per step if guidance is on.
class WanPipeline::GuidedField : public sampling::VelocityField {
public:
  struct Setting {
    double scale;
    FirstFrame firstFrame;
    StrengthsByStage loras;
    bool retains;                // TeaCache's signal is the modulation
    bool isBatched;              // the evaluations of a guided step are one forward
    models::Recorder* recorder;  // null: forwards are not replayed
    std::string description;
  };

  GuidedField(std::shared_ptr<const models::WanTransformer> transformer, TextByStage text, Setting setting)
      : m_transformer(std::move(transformer)),
        m_text(std::move(text)),
        m_setting(std::move(setting)),
        m_graphs(m_setting.recorder) {
    prepare();
  }

  void enterStage(sampling::Stage stage) override {
    const bool hasOtherStrengths = m_setting.loras.enter(stage), hasOtherText = m_text.enter(stage);
    if (hasOtherStrengths || hasOtherText) prepare();
  }

  at::Tensor velocity(const at::Tensor& latents, double timestep, sampling::StepCache& cache,
                      const ForwardControl& control) override {
    m_transformer->setLoraStrengths(m_setting.loras.now());
    const auto& condition = m_setting.firstFrame.condition;
    const auto input = condition.defined() ? at::cat({latents, condition}, 1) : latents;
    if (!m_rope) m_rope = m_transformer->prepareRope(latents.size(2), latents.size(3), latents.size(4));
    const int parts = guided() ? 2 : 1;
    const auto evaluationOf = [&](const char* name, const models::WanTransformer::TextContext& text, int part) {
      sampling::StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = latents;
      evaluation.signal = [&] {
        return m_setting.retains ? m_transformer->timeModulation(timestep) : m_transformer->timeEmbedding(timestep);
      };
      evaluation.tokens = {1, m_rope->rotations.size(0), m_transformer->config().dim()};
      evaluation.forward = [&, name, text, part](at::Tensor* residual) {
        return forward(name, input, timestep, text, control.part(part, parts), residual);
      };
      return evaluation;
    };
    std::vector evaluations{evaluationOf("conditional", m_conditional, 0)};
    if (guided()) evaluations.push_back(evaluationOf("unconditional", m_unconditional, 1));
    sampling::StepCache::Together together;
    if (batched())
      together = [&](at::Tensor* residual) {
        return forward("both", at::cat({input, input}), timestep, m_both, control.part(0, parts, 2), residual);
      };
    auto velocities = cache.velocities(evaluations, together);
    for (auto& velocity : velocities) velocity = velocity.to(m_transformer->dtype());
    return guided() ? sampling::guide(velocities[0], velocities[1], m_setting.scale) : velocities[0];
  }
  std::string description() const override { return m_setting.description; }

private:
  bool guided() const { return m_setting.scale > 1; }
  bool batched() const { return guided() && m_setting.isBatched; }
  at::Tensor forward(const char* kind, const at::Tensor& input, double timestep,
                     const models::WanTransformer::TextContext& text, const ForwardControl& control,
                     at::Tensor* residual) {
    const auto [embedding, modulation] = m_transformer->prepareTime(timestep);
    if (residual) return m_transformer->forward(input, {embedding, modulation}, *m_rope, text, control, residual);
    const auto work = [this, text](const models::ForwardGraphs::Inputs& inputs, const ForwardControl& now) {
      return m_transformer->forward(inputs[0], {inputs[1], inputs[2]}, *m_rope, text, now);
    };
    return m_graphs.forward(kind, {input, embedding, modulation}, m_transformer->loraRevision(), work, control);
  }
  void prepare() {
    m_graphs.clear();
    m_transformer->setLoraStrengths(m_setting.loras.now());
    const auto& [positive, negative] = m_text.now();
    const auto& image = m_setting.firstFrame.image;
    if (batched()) {
      m_both = m_transformer->prepareText(at::cat({positive, negative}));
      if (image.defined()) m_both.image = m_transformer->prepareImage(at::cat({image, image}));
      m_conditional = m_both.of(0);
      m_unconditional = m_both.of(1);
      return;
    }
    m_conditional = m_transformer->prepareText(positive);
    if (guided()) m_unconditional = m_transformer->prepareText(negative);
    if (image.defined()) m_conditional.image = m_unconditional.image = m_transformer->prepareImage(image);
  }

  std::shared_ptr<const models::WanTransformer> m_transformer;
  TextByStage m_text;
  Setting m_setting;
  models::WanTransformer::TextContext m_conditional, m_unconditional;
  models::WanTransformer::TextContext m_both;          // only if there are batches
  std::optional<models::WanTransformer::Rope> m_rope;  // for the latents, whose size stays the same
  models::ForwardGraphs m_graphs;
};

WanPipeline::WanPipeline(const GenerationRequest& request, PartStore& parts)
    : m_request(request),
      m_parts(parts),
      m_device(compute::parseDevice(request.options.device)),
      m_dtype(compute::scalarType(request.options.dtype, m_device)) {}

WanPipeline::~WanPipeline() = default;

sampling::SigmaSchedule WanPipeline::noiseLevels(const GenerationRequest& request) {
  const auto& clip = request.clip;
  const std::int64_t frames = (clip.frames - 1) / kTemporalRatio + 1;
  return sampling::noiseLevels(request, frames * (clip.height / kSpatialRatio / 2) * (clip.width / kSpatialRatio / 2));
}

std::vector<SamplingPass> WanPipeline::passes() const {
  const auto vae = models::WanVaeConfig::detect(m_parts.checkpoints().open(m_request.pair.vae));
  const std::vector<std::int64_t> shape{1, vae.latentChannels, (m_request.clip.frames - 1) / kTemporalRatio + 1,
                                        m_request.clip.height / kSpatialRatio, m_request.clip.width / kSpatialRatio};
  return {{shape, noiseLevels(m_request)}};
}

std::uint64_t WanPipeline::leastMemory() const {
  const auto pixels =
      static_cast<std::uint64_t>(m_request.clip.width) * static_cast<std::uint64_t>(m_request.clip.height);
  const auto video = 3 * pixels * static_cast<std::uint64_t>(m_request.clip.frames) * sizeof(float);
  if (!m_device.is_cpu()) return video;
  // The transformer's tokens, one per 2 x 2 latents, in the widest layer.
  const auto config = models::WanTransformerConfig::detect(m_parts.checkpoints().open(m_request.pair.large));
  const auto tokens = pixels / (kSideMultiple * kSideMultiple) *
                      static_cast<std::uint64_t>((m_request.clip.frames - 1) / kTemporalRatio + 1);
  const auto widest = tokens * static_cast<std::uint64_t>(config.ffnDim + 4 * config.dim()) * c10::elementSize(m_dtype);
  return std::max(video, widest);
}

TextConditioning WanPipeline::encodeText(std::stop_token stop) {
  const auto tokenizer = m_parts.tokenizer(m_request.pair.tokenizer);
  const TextLoras loras(m_request, m_parts.checkpoints());
  const auto encoder = m_parts.model<models::T5Encoder>(m_request.pair.textEncoder, m_dtype, m_device, loras.stack());
  const auto encode = [&](const std::string& prompt, at::Tensor& ids) {
    const auto encoded = tokenizer->encode(tokenizers::cleanPrompt(prompt), kTextLength);
    ids = at::tensor(encoded.ids, at::kLong).unsqueeze(0);
    // The encoder masks everything after the prompt, so the prompt's rows alone give the same result; the transformer
    // attends to all rows unmasked and was trained with zeros after the prompt.
    const auto tokens = std::min(encoded.tokens, kTextLength);
    const auto rows = ids.narrow(1, 0, tokens).to(m_device);
    const auto hidden = encoder->forward(rows, at::ones_like(rows), stop);
    return at::constant_pad_nd(hidden, {0, 0, 0, kTextLength - tokens});
  };
  return encodedWithEach(loras, *encoder, [&](TextConditioning& text) {
    auto positive = encode(m_request.clip.prompt, text.ids);
    return EncodedPrompts{std::move(positive), encode(m_request.clip.negativePrompt, text.negativeIds)};
  });
}

TextShape WanPipeline::textShape() const {
  const auto config = models::WanTransformerConfig::detect(m_parts.checkpoints().open(m_request.pair.large));
  return {kTextLength, config.textDim, false};
}

PreparedPass WanPipeline::prepare(int, const TextConditioning& text, const at::Tensor& noise, const at::Tensor&,
                                  at::Generator, std::stop_token stop) {
  const auto makeField = [this, onDevice = text.onDevice(m_device), sets = TextLoras(m_request, m_parts.checkpoints()),
                          first = firstFrame(stop)](Model model) {
    if (model == Model::Small)
      if (const auto problem = smallModelProblem(m_request.pair, m_parts.checkpoints()))
        fail(ErrorKind::Invalid, "{}", *problem);
    const auto& path = model == Model::Large ? m_request.pair.large : m_request.pair.small;
    const auto loras = lorasFor(m_request, model, m_parts.checkpoints());
    const auto place = m_parts.placeOf(path);
    return std::make_unique<GuidedField>(
        m_parts.model<models::WanTransformer>(path, m_dtype, m_device, loras),
        TextByStage(onDevice, sets.setsOf(model)),
        GuidedField::Setting{m_request.sampling.guidanceFor(model), first, StrengthsByStage(loras),
                             m_request.sampling.cacheRetention, place.isBatched,
                             place.isReplayed ? models::recorderOf(m_device) : nullptr,
                             fmt::format("{} model in {}", toString(model), toString(m_request.options.dtype))});
  };
  return {noise, {}, PassFields(makeField)};
}

const models::WanVae& WanPipeline::vae(at::ScalarType dtype) {
  if (m_vae && m_vae->dtype() == dtype) return *m_vae;
  const auto& path = m_request.pair.vae;
  m_vae.reset();
  // Not in both dtypes at once. An earlier run may have left the other one, too.
  if (!m_parts.loadedModel<models::WanVae>(path, dtype, m_device)) m_parts.release<models::WanVae>(path);
  m_vae = m_parts.model<models::WanVae>(path, dtype, m_device);
  return *m_vae;
}

at::ScalarType WanPipeline::decodingDtype(const GenerationRequest& request) {
  return request.options.decodePrecision == DecodePrecision::Bf16 ? at::kBFloat16 : at::kFloat;
}

at::Tensor WanPipeline::encoded(const at::Tensor& video, std::stop_token stop) {
  const auto& encoder = vae(at::kFloat);
  return encoder.normalize(encoder.encode(video.to(m_device), std::move(stop)));
}

std::optional<std::string> WanPipeline::smallModelProblem(const PairSpec& pair, weights::CheckpointCache& checkpoints) {
  const auto takesImage = [&](const std::filesystem::path& path) {
    return models::WanTransformerConfig::detect(checkpoints.open(path)).takesImage();
  };
  const auto same = [&] {
    return std::filesystem::weakly_canonical(pair.large) == std::filesystem::weakly_canonical(pair.small);
  };
  if (pair.imageEncoder.empty() || (!same() && takesImage(pair.small))) return {};
  return fmt::format(
      "the pair \"{}\" has no small model that accepts an image, because WAN 2.1 has no small image-to-video model: "
      "choose the schedule LLL (early 100 %) and no probe",
      pair.name);
}

WanPipeline::FirstFrame WanPipeline::firstFrame(std::stop_token stop) {
  const auto& pair = m_request.pair;
  if (pair.imageEncoder.empty()) return {};
  const auto& file = m_request.clip.images.at(0).file;
  // The clip as far as it is known: its first frame, followed by grey.
  const auto image = readImage(file, m_request.clip.width, m_request.clip.height);
  const auto video = at::constant_pad_nd(image, {0, 0, 0, 0, 0, m_request.clip.frames - 1});
  const auto latents = encoded(video, stop);
  auto mask = at::zeros({1, kMaskChannels, latents.size(2), latents.size(3), latents.size(4)}, latents.options());
  mask.narrow(2, 0, 1).fill_(1);
  // In float32, as in diffusers: it runs only once.
  auto encoder = m_parts.model<models::VisionEncoder>(pair.imageEncoder, at::kFloat, m_device);
  auto seen = encoder->forward(readClipImage(file, static_cast<int>(encoder->config().imageSize)), stop);
  // What it takes is counted before the steps only.
  encoder.reset();
  m_parts.release(pair.imageEncoder);
  return {at::cat({mask, latents}, 1), std::move(seen)};
}

std::uint64_t WanPipeline::decoderBytes() {
  const auto& checkpoint = m_parts.checkpoints().open(m_request.pair.vae);
  std::uint64_t bytes = 0;
  for (const auto dtype : {at::kFloat, at::kBFloat16})
    bytes += m_parts.pool().bytesOf<models::WanVae>(checkpoint, dtype, m_device);
  return bytes;
}

at::Tensor WanPipeline::decodeInput(const at::Tensor& latents, at::Generator&) {
  return vae(decodingDtype(m_request)).denormalize(latents.to(m_device, at::kFloat));
}

at::Tensor WanPipeline::decode(const at::Tensor& decodeInput, std::stop_token stop,
                               const std::function<void(double)>& progress) {
  const bool tiled = m_inTiles || m_request.clip.width * m_request.clip.height > kUntiledPixels;
  return vae(decodingDtype(m_request)).decode(decodeInput, tiled, stop, progress).to(at::kCPU, at::kFloat);
}

const Pipeline::PreviewFactors& WanPipeline::previewFactors() {
  if (!m_preview)
    m_preview = m_request.pair.previewFactors.empty()
                    ? fitPreview([this](const auto& video) { return encoded(video, {}); })
                    : givenPreview(m_request.pair);
  return *m_preview;
}

}  // namespace fb::engine
