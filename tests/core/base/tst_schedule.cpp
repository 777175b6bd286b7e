// SPDX-License-Identifier: MIT
#include "flowblend/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fb {
namespace {

std::string models(const StageSchedule& schedule) {
  std::string text;
  for (int step = 0; step < schedule.steps; ++step) text += schedule.modelAt(step) == Model::Large ? 'L' : 'S';
  return text;
}

struct Row {
  double early;
  double late;
  int steps;
  std::string expected;
};

TEST(StageSchedule, BoundariesAreRoundedHalfUp) {
  const std::vector<Row> table{
      {0.40, 0.20, 10, "LLLLSSSSLL"}, {0.25, 0.00, 10, "LLLSSSSSSS"},  // 2.5 -> 3
      {0.00, 0.25, 10, "SSSSSSSLLL"}, {0.24, 0.00, 10, "LLSSSSSSSS"},
      {0.05, 0.05, 10, "LSSSSSSSSL"},  // 0.5 -> 1
      {0.04, 0.04, 10, "SSSSSSSSSS"}, {0.40, 0.20, 1, "S"},
      {0.50, 0.00, 1, "L"},           {0.40, 0.20, 2, "LS"},
      {0.40, 0.20, 3, "LSL"},         {0.40, 0.20, 4, "LLSL"},
      {1.00, 0.00, 3, "LLL"},         {0.00, 1.00, 3, "LLL"},
      {0.00, 0.00, 3, "SSS"},         {0.50, 0.50, 5, "LLLLL"},  // 3 + 3 overlap by one
      {0.90, 0.80, 10, "LLLLLLLLLL"}, {0.40, 0.60, 10, "LLLLLLLLLL"},
      {2.00, -1.0, 3, "LLL"},         {0.40, 0.20, 0, ""},
  };
  for (const auto& row : table) {
    const StageSchedule schedule{row.early, row.late, row.steps};
    EXPECT_EQ(models(schedule), row.expected) << row.early << ", " << row.late << ", " << row.steps;
    EXPECT_EQ(schedule.largeSteps(), std::count(row.expected.begin(), row.expected.end(), 'L'));
  }
}

TEST(StageSchedule, DefaultsOfWanAtFiftySteps) {
  const auto schedule = StageSchedule::fromPreset(SchedulePreset::LSL, 50);
  EXPECT_EQ(schedule.earlySteps(), 20);
  EXPECT_EQ(schedule.lateSteps(), 10);
  EXPECT_EQ(schedule.largeSteps(), 30);
}

TEST(StageSchedule, PresetsTakeTheBoundariesTheyHave) {
  const auto at = [](SchedulePreset preset, std::optional<double> early, std::optional<double> late) {
    return models(StageSchedule::fromPreset(preset, 10, early, late));
  };
  EXPECT_EQ(at(SchedulePreset::LSL, {}, {}), "LLLLSSSSLL");
  EXPECT_EQ(at(SchedulePreset::LSS, {}, {}), "LLLLSSSSSS");
  EXPECT_EQ(at(SchedulePreset::SLL, {}, {}), "SSLLLLLLLL");
  EXPECT_EQ(at(SchedulePreset::LSL, 0.1, 0.3), "LSSSSSSLLL");
  EXPECT_EQ(at(SchedulePreset::LSS, 0.1, 0.3), "LSSSSSSSSS");
  EXPECT_EQ(at(SchedulePreset::SLL, 0.1, 0.3), "SSSSSSSLLL");
  EXPECT_EQ(at(SchedulePreset::LLL, 0.1, 0.3), "LLLLLLLLLL");
  EXPECT_EQ(at(SchedulePreset::SSS, 0.1, 0.3), "SSSSSSSSSS");
}

TEST(StageSchedule, PresetsKeepTheStepsAndTheSmallModelsOwn) {
  const StageSchedule distilled{0.3, 0.1, 12, 3};
  for (const auto preset : kSchedulePresets) {
    const auto chosen = distilled.withPreset(preset);
    EXPECT_EQ(chosen.steps, 12);
    EXPECT_EQ(chosen.middleSteps, 3);
    EXPECT_EQ(models(chosen), models(StageSchedule::fromPreset(preset, 12)));
  }
}

TEST(StageSchedule, MovesOnlyBoundariesThatAreAhead) {
  const StageSchedule now{.4, .2, 10};
  EXPECT_EQ(now.withBoundariesAhead(.6, .3, 2), (StageSchedule{.6, .3, 10}));
  // Not before the running step ...
  EXPECT_EQ(now.withBoundariesAhead(.1, .2, 2), (StageSchedule{.3, .2, 10}));
  EXPECT_EQ(now.withBoundariesAhead(.4, .9, 5), (StageSchedule{.4, .4, 10}));
  // ... and not at all once the run is past it.
  EXPECT_EQ(now.withBoundariesAhead(.9, .1, 8), now);
  EXPECT_EQ(now.withBoundariesAhead(.9, .2, 5), now);
  EXPECT_EQ((StageSchedule{.4, .2, 10, 2}.withBoundariesAhead(.6, .3, 2).middleSteps), 2);
}

TEST(StageSchedule, PresetNamesGoBothWays) {
  for (const auto preset : kSchedulePresets) EXPECT_EQ(schedulePresetFromString(toString(preset)), preset);
  EXPECT_FALSE(schedulePresetFromString("LSL"));
  EXPECT_FALSE(schedulePresetFromString(""));
}

TEST(StageSchedule, TheMiddleStageSpreadsItsStepsEvenly) {
  const auto ends = [](StageSchedule schedule, int middleSteps) {
    schedule.middleSteps = middleSteps;
    std::vector<int> steps;
    for (int step = 0; step < schedule.steps; step = schedule.stepEnd(step)) steps.push_back(schedule.stepEnd(step));
    EXPECT_EQ(static_cast<int>(steps.size()), schedule.modelSteps());
    return steps;
  };
  const StageSchedule lsl{0.4, 0.2, 30};  // 12 large, 12 small, 6 large
  EXPECT_EQ(ends(lsl, 4), (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 21, 24, 25, 26, 27, 28, 29, 30}));
  EXPECT_EQ(ends({0, 0, 10}, 3), (std::vector{3, 7, 10}));
  EXPECT_EQ(ends({0, 0.5, 10}, 2), (std::vector{3, 5, 6, 7, 8, 9, 10}));
  EXPECT_EQ(ends({0.5, 0, 10}, 1), (std::vector{1, 2, 3, 4, 5, 10}));
  EXPECT_EQ(ends({0.8, 0, 10}, 5), (std::vector{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  EXPECT_EQ(ends({1, 0, 3}, 2), (std::vector{1, 2, 3}));
}

TEST(StageSchedule, SaysWhatEveryStageDoes) {
  StageSchedule schedule{0.4, 0.2, 30};
  schedule.middleSteps = 4;
  const auto [early, middle, late] = schedule.stages();
  EXPECT_EQ(early.steps, 12);
  EXPECT_EQ(middle.model, Model::Small);
  EXPECT_EQ(middle.first, 12);
  EXPECT_EQ(middle.end, 24);
  EXPECT_EQ(middle.steps, 4);
  EXPECT_EQ(late.steps, 6);
  EXPECT_EQ(schedule.largeSteps(), 18);
  EXPECT_EQ(schedule.smallSteps(), 4);
}

TEST(StageSchedule, CountsTheStepsThatAreLeft) {
  StageSchedule schedule{0.4, 0.2, 30};
  for (const int middle : {0, 4}) {
    schedule.middleSteps = middle;
    for (int step = 0; step <= 30; ++step) {
      int large = 0, small = 0;
      for (int at = step; at < 30; at = schedule.stepEnd(at)) ++(schedule.modelAt(at) == Model::Large ? large : small);
      EXPECT_EQ(schedule.largeSteps(step), large) << step;
      EXPECT_EQ(schedule.smallSteps(step), small) << step;
    }
  }
}

TEST(StageSchedule, IsRemarkedOnWhereItAsksInVain) {
  using enum ScheduleRemark;
  using Remarks = std::vector<ScheduleRemark>;
  struct Case {
    StageSchedule schedule;
    Remarks expected;
  };
  const std::vector<Case> cases{
      {{0.4, 0.2, 30}, {}},
      {{0.4, 0.2, 4}, {}},              // 2, 1, 1
      {{0.4, 0.2, 3}, {}},              // 1, 1, 1
      {{0.4, 0.2, 2}, {NoLateSteps}},   // 1, 1, 0
      {{0.2, 0.4, 2}, {NoEarlySteps}},  // 0, 1, 1
      {{0.4, 0.2, 1}, {NoEarlySteps, NoLateSteps}},
      {{0.1, 0.12, 4}, {NoEarlySteps, NoLateSteps}},
      {{0.125, 0.125, 4}, {}},          // a half is rounded up
      {{0.5, 0.4, 4}, {NoSmallSteps}},  // 2, 0, 2
      {{0.9, 0.05, 4}, {NoLateSteps, NoSmallSteps}},
      {{0.7, 0.5, 10}, {NoSmallSteps}},  // they overlap
      {{0.5, 0.5, 10}, {NoSmallSteps}},
      // Large only, small only and the two-stage presets are meant.
      {{1, 0, 4}, {}},
      {{1, 0.2, 10}, {}},
      {{0, 1, 4}, {}},
      {{0, 0, 4}, {}},
      {{0.4, 0, 4}, {}},
      {{0, 0.8, 4}, {}},
      {{1, 0, 1}, {}},
      {{0.4, 0.2, 4, 1}, {}},
      {{0.4, 0.2, 4, 2}, {TooManySmallSteps}},
      {{0.4, 0.2, 2, 4}, {NoLateSteps, TooManySmallSteps}},
      {{0.5, 0.4, 4, 2}, {NoSmallSteps}},  // there is no stage to have too many steps for
      {{1, 0, 4, 3}, {}},
      {{0, 0, 4, 4}, {}},
      {{0, 0, 4, 5}, {TooManySmallSteps}},
      {{0.4, 0.2, 0, 1}, {}},  // refused as a number of steps
  };
  for (const auto& [schedule, expected] : cases)
    EXPECT_EQ(remarksOn(schedule), expected)
        << schedule.early << " " << schedule.late << " " << schedule.steps << " " << schedule.middleSteps;
  for (const auto& preset : kSchedulePresets)
    for (const int steps : {3, 4, 7, 8, 30, 50})
      EXPECT_EQ(remarksOn(StageSchedule::fromPreset(preset, steps)), Remarks()) << toString(preset) << " " << steps;
}

TEST(StageSchedule, IsRemarkedOnInSentencesThatSayWhatHelps) {
  EXPECT_EQ(textOf(ScheduleRemark::NoEarlySteps, {0.1, 0.2, 4}),
            "early is 0.1, which rounds to 0 of 4 steps, so the run has no early stage: set early to at least "
            "0.125, or to 0");
  EXPECT_EQ(textOf(ScheduleRemark::NoLateSteps, {0.4, 0.2, 2}),
            "late is 0.2, which rounds to 0 of 2 steps, so the run has no late stage: set late to at least "
            "0.25, or to 0");
  EXPECT_EQ(textOf(ScheduleRemark::NoSmallSteps, {0.5, 0.4, 4}),
            "early is 0.5 and late is 0.4, which leaves the small model 0 of 4 steps: lower one of them, or "
            "take more steps");
  EXPECT_EQ(textOf(ScheduleRemark::TooManySmallSteps, {0.4, 0.2, 4, 3}),
            "middle_steps is 3, but the small model's stage has only 1, so it takes 1");
  // What the sentence advises is enough, however many steps there are.
  for (int steps = 1; steps <= 1000; ++steps)
    EXPECT_EQ((StageSchedule{0.5 / steps, 0, steps}.earlySteps()), 1) << steps;
}

}  // namespace
}  // namespace fb
