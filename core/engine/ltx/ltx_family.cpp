// SPDX-License-Identifier: MIT
#include "base/families/ltx.h"
#include "compute/devices.h"
#include "engine/components.h"
#include "engine/diffusers_folder.h"
#include "engine/family.h"
#include "engine/fp8_products.h"
#include "engine/latent_preview.h"
#include "engine/loras.h"
#include "engine/ltx/ltx_pipeline.h"
#include "engine/ltx/ltx_versions.h"
#include "engine/part_needs.h"
#include "engine/text_loras.h"
#include "models/ltx/latent_upsampler.h"
#include "models/ltx/ltx_flops.h"
#include "models/ltx/ltx_transformer.h"
#include "models/ltx/ltx_vae.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_flops.h"
#include "sampling/flow_math.h"
#include "sampling/guidance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

// Velocity evaluations per step, on average over the run's noise levels.
double passesOf(const GuidanceSpec& spec, double guidance, const sampling::SigmaSchedule& schedule) {
  double passes = 0;
  for (std::size_t i = 0; i < schedule.timesteps.size(); ++i) {
    const auto scales = sampling::guidanceAt(spec, guidance, schedule.sigmas[i]);
    passes += 1 + (scales.guidance > 1 ? 1 : 0) + (scales.stg > 0 ? 1 : 0);
  }
  return passes / static_cast<double>(schedule.timesteps.size());
}

// Tokens of a latent frame in the first pass.
std::int64_t frameTokensOf(const GenerationRequest& request) {
  const std::int64_t height = request.clip.height / LtxPipeline::kSpatialRatio;
  const std::int64_t width = request.clip.width / LtxPipeline::kSpatialRatio;
  return height * width / (request.sampling.twoPass ? 4 : 1);
}

RunCost::ModelCost transformerCost(const GenerationRequest& request, Model model, std::int64_t tokens,
                                   const sampling::SigmaSchedule& schedule, weights::CheckpointCache& checkpoints) {
  const bool large = model == Model::Large;
  const auto config =
      models::LtxTransformerConfig::detect(checkpoints.open(large ? request.pair.large : request.pair.small));
  const int length = limitsOf(request.pair).textLength;
  const double forward = models::ltxTransformerFlops(config, tokens, length, true);
  const double repeated = models::ltxTransformerFlops(config, tokens, length, false);
  const auto& spec = large ? request.pair.largeGuidanceSpec : request.pair.smallGuidanceSpec;
  const double passes = passesOf(spec, request.sampling.guidanceFor(model), schedule);
  return {{transformerName("LTX transformer", config.layers, config.dim(), request), passes * repeated},
          forward,
          repeated,
          2 * (forward - repeated),
          2 * length * config.layers * 2 * config.dim()};
}

std::string_view layoutName(models::LtxVaeLayout layout) {
  switch (layout) {
    case models::LtxVaeLayout::V090:
      return "0.9.0";
    case models::LtxVaeLayout::V091:
      return "0.9.1";
    case models::LtxVaeLayout::V095:
      return "0.9.5 and later";
  }
  return "?";
}

ComponentInfo inspectVae(const weights::Checkpoint& checkpoint) {
  const auto config = models::LtxVaeConfig::detect(checkpoint);
  auto info = describe(checkpoint, ltx::kVae);
  info.layout = layoutOf(checkpoint, ".resnets.", "diffusers");
  info.variant = layoutName(config.layout);
  info.sizes = {{"channels", config.latentChannels}};
  checkTensors<models::LtxVae>(info, checkpoint, config);
  return info;
}

// The VAE that a transformer was published with: in the same file, or next to its folder in a diffusers pipeline.
std::optional<fs::path> ownVae(const weights::Checkpoint& transformer, weights::CheckpointCache& checkpoints) {
  if (models::isLtxVae(transformer)) return transformer.path();
  const auto& path = transformer.path();
  const auto folder = fs::is_directory(path) ? path : path.parent_path();
  const auto beside = folder.parent_path() / "vae";
  if (folder.filename() != "transformer" || !fs::is_directory(beside)) return std::nullopt;
  return models::isLtxVae(checkpoints.open(beside)) ? std::optional(beside) : std::nullopt;
}

models::LtxVaeLayout layoutOfVae(const fs::path& vae, weights::CheckpointCache& checkpoints) {
  return models::LtxVaeConfig::detect(checkpoints.open(vae)).layout;
}

std::optional<LtxVersion> versionOf(const weights::Checkpoint& transformer, weights::CheckpointCache& checkpoints) {
  const auto vae = ownVae(transformer, checkpoints);
  return ltxVersionOf(transformer, vae ? std::optional(layoutOfVae(*vae, checkpoints)) : std::nullopt);
}

// Whether a transformer counts the first latent frame as a single video frame, as far as its file or name shows it.
std::optional<bool> causalPositions(const weights::Checkpoint& transformer, weights::CheckpointCache& checkpoints) {
  const auto config = models::LtxTransformerConfig::detect(transformer);
  if (config.causalCoordinates) return config.causalCoordinates;
  const auto version = versionOf(transformer, checkpoints);
  return version ? std::optional(version->causalPositions) : std::nullopt;
}

ComponentInfo inspectTransformer(const weights::Checkpoint& checkpoint, weights::CheckpointCache& checkpoints) {
  const auto config = models::LtxTransformerConfig::detect(checkpoint);
  auto info = describe(checkpoint, ltx::kTransformer);
  info.layout = layoutOf(checkpoint, "time_embed.", "diffusers");
  info.variant = config.variant();
  if (info.variant.empty()) info.variant = fmt::format("{} x {}", config.layers, config.dim());
  const auto version = versionOf(checkpoint, checkpoints);
  if (version) info.variant = version->name;
  info.sizes = {{"channels", config.channels}, {"dim", config.dim()},     {"ffn_dim", 4 * config.dim()},
                {"heads", config.heads},       {"layers", config.layers}, {"text_dim", config.captionDim}};
  // Which of the two latent spaces it was trained on, as far as its file or name shows it.
  if (const auto causal = causalPositions(checkpoint, checkpoints)) info.sizes["latent_space"] = *causal ? 2 : 1;
  checkTensors<models::LtxTransformer>(info, checkpoint, config);
  if (!models::isLtxVae(checkpoint)) return info;
  // A single file contains both.
  const auto vae = inspectVae(checkpoint);
  info.layout = "single file with VAE";
  if (!version) info.variant += fmt::format(", VAE of {}", vae.variant);
  for (auto list : {&ComponentInfo::missing, &ComponentInfo::misshapen})
    (info.*list).insert((info.*list).end(), (vae.*list).begin(), (vae.*list).end());
  return info;
}

ComponentInfo inspectUpsampler(const weights::Checkpoint& checkpoint) {
  const auto config = models::LatentUpsamplerConfig::detect(checkpoint);
  auto info = describe(checkpoint, ltx::kUpsampler);
  info.layout = "original";  // diffusers kept it
  info.variant = !config.temporal ? "spatial" : config.spatial ? "spatial and temporal" : "temporal";
  if (const auto number = ltxNumberNamed(checkpoint.path()); !number.empty()) info.variant += " " + number;
  info.sizes = {{"channels", config.channels}, {"mid_channels", config.midChannels}};
  checkTensors<models::LatentUpsampler>(info, checkpoint, config);
  return info;
}

// Two models share a latent space if their VAEs have the same statistics.
void requireSameLatents(const fs::path& vae, const fs::path& transformer, const char* part,
                        weights::CheckpointCache& checkpoints) {
  constexpr const char* kSpaces = "LTX-Video 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another";
  const auto &ours = checkpoints.open(vae), &model = checkpoints.open(transformer);
  const bool isNew = layoutOfVae(vae, checkpoints) == models::LtxVaeLayout::V095;
  if (const auto causal = causalPositions(model, checkpoints); causal && *causal != isNew)
    fail(ErrorKind::Invalid,
         "these parts do not form a pair: the {} {} is for LTX-Video {}, but the VAE {} is for {}. {}", part,
         transformer.string(), *causal ? "0.9.5 or later" : "0.9.0 or 0.9.1", vae.string(),
         isNew ? "0.9.5 or later" : "0.9.0 or 0.9.1", kSpaces);
  const auto own = ownVae(model, checkpoints);
  if (!own || fs::weakly_canonical(*own) == fs::weakly_canonical(vae)) return;
  const auto& theirs = checkpoints.open(*own);
  const auto a = models::ltxLatentStatistics(ours), b = models::ltxLatentStatistics(theirs);
  constexpr double kRounding = 1e-2;  // one of the two may be stored in bfloat16
  if (isNew == (layoutOfVae(*own, checkpoints) == models::LtxVaeLayout::V095) && a.mean.sizes() == b.mean.sizes() &&
      at::allclose(a.mean, b.mean, kRounding, kRounding) && at::allclose(a.std, b.std, kRounding, kRounding))
    return;
  fail(ErrorKind::Invalid,
       "these parts do not form a pair: the {} was trained on the latents of {}, not on those of {}. {}", part,
       own->string(), vae.string(), kSpaces);
}

const LoraFamily kLtxLoras{"LTX-Video", {"transformer_blocks.0.attn1.to_q"}, {{2048, "2B"}, {4096, "13B"}}};

class LtxFamily : public ModelFamily {
public:
  FamilyDescription description() const override { return *describeFamily(Family("ltx")); }

  std::unique_ptr<Pipeline> makePipeline(const GenerationRequest& request, PartStore& parts) const override {
    return std::make_unique<LtxPipeline>(request, parts);
  }

  sampling::SigmaSchedule noiseLevels(const GenerationRequest& request) const override {
    return LtxPipeline::noiseLevels(request);
  }

  RunCost cost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const models::LatentSize size{(request.clip.frames - 1) / LtxPipeline::kTemporalRatio + 1,
                                  request.clip.height / LtxPipeline::kSpatialRatio,
                                  request.clip.width / LtxPipeline::kSpatialRatio};
    const auto images =
        std::ranges::count_if(request.clip.images, [](const ImageCondition& image) { return image.frame != 0; });
    const auto frameTokens = frameTokensOf(request);
    const auto tokens = (size.frames + images) * frameTokens;
    const auto schedule = noiseLevels(request);
    const auto text = models::T5Config::detect(checkpoints.open(request.pair.textEncoder));
    const auto vae = models::LtxVaeConfig::detect(checkpoints.open(request.pair.vae));
    RunCost cost;
    cost.large = transformerCost(request, Model::Large, tokens, schedule, checkpoints);
    cost.small = transformerCost(request, Model::Small, tokens, schedule, checkpoints);
    cost.textEncoding = {
        workName("text encoder", text.layers, text.dim, request),
        encodedPrompts(request, checkpoints) * models::t5Flops(text, limitsOf(request.pair).textLength)};
    if (request.sampling.twoPass) {
      const auto levels = LtxPipeline::refiningLevels(request);
      const auto refined = transformerCost(request, Model::Large, 4 * tokens, levels, checkpoints);
      const auto steps = static_cast<int>(levels.timesteps.size());
      cost.refining = {refined.step.work, steps * refined.step.flops, steps};
    }
    cost.decoding = {decodingName(fmt::format("LTX vae {} {}", layoutName(vae.layout), vae.latentChannels), request),
                     models::ltxVaeDecodeFlops(vae, size)};
    return cost;
  }

  // ali-vilab's TeaCache4LTX-Video, made for 2B.
  std::vector<double> teaCachePolynomial(const GenerationRequest& request, Model model,
                                         weights::CheckpointCache& checkpoints) const override {
    if (request.sampling.cacheRetention) return {};
    const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
    if (models::LtxTransformerConfig::detect(checkpoints.open(path)).variant() != "2B") return {};
    return {21.4700694, -12.8016453, 2.31279151, 0.792487521, 0.00969274326};
  }

  std::vector<std::string> problems(const GenerationRequest& request, weights::CheckpointCache&) const override {
    if (request.sampling.cache != CacheRule::TeaCache || !request.sampling.cacheRetention) return {};
    return {"cache_retention is true, but teacache has retention steps for WAN only: set it to false"};
  }

  std::vector<sampling::PlannedStep> plannedSteps(const GenerationRequest& request,
                                                  weights::CheckpointCache& /*checkpoints*/) const override {
    const auto& pair = request.pair;
    auto steps = sampling::plannedSteps(request.sampling.schedule, noiseLevels(request));
    for (auto& step : steps) {
      const auto model = step.position.model;
      step.evaluations = sampling::guidanceEvaluations(
          sampling::guidanceAt(model == Model::Large ? pair.largeGuidanceSpec : pair.smallGuidanceSpec,
                               request.sampling.guidanceFor(model), step.timestep / sampling::kTrainTimesteps));
    }
    return steps;
  }

  MemoryNeeds memoryNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const auto& pair = request.pair;
    const auto dtype = compute::scalarType(request.options.dtype);
    const std::int64_t length = limitsOf(pair).textLength;
    const std::int64_t pixels = static_cast<std::int64_t>(request.clip.width) * request.clip.height;
    const auto images =
        std::ranges::count_if(request.clip.images, [](const ImageCondition& image) { return image.frame != 0; });
    const auto frames = (request.clip.frames - 1) / LtxPipeline::kTemporalRatio + 1 + images;
    // The last pass is at the clip's own size.
    const auto tokens = frames * pixels / (LtxPipeline::kSpatialRatio * LtxPipeline::kSpatialRatio);
    const auto transformer = [&](Model model, const fs::path& path) {
      const auto config = models::LtxTransformerConfig::detect(checkpoints.open(path));
      auto needs = partNeeds<models::LtxTransformer>(path, dtype, checkpoints, lorasFor(request, model, checkpoints));
      needs.used = usesModel(request, model);
      const auto hidden = 4 * config.dim();
      const bool scratches = multipliesFp8(request, path, checkpoints);
      const auto working = [&](std::int64_t samples) {
        const auto rows = samples * tokens;
        const auto scratch = scratches ? fp8Scratch(request, rows, hidden, config.dim()) : needs.weights.dequantized;
        return blockActivations(rows, config.dim(), hidden, dtype, scratch);
      };
      needs.working = working(1);
      needs.kept = promptKeys(2, length, config.layers, config.dim(), dtype) +
                   static_cast<std::uint64_t>(tokens * config.dim()) * sizeof(float);  // the rotations
      // The signals of two steps are compared.
      const auto signal = tokens * config.dim();
      needs.cached = cachedTokenBytes(request, 3, tokens, config.dim(), signal, dtype);
      // And the tokens as they were before the blocks.
      needs.kept += needs.cached + cachedTokenBytes(request, 1, tokens, config.dim(), signal, dtype);
      const auto& spec = model == Model::Large ? pair.largeGuidanceSpec : pair.smallGuidanceSpec;
      // With images, tokens have different noise levels, for which the fused kernels take no batches.
      if (request.clip.images.empty() && sampling::isGuided(spec, request.sampling.guidanceFor(model)))
        needs.batch = PartNeeds::Batch{
            .tokens = tokens, .working = working(2) + cachedTokenBytes(request, 1, tokens, config.dim(), 0, dtype)};
      if (replaysForwards(request.sampling.cache) && request.clip.images.empty())
        needs.replay = PartNeeds::Replay{tokens, sampling::evaluationKinds(spec, request.sampling.guidanceFor(model))};
      return needs;
    };
    MemoryNeeds needs;
    needs.text = textNeeds(request, length, dtype, checkpoints);
    needs.comparesEarly = request.options.probe != ProbePolicy::None;
    needs.sharesMiddle = sharesMiddle(request);
    needs.large = transformer(Model::Large, pair.large);
    needs.small = transformer(Model::Small, pair.small);
    needs.vae = decodingNeeds(request, checkpoints);
    needs.image.used = false;
    const auto vae = models::LtxVaeConfig::detect(checkpoints.open(pair.vae));
    needs.latents = latentBytes(request, tokens * vae.latentChannels);
    // Of the VAE's encoder, which begins with patches of 4 x 4 pixels: a residual block's input, norm and sum, and a
    // convolution's output with three frames of its input.
    constexpr std::int64_t kTensors = 8, kPixels = 4;
    const auto channels = vae.encoderChannels.front();
    if (request.options.preview && pair.previewFactors.empty())
      needs.preview = previewActivations(kTensors, kPreviewSide / kPixels, channels, dtype);
    if (!request.clip.images.empty())
      needs.images =
          static_cast<std::uint64_t>(kTensors * pixels / (kPixels * kPixels) * channels) * c10::elementSize(dtype);
    if (request.sampling.twoPass) {
      needs.upsampler = partNeeds<models::LatentUpsampler>(pair.upsampler, dtype, checkpoints);
      needs.upsampler->working = upsamplingActivations(pair.upsampler, tokens, dtype, checkpoints);
    }
    return needs;
  }

  // tokens: of the second pass.
  static std::uint64_t upsamplingActivations(const fs::path& upsampler, std::int64_t tokens, at::ScalarType dtype,
                                             weights::CheckpointCache& checkpoints) {
    // A residual block's input, norm and sum, and a convolution's output with its padded input.
    constexpr std::int64_t kTensors = 5;
    const auto config = models::LatentUpsamplerConfig::detect(checkpoints.open(upsampler));
    return static_cast<std::uint64_t>(kTensors * tokens * config.midChannels) * c10::elementSize(dtype);
  }

  // For images, or to fit the colours of previews.
  static bool encodes(const GenerationRequest& request) {
    return !request.clip.images.empty() || (request.options.preview && request.pair.previewFactors.empty());
  }

  PartNeeds decodingNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const auto dtype = compute::scalarType(request.options.dtype);
    const auto& path = request.pair.vae;
    auto needs = encodes(request) ? partNeeds<models::LtxVae>(path, dtype, checkpoints)
                                  : partNeeds<models::LtxVaeDecoder>(path, dtype, checkpoints);
    const std::int64_t pixels = static_cast<std::int64_t>(request.clip.width) * request.clip.height;
    const auto channels = models::LtxVaeConfig::detect(checkpoints.open(path)).decoderChannels.front();
    const auto working = [&](std::int64_t piece) {
      // Measured on an H100 at 1216x704x121 in bf16, untiled: 1.7 tensors of the last block's channels, one position
      // per 4 x 4 pixels, and the video in float32.
      constexpr double kTensors = 1.7;
      const auto tensor = channels / 2 * piece / 16 * request.clip.frames;
      return static_cast<std::uint64_t>(kTensors * static_cast<double>(tensor)) * c10::elementSize(dtype) +
             static_cast<std::uint64_t>(3 * pixels * request.clip.frames) * sizeof(float) + framesInMain(request);
    };
    constexpr std::int64_t kTilePixels = 512 * 512;
    needs.tiledWorking = working(std::min(pixels, kTilePixels));
    needs.working = pixels > LtxPipeline::kUntiledPixels ? needs.tiledWorking : working(pixels);
    return needs;
  }

  int countTokens(const PairSpec& pair, const std::string& prompt, PartStore& parts) const override {
    return parts.tokenizer(pair.tokenizer)->encode(prompt, limitsOf(pair).textLength).tokens;
  }

  std::optional<ComponentInfo> inspect(const weights::Checkpoint& checkpoint,
                                       weights::CheckpointCache& checkpoints) const override {
    if (models::isLtxTransformer(checkpoint)) return inspectTransformer(checkpoint, checkpoints);
    if (models::isLtxVae(checkpoint)) return inspectVae(checkpoint);
    if (models::isLatentUpsampler(checkpoint)) return inspectUpsampler(checkpoint);
    return {};
  }

  weights::LoraTargets loraTargets(const weights::Checkpoint& transformer) const override {
    return weights::loraTargetsOf<models::LtxTransformer>(transformer);
  }

  weights::LoraTargets textLoraTargets(const weights::Checkpoint& textEncoder) const override {
    return weights::loraTargetsOf<models::T5Encoder>(textEncoder);
  }

  std::optional<std::string> madeFor(const weights::LoraFile& lora) const override {
    return modelOfLora(lora, kLtxLoras);
  }

  void checkPair(const PairSpec& pair, weights::CheckpointCache& checkpoints) const override {
    const auto large = expectKind(pair.large, ltx::kTransformer, "large model", checkpoints);
    const auto small = expectKind(pair.small, ltx::kTransformer, "small model", checkpoints);
    const auto text = expectKind(pair.textEncoder, kT5Encoder, "text encoder", checkpoints);
    const auto& checkpoint = checkpoints.open(pair.vae);
    if (!models::isLtxVae(checkpoint))
      fail(ErrorKind::Invalid, "the pair's VAE must be an {}, but {} is not", ltx::kVae, pair.vae.string());
    const auto vae = inspectVae(checkpoint);
    requireSameWidths(large, small, text, vae);
    requireOrder(pair, large, small);
    requireSameLatents(pair.vae, pair.large, "large model", checkpoints);
    requireSameLatents(pair.vae, pair.small, "small model", checkpoints);
    if (!pair.upsampler.empty())
      requireEqual({large, "channels", "large model"},
                   {expectKind(pair.upsampler, ltx::kUpsampler, "latent upsampler", checkpoints), "channels",
                    "latent upsampler"},
                   "latent channels");
    requireTokenizer(pair.tokenizer, text, checkpoints);
  }

  void readSettings(PairSpec& pair, const fs::path& large, const fs::path&,
                    weights::CheckpointCache& checkpoints) const override {
    if (pair.vae.empty()) pair.vae = broughtVae(pair, checkpoints);
    auto& defaults = pair.defaults;
    defaults.sampling.solver = SolverKind::Euler;
    defaults.clip.width = 704;
    defaults.clip.height = 480;
    defaults.clip.frames = 121;
    defaults.clip.fps = 25;
    pair.textLength = 256;
    pair.refineSigmas = ltx::refiningSigmas();
    defaults.clip.negativePrompt = "worst quality, inconsistent motion, blurry, jittery, distorted";
    ltx::Settings settings;
    readVersions(pair, settings, checkpoints);
    readDiffusers(pair, settings, large);
    settings.storeIn(pair);
  }

private:
  // A single file or a pipeline folder includes its VAE.
  static fs::path broughtVae(const PairSpec& pair, weights::CheckpointCache& checkpoints) {
    for (const auto& model : {pair.large, pair.small})
      if (const auto own = ownVae(checkpoints.open(model), checkpoints)) return *own;
    fail(ErrorKind::NotFound, "{} and {} contain no VAE; give the file of an LTX-Video VAE", pair.large.string(),
         pair.small.string());
  }

  // Schedule and guidance are those recommended for the large model; the small one keeps its own guidance, and a
  // distilled one its own number of steps.
  static void readVersions(PairSpec& pair, ltx::Settings& settings, weights::CheckpointCache& checkpoints) {
    const auto &largeModel = checkpoints.open(pair.large), &smallModel = checkpoints.open(pair.small);
    const bool causal = layoutOfVae(pair.vae, checkpoints) == models::LtxVaeLayout::V095;
    const auto large = versionOf(largeModel, checkpoints), small = versionOf(smallModel, checkpoints);
    auto& defaults = pair.defaults;
    settings.causalPositions = causalPositions(largeModel, checkpoints).value_or(causal);
    pair.sigmas.rule = causal ? SigmaRule::LinearQuadratic : SigmaRule::ResolutionShift;
    defaults.sampling.schedule.steps = 40;
    defaults.sampling.guidance = 3;
    if (large) {
      pair.sigmas = large->sigmas;
      pair.largeGuidanceSpec = large->spec;
      defaults.sampling.schedule.steps = large->steps;
      defaults.sampling.guidance = large->guidance;
    }
    if (!small) return;
    pair.smallGuidanceSpec = small->spec;
    if (small->guidance != defaults.sampling.guidance) defaults.sampling.guidanceSmall = small->guidance;
    if (!small->distilled || (large && large->distilled)) return;
    pair.distilledSmall = true;
    pair.stochasticSmall = small->stochastic;
    const StageSchedule stages{defaults.sampling.schedule.early, defaults.sampling.schedule.late,
                               defaults.sampling.schedule.steps, 0};
    defaults.sampling.schedule.middleSteps =
        static_cast<int>(std::ceil(stages.smallSteps() * static_cast<double>(small->steps) /
                                   static_cast<double>(defaults.sampling.schedule.steps)));
  }

  // The configuration in a diffusers pipeline folder takes precedence over what is known about its version.
  static void readDiffusers(PairSpec& pair, ltx::Settings& settings, const fs::path& folder) {
    const auto pipeline =
        readPipelineClass(folder, std::array<std::string_view, 2>{"LTXPipeline", "LTXConditionPipeline"});
    const auto scheduler = readScheduler(folder);
    if (scheduler && scheduler->solver != SolverKind::Euler)
      fail(ErrorKind::Unsupported, "{} is not for a FlowMatchEulerDiscreteScheduler, which the LTX pipelines use",
           scheduler->file.string());
    if (pipeline.empty()) return;
    // LTXPipeline passes the padding to the text encoder and spaces the latent frames evenly; the authors' own program
    // and LTXConditionPipeline do neither.
    const bool condition = pipeline == "LTXConditionPipeline";
    settings.maskedText = settings.causalPositions = condition;
    pair.textLength = condition ? 256 : 128;
    auto& sigmas = pair.sigmas;
    if (condition) {
      if (sigmas.rule != SigmaRule::Listed) sigmas.rule = SigmaRule::LinearQuadratic;
      if (scheduler && (scheduler->dynamic || scheduler->shift != 1))
        fail(ErrorKind::Unsupported, "{}: the noise levels are shifted, which LTXConditionPipeline does not support",
             scheduler->file.string());
    } else if (scheduler) {
      sigmas = {};
      sigmas.rule = SigmaRule::ResolutionShift;
      // A static shift does not grow.
      sigmas.baseShift = scheduler->dynamic ? scheduler->baseShift : std::log(scheduler->shift);
      sigmas.maxShift = scheduler->dynamic ? scheduler->maxShift : std::log(scheduler->shift);
      sigmas.baseTokens = scheduler->baseTokens;
      sigmas.maxTokens = scheduler->maxTokens;
      sigmas.terminal = scheduler->terminal;
    }
  }
};

}  // namespace

// Declared in engine/families.cpp by its name in base/families/list.h.
std::unique_ptr<ModelFamily> makeLtxFamily();
std::unique_ptr<ModelFamily> makeLtxFamily() { return std::make_unique<LtxFamily>(); }

}  // namespace fb::engine
