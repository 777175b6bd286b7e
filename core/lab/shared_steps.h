// SPDX-License-Identifier: MIT
// What the trajectories of two schedules have in common, and what the rest of one costs.
#pragma once

#include "flowblend/sweep.h"

#include <vector>

namespace fb::lab {

// The largest early stage first, then the smallest late one, each once: every run finds the steps that it shares with
// others in a run before it. Rivals come last.
void sortAsRun(std::vector<SweepCandidate>& candidates);

// One step of the solver.
struct TrajectoryStep {
  Model model = Model::Large;
  int end = 0;  // the first interval after it

  bool operator==(const TrajectoryStep&) const = default;
};
std::vector<TrajectoryStep> trajectoryOf(const StageSchedule& schedule);

// How many intervals both begin with.
int sharedSteps(const StageSchedule& a, const StageSchedule& b);
// How many of them a run of `candidate` can take over from one of `owner`. Those with other numbers of steps share
// none; what a guard decides is its own.
int sharedSteps(const Sweep& sweep, const SweepCandidate& owner, const SweepCandidate& candidate);

// The settings with the guard of a candidate that has one.
SamplingSettings withGuardOf(const SweepCandidate& candidate, SamplingSettings sampling);

// FLOPs of the prompt's keys and values, once per run and model: what a whole run has beside its steps. schedule: with
// as many steps as the estimate is for.
double promptFlops(const CostEstimate& run, const StageSchedule& schedule, Model model);

// Of the steps after interval `first`, as in SweepPlan::Amount: flops of sampling alone. schedule: as above.
SweepPlan::Amount costAfter(const CostEstimate& run, const StageSchedule& schedule, int first);
SweepPlan::Amount costAfter(const Sweep& sweep, const CostEstimate& run, const SweepCandidate& candidate, int first);
// The same of given numbers of steps.
SweepPlan::Amount costOfSteps(const CostEstimate& run, const StageSchedule& schedule, int largeSteps, int smallSteps);

}  // namespace fb::lab
