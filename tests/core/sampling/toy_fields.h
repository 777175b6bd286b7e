// SPDX-License-Identifier: MIT
// Two toy models and trajectories with them.
#pragma once

#include "sampling/blended_sampler.h"

#include "base/failure.h"

#include <array>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fb::sampling {

// A velocity that depends on latents and time in such a way that every difference of history or model shows.
class ToyField : public VelocityField {
public:
  explicit ToyField(double strength, std::string name = "toy model in fp32", at::ScalarType type = at::kFloat)
      : m_strength(strength), m_name(std::move(name)), m_type(type) {}

  at::Tensor velocity(const at::Tensor& latents, double timestep, StepCache& cache,
                      const ForwardControl& control) override {
    StepCache::Evaluation evaluation;
    evaluation.input = latents;
    evaluation.forward = [&](at::Tensor*) {
      ++calls;
      if (onCall) onCall(calls);
      throwIfStopped(control.stop);
      return at(latents, timestep);
    };
    return cache.velocity(evaluation).to(m_type);
  }
  // Without any cache.
  at::Tensor at(const at::Tensor& latents, double timestep) const {
    return (m_strength * at::tanh(latents) + inTime * timestep / 1000 * latents).to(m_type);
  }
  void enterStage(Stage stage) override { entered.push_back(stage); }
  std::string description() const override { return m_name; }

  double inTime = 1;
  int calls = 0;
  std::vector<Stage> entered;
  std::function<void(int call)> onCall;

private:
  double m_strength;
  std::string m_name;
  at::ScalarType m_type;
};

struct Toys {
  ToyField large{0.7};
  ToyField small{0.4};

  ModelPair pair() {
    return {[this](Model model) -> VelocityField& { return model == Model::Large ? large : small; }};
  }
};

inline TrajectoryState startState() {
  TrajectoryState state;
  state.latents = at::arange(60, at::kFloat).view({1, 4, 3, 1, 5}).sin() * 2;
  return state;
}

inline SamplingPlan planOf(SchedulePreset preset, SolverKind solver = SolverKind::UniPC, int steps = 10) {
  SamplingPlan plan;
  plan.schedule = StageSchedule::fromPreset(preset, steps);
  plan.solver = solver;
  plan.sigmas = makeSolver(solver)->schedule(steps, 3);
  return plan;
}

inline TrajectoryState run(const SamplingPlan& plan, Toys& toys, TrajectoryState state = startState()) {
  const RunControl control;
  sample(state, plan, toys.pair(), control, [](const StepView&) {});
  return state;
}

inline std::string modelsOf(const TrajectoryState& state) {
  std::string models;
  for (const auto& report : state.reports) models += report.model == Model::Large ? 'L' : 'S';
  return models;
}

inline bool sameBits(const TrajectoryState& a, const TrajectoryState& b) { return at::equal(a.latents, b.latents); }

inline constexpr std::array kSolvers = {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP};

}  // namespace fb::sampling
