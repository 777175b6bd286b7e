// SPDX-License-Identifier: MIT
#include "sampling/blended_sampler.h"

#include "base/failure.h"
#include "sampling/divergence.h"
#include "sampling/flow_math.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>

namespace fb::sampling {
namespace {

using Clock = std::chrono::steady_clock;

Model otherThan(Model model) { return model == Model::Large ? Model::Small : Model::Large; }

StageSchedule scheduleNow(const SamplingPlan& plan, const RunControl& run) {
  auto schedule = plan.schedule;
  if (const auto moved = run.movedBoundaries(); moved && !plan.fixedStages) {
    schedule.early = moved->early;
    schedule.late = moved->late;
  }
  return schedule;
}

// A step-distilled model's step is a complete solution: neither it nor the next step may rely on an earlier one.
SolverState historyFor(const SolverState& state, Model model, const SamplingPlan& plan) {
  if (state.sources.empty()) return state;
  const auto last = state.sources.front();
  const bool whole = plan.distilledSmall && (model == Model::Small || last == Model::Small);
  return whole || (last != model && plan.history == HistoryPolicy::Restart) ? SolverState{} : state;
}

// The stochastic step of diffusers' FlowMatchEulerDiscreteScheduler, rounded to the model's dtype as it is there.
at::Tensor renoised(const at::Tensor& prediction, const at::Tensor& noise, const at::Tensor& sigma,
                    const at::Tensor& velocity) {
  return ((1 - sigma) * prediction + sigma * noise).to(velocity.scalar_type()).to(at::kFloat);
}

// The noise levels of the trajectory: those of the finished steps, then the planned ones. If the small model takes
// longer steps, these are a subset of all levels.
struct Path {
  SigmaSchedule levels;
  int next = 0;  // index of the step to do
};
Path pathOf(const SamplingPlan& plan, const TrajectoryState& state, const StageSchedule& stages) {
  Path path;
  auto& levels = path.levels;
  const auto pass = [&](int step) {
    levels.sigmas.push_back(plan.sigmas.sigmas.at(static_cast<std::size_t>(step)));
    levels.timesteps.push_back(plan.sigmas.timesteps.at(static_cast<std::size_t>(step)));
  };
  for (const auto& report : state.reports)
    if (report.step >= plan.offset) pass(report.step - plan.offset);
  path.next = static_cast<int>(levels.timesteps.size());
  for (int step = state.step - plan.offset; step < stages.steps; step = stages.stepEnd(step)) pass(step);
  levels.sigmas.push_back(plan.sigmas.sigmas.back());
  return path;
}

// The same would happen again in the dtype that the description names.
const char* wayOutOf(std::string_view description) {
  if (description.find("fp16") != std::string_view::npos) return "try bf16 (fp16 overflows first) or fp32";
  if (description.find("bf16") != std::string_view::npos) return "try fp32";
  return "its weights or a LoRA may be damaged";
}

void requireFinite(const at::Tensor& latents, const StepReport& report, const VelocityField& field) {
  if (at::isfinite(latents).all().item<bool>()) return;
  fail(ErrorKind::NotFinite, "step {} of {}: NaN or Inf in the latents, produced by the {}; {}", report.step + 1,
       report.steps, field.description(), wayOutOf(field.description()));
}

bool isProbed(ProbePolicy policy, Model model) {
  return policy == ProbePolicy::All || (policy == ProbePolicy::Large && model == Model::Large);
}

// Absent if the probe overflowed: it is not part of the trajectory, so it does not end the run. Also if a field has no
// such velocity.
std::optional<Divergence> finiteDivergence(const at::Tensor& large, const at::Tensor& small) {
  if (!large.defined() || !small.defined()) return {};
  const auto value = divergence(large, small);
  if (!std::isfinite(value.relativeL2) || !std::isfinite(value.cosineDistance)) return {};
  return value;
}

std::optional<double> ifFinite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

// For a guard that compares a step of the large model with the one before, if that was one: what the report says, and
// what the next step is compared with. last: the report of the step before, if there is one.
void compareSteps(const GuardPlan& guard, const StepReport* last, const at::Tensor& velocity,
                  const at::Tensor& prediction, StepReport& report, TrajectoryState& state) {
  if (guard.rule == GuardRule::OneWay) {
    if (state.prediction.defined()) report.change = ifFinite(divergence(prediction, state.prediction).relativeL2);
    state.prediction = prediction;
    state.velocity = at::Tensor();
    return;
  }
  const auto now = velocity.to(at::kFloat);
  if (state.velocity.defined()) {
    report.velocityChange = ifFinite(velocityChange(now, state.velocity));
    if (report.velocityChange && last && last->velocityChange)
      report.settling = *last->velocityChange - *report.velocityChange;
  }
  state.velocity = now;
  state.prediction = at::Tensor();
}

// What steps have taken on average. Of a kind that there was none of yet, what the others suggest.
class StepTimes {
public:
  explicit StepTimes(const std::vector<StepReport>& done) {
    for (const auto& report : done)
      (report.check != GuardCheck::None ? m_check
       : report.model == Model::Large   ? m_large
                                        : m_small)
          .add(report.seconds);
  }
  double of(const Guard::Step& step) const {
    return step.isCheck ? m_check.orElse(of(Model::Large) + of(Model::Small)) : of(step.model);
  }
  double of(Model model) const {
    const auto& own = model == Model::Large ? m_large : m_small;
    const auto& other = model == Model::Large ? m_small : m_large;
    return own.orElse(other.orElse(m_check.orElse(0)));
  }

private:
  struct Mean {
    double sum = 0;
    int count = 0;
    void add(double seconds) { sum += seconds, ++count; }
    double orElse(double otherwise) const { return count > 0 ? sum / count : otherwise; }
  };
  Mean m_large, m_small, m_check;
};

// In this pass. The guard's next decisions are assumed to be as its last one.
double secondsLeft(const TrajectoryState& state, const SamplingPlan& plan, const StageSchedule& schedule) {
  const StepTimes times(state.reports);
  auto guard = guardAfter(state.reports, state.stages, plan.guard);
  const auto last = std::ranges::find_if(state.reports.rbegin(), state.reports.rend(), [&](const StepReport& report) {
    return decisionOf(plan.guard, report).has_value();
  });
  const bool pass = last == state.reports.rend() || *decisionOf(plan.guard, *last);
  double left = 0;
  for (int step = state.step - plan.offset; step < schedule.steps; step = schedule.stepEnd(step)) {
    if (!plan.guard || plan.offset > 0 || stageOf(schedule, step) != Stage::Middle) {
      left += times.of(schedule.modelAt(step));
      continue;
    }
    left += times.of(guard.next());
    guard.add(guard.foreseen(pass));
  }
  return left;
}

// Before the step is done.
StepReport reportOf(const SamplingPlan& plan, const StageSchedule& stages, const Path& path, int step) {
  const auto i = static_cast<std::size_t>(path.next);
  StepReport report;
  report.step = plan.offset + step;
  report.end = plan.offset + stages.stepEnd(step);
  report.steps = std::max(plan.totalSteps, stages.steps);
  report.sigma = path.levels.sigmas[i];
  report.timestep = path.levels.timesteps[i];
  report.model = stages.modelAt(step);
  return report;
}

// Which model takes the step, and whether the other one is asked as well.
Guard::Step chosen(const SamplingPlan& plan, const TrajectoryState& state, Stage stage, Model scheduled) {
  if (!plan.guard || stage != Stage::Middle) return {scheduled, false};
  return guardAfter(state.reports, state.stages, plan.guard).next();
}

// The velocity of the model that does not take the step. `none`: a cache that reuses nothing, since the divergence is
// between what the models say.
at::Tensor velocityOfOther(const ModelPair& pair, const StepReport& report, Stage stage, const at::Tensor& latents,
                           StepCache& none, const ForwardControl& control) {
  auto& other = pair.field(otherThan(report.model));
  other.enterStage(stage);
  return other.velocity(latents, report.timestep, none, control);
}

}  // namespace

void TrajectoryState::moveTo(at::Device device) {
  for (auto* tensor : {&latents, &prediction, &velocity, &solver.lastSample})
    if (tensor->defined()) *tensor = tensor->to(device);
  for (auto& each : solver.predictions) each = each.to(device);
  cache.moveTo(device);
}

Stage stageOf(const StageSchedule& stages, int step) {
  if (step >= stages.steps - stages.lateSteps()) return Stage::Late;
  return step < stages.earlySteps() ? Stage::Early : Stage::Middle;
}

Guard guardAfter(const std::vector<StepReport>& reports, const std::vector<Stage>& stages, const GuardPlan& plan) {
  Guard guard(plan);
  const auto known = std::min(reports.size(), stages.size());
  auto first = known;
  while (first > 0 && stages[first - 1] == Stage::Middle) --first;
  for (auto i = first; i < known; ++i) guard.add(reports[i]);
  return guard;
}

GuardCheck checked(const std::optional<Divergence>& divergence, double bound) {
  return divergence && divergence->relativeL2 < bound ? GuardCheck::Passed : GuardCheck::Refused;
}

std::vector<PlannedStep> plannedSteps(const StageSchedule& stages, const SigmaSchedule& sigmas) {
  std::vector<PlannedStep> steps;
  for (int step = 0; step < stages.steps; step = stages.stepEnd(step))
    steps.push_back({{stages.modelAt(step), stageOf(stages, step), static_cast<int>(steps.size())},
                     step,
                     sigmas.timesteps.at(static_cast<std::size_t>(step)),
                     {"conditional"}});
  for (auto& step : steps) step.position.steps = static_cast<int>(steps.size());
  return steps;
}

void sample(TrajectoryState& state, const SamplingPlan& plan, const ModelPair& pair, const RunControl& run,
            const std::function<void(const StepView&)>& onStep) {
  const auto solver = makeSolver(plan.solver);
  const auto stop = run.stopToken();
  while (state.step < plan.offset + plan.schedule.steps) {
    throwIfStopped(stop);
    const auto stages = scheduleNow(plan, run);
    const int step = state.step - plan.offset;
    const auto path = pathOf(plan, state, stages);
    const auto stage = plan.offset > 0 ? Stage::Late : stageOf(stages, step);
    auto report = reportOf(plan, stages, path, step);
    const auto [model, isCheck] = chosen(plan, state, stage, report.model);
    report.model = model;
    auto& field = pair.field(model);
    field.enterStage(stage);

    ForwardControl control(stop);
    control.onBlock = plan.onBlock;
    const int forwards = isCheck || isProbed(plan.probe, model) ? 2 : 1;
    const auto start = Clock::now();
    const auto latents = plan.hooks.before ? plan.hooks.before(state.latents, report.sigma) : state.latents;
    const auto steps = static_cast<int>(path.levels.timesteps.size());
    StepCache cache(plan.cache, state.cache, {model, stage, path.next, steps});
    if (forwards > 1) cache.keepConditional();
    const auto velocity = field.velocity(latents, report.timestep, cache, control.part(0, forwards));
    report.reused = cache.isReused();
    if (!report.reused) report.reusedEvaluations = cache.reusedEvaluations();
    const auto history = historyFor(state.solver, model, plan);
    auto next = solver->step(history, velocity, latents, model, path.next, path.levels);
    if (plan.hooks.renoise && model == Model::Small)
      next.latents =
          renoised(next.prediction, plan.hooks.renoise(latents), sigmaAt(path.levels, path.next + 1), velocity);
    if (plan.hooks.after) next.latents = plan.hooks.after(latents, next.latents, report.sigma);
    requireFinite(next.latents, report, field);
    const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
    report.seconds = seconds();

    at::Tensor shadow;
    if (forwards > 1 && cache.reusedEvaluations() == 0) {
      StepCache none;
      none.keepConditional();
      shadow = velocityOfOther(pair, report, stage, latents, none, control.part(1, forwards));
      const bool isLarge = model == Model::Large;
      report.conditionalDivergence =
          finiteDivergence((isLarge ? cache : none).conditional(), (isLarge ? none : cache).conditional());
    }
    const auto* large = shadow.defined() ? (model == Model::Large ? &velocity : &shadow) : nullptr;
    const auto* small = shadow.defined() ? (model == Model::Large ? &shadow : &velocity) : nullptr;
    if (shadow.defined()) report.divergence = finiteDivergence(*large, *small);
    if (isCheck) {
      report.check = checked(report.divergence, plan.guard.bound);
      report.seconds = seconds();
    }

    if (plan.guard.comparesSteps() && stage == Stage::Middle && model == Model::Large)
      compareSteps(plan.guard, state.reports.empty() ? nullptr : &state.reports.back(), velocity, next.prediction,
                   report, state);
    else
      state.prediction = state.velocity = at::Tensor();

    state.step = report.end;
    state.latents = next.latents;
    state.solver = next.state;
    state.cache = cache.state();
    state.reports.push_back(report);
    state.stages.push_back(stage);
    state.reports.back().secondsLeft = secondsLeft(state, plan, scheduleNow(plan, run));
    onStep({state.reports.back(), latents, velocity, large, small, next.prediction, state});
  }
}

}  // namespace fb::sampling
