// SPDX-License-Identifier: MIT
// Which of the two models runs at which step: the FlowBlending rule as one value.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fb {

enum class Model { Large, Small };

std::string_view toString(Model model);  // "large", "small"

// L = large, S = small; early, middle, late stage.
enum class SchedulePreset { LSL, LLL, SSS, LSS, SLL };

inline constexpr std::array kSchedulePresets = {SchedulePreset::LSL, SchedulePreset::LLL, SchedulePreset::SSS,
                                                SchedulePreset::LSS, SchedulePreset::SLL};
std::string_view toString(SchedulePreset preset);  // "lsl", ...
std::optional<SchedulePreset> schedulePresetFromString(std::string_view text);

// The large model runs the first floor(early*steps + 0.5) steps and the last floor(late*steps + 0.5), the small model
// those between. early and late are fractions of the steps, 0..1; where the stages meet or overlap, all is large.
// Every reader of the boundary (sampler, cost model, plot) asks this value and nothing else.
struct StageSchedule {
  double early = 0.40;
  double late = 0.20;
  int steps = 30;

  int earlySteps() const;
  int lateSteps() const;
  int largeSteps() const;
  // step: 0 .. steps-1.
  Model modelAt(int step) const;

  // The preset with the given boundaries where it has them: LSL uses both, LSS only early, SLL only late
  // (the paper's SLL gives the small model the first 20 %, so its late default is 0.8).
  static StageSchedule fromPreset(SchedulePreset preset, int steps, std::optional<double> early = {},
                                  std::optional<double> late = {});

  bool operator==(const StageSchedule&) const = default;
};

}  // namespace fb
