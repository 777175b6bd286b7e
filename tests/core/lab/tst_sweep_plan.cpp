// SPDX-License-Identifier: MIT
// What a sweep computes and what it costs, without any model.
#include "flowblend/guard.h"
#include "lab/plan.h"
#include "lab/shared_steps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace fb {
namespace {

using lab::FoundRun;

const std::vector<double> kEarly{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, kLate{0, 0.03, 0.1, 0.2};

Sweep sweepOf(int steps, const std::vector<double>& early, const std::vector<double>& late, int middleSteps = 0) {
  Sweep sweep;
  sweep.base.sampling.schedule = {0, 0, steps, middleSteps};
  sweep.prompts = {"a cat"};
  sweep.seeds = {7};
  sweep.candidates = sweepGrid(steps, early, late);
  return sweep;
}

// A large step costs 1 and a small one 0.1; prompts and decoding cost nothing.
CostEstimate costOf(int steps) {
  CostEstimate cost;
  cost.largeStep.flops = 1;
  cost.smallStep.flops = 0.1;
  cost.sampling = cost.total = 0.1 * steps;
  cost.samplingLargeOnly = cost.totalLargeOnly = steps;
  return cost;
}

SweepPlan planFromNothing(const Sweep& sweep) {
  return lab::planOf(sweep, costOf(sweep.base.sampling.schedule.steps), [](const SweepRun&) { return FoundRun{}; });
}

const SweepPlan::Step& stepOf(const SweepPlan& plan, const SweepCandidate& candidate) {
  return *std::ranges::find_if(plan.steps, [&](const auto& step) { return step.run.candidate == candidate; });
}

// Prompts cost the large model 2 and the small one 0.5.
CostEstimate costWithPrompts(int steps, bool keeps) {
  auto cost = costOf(steps);
  cost.sampling += 0.5;
  cost.samplingLargeOnly += 2;
  cost.total = cost.sampling;
  cost.totalLargeOnly = cost.samplingLargeOnly;
  cost.keepsPrompts = keeps;
  return cost;
}

TEST(SweepPlanCost, CountsPromptsOncePerModelIfTheModelsKeepThem) {
  auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.2});
  sweep.prompts = {"a cat", "a dog"};
  const auto planned = [&](bool keeps) {
    return lab::planOf(sweep, costWithPrompts(10, keeps), [](const SweepRun&) { return FoundRun{}; });
  };
  const auto apart = planned(false), kept = planned(true);
  int large = 0, small = 0;
  for (const auto& step : kept.steps) {
    large += step.largeSteps > 0;
    small += step.smallSteps > 0;
  }
  ASSERT_GT(large, 2);
  ASSERT_GT(small, 2);
  // Each model meets each of the two prompts for the first time once.
  EXPECT_NEAR(apart.left.sampling - kept.left.sampling, (large - 2) * 2 + (small - 2) * 0.5, 1e-9);
  EXPECT_NEAR(apart.left.flops - kept.left.flops, (large - 2) * 2 + (small - 2) * 0.5, 1e-9);
  EXPECT_EQ(kept.left.largeSteps, apart.left.largeSteps);
  // A whole run by itself makes its own.
  for (const auto& candidate : sweep.candidates)
    EXPECT_EQ(flopsOfRun(sweep, kept.run, candidate), flopsOfRun(sweep, apart.run, candidate));
}

TEST(SweepGrid, HasEverySteppedScheduleOnceWithBothReferences) {
  const std::vector<double> early{0.4, 0.42, 0.5}, late{0.2, 0.6, 0.21};
  EXPECT_EQ(sweepGrid(10, early, late), (std::vector<SweepCandidate>{{10, 0}, {5, 2}, {4, 2}, {0, 0}}))
      << ".4 and .42 round to the same step, and .4 with .6 leaves nothing to the small model";
}

TEST(SweepRivals, CostAsMuchAsTheGridAndKeepToItsStages) {
  // They cost 2.8, 4.6, 4.6 and 6.4 large steps.
  const auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.2});
  const auto with = [&](const SweepRivals& rivals) { return rivalsOf(sweep, rivals, costOf(10)); };
  EXPECT_TRUE(with({}).empty());
  EXPECT_EQ(with({.fewerSteps = 4}), (std::vector<SweepCandidate>{{3, 0, 3}, {5, 0, 5}, {6, 0, 6}}));
  EXPECT_EQ(with({.fewerSteps = 2}), (std::vector<SweepCandidate>{{3, 0, 3}, {6, 0, 6}}));
  EXPECT_EQ(with({.fewerSteps = 1}), (std::vector<SweepCandidate>{{3, 0, 3}}));
  EXPECT_EQ(with({.guardBounds = {0.5, 1}, .guardEvery = 3}),
            (std::vector<SweepCandidate>{{4, 2, 0, 3, 0.5}, {4, 2, 0, 3, 1}}));
  // Checks begin where the grid is nearest to 40 %.
  EXPECT_EQ(
      rivalsOf(sweepOf(10, {0.1, 0.3, 0.5, 0.6}, {0, 0.2}), {.guardBounds = {0.5}, .guardChanges = {0.1}}, costOf(10)),
      (std::vector<SweepCandidate>{{3, 2, 0, 4, 0.5}, {1, 2, 0, 0, 0, false, 0.1}}));
  EXPECT_EQ(
      rivalsOf(sweepOf(20, {0.1, 0.3, 0.45, 0.6}, {0, 0.2}), {.guardBounds = {0.5}, .guardChanges = {0.1}}, costOf(20)),
      (std::vector<SweepCandidate>{{9, 4, 0, 4, 0.5}, {2, 4, 0, 0, 0, false, 0.1}}));
  EXPECT_EQ(with({.guardChanges = {0.1, 0.2}}),
            (std::vector<SweepCandidate>{{2, 2, 0, 0, 0, false, 0.1}, {2, 2, 0, 0, 0, false, 0.2}}));
  EXPECT_EQ(with({.guardSettlings = {0.01, 0.02}}),
            (std::vector<SweepCandidate>{{2, 2, 0, 0, 0, false, 0, 0.01}, {2, 2, 0, 0, 0, false, 0, 0.02}}));
  EXPECT_EQ(with({.smallFirst = true}), (std::vector<SweepCandidate>{{0, 2}}));
  EXPECT_EQ(rivalsOf(sweepOf(10, {}, {}), {.fewerSteps = 4, .guardBounds = {0.5}, .smallFirst = true}, costOf(10)),
            (std::vector<SweepCandidate>{{0, 0, 0, 4, 0.5}}))
      << "without a grid";
}

TEST(SweepRivals, AddedLaterKeepToTheStagesOfThoseThatTheSweepHas) {
  // As an earlier version chose them.
  const SweepCandidate returning{1, 2, 0, 4, 0.5, true}, oneWay{4, 0, 0, 0, 0, false, 0.1};
  auto sweep = sweepOf(10, {0.1, 0.4}, {0, 0.2});
  sweep.candidates.push_back(returning);
  sweep.candidates.push_back(oneWay);
  EXPECT_EQ(
      rivalsOf(sweep, {.guardBounds = {0.5, 0.8}, .guardChanges = {0.1, 0.2}, .guardSettlings = {0.01}}, costOf(10)),
      (std::vector<SweepCandidate>{
          returning, {1, 2, 0, 4, 0.8, true}, oneWay, {4, 0, 0, 0, 0, false, 0.2}, {1, 2, 0, 0, 0, false, 0, 0.01}}))
      << "the guard that it has not is where a new sweep has it";
}

TEST(SweepRivals, LeaveTheirGuardsTheStepsThatItTakesToHandOver) {
  const auto sweep = sweepOf(5, {0.2, 0.4, 0.6}, {0.2, 0.4});
  const auto rivals =
      rivalsOf(sweep, {.guardBounds = {0.5}, .guardChanges = {0.1}, .guardSettlings = {0.01}}, costOf(5));
  EXPECT_EQ(rivals, (std::vector<SweepCandidate>{
                        {2, 1, 0, 4, 0.5}, {1, 1, 0, 0, 0, false, 0.1}, {1, 0, 0, 0, 0, false, 0, 0.01}}));
  for (const auto& rival : rivals)
    EXPECT_GE(sweep.scheduleOf(rival).smallSteps(), leastGuardedSteps(rival.guard())) << boundariesText(rival, 5);
}

TEST(SweepRivals, UnderAOneWayGuardAreCountedAsIfTheSmallModelTookOverAtOnce) {
  auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.1, 0.3});
  const SweepCandidate guarded{2, 3, 0, 0, 0, false, 0.1};
  EXPECT_TRUE(guarded.isRival());
  EXPECT_TRUE(guarded.isGuarded());
  sweep.candidates.push_back(guarded);
  const auto plan = planFromNothing(sweep);
  const auto& step = stepOf(plan, guarded);
  EXPECT_EQ(step.parent, (SweepCandidate{10, 0}));
  EXPECT_EQ(step.shared, 2);
  // A middle of five steps: two of the large model, of which the second is compared with the first.
  EXPECT_EQ(std::pair(step.largeSteps, step.smallSteps), std::pair(2 + 3, 3));
  EXPECT_EQ((SweepRun{1, 2, guarded}.name()), "p001-s2-e02-l03-c0.1");
  EXPECT_EQ(boundariesText(guarded, 10), "one-way guard 0.1, 20 % / 30 %");
}

TEST(SweepRivals, UnderAnSrDiffusionGuardAreCountedAsIfTheVelocitySettledAtOnce) {
  auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.1, 0.3});
  const SweepCandidate guarded{2, 3, 0, 0, 0, false, 0, 0.01};
  EXPECT_EQ(guarded.guard(), GuardRule::SrDiffusion);
  EXPECT_TRUE(guarded.isRival());
  sweep.candidates.push_back(guarded);
  const auto plan = planFromNothing(sweep);
  const auto& step = stepOf(plan, guarded);
  EXPECT_EQ(step.parent, (SweepCandidate{10, 0}));
  EXPECT_EQ(step.shared, 2);
  // A middle of five steps: three of the large model, between which two changes are compared.
  EXPECT_EQ(std::pair(step.largeSteps, step.smallSteps), std::pair(3 + 3, 2));
  EXPECT_EQ((SweepRun{1, 2, guarded}.name()), "p001-s2-e02-l03-d0.01");
  EXPECT_EQ(boundariesText(guarded, 10), "SRDiffusion guard 0.01, 20 % / 30 %");
}

TEST(SweepRivals, ShareOnlyTheStagesThatTheirOwnRunsBeginWith) {
  auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.1, 0.3});
  const SweepCandidate fewer{6, 0, 6}, guarded{2, 3, 0, 2, 0.5}, other{2, 3, 0, 2, 0.9};
  for (const auto& rival : {fewer, guarded, other}) sweep.candidates.push_back(rival);
  const auto plan = planFromNothing(sweep);
  ASSERT_EQ(plan.steps.size(), 12u);
  EXPECT_FALSE(stepOf(plan, fewer).parent);
  EXPECT_EQ(stepOf(plan, fewer).largeSteps, 6);
  EXPECT_EQ(stepOf(plan, fewer).smallSteps, 0);
  for (const auto& rival : {guarded, other}) {
    EXPECT_EQ(stepOf(plan, rival).parent, (SweepCandidate{10, 0}));
    EXPECT_EQ(stepOf(plan, rival).shared, 2);
    // A middle of five steps: a check and four small ones.
    EXPECT_EQ(stepOf(plan, rival).largeSteps, 3 + 1);
    EXPECT_EQ(stepOf(plan, rival).smallSteps, 4 + 1);
  }
  EXPECT_NEAR(flopsOfRun(sweep, plan.run, fewer), 6, 1e-9);
  EXPECT_NEAR(flopsOfRun(sweep, plan.run, guarded), 6.5, 1e-9);
  SweepRecord record;
  record.run.candidate = guarded;
  record.largeSteps = 9;
  record.smallSteps = 4;
  EXPECT_NEAR(flopsOfRun(sweep, plan.run, record), 9.4, 1e-9);
  record.run.candidate = fewer;
  EXPECT_NEAR(flopsOfRun(sweep, plan.run, record), 6, 1e-9);
  const auto without = planFromNothing(sweepOf(10, {0.2, 0.4}, {0, 0.1, 0.3}));
  EXPECT_NEAR(plan.whole.flops - without.whole.flops, 6 + 2 * 4.5, 1e-9);
  EXPECT_EQ((SweepRun{1, 2, fewer}.name()), "p001-s2-e06-l00-t6");
  EXPECT_EQ((SweepRun{1, 2, guarded}.name()), "p001-s2-e02-l03-v0.5-k2");
  EXPECT_EQ(boundariesText(fewer, 10), "large model, 6 steps");
  EXPECT_EQ(boundariesText({1, 0, 1}, 10), "large model, 1 step");
  EXPECT_EQ(boundariesText(guarded, 10), "guard 0.5 every 2, 20 % / 30 %");
  EXPECT_EQ(boundariesText({2, 3, 0, 4, 0.5}, 10), "guard 0.5, 20 % / 30 %");
  // One that returns: a check, two small steps, a check and a small step.
  const SweepCandidate returning{2, 3, 0, 2, 0.5, true};
  EXPECT_NEAR(flopsOfRun(sweep, plan.run, returning), 7.5, 1e-9);
  EXPECT_EQ((SweepRun{1, 2, returning}.name()), "p001-s2-e02-l03-g0.5-k2");
  EXPECT_EQ(boundariesText(returning, 10), "returning guard 0.5 every 2, 20 % / 30 %");
}

TEST(SweepPlan, TakesLargePrefixesFromTheLargeModelsRunAndSmallMiddlesFromTheLongest) {
  const auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.1, 0.3});
  const auto plan = planFromNothing(sweep);
  ASSERT_EQ(plan.steps.size(), 9u) << "6 candidates, LLL, SSS and LLL with another seed";
  EXPECT_EQ(plan.steps.front().run.candidate, (SweepCandidate{10, 0}));
  EXPECT_EQ(plan.steps.front().keepEvery, 2);
  EXPECT_EQ(stepOf(plan, {4, 0}).parent, (SweepCandidate{10, 0}));
  EXPECT_EQ(stepOf(plan, {4, 0}).shared, 4);
  EXPECT_EQ(stepOf(plan, {4, 0}).keepEvery, 1) << "after 7 and 9 steps";
  EXPECT_EQ(stepOf(plan, {4, 1}).parent, (SweepCandidate{4, 0}));
  EXPECT_EQ(stepOf(plan, {4, 1}).shared, 9);
  EXPECT_EQ(stepOf(plan, {4, 3}).shared, 7);
  EXPECT_FALSE(stepOf(plan, {0, 0}).parent);
  EXPECT_EQ(plan.steps.back().run, (SweepRun{0, 8, {10, 0}}));
  EXPECT_EQ(plan.whole.largeSteps, 10 + 10 + 2 * (1 + 3));
  EXPECT_EQ(plan.whole.smallSteps, 6 + 8 + 10);
  EXPECT_DOUBLE_EQ(plan.whole.sampling, 28 + 2.4);
  EXPECT_EQ(plan.left.largeSteps, plan.whole.largeSteps);
}

// The bar is 5 runs of the large model per prompt.
TEST(SweepPlan, OfSixByFourCostsLessThanFiveLargeOnlyRuns) {
  auto cost = costOf(30);
  cost.smallStep.flops = 0.17;  // WAN 2.1, 1.3B against 14B
  cost.sampling = cost.total = 30 * 0.17;
  const auto plan = lab::planOf(sweepOf(30, kEarly, kLate), cost, [](const SweepRun&) { return FoundRun{}; });
  EXPECT_EQ(plan.steps.size(), 24u + 3);
  EXPECT_EQ(plan.whole.largeSteps, 30 + 30 + 6 * (1 + 3 + 6));
  EXPECT_EQ(plan.whole.smallSteps, 27 + 24 + 21 + 18 + 15 + 12 + 30);
  EXPECT_LT(plan.whole.sampling / plan.run.samplingLargeOnly, 4.9);
  // If the seeds of the sweep serve as each other's floor, a prompt and seed cost one run less.
  auto twoSeeds = sweepOf(30, kEarly, kLate);
  twoSeeds.seeds = {7, 9};
  EXPECT_EQ(planFromNothing(twoSeeds).whole.largeSteps, 2 * (30 + 60));
}

TEST(SweepPlan, CountsDecodingAndTextsOncePerRunThatNeedsThem) {
  const auto sweep = sweepOf(10, {0.4}, {0, 0.2});
  auto cost = costOf(10);
  cost.decode = {3, 2.0};
  cost.text = {5, 1.0};
  cost.largeStep.seconds = 1;
  const auto plan = lab::planOf(sweep, cost, [](const SweepRun&) { return FoundRun{}; });
  EXPECT_DOUBLE_EQ(plan.whole.flops, plan.whole.sampling + 5 * 3 + 3 * 5)
      << "LLL, SSS and LLL with another seed encode";
  EXPECT_FALSE(plan.whole.seconds) << "the small model was never timed";
  cost.smallStep.seconds = 0.5;
  EXPECT_DOUBLE_EQ(*lab::planOf(sweep, cost, [](const SweepRun&) { return FoundRun{}; }).whole.seconds,
                   22 + 0.5 * 16 + 5 * 2 + 3);
}

TEST(SweepPlan, CountsTextsOncePerPromptIfTheyAreKept) {
  auto sweep = sweepOf(10, {0.4}, {0, 0.2});
  sweep.prompts = {"a cat", "a dog"};
  auto cost = costOf(10);
  cost.text = {5, 1.0};
  cost.largeStep.seconds = 1;
  cost.smallStep.seconds = 0.5;
  cost.decode.seconds = 0;
  const auto nothing = [](const SweepRun&) { return FoundRun{}; };
  const auto apart = lab::planOf(sweep, cost, nothing).whole;
  cost.keepsTexts = true;
  const auto plan = lab::planOf(sweep, cost, nothing);
  EXPECT_DOUBLE_EQ(plan.whole.flops, plan.whole.sampling + 2 * 5);
  EXPECT_DOUBLE_EQ(apart.flops - plan.whole.flops, 2 * 2 * 5);
  EXPECT_DOUBLE_EQ(*apart.seconds - *plan.whole.seconds, 2 * 2);
  double sum = 0;
  for (const auto& step : plan.steps) sum += step.flops;
  EXPECT_DOUBLE_EQ(sum, plan.left.flops);
  EXPECT_DOUBLE_EQ(flopsOfRun(sweep, plan.run, sweep.largeOnly()), 10 + 5) << "a whole run encodes its own";
}

TEST(SweepPlan, OfLatentsAloneCountsNoDecodingAndWhatLacksItsFramesNothingElse) {
  auto sweep = sweepOf(10, {0.4}, {0, 0.2});
  auto cost = costOf(10);
  cost.decode = {3, 2.0};
  cost.text = {5, 1.0};
  cost.keepsTexts = true;
  const auto whole = planFromNothing(sweep).whole;
  sweep.latentsOnly = true;
  const auto latents = lab::planOf(sweep, cost, [](const SweepRun&) { return FoundRun{}; }).whole;
  EXPECT_DOUBLE_EQ(latents.flops, whole.sampling + 5);
  EXPECT_EQ(latents.largeSteps, whole.largeSteps);
  sweep.latentsOnly = false;
  const auto decoded = lab::planOf(sweep, cost, [](const SweepRun&) { return FoundRun{false, 10, 0, {}}; });
  EXPECT_EQ(decoded.left.runs, 5);
  EXPECT_EQ(decoded.left.largeSteps + decoded.left.smallSteps, 0);
  EXPECT_DOUBLE_EQ(decoded.left.flops, 5 * 3);
}

TEST(SweepPlan, SavesAtMostTwiceASecondUnlessAskedOtherwise) {
  auto cost = costOf(10);
  EXPECT_EQ(lab::saveEvery(cost, 1), 1) << "nothing is known of the time";
  for (const auto& [seconds, steps] : {std::pair(40., 1), {0.3, 1}, {0.25, 2}, {0.07, 7}}) {
    cost.largeStep.seconds = seconds;
    EXPECT_EQ(lab::saveEvery(cost, 1), steps) << seconds;
    EXPECT_EQ(lab::saveEvery(cost, 5), std::max(5, steps)) << seconds;
  }
  cost.largeStep.seconds = 1e-12;
  EXPECT_EQ(lab::saveEvery(cost, 1), settingOf(&RunOptions::saveEvery).range.max);
}

TEST(SweepPlan, GoesOnAfterWhatExists) {
  const auto sweep = sweepOf(10, {0.2, 0.4}, {0, 0.3});
  std::map<SweepCandidate, FoundRun> found{{{10, 0}, {true, 0, 0, {2}}}, {{4, 0}, {false, 6, 3, {4}}}};
  const auto plan = lab::planOf(sweep, costOf(10),
                                [&](const SweepRun& run) { return run.seed == 7 ? found[run.candidate] : FoundRun{}; });
  EXPECT_TRUE(std::ranges::none_of(plan.steps, [](const auto& step) { return step.run == SweepRun{0, 7, {10, 0}}; }));
  const auto& unfinished = stepOf(plan, {4, 0});
  EXPECT_TRUE(unfinished.continues);
  EXPECT_EQ(unfinished.shared, 6);
  EXPECT_EQ(unfinished.smallSteps, 4);
  EXPECT_EQ(unfinished.keepEvery, 3) << "as it was started";
  EXPECT_EQ(stepOf(plan, {4, 3}).parent, (SweepCandidate{4, 0}));
  EXPECT_EQ(stepOf(plan, {4, 3}).shared, 4) << "no state after step 7 will be kept, but there is one after step 4";
  EXPECT_EQ(stepOf(plan, {2, 0}).parent, (SweepCandidate{10, 0}));
}

// The states of the large model's run are gone: the first new run computes the longest prefix and keeps what others
// need.
TEST(SweepPlan, ExtensionComputesALargePrefixOnce) {
  const auto sweep = sweepOf(10, {0.2, 0.5}, {0, 0.2});
  const auto plan = lab::planOf(sweep, costOf(10), [&](const SweepRun& run) {
    return FoundRun{run.candidate == SweepCandidate{10, 0} || run.candidate == SweepCandidate{0, 0}, 0, 0, {}};
  });
  EXPECT_FALSE(stepOf(plan, {5, 0}).parent);
  EXPECT_EQ(stepOf(plan, {2, 0}).parent, (SweepCandidate{5, 0}));
  EXPECT_EQ(stepOf(plan, {2, 0}).shared, 2);
  EXPECT_EQ(plan.left.largeSteps, 5 + 2 + 2);
}

// Steps of a distilled small model have other ends in stages of another length, so they are shared only where they
// agree.
TEST(SweepPlan, OfADistilledModelSharesEqualStepsOnly) {
  const auto sweep = sweepOf(10, {0.2}, {0, 0.2}, 2);
  const auto plan = planFromNothing(sweep);
  EXPECT_EQ(stepOf(plan, {2, 0}).smallSteps, 2);
  EXPECT_EQ(stepOf(plan, {2, 2}).parent, (SweepCandidate{10, 0})) << "6 and 10 against 5 and 8";
  EXPECT_EQ(stepOf(plan, {2, 2}).largeSteps, 2);
  EXPECT_EQ(stepOf(plan, {2, 2}).smallSteps, 2);
  // With 4 steps, the first two of both end at 4 and 6.
  const auto longer = planFromNothing(sweepOf(10, {0.2}, {0, 0.1}, 4));
  EXPECT_EQ(stepOf(longer, {2, 1}).parent, (SweepCandidate{2, 0}));
  EXPECT_EQ(stepOf(longer, {2, 1}).shared, 6);
}

TEST(SharedSteps, AreThoseThatBothBeginWith) {
  EXPECT_EQ(lab::sharedSteps({0.4, 0.2, 10}, {0.4, 0.5, 10}), 5);
  EXPECT_EQ(lab::sharedSteps({0.4, 0.2, 10}, {1, 0, 10}), 4);
  EXPECT_EQ(lab::sharedSteps({0.4, 0.2, 10}, {0, 0, 10}), 0);
  EXPECT_EQ(lab::sharedSteps({0.4, 0.2, 10}, {0.4, 0.2, 10}), 10);
}

TEST(FlopsOfRun, AddsUpToTheEstimate) {
  auto cost = costOf(10);
  cost.samplingLargeOnly += 2;  // the prompts' keys and values
  cost.sampling += 1;
  cost.text.flops = 4;
  cost.decode.flops = 8;
  EXPECT_DOUBLE_EQ(flopsOfRun(cost, {1, 0, 10}), 10 + 2 + 12);
  EXPECT_DOUBLE_EQ(flopsOfRun(cost, {0, 0, 10}), 1 + 1 + 12);
  EXPECT_DOUBLE_EQ(flopsOfRun(cost, {0.4, 0.2, 10}), 6 + 2 + 0.4 + 1 + 12);
}

}  // namespace
}  // namespace fb
