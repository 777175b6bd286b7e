// SPDX-License-Identifier: MIT
#include "flowblend/schedule.h"

#include "base/enum_names.h"

#include <algorithm>
#include <cmath>

namespace fb {
namespace {

constexpr EnumNames<SchedulePreset, 5> kPresetNames{{{SchedulePreset::LSL, "lsl"},
                                                     {SchedulePreset::LLL, "lll"},
                                                     {SchedulePreset::SSS, "sss"},
                                                     {SchedulePreset::LSS, "lss"},
                                                     {SchedulePreset::SLL, "sll"}}};

int stageSteps(double fraction, int steps) {
  // Written so that NaN, too, ends inside the range.
  const double share = fraction > 0 ? std::min(fraction, 1.0) : 0.0;
  return static_cast<int>(std::floor(share * steps + 0.5));
}

}  // namespace

std::string_view toString(Model model) { return model == Model::Large ? "large" : "small"; }
std::string_view toString(SchedulePreset preset) { return kPresetNames.name(preset); }
std::optional<SchedulePreset> schedulePresetFromString(std::string_view text) { return kPresetNames.value(text); }

int StageSchedule::earlySteps() const { return stageSteps(early, steps); }

int StageSchedule::lateSteps() const { return stageSteps(late, steps); }

int StageSchedule::largeSteps() const { return std::min(steps, earlySteps() + lateSteps()); }

Model StageSchedule::modelAt(int step) const {
  return step < earlySteps() || step >= steps - lateSteps() ? Model::Large : Model::Small;
}

StageSchedule StageSchedule::fromPreset(SchedulePreset preset, int steps, std::optional<double> early,
                                        std::optional<double> late) {
  switch (preset) {
    case SchedulePreset::LSL:
      return {early.value_or(0.40), late.value_or(0.20), steps};
    case SchedulePreset::LLL:
      return {1, 0, steps};
    case SchedulePreset::SSS:
      return {0, 0, steps};
    case SchedulePreset::LSS:
      return {early.value_or(0.40), 0, steps};
    case SchedulePreset::SLL:
      return {0, late.value_or(0.80), steps};
  }
  return {};
}

}  // namespace fb
