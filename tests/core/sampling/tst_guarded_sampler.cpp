// SPDX-License-Identifier: MIT
// The trajectory under a guard, with toy models: who takes which step, and that nothing else changes.
#include "steps_text.h"
#include "toy_fields.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace fb::sampling {
namespace {

SamplingPlan guardedPlan(double bound, int every, SchedulePreset preset = SchedulePreset::LSL,
                         SolverKind solver = SolverKind::UniPC) {
  auto plan = planOf(preset, solver, 20);  // LSL: 8 large, 8 guarded, 4 large
  plan.guard = {GuardRule::Verify, bound, every};
  return plan;
}
constexpr double kAnyDivergence = 10;

// Two models that come nearer to each other from step to step, as another small one does not.
Toys convergingToys() {
  Toys toys{ToyField(0.7), ToyField(0.7)};
  toys.small.inTime = 1.5;
  return toys;
}

// A bound that, along the trajectory of the large one of these, the thirteenth step is the first below.
constexpr int kFirstNear = 12;
double middlingBound(SolverKind solver) {
  auto toys = convergingToys();
  auto plan = planOf(SchedulePreset::LLL, solver, 20);
  plan.probe = ProbePolicy::All;
  std::vector<double> divergences;
  for (const auto& report : run(plan, toys).reports) divergences.push_back(report.divergence.value().relativeL2);
  const auto near = divergences.begin() + kFirstNear;
  const double least = *std::min_element(divergences.begin(), near);
  EXPECT_LT(*near, least) << toString(solver);
  return (*near + least) / 2;
}

TEST(GuardedSampler, WithBoundZeroGivesTheBitsOfTheLargeModelAlone) {
  for (const auto solver : kSolvers) {
    Toys toys;
    const auto guarded = run(guardedPlan(0, 3, SchedulePreset::LSL, solver), toys);
    EXPECT_EQ(stepsText(guarded.reports), "LLLLLLLLRLLRLLRLLLLL");
    EXPECT_EQ(toys.large.calls, 20);
    EXPECT_EQ(toys.small.calls, 3) << "it is asked in checks only";
    EXPECT_TRUE(sameBits(guarded, run(planOf(SchedulePreset::LLL, solver, 20), toys))) << toString(solver);
  }
}

TEST(GuardedSampler, WithoutALimitIsTheScheduleButForTheFirstStepOfTheStage) {
  for (const auto solver : kSolvers) {
    Toys toys;
    const auto guarded = run(guardedPlan(kAnyDivergence, 2, SchedulePreset::LSL, solver), toys);
    EXPECT_EQ(stepsText(guarded.reports), "LLLLLLLLPSSSSSSSLLLL");
    auto later = planOf(SchedulePreset::LSL, solver, 20);
    later.schedule.early = 9. / 20;
    EXPECT_TRUE(sameBits(guarded, run(later, toys))) << toString(solver);
  }
}

TEST(GuardedSampler, HandsOverAtTheFirstCheckThatFindsTheModelsNearEnough) {
  for (const auto solver : kSolvers) {
    const double bound = middlingBound(solver);
    auto toys = convergingToys();
    const auto plan = guardedPlan(bound, 3, SchedulePreset::SSS, solver);
    auto state = startState();
    sample(state, plan, toys.pair(), RunControl(), [&](const StepView& view) {
      ASSERT_EQ(view.report.divergence.has_value(), view.report.check != GuardCheck::None);
      if (!view.report.divergence) return;
      EXPECT_EQ(view.report.check == GuardCheck::Passed, view.report.divergence->relativeL2 < bound);
      EXPECT_TRUE(at::equal(view.velocity, *view.velocityLarge)) << "nothing is computed for the check alone";
      EXPECT_TRUE(at::equal(*view.velocitySmall, toys.small.at(view.latentsBefore, view.report.timestep)));
    });
    EXPECT_EQ(stepsText(state.reports), "RLLRLLRLLRLLPSSSSSSS") << toString(solver);
    EXPECT_EQ(toys.large.calls, 13);
    EXPECT_EQ(toys.small.calls, 5 + 7);

    // By hand, with one solver history and the models that the reports name.
    const auto method = makeSolver(solver);
    auto latents = startState().latents;
    SolverState history;
    for (int i = 0; i < 20; ++i) {
      const auto model = state.reports[static_cast<std::size_t>(i)].model;
      const auto velocity = (model == Model::Large ? toys.large : toys.small)
                                .at(latents, plan.sigmas.timesteps[static_cast<std::size_t>(i)]);
      const auto step = method->step(history, velocity, latents, model, i, plan.sigmas);
      latents = step.latents;
      history = step.state;
    }
    EXPECT_TRUE(at::equal(state.latents, latents)) << toString(solver);
  }
}

// The steps of a trajectory, which each of its states continues to the same bits, decisions and figures.
std::string continuedSteps(const SamplingPlan& plan, Toys toys) {
  std::vector<TrajectoryState> states;
  auto whole = startState();
  sample(whole, plan, toys.pair(), RunControl(), [&](const StepView& view) { states.push_back(view.after); });
  EXPECT_EQ(states.size(), 20u);
  const auto steps = stepsText(whole.reports);
  for (const auto& after : states) {
    SCOPED_TRACE(fmt::format("{}, continued after step {}", toString(plan.solver), after.step));
    const auto rest = run(plan, toys, after);
    EXPECT_TRUE(sameBits(rest, whole));
    EXPECT_EQ(stepsText(rest.reports), steps);
    for (std::size_t i = 0; i < std::min(whole.reports.size(), rest.reports.size()); ++i) {
      EXPECT_EQ(rest.reports[i].change, whole.reports[i].change);
      EXPECT_EQ(rest.reports[i].velocityChange, whole.reports[i].velocityChange);
      EXPECT_EQ(rest.reports[i].settling, whole.reports[i].settling);
    }
  }
  return steps;
}

TEST(GuardedSampler, ContinuesAfterAnyStepToTheSameBitsAndDecisions) {
  for (const auto solver : kSolvers)
    for (const auto preset : {SchedulePreset::LSL, SchedulePreset::SSS}) {
      const auto plan = guardedPlan(middlingBound(solver), 2, preset, solver);
      EXPECT_EQ(continuedSteps(plan, convergingToys()),
                preset == SchedulePreset::LSL ? "LLLLLLLLRLRLPSSSLLLL" : "RLRLRLRLRLRLPSSSSSSS");
    }
}

TEST(GuardedSampler, StoppedInsideACheckRepeatsIt) {
  const auto plan = guardedPlan(kAnyDivergence, 2);
  Toys calm;
  const auto whole = run(plan, calm);
  EXPECT_EQ(stepsText(whole.reports), "LLLLLLLLPSSSSSSSLLLL");
  Toys toys;
  RunControl control;
  // Its first call is the check after eight steps.
  toys.small.onCall = [&](int) { control.requestStop(); };
  auto state = startState();
  EXPECT_THROW(sample(state, plan, toys.pair(), control, [](const StepView&) {}), Stopped);
  EXPECT_EQ(state.step, 8);
  EXPECT_TRUE(sameBits(run(plan, calm, state), whole));
}

TEST(GuardedSampler, ProbesEvaluateNothingTwice) {
  auto plan = guardedPlan(middlingBound(SolverKind::UniPC), 2);
  auto toys = convergingToys();
  const auto silent = run(plan, toys);
  plan.probe = ProbePolicy::All;
  auto probed = convergingToys();
  const auto all = run(plan, probed);
  EXPECT_TRUE(sameBits(all, silent));
  EXPECT_EQ(stepsText(all.reports), stepsText(silent.reports));
  EXPECT_EQ(probed.large.calls, 20);
  EXPECT_EQ(probed.small.calls, 20);
  for (const auto& report : all.reports) EXPECT_TRUE(report.divergence) << report.step;
}

TEST(GuardedSampler, EntersTheMiddleStageWithBothModels) {
  Toys toys;
  const auto plan = guardedPlan(kAnyDivergence, 2);
  const auto state = run(plan, toys);
  std::vector<Stage> large;
  for (const auto& report : state.reports)
    if (report.model == Model::Large) large.push_back(stageOf(plan.schedule, report.step));
  EXPECT_EQ(toys.large.entered, large);
  EXPECT_EQ(std::ranges::count(large, Stage::Middle), 1);
  EXPECT_EQ(toys.small.entered, std::vector<Stage>(8, Stage::Middle));
}

TEST(GuardedSampler, ChecksAnewWhereTheMiddleStageBeginsAgain) {
  Toys toys;
  RunControl control;
  auto state = startState();
  sample(state, guardedPlan(kAnyDivergence, 2), toys.pair(), control, [&](const StepView& view) {
    if (view.report.step == 9) control.moveBoundaries(0.6, 0.2);
  });
  EXPECT_EQ(stepsText(state.reports), "LLLLLLLLPSLLPSSSLLLL");
}

TEST(GuardedSampler, RefusesWhatCannotBeCompared) {
  Toys toys{ToyField(0.7), ToyField(std::numeric_limits<double>::infinity())};
  const auto state = run(guardedPlan(kAnyDivergence, 1, SchedulePreset::SSS), toys);
  EXPECT_EQ(stepsText(state.reports), std::string(20, 'R'));
}

TEST(GuardedSampler, LeavesALaterPassAlone) {
  Toys toys;
  auto plan = guardedPlan(0, 1, SchedulePreset::SSS);
  plan.offset = 20;
  plan.totalSteps = 40;
  auto state = startState();
  state.step = 20;
  EXPECT_EQ(stepsText(run(plan, toys, state).reports), std::string(20, 'S'));
  EXPECT_EQ(toys.large.calls, 0);
}

SamplingPlan oneWayPlan(double bound, SchedulePreset preset = SchedulePreset::LSL,
                        SolverKind solver = SolverKind::UniPC) {
  auto plan = guardedPlan(bound, 1, preset, solver);
  plan.guard.rule = GuardRule::OneWay;
  return plan;
}

// What changeOf(now, before) gives of what the steps of the large model alone show, for each but the first.
std::vector<double> changesAlong(const SamplingPlan& plan, const std::function<at::Tensor(const StepView&)>& shown,
                                 const std::function<at::Tensor(const at::Tensor&, const at::Tensor&)>& changeOf) {
  Toys toys;
  auto state = startState();
  std::vector<double> changes;
  at::Tensor before;
  sample(state, plan, toys.pair(), RunControl(), [&](const StepView& view) {
    const auto now = shown(view).to(at::kDouble);
    if (before.defined()) changes.push_back(changeOf(now, before).item<double>());
    before = now;
  });
  return changes;
}

// |x0 - x0 before| / |x0|
std::vector<double> changesOfLargeAlone(SolverKind solver) {
  return changesAlong(
      planOf(SchedulePreset::LLL, solver, 20),
      [](const StepView& view) { return view.latentsBefore - view.report.sigma * view.velocity; },
      [](const at::Tensor& now, const at::Tensor& before) { return (now - before).norm() / now.norm(); });
}

TEST(GuardedSampler, OneWayHandsOverWhereThePredictionHardlyChanges) {
  for (const auto solver : kSolvers)
    for (const auto preset : {SchedulePreset::LSL, SchedulePreset::SSS}) {
      // The stage is that of all steps or of the ninth to the sixteenth, and its first step is compared with none.
      const int first = preset == SchedulePreset::SSS ? 0 : 8, last = preset == SchedulePreset::SSS ? 20 : 16;
      const auto changes = changesOfLargeAlone(solver);
      const auto changeOf = [&](int step) { return changes.at(static_cast<std::size_t>(step - 1)); };
      // Between the smallest change of the first steps and the next smaller one.
      int over = first + 2;
      double least = changeOf(first + 1);
      while (over < last - 2 && changeOf(over) >= least) ++over;
      ASSERT_LT(changeOf(over), least) << toString(solver);
      const double bound = (changeOf(over) + least) / 2;
      Toys toys;
      const auto guarded = run(oneWayPlan(bound, preset, solver), toys);
      const auto steps = std::string(static_cast<std::size_t>(over) + 1, 'L') +
                         std::string(static_cast<std::size_t>(last - over) - 1, 'S') +
                         std::string(static_cast<std::size_t>(20 - last), 'L');
      EXPECT_EQ(stepsText(guarded.reports), steps) << toString(solver);
      for (const auto& report : guarded.reports) {
        const bool isCompared = report.step > first && report.step <= over;
        ASSERT_EQ(report.change.has_value(), isCompared) << report.step;
        EXPECT_NEAR(report.change.value_or(0), isCompared ? changeOf(report.step) : 0, 1e-5) << report.step;
        EXPECT_EQ(report.check, GuardCheck::None);
        EXPECT_FALSE(report.divergence);
      }
      EXPECT_EQ(toys.large.calls + toys.small.calls, 20) << "nothing is evaluated in addition";
      // It is the schedule whose early stage ends there.
      auto fixed = planOf(preset, solver, 20);
      fixed.schedule.early = (over + 1) / 20.;
      EXPECT_TRUE(sameBits(guarded, run(fixed, toys))) << toString(solver);
    }
}

TEST(GuardedSampler, OneWayWithBoundZeroGivesTheBitsOfTheLargeModelAlone) {
  for (const auto solver : kSolvers) {
    Toys toys;
    const auto guarded = run(oneWayPlan(0, SchedulePreset::LSL, solver), toys);
    EXPECT_EQ(toys.small.calls, 0);
    EXPECT_TRUE(sameBits(guarded, run(planOf(SchedulePreset::LLL, solver, 20), toys))) << toString(solver);
  }
}

TEST(GuardedSampler, OneWayContinuesAfterAnyStepToTheSameBitsAndDecisions) {
  for (const auto solver : kSolvers) {
    auto changes = changesOfLargeAlone(solver);
    std::ranges::sort(changes);
    const auto steps = continuedSteps(oneWayPlan(changes[4], SchedulePreset::SSS, solver), {});
    EXPECT_NE(steps.find("LS"), std::string::npos) << steps;
  }
}

TEST(GuardedSampler, OneWayComparesOnlyStepsOfOneStage) {
  Toys toys;
  RunControl control;
  auto state = startState();
  sample(state, oneWayPlan(kAnyDivergence), toys.pair(), control, [&](const StepView& view) {
    EXPECT_EQ(view.after.prediction.defined(),
              view.report.model == Model::Large && view.after.stages.back() == Stage::Middle);
    if (view.report.step == 9) control.moveBoundaries(0.6, 0.2);
  });
  EXPECT_EQ(stepsText(state.reports), "LLLLLLLLLLLLLLSSLLLL");
  EXPECT_TRUE(state.reports[9].change);
  EXPECT_FALSE(state.reports[12].change) << "the stage begins again";
  EXPECT_TRUE(state.reports[13].change);
}

SamplingPlan settlingPlan(double bound, SchedulePreset preset = SchedulePreset::LSL,
                          SolverKind solver = SolverKind::UniPC) {
  auto plan = guardedPlan(bound, 1, preset, solver);
  plan.guard.rule = GuardRule::SrDiffusion;
  // With long steps first and short ones last, the velocity changes less and less.
  plan.sigmas = makeSolver(solver)->schedule(20, 0.3);
  return plan;
}

// tanh(mean |v - v before| / mean |v before|)
std::vector<double> velocityChangesOfLargeAlone(SolverKind solver) {
  auto plan = settlingPlan(0, SchedulePreset::LLL, solver);
  plan.guard = {};
  return changesAlong(
      plan, [](const StepView& view) { return view.velocity; },
      [](const at::Tensor& now, const at::Tensor& before) {
        return ((now - before).abs().mean() / before.abs().mean()).tanh();
      });
}

TEST(GuardedSampler, SrDiffusionHandsOverWhereTheVelocitySettles) {
  for (const auto solver : kSolvers)
    for (const auto preset : {SchedulePreset::LSL, SchedulePreset::SSS}) {
      // The stage is that of all steps or of the ninth to the sixteenth; its third step is the first that is decided.
      const int first = preset == SchedulePreset::SSS ? 0 : 8, last = preset == SchedulePreset::SSS ? 20 : 16;
      const auto changes = velocityChangesOfLargeAlone(solver);
      const auto changeOf = [&](int step) { return changes.at(static_cast<std::size_t>(step - 1)); };
      const auto settlingOf = [&](int step) { return changeOf(step - 1) - changeOf(step); };
      // Between the smallest settling of the first steps and the next smaller one.
      int over = first + 3;
      double least = settlingOf(first + 2);
      while (over < last - 2 && settlingOf(over) >= least) ++over;
      ASSERT_LT(settlingOf(over), least) << toString(solver);
      ASSERT_GT(settlingOf(over), 0) << toString(solver);
      const double bound = (settlingOf(over) + least) / 2;
      Toys toys;
      const auto guarded = run(settlingPlan(bound, preset, solver), toys);
      const auto steps = std::string(static_cast<std::size_t>(over) + 1, 'L') +
                         std::string(static_cast<std::size_t>(last - over) - 1, 'S') +
                         std::string(static_cast<std::size_t>(20 - last), 'L');
      EXPECT_EQ(stepsText(guarded.reports), steps) << toString(solver);
      for (const auto& report : guarded.reports) {
        const bool isCompared = report.step > first && report.step <= over,
                   isDecided = isCompared && report.step > first + 1;
        ASSERT_EQ(report.velocityChange.has_value(), isCompared) << report.step;
        ASSERT_EQ(report.settling.has_value(), isDecided) << report.step;
        EXPECT_NEAR(report.velocityChange.value_or(0), isCompared ? changeOf(report.step) : 0, 1e-5) << report.step;
        EXPECT_NEAR(report.settling.value_or(0), isDecided ? settlingOf(report.step) : 0, 1e-5) << report.step;
        EXPECT_FALSE(report.change);
        EXPECT_FALSE(report.divergence);
      }
      EXPECT_EQ(toys.large.calls + toys.small.calls, 20) << "nothing is evaluated in addition";
      // It is the schedule whose early stage ends there.
      auto fixed = settlingPlan(0, preset, solver);
      fixed.guard = {};
      fixed.schedule.early = (over + 1) / 20.;
      EXPECT_TRUE(sameBits(guarded, run(fixed, toys))) << toString(solver);
    }
}

TEST(GuardedSampler, SrDiffusionLeavesAllStepsToTheLargeModelIfTheVelocityNeverSettles) {
  for (const auto solver : kSolvers) {
    Toys toys;
    auto plan = settlingPlan(0, SchedulePreset::LSL, solver), alone = settlingPlan(0, SchedulePreset::LLL, solver);
    alone.guard = {};
    const auto none = run(plan, toys);
    EXPECT_TRUE(sameBits(none, run(alone, toys))) << toString(solver);
    // With short steps first, it changes more and more.
    plan.guard.bound = 1;
    plan.sigmas = alone.sigmas = makeSolver(solver)->schedule(20, 3);
    const auto guarded = run(plan, toys);
    EXPECT_EQ(toys.small.calls, 0);
    for (const auto& report : guarded.reports) EXPECT_LT(report.settling.value_or(-1), 0) << report.step;
    EXPECT_TRUE(sameBits(guarded, run(alone, toys))) << toString(solver);
  }
}

TEST(GuardedSampler, SrDiffusionContinuesAfterAnyStepToTheSameBitsAndDecisions) {
  for (const auto solver : kSolvers) {
    const auto changes = velocityChangesOfLargeAlone(solver);
    // Between the settlings of the ninth and the tenth step.
    const auto plan = settlingPlan((changes[6] - changes[8]) / 2, SchedulePreset::SSS, solver);
    const auto steps = continuedSteps(plan, {});
    EXPECT_NE(steps.find("LS"), std::string::npos) << steps;
  }
}

TEST(GuardedSampler, SrDiffusionComparesOnlyStepsOfOneStage) {
  Toys toys;
  RunControl control;
  auto state = startState();
  sample(state, settlingPlan(1), toys.pair(), control, [&](const StepView& view) {
    EXPECT_EQ(view.after.velocity.defined(),
              view.report.model == Model::Large && view.after.stages.back() == Stage::Middle);
    EXPECT_FALSE(view.after.prediction.defined());
    if (view.report.step == 9) control.moveBoundaries(0.6, 0.2);
  });
  EXPECT_EQ(stepsText(state.reports), "LLLLLLLLLLLLLLLSLLLL");
  EXPECT_TRUE(state.reports[9].velocityChange);
  EXPECT_FALSE(state.reports[12].velocityChange) << "the stage begins again";
  EXPECT_TRUE(state.reports[13].velocityChange);
  EXPECT_FALSE(state.reports[13].settling);
  EXPECT_TRUE(state.reports[14].settling);
}

// A step's own time varies; how the remaining time is derived from it is exact.
TEST(GuardedSampler, TimeLeftCountsTheChecksAhead) {
  Toys toys;
  auto plan = planOf(SchedulePreset::SSS);
  plan.guard = {GuardRule::Verify, 0, 3};
  auto state = startState();
  for (const bool isCheck : {true, false, false}) {
    StepReport report;
    report.step = state.step++;
    report.end = state.step;
    if (isCheck) report.check = GuardCheck::Refused;
    report.seconds = isCheck ? 1000 : 100;
    state.reports.push_back(report);
    state.stages.push_back(Stage::Middle);
  }
  RunControl control;
  double seconds = -1, left = -1;
  EXPECT_THROW(sample(state, plan, toys.pair(), control,
                      [&](const StepView& view) {
                        EXPECT_EQ(view.report.check, GuardCheck::Refused);
                        seconds = view.report.seconds;
                        left = view.report.secondsLeft;
                        control.requestStop();
                      }),
               Stopped);
  ASSERT_GE(seconds, 0);
  // Two large steps, a check, two large steps, a check.
  EXPECT_NEAR(left, 4 * 100 + 2 * (1000 + seconds) / 2, 1e-6);
}

// Also what only a guard or a cache compares the next step with: a run that continues on a GPU reads its state on the
// CPU.
TEST(TrajectoryState, MovesToADeviceAsAWhole) {
  TrajectoryState state;
  std::vector<at::Tensor*> tensors{&state.latents,
                                   &state.prediction,
                                   &state.solver.lastSample,
                                   &state.cache.lastInput,
                                   &state.cache.computedInput,
                                   &state.cache.computedVelocity,
                                   &state.cache.residuals["conditional"]};
  state.solver.predictions.resize(2);
  for (auto& prediction : state.solver.predictions) tensors.push_back(&prediction);
  for (auto* tensor : tensors) *tensor = at::ones({1, 1, 1, 2, 2});
  state.moveTo(at::kMeta);
  for (std::size_t i = 0; i < tensors.size(); ++i) EXPECT_TRUE(tensors[i]->is_meta()) << i;
  TrajectoryState().moveTo(at::kMeta);
}

}  // namespace
}  // namespace fb::sampling
