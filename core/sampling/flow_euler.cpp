// SPDX-License-Identifier: MIT
// Euler's method on the flow ODE (diffusers: FlowMatchEulerDiscreteScheduler).
#include "sampling/flow_math.h"
#include "sampling/solvers.h"

#include <utility>

namespace fb::sampling {
namespace {

class FlowEuler final : public Solver {
public:
  // The ends of the schedule are shifted in float32 and the whole is shifted again, so the low end is shifted twice.
  SigmaSchedule schedule(int steps, double shift) const override {
    checkSchedule(steps, shift);
    const auto shiftedEnd = [&](float u) {
      return static_cast<float>(shift) * u / (1 + static_cast<float>(shift - 1) * u);
    };
    const double first = kTrainTimesteps * static_cast<double>(shiftedEnd(1));
    const double last = kTrainTimesteps * static_cast<double>(shiftedEnd(1.0f / static_cast<float>(kTrainTimesteps)));
    std::vector<float> sigmas;
    for (const double timestep : linspace(first, last, steps))
      sigmas.push_back(static_cast<float>(shiftSigma(shift, timestep / kTrainTimesteps)));
    return fractionalSchedule(std::move(sigmas));
  }

  SigmaSchedule given(const std::vector<double>& sigmas) const override {
    return fractionalSchedule({sigmas.begin(), sigmas.end()});
  }

  SolverStep step(const SolverState&, const at::Tensor& velocity, const at::Tensor& latents, Model, int i,
                  const SigmaSchedule& schedule) const override {
    const auto sigma = sigmaAt(schedule, i);
    const auto next = latents + (sigmaAt(schedule, i + 1) - sigma) * velocity;
    // diffusers passes the latents on in the model's dtype; the same rounding keeps the two trajectories equal.
    return {next.to(velocity.scalar_type()).to(at::kFloat), cleanLatents(latents, velocity, sigma), {}};
  }
};

}  // namespace

std::unique_ptr<Solver> makeFlowEuler() { return std::make_unique<FlowEuler>(); }

}  // namespace fb::sampling
