// SPDX-License-Identifier: MIT
// Runs with LoRAs that change the text encoder: for the evaluations of their own model only, in one stage, continued
// after a stop, and kept apart in the cache of encoded prompts.
#include "../trace_cases.h"
#include "flowblend/cost.h"
#include "flowblend/memory_plan.h"

#include <cstdlib>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr double kStrength = 0.7;
constexpr int kEarly = 2, kLate = 1;  // large steps at the start and at the end
constexpr int kSteps = 5;
constexpr std::int64_t kWidth = 32;  // of the tiny pairs' text encoders

at::Tensor numbers(at::IntArrayRef shape) {
  return at::sin(at::arange(c10::multiply_integers(shape), at::kFloat)).view(shape) / 2;
}

const char* const kLayers[] = {"encoder.block.0.layer.0.SelfAttention.v", "encoder.block.1.layer.0.SelfAttention.o",
                               "encoder.block.2.layer.0.SelfAttention.v"};

weights::NamedTensors textLayers(const std::string& prefix) {
  weights::NamedTensors tensors;
  for (const std::string layer : kLayers) {
    tensors[prefix + layer + ".lora_A.weight"] = numbers({2, kWidth});
    tensors[prefix + layer + ".lora_B.weight"] = numbers({kWidth, 2});
  }
  return tensors;
}

class TextLoras : public testing::TestWithParam<const char*> {
protected:
  TextLoras() {
    const std::string name = GetParam();
    const bool isWan = name == "wan-tiny";
    request = isWan ? tinyRequest(tinyPair()) : defaultRequest(pairIn(oracleFolder("engine_ltx") / name));
    if (!isWan) {
      request.clip.prompt = "A cat & a dog baking a cake together in a kitchen.";
      request.clip.negativePrompt = "worst quality, inconsistent motion, blurry";
      request.clip.width = 64;
      request.clip.height = 32;
      request.clip.frames = 9;
      request.clip.fps = 24;
      request.sampling.seed = 3;
      request.options.preview = false;
    }
    request.sampling.guidance = 3;
    request.sampling.schedule = {static_cast<double>(kEarly) / kSteps, static_cast<double>(kLate) / kSteps, kSteps};
    weights::saveTensors(file, textLayers("text_encoder."));
  }

  weights::NamedTensors traced(std::vector<Lora> loras) const {
    auto with = request;
    with.sampling.loras = std::move(loras);
    return trace(with);
  }
  GenerationRequest with(std::vector<Lora> loras) const {
    auto changed = request;
    changed.sampling.loras = std::move(loras);
    return changed;
  }
  LoraReport reportOn(const Lora& lora) const {
    const auto reports = sharedEngine().checkLoras(with({lora}));
    if (!reports || reports.value().size() != 1) throw std::runtime_error("no report");
    EXPECT_EQ(sharedEngine().validate(with({lora})).empty(), reports.value().front().problem.empty());
    return reports.value().front();
  }
  static at::Tensor latentsAt(const weights::NamedTensors& run, int step) {
    return step < kSteps ? run.at("latents_in")[step] : run.at("final_latents");
  }

  TemporaryFolder folder;
  GenerationRequest request;
  fs::path file = folder / "text.safetensors";
};

// For both models, the same numbers as a pair whose text encoder has them in its weights.
TEST_P(TextLoras, EqualAPairWithAChangedEncoder) {
  const auto without = traced({});
  const auto ours = traced({{file, kStrength, LoraTarget::Large}, {file, kStrength, LoraTarget::Small}});
  EXPECT_FALSE(ours.contains("prompt_embeds.1"));
  const auto encoder = request.pair.textEncoder;
  auto tensors = weights::loadTensors(encoder / "model.safetensors").tensors;
  const auto change = kStrength * at::mm(numbers({kWidth, 2}).to(at::kDouble), numbers({2, kWidth}).to(at::kDouble));
  for (const std::string layer : kLayers) {
    auto& weight = tensors.at(layer + ".weight");
    weight = (weight.to(at::kDouble) + change).to(at::kFloat);
  }
  fs::create_directories(folder / "changed");
  weights::saveTensors(folder / "changed" / "model.safetensors", tensors);
  fs::copy_file(encoder / "config.json", folder / "changed" / "config.json");
  request.pair.textEncoder = folder / "changed";
  const auto changed = traced({});
  for (const auto* name : {"prompt_embeds", "negative_prompt_embeds", "final_latents"}) {
    expectClose(ours, changed, name, 1e-5);
    EXPECT_GT(relativeL2(without.at(name), changed.at(name)), 1e-3) << name;
  }
}

TEST_P(TextLoras, ChangeThePromptsOfTheirModelAlone) {
  const auto none = traced({});
  const auto both = traced({{file, kStrength, LoraTarget::Large}, {file, kStrength, LoraTarget::Small}});
  const auto large = traced({{file, kStrength, LoraTarget::Large}});
  // Beside the large model's prompts, those of the small one have the very bits of a run without LoRAs.
  for (const std::string name : {"prompt_embeds", "negative_prompt_embeds"}) {
    EXPECT_LE(relativeL2(large.at(name), both.at(name)), 1e-5) << name;
    EXPECT_TRUE(large.at(name + ".1").equal(none.at(name))) << name;
  }
  for (int step = 1; step <= kEarly; ++step) {
    EXPECT_LE(relativeL2(latentsAt(large, step), latentsAt(both, step)), 1e-5) << step;
    EXPECT_GT(relativeL2(latentsAt(large, step), latentsAt(none, step)), 1e-4) << step;
  }
  EXPECT_GT(relativeL2(latentsAt(large, kEarly + 1), latentsAt(both, kEarly + 1)), 1e-5);

  const auto small = traced({{file, kStrength, LoraTarget::Small}});
  for (int step = 0; step <= kEarly; ++step) EXPECT_TRUE(latentsAt(small, step).equal(latentsAt(none, step))) << step;
  EXPECT_GT(relativeL2(latentsAt(small, kEarly + 1), latentsAt(none, kEarly + 1)), 1e-4);

  request.sampling.schedule = {0, 0, kSteps};
  EXPECT_TRUE(traced({{file, kStrength, LoraTarget::Large}}).at("final_latents").equal(traced({}).at("final_latents")));
}

TEST_P(TextLoras, WorkInTheirStageOnly) {
  const auto none = traced({}), whole = traced({{file, kStrength, LoraTarget::Large}});
  const auto early = traced({{file, kStrength, LoraTarget::Early}});
  const auto late = traced({{file, kStrength, LoraTarget::Late}});
  for (int step = 1; step <= kSteps - kLate; ++step) {
    EXPECT_LE(relativeL2(latentsAt(early, step), latentsAt(whole, step)), 1e-5) << step;
    EXPECT_TRUE(latentsAt(late, step).equal(latentsAt(none, step))) << step;
  }
  EXPECT_GT(relativeL2(latentsAt(early, kSteps), latentsAt(whole, kSteps)), 1e-5);
  EXPECT_GT(relativeL2(latentsAt(late, kSteps), latentsAt(none, kSteps)), 1e-5);
  const auto stages = traced({{file, kStrength, LoraTarget::Early}, {file, kStrength, LoraTarget::Late}});
  expectClose(stages, whole, "final_latents", 1e-5);
}

TEST_P(TextLoras, ARunContinuesWithTheSameBits) {
  request.sampling.loras = {
      {file, 0.5, LoraTarget::Early}, {file, -0.6, LoraTarget::Late}, {file, 1, LoraTarget::Small}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control)).clip;
  for (const int end : {1, kEarly, 3, kSteps - kLate}) expectResumesAfter(end, *engine, request, whole);
}

// The encoder stays loaded from run to run; what is added to it must not.
TEST_P(TextLoras, AnotherStrengthIsAnotherRun) {
  const auto engine = createEngine({1});
  const auto clipOf = [&](Engine& by, const std::vector<Lora>& loras) {
    EventSink sink;
    RunControl control;
    return finished(by.generate(with(loras), sink, control)).clip;
  };
  const std::vector<std::vector<Lora>> lists{{},
                                             {{file, 0.5, LoraTarget::Large}},
                                             {{file, 1, LoraTarget::Large}},
                                             {{file, 1, LoraTarget::Large}, {file, 1, LoraTarget::Small}},
                                             {{file, 1, LoraTarget::Early}},
                                             {}};
  for (const auto& loras : lists) expectSameClip(clipOf(*engine, loras), clipOf(*createEngine({1}), loras));
}

TEST_P(TextLoras, KeptPromptsAreThoseOfTheirLoras) {
  ::setenv("XDG_CACHE_HOME", folder.path().c_str(), 1);
  const auto texts = [&] {
    const fs::directory_iterator files(folder / "flowblending-studio" / "texts");
    return std::distance(begin(files), end(files));
  };
  const auto clipOf = [&](const std::vector<Lora>& loras, bool keepTexts) {
    EventSink sink;
    RunControl control;
    return finished(createEngine({1, keepTexts})->generate(with(loras), sink, control)).clip;
  };
  const std::vector<std::vector<Lora>> lists{{},
                                             {{file, 0.5, LoraTarget::Large}},
                                             {{file, 1, LoraTarget::Large}},
                                             {{file, 1, LoraTarget::Small}},
                                             {{file, 1, LoraTarget::Early}, {file, 0.5, LoraTarget::Late}}};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto own = clipOf(lists[i], false);
    for (int time = 0; time < 2; ++time) expectSameClip(clipOf(lists[i], true), own);
    EXPECT_EQ(texts(), static_cast<std::ptrdiff_t>(i) + 1);
  }
  // Another content under the same name.
  auto other = textLayers("text_encoder.");
  for (auto& [name, tensor] : other) tensor = tensor * 2;
  fs::remove(file);
  weights::saveTensors(file, other);
  clipOf(lists[1], true);
  EXPECT_EQ(texts(), static_cast<std::ptrdiff_t>(lists.size()) + 1);
  ::unsetenv("XDG_CACHE_HOME");
}

TEST_P(TextLoras, AreReportedBeforeTheRun) {
  EXPECT_EQ(reportOn({file, 1, LoraTarget::Large}).words(),
            "LoRA: 3 of 3 layers, 3 of them in the text encoder, rank 2, no alpha: scale 1");
  const auto contains = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  const auto saved = [&](const char* name, const weights::NamedTensors& tensors) {
    weights::saveTensors(folder / name, tensors);
    return folder / name;
  };
  auto tensors = textLayers("text_encoder.");
  tensors["lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight"] = at::ones({2, 8});
  tensors["lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_up.weight"] = at::ones({8, 2});
  const auto more = reportOn({saved("clip.safetensors", tensors)});
  EXPECT_EQ(more.problem, "");
  EXPECT_EQ(more.textLayers, 3);
  EXPECT_EQ(more.unmatched, std::vector<std::string>{"lora_te1_text_model_encoder_layers_0_mlp_fc1"});

  tensors = textLayers("text_encoder.");
  const std::string layer = std::string("text_encoder.") + kLayers[0];
  tensors[layer + ".lora_A.weight"] = at::ones({2, kWidth / 2});
  const auto wide = reportOn({saved("wide.safetensors", tensors)}).problem;
  EXPECT_TRUE(contains(wide, "does not fit the text encoder " + request.pair.textEncoder.string())) << wide;
  EXPECT_TRUE(contains(wide, layer)) << wide;
  const auto foreign =
      reportOn({saved("foreign.safetensors",
                      {{"lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight", at::ones({2, 8})},
                       {"lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_up.weight", at::ones({8, 2})}})})
          .problem;
  EXPECT_TRUE(contains(foreign, "fits no layer of the text encoder")) << foreign;

  const auto info = sharedEngine().inspectComponent(file);
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().variant, "LoRA for a text encoder, rank 2, no alpha: scale 1");
}

TEST_P(TextLoras, AreCounted) {
  const auto cost = [&](const std::vector<Lora>& loras) {
    const auto estimate = sharedEngine().estimateCost(with(loras));
    if (!estimate) throw std::runtime_error(estimate.error().message);
    return estimate.value().textEncoding;
  };
  const auto bytes = [&](const std::vector<Lora>& loras) {
    const auto plan = sharedEngine().planMemory(with(loras));
    if (!plan) throw std::runtime_error(plan.error().message);
    for (const auto& part : plan.value().parts)
      if (part.name == "text encoder") return part.bytes;
    return std::uint64_t{0};
  };
  const Lora large{file, 1, LoraTarget::Large}, small{file, 1, LoraTarget::Small}, early{file, 1, LoraTarget::Early};
  EXPECT_EQ(cost({large}), 2 * cost({}));
  EXPECT_EQ(cost({large, small}), cost({}));
  EXPECT_EQ(cost({large, small, early}), 2 * cost({}));
  EXPECT_EQ(cost({large, {file, 0.5, LoraTarget::Small}, early}), 3 * cost({}));
  EXPECT_GT(bytes({large}), bytes({}) + fs::file_size(file) / 2);
}

// With another file that does not change the text encoder, there are fewer prompts than were stored.
TEST_P(TextLoras, ThatWereReplacedHaveTheirPromptsEncodedAgain) {
  const std::string layer = "blocks.0.attn1.to_q", block = GetParam() == std::string("wan-tiny") ? "" : "transformer_";
  weights::NamedTensors plain{{block + layer + ".lora_A.weight", numbers({2, 64})},
                              {block + layer + ".lora_B.weight", numbers({64, 2})}};
  auto both = textLayers("text_encoder.");
  both.insert(plain.begin(), plain.end());
  fs::remove(file);
  weights::saveTensors(file, both);
  request.sampling.loras = {{file, 1, LoraTarget::Large}};
  EXPECT_EQ(reportOn(request.sampling.loras[0]).textLayers, 3);
  request.options.runFolder = folder / "run";
  const auto engine = createEngine({1});
  struct StopFirst : EventSink {
    explicit StopFirst(RunControl& stopped) : control(stopped) {}
    void stepFinished(const StepReport&) override { control.requestStop(); }
    RunControl& control;
  };
  RunControl control, calm;
  StopFirst stopper(control);
  ASSERT_TRUE(engine->generate(request, stopper, control).cancelled());
  const auto hasTwo = [&] {
    return weights::loadTensors(folder / "run" / "conditioning.safetensors").tensors.contains("prompt_embeds.1");
  };
  EXPECT_TRUE(hasTwo());
  fs::remove(file);
  weights::saveTensors(file, plain);
  ASSERT_TRUE(engine->acceptInputs(request.options.runFolder));
  EventSink sink;
  finished(engine->resume(request.options.runFolder, sink, calm));
  EXPECT_FALSE(hasTwo());
}

INSTANTIATE_TEST_SUITE_P(Pairs, TextLoras, testing::Values("wan-tiny", "ltx-tiny-097"),
                         [](const auto& tested) { return std::string(tested.param) == "wan-tiny" ? "Wan" : "Ltx"; });

}  // namespace
}  // namespace fb
