// SPDX-License-Identifier: MIT
// Runs with LoRAs: on either model, in one stage, continued after a stop; and what is said about them before a run.
#include "../trace_cases.h"

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr double kStrength = 0.7;
constexpr int kEarly = 2, kLate = 1;  // large steps at the start and at the end
constexpr int kSteps = 5;

fs::path loraFile(const std::string& name) { return oracleFolder("models_lora") / "wan" / (name + ".safetensors"); }

class Loras : public testing::Test {
protected:
  Loras() {
    request.sampling.schedule = {static_cast<double>(kEarly) / kSteps, static_cast<double>(kLate) / kSteps, kSteps};
  }
  weights::NamedTensors traced(std::vector<Lora> loras) const {
    auto with = request;
    with.sampling.loras = std::move(loras);
    return trace(with);
  }
  LoraReport reportOn(const Lora& lora) const {
    auto with = request;
    with.sampling.loras = {lora};
    auto reports = sharedEngine().checkLoras(with);
    if (!reports || reports.value().size() != 1) throw std::runtime_error("no report");
    const auto problems = sharedEngine().validate(with);
    EXPECT_EQ(problems.empty(), reports.value().front().problem.empty());
    return reports.value().front();
  }
  // A LoRA for the small model.
  fs::path smallLora() const {
    const auto file = folder / "small.safetensors";
    const auto at = [](at::IntArrayRef shape) {
      return at::sin(at::arange(c10::multiply_integers(shape))).view(shape);
    };
    weights::saveTensors(file, {{"diffusion_model.blocks.1.self_attn.q.lora_A.weight", at({2, 32})},
                                {"diffusion_model.blocks.1.self_attn.q.lora_B.weight", at({32, 2})},
                                {"diffusion_model.blocks.1.ffn.0.lora_A.weight", at({2, 32})},
                                {"diffusion_model.blocks.1.ffn.0.lora_B.weight", at({64, 2})}});
    return file;
  }
  // The latents before step `step`, or the last ones.
  static at::Tensor latentsAt(const weights::NamedTensors& run, int step) {
    return step < kSteps ? run.at("latents_in")[step] : run.at("final_latents");
  }

  TemporaryFolder folder;
  GenerationRequest request = tinyRequest(tinyPair());
};

// The same numbers as a pair whose large model has them in its weights.
TEST_F(Loras, EqualAPairWithTheChangedWeights) {
  const auto root = oracleFolder("models_lora") / "wan";
  request.pair.large = root / "transformer_original";
  const auto ours = traced({{loraFile("comfy_ab"), kStrength, LoraTarget::Large}});
  const auto without = traced({});
  auto tensors = weights::loadTensors(root / "transformer_original" / "model.safetensors").tensors;
  const auto lora = weights::loadTensors(loraFile("comfy_ab")).tensors;
  const std::string prefix = "diffusion_model.", a = ".lora_A.weight", b = ".lora_B.weight";
  for (const auto& [name, down] : lora) {
    if (!name.ends_with(a)) continue;
    const auto layer = name.substr(0, name.size() - a.size());
    auto& weight = tensors.at(layer.substr(prefix.size()) + ".weight");
    const auto change = at::mm(lora.at(layer + b).to(at::kDouble), down.to(at::kDouble));
    weight = (weight.to(at::kDouble) + kStrength * change).to(at::kFloat);
  }
  fs::create_directories(folder / "merged");
  weights::saveTensors(folder / "merged" / "model.safetensors", tensors);
  fs::copy_file(root / "transformer_original" / "config.json", folder / "merged" / "config.json");
  request.pair.large = folder / "merged";
  const auto merged = traced({});
  expectClose(ours, merged, "final_latents", 1e-5);
  EXPECT_GT(relativeL2(without.at("final_latents"), merged.at("final_latents")), 1e-2);
}

TEST_F(Loras, WorkInTheirStageOnly) {
  const auto none = traced({}), whole = traced({{loraFile("comfy"), kStrength, LoraTarget::Large}});
  const auto early = traced({{loraFile("comfy"), kStrength, LoraTarget::Early}});
  const auto late = traced({{loraFile("comfy"), kStrength, LoraTarget::Late}});
  for (int step = 1; step <= kEarly; ++step) {
    EXPECT_LE(relativeL2(latentsAt(early, step), latentsAt(whole, step)), 1e-5) << step;
    EXPECT_GT(relativeL2(latentsAt(early, step), latentsAt(none, step)), 1e-3) << step;
  }
  for (int step = 0; step <= kSteps - kLate; ++step)
    EXPECT_TRUE(latentsAt(late, step).equal(latentsAt(none, step))) << step;
  EXPECT_GT(relativeL2(latentsAt(late, kSteps), latentsAt(none, kSteps)), 1e-3);
  EXPECT_GT(relativeL2(latentsAt(early, kSteps), latentsAt(whole, kSteps)), 1e-3);
  // Both stages together are the whole large model; the small one is never changed.
  const auto both =
      traced({{loraFile("comfy"), kStrength, LoraTarget::Early}, {loraFile("comfy"), kStrength, LoraTarget::Late}});
  expectClose(both, whole, "final_latents", 1e-5);
}

TEST_F(Loras, ChangeTheSmallModelAlone) {
  const auto none = traced({}), small = traced({{smallLora(), 1, LoraTarget::Small}});
  for (int step = 0; step <= kEarly; ++step) EXPECT_TRUE(latentsAt(small, step).equal(latentsAt(none, step))) << step;
  EXPECT_GT(relativeL2(latentsAt(small, kEarly + 1), latentsAt(none, kEarly + 1)), 1e-3);
}

TEST_F(Loras, ARunContinuesWithTheSameBits) {
  request.sampling.loras = {{loraFile("comfy"), 0.5, LoraTarget::Early},
                            {loraFile("vectors"), -0.6, LoraTarget::Late},
                            {smallLora(), 1, LoraTarget::Small}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control)).clip;
  for (const int end : {1, kEarly, 3, kSteps - kLate}) expectResumesAfter(end, *engine, request, whole);
}

// All steps are the large model's in both runs, but three of them have the LoRA in one run and not in the other.
TEST_F(Loras, ABranchTakesNoStepsOfAnotherStage) {
  request.sampling.loras = {{loraFile("comfy"), 0.5, LoraTarget::Late}};
  request.sampling.schedule = {0.2, 0.8, kSteps};
  request.options.keepEvery = 1;
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  auto parent = request;
  parent.options.runFolder = folder / "parent";
  finished(engine->generate(parent, sink, control));

  request.sampling.schedule = {0.8, 0.2, kSteps};
  const auto whole = finished(engine->generate(request, sink, control)).clip;
  request.options.branchFrom = folder / "parent";
  EXPECT_EQ(engine->estimateCost(request).value().sharedSteps, 1);
  expectSameClip(finished(engine->generate(request, sink, control)).clip, whole);

  RunWatch watch;
  request.options.branchAt = 3;
  finished(engine->generate(request, watch, control));
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("differs in stages"), std::string::npos) << watch.warnings[0];
}

TEST_F(Loras, OfARelativePathAreThoseOfTheOtherRun) {
  request.sampling.loras = {{fs::relative(loraFile("comfy")), 0.5, LoraTarget::Large}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  auto parent = request;
  parent.options.runFolder = folder / "parent";
  finished(engine->generate(parent, sink, control));
  request.options.branchFrom = folder / "parent";
  EXPECT_EQ(engine->validate(request), std::vector<std::string>());
  EXPECT_EQ(engine->estimateCost(request).value().sharedSteps, kSteps);
}

// Models stay loaded between runs; their strengths must not.
TEST_F(Loras, AnotherStrengthIsAnotherRun) {
  const auto engine = createEngine({1});
  const auto clipOf = [&](Engine& with, std::vector<Lora> loras) {
    auto changed = request;
    changed.sampling.loras = std::move(loras);
    EventSink sink;
    RunControl control;
    return finished(with.generate(changed, sink, control)).clip;
  };
  std::vector<std::vector<Lora>> lists{{},
                                       {{loraFile("comfy"), 0.5, LoraTarget::Large}},
                                       {{loraFile("comfy"), 1, LoraTarget::Large}},
                                       {{loraFile("comfy"), 0, LoraTarget::Large}},
                                       {{loraFile("comfy"), 1, LoraTarget::Early}},
                                       {{loraFile("loha"), 0.5, LoraTarget::Late}},
                                       {}};
  for (const auto& loras : lists) expectSameClip(clipOf(*engine, loras), clipOf(*createEngine({1}), loras));
}

TEST_F(Loras, AreInputsOfARun) {
  const auto file = folder / "mine.safetensors";
  fs::copy_file(loraFile("comfy"), file);
  request.sampling.loras = {{file, 0.5, LoraTarget::Large}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control, calm;
  const auto whole = finished(engine->generate(request, sink, calm)).clip;
  request.options.runFolder = folder / "run";
  struct StopFirst : EventSink {
    explicit StopFirst(RunControl& stopped) : control(stopped) {}
    void stepFinished(const StepReport&) override { control.requestStop(); }
    RunControl& control;
  } stopper(control);
  ASSERT_TRUE(engine->generate(request, stopper, control).cancelled());

  fs::remove(file);
  fs::copy_file(loraFile("kohya"), file);
  const auto error = failure(engine->resume(request.options.runFolder, sink, calm));
  EXPECT_NE(error.message.find("LoRA " + file.string()), std::string::npos) << error.message;
  const auto changes = engine->changedInputs(request.options.runFolder);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_EQ(changes.value().size(), 1u);
  EXPECT_EQ(changes.value().front().part, "lora");
  EXPECT_EQ(changes.value().front().path, file);

  fs::create_directories(folder / "moved");
  fs::copy_file(loraFile("comfy"), folder / "moved" / "renamed.safetensors");
  const auto found = engine->relocateInputs(request.options.runFolder, {folder / "moved"});
  ASSERT_TRUE(found) << found.error().message;
  expectSameClip(finished(engine->resume(request.options.runFolder, sink, calm)).clip, whole);
}

TEST_F(Loras, AreReportedBeforeTheRun) {
  const auto fits = reportOn({loraFile("comfy"), 1, LoraTarget::Large});
  EXPECT_EQ(fits.problem, "");
  EXPECT_EQ(fits.kinds, "LoRA");
  EXPECT_EQ(fits.applied, fits.layers);
  EXPECT_EQ(fits.rank, 4);
  EXPECT_EQ(fits.alpha, 3);
  EXPECT_EQ(fits.words(), "LoRA: 33 of 33 layers, rank 4, alpha 3");
  EXPECT_EQ(reportOn({loraFile("comfy_ab"), 1, LoraTarget::Late}).words(),
            "LoRA: 33 of 33 layers, rank 4, no alpha: scale 1");
  EXPECT_EQ(reportOn({loraFile("lokr_factors"), 1, LoraTarget::Early}).kinds, "LoKr");

  const auto problem = [&](const Lora& lora) { return reportOn(lora).problem; };
  const auto contains = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  EXPECT_TRUE(contains(problem({loraFile("comfy"), 1, LoraTarget::Small}), "was made for the large model"));
  EXPECT_TRUE(contains(problem({smallLora(), 1, LoraTarget::Late}), "set its target to small"));
  EXPECT_TRUE(contains(problem({folder / "absent.safetensors"}), "absent.safetensors"));
  EXPECT_TRUE(contains(problem({folder.path()}), "is a folder"));
  EXPECT_TRUE(contains(problem({request.pair.vae / "diffusion_pytorch_model.safetensors"}), "is not a LoRA"));
  auto tensors = weights::loadTensors(loraFile("comfy")).tensors;
  tensors["diffusion_model.blocks.0.self_attn.q.set_weight"] = at::ones({64, 64});
  weights::saveTensors(folder / "set.safetensors", tensors);
  EXPECT_TRUE(contains(problem({folder / "set.safetensors"}), "blocks.0.self_attn.q.set_weight"));
  const auto other = oracleFolder("models_lora") / "ltx" / "comfy.safetensors";
  EXPECT_TRUE(contains(problem({other}), "made for LTX-Video of width 64"));

  // What the model lacks does not prevent a run, which says so.
  tensors.erase("diffusion_model.blocks.0.self_attn.q.set_weight");
  tensors["diffusion_model.blocks.7.self_attn.q.lora_A.weight"] = at::ones({4, 64});
  tensors["diffusion_model.blocks.7.self_attn.q.lora_B.weight"] = at::ones({64, 4});
  weights::saveTensors(folder / "more.safetensors", tensors);
  const auto more = reportOn({folder / "more.safetensors"});
  ASSERT_EQ(more.unmatched.size(), 1u);
  EXPECT_TRUE(contains(more.unmatched.front(), "blocks.7.self_attn.q"));
  EXPECT_EQ(more.applied + 1, more.layers);
  struct Warnings : EventSink {
    void warning(const std::string& sentence) override { all += sentence + "\n"; }
    std::string all;
  } warnings;
  RunControl control;
  request.sampling.loras = {{folder / "more.safetensors"}};
  finished(createEngine({1})->generate(request, warnings, control));
  EXPECT_TRUE(contains(warnings.all, "; the model has no ")) << warnings.all;
}

TEST_F(Loras, TooStrongIsRefused) {
  for (const double strength : {10.5, -11.0, std::numeric_limits<double>::quiet_NaN()}) {
    request.sampling.loras = {{loraFile("comfy"), strength}};
    const auto problems = sharedEngine().validate(request);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_NE(problems.front().find("strength"), std::string::npos);
  }
}

TEST_F(Loras, AreInspected) {
  const auto info = sharedEngine().inspectComponent(loraFile("kohya"));
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().kind.name(), "LoRA");
  EXPECT_EQ(info.value().variant, "LoRA for WAN of width 64, rank 4, alpha 3");
  EXPECT_EQ(info.value().layout, "original");
  EXPECT_EQ(info.value().sizes.at("layers"), 33);
  EXPECT_TRUE(info.value().complete());
  const auto ltx = sharedEngine().inspectComponent(oracleFolder("models_lora") / "ltx" / "diffusers.safetensors");
  ASSERT_TRUE(ltx) << ltx.error().message;
  EXPECT_EQ(ltx.value().variant, "LoRA for LTX-Video of width 64, rank 4, alpha 3");
  EXPECT_EQ(ltx.value().layout, "diffusers");
}

TEST_F(Loras, TakeMemoryOfThePlan) {
  const auto bytes = [&] {
    const auto plan = sharedEngine().planMemory(request);
    if (!plan) throw std::runtime_error(plan.error().message);
    for (const auto& part : plan.value().parts)
      if (part.name == "large model") return part.bytes;
    return std::uint64_t{0};
  };
  const auto before = bytes();
  request.sampling.loras = {{loraFile("comfy"), 1, LoraTarget::Early}};
  EXPECT_GT(bytes(), before + fs::file_size(loraFile("comfy")) / 2);
}

// Where LoRAs are not merged, a weight that one changes as a whole is computed anew in every forward, in float32.
TEST_F(Loras, ThatChangeWholeMatricesTakeWorkingMemory) {
  const auto working = [&](const std::vector<Lora>& loras) {
    auto with = request;
    with.sampling.loras = loras;
    const auto plan = sharedEngine().planMemory(with);
    if (!plan) throw std::runtime_error(plan.error().message);
    for (const auto& phase : plan.value().phases)
      if (phase.name == "early") return phase.working;
    return std::uint64_t{0};
  };
  constexpr std::uint64_t kMatrix = sizeof(float) * 64 * 64;  // the smallest
  EXPECT_GT(working({{loraFile("dora_rows"), 1, LoraTarget::Early}}), working({}) + 6 * kMatrix);
  // Pairs of low rank are added to what a layer computes.
  EXPECT_EQ(working({{loraFile("comfy"), 1, LoraTarget::Early}}), working({}));
}

}  // namespace
}  // namespace fb
