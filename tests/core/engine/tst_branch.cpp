// SPDX-License-Identifier: MIT
// Runs that take their first steps over from another run.
#include "base/run_files.h"
#include "engine_cases.h"
#include "flowblend/run_folder.h"

#include <algorithm>

namespace fb {
namespace {

namespace fs = std::filesystem;

class Branch : public testing::Test {
protected:
  static PairSpec pairOf(const char* family) {
    return std::string_view(family) == "ltx" ? pairIn(oracleFolder("engine_ltx") / "ltx-tiny-097") : tinyPair();
  }
  static GenerationRequest requestFor(const PairSpec& pair) {
    auto request = tinyRequest(pair);
    if (pair.family.id() == "ltx") request.clip.width = 64, request.clip.frames = 17;
    return request;
  }
  fs::path parentOf(GenerationRequest request, const char* name = "parent") {
    request.options.runFolder = folder / name;
    finished(engine->generate(request, watch, control));
    watch = {};
    return folder / name;
  }
  RunResult run(const GenerationRequest& request) {
    watch = {};
    return finished(engine->generate(request, watch, control));
  }
  Error refused(const GenerationRequest& request) { return failure(engine->generate(request, watch, control)); }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
  RunWatch watch;
  RunControl control;
};

struct Case {
  const char* family;
  SolverKind solver;
};

class EveryBranch : public Branch, public testing::WithParamInterface<Case> {};

TEST_P(EveryBranch, IsTheClipOfAWholeRunAndComputesTheTailAlone) {
  auto request = requestFor(pairOf(GetParam().family));
  request.sampling.solver = GetParam().solver;
  request.sampling.schedule = {0.4, 0.2, 10};
  const auto parent = parentOf(request);
  for (const double late : {0.5, 0.0}) {
    request.sampling.schedule.late = late;
    request.options.branchFrom.clear();
    const auto whole = run(request);
    EXPECT_EQ(watch.computed.size(), 10u);
    request.options.branchFrom = parent;
    const auto branched = run(request);
    expectSameClip(branched.clip, whole.clip);
    EXPECT_EQ(watch.computed, late == 0.5 ? (std::vector{4, 5, 6, 7, 8, 9}) : (std::vector{8, 9}));
    EXPECT_EQ(branched.steps.size(), 10u);
    EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
  }
}

INSTANTIATE_TEST_SUITE_P(FamiliesAndSolvers, EveryBranch,
                         testing::Values(Case{"wan", SolverKind::UniPC}, Case{"wan", SolverKind::Euler},
                                         Case{"wan", SolverKind::DpmSolverPP}, Case{"ltx", SolverKind::UniPC},
                                         Case{"ltx", SolverKind::Euler}, Case{"ltx", SolverKind::DpmSolverPP}),
                         [](const auto& tested) {
                           auto name = std::string(tested.param.family) + std::string(toString(tested.param.solver));
                           std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
                           return name;
                         });

TEST_F(Branch, WithAStochasticSmallModelDrawsTheNoiseOfAWholeRun) {
  auto pair = pairOf("ltx");
  pair.distilledSmall = pair.stochasticSmall = true;
  auto request = requestFor(pair);
  request.sampling.schedule = {0.3, 0.3, 10, 2};
  const auto parent = parentOf(request);
  request.sampling.schedule.late = 0.1;
  request.sampling.schedule.middleSteps = 3;
  const auto whole = run(request);
  request.options.branchFrom = parent;
  expectSameClip(run(request).clip, whole.clip);
  EXPECT_EQ(watch.computed.front(), 7) << "the small model's first two steps are the same, too";
}

TEST_F(Branch, OfALargeOnlyRunTakesAnyStepThatWasKept) {
  auto request = requestFor(tinyPair());
  request.sampling.schedule = {1, 0, 10};
  request.options.keepEvery = 3;
  const auto parent = parentOf(request);
  EXPECT_EQ(engine->inspectRun(parent).value().keptSteps, (std::vector{10, 9, 6, 3}));
  request.options.keepEvery = 0;
  request.sampling.schedule = {0.8, 0, 10};
  const auto whole = run(request);
  request.options.branchFrom = parent;
  expectSameClip(run(request).clip, whole.clip);
  EXPECT_EQ(watch.computed, (std::vector{6, 7, 8, 9}));
}

TEST_F(Branch, StoppedGoesOnToTheSameClip) {
  auto request = requestFor(tinyPair());
  const auto parent = parentOf(request);
  request.sampling.schedule.late = 0.5;
  const auto whole = run(request);
  request.options.branchFrom = parent;
  request.options.runFolder = folder / "branch";
  struct Stopping : RunWatch {
    RunControl* control = nullptr;
    void stepFinished(const StepReport& report) override {
      if (report.step == 6) control->requestStop();
    }
  } stopping;
  RunControl stopped;
  stopping.control = &stopped;
  EXPECT_TRUE(engine->generate(request, stopping, stopped).cancelled());
  // The other run is not needed any more.
  ASSERT_TRUE(removeRun(parent));
  EXPECT_FALSE(fs::exists(parent)) << "kept states stay behind";
  expectSameClip(finished(engine->resume(folder / "branch", watch, control)).clip, whole.clip);
}

TEST_F(Branch, OfTheSameSettingsHasNothingToSample) {
  auto request = requestFor(tinyPair());
  const auto parent = parentOf(request);
  const auto whole = run(request);
  request.options.branchFrom = parent;
  expectSameClip(run(request).clip, whole.clip);
  EXPECT_TRUE(watch.computed.empty());
}

TEST_F(Branch, AtANamedStepMayTurnElsewhereAndSaysSo) {
  auto request = requestFor(tinyPair());
  const auto parent = parentOf(request);
  request.options.branchFrom = parent;
  request.sampling.guidance = 7;
  EXPECT_NE(refused(request).message.find("guidance"), std::string::npos);
  for (const auto solver : {SolverKind::UniPC, SolverKind::Euler}) {
    request.sampling.solver = solver;
    request.options.branchAt = 4;
    run(request);
    EXPECT_EQ(watch.computed.front(), 4);
    ASSERT_EQ(watch.warnings.size(), 1u);
    EXPECT_NE(watch.warnings.front().find("guidance"), std::string::npos) << watch.warnings.front();
  }
}

TEST_F(Branch, IsRefusedBeforeAnythingIsWritten) {
  auto request = requestFor(tinyPair());
  const auto parent = parentOf(request);
  request.options.runFolder = folder / "branch";
  request.options.branchAt = 4;
  EXPECT_NE(refused(request).message.find("branch_from"), std::string::npos);
  request.options.branchFrom = folder / "none";
  EXPECT_EQ(refused(request).kind, ErrorKind::NotFound);
  request.options.branchFrom = parent;
  request.options.branchAt = 5;
  EXPECT_NE(refused(request).message.find("4, 8, 10"), std::string::npos) << refused(request).message;
  request.options.branchAt = 0;
  for (const auto& change : std::initializer_list<std::function<void(GenerationRequest&)>>{
           [](auto& r) { r.clip.prompt = "another"; }, [](auto& r) { r.sampling.seed = 4; },
           [](auto& r) { r.clip.width = 32; }, [](auto& r) { r.sampling.schedule.steps = 12; },
           [](auto& r) { r.sampling.shift = 2; }, [](auto& r) { r.sampling.schedule.early = 0.2; }}) {
    auto other = request;
    change(other);
    EXPECT_EQ(refused(other).kind, ErrorKind::Invalid);
  }
  EXPECT_FALSE(fs::exists(folder / "branch"));
}

TEST_F(Branch, TakesNoStepsOfAnotherModel) {
  const auto pair = tinyPair();
  fs::copy(pair.large, folder / "large", fs::copy_options::recursive);
  auto request = requestFor(pair);
  const auto parent = parentOf(request);
  request.options.branchFrom = parent;
  request.pair.large = folder / "large";
  request.sampling.schedule.late = 0.5;
  run(request);
  EXPECT_EQ(watch.computed.front(), 4) << "the same content is the same model";
  request.pair.large = request.pair.small;
  EXPECT_NE(refused(request).message.find("model"), std::string::npos);
}

TEST_F(Branch, CostsOnlyWhatIsLeftOfIt) {
  auto request = requestFor(tinyPair());
  request.sampling.schedule = {0.4, 0.2, 10};
  const auto parent = parentOf(request);
  const auto whole = engine->estimateCost(request).value();
  EXPECT_EQ(whole.sharedSteps, 0);
  request.options.branchFrom = parent;
  const auto nothing = engine->estimateCost(request).value();
  EXPECT_EQ(nothing.sharedSteps, 10);
  EXPECT_EQ(nothing.sampling + nothing.textEncoding, 0);
  EXPECT_EQ(nothing.total, whole.vaeDecode);
  request.options.branchAt = 4;
  const auto branch = engine->estimateCost(request).value();
  EXPECT_EQ(branch.sharedSteps, 4);
  EXPECT_EQ(branch.textEncoding, 0);
  EXPECT_EQ(branch.totalLargeOnly, whole.totalLargeOnly);
  // 4 of the 6 large steps are taken over; the prompts pass through both models once.
  auto shorter = request;
  shorter.options.branchFrom.clear(), shorter.options.branchAt = 0;
  shorter.sampling.schedule.steps = 9;
  const double large = whole.samplingLargeOnly - engine->estimateCost(shorter).value().samplingLargeOnly;
  EXPECT_NEAR(whole.sampling - branch.sampling, 4 * large, 1e-9 * whole.sampling);
  // What the run would refuse has no cost, and the check of the request names it as well.
  request.options.branchAt = 5;
  EXPECT_EQ(engine->estimateCost(request).error().kind, ErrorKind::NotFound);
  EXPECT_NE(engine->validate(request).at(0).find("4, 8, 10"), std::string::npos);
  request.options.branchAt = 4;
  EXPECT_TRUE(engine->validate(request).empty());
  request.sampling.shift = 2;
  EXPECT_NE(engine->validate(request).at(0).find("shift"), std::string::npos);
}

TEST_F(Branch, OfTwoPassesCostsTheRestOfTheSecond) {
  auto pair = pairOf("ltx");
  pair.upsampler = oracleFolder("engine_ltx") / "upsampler";
  auto request = requestFor(pair);
  request.clip.width = 128, request.clip.height = 64;
  request.sampling.twoPass = true;
  request.options.keepEvery = 1;
  const auto parent = parentOf(request);
  request.options.branchFrom = parent;
  const int steps = request.sampling.schedule.steps, all = request.totalSteps();
  ASSERT_GT(all, steps + 1);
  request.options.branchAt = steps;
  const auto second = engine->estimateCost(request).value().sampling;
  request.options.branchAt = steps + 1;
  const auto rest = engine->estimateCost(request).value().sampling;
  EXPECT_NEAR(rest, second * (all - steps - 1) / (all - steps), 1e-9 * second);
}

TEST_F(Branch, EstimateReadsFilesThatHaveChanged) {
  const auto pair = tinyPair();
  fs::copy(pair.large, folder / "large", fs::copy_options::recursive);
  auto request = requestFor(pair);
  request.pair.large = folder / "large";
  const auto parent = parentOf(request);
  request.options.branchFrom = parent;
  EXPECT_TRUE(engine->validate(request).empty());
  fs::remove_all(folder / "large");
  fs::copy(pair.small, folder / "large", fs::copy_options::recursive);
  EXPECT_NE(engine->validate(request).at(0).find("model"), std::string::npos);
}

TEST_F(Branch, StatesAreKeptWithinTheirSpace) {
  auto request = requestFor(tinyPair());
  request.options.keepEvery = 1;
  const auto all = parentOf(request, "all");
  EXPECT_EQ(engine->inspectRun(all).value().keptSteps.size(), 10u);
  const auto size = fs::file_size(all / run_files::keptState(5));
  request.options.keepLimit = 3.5e-9 * static_cast<double>(size);
  EXPECT_EQ(engine->inspectRun(parentOf(request, "few")).value().keptSteps, (std::vector{10, 9, 8, 7}));
}

TEST_F(Branch, KeptStatesCanBeRemovedAndTheRunStaysWhole) {
  auto request = requestFor(tinyPair());
  request.options.keepEvery = 2;
  const auto parent = parentOf(request);
  const auto size = fs::file_size(parent / run_files::keptState(2));
  const auto freed = removeKeptStates(parent, {4, 8, 7});
  ASSERT_TRUE(freed) << freed.error().message;
  EXPECT_GT(freed.value(), size);
  EXPECT_EQ(engine->inspectRun(parent).value().keptSteps, (std::vector{10, 8, 4}));
  EXPECT_GT(removeKeptStates(parent).value(), 0u);
  EXPECT_EQ(removeKeptStates(parent).value(), 0u);
  EXPECT_TRUE(finished(engine->decode(parent, watch, control)).clip.frames.size() == 9);
}

TEST_F(Branch, EndsInTheLatentsOfAWholeRun) {
  auto request = requestFor(tinyPair());
  const auto parent = parentOf(request);
  request.sampling.schedule.late = 0.5;
  const auto whole = parentOf(request, "whole");
  request.options.branchFrom = parent;
  const auto branched = parentOf(request, "branched");
  const auto latents = engine->loadRunLatents(whole);
  ASSERT_TRUE(latents) << latents.error().message;
  EXPECT_EQ(latents.value().size(), 16u * 3 * 4 * 6) << "channels, frames, height, width";
  EXPECT_EQ(latents.value(), engine->loadRunLatents(branched).value());
  EXPECT_NE(latents.value(), engine->loadRunLatents(parent).value());
}

TEST_F(Branch, AnUnfinishedRunHasNoLatents) {
  auto request = requestFor(tinyPair());
  request.options.runFolder = folder / "stopped";
  struct Stop : EventSink {
    explicit Stop(RunControl& stopped) : run(stopped) {}
    void stepFinished(const StepReport& report) override {
      if (report.step == 3) run.requestStop();
    }
    RunControl& run;
  } stop(control);
  ASSERT_TRUE(engine->generate(request, stop, control).cancelled());
  const auto latents = engine->loadRunLatents(folder / "stopped");
  ASSERT_FALSE(latents);
  EXPECT_EQ(latents.error().kind, ErrorKind::Invalid);
}

TEST(KeptStates, AreKnownByTheirNames) {
  EXPECT_EQ(run_files::keptState(12), "state-00012.safetensors");
  EXPECT_EQ(run_files::keptStep("state-00012.safetensors"), 12);
  EXPECT_EQ(run_files::keptStep("state-123456.safetensors"), 123456);
  for (const char* other : {"state.safetensors", "state-12.safetensors", "state-00000.safetensors",
                            "state-000012.safetensors", "state-00012.safetensors.part", "state-0001x.safetensors", ""})
    EXPECT_FALSE(run_files::keptStep(other)) << other;
}

}  // namespace
}  // namespace fb
