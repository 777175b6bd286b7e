// SPDX-License-Identifier: MIT
// Whole sweeps with the engine: their runs are those that generate() makes, whatever interrupts or extends them.
#include "base/atomic_file.h"
#include "flowblend/proposal.h"
#include "flowblend/sweep.h"

#include "sweep_cases.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

class EveryFamily : public SweepRuns, public testing::WithParamInterface<const char*> {};

TEST_P(EveryFamily, SweepHasTheClipsOfWholeRunsAndComputesWhatWasPlanned) {
  auto sweep = tinySweep();
  if (std::string_view(GetParam()) != "wan") {
    auto pair = pairIn(oracleFolder("engine_ltx") / "ltx-tiny-097");
    pair.distilledSmall = pair.stochasticSmall = std::string_view(GetParam()) == "ltx_stochastic";
    auto request = tinyRequest(pair);
    request.clip.width = 64, request.clip.frames = 17;
    request.sampling.schedule.steps = 5;
    request.sampling.schedule.middleSteps = pair.distilledSmall ? 2 : 0;
    sweep = sweepOf(request);
  }
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_TRUE(plan) << plan.error().message;
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.large, plan.value().left.largeSteps);
  EXPECT_EQ(watch.small, plan.value().left.smallSteps);
  EXPECT_EQ(watch.warnings, std::vector<std::string>());
  expectWholeRuns(sweep, results);
  EXPECT_GT(watch.removed, 0u);
  for (const auto& made : fs::directory_iterator(folder / "sweep" / "runs"))
    EXPECT_EQ(engine->inspectRun(made.path()).value().keptSteps, std::vector{5}) << made.path();
}

INSTANTIATE_TEST_SUITE_P(Families, EveryFamily, testing::Values("wan", "ltx", "ltx_stochastic"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST_F(SweepRuns, MeasuresTheReferencesAsIdentityAndOtherSeedsAsFar) {
  Watch watch;
  const auto results = run(tinySweep(), watch);
  const auto find = [&](const SweepCandidate& candidate, bool isFloor) {
    return *std::ranges::find_if(results.records, [&](const SweepRecord& record) {
      return record.run.candidate == candidate && record.isFloor() == isFloor;
    });
  };
  EXPECT_EQ(find({5, 0}, false).latents, 0);
  EXPECT_EQ(find({5, 0}, false).clip->ssim, 1);
  EXPECT_EQ(find({5, 0}, true).run.seed, 4u);
  EXPECT_EQ(find({5, 0}, true).referenceSeed, 3u);
  EXPECT_GT(find({5, 0}, true).latents, 0.1);
  EXPECT_GT(find({0, 0}, false).latents, 0);
  EXPECT_GT(find({2, 1}, false).latents, 0);
  EXPECT_LT(find({2, 1}, false).clip->ssim, 1);
  EXPECT_GT(find({2, 1}, false).secondsSampling, 0);
  EXPECT_EQ(results.run.totalLargeOnly, planSweep(*engine, tinySweep(), folder / "sweep").value().run.totalLargeOnly);
}

TEST_F(SweepRuns, StoppedAnywhereGoesOnToTheSameResults) {
  const auto sweep = tinySweep();
  int steps = 0, calls = 0;
  for (bool done = false; !done; ++calls) {
    ASSERT_LT(calls, 20);
    RunControl control;
    Watch watch(&control);
    watch.stopAfter = 4;
    const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
    ASSERT_FALSE(outcome.failed()) << outcome.error().message;
    steps += watch.large + watch.small;
    EXPECT_EQ(outcome.cancelled(), control.stopToken().stop_requested());
    if (outcome.cancelled()) {
      EXPECT_EQ(outcome.stepsDone(), std::ranges::count_if(watch.measured, [](const auto& r) { return !r.isFloor(); }));
    }
    done = outcome.done();
  }
  EXPECT_GT(calls, 3);
  const auto whole = planSweep(*engine, sweep, folder / "other").value().whole;
  EXPECT_EQ(steps, whole.largeSteps + whole.smallSteps) << "no step was taken twice";
  expectWholeRuns(sweep, readSweepResults(folder / "sweep").value());
}

TEST_F(SweepRuns, GoesOnWithTheMemoryThatItMayUseNow) {
  auto sweep = tinySweep();
  RunControl control;
  Watch stopped(&control);
  stopped.stopAfter = 3;
  ASSERT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, stopped, control).cancelled());
  sweep.base.options.memoryBudget = 1e-300;
  RunControl tight;
  Watch refused;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, refused, tight);
  ASSERT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error().kind, ErrorKind::OutOfMemory) << outcome.error().message;
  EXPECT_EQ(refused.large + refused.small, 0) << "the run went on with what it began with";
  sweep.base.options.memoryBudget = 0;
  Watch rest;
  expectWholeRuns(sweep, run(sweep, rest));
}

// Others can branch from states that it kept, but it has none to go on from.
TEST_F(SweepRuns, KilledBeforeAStateWasSavedBeginsTheRunAnew) {
  class Killed : public Watch {
  public:
    Killed(fs::path from, fs::path to, RunControl& control)
        : m_from(std::move(from)), m_to(std::move(to)), m_control(control) {}
    void stepFinished(const StepReport& report) override {
      Watch::stepFinished(report);
      if (large < 4) return;
      // As a kill would leave it.
      fs::copy(m_from, m_to, fs::copy_options::recursive);
      m_control.requestStop();
    }

  private:
    fs::path m_from, m_to;
    RunControl& m_control;
  };
  auto sweep = tinySweep();
  sweep.base.options.saveEvery = 100;
  RunControl control;
  Killed killed(folder / "sweep", folder / "left", control);
  ASSERT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, killed, control).cancelled());
  fs::remove_all(folder / "sweep");
  fs::rename(folder / "left", folder / "sweep");
  const auto large = runFolder({0, 3, {5, 0}});
  ASSERT_FALSE(fs::exists(large / "state.safetensors"));
  ASSERT_FALSE(engine->inspectRun(large).value().keptSteps.empty());
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.started.size(), 7u);
  expectWholeRuns(sweep, results);
}

TEST_F(SweepRuns, ExtendedByPromptsSeedsAndCandidatesRepeatsNothing) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first);
  const auto before = recordFiles();
  sweep.prompts = {"another prompt"};
  sweep.seeds = {5};
  const std::vector<double> early{0.6}, late{0.2};
  sweep.candidates = sweepGrid(5, early, late);
  const auto plan = planSweep(*engine, sweep, folder / "sweep").value();
  Watch second;
  const auto results = run(sweep, second);
  EXPECT_EQ(results.sweep.prompts.size(), 2u);
  EXPECT_EQ(results.sweep.seeds, (std::vector<std::uint64_t>{3, 5}));
  EXPECT_EQ(results.sweep.candidates.size(), 7u);
  EXPECT_EQ(second.large, plan.left.largeSteps);
  EXPECT_LT(plan.left.flops, plan.whole.flops);
  for (const auto& name : first.started) EXPECT_EQ(std::ranges::count(second.started, name), 0) << name;
  auto after = recordFiles();
  for (const auto& [name, text] : before) EXPECT_EQ(after[name], text) << name;
  expectWholeRuns(results.sweep, results);
  Watch third;
  run(sweep, third);
  EXPECT_EQ(third.started.size() + third.measured.size(), 0u);
}

TEST_F(SweepRuns, KeepsStatesOnRequestAndBranchesFromThemLater) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first, {.keepStates = true});
  EXPECT_EQ(first.removed, 0u);
  const std::vector<double> early{0.4}, late{0.4};
  sweep.candidates = sweepGrid(5, early, late);
  const auto plan = planSweep(*engine, sweep, folder / "sweep").value();
  ASSERT_EQ(plan.steps.size(), 1u);
  EXPECT_EQ(plan.steps[0].parent, (SweepCandidate{5, 0}));
  EXPECT_EQ(plan.steps[0].shared, 2);
  Watch second;
  const auto results = run(sweep, second);
  EXPECT_GT(second.removed, 0u);
  expectWholeRuns(results.sweep, results);
}

TEST_F(SweepRuns, RunFoldersMayBeRemovedAndPromptsRepeated) {
  auto sweep = tinySweep();
  sweep.prompts.push_back(sweep.prompts.front());
  Watch first;
  const auto before = run(sweep, first);
  EXPECT_EQ(before.sweep.prompts.size(), 1u);
  fs::remove_all(folder / "sweep" / "runs");
  Watch second;
  const std::vector<double> early{0.6}, late{0};
  sweep.candidates = sweepGrid(5, early, late);
  const auto after = run(sweep, second);
  EXPECT_EQ(second.started, (std::vector<std::string>{"p000-s3-e05-l00", "p000-s3-e03-l00", "p000-s4-e05-l00"}));
  EXPECT_TRUE(second.warnings.empty());
  for (auto record : before.records) {
    const auto same = std::ranges::find_if(after.records, [&](const SweepRecord& other) {
      return other.run == record.run && other.referenceSeed == record.referenceSeed;
    });
    ASSERT_NE(same, after.records.end());
    EXPECT_EQ(same->latents, record.latents);
    EXPECT_EQ(same->clip, record.clip);
  }
}

TEST_F(SweepRuns, TheReferenceIsMadeAgainIfFilesOfItWereRemoved) {
  Watch watch;
  auto sweep = tinySweep();
  const auto before = run(sweep, watch);
  const auto large = runFolder({0, 3, {5, 0}});
  const auto latents = engine->loadRunLatents(large).value();
  for (const auto& [file, added] :
       {std::pair("state.safetensors", SweepCandidate{3, 1}), std::pair("clip.safetensors", SweepCandidate{4, 0})}) {
    ASSERT_TRUE(fs::remove(large / file)) << file;
    sweep.candidates.push_back(added);
    Watch again;
    const auto after = run(sweep, again);
    EXPECT_NE(std::ranges::find(again.started, "p000-s3-e05-l00"), again.started.end()) << file;
    EXPECT_EQ(engine->loadRunLatents(large).value(), latents) << file;
    for (const auto& record : before.records)
      EXPECT_TRUE(std::ranges::any_of(after.records, [&](const SweepRecord& other) {
        return other.run == record.run && other.referenceSeed == record.referenceSeed &&
               other.latents == record.latents && other.clip == record.clip;
      })) << record.run.name();
  }
}

TEST_F(SweepRuns, RefusesAnotherBaseByName) {
  Watch watch;
  auto sweep = tinySweep();
  run(sweep, watch);
  const auto refused = [&](const char* word) {
    const auto joined = joinedWithStored(sweep, folder / "sweep");
    ASSERT_FALSE(joined) << word;
    EXPECT_EQ(joined.error().kind, ErrorKind::Invalid);
    EXPECT_NE(joined.error().message.find(word), std::string::npos) << joined.error().message;
  };
  sweep.base.sampling.guidance = 3;
  refused("guidance");
  sweep = tinySweep();
  sweep.base.pair.distilledSmall = !sweep.base.pair.distilledSmall;
  refused("pair");
  // Files are compared by their content, which needs the engine.
  sweep = tinySweep();
  sweep.base.pair.small = sweep.base.pair.large;
  const auto other = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("does not have the content of"), std::string::npos) << other.error().message;
  sweep = tinySweep();
  sweep.base.options.saveEvery = 7;
  sweep.base.clip.prompt = "ignored";
  EXPECT_TRUE(joinedWithStored(sweep, folder / "sweep"));
}

TEST_F(SweepRuns, RefusesAGuardBeforeAnythingIsWritten) {
  auto sweep = tinySweep();
  sweep.base.sampling.guard = GuardRule::Verify;
  Watch watch;
  RunControl control;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error().kind, ErrorKind::Invalid);
  EXPECT_NE(outcome.error().message.find("guard is verify"), std::string::npos) << outcome.error().message;
  EXPECT_EQ(joinedWithStored(sweep, folder / "sweep").error().message, outcome.error().message);
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, RivalsAreWholeRunsOfTheirSettings) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first);
  const auto document = readTextFile(folder / "sweep" / "sweep.json");
  EXPECT_EQ(document.find("fewer_steps"), std::string::npos);
  // One guard whose first check passes, one whose checks never do, one that hands over as early as it can, and one that
  // may after the last step of its stage.
  const SweepCandidate fewer{2, 0, 2}, lax{1, 1, 0, 2, 10}, strict{1, 1, 0, 2, 0}, oneWay{1, 1, 0, 0, 0, false, 10},
      settling{1, 1, 0, 0, 0, false, 0, 1};
  for (const auto& rival : {fewer, lax, strict, oneWay, settling}) sweep.candidates.push_back(rival);
  const auto planned = planSweep(*engine, sweep, folder / "sweep").value();
  EXPECT_EQ(planned.left.runs, 5);
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.started, (std::vector<std::string>{"p000-s3-e02-l00-t2", "p000-s3-e01-l01-d1", "p000-s3-e01-l01-c10",
                                                     "p000-s3-e01-l01-v0-k2", "p000-s3-e01-l01-v10-k2"}));
  expectWholeRuns(results.sweep, results);
  EXPECT_EQ(readSweepResults(folder / "sweep").value().records, results.records);
  const auto recordOf = [&](const SweepCandidate& candidate) {
    return *std::ranges::find_if(results.records,
                                 [&](const SweepRecord& record) { return record.run.candidate == candidate; });
  };
  // Three steps in the middle: a check and two small steps, or a check, a large step and a check, or large ones.
  EXPECT_EQ(std::pair(recordOf(lax).largeSteps, recordOf(lax).smallSteps), std::pair(2 + 1, 1 + 2));
  EXPECT_EQ(std::pair(recordOf(strict).largeSteps, recordOf(strict).smallSteps), std::pair(2 + 3, 2));
  EXPECT_EQ(std::pair(recordOf(oneWay).largeSteps, recordOf(oneWay).smallSteps), std::pair(2 + 2, 1));
  EXPECT_EQ(std::pair(recordOf(settling).largeSteps, recordOf(settling).smallSteps), std::pair(2 + 3, 0));
  EXPECT_EQ(recordOf(strict).latents, 0) << "every step is the large model's";
  EXPECT_EQ(recordOf(settling).latents, 0);
  EXPECT_GT(recordOf(fewer).latents, 0);
  const auto scores = scoreSweep(results, SamenessMeasure::Latents);
  ASSERT_TRUE(scores) << scores.error().message;
  EXPECT_GT(scores.value().of(strict).cost, 1);
  Watch again;
  run(sweep, again);
  EXPECT_TRUE(again.started.empty());
}

TEST_F(SweepRuns, RefusesRivalsThatThePairCannotRunByName) {
  auto sweep = tinySweep();
  sweep.base.sampling.cache = CacheRule::EasyCache;
  sweep.candidates.push_back({1, 1, 0, 2, 0.7});
  const auto refused = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_EQ(refused.error().message.rfind("guard 0.7 every 2, 20 % / 20 %: ", 0), 0u) << refused.error().message;
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, FindsItsRivalsByWhatTheGridCosts) {
  const auto sweep = joinedWithStored(tinySweep(), folder / "sweep").value();
  EXPECT_EQ(withRivals(*engine, sweep, {}).value(), sweep);
  const auto all = withRivals(*engine, sweep, {.fewerSteps = 2, .guardBounds = {0.7}, .smallFirst = true}).value();
  const auto run = planSweep(*engine, sweep, folder / "sweep").value().run;
  for (const auto& rival : all.candidates) {
    if (rival.fewerSteps == 0) continue;
    const auto isNear = [&](const SweepCandidate& candidate) {
      const double apart = flopsOfRun(sweep, run, candidate) - flopsOfRun(sweep, run, rival);
      return std::abs(apart) <= 0.5 * run.largeStep.flops * (1 + 1e-9);
    };
    EXPECT_TRUE(std::ranges::any_of(sweep.candidates, isNear)) << rival.fewerSteps;
  }
  EXPECT_EQ(all.fixedBoundaries().size(), sweep.candidates.size() + 1);
  EXPECT_EQ(std::ranges::count(all.candidates, SweepCandidate{2, 1, 0, 4, 0.7}), 1);
  EXPECT_EQ(withRivals(*engine, joinedWithStored(all, folder / "sweep").value(),
                       {.fewerSteps = 2, .guardBounds = {0.7}, .smallFirst = true})
                .value()
                .fixedBoundaries(),
            all.fixedBoundaries());
}

TEST_F(SweepRuns, TheSameRivalsAddNothingToAnEarlierVersionsSweep) {
  auto sweep = joinedWithStored(tinySweep(), folder / "sweep").value();
  sweep.candidates.push_back({1, 1, 0, 4, 0.7, true});
  const auto all = withRivals(*engine, sweep, {.guardBounds = {0.7}});
  ASSERT_TRUE(all) << all.error().message;
  EXPECT_EQ(all.value().candidates, sweep.candidates);
}

TEST_F(SweepRuns, RefusesRivalsThatCannotHandOver) {
  auto sweep = joinedWithStored(tinySweep(), folder / "sweep").value();
  sweep.base.sampling.schedule.steps = 4;
  sweep.candidates = {{4, 0}, {1, 1}, {0, 0}};
  EXPECT_TRUE(withRivals(*engine, sweep, {.guardBounds = {0.7}, .guardChanges = {0.1}}));
  const auto refused = withRivals(*engine, sweep, {.guardSettlings = {0.01}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_EQ(refused.error().message.rfind("SRDiffusion guard 0.01, 25 % / 0 %: ", 0), 0u) << refused.error().message;
}

TEST_F(SweepRuns, NeedsAFolderOfItsOwnAndValidPrompts) {
  auto sweep = tinySweep();
  const auto kindOf = [&](const fs::path& at) {
    Watch watch;
    RunControl control;
    const auto outcome = runSweep(*engine, sweep, at, {}, watch, control);
    return outcome.failed() ? outcome.error().kind : ErrorKind::Internal;
  };
  fs::create_directory(folder / "full");
  writeTextAtomically(folder / "full" / "notes.txt", "mine");
  EXPECT_EQ(kindOf(folder / "full"), ErrorKind::Invalid);
  EXPECT_EQ(std::ranges::distance(fs::directory_iterator(folder / "full")), 1) << "nothing was made there";
  EXPECT_EQ(storedSweep(folder / "none").error().kind, ErrorKind::NotFound);
  EXPECT_EQ(readSweepResults(folder / "none").error().kind, ErrorKind::NotFound);
  sweep.prompts.push_back("caf\xe9");
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().message.find("prompt 2"), std::string::npos) << plan.error().message;
  sweep.prompts.clear();
  EXPECT_EQ(kindOf(folder / "sweep"), ErrorKind::Invalid);
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, AreCheckedForBothModelsBeforeTheyBegin) {
  const OwnState state(folder / "state");
  auto sweep = tinySweep();
  auto small = sweep.base;
  small.sampling.schedule = {0, 0, 4};
  Watch watch;
  RunControl control;
  const auto calibrated = engine->calibrate(small, watch, control);
  ASSERT_TRUE(calibrated) << calibrated.error().message;
  // The small model has its magnitudes, the large one has none.
  sweep.base.sampling.cache = CacheRule::MagCache;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_NE(outcome.error().message.find("magnitudes of the large model"), std::string::npos)
      << outcome.error().message;
  EXPECT_FALSE(fs::exists(folder / "sweep" / "sweep.json"));
}

}  // namespace
}  // namespace fb
