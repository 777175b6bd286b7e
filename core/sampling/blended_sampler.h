// SPDX-License-Identifier: MIT
// The FlowBlending trajectory: one loop over the steps, two models, one solver state.
#pragma once

#include "flowblend/events.h"
#include "flowblend/guard.h"
#include "flowblend/request.h"
#include "sampling/solver.h"
#include "sampling/step_cache.h"
#include "sampling/velocity_field.h"

#include <functional>

namespace fb::sampling {

// The state of a trajectory between two steps; everything that a resume needs.
struct TrajectoryState {
  int step = 0;        // the interval that the next step begins with, counted over all passes
  at::Tensor latents;  // [1,C,F,H,W] float32
  SolverState solver;
  CacheState cache;
  // Predicted clean latents of the last step, if a one-way guard compares the next ones with them; otherwise undefined.
  at::Tensor prediction;
  at::Tensor velocity;              // the same of an SRDiffusion guard: the guided velocity, float32
  std::vector<StepReport> reports;  // of the finished steps
  std::vector<Stage> stages;        // that they were taken in

  void moveTo(at::Device device);
};

// Everything about one step, for previews, traces and saved states. References are valid only during the call.
struct StepView {
  const StepReport& report;
  const at::Tensor& latentsBefore;  // float32
  const at::Tensor& velocity;       // guided, in the model's dtype
  // If probed or checked. A step of which a cache gives something is not.
  const at::Tensor* velocityLarge;
  const at::Tensor* velocitySmall;
  const at::Tensor& prediction;  // predicted clean latents
  const TrajectoryState& after;
};

// What a model family does to the latents before and after a step; empty: nothing.
struct StepHooks {
  std::function<at::Tensor(const at::Tensor& latents, double sigma)> before;
  // Chooses between the latents before and after the solver's step.
  std::function<at::Tensor(const at::Tensor& before, const at::Tensor& after, double sigma)> after;
  // Fresh noise in the latents' shape; if set, a small model's step ends with its prediction mixed with it.
  std::function<at::Tensor(const at::Tensor& latents)> renoise;
};

struct SamplingPlan {
  StageSchedule schedule;
  SolverKind solver = SolverKind::UniPC;
  SigmaSchedule sigmas;  // of schedule.steps steps
  HistoryPolicy history = HistoryPolicy::Keep;
  CachePlan cache;
  // Of the middle stage: it decides from step to step which model takes them. Not together with a cache or steps that
  // cover several intervals.
  GuardPlan guard;
  bool distilledSmall = false;  // see PairSpec
  ProbePolicy probe = ProbePolicy::None;
  StepHooks hooks;
  // Progress of the step, including its probe or check: block `block` of `blocks` has started. Called between two
  // onStep calls.
  std::function<void(std::int64_t block, std::int64_t blocks)> onBlock;
  bool fixedStages = false;  // boundaries moved in the run's control are ignored
  // If this is one of several passes: the intervals of the earlier ones, and of all.
  int offset = 0;
  int totalSteps = 0;  // 0: that of schedule
};

// The stage of interval `step`, counted over all passes: a later pass is a late stage.
Stage stageOf(const StageSchedule& stages, int step);

// The guard after the steps that the trajectory has taken in its present middle stage, if it is in one.
Guard guardAfter(const std::vector<StepReport>& reports, const std::vector<Stage>& stages, const GuardPlan& plan);
// Whether a check passes with this divergence of the guided velocities. One that could not be computed does not.
GuardCheck checked(const std::optional<Divergence>& divergence, double bound);

// What a first pass with these stages does, if they are not moved and there is no guard.
std::vector<PlannedStep> plannedSteps(const StageSchedule& stages, const SigmaSchedule& sigmas);

// The first use of a field loads its model, so a model that the schedule does not need is never loaded.
struct ModelPair {
  std::function<VelocityField&(Model)> field;
};

// Runs from state.step to the end of the plan. onStep sees every finished step; `state` is always that of the last
// finished step, even if Stopped or Failure is thrown. Boundaries moved in `run` apply to the steps still ahead. Throws
// Stopped, Failure(NotFinite) with step, model and dtype.
void sample(TrajectoryState& state, const SamplingPlan& plan, const ModelPair& pair, const RunControl& run,
            const std::function<void(const StepView&)>& onStep);

}  // namespace fb::sampling
