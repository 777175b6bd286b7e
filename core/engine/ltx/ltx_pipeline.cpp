// SPDX-License-Identifier: MIT
#include "engine/ltx/ltx_pipeline.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/image_tensors.h"
#include "engine/latent_preview.h"
#include "engine/loras.h"
#include "engine/text_loras.h"
#include "models/forward_graphs.h"
#include "models/ltx/latent_upsampler.h"
#include "models/ltx/ltx_transformer.h"
#include "models/text/t5_encoder.h"
#include "sampling/flow_math.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "sampling/step_cache.h"

#include <algorithm>
#include <array>

namespace fb::engine {
namespace {

// Noise added at every step to an image that is kept whole, times sigma squared: helps the motion continue from it.
constexpr double kImageNoise = 0.15;
// Tolerance for comparing a noise level with an image's strength, as in diffusers.
constexpr double kSlack = 1e-6;

}  // namespace

// One transformer with one prompt and one clip: up to three guidance evaluations per step.
class LtxPipeline::GuidedField : public sampling::VelocityField {
public:
  struct Setting {
    double guidance;
    const GuidanceSpec& spec;
    at::Tensor coordinates;
    at::Tensor given;  // see Start
    StrengthsByStage loras;
    bool isBatched;              // the two prompts of a guided step are one forward
    models::Recorder* recorder;  // null: forwards are not replayed
    std::string description;
  };

  GuidedField(std::shared_ptr<const models::LtxTransformer> transformer, TextByStage text, Setting setting)
      : m_transformer(std::move(transformer)),
        m_text(std::move(text)),
        m_setting(std::move(setting)),
        m_graphs(m_setting.recorder) {
    prepare();
    m_rope = m_transformer->prepareRope(m_setting.coordinates);
  }

  void enterStage(sampling::Stage stage) override {
    const bool hasOtherStrengths = m_setting.loras.enter(stage), hasOtherText = m_text.enter(stage);
    if (hasOtherStrengths || hasOtherText) prepare();
  }

  at::Tensor velocity(const at::Tensor& latents, double timestep, sampling::StepCache& cache,
                      const ForwardControl& control) override {
    m_transformer->setLoraStrengths(m_setting.loras.now());
    const auto& spec = m_setting.spec;
    const auto scales = sampling::guidanceAt(spec, m_setting.guidance, timestep / sampling::kTrainTimesteps);
    const auto tokens = models::packLatents(latents);
    const auto times = timesteps(latents, timestep);
    const auto names = sampling::guidanceEvaluations(scales);
    const auto parts = static_cast<std::int64_t>(names.size());
    std::int64_t done = 0;
    const auto evaluationOf = [&](const std::string& name, const models::LtxTransformer::TextContext& text,
                                  std::span<const int> perturbed) {
      sampling::StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = tokens;
      evaluation.signal = [&] { return m_transformer->firstInput(tokens, times).to(at::kFloat); };
      evaluation.tokens = {1, tokens.size(1), m_transformer->config().dim()};
      evaluation.forward = [&, name, text, perturbed, part = control.part(done++, parts)](at::Tensor* residual) {
        return forward(name, tokens, times, text, perturbed, part, residual);
      };
      return evaluation;
    };
    const auto rounded = [&](const at::Tensor& velocity) { return velocity.to(m_transformer->dtype()).to(at::kFloat); };
    std::vector prompts{evaluationOf("conditional", m_conditional, {})};
    if (scales.guidance > 1) prompts.push_back(evaluationOf("unconditional", m_unconditional, {}));
    sampling::StepCache::Together together;
    if (scales.guidance > 1 && m_setting.isBatched)
      together = [&](at::Tensor* residual) {
        return forward("both", at::cat({tokens, tokens}), times, m_both, {}, control.part(0, parts, 2), residual);
      };
    const auto velocities = cache.velocities(prompts, together);
    const auto conditional = rounded(velocities[0]);
    auto velocity = conditional;
    if (scales.guidance > 1) {
      auto unconditional = rounded(velocities[1]);
      if (spec.projectNegative) unconditional = sampling::projected(unconditional, conditional);
      velocity = sampling::guide(conditional, unconditional, scales.guidance);
    }
    if (scales.stg > 0) {
      const auto perturbed = rounded(cache.velocity(evaluationOf(names.back(), m_conditional, scales.stgBlocks)));
      velocity = velocity + scales.stg * (conditional - perturbed);
    }
    velocity = sampling::rescaled(velocity, conditional, scales.rescale);
    velocity = models::unpackLatents(velocity, latents.size(2), latents.size(3), latents.size(4));
    return m_setting.given.defined() ? velocity * share(timestep) : velocity;
  }
  std::string description() const override { return m_setting.description; }

private:
  at::Tensor forward(const std::string& kind, const at::Tensor& tokens, const at::Tensor& times,
                     const models::LtxTransformer::TextContext& text, std::span<const int> perturbed,
                     const ForwardControl& control, at::Tensor* residual) {
    // With several noise levels, a forward waits for the device to find out which tokens share one.
    if (residual || times.numel() > 1)
      return m_transformer->forward(tokens, times, m_rope, text, perturbed, control, residual);
    const auto work = [this, text, blocks = std::vector(perturbed.begin(), perturbed.end())](
                          const models::ForwardGraphs::Inputs& inputs, const ForwardControl& now) {
      return m_transformer->forward(inputs[0], inputs[1], m_rope, text, blocks, now);
    };
    return m_graphs.forward(kind, {tokens, times}, m_transformer->loraRevision(), work, control);
  }
  void prepare() {
    m_graphs.clear();
    m_transformer->setLoraStrengths(m_setting.loras.now());
    const auto& [positive, negative] = m_text.now();
    const auto &mask = m_text.all().mask, &negativeMask = m_text.all().negativeMask;
    if (m_setting.isBatched) {
      m_both = m_transformer->prepareText(at::cat({positive, negative}), at::cat({mask, negativeMask}));
      m_conditional = m_both.of(0);
      m_unconditional = m_both.of(1);
      return;
    }
    m_conditional = m_transformer->prepareText(positive, mask);
    m_unconditional = m_transformer->prepareText(negative, negativeMask);
  }
  // [1], or one per token if there are images: a given token is as noisy as its strength leaves it.
  at::Tensor timesteps(const at::Tensor& latents, double timestep) const {
    const auto options = at::TensorOptions(latents.device()).dtype(at::kFloat);
    if (!m_setting.given.defined()) return at::full({1}, timestep, options);
    const auto perFrame = ((1 - m_setting.given) * sampling::kTrainTimesteps).clamp_max(timestep);
    return models::packLatents(perFrame.expand({1, 1, -1, latents.size(3), latents.size(4)})).flatten();
  }
  // A given token's own noise level as a fraction of sigma, so that x - sigma v is its clean latent.
  at::Tensor share(double timestep) const {
    const double sigma = timestep / sampling::kTrainTimesteps;
    return (1 - m_setting.given).clamp_max(sigma) / sigma;
  }

  std::shared_ptr<const models::LtxTransformer> m_transformer;
  TextByStage m_text;
  Setting m_setting;
  models::LtxTransformer::TextContext m_conditional, m_unconditional;
  models::LtxTransformer::TextContext m_both;  // only if there are batches
  models::LtxTransformer::Rope m_rope;
  models::ForwardGraphs m_graphs;
};

LtxPipeline::LtxPipeline(const GenerationRequest& request, PartStore& parts)
    : m_request(request),
      m_settings(ltx::Settings::of(request.pair)),
      m_parts(parts),
      m_device(compute::parseDevice(request.options.device)),
      m_dtype(compute::scalarType(request.options.dtype, m_device)) {}

LtxPipeline::~LtxPipeline() = default;

sampling::SigmaSchedule LtxPipeline::noiseLevels(const GenerationRequest& request) {
  const auto& clip = request.clip;
  const int scale = kSpatialRatio * (request.sampling.twoPass ? 2 : 1);
  const std::int64_t frames = (clip.frames - 1) / kTemporalRatio + 1;
  return sampling::noiseLevels(request, frames * (clip.height / scale) * (clip.width / scale));
}

sampling::SigmaSchedule LtxPipeline::refiningLevels(const GenerationRequest& request) {
  SigmaSpec refine;
  refine.rule = SigmaRule::Listed;
  refine.listed = request.pair.refineSigmas;
  return sampling::sigmaSchedule(refine, *sampling::makeSolver(request.sampling.solver),
                                 static_cast<int>(refine.listed.size()), request.sampling.shift, 0);
}

std::int64_t LtxPipeline::latentFrames() const { return (m_request.clip.frames - 1) / kTemporalRatio + 1; }
std::int64_t LtxPipeline::latentHeight(int pass) const {
  return m_request.clip.height / kSpatialRatio / (m_request.sampling.twoPass && pass == 0 ? 2 : 1);
}
std::int64_t LtxPipeline::latentWidth(int pass) const {
  return m_request.clip.width / kSpatialRatio / (m_request.sampling.twoPass && pass == 0 ? 2 : 1);
}

std::vector<SamplingPass> LtxPipeline::passes() const {
  const auto vae = models::LtxVaeConfig::detect(m_parts.checkpoints().open(m_request.pair.vae));
  const auto shape = [&](int pass) {
    return std::vector<std::int64_t>{1, vae.latentChannels, latentFrames(), latentHeight(pass), latentWidth(pass)};
  };
  std::vector<SamplingPass> passes{{shape(0), noiseLevels(m_request)}};
  if (m_request.sampling.twoPass) passes.push_back({shape(1), refiningLevels(m_request)});
  return passes;
}

std::uint64_t LtxPipeline::leastMemory() const {
  const auto pixels =
      static_cast<std::uint64_t>(m_request.clip.width) * static_cast<std::uint64_t>(m_request.clip.height);
  const auto video = 3 * pixels * static_cast<std::uint64_t>(m_request.clip.frames) * sizeof(float);
  if (!m_device.is_cpu()) return video;
  // The transformer's tokens, one per latent, in the widest layer.
  const auto config = models::LtxTransformerConfig::detect(m_parts.checkpoints().open(m_request.pair.large));
  const auto tokens = static_cast<std::uint64_t>(latentFrames() * latentHeight(1) * latentWidth(1));
  return std::max(video, tokens * static_cast<std::uint64_t>(8 * config.dim()) * c10::elementSize(m_dtype));
}

TextConditioning LtxPipeline::encodeText(std::stop_token stop) {
  const int length = limitsOf(m_request.pair).textLength;
  const auto tokenizer = m_parts.tokenizer(m_request.pair.tokenizer);
  const TextLoras loras(m_request, m_parts.checkpoints());
  const auto encoder = m_parts.model<models::T5Encoder>(m_request.pair.textEncoder, m_dtype, m_device, loras.stack());
  const auto encode = [&](const std::string& prompt, at::Tensor& ids, at::Tensor& mask) {
    const auto encoded = tokenizer->encode(prompt, length);
    ids = at::tensor(encoded.ids, at::kLong).unsqueeze(0);
    mask = (at::arange(length, at::kLong) < std::min(encoded.tokens, length)).to(at::kLong).unsqueeze(0);
    return encoder->forward(ids.to(m_device), m_settings.maskedText ? mask : at::ones_like(ids), stop);
  };
  return encodedWithEach(loras, *encoder, [&](TextConditioning& text) {
    auto positive = encode(m_request.clip.prompt, text.ids, text.mask);
    return EncodedPrompts{std::move(positive),
                          encode(m_request.clip.negativePrompt, text.negativeIds, text.negativeMask)};
  });
}

TextShape LtxPipeline::textShape() const {
  const auto config = models::LtxTransformerConfig::detect(m_parts.checkpoints().open(m_request.pair.large));
  return {limitsOf(m_request.pair).textLength, config.captionDim, true};
}

PreparedPass LtxPipeline::prepare(int pass, const TextConditioning& text, const at::Tensor& noise,
                                  const at::Tensor& earlier, at::Generator generator, std::stop_token stop) {
  Start start{pass == 0 ? noise : refineStart(noise, earlier, stop), {}};
  if (!m_request.clip.images.empty()) start = layImages(pass, start.latents, generator, stop);

  const auto makeField = [this, pass, onDevice = text.onDevice(m_device),
                          sets = TextLoras(m_request, m_parts.checkpoints()), given = start.given](Model model) {
    const auto& pair = m_request.pair;
    const bool large = model == Model::Large;
    const auto& path = large ? pair.large : pair.small;
    const auto loras = lorasFor(m_request, model, m_parts.checkpoints());
    const auto place = m_parts.placeOf(path);
    return std::make_unique<GuidedField>(
        m_parts.model<models::LtxTransformer>(path, m_dtype, m_device, loras),
        TextByStage(onDevice, sets.setsOf(model)),
        GuidedField::Setting{m_request.sampling.guidanceFor(model),
                             large ? pair.largeGuidanceSpec : pair.smallGuidanceSpec, coordinates(pass), given,
                             StrengthsByStage(loras), place.isBatched,
                             place.isReplayed ? models::recorderOf(m_device) : nullptr,
                             fmt::format("{} model in {}", toString(model), toString(m_request.options.dtype))});
  };
  return {start.latents, hooks(start, generator), PassFields(makeField)};
}

const models::LtxVae& LtxPipeline::vae() {
  // An earlier run with images may have left the whole VAE, which has the same decoder.
  if (!m_vae) m_vae = m_parts.loadedModel<models::LtxVae>(m_request.pair.vae, m_dtype, m_device);
  if (!m_vae) m_vae = m_parts.model<models::LtxVaeDecoder>(m_request.pair.vae, m_dtype, m_device);
  return *m_vae;
}

std::uint64_t LtxPipeline::decoderBytes() {
  const auto& checkpoint = m_parts.checkpoints().open(m_request.pair.vae);
  const auto whole = m_parts.pool().bytesOf<models::LtxVae>(checkpoint, m_dtype, m_device);
  return whole > 0 ? whole : m_parts.pool().bytesOf<models::LtxVaeDecoder>(checkpoint, m_dtype, m_device);
}

const models::LtxVae& LtxPipeline::vaeWithEncoder() {
  if (m_vae && m_vae->hasEncoder()) return *m_vae;
  m_vae.reset();
  // Not both at once. An earlier run may have left the decoder, too.
  m_parts.release<models::LtxVaeDecoder>(m_request.pair.vae);
  m_vae = m_parts.model<models::LtxVae>(m_request.pair.vae, m_dtype, m_device);
  return *m_vae;
}

at::Tensor LtxPipeline::coordinates(int pass) const {
  const auto at = [&](std::int64_t frames, int firstFrame) {
    return models::latentCoordinates(frames, latentHeight(pass), latentWidth(pass), m_request.clip.fps,
                                     m_settings.causalPositions, firstFrame);
  };
  std::vector<at::Tensor> parts;
  for (const auto& image : m_request.clip.images)
    if (image.frame != 0) parts.push_back(at(1, image.frame < 0 ? m_request.clip.frames + image.frame : image.frame));
  parts.push_back(at(latentFrames(), 0));
  return at::cat(parts);
}

// The upsampled latents with the original mean and deviation of every channel (AdaIN), mixed with noise for the first
// refinement level.
at::Tensor LtxPipeline::refineStart(const at::Tensor& noise, const at::Tensor& earlier, std::stop_token stop) {
  auto upsampler = m_parts.model<models::LatentUpsampler>(m_request.pair.upsampler, m_dtype, m_device);
  const auto z = upsampler->forward(vae().denormalize(earlier).to(m_dtype), stop).to(at::kFloat);
  // What it takes is counted between the passes only.
  upsampler.reset();
  m_parts.release(m_request.pair.upsampler);
  const auto upsampled = vae().normalize(z);
  const std::array<std::int64_t, 3> all{2, 3, 4};
  const auto mean = [&](const at::Tensor& x) { return x.mean(all, /*keepdim=*/true); };
  const auto deviation = [&](const at::Tensor& x) { return x.std(all, /*unbiased=*/true, /*keepdim=*/true); };
  const auto adapted = (upsampled - mean(upsampled)) / deviation(upsampled) * deviation(earlier) + mean(earlier);
  const double sigma = m_request.pair.refineSigmas.front();
  return sigma * noise + (1 - sigma) * adapted;
}

LtxPipeline::Start LtxPipeline::layImages(int pass, const at::Tensor& noise, at::Generator& generator,
                                          std::stop_token stop) {
  const auto draw = [&](at::IntArrayRef shape, at::ScalarType dtype) {
    return at::randn(shape, generator, at::TensorOptions(dtype)).to(m_device);
  };
  auto clip = noise.clone();
  std::vector<at::Tensor> frames;
  std::vector<float> given;
  float firstGiven = 0;
  for (const auto& image : m_request.clip.images) {
    const auto pixels = readImage(image.file, static_cast<int>(latentWidth(pass)) * kSpatialRatio,
                                  static_cast<int>(latentHeight(pass)) * kSpatialRatio);
    const auto posterior = vaeWithEncoder().encode(pixels.to(m_device, m_dtype), stop);
    const auto z = posterior.mean + posterior.std * draw(posterior.mean.sizes(), posterior.mean.scalar_type());
    const auto latents = vae().normalize(z).to(at::kFloat);
    const auto strength = static_cast<float>(image.strength);
    if (image.frame == 0) {
      auto first = clip.narrow(2, 0, 1);
      first.copy_(at::lerp(first, latents, strength));
      firstGiven = strength;
    } else {
      frames.push_back(at::lerp(draw(latents.sizes(), at::kFloat), latents, strength));
      given.push_back(strength);
    }
  }
  frames.push_back(clip);
  given.push_back(firstGiven);
  given.resize(given.size() + static_cast<std::size_t>(clip.size(2) - 1), 0.0F);
  return {at::cat(frames, 2), at::tensor(given, at::kFloat).view({1, 1, -1, 1, 1}).to(m_device)};
}

sampling::StepHooks LtxPipeline::hooks(const Start& start, at::Generator generator) const {
  // Drawn token by token, in diffusers' order of the latents.
  const auto noiseLike = [device = m_device, generator](const at::Tensor& latents) {
    const auto shape = latents.sizes();
    const auto drawn = at::randn({1, shape[2] * shape[3] * shape[4], shape[1]}, generator, at::kFloat);
    return models::unpackLatents(drawn, shape[2], shape[3], shape[4]).to(device);
  };
  sampling::StepHooks hooks;
  if (m_request.pair.distilledSmall && m_request.pair.stochasticSmall) hooks.renoise = noiseLike;
  if (!start.given.defined()) return hooks;
  hooks.before = [start, noiseLike](const at::Tensor& latents, double sigma) {
    const auto noise = noiseLike(latents);
    return at::where(start.given > 1 - kSlack, start.latents + kImageNoise * noise * (sigma * sigma), latents);
  };
  hooks.after = [given = start.given](const at::Tensor& latents, const at::Tensor& next, double sigma) {
    return at::where(1 - given > sigma - kSlack, next, latents);
  };
  return hooks;
}

at::Tensor LtxPipeline::clipLatents(const at::Tensor& latents) const {
  return latents.narrow(2, latents.size(2) - latentFrames(), latentFrames());
}

at::Tensor LtxPipeline::decodeInput(const at::Tensor& latents, at::Generator& generator) {
  auto z = vae().denormalize(latents.to(m_device, at::kFloat)).to(vae().dtype());
  if (!vae().config().timestepConditioning()) return z;
  const auto noise = at::randn(z.sizes(), generator, at::TensorOptions(z.scalar_type())).to(m_device);
  return (1 - m_settings.decodeNoise) * z + m_settings.decodeNoise * noise;
}

at::Tensor LtxPipeline::decode(const at::Tensor& decodeInput, std::stop_token stop,
                               const std::function<void(double)>& progress) {
  const bool tiled = m_inTiles || m_request.clip.width * m_request.clip.height > kUntiledPixels;
  const auto timestep = vae().config().timestepConditioning() ? std::optional(m_settings.decodeTimestep) : std::nullopt;
  return vae().decode(decodeInput, timestep, tiled, m_request.sampling.seed, stop, progress).to(at::kCPU, at::kFloat);
}

const Pipeline::PreviewFactors& LtxPipeline::previewFactors() {
  if (!m_preview)
    m_preview = m_request.pair.previewFactors.empty() ? fitPreview([this](const at::Tensor& video) {
      const auto latents = vaeWithEncoder().encode(video.to(m_device, m_dtype), {}).mean;
      return vae().normalize(latents);
    })
                                                      : givenPreview(m_request.pair);
  return *m_preview;
}

}  // namespace fb::engine
