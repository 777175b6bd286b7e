// SPDX-License-Identifier: MIT
#include "base/families/wan.h"
#include "compute/devices.h"
#include "engine/components.h"
#include "engine/diffusers_folder.h"
#include "engine/family.h"
#include "engine/fp8_products.h"
#include "engine/loras.h"
#include "engine/part_needs.h"
#include "engine/text_loras.h"
#include "engine/wan/wan_pipeline.h"
#include "engine/wan/wan_teacache.h"
#include "models/image/vision_encoder.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_flops.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"
#include "sampling/blended_sampler.h"
#include "tokenizers/prompt_cleaning.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

RunCost::ModelCost transformerCost(const GenerationRequest& request, Model model, const models::LatentSize& size,
                                   weights::CheckpointCache& checkpoints) {
  const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
  const auto config = models::WanTransformerConfig::detect(checkpoints.open(path));
  const auto imageRows = config.takesImage()
                             ? models::VisionEncoderConfig::detect(checkpoints.open(request.pair.imageEncoder)).tokens()
                             : 0;
  const double forward = models::wanTransformerFlops(config, size, WanPipeline::kTextLength, true, imageRows);
  const double repeated = models::wanTransformerFlops(config, size, WanPipeline::kTextLength, false, imageRows);
  const int passes = request.sampling.guidanceFor(model) > 1 ? 2 : 1;
  return {{transformerName("transformer", config.layers, config.dim(), request), passes * repeated},
          forward,
          repeated,
          passes * (forward - repeated),
          passes * WanPipeline::kTextLength * config.layers * 2 * config.dim()};
}

// Two models share a latent space only if they have the same VAE, weights and statistics.
void requireSameVae(const fs::path& large, const fs::path& small, weights::CheckpointCache& checkpoints) {
  const auto &a = checkpoints.open(large), &b = checkpoints.open(small);
  const auto aConfig = models::WanVaeConfig::detect(a), bConfig = models::WanVaeConfig::detect(b);
  const auto sameEntry = [](const auto& left, const auto& right) {
    return left.first == right.first && weights::sameTensor(left.second, right.second);
  };
  if (aConfig.latentsMean != bConfig.latentsMean || aConfig.latentsStd != bConfig.latentsStd ||
      !std::ranges::equal(a.tensors(), b.tensors(), sameEntry))
    fail(ErrorKind::Invalid,
         "these parts do not form a pair: the VAEs in {} and {} differ, so the two models do not share a latent space",
         large.string(), small.string());
}

void requireImageEncoder(const PairSpec& pair, bool takesImage) {
  if (takesImage && pair.imageEncoder.empty())
    fail(ErrorKind::Invalid,
         "{} is an image-to-video transformer, but the pair has no image encoder: add the CLIP image encoder to the "
         "pair (the model's folder image_encoder, or clip_vision_h.safetensors), or choose a text-to-video transformer",
         pair.large.string());
  if (!takesImage && !pair.imageEncoder.empty())
    fail(ErrorKind::Invalid,
         "the pair has an image encoder, but {} is a text-to-video transformer: remove the image encoder from the "
         "pair, or choose an image-to-video transformer",
         pair.large.string());
}

// Empty for other sizes than the published ones.
std::string_view publishedSize(const models::WanTransformerConfig& config) {
  if (config.dim() == 1536 && config.layers == 30) return "1.3B";
  if (config.dim() == 5120 && config.layers == 40) return "14B";
  return {};
}

// What diffusers' WanPipeline takes if no number of steps is given, and the negative prompt of its examples, a
// translation of the authors' own.
constexpr int kSteps = 50;
constexpr const char* kNegativePrompt =
    "Bright tones, overexposed, static, blurred details, subtitles, style, works, paintings, images, static, overall "
    "gray, worst quality, low quality, JPEG compression residue, ugly, incomplete, extra fingers, poorly drawn hands, "
    "poorly drawn faces, deformed, disfigured, misshapen limbs, fused fingers, still picture, messy background, three "
    "legs, many people in the background, walking backwards";

// By the width of the self-attention; LTX has other names of blocks.
const LoraFamily kWanLoras{"WAN", {"blocks.0.self_attn.q", "blocks.0.attn1.to_q"}, {{1536, "1.3B"}, {5120, "14B"}}};

class WanFamily : public ModelFamily {
public:
  FamilyDescription description() const override { return *describeFamily(Family("wan")); }

  std::unique_ptr<Pipeline> makePipeline(const GenerationRequest& request, PartStore& parts) const override {
    const auto& pair = request.pair;
    requireImageEncoder(pair, models::WanTransformerConfig::detect(parts.checkpoints().open(pair.large)).takesImage());
    return std::make_unique<WanPipeline>(request, parts);
  }

  sampling::SigmaSchedule noiseLevels(const GenerationRequest& request) const override {
    return WanPipeline::noiseLevels(request);
  }

  RunCost cost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const models::LatentSize size{(request.clip.frames - 1) / WanPipeline::kTemporalRatio + 1,
                                  request.clip.height / WanPipeline::kSpatialRatio,
                                  request.clip.width / WanPipeline::kSpatialRatio};
    const auto text = models::T5Config::detect(checkpoints.open(request.pair.textEncoder));
    const auto vae = models::WanVaeConfig::detect(checkpoints.open(request.pair.vae));
    RunCost cost;
    cost.large = transformerCost(request, Model::Large, size, checkpoints);
    cost.small = transformerCost(request, Model::Small, size, checkpoints);
    cost.textEncoding = {workName("text encoder", text.layers, text.dim, request),
                         encodedPrompts(request, checkpoints) * models::t5Flops(text, WanPipeline::kTextLength)};
    cost.decoding = {decodingName(fmt::format("vae {}", vae.baseDim), request), models::wanVaeDecodeFlops(vae, size)};
    return cost;
  }

  std::vector<double> teaCachePolynomial(const GenerationRequest& request, Model model,
                                         weights::CheckpointCache& checkpoints) const override {
    const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
    return wanTeaCachePolynomial(models::WanTransformerConfig::detect(checkpoints.open(path)), request.clip,
                                 request.sampling.cacheRetention);
  }

  std::vector<sampling::PlannedStep> plannedSteps(const GenerationRequest& request,
                                                  weights::CheckpointCache& /*checkpoints*/) const override {
    const auto& settings = request.sampling;
    auto steps = sampling::plannedSteps(settings.schedule, noiseLevels(request));
    for (auto& step : steps)
      if (settings.guidanceFor(step.position.model) > 1) step.evaluations.emplace_back("unconditional");
    return steps;
  }

  // TeaCache compares embeddings of the timesteps, or what the blocks are modulated by. LoRAs may change both.
  std::function<at::Tensor(Model, double)> timeSignal(const GenerationRequest& request,
                                                      weights::CheckpointCache& checkpoints) const override {
    if (!request.sampling.loras.empty()) return {};
    const auto dtype = compute::scalarType(request.options.dtype);
    return [&checkpoints, dtype, pair = request.pair, retains = request.sampling.cacheRetention,
            signals = std::map<Model, std::function<at::Tensor(double)>>()](Model model, double timestep) mutable {
      auto& signal = signals[model];
      if (!signal) {
        const auto& checkpoint = checkpoints.open(model == Model::Large ? pair.large : pair.small);
        signal = retains ? models::wanTimeModulation(checkpoint, dtype) : models::wanTimeEmbedding(checkpoint);
      }
      return signal(timestep);
    };
  }

  MemoryNeeds memoryNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const auto& pair = request.pair;
    const auto dtype = compute::scalarType(request.options.dtype);
    const std::int64_t frames = (request.clip.frames - 1) / WanPipeline::kTemporalRatio + 1;
    const std::int64_t pixels = static_cast<std::int64_t>(request.clip.width) * request.clip.height;
    const auto positions = frames * pixels / (WanPipeline::kSpatialRatio * WanPipeline::kSpatialRatio);
    const auto tokens = positions / 4;  // of 2 x 2 latents
    const auto imageRows = pair.imageEncoder.empty()
                               ? 0
                               : models::VisionEncoderConfig::detect(checkpoints.open(pair.imageEncoder)).tokens();
    const auto transformer = [&](Model model, const fs::path& path) {
      const auto config = models::WanTransformerConfig::detect(checkpoints.open(path));
      auto needs = partNeeds<models::WanTransformer>(path, dtype, checkpoints, lorasFor(request, model, checkpoints));
      needs.used = usesModel(request, model);
      const bool scratches = multipliesFp8(request, path, checkpoints);
      const auto working = [&](std::int64_t samples) {
        const auto rows = samples * tokens;
        const auto scratch =
            scratches ? fp8Scratch(request, rows, config.ffnDim, config.dim()) : needs.weights.dequantized;
        return blockActivations(rows, config.dim(), config.ffnDim, dtype, scratch);
      };
      needs.working = working(1);
      const int prompts = request.sampling.guidanceFor(model) > 1 ? 2 : 1;
      needs.kept = promptKeys(prompts, WanPipeline::kTextLength, config.layers, config.dim(), dtype) +
                   static_cast<std::uint64_t>(tokens * config.headDim) * sizeof(float);  // the rotations
      const auto signal = (request.sampling.cacheRetention ? models::kWanModulations : 1) * config.dim();
      needs.cached = cachedTokenBytes(request, prompts, tokens, config.dim(), signal, dtype);
      // And the tokens as they were before the blocks.
      const auto embedded = cachedTokenBytes(request, 1, tokens, config.dim(), 0, dtype);
      needs.kept += needs.cached + embedded;
      if (prompts == 2) {
        // The tokens of the second sample, and the keys of the image, once for each sample.
        const auto image = promptKeys(1, config.takesImage() ? imageRows : 0, config.layers, config.dim(), dtype);
        needs.batch = PartNeeds::Batch{.tokens = tokens, .working = working(2) + embedded + image};
      }
      if (replaysForwards(request.sampling.cache)) needs.replay = PartNeeds::Replay{tokens, prompts};
      return needs;
    };
    MemoryNeeds needs;
    needs.text = textNeeds(request, WanPipeline::kTextLength, dtype, checkpoints);
    needs.comparesEarly = request.options.probe != ProbePolicy::None;
    needs.sharesMiddle = sharesMiddle(request);
    needs.large = transformer(Model::Large, pair.large);
    needs.small = transformer(Model::Small, pair.small);
    needs.vae = decodingNeeds(request, checkpoints);
    if (!pair.imageEncoder.empty())
      needs.image = partNeeds<models::VisionEncoder>(pair.imageEncoder, at::kFloat, checkpoints);
    needs.image.used = !pair.imageEncoder.empty();
    const auto vae = models::WanVaeConfig::detect(checkpoints.open(pair.vae));
    needs.latents = latentBytes(request, positions * vae.latentChannels);
    // Of the VAE's encoder, in tiles. Each of the first level's four convolutions keeps two frames of its input and
    // reads two more; the deeper levels keep as much again together.
    constexpr std::int64_t kTensors = 20, kTile = 256;
    const auto encoding = previewActivations(kTensors, kTile, vae.baseDim, at::kFloat);
    if (request.options.preview && pair.previewFactors.empty()) needs.preview = encoding;
    if (needs.image.used) {
      // Beside the whole video, with its channels first and last, and what goes with the latents of every step.
      const auto video = 2 * static_cast<std::uint64_t>(3 * pixels * request.clip.frames) * sizeof(float);
      // Small frames are encoded together, up to as many positions as a tile has.
      const auto positionsAtOnce = std::min(pixels * request.clip.frames, kTile * kTile);
      needs.images = static_cast<std::uint64_t>(kTensors * positionsAtOnce * vae.baseDim) * sizeof(float) + video;
      needs.latents += 2 * static_cast<std::uint64_t>(positions * (vae.latentChannels + 4)) * sizeof(float);
    }
    // Whatever it decodes in, the VAE encodes in float32, and stays so beside the models until it decodes.
    const auto wider =
        partNeeds<models::WanVae>(pair.vae, at::kFloat, checkpoints).weights.total() - needs.vae.weights.total();
    if (needs.images > 0) needs.images += wider;
    if (needs.images > 0 || needs.preview > 0) needs.latents += wider;
    return needs;
  }

  PartNeeds decodingNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const auto& path = request.pair.vae;
    const auto dtype = WanPipeline::decodingDtype(request);
    auto needs = partNeeds<models::WanVae>(path, dtype, checkpoints);
    const std::int64_t pixels = static_cast<std::int64_t>(request.clip.width) * request.clip.height;
    const auto baseDim = models::WanVaeConfig::detect(checkpoints.open(path)).baseDim;
    const auto working = [&](std::int64_t piece) {
      // Measured on an H100 at 832x480x81, in float32 and untiled: 26.6 kB per pixel of a frame, plus the video.
      constexpr double kValuesPerPixel = 26.6e3 / sizeof(float), kBaseDim = 96;
      const auto values = static_cast<double>(piece * baseDim) * kValuesPerPixel / kBaseDim;
      return static_cast<std::uint64_t>(values) * c10::elementSize(dtype) +
             2 * static_cast<std::uint64_t>(3 * pixels * request.clip.frames) * sizeof(float) + framesInMain(request);
    };
    constexpr std::int64_t kTilePixels = 256 * 256;
    // Of the frames that are in memory together.
    const auto latentFrames = (request.clip.frames - 1) / 4;
    const auto together = [&](std::int64_t frame) {
      return frame * std::clamp<std::int64_t>(models::wanFramesAtOnce(frame), 1, std::max(latentFrames, 1));
    };
    needs.tiledWorking = working(together(std::min(pixels, kTilePixels)));
    needs.working = pixels > WanPipeline::kUntiledPixels ? needs.tiledWorking : working(together(pixels));
    return needs;
  }

  std::vector<std::string> problems(const GenerationRequest& request,
                                    weights::CheckpointCache& checkpoints) const override {
    if (request.pair.imageEncoder.empty()) return {};
    std::vector<std::string> problems;
    const auto& images = request.clip.images;
    if (images.size() != 1 || images.front().frame != 0 || images.front().strength != 1)
      problems.push_back(
          "a WAN image-to-video pair makes a clip from exactly one image, its first frame: give one image at frame 0 "
          "with strength 1");
    if (request.sampling.schedule.smallSteps() == 0 && request.options.probe == ProbePolicy::None) return problems;
    try {
      if (auto problem = WanPipeline::smallModelProblem(request.pair, checkpoints))
        problems.push_back(*std::move(problem));
    } catch (const Failure&) {
      // A small model that cannot be read is reported when it is loaded.
    }
    return problems;
  }

  int countTokens(const PairSpec& pair, const std::string& prompt, PartStore& parts) const override {
    return parts.tokenizer(pair.tokenizer)->encode(tokenizers::cleanPrompt(prompt), WanPipeline::kTextLength).tokens;
  }

  std::optional<ComponentInfo> inspect(const weights::Checkpoint& checkpoint,
                                       weights::CheckpointCache& /*checkpoints*/) const override {
    if (models::isWanTransformer(checkpoint)) {
      const auto config = models::WanTransformerConfig::detect(checkpoint);
      auto info = describe(checkpoint, wan::kTransformer);
      info.layout = layoutOf(checkpoint, "condition_embedder.", "diffusers");
      info.variant = publishedSize(config);
      if (info.variant.empty()) info.variant = fmt::format("{} x {}", config.layers, config.dim());
      if (config.takesImage()) info.variant += " image-to-video";
      info.sizes = {{"channels", config.channels}, {"dim", config.dim()},     {"ffn_dim", config.ffnDim},
                    {"heads", config.heads},       {"layers", config.layers}, {"text_dim", config.textDim},
                    {"image_dim", config.imageDim}};
      checkTensors<models::WanTransformer>(info, checkpoint, config);
      return info;
    }
    if (!models::isWanVae(checkpoint)) return {};
    const auto config = models::WanVaeConfig::detect(checkpoint);
    auto info = describe(checkpoint, wan::kVae);
    info.layout = layoutOf(checkpoint, "decoder.conv_in.", "diffusers");
    info.variant = config.baseDim == 96 ? "WAN 2.1" : fmt::format("base {}", config.baseDim);
    info.sizes = {{"base_dim", config.baseDim}, {"channels", config.latentChannels}};
    checkTensors<models::WanVae>(info, checkpoint, config);
    return info;
  }

  weights::LoraTargets loraTargets(const weights::Checkpoint& transformer) const override {
    return weights::loraTargetsOf<models::WanTransformer>(transformer);
  }

  weights::LoraTargets textLoraTargets(const weights::Checkpoint& textEncoder) const override {
    return weights::loraTargetsOf<models::T5Encoder>(textEncoder);
  }

  std::optional<std::string> madeFor(const weights::LoraFile& lora) const override {
    return modelOfLora(lora, kWanLoras);
  }

  void checkPair(const PairSpec& pair, weights::CheckpointCache& checkpoints) const override {
    const auto large = expectKind(pair.large, wan::kTransformer, "large model", checkpoints);
    const auto small = expectKind(pair.small, wan::kTransformer, "small model", checkpoints);
    const auto text = expectKind(pair.textEncoder, kUmt5Encoder, "text encoder", checkpoints);
    const auto vae = expectKind(pair.vae, wan::kVae, "VAE", checkpoints);
    requireSameWidths(large, small, text, vae);
    const bool takesImage = large.sizes.at("image_dim") > 0;
    requireImageEncoder(pair, takesImage);
    if (takesImage)
      requireEqual(
          {large, "image_dim", "large model"},
          {expectKind(pair.imageEncoder, kVisionEncoder, "image encoder", checkpoints), "dim", "image encoder"},
          "channels of image width");
    if (!takesImage && small.sizes.at("image_dim") > 0)
      fail(ErrorKind::Invalid,
           "these parts do not form a pair: the large model makes clips from text only, the small one from an image");
    requireOrder(pair, large, small);
    requireTokenizer(pair.tokenizer, text, checkpoints);
  }

  void readSettings(PairSpec& pair, const fs::path& large, const fs::path& small,
                    weights::CheckpointCache& checkpoints) const override {
    for (const auto& pipeline : {large, small})
      if (pair.vae.empty() && fs::is_directory(pipeline / "vae")) pair.vae = pipeline / "vae";
    if (fs::is_directory(small / "vae") && fs::is_directory(pair.vae))
      requireSameVae(pair.vae, small / "vae", checkpoints);
    const auto config = models::WanTransformerConfig::detect(checkpoints.open(pair.large));
    if (!publishedSize(config).empty()) {
      pair.defaults.clip.negativePrompt = kNegativePrompt;
      pair.defaults.sampling.schedule.steps = kSteps;
    }
    if (config.takesImage()) {
      const auto encoder = large / "image_encoder";
      if (pair.imageEncoder.empty() && fs::is_directory(encoder)) pair.imageEncoder = encoder;
      if (WanPipeline::smallModelProblem(pair, checkpoints)) {
        pair.defaults.sampling.schedule.early = 1;
        pair.defaults.sampling.schedule.late = 0;
      }
    }
    for (const auto& pipeline : {large, small})
      readPipelineClass(pipeline, std::array<std::string_view, 2>{"WanPipeline", "WanImageToVideoPipeline"});
    const auto scheduler = readScheduler(large);
    if (!scheduler) return;
    requireStaticShift(*scheduler);
    pair.defaults.sampling.solver = scheduler->solver;
    pair.defaults.sampling.shift = scheduler->shift;
  }
};

}  // namespace

// Declared in engine/families.cpp by its name in base/families/list.h.
std::unique_ptr<ModelFamily> makeWanFamily();
std::unique_ptr<ModelFamily> makeWanFamily() { return std::make_unique<WanFamily>(); }

}  // namespace fb::engine
