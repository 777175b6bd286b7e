// SPDX-License-Identifier: MIT
#include "toy_family.h"

#include "engine/components.h"
#include "engine/family.h"
#include "toy_pipeline.h"
#include "weights/tensor_file.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fb::toy {
namespace {

constexpr std::string_view kTransformer = "toy transformer", kTextEncoder = "toy text encoder", kVae = "toy VAE";
constexpr double kWarmth = 0.25;

class ToyFamily : public engine::ModelFamily {
public:
  FamilyDescription description() const override {
    FamilyDescription description;
    description.info = {.family = Family(kFamily),
                        .name = "Toy",
                        .models = "Toy 1",
                        .transformer = kTransformer,
                        .textEncoder = kTextEncoder,
                        .vae = kVae,
                        .imageEncoder = {},
                        .upsampler = {},
                        .severalVaes = false,
                        .limits = {.sideMultiple = Vae::kScale, .frameRatio = 1, .textLength = 64, .images = {}},
                        .imagesWithEncoder = {}};
    description.readOwn = [](PairSpec& pair, const JsonObject& own) {
      pair.familySettings["warmth"] = own.numberOr("warmth", kWarmth);
    };
    description.writeOwn = [](const PairSpec& pair) {
      return nlohmann::ordered_json{{"warmth", std::get<double>(pair.familySettings.at("warmth"))}};
    };
    return description;
  }

  std::unique_ptr<engine::Pipeline> makePipeline(const GenerationRequest& request,
                                                 engine::PartStore& parts) const override {
    return std::make_unique<ToyPipeline>(request, parts);
  }

  sampling::SigmaSchedule noiseLevels(const GenerationRequest& request) const override {
    return ToyPipeline::noiseLevels(request);
  }

  engine::RunCost cost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const override {
    const auto& clip = request.clip;
    const double latents = static_cast<double>(clip.frames) * clip.width * clip.height / Vae::kScale / Vae::kScale;
    const auto transformer = [&](Model model) -> engine::RunCost::ModelCost {
      const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
      const auto channels = static_cast<double>(Transformer::Config::detect(checkpoints.open(path)).channels);
      const double forward = 2 * channels * channels * latents;
      const int passes = request.sampling.guidanceFor(model) > 1 ? 2 : 1;
      return {{engine::workName("toy", 1, static_cast<std::int64_t>(channels), request), passes * forward},
              forward,
              forward,
              0};
    };
    engine::RunCost cost;
    cost.large = transformer(Model::Large);
    cost.small = transformer(Model::Small);
    cost.textEncoding = {"toy text", 1};
    cost.decoding = {"toy vae", 6 * latents};
    return cost;
  }

  engine::MemoryNeeds memoryNeeds(const GenerationRequest& request,
                                  weights::CheckpointCache& checkpoints) const override {
    const auto needs = [&](const std::filesystem::path& path) {
      engine::PartNeeds part;
      for (const auto& [name, view] : checkpoints.open(path).tensors()) part.weights.fixed += view.bytes;
      return part;
    };
    engine::MemoryNeeds all{needs(request.pair.textEncoder),
                            needs(request.pair.large),
                            needs(request.pair.small),
                            needs(request.pair.vae),
                            {}};
    all.image.used = false;
    return all;
  }
  engine::PartNeeds decodingNeeds(const GenerationRequest&, weights::CheckpointCache&) const override { return {}; }

  std::vector<std::string> problems(const GenerationRequest& request, weights::CheckpointCache&) const override {
    if (request.clip.prompt != "nothing") return {};
    return {"the toy family cannot show nothing"};
  }

  int countTokens(const PairSpec& pair, const std::string& prompt, engine::PartStore&) const override {
    return static_cast<int>(tokensOf(prompt, limitsOf(pair).textLength).size());
  }

  std::optional<ComponentInfo> inspect(const weights::Checkpoint& checkpoint,
                                       weights::CheckpointCache&) const override {
    if (Transformer::isIn(checkpoint)) {
      const auto config = Transformer::Config::detect(checkpoint);
      return described<Transformer>(checkpoint, kTransformer,
                                    {{"channels", config.channels}, {"text_dim", config.textDim}});
    }
    if (TextEncoder::isIn(checkpoint))
      return described<TextEncoder>(checkpoint, kTextEncoder, {{"dim", TextEncoder::Config::detect(checkpoint).dim}});
    if (Vae::isIn(checkpoint))
      return described<Vae>(checkpoint, kVae, {{"channels", Vae::Config::detect(checkpoint).channels}});
    return {};
  }

  void checkPair(const PairSpec& pair, weights::CheckpointCache& checkpoints) const override {
    engine::requireSameWidths(engine::expectKind(pair.large, kTransformer, "large model", checkpoints),
                              engine::expectKind(pair.small, kTransformer, "small model", checkpoints),
                              engine::expectKind(pair.textEncoder, kTextEncoder, "text encoder", checkpoints),
                              engine::expectKind(pair.vae, kVae, "VAE", checkpoints));
  }

  void readSettings(PairSpec& pair, const std::filesystem::path&, const std::filesystem::path&,
                    weights::CheckpointCache&) const override {
    pair.familySettings["warmth"] = kWarmth;
    pair.defaults.clip.width = 16;
    pair.defaults.clip.height = 8;
    pair.defaults.clip.frames = 4;
    pair.defaults.clip.fps = 8;
    pair.defaults.sampling.solver = SolverKind::Euler;
    pair.defaults.sampling.schedule.steps = 5;
  }

private:
  template <class Model>
  static ComponentInfo described(const weights::Checkpoint& checkpoint, std::string_view kind,
                                 std::map<std::string, std::int64_t> sizes) {
    auto info = engine::describe(checkpoint, kind);
    info.layout = "toy";
    info.sizes = std::move(sizes);
    engine::checkTensors<Model>(info, checkpoint, Model::Config::detect(checkpoint));
    return info;
  }
};

}  // namespace

void registerToyFamily() {
  if (!findFamily(Family(kFamily))) engine::registerFamily(std::make_unique<ToyFamily>());
}

PairSpec writeToyPair(const std::filesystem::path& folder) {
  constexpr std::int64_t kChannels = 4, kTextDim = 6;
  auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{11});
  const auto random = [&](at::IntArrayRef shape) { return at::randn(shape, generator, at::kFloat) / 2; };
  PairSpec pair;
  pair.name = "Toys";
  for (const auto& [path, file] : {std::pair{&pair.large, "large"}, {&pair.small, "small"}}) {
    *path = folder / (std::string(file) + ".safetensors");
    weights::saveTensors(*path,
                         {{"toy.mix", random({kChannels, kChannels})}, {"toy.text", random({kChannels, kTextDim})}});
  }
  pair.textEncoder = folder / "text.safetensors";
  weights::saveTensors(pair.textEncoder, {{"toy_text.table", random({256, kTextDim})}});
  pair.tokenizer = pair.textEncoder;
  pair.vae = folder / "vae.safetensors";
  weights::saveTensors(pair.vae, {{"toy_vae.colour", random({3, kChannels})}});
  return pair;
}

}  // namespace fb::toy
