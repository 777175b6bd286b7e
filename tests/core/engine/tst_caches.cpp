// SPDX-License-Identifier: MIT
// Whole runs with caches: against the reference, resumed after every step, and what they tell.
#include "cache_cases.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/user_folders.h"
#include "engine/magnitudes.h"
#include "flowblend/cost.h"
#include "flowblend/run_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace fb {
namespace {

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
  const auto name = fmt::format("{}-{}{}-{}.safetensors", GetParam().pair, toString(GetParam().rule),
                                GetParam().retains ? "-retention" : "", toString(GetParam().schedule));
  const auto reference = weights::loadTensors(oracleFolder("engine_caches") / name).tensors;
  for (const auto* same : {"noise", "input_ids", "model_is_large", "reused", "reused_evaluations"})
    expectEqual(ours, reference, same);
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
  auto name = fmt::format("{}{}{}{}", tested.param.pair, toString(tested.param.rule),
                          tested.param.retains ? "retention" : "", toString(tested.param.schedule));
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
});

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

TEST_F(Cache, OfWanByTimestepsIsForeseen) {
  for (const auto& tested : kCases) {
    if (tested.rule != CacheRule::TeaCache || std::string_view(tested.pair) != "wan-tiny") continue;
    request = requestFor(tested);
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

// What is measured here is kept in a state folder of its own.
class Calibrated : public Cache {
protected:
  Calibrated() {
    ::setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
    request = requestFor({"wan-tiny", CacheRule::MagCache, 0.15, SchedulePreset::LSL});
  }
  void forgetOwn() { request.pair.largeMagCache = request.pair.smallMagCache = {}; }
  Calibration calibrate() { return value(engine->calibrate(request, watch, control)); }
  std::string refusal() { return failure(engine->generate(request, watch, control)).message; }
  std::vector<std::filesystem::path> stored() { return entriesOf(userStateFolder() / "magcache"); }
};

void expectNear(const MagnitudeCurves& ours, const MagnitudeCurves& reference) {
  ASSERT_EQ(ours.size(), reference.size());
  for (const auto& [evaluation, curve] : reference) {
    ASSERT_TRUE(ours.contains(evaluation)) << evaluation;
    const auto& own = ours.at(evaluation);
    ASSERT_EQ(own.size(), curve.size());
    for (std::size_t i = 0; i < curve.size(); ++i) EXPECT_NEAR(own[i], curve[i], 1e-5) << evaluation << ' ' << i;
  }
}

TEST_F(Calibrated, HasTheMagnitudesOfTheReference) {
  for (const auto* pair : {"wan-tiny", "ltx-tiny-097"}) {
    request = requestFor({pair, CacheRule::None, 0, SchedulePreset::LSL});
    request.sampling.schedule.steps = kMeasuredSteps;
    const auto found = calibrate();
    expectNear(found.large, curvesOf(pair, "large"));
    expectNear(found.small, curvesOf(pair, "small"));
  }
}

TEST_F(Calibrated, IsFoundAtTheNextStartAndDecidesAsThePairsOwn) {
  const auto own = run();
  request.sampling.schedule.steps = kMeasuredSteps;
  forgetOwn();
  calibrate();
  request.sampling.schedule.steps = kSteps;
  engine = createEngine({1});
  EXPECT_EQ(decisions(run().steps), decisions(own.steps));
}

TEST_F(Calibrated, MeasuresOnlyTheModelsOfTheRequestAndKeepsOneThatIsDone) {
  forgetOwn();
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 4);
  EXPECT_TRUE(calibrate().small.empty());
  EXPECT_EQ(stored().size(), 1u);
  EXPECT_TRUE(value(engine->uncalibratedModels(request)).empty());

  struct StopInTheSecond : Watch {
    RunControl& control;
    int steps = 0;
    explicit StopInTheSecond(RunControl& c) : control(c) {}
    void stepFinished(const StepReport&) override {
      if (++steps == 5) control.requestStop();
    }
  };
  std::filesystem::remove(stored().front());
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LSL, 4);
  RunControl stopping;
  StopInTheSecond stopper(stopping);
  const auto outcome = engine->calibrate(request, stopper, stopping);
  ASSERT_TRUE(outcome.cancelled());
  EXPECT_EQ(outcome.stepsDone(), 5);
  EXPECT_EQ(value(engine->uncalibratedModels(request)), std::vector{Model::Small});
  EXPECT_NE(refusal().find("magnitudes of the small model"), std::string::npos) << refusal();
  // What is left to do is one model's.
  const auto rest = calibrationFor(request, value(engine->uncalibratedModels(request)));
  EXPECT_EQ(value(calibrationCost(*engine, rest)).models, 1);
  const auto found = value(engine->calibrate(rest, watch, control));
  EXPECT_TRUE(found.large.empty());
  EXPECT_TRUE(value(engine->uncalibratedModels(request)).empty());
}

// The sum of what the engine says of the two runs, with the texts once.
TEST_F(Calibrated, SaysWhatItCosts) {
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LSL, 4);
  request.sampling.cache = CacheRule::None;
  const auto run = value(engine->estimateCost(request));
  request.sampling.cache = CacheRule::MagCache;
  forgetOwn();
  const auto cost = value(calibrationCost(*engine, request));
  EXPECT_EQ(cost.models, 2);
  EXPECT_EQ(cost.steps, 4);
  EXPECT_DOUBLE_EQ(cost.flops, 4 * (run.largeStep.flops + run.smallStep.flops) + run.text.flops);
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::SSS, 4);
  const auto small = value(calibrationCost(*engine, request));
  EXPECT_EQ(small.models, 1);
  EXPECT_DOUBLE_EQ(small.flops, 4 * run.smallStep.flops + run.text.flops);
  request.pair.small = "/nowhere/small.safetensors";
  EXPECT_FALSE(calibrationCost(*engine, request));
}

TEST_F(Calibrated, IsRefusedBeforeTheWorkIfItCannotBeKept) {
  const auto inTheWay = userStateFolder() / "magcache";
  std::filesystem::create_directories(userStateFolder());
  std::ofstream(inTheWay) << "a file";
  RunWatch calibrating;
  const auto outcome = engine->calibrate(request, calibrating, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_NE(outcome.error().message.find(inTheWay.string()), std::string::npos) << outcome.error().message;
  EXPECT_EQ(calibrating.computed, std::vector<int>());
}

TEST_F(Calibrated, ReplacesWhatIsDamagedAndNothingOfANewerVersion) {
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 4);
  forgetOwn();
  calibrate();
  ASSERT_EQ(stored().size(), 1u);
  const auto file = stored().front();
  const auto sound = readTextFile(file);
  const std::string newer = R"({"format": "flowblend-magnitudes", "version": 2, "more": "than this version knows"})";
  writeTextAtomically(file, newer);
  EXPECT_NE(refusal().find(file.string() + " was written by a newer version"), std::string::npos) << refusal();
  RunWatch calibrating;
  const auto outcome = engine->calibrate(request, calibrating, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error().kind, ErrorKind::Unsupported);
  EXPECT_NE(outcome.error().message.find(file.string()), std::string::npos) << outcome.error().message;
  EXPECT_EQ(calibrating.computed, std::vector<int>());
  const engine::MagnitudeStore store(file.parent_path());
  EXPECT_THROW(store.keep(file.stem().string(), request.pair.large, {}), Failure);
  EXPECT_EQ(readTextFile(file), newer);

  auto changed = parseJson(sound, "sound");
  changed["curves"]["conditional"][1] = 2.0;
  writeTextAtomically(file, changed.dump());
  EXPECT_NE(refusal().find(file.string() + " is damaged"), std::string::npos) << refusal();
  calibrate();
  EXPECT_EQ(readTextFile(file), sound);
}

TEST_F(Calibrated, TellsWhereElseItCouldBeKept) {
  ::setenv("XDG_STATE_HOME", "/proc/flowblending", 1);  // where nothing can be made
  const auto outcome = engine->calibrate(request, watch, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_NE(outcome.error().message.find("XDG_STATE_HOME"), std::string::npos) << outcome.error().message;
}

TEST_F(Calibrated, IsAnInputOfTheRuns) {
  const auto magnitudesOf = [&] {
    std::vector<InputContent> found;
    for (const auto& input : value(engine->inspectInputs(request)))
      if (input.part == InputContent::kMagnitudesPart) found.push_back(input);
    return found;
  };
  EXPECT_TRUE(magnitudesOf().empty()) << "the pair gives its own";
  forgetOwn();
  request.sampling.schedule.steps = 4;
  calibrate();
  const auto first = magnitudesOf();
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(std::set({first[0].path, first[1].path}), std::set({stored()[0], stored()[1]}));
  EXPECT_EQ(magnitudesOf(), first);
  request.clip.prompt = "quite another prompt";
  calibrate();
  const auto second = magnitudesOf();
  ASSERT_EQ(second.size(), 2u);
  EXPECT_EQ(second[0].path, first[0].path);
  EXPECT_NE(second[0].hash, first[0].hash);
  request.sampling.cache = CacheRule::EasyCache;
  EXPECT_TRUE(magnitudesOf().empty());
}

// A run that was interrupted keeps those that it began with.
TEST_F(Calibrated, WhatARunKeepsOfItIsToldAsDamagedIfItIs) {
  request.options.runFolder = folder / "run";
  struct Stop : EventSink {
    explicit Stop(RunControl& stopped) : control(stopped) {}
    RunControl& control;
    void stepFinished(const StepReport&) override { control.requestStop(); }
  };
  RunControl stopping;
  Stop sink(stopping);
  ASSERT_TRUE(engine->generate(request, sink, stopping).cancelled());
  const auto file = folder / "run" / "magnitudes.json";
  const auto sound = readTextFile(file);
  auto changed = parseJson(sound, "sound");
  changed["large"]["conditional"][1] = 2.0;
  writeTextAtomically(file, changed.dump());
  const auto error = failure(engine->resume(folder / "run", watch, control));
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find(file.string() + " is damaged"), std::string::npos) << error.message;
  changed = parseJson(sound, "sound");
  changed.erase("checksum");
  writeTextAtomically(file, changed.dump());
  EXPECT_TRUE(engine->resume(folder / "run", watch, control)) << "as earlier versions wrote it";
}

TEST_F(Calibrated, IsRefusedWithoutItBeforeAnythingIsLoaded) {
  forgetOwn();
  EXPECT_EQ(value(engine->uncalibratedModels(request)), (std::vector{Model::Large, Model::Small}));
  request.options.runFolder = folder / "run";
  EXPECT_NE(refusal().find("magcache needs the magnitudes of the large model, " + request.pair.large.string()),
            std::string::npos)
      << refusal();
  EXPECT_FALSE(std::filesystem::exists(folder / "run"));
  EXPECT_FALSE(engine->estimateCost(request));
  request.sampling.cache = CacheRule::None;
  EXPECT_TRUE(value(engine->uncalibratedModels(request)).empty());
}

TEST_F(Calibrated, KnowsTheModelByItsContentAndLoras) {
  forgetOwn();
  request.sampling.schedule.steps = 4;
  calibrate();
  const auto kept = stored().size();
  EXPECT_EQ(kept, 2u);
  // Elsewhere, the same files are the same model.
  std::filesystem::copy(request.pair.large, folder / "moved", std::filesystem::copy_options::recursive);
  auto moved = request;
  moved.pair.large = folder / "moved";
  EXPECT_TRUE(value(engine->uncalibratedModels(moved)).empty());
  // With another content, it is another one.
  for (const auto& entry : entriesOf(folder / "moved"))
    if (entry.extension() == ".safetensors") {
      auto tensors = weights::loadTensors(entry).tensors;
      tensors.begin()->second = tensors.begin()->second.clone().add_(1e-3);
      std::filesystem::remove(entry);
      weights::saveTensors(entry, tensors, {});
    }
  EXPECT_EQ(value(engine->uncalibratedModels(moved)), std::vector{Model::Large});
}

TEST_F(Calibrated, OfAnotherGuidanceIsRefusedAndCompleted) {
  forgetOwn();
  request.sampling.schedule.steps = 4;
  request.sampling.guidance = 1;
  calibrate();
  request.sampling.guidance = 3;
  EXPECT_NE(refusal().find("without the evaluation unconditional"), std::string::npos) << refusal();
  calibrate();
  run();
  request.sampling.guidance = 1;
  run();
}

TEST_F(Calibrated, CompletesWhatThePairGives) {
  const auto own = decisions(run().steps);
  request.pair.largeMagCache.erase("unconditional");
  EXPECT_NE(refusal().find("magnitudes of the large model"), std::string::npos) << refusal();
  const auto steps = std::exchange(request.sampling.schedule.steps, kMeasuredSteps);
  calibrate();
  request.sampling.schedule.steps = steps;
  EXPECT_EQ(decisions(run().steps), own);
}

TEST_F(Calibrated, DamagedIsRefusedByItsNameAndReplaced) {
  forgetOwn();
  request.sampling.schedule.steps = 4;
  calibrate();
  for (const auto& file : stored()) writeTextAtomically(file, "{}");
  const auto words = refusal();
  EXPECT_TRUE(std::ranges::any_of(stored(), [&](const auto& file) { return words.find(file.string()) == 0; })) << words;
  EXPECT_NE(words.find("calibrate the pair again"), std::string::npos) << words;
  calibrate();
  run();
}

TEST_F(Calibrated, StaysThatOfARunThatHasBegun) {
  forgetOwn();
  request.sampling.schedule.steps = 10;
  calibrate();
  request.sampling.cacheThreshold = 0.3;
  const auto whole = run();
  EXPECT_NE(decisions(whole.steps).find('r'), std::string::npos) << decisions(whole.steps);
  struct StopAt : EventSink {
    RunControl& control;
    explicit StopAt(RunControl& c) : control(c) {}
    void stepFinished(const StepReport& report) override {
      if (report.end == 3) control.requestStop();
    }
  };
  request.options.runFolder = folder / "run";
  RunControl stopping;
  StopAt stopper(stopping);
  ASSERT_TRUE(engine->generate(request, stopper, stopping).cancelled());
  // Neither another calibration nor none changes the run.
  for (const auto& file : stored()) std::filesystem::remove(file);
  const auto resumed = finished(engine->resume(folder / "run", watch, control));
  expectSameClip(resumed.clip, whole.clip);
  EXPECT_EQ(decisions(resumed.steps), decisions(whole.steps));
  EXPECT_TRUE(removeRun(folder / "run"));
  EXPECT_FALSE(std::filesystem::exists(folder / "run"));
}

TEST_F(Calibrated, BranchesOnlyWhereTheSharedStepsHadTheSame) {
  request.options.runFolder = folder / "parent";
  run();
  auto branch = request;
  branch.options.runFolder.clear();
  branch.options.branchFrom = folder / "parent";
  branch.sampling.schedule.late = 0.1;
  request = branch;
  run();
  request.pair.smallMagCache = request.pair.largeMagCache;  // the shared steps are the large model's
  run();
  request = branch;
  request.pair.largeMagCache = request.pair.smallMagCache;
  EXPECT_NE(refusal().find("magnitudes of the large model"), std::string::npos) << refusal();
  request = branch;
  request.sampling.cacheReuseLimit = 2;
  EXPECT_NE(refusal().find("cache_reuse_limit"), std::string::npos) << refusal();
}

TEST_F(Calibrated, IsForeseenWithEveryGuidanceEvaluation) {
  for (const auto& tested : kCases) {
    if (tested.rule != CacheRule::MagCache) continue;
    request = requestFor(tested);
    const auto cost = engine->estimateCost(request);
    ASSERT_TRUE(cost) << cost.error().message;
    const auto result = run();
    int whole = 0, partly = 0;
    double large = 0, small = 0;
    for (const auto& step : result.steps) {
      whole += step.reused;
      partly += step.reusedEvaluations;
      (step.model == Model::Large ? large : small) += step.reused ? 1 : step.reusedEvaluations / 2.0;
    }
    EXPECT_EQ(cost.value().reusedSteps, whole);
    EXPECT_EQ(cost.value().reusedEvaluations, partly);
    auto plain = request;
    plain.sampling.cache = CacheRule::None;
    EXPECT_NEAR(engine->estimateCost(plain).value().sampling - cost.value().sampling,
                large * cost.value().largeStep.flops + small * cost.value().smallStep.flops, 1);
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
