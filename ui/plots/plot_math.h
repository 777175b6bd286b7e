// SPDX-License-Identifier: MIT
// The arithmetic of the stage plot, free of widgets.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/events.h"
#include "flowblend/schedule.h"

#include <QString>

#include <optional>
#include <vector>

namespace fb::ui {

enum class Handle { Early, Late };

// The shares whose step counts are exactly these; early + late never exceeds the steps.
StageSchedule scheduleWithSteps(int steps, int earlySteps, int lateSteps);
// `now` with one handle moved to the step boundary nearest to x (0..steps); it stops at the other handle.
StageSchedule withHandleAt(const StageSchedule& now, Handle handle, double x);
// Where a handle stands, 0..steps.
int handleStep(const StageSchedule& schedule, Handle handle);
// A handle whose step has begun cannot be moved. running: the step that is running; negative: none.
bool isLocked(const StageSchedule& schedule, Handle handle, int running);

// Per step the lowest and highest relative L2 of several probes; a single one is widened by a twelfth.
struct BandPoint {
  double step;
  double low;
  double high;
};
std::vector<BandPoint> bandOf(const std::vector<std::vector<StepReport>>& probes);

// Share of the sampling's operations saved against the large model alone, by the cost of one forward of each.
double savingOf(const StageSchedule& schedule, double largeForward, double smallForward);
// The seconds of another schedule at the same request, from an estimate for `known`.
std::optional<double> secondsFor(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost);

// One line per step: step, sigma, timestep, model, relative L2, cosine distance, seconds.
QString curveCsv(const std::vector<StepReport>& steps);

}  // namespace fb::ui
