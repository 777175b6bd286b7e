// SPDX-License-Identifier: MIT
// The rule of the guard: which steps are checks, and which model takes the others.
#include "flowblend/guard.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

GuardPlan verify(int every) { return {GuardRule::Verify, 0.5, every}; }
GuardPlan oneWay(double bound) { return {GuardRule::OneWay, bound}; }

// One letter for each step of a stage whose checks end as `results` says, the last of them for all further ones: P and
// R are checks, L and S steps of one model alone.
std::string stepsOf(int every, int intervals, const std::string& results) {
  Guard guard(verify(every));
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

TEST(Guard, LetsTheSmallModelTakeOneStepMoreAfterEachCheckThatPasses) {
  EXPECT_EQ(stepsOf(2, 16, "P"), "PSSPSSSPSSSSPSSS");
  EXPECT_EQ(stepsOf(1, 10, "P"), "PSPSSPSSSP");
  EXPECT_EQ(stepsOf(9, 4, "P"), "PSSS");
}

TEST(Guard, ChecksEveryKthStepOfTheLargeModelAfterARefusal) {
  EXPECT_EQ(stepsOf(3, 10, "R"), "RLLRLLRLLR");
  EXPECT_EQ(stepsOf(1, 4, "R"), "RRRR");
  EXPECT_EQ(stepsOf(5, 3, "R"), "RLL");
}

TEST(Guard, BeginsAgainWithFewStepsAfterARefusal) {
  EXPECT_EQ(stepsOf(2, 20, "PPPRRP"), "PSSPSSSPSSSSRLRLPSSP");
  EXPECT_EQ(stepsOf(2, 12, "RP"), "RLPSSPSSSPSS");
}

TEST(Guard, CountsWhatAStageCosts) {
  const auto expectSteps = [](const GuardedSteps& steps, int checks, int large, int small) {
    EXPECT_EQ(steps.checks, checks);
    EXPECT_EQ(steps.large, large);
    EXPECT_EQ(steps.small, small);
  };
  expectSteps(guardedSteps(Guard(verify(2)), 16, true), 4, 0, 12);
  expectSteps(guardedSteps(Guard(verify(3)), 10, false), 4, 6, 0);
  expectSteps(guardedSteps(Guard(verify(3)), 0, true), 0, 0, 0);
  // The first step has none to compare it with; the second one is like it, or never is.
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 10, true), 0, 2, 8);
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 10, false), 0, 10, 0);
  expectSteps(guardedSteps(Guard(oneWay(0)), 10, true), 0, 10, 0);
  expectSteps(guardedSteps(Guard(oneWay(0.1)), 1, true), 0, 1, 0);
  // Inside a stage: one of three steps after the second check is done.
  Guard guard(verify(2));
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
    Guard guard(oneWay(bound));
    std::string text;
    for (const auto& change : changes) {
      const auto next = guard.next();
      EXPECT_FALSE(next.isCheck) << text << ": the other model is never asked";
      StepReport report;
      report.model = next.model;
      report.change = change;
      text += next.model == Model::Large ? 'L' : 'S';
      guard.add(report);
    }
    return text;
  };
  EXPECT_EQ(stepsOf(0.1, {{}, 0.3, 0.2, 0.09, {}, {}}), "LLLLSS");
  EXPECT_EQ(stepsOf(0.1, {{}, 0.1, 0.1}), "LLL") << "below, not at, the bound";
  EXPECT_EQ(stepsOf(0, {{}, 0.0, 0.0}), "LLL");
  EXPECT_EQ(stepsOf(10, {{}, 0.5, {}, 0.5}), "LLSS") << "it does not come back";
  EXPECT_EQ(stepsOf(0.1, {{}, {}, {}}), "LLL") << "a change that could not be computed is none";
}

TEST(Guard, GoesByTheNumbersOfItsOwnRule) {
  SamplingSettings sampling;
  sampling.guardBound = 0.6;
  sampling.guardEvery = 5;
  sampling.guardChange = 0.07;
  EXPECT_FALSE(guardPlanOf(sampling));
  EXPECT_EQ(guardPlanOf(sampling), GuardPlan());
  sampling.guard = GuardRule::Verify;
  EXPECT_EQ(guardPlanOf(sampling), (GuardPlan{GuardRule::Verify, 0.6, 5}));
  sampling.guard = GuardRule::OneWay;
  EXPECT_EQ(guardPlanOf(sampling), oneWay(0.07));
}

TEST(Guard, NamesGoBothWays) {
  for (const auto check : {GuardCheck::None, GuardCheck::Passed, GuardCheck::Refused})
    EXPECT_EQ(guardCheckFromString(toString(check)), check);
  EXPECT_FALSE(guardCheckFromString("maybe"));
  for (const auto rule : {GuardRule::None, GuardRule::Verify, GuardRule::OneWay})
    EXPECT_EQ(guardRuleFromString(toString(rule)), rule);
}

}  // namespace
}  // namespace fb
