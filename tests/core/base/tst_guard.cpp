// SPDX-License-Identifier: MIT
// The rule of the guard: which steps are checks, and which model takes the others.
#include "flowblend/guard.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

GuardPlan verify(int every) { return {GuardRule::Verify, 0.5, every}; }
GuardPlan returning(int every) { return {GuardRule::Verify, 0.5, every, true}; }
GuardPlan oneWay(double bound) { return {GuardRule::OneWay, bound}; }
GuardPlan srDiffusion(double bound) { return {GuardRule::SrDiffusion, bound}; }

// One letter for each step of a stage whose checks end as `results` says, the last of them for all further ones: P and
// R are checks, L and S steps of one model alone.
std::string stepsOf(const GuardPlan& plan, int intervals, const std::string& results) {
  Guard guard(plan);
  std::string text;
  std::size_t checks = 0;
  for (int i = 0; i < intervals; ++i) {
    const auto next = guard.next();
    StepReport report;
    report.model = next.model;
    if (next.isCheck) {
      EXPECT_EQ(next.model, Model::Large) << text << ": a step that is checked is the large model's";
      const bool passes = results.at(std::min(checks++, results.size() - 1)) == 'P';
      report.check = passes ? GuardCheck::Passed : GuardCheck::Refused;
      text += passes ? 'P' : 'R';
    } else {
      text += next.model == Model::Large ? 'L' : 'S';
    }
    guard.add(report);
  }
  return text;
}

// The same for a rule that checks nothing but compares what its steps measure, one value for each.
std::string stepsOfMeasured(const GuardPlan& plan, std::optional<double> StepReport::*measured,
                            const std::vector<std::optional<double>>& values) {
  Guard guard(plan);
  std::string text;
  for (const auto& value : values) {
    const auto next = guard.next();
    EXPECT_FALSE(next.isCheck) << text << ": the other model is never asked";
    StepReport report;
    report.model = next.model;
    report.*measured = value;
    text += next.model == Model::Large ? 'L' : 'S';
    guard.add(report);
  }
  return text;
}

void expectSteps(const GuardedSteps& steps, int checks, int large, int small) {
  EXPECT_EQ(steps.checks, checks);
  EXPECT_EQ(steps.large, large);
  EXPECT_EQ(steps.small, small);
}

TEST(Guard, LetsTheSmallModelTakeTheRestAfterTheFirstCheckThatPasses) {
  EXPECT_EQ(stepsOf(verify(2), 8, "P"), "PSSSSSSS");
  EXPECT_EQ(stepsOf(verify(3), 10, "RRP"), "RLLRLLPSSS");
  EXPECT_EQ(stepsOf(verify(1), 6, "RRP"), "RRPSSS");
  EXPECT_EQ(stepsOf(verify(9), 4, "P"), "PSSS");
}

TEST(Guard, ChecksEveryKthStepOfTheLargeModelUntilThen) {
  EXPECT_EQ(stepsOf(verify(3), 10, "R"), "RLLRLLRLLR");
  EXPECT_EQ(stepsOf(verify(1), 4, "R"), "RRRR");
  EXPECT_EQ(stepsOf(verify(5), 3, "R"), "RLL");
}

TEST(Guard, SaysWhenAStageHasTooFewStepsToHandOver) {
  EXPECT_EQ(leastGuardedSteps(GuardRule::None), 1);
  EXPECT_EQ(leastGuardedSteps(GuardRule::Verify), 2) << "a check and a step of the small model";
  EXPECT_EQ(leastGuardedSteps(GuardRule::OneWay), 3) << "two to compare";
  EXPECT_EQ(leastGuardedSteps(GuardRule::SrDiffusion), 4) << "three, with two changes to compare";
  const auto said = [](GuardRule rule, int middle, double bound) {
    SamplingSettings sampling;
    sampling.guard = rule;
    sampling.guardBound = sampling.guardChange = sampling.guardSettling = bound;
    sampling.schedule = {(8. - middle) / 10, .2, 10};
    EXPECT_EQ(sampling.schedule.smallSteps(), middle);
    return guardInVain(sampling);
  };
  for (const auto rule : {GuardRule::Verify, GuardRule::OneWay, GuardRule::SrDiffusion}) {
    const int least = leastGuardedSteps(rule);
    for (const double bound : {0., .5})
      EXPECT_NE(said(rule, 0, bound).find("leave no step between them"), std::string::npos) << toString(rule);
    for (int middle = 1; middle < least; ++middle) {
      const auto text = said(rule, middle, .5);
      EXPECT_NE(text.find(toString(rule)), std::string::npos) << text;
      EXPECT_NE(text.find(std::to_string(least - 1) + (least == 2 ? " step of" : " steps of")), std::string::npos)
          << text;
      EXPECT_NE(text.find("has only " + std::to_string(middle)), std::string::npos) << text;
      EXPECT_EQ(said(rule, middle, 0), "") << "asked for";
    }
    EXPECT_EQ(said(rule, least, .5), "") << toString(rule);
  }
  for (const int middle : {0, 1}) EXPECT_EQ(said(GuardRule::None, middle, .5), "");
}

TEST(Guard, CountsWhatAStageCosts) {
  expectSteps(guardedSteps(Guard(verify(2)), 16, true), 1, 0, 15);
  expectSteps(guardedSteps(Guard(verify(3)), 10, false), 4, 6, 0);
  expectSteps(guardedSteps(Guard(verify(3)), 0, true), 0, 0, 0);
  // The first step has none to compare it with; the second one is like it, or never is.
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 10, true), 0, 2, 8);
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 10, false), 0, 10, 0);
  expectSteps(guardedSteps(Guard(oneWay(0)), 10, true), 0, 10, 0);
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 1, true), 0, 1, 0);
  // Two changes are compared, between three steps.
  expectSteps(guardedSteps(Guard(srDiffusion(0.01)), 10, true), 0, 3, 7);
  expectSteps(guardedSteps(Guard(srDiffusion(0.01)), 10, false), 0, 10, 0);
  expectSteps(guardedSteps(Guard(srDiffusion(0)), 10, true), 0, 10, 0);
  expectSteps(guardedSteps(Guard(srDiffusion(0.01)), 2, true), 0, 2, 0);
  // Inside a stage: a check was refused, and the next one is due after two steps.
  Guard guard(verify(3));
  StepReport refused;
  refused.check = GuardCheck::Refused;
  guard.add(refused);
  expectSteps(guardedSteps(guard, 6, true), 1, 2, 3);
  expectSteps(guardedSteps(guard, 6, false), 2, 4, 0);
  for (const auto check : {GuardCheck::None, GuardCheck::None, GuardCheck::Passed}) {
    StepReport report;
    report.check = check;
    guard.add(report);
  }
  expectSteps(guardedSteps(guard, 6, false), 0, 0, 6);
}

TEST(Guard, ThatReturnsLetsTheSmallModelTakeOneStepMoreAfterEachCheckThatPasses) {
  EXPECT_EQ(stepsOf(returning(2), 16, "P"), "PSSPSSSPSSSSPSSS");
  EXPECT_EQ(stepsOf(returning(1), 10, "P"), "PSPSSPSSSP");
  EXPECT_EQ(stepsOf(returning(9), 4, "P"), "PSSS");
}

TEST(Guard, ThatReturnsBeginsAgainWithFewStepsAfterARefusal) {
  EXPECT_EQ(stepsOf(returning(3), 10, "R"), "RLLRLLRLLR");
  EXPECT_EQ(stepsOf(returning(2), 20, "PPPRRP"), "PSSPSSSPSSSSRLRLPSSP");
  EXPECT_EQ(stepsOf(returning(2), 12, "RP"), "RLPSSPSSSPSS");
}

TEST(Guard, ThatReturnsCountsWhatAStageCosts) {
  expectSteps(guardedSteps(Guard(returning(2)), 16, true), 4, 0, 12);
  expectSteps(guardedSteps(Guard(returning(3)), 10, false), 4, 6, 0);
  // Inside a stage: one of three steps after the second check is done.
  Guard guard(returning(2));
  for (const char step : std::string("PSSPS")) {
    StepReport report;
    if (step == 'P') report.check = GuardCheck::Passed;
    guard.add(report);
  }
  expectSteps(guardedSteps(guard, 4, true), 1, 0, 3);
  expectSteps(guardedSteps(guard, 4, false), 1, 1, 2);
}

// Steps of another run, taken without a guard, leave nothing to go by.
TEST(Guard, ChecksTheFirstStepAfterOnesThatItDidNotDecide) {
  Guard guard(verify(4));
  guard.add({});
  guard.add({});
  EXPECT_TRUE(guard.next().isCheck);
}

TEST(Guard, OneWayLetsTheSmallModelTakeTheRestOnceTheChangeIsSmall) {
  const auto stepsOf = [](double bound, const std::vector<std::optional<double>>& changes) {
    return stepsOfMeasured(oneWay(bound), &StepReport::change, changes);
  };
  EXPECT_EQ(stepsOf(0.1, {{}, 0.3, 0.2, 0.09, {}, {}}), "LLLLSS");
  EXPECT_EQ(stepsOf(0.1, {{}, 0.1, 0.1}), "LLL") << "below, not at, the bound";
  EXPECT_EQ(stepsOf(0, {{}, 0.0, 0.0}), "LLL");
  EXPECT_EQ(stepsOf(10, {{}, 0.5, {}, 0.5}), "LLSS") << "it does not come back";
  EXPECT_EQ(stepsOf(0.1, {{}, {}, {}}), "LLL") << "a change that could not be computed is none";
}

TEST(Guard, SrDiffusionLetsTheSmallModelTakeTheRestOnceTheVelocitySettles) {
  const auto stepsOf = [](double bound, const std::vector<std::optional<double>>& settlings) {
    return stepsOfMeasured(srDiffusion(bound), &StepReport::settling, settlings);
  };
  EXPECT_EQ(stepsOf(0.01, {{}, {}, 0.2, 0.02, 0.009, {}, {}}), "LLLLLSS");
  EXPECT_EQ(stepsOf(0.01, {{}, {}, -0.001, 0.0, 0.01, 0.02}), "LLLLLL") << "above 0, and below the bound, not at it";
  EXPECT_EQ(stepsOf(0, {{}, {}, 0.0, 0.0}), "LLLL");
  EXPECT_EQ(stepsOf(1, {{}, {}, 0.5, {}, -0.5}), "LLLSS") << "it does not come back";
  EXPECT_EQ(stepsOf(1, {{}, {}, {}, {}}), "LLLL") << "a change that could not be computed is none";
}

TEST(Guard, FindsADecisionOnlyInWhatItsRuleGoesBy) {
  StepReport report;
  for (const auto& plan : {verify(2), oneWay(0.1), srDiffusion(0.01)}) EXPECT_FALSE(decisionOf(plan, report));
  report.check = GuardCheck::Passed;
  report.change = 0.2;
  report.velocityChange = 0.001;
  report.settling = 0.005;
  EXPECT_EQ(decisionOf(verify(2), report), true);
  EXPECT_EQ(decisionOf(oneWay(0.1), report), false);
  EXPECT_EQ(decisionOf(srDiffusion(0.01), report), true);
  EXPECT_FALSE(decisionOf({}, report));
}

TEST(Guard, GoesByTheNumbersOfItsOwnRule) {
  SamplingSettings sampling;
  sampling.guardBound = 0.6;
  sampling.guardEvery = 5;
  sampling.guardChange = 0.08;
  sampling.guardSettling = 0.02;
  EXPECT_FALSE(guardPlanOf(sampling));
  EXPECT_EQ(guardPlanOf(sampling), GuardPlan());
  sampling.guard = GuardRule::Verify;
  EXPECT_EQ(guardPlanOf(sampling), (GuardPlan{GuardRule::Verify, 0.6, 5}));
  sampling.guard = GuardRule::OneWay;
  EXPECT_EQ(guardPlanOf(sampling), oneWay(0.08));
  sampling.guard = GuardRule::SrDiffusion;
  EXPECT_EQ(guardPlanOf(sampling), srDiffusion(0.02));
}

TEST(Guard, NamesGoBothWays) {
  for (const auto check : {GuardCheck::None, GuardCheck::Passed, GuardCheck::Refused})
    EXPECT_EQ(guardCheckFromString(toString(check)), check);
  EXPECT_FALSE(guardCheckFromString("maybe"));
  for (const auto rule : {GuardRule::None, GuardRule::Verify, GuardRule::OneWay, GuardRule::SrDiffusion})
    EXPECT_EQ(guardRuleFromString(toString(rule)), rule);
}

}  // namespace
}  // namespace fb
