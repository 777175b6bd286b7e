// SPDX-License-Identifier: MIT
#include "lab/shared_steps.h"

#include "flowblend/guard.h"

#include <algorithm>
#include <tuple>

namespace fb::lab {

void sortAsRun(std::vector<SweepCandidate>& candidates) {
  std::ranges::sort(candidates, [](const SweepCandidate& a, const SweepCandidate& b) {
    const auto key = [](const SweepCandidate& each) {
      return std::tuple(each.isRival(), -each.early, each.late, each.fewerSteps, each.guardEvery, each.guardBound,
                        each.guardChange, each.guardSettling);
    };
    return key(a) < key(b);
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

std::vector<TrajectoryStep> trajectoryOf(const StageSchedule& schedule) {
  std::vector<TrajectoryStep> steps;
  for (int step = 0; step < schedule.steps; step = steps.back().end)
    steps.push_back({schedule.modelAt(step), schedule.stepEnd(step)});
  return steps;
}

int sharedSteps(const StageSchedule& a, const StageSchedule& b) {
  const auto left = trajectoryOf(a), right = trajectoryOf(b);
  const auto differ = std::ranges::mismatch(left, right).in1;
  return differ == left.begin() ? 0 : std::prev(differ)->end;
}

int sharedSteps(const Sweep& sweep, const SweepCandidate& owner, const SweepCandidate& candidate) {
  if (owner.isRival() || candidate.fewerSteps > 0) return 0;
  const int common = sharedSteps(sweep.scheduleOf(owner), sweep.scheduleOf(candidate));
  return candidate.isGuarded() ? std::min(common, candidate.early) : common;
}

SamplingSettings withGuardOf(const SweepCandidate& candidate, SamplingSettings sampling) {
  switch (candidate.guard()) {
    case GuardRule::None:
      return sampling;
    case GuardRule::Verify:
      sampling.guardBound = candidate.guardBound;
      sampling.guardEvery = candidate.guardEvery;
      sampling.guardReturns = candidate.guardReturns;
      break;
    case GuardRule::OneWay:
      sampling.guardChange = candidate.guardChange;
      break;
    case GuardRule::SrDiffusion:
      sampling.guardSettling = candidate.guardSettling;
      break;
  }
  sampling.guard = candidate.guard();
  return sampling;
}

double promptFlops(const CostEstimate& run, const StageSchedule& schedule, Model model) {
  if (model == Model::Large) return run.samplingLargeOnly - schedule.steps * run.largeStep.flops - run.refining.flops;
  const int steps = StageSchedule{0, 0, schedule.steps, schedule.middleSteps}.smallSteps();
  return run.sampling - steps * run.smallStep.flops - run.refining.flops;
}

SweepPlan::Amount costAfter(const CostEstimate& run, const StageSchedule& schedule, int first) {
  return costOfSteps(run, schedule, schedule.largeSteps(first), schedule.smallSteps(first));
}

SweepPlan::Amount costAfter(const Sweep& sweep, const CostEstimate& run, const SweepCandidate& candidate, int first) {
  const auto schedule = sweep.scheduleOf(candidate);
  if (candidate.fewerSteps > 0) return costOfSteps(run, sweep.base.sampling.schedule, schedule.largeSteps(first), 0);
  if (!candidate.isGuarded()) return costAfter(run, schedule, first);
  const auto plan = guardPlanOf(withGuardOf(candidate, sweep.base.sampling));
  const auto middle = guardedSteps(Guard(plan), schedule.smallSteps(first), true);
  return costOfSteps(run, schedule, schedule.largeSteps(first) + middle.checks + middle.large,
                     middle.checks + middle.small);
}

SweepPlan::Amount costOfSteps(const CostEstimate& run, const StageSchedule& schedule, int largeSteps, int smallSteps) {
  SweepPlan::Amount amount;
  amount.largeSteps = largeSteps;
  amount.smallSteps = smallSteps;
  const auto add = [&](int count, const CostEstimate::Part& part, double prompt) {
    if (count == 0) return;
    amount.flops += count * part.flops + prompt;
    if (amount.seconds && part.seconds)
      *amount.seconds += count * *part.seconds;
    else
      amount.seconds.reset();
  };
  amount.seconds = 0;
  add(amount.largeSteps, run.largeStep, promptFlops(run, schedule, Model::Large));
  add(amount.smallSteps, run.smallStep, promptFlops(run, schedule, Model::Small));
  if (run.refining.flops > 0) add(1, run.refining, 0);
  amount.runs = 1;
  amount.sampling = amount.flops;
  return amount;
}

}  // namespace fb::lab
