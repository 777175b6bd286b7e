// SPDX-License-Identifier: MIT
// The FlowBlending trajectory: one loop over the steps, two models, one solver state.
#pragma once

#include "flowblend/events.h"
#include "flowblend/request.h"
#include "sampling/solver.h"
#include "sampling/velocity_field.h"

#include <functional>

namespace fb::sampling {

// Where a trajectory stands between two steps; all that a resume needs.
struct TrajectoryState {
  int step = 0;        // interval of the noise level that the next step begins with, counted over all passes
  at::Tensor latents;  // [1,C,F,H,W] float32
  SolverState solver;
  std::vector<StepReport> reports;  // of the steps done
};

// Everything of one step, for previews, traces and saved states. References are valid during the call only.
struct StepView {
  const StepReport& report;
  const at::Tensor& latentsBefore;  // float32
  const at::Tensor& velocity;       // guided, in the model's dtype
  const at::Tensor* velocityLarge;  // when probed
  const at::Tensor* velocitySmall;  // when probed
  const at::Tensor& prediction;     // predicted clean latents
  const TrajectoryState& after;
};

// What a model family does to the latents around a step; empty: nothing.
struct StepHooks {
  std::function<at::Tensor(const at::Tensor& latents, double sigma)> before;
  // Chooses between the latents before and after the solver's step.
  std::function<at::Tensor(const at::Tensor& before, const at::Tensor& after, double sigma)> after;
  // Fresh noise in the latents' shape; where there is some, a small model's step ends in its prediction mixed with it.
  std::function<at::Tensor(const at::Tensor& latents)> renoise;
};

struct SamplingPlan {
  StageSchedule schedule;
  SolverKind solver = SolverKind::UniPC;
  SigmaSchedule sigmas;  // of schedule.steps steps
  HistoryPolicy history = HistoryPolicy::Keep;
  bool distilledSmall = false;  // see PairSpec
  ProbePolicy probe = ProbePolicy::None;
  StepHooks hooks;
  // How far the step is, its shadow included: block `block` of `blocks` was begun. Called between two onStep.
  std::function<void(std::int64_t block, std::int64_t blocks)> onBlock;
  bool fixedStages = false;  // boundaries moved in the run's control do not count
  // Where this is one of several passes: the intervals of those before it, and of all.
  int offset = 0;
  int totalSteps = 0;  // 0: those of schedule
};

// The first use of a field loads its model, so a schedule that never needs one never loads it.
struct ModelPair {
  std::function<VelocityField&(Model)> field;
};

// Runs from state.step to the end of the plan. onStep sees every finished step; `state` is always that of the last
// finished step, also when Stopped or Failure is thrown. Boundaries moved in `run` hold for the steps still ahead.
// Throws Stopped, Failure(NotFinite) with step, model and dtype.
void sample(TrajectoryState& state, const SamplingPlan& plan, const ModelPair& pair, const RunControl& run,
            const std::function<void(const StepView&)>& onStep);

}  // namespace fb::sampling
