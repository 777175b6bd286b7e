// SPDX-License-Identifier: MIT
// Whole runs with caches: against the reference, resumed after every step, and what they tell.
#include "trace_cases.h"

#include "flowblend/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fb {
namespace {

constexpr int kSteps = 30;

std::string decisions(const std::vector<StepReport>& steps) {
  std::string text;
  for (const auto& step : steps) text += step.reused ? 'r' : 'C';
  return text;
}

struct Case {
  const char* pair;
  CacheRule rule;
  double threshold;
  SchedulePreset schedule;
};

// The arguments of tests/oracle/engine_caches.py.
GenerationRequest requestFor(const Case& tested) {
  const bool isWan = std::string_view(tested.pair) == "wan-tiny";
  auto request = defaultRequest(pairIn(oracleFolder("engine_caches") / tested.pair));
  request.clip.prompt = "A cat and a dog baking a cake together in a kitchen.";
  request.clip.negativePrompt = "worst quality, inconsistent motion, blurry";
  request.clip.width = isWan ? 48 : 64;
  request.clip.height = 32;
  request.clip.frames = 9;
  request.clip.fps = isWan ? 16 : 25;
  request.sampling.solver = isWan ? SolverKind::UniPC : SolverKind::Euler;
  request.sampling.guidance = 3;
  request.sampling.seed = 3;
  request.sampling.schedule = StageSchedule::fromPreset(tested.schedule, kSteps, 0.5, 0.2);
  request.sampling.cache = tested.rule;
  request.sampling.cacheThreshold = tested.threshold;
  request.pair.largeTeaCache = {0.1, 0.1, 0.01};
  request.pair.smallTeaCache = {0.3, 0};
  request.options.preview = false;
  return request;
}

constexpr Case kCases[] = {
    {"wan-tiny", CacheRule::EasyCache, 0.6, SchedulePreset::LSL},
    {"wan-tiny", CacheRule::EasyCache, 0.6, SchedulePreset::LLL},
    {"ltx-tiny-097", CacheRule::EasyCache, 0.6, SchedulePreset::LSL},
    {"ltx-tiny-097", CacheRule::EasyCache, 0.6, SchedulePreset::LLL},
    {"wan-tiny", CacheRule::TeaCache, 0.31, SchedulePreset::LSL},
    {"wan-tiny", CacheRule::TeaCache, 0.31, SchedulePreset::LLL},
    {"ltx-tiny-097", CacheRule::TeaCache, 0.05, SchedulePreset::LSL},
    {"ltx-tiny-097", CacheRule::TeaCache, 0.05, SchedulePreset::LLL},
};

class Caches : public testing::TestWithParam<Case> {
protected:
  RunResult run(const GenerationRequest& asked) {
    EventSink sink;
    RunControl control;
    return finished(engine->generate(asked, sink, control));
  }

  std::unique_ptr<Engine> engine = createEngine({1});
  GenerationRequest request = requestFor(GetParam());
};

TEST_P(Caches, DecideAsTheReferenceAndGiveItsLatents) {
  const auto ours = trace(request);
  const auto name =
      fmt::format("{}-{}-{}.safetensors", GetParam().pair, toString(GetParam().rule), toString(GetParam().schedule));
  const auto reference = weights::loadTensors(oracleFolder("engine_caches") / name).tensors;
  for (const auto* same : {"noise", "input_ids", "model_is_large", "reused"}) expectEqual(ours, reference, same);
  EXPECT_GT(ours.at("reused").sum().item<int>(), 0);
  expectClose(ours, reference, "final_latents", 1e-4);
}

TEST_P(Caches, ThatAreResumedAfterAnyStepGiveTheSameBits) {
  const auto whole = run(request);
  for (int end = 1; end < kSteps; ++end) expectResumesAfter(end, *engine, request, whole.clip);
}

TEST_P(Caches, WithThresholdZeroReuseNothing) {
  request.sampling.cacheThreshold = 0;
  const auto zero = run(request);
  EXPECT_EQ(decisions(zero.steps), std::string(kSteps, 'C'));
  request.sampling.cache = CacheRule::None;
  expectSameClip(zero.clip, run(request).clip);
}

INSTANTIATE_TEST_SUITE_P(Pairs, Caches, testing::ValuesIn(kCases), [](const auto& tested) {
  auto name = fmt::format("{}{}{}", tested.param.pair, toString(tested.param.rule), toString(tested.param.schedule));
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
});

// Which steps run blocks of a model, and which say that they reuse.
struct Watch : EventSink {
  void stepProgress(int step, double) override { ran.insert(step); }
  void stepFinished(const StepReport& report) override { (report.reused ? reused : computed).insert(report.step); }
  void warning(const std::string& text) override { warnings.push_back(text); }

  std::set<int> ran, computed, reused;
  std::vector<std::string> warnings;
};

class Cache : public testing::Test {
protected:
  RunResult run() { return finished(engine->generate(request, watch, control)); }

  std::unique_ptr<Engine> engine = createEngine({1});
  GenerationRequest request = requestFor(kCases[0]);
  TemporaryFolder folder;
  Watch watch;
  RunControl control;
};

TEST_F(Cache, RunsNoBlockInReusedSteps) {
  const auto result = run();
  EXPECT_FALSE(watch.reused.empty());
  EXPECT_EQ(watch.ran, watch.computed);
  EXPECT_TRUE(watch.warnings.empty());
}

TEST_F(Cache, ReusesTheSameStepsOfEveryGuidanceEvaluation) {
  request = requestFor(kCases[2]);
  for (auto* spec : {&request.pair.largeGuidanceSpec, &request.pair.smallGuidanceSpec}) {
    spec->stg = 1;
    spec->stgBlocks = {1};
    spec->rescale = 0.7;
  }
  run();
  EXPECT_FALSE(watch.reused.empty());
  EXPECT_EQ(watch.ran, watch.computed);
}

TEST_F(Cache, IsToldToHaveNothingToDoInFewSteps) {
  request.sampling.schedule.steps = 8;
  run();
  EXPECT_TRUE(watch.reused.empty());
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("easycache reuses no step"), std::string::npos) << watch.warnings[0];
}

TEST_F(Cache, BranchesOnlyFromRunsWithTheSameOne) {
  request.options.runFolder = folder / "parent";
  run();
  auto branch = request;
  branch.options.runFolder.clear();
  branch.sampling.schedule.late = 0.1;
  request = branch;
  const auto whole = run().clip;
  branch.options.branchFrom = folder / "parent";
  request = branch;
  watch = {};
  expectSameClip(run().clip, whole);
  EXPECT_FALSE(watch.computed.contains(5));

  for (const bool other : {false, true}) {
    request = branch;
    if (other)
      request.sampling.cache = CacheRule::None;
    else
      request.sampling.cacheThreshold = 0.2;
    const auto error = failure(engine->generate(request, watch, control));
    EXPECT_NE(error.message.find(other ? "its cache is \"easycache\"" : "its cache_threshold is \"0.6\""),
              std::string::npos)
        << error.message;
  }
}

// What it remembers is dropped where a stage begins, so all steps being the large model's is not enough.
TEST_F(Cache, BranchesFromNoStepOfAnotherStage) {
  request.sampling.schedule = {0.5, 0.5, kSteps};
  request.options.keepEvery = 1;
  request.options.runFolder = folder / "parent";
  run();
  request.options.runFolder.clear();
  request.sampling.schedule = {0.8, 0.2, kSteps};
  const auto whole = run().clip;
  request.options.branchFrom = folder / "parent";
  watch = {};
  expectSameClip(run().clip, whole);
  EXPECT_FALSE(watch.computed.contains(kSteps / 2 - 1) || watch.reused.contains(kSteps / 2 - 1));
}

// Boundaries that were moved say nothing about the stage of the steps before.
TEST_F(Cache, BranchesFromNoStepThatWasOfAnotherStageBeforeTheBoundariesMoved) {
  request.sampling.schedule = {0.5, 0.5, kSteps};
  request.options.keepEvery = 1;
  request.options.runFolder = folder / "parent";
  struct Moving : Watch {
    RunControl* control = nullptr;
    void stepFinished(const StepReport& report) override {
      if (report.step == kSteps * 2 / 3) control->moveBoundaries(0.9, 0.1);
    }
  } moving;
  RunControl moved;
  moving.control = &moved;
  finished(engine->generate(request, moving, moved));
  request.options.runFolder.clear();
  request.sampling.schedule = {0.9, 0.1, kSteps};
  const auto whole = run().clip;
  request.options.branchFrom = folder / "parent";
  expectSameClip(run().clip, whole);
}

// The first step that is reused in a run of the large model alone.
class CacheOfAnotherModel : public Cache {
protected:
  void SetUp() override {
    request.sampling.schedule = {1, 0, kSteps};
    const auto steps = run().steps;
    reused = static_cast<int>(std::ranges::find(steps, true, &StepReport::reused) - steps.begin());
    ASSERT_LT(reused, kSteps);
    watch = {};
  }

  int reused = 0;
};

TEST_F(CacheOfAnotherModel, IsNotTakenOverByABranch) {
  request.options.keepEvery = 1;
  request.options.runFolder = folder / "parent";
  run();
  request.options.runFolder.clear();
  request.options.branchFrom = folder / "parent";
  request.options.branchAt = reused;
  for (const bool other : {false, true}) {
    if (other) request.pair.large = request.pair.small;
    watch = {};
    run();
    EXPECT_EQ(watch.computed.contains(reused), other);
  }
}

TEST_F(CacheOfAnotherModel, IsNotUsedByARunThatContinuesWithIt) {
  namespace fs = std::filesystem;
  fs::copy(request.pair.large, folder / "large", fs::copy_options::recursive);
  request.pair.large = folder / "large";
  request.options.runFolder = folder / "run";
  struct Stopping : Watch {
    RunControl* control = nullptr;
    int last = 0;
    void stepFinished(const StepReport& report) override {
      if (report.step == last) control->requestStop();
    }
  } stopping;
  RunControl stopped;
  stopping.control = &stopped;
  stopping.last = reused - 1;
  ASSERT_TRUE(engine->generate(request, stopping, stopped).cancelled());
  fs::remove_all(folder / "large");
  fs::copy(request.pair.small, folder / "large", fs::copy_options::recursive);
  ASSERT_TRUE(engine->acceptInputs(folder / "run"));
  finished(engine->resume(folder / "run", watch, control));
  EXPECT_TRUE(watch.computed.contains(reused));
}

TEST_F(Cache, OfWanByTimeEmbeddingsIsForeseen) {
  for (const auto schedule : {SchedulePreset::LSL, SchedulePreset::LLL}) {
    request = requestFor({"wan-tiny", CacheRule::TeaCache, 0.31, schedule});
    const auto cost = engine->estimateCost(request);
    ASSERT_TRUE(cost) << cost.error().message;
    watch = {};
    const auto result = run();
    const auto reused = static_cast<int>(watch.reused.size());
    EXPECT_GT(reused, 0);
    EXPECT_EQ(cost.value().reusedSteps, reused);
    int large = 0, small = 0;
    for (const auto& step : result.steps)
      if (!step.reused) ++(step.model == Model::Large ? large : small);
    auto plain = request;
    plain.sampling.cache = CacheRule::None;
    const auto whole = engine->estimateCost(plain);
    EXPECT_FALSE(whole.value().reusedSteps);
    const auto& schedulePlanned = request.sampling.schedule;
    EXPECT_NEAR(whole.value().sampling - cost.value().sampling,
                (schedulePlanned.largeSteps() - large) * cost.value().largeStep.flops +
                    (schedulePlanned.smallSteps() - small) * cost.value().smallStep.flops,
                1);
  }
  request = requestFor({"ltx-tiny-097", CacheRule::TeaCache, 0.05, SchedulePreset::LSL});
  EXPECT_FALSE(engine->estimateCost(request).value().reusedSteps);
}

TEST_F(Cache, WithoutPublishedCoefficientsIsRefusedByName) {
  for (const auto* pair : {"wan-tiny", "ltx-tiny-097"}) {
    request = requestFor({pair, CacheRule::TeaCache, 0.1, SchedulePreset::LSL});
    request.pair.smallTeaCache.clear();
    const auto error = failure(engine->generate(request, watch, control));
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    EXPECT_NE(error.message.find("teacache has no published coefficients for the small model"), std::string::npos)
        << error.message;
    EXPECT_NE(error.message.find(request.pair.small.string()), std::string::npos) << error.message;
    request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 3);
    run();
  }
}

TEST_F(Cache, IsToldByTheRunFolderAndTheClip) {
  request.options.runFolder = folder / "run";
  run();
  const auto info = engine->inspectRun(folder / "run");
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().request.sampling.cache, CacheRule::EasyCache);
  const auto portable = requestFromJson(toJson(request, true));
  ASSERT_TRUE(portable) << portable.error().message;
  EXPECT_EQ(portable.value().sampling.cache, CacheRule::EasyCache);
  EXPECT_EQ(portable.value().sampling.cacheThreshold, 0.6);
}

}  // namespace
}  // namespace fb
