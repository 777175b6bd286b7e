// SPDX-License-Identifier: MIT
// Boundaries from a divergence profile alone. Pure functions; safe on any thread.
#pragma once

#include "flowblend/events.h"
#include "flowblend/schedule.h"

#include <span>
#include <string_view>
#include <vector>

namespace fb {

struct BoundarySuggestion {
  enum class Verdict {
    Found,
    TooFewSteps,  // or not all of them were probed
    Flat,         // the models differ about equally everywhere
    NoFall,       // they already differ least at the start
    NoRise,       // they differ least at the end
  };
  Verdict verdict = Verdict::TooFewSteps;
  // If found: how many steps the large model runs at the start and at the end.
  int earlySteps = 0;
  int lateSteps = 0;

  bool isFound() const { return verdict == Verdict::Found; }
  // `schedule` with these boundaries.
  StageSchedule appliedTo(const StageSchedule& schedule) const;
};

// Why there is no suggestion, a sentence without a capital; empty for Found.
std::string_view reasonFor(BoundarySuggestion::Verdict verdict);

// The relative L2 distance on each of the first `intervals` intervals of a probed run, those of its first pass; empty
// unless all of its steps there were probed.
std::vector<double> divergenceProfile(std::span<const StepReport> steps, int intervals);

// The paper (arXiv 2512.24724) places the boundaries where the sides of the U-shaped divergence rise. Made precise
// here: the profile is smoothed by the median of three steps; its floor is its lowest point, and a side reaches from
// there to the highest point before or after it. It is a valley if the floor is at least a quarter below both. The
// boundary is at the knee of a side: the step that lies deepest below the straight line from the side's top to the
// floor. A side without a knee (it is straight, or bulges upward) is cut where it is half as high above the floor as
// its top.
BoundarySuggestion suggestBoundaries(std::span<const double> divergence);

}  // namespace fb
