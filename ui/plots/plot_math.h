// SPDX-License-Identifier: MIT
// The arithmetic of the stage plot, without widgets.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/events.h"
#include "flowblend/probe.h"
#include "flowblend/schedule.h"

#include <QString>

#include <optional>
#include <vector>

namespace fb::ui {

enum class Handle { Early, Late };

// The fractions whose step counts are exactly these; early + late never exceeds the steps.
StageSchedule scheduleWithSteps(int steps, int earlySteps, int lateSteps);
// Where a handle stands, 0..steps.
int handleStep(const StageSchedule& schedule, Handle handle);
// `now` with one handle moved to the step boundary nearest to x (0..steps). It stops at the other handle and at
// firstFree, the first boundary that can still be moved.
StageSchedule withHandleAt(const StageSchedule& now, Handle handle, double x, int firstFree = 0);
// The first boundary that a run can still move. running: the step that is running; absent: no run.
int firstFreeStep(std::optional<int> running);
// A handle whose step has begun cannot be moved.
bool isLocked(const StageSchedule& schedule, Handle handle, std::optional<int> running);
// The handle within reach of x, all in pixels. If both are at the same place, the side of the pointer decides, so that
// they can be pulled apart again.
std::optional<Handle> handleNear(double x, double early, double late, double reach);

// The position of a report on an axis of `steps`: in the middle of its step, scaled if its run had another number.
double positionOf(const StepReport& report, int steps);

// Consecutive steps on one model: [first, end).
struct StageRun {
  Model model;
  int first;
  int end;
  bool operator==(const StageRun&) const = default;
};
std::vector<StageRun> stageRuns(const StageSchedule& schedule);

bool isCosine(DivergenceKind kind);
bool isConditional(DivergenceKind kind);  // of the velocities for the prompt alone
// The report with the divergence of these velocities, guided or conditional ones; without any if it was not measured.
StepReport ofVelocities(StepReport report, DivergenceKind kind);
// The same with the distance of this kind in the place of the relative L2, and the other one in that of the cosine:
// curves and bands are drawn of the first.
StepReport drawnAs(StepReport report, DivergenceKind kind);

// Several probes: relative L2 at the middle of each of `steps` steps, its median and 10th to 90th percentile.
struct BandPoint {
  double step;
  double low;
  double median;
  double high;
};
// Probes with another number of steps are scaled. A single one has no spread and is widened by a tenth of its height.
std::vector<BandPoint> bandOf(const std::vector<std::vector<StepReport>>& probes, int steps);

// A round number above `highest` that leaves room for the names of the stages over the curve.
double axisTop(double highest);
// Noise level before each step, 0 after the last; NaN if no report provides it.
std::vector<double> noiseLevels(const std::vector<StepReport>& reports, int steps);

// Fraction of the sampling operations saved compared with the large model alone, from an estimate made for `known`.
// What a run takes over from another one is saved as well; the estimate says how much that is.
// Comparing the models while sampling runs the other one as well, on some or all steps.
double savingOf(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost,
                ProbePolicy comparing = ProbePolicy::None);
// The duration in seconds of another schedule with as many steps for the same request, from an estimate for `known`.
std::optional<double> secondsFor(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost,
                                 ProbePolicy comparing = ProbePolicy::None);

// One line per step: step, sigma, timestep, model, relative L2, cosine distance, the band's low and high, seconds. The
// names of the columns say which velocities, and of which distance the band is.
QString curveCsv(const std::vector<StepReport>& steps, const std::vector<BandPoint>& band,
                 DivergenceKind kind = DivergenceKind::RelativeL2);

}  // namespace fb::ui
