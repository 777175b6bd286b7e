// SPDX-License-Identifier: MIT
#include "flowblend/schedule.h"

#include "base/enum_names.h"
#include "flowblend/counted.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fb {
namespace {

constexpr EnumNames<Model, 2> kModelNames{{{Model::Large, "large"}, {Model::Small, "small"}}};
constexpr EnumNames<SchedulePreset, 5> kPresetNames{{{SchedulePreset::LSL, "lsl"},
                                                     {SchedulePreset::LLL, "lll"},
                                                     {SchedulePreset::SSS, "sss"},
                                                     {SchedulePreset::LSS, "lss"},
                                                     {SchedulePreset::SLL, "sll"}}};

int stageSteps(double fraction, int steps) {
  // Written so that NaN also ends up inside the range.
  const double share = fraction > 0 ? std::min(fraction, 1.0) : 0.0;
  return static_cast<int>(std::floor(share * steps + 0.5));
}

}  // namespace

std::string_view toString(Model model) { return kModelNames.name(model); }
std::optional<Model> modelFromString(std::string_view text) { return kModelNames.value(text); }
std::string_view toString(SchedulePreset preset) { return kPresetNames.name(preset); }
std::optional<SchedulePreset> schedulePresetFromString(std::string_view text) { return kPresetNames.value(text); }

int StageSchedule::earlySteps() const { return stageSteps(early, steps); }

int StageSchedule::lateSteps() const { return stageSteps(late, steps); }

int StageSchedule::largeSteps(int first) const {
  const auto spans = stages();
  return std::max(0, spans[0].end - first) + std::max(0, spans[2].end - std::max(first, spans[2].first));
}

int StageSchedule::smallSteps(int first) const {
  const auto middle = stages()[1];
  if (first <= middle.first) return middle.steps;
  int count = 0;
  for (int step = first; step < middle.end; step = stepEnd(step)) ++count;
  return count;
}

Model StageSchedule::modelAt(int step) const {
  return step < earlySteps() || step >= steps - lateSteps() ? Model::Large : Model::Small;
}

int StageSchedule::stepEnd(int step) const {
  const auto middle = stages()[1];
  if (step < middle.first || step >= middle.end) return step + 1;
  // The ends are spread evenly over the stage and rounded to the nearest noise level in the list.
  const int intervals = middle.end - middle.first;
  for (int i = 1; i < middle.steps; ++i) {
    const int end = middle.first + (2 * i * intervals + middle.steps) / (2 * middle.steps);
    if (end > step) return end;
  }
  return middle.end;
}

std::array<StageSpan, 3> StageSchedule::stages() const {
  const int first = std::min(earlySteps(), steps), end = std::max(steps - lateSteps(), first);
  const int intervals = end - first;
  const int middle = middleSteps > 0 ? std::min(middleSteps, intervals) : intervals;
  return {
      {{Model::Large, 0, first, first}, {Model::Small, first, end, middle}, {Model::Large, end, steps, steps - end}}};
}

StageSchedule StageSchedule::withPreset(SchedulePreset preset, std::optional<double> givenEarly,
                                        std::optional<double> givenLate) const {
  const auto with = [this](double newEarly, double newLate) {
    return StageSchedule{newEarly, newLate, steps, middleSteps};
  };
  switch (preset) {
    case SchedulePreset::LSL:
      return with(givenEarly.value_or(0.40), givenLate.value_or(0.20));
    case SchedulePreset::LLL:
      return with(1, 0);
    case SchedulePreset::SSS:
      return with(0, 0);
    case SchedulePreset::LSS:
      return with(givenEarly.value_or(0.40), 0);
    case SchedulePreset::SLL:
      return with(0, givenLate.value_or(0.80));
  }
  return *this;
}

StageSchedule StageSchedule::withBoundariesAhead(double newEarly, double newLate, int running) const {
  StageSchedule moved = *this;
  // The early stage ends after the running step, or it has already ended.
  if (earlySteps() > running)
    moved.early = std::max(stageSteps(newEarly, steps), running + 1) / static_cast<double>(steps);
  // The late stage starts at step steps - late; once it is running, its start can no longer be postponed.
  if (steps - lateSteps() > running)
    moved.late = std::min(stageSteps(newLate, steps), steps - running - 1) / static_cast<double>(steps);
  return moved;
}

std::vector<ScheduleRemark> remarksOn(const StageSchedule& schedule) {
  std::vector<ScheduleRemark> remarks;
  if (schedule.steps < 1) return remarks;
  const auto middle = schedule.stages()[1];
  const int intervals = middle.end - middle.first;
  const bool isAllLarge = schedule.early >= 1 || schedule.late >= 1;
  if (schedule.early > 0 && schedule.earlySteps() == 0) remarks.push_back(ScheduleRemark::NoEarlySteps);
  if (schedule.late > 0 && schedule.lateSteps() == 0) remarks.push_back(ScheduleRemark::NoLateSteps);
  if (intervals == 0 && !isAllLarge) remarks.push_back(ScheduleRemark::NoSmallSteps);
  if (intervals > 0 && schedule.middleSteps > intervals) remarks.push_back(ScheduleRemark::TooManySmallSteps);
  return remarks;
}

std::string textOf(ScheduleRemark remark, const StageSchedule& schedule) {
  const auto middle = schedule.stages()[1];
  switch (remark) {
    case ScheduleRemark::NoEarlySteps:
      return fmt::format(
          "early is {}, which rounds to 0 of {}, so the run has no early stage: set early "
          "to at least {}, or to 0",
          schedule.early, counted(schedule.steps, "step"), 0.5 / schedule.steps);
    case ScheduleRemark::NoLateSteps:
      return fmt::format(
          "late is {}, which rounds to 0 of {}, so the run has no late stage: set late to "
          "at least {}, or to 0",
          schedule.late, counted(schedule.steps, "step"), 0.5 / schedule.steps);
    case ScheduleRemark::NoSmallSteps:
      return fmt::format(
          "early is {} and late is {}, which leaves the small model 0 of {}: lower one "
          "of them, or take more steps",
          schedule.early, schedule.late, counted(schedule.steps, "step"));
    case ScheduleRemark::TooManySmallSteps:
      return fmt::format("middle_steps is {}, but the small model's stage has only {}, so it takes {}",
                         schedule.middleSteps, middle.end - middle.first, middle.steps);
  }
  return {};
}

}  // namespace fb
