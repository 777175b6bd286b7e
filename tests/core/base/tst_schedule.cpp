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

TEST(StageSchedule, PresetNamesGoBothWays) {
  for (const auto preset : kSchedulePresets) EXPECT_EQ(schedulePresetFromString(toString(preset)), preset);
  EXPECT_FALSE(schedulePresetFromString("LSL"));
  EXPECT_FALSE(schedulePresetFromString(""));
}

}  // namespace
}  // namespace fb
