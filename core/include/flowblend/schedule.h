// SPDX-License-Identifier: MIT
// Which of the two models runs which step: the FlowBlending rule as one value.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

enum class Model { Large, Small };

std::string_view toString(Model model);  // "large", "small"
std::optional<Model> modelFromString(std::string_view text);

// L = large, S = small; early, middle, late stage.
enum class SchedulePreset { LSL, LLL, SSS, LSS, SLL };

inline constexpr std::array kSchedulePresets = {SchedulePreset::LSL, SchedulePreset::LLL, SchedulePreset::SSS,
                                                SchedulePreset::LSS, SchedulePreset::SLL};
std::string_view toString(SchedulePreset preset);  // "lsl", ...
std::optional<SchedulePreset> schedulePresetFromString(std::string_view text);

// One stage of a trajectory: `model` takes `steps` steps from the noise level with index `first` to the one with index
// `end`.
struct StageSpan {
  Model model = Model::Large;
  int first = 0;
  int end = 0;
  int steps = 0;
};

// The trajectory is divided into `steps` intervals of the noise level. The large model takes the first
// floor(early*steps + 0.5) of them and the last floor(late*steps + 0.5), the small model those between. early and late
// are fractions of the steps, 0..1; if the stages meet or overlap, all steps are large. The large model takes one
// interval per step; so does the small one unless middleSteps is lower: then its steps cover several (a step-distilled
// model). Everything that needs the boundary (sampler, cost model, plot) asks this value and nothing else.
struct StageSchedule {
  double early = 0.40;
  double late = 0.20;
  int steps = 30;
  int middleSteps = 0;  // steps of the middle stage; 0, or more than it has intervals: one per interval

  int earlySteps() const;
  int lateSteps() const;
  // Number of steps that each model takes, from interval `first` on.
  int largeSteps(int first = 0) const;
  int smallSteps(int first = 0) const;
  int modelSteps() const { return largeSteps() + smallSteps(); }
  // step: index of an interval, 0 .. steps-1.
  Model modelAt(int step) const;
  // Where the step that starts with interval `step` ends: the index of the next step's first interval.
  int stepEnd(int step) const;
  // Early, middle, late; a stage may be empty.
  std::array<StageSpan, 3> stages() const;

  // This schedule with the preset's stages, and the given boundaries if the preset uses them: LSL uses both, LSS only
  // early, SLL only late (the paper's SLL gives the small model the first 20 %, so its late default is 0.8).
  StageSchedule withPreset(SchedulePreset preset, std::optional<double> early = {},
                           std::optional<double> late = {}) const;
  static StageSchedule fromPreset(SchedulePreset preset, int steps, std::optional<double> early = {},
                                  std::optional<double> late = {}) {
    return StageSchedule{.steps = steps}.withPreset(preset, early, late);
  }
  // This schedule with the boundaries moved as far as possible in a run that is at step `running`: finished steps stay
  // as they are, and the running step finishes on its model.
  StageSchedule withBoundariesAhead(double early, double late, int running) const;

  bool operator==(const StageSchedule&) const = default;
};

// What a schedule asks for in vain, mostly with few steps. A run does what StageSchedule says all the same.
enum class ScheduleRemark {
  NoEarlySteps,      // early is above 0, but rounds to no step
  NoLateSteps,       // so does late
  NoSmallSteps,      // the two stages meet, although neither is all of the schedule
  TooManySmallSteps  // middleSteps is more than the small model's stage has intervals
};
// In this order; empty for a schedule that does what it says. Any thread.
std::vector<ScheduleRemark> remarksOn(const StageSchedule& schedule);
// A sentence without a capital, which names the settings and what helps.
std::string textOf(ScheduleRemark remark, const StageSchedule& schedule);

}  // namespace fb
