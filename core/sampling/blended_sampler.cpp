// SPDX-License-Identifier: MIT
#include "sampling/blended_sampler.h"

#include "base/failure.h"
#include "sampling/divergence.h"

#include <chrono>
#include <cmath>

namespace fb::sampling {
namespace {

using Clock = std::chrono::steady_clock;

Model otherThan(Model model) { return model == Model::Large ? Model::Small : Model::Large; }

StageSchedule scheduleNow(const SamplingPlan& plan, const RunControl& control) {
  auto schedule = plan.schedule;
  if (const auto moved = control.movedBoundaries()) {
    schedule.early = moved->early;
    schedule.late = moved->late;
  }
  return schedule;
}

SolverState historyFor(const SolverState& state, Model model, HistoryPolicy policy) {
  const bool switched = !state.sources.empty() && state.sources.front() != model;
  return switched && policy == HistoryPolicy::Restart ? SolverState{} : state;
}

void requireFinite(const at::Tensor& latents, const StepReport& report, const VelocityField& field) {
  if (at::isfinite(latents).all().item<bool>()) return;
  fail(ErrorKind::NotFinite,
       "step {} of {}: NaN or Inf in the latents, made by the {}; try bf16 (fp16 overflows first) or fp32",
       report.step + 1, report.steps, field.description());
}

bool isProbed(ProbePolicy policy, Model model) {
  return policy == ProbePolicy::All || (policy == ProbePolicy::Large && model == Model::Large);
}

// Absent where the shadow overflowed: it has no part in the trajectory, so it does not end the run.
std::optional<Divergence> finiteDivergence(const at::Tensor& large, const at::Tensor& small) {
  const auto value = divergence(large, small);
  if (!std::isfinite(value.relativeL2) || !std::isfinite(value.cosineDistance)) return {};
  return value;
}

double secondsLeft(const std::vector<StepReport>& done, const StageSchedule& schedule) {
  struct Mean {
    double sum = 0;
    int count = 0;
  } large, small;
  for (const auto& report : done) {
    auto& mean = report.model == Model::Large ? large : small;
    mean.sum += report.seconds;
    ++mean.count;
  }
  double left = 0;
  for (int step = done.back().step + 1; step < schedule.steps; ++step) {
    const bool isLarge = schedule.modelAt(step) == Model::Large;
    const auto& own = isLarge ? large : small;
    const auto& mean = own.count > 0 ? own : isLarge ? small : large;
    left += mean.sum / mean.count;
  }
  return left;
}

}  // namespace

void sample(TrajectoryState& state, const SamplingPlan& plan, const ModelPair& pair, const RunControl& control,
            const std::function<void(const StepView&)>& onStep) {
  const auto solver = makeSolver(plan.solver);
  const auto schedule = solver->schedule(plan.schedule.steps, plan.shift);
  const auto stop = control.stopToken();
  while (state.step < plan.schedule.steps) {
    throwIfStopped(stop);
    const int i = state.step;
    const auto index = static_cast<std::size_t>(i);
    const auto model = scheduleNow(plan, control).modelAt(i);
    auto& field = pair.field(model);
    StepReport report;
    report.step = i;
    report.steps = plan.schedule.steps;
    report.sigma = schedule.sigmas[index];
    report.timestep = schedule.timesteps[index];
    report.model = model;

    const auto start = Clock::now();
    const auto velocity = field.velocity(state.latents, report.timestep, stop);
    const auto history = historyFor(state.solver, model, plan.history);
    const auto next = solver->step(history, velocity, state.latents, model, i, schedule);
    requireFinite(next.latents, report, field);
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();

    at::Tensor shadow;
    if (isProbed(plan.probe, model))
      shadow = pair.field(otherThan(model)).velocity(state.latents, report.timestep, stop);
    const auto* large = shadow.defined() ? (model == Model::Large ? &velocity : &shadow) : nullptr;
    const auto* small = shadow.defined() ? (model == Model::Large ? &shadow : &velocity) : nullptr;
    if (shadow.defined()) report.divergence = finiteDivergence(*large, *small);

    const auto latentsBefore = state.latents;
    state.step = i + 1;
    state.latents = next.latents;
    state.solver = next.state;
    state.reports.push_back(report);
    state.reports.back().secondsLeft = secondsLeft(state.reports, scheduleNow(plan, control));
    onStep({state.reports.back(), latentsBefore, velocity, large, small, next.prediction, state});
  }
}

}  // namespace fb::sampling
