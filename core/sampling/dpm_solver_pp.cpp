// SPDX-License-Identifier: MIT
// DPM-Solver++ 2M, midpoint, on the flow ODE (diffusers: DPMSolverMultistepScheduler; Lu et al., arXiv 2211.01095).
#include "base/failure.h"
#include "sampling/flow_math.h"
#include "sampling/solvers.h"

namespace fb::sampling {
namespace {

class DpmSolverPP final : public Solver {
public:
  SigmaSchedule schedule(int steps, double shift) const override {
    checkSchedule(steps, shift);
    const auto alphas = linspace(1, 1 / kTrainTimesteps, steps + 1);
    std::vector<double> sigmas;
    sigmas.reserve(alphas.size());
    for (int i = 0; i < steps; ++i)
      sigmas.push_back(shiftSigma(shift, 1 - alphas[static_cast<std::size_t>(steps - i)]));
    return integerSchedule(sigmas);
  }

  // Its scheduler in diffusers has no such argument, and its own timesteps would not fit the levels.
  SigmaSchedule given(const std::vector<double>&) const override {
    fail(ErrorKind::Invalid, "the solver dpm++ takes no given noise levels: choose euler or unipc");
  }

  SolverStep step(const SolverState& state, const at::Tensor& velocity, const at::Tensor& latents, Model model, int i,
                  const SigmaSchedule& schedule) const override {
    const auto start = sigmaAt(schedule, i);
    const auto end = sigmaAt(schedule, i + 1);
    const auto h = lambdaOf(end) - lambdaOf(start);
    const auto weight = (1 - end) * (at::exp(-h) - 1);
    const auto clean = cleanLatents(latents, velocity, start);
    auto next = end / start * latents - weight * clean;

    // The last step goes to sigma 0, where lambda is infinite and only the first order is defined.
    const bool isLast = i + 1 == static_cast<int>(schedule.timesteps.size());
    if (!state.predictions.empty() && !isLast) {
      const auto ratio = (lambdaOf(start) - lambdaOf(sigmaAt(schedule, i - 1))) / h;
      next = next - 0.5 * weight * (at::reciprocal(ratio) * (clean - state.predictions.front()));
    }
    SolverState after;
    after.predictions = {clean};
    after.sources = {model};
    return {next, clean, after};
  }
};

}  // namespace

std::unique_ptr<Solver> makeDpmSolverPP() { return std::make_unique<DpmSolverPP>(); }

}  // namespace fb::sampling
