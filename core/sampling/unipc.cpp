// SPDX-License-Identifier: MIT
// UniPC of order 2, variant B2(h), predicting x0 on the flow ODE (diffusers: UniPCMultistepScheduler; Zhao et al.,
// arXiv 2302.04867).
#include "sampling/flow_math.h"
#include "sampling/solvers.h"

#include <algorithm>
#include <cmath>

namespace fb::sampling {
namespace {

constexpr int kOrder = 2;
constexpr double kTiny = 1e-6;  // below sigma 1, where lambda is infinite

// From sigma[from] to sigma[from + 1]. m0 is the predicted x0 at its start, m1 the one from a step earlier.
class Interval {
public:
  Interval(const SigmaSchedule& schedule, int from)
      : m_schedule(schedule),
        m_from(from),
        m_start(sigmaAt(schedule, from)),
        m_end(sigmaAt(schedule, from + 1)),
        m_lambdaStart(lambdaOf(m_start)),
        m_h(lambdaOf(m_end) - m_lambdaStart),
        m_phi(at::expm1(-m_h)),
        m_weight((1 - m_end) * m_phi) {}

  at::Tensor predict(const at::Tensor& x, const std::vector<at::Tensor>& m, int order) const {
    const auto base = firstOrder(x, m[0]);
    return order == 1 ? base : base - m_weight * (0.5 * earlierSlope(m));
  }

  // `m` as at the start of the interval, `end` the x0 predicted at its end.
  at::Tensor correct(const at::Tensor& x, const std::vector<at::Tensor>& m, const at::Tensor& end, int order) const {
    const auto base = firstOrder(x, m[0]);
    if (order == 1) return base - m_weight * (0.5 * (end - m[0]));
    const auto rho = correctorWeights();
    return base - m_weight * (rho[0] * earlierSlope(m) + rho[1] * (end - m[0]));
  }

private:
  at::Tensor firstOrder(const at::Tensor& x, const at::Tensor& m0) const { return m_end / m_start * x - m_weight * m0; }
  at::Tensor earlierRatio() const { return (lambdaOf(sigmaAt(m_schedule, m_from - 1)) - m_lambdaStart) / m_h; }
  at::Tensor earlierSlope(const std::vector<at::Tensor>& m) const { return (m[1] - m[0]) / earlierRatio(); }

  // rho of [[1, 1], [r, 1]] rho = b; with LAPACK because a closed form differs from diffusers in the last bit.
  at::Tensor correctorWeights() const {
    const auto one = at::ones({}, at::kFloat);
    const auto k1 = m_phi / -m_h - 1;
    const auto k2 = k1 / -m_h - 0.5;
    const auto matrix = at::stack({one, one, earlierRatio(), one}).view({2, 2});
    return at::linalg_solve(matrix, at::stack({k1 / m_phi, k2 * 2 / m_phi}));
  }

  const SigmaSchedule& m_schedule;
  int m_from;
  at::Tensor m_start;
  at::Tensor m_end;
  at::Tensor m_lambdaStart;
  at::Tensor m_h;       // lambda(end) - lambda(start)
  at::Tensor m_phi;     // e^-h - 1
  at::Tensor m_weight;  // alpha(end) (e^-h - 1)
};

class UniPC final : public Solver {
public:
  SigmaSchedule schedule(int steps, double shift) const override {
    checkSchedule(steps, shift);
    std::vector<double> sigmas = linspace(1, 1 / kTrainTimesteps, steps + 1);
    sigmas.pop_back();
    for (double& sigma : sigmas) sigma = shiftSigma(shift, sigma);
    return given(sigmas);
  }
  SigmaSchedule given(const std::vector<double>& sigmas) const override {
    auto lowered = sigmas;
    if (std::abs(lowered.front() - 1) < kTiny) lowered.front() -= kTiny;
    return integerSchedule(lowered);
  }
  float highestSigma() const override { return static_cast<float>(1 - kTiny); }

  SolverStep step(const SolverState& state, const at::Tensor& velocity, const at::Tensor& latents, Model model, int i,
                  const SigmaSchedule& schedule) const override {
    const int steps = static_cast<int>(schedule.timesteps.size());
    const auto clean = cleanLatents(latents, velocity, sigmaAt(schedule, i));
    const auto corrected =
        state.lastSample.defined()
            ? Interval(schedule, i - 1).correct(state.lastSample, state.predictions, clean, state.lastOrder)
            : latents;

    SolverState after;
    after.lastSample = corrected;
    after.lastOrder = std::min({kOrder, steps - i, static_cast<int>(state.predictions.size()) + 1});
    after.predictions = {clean};
    after.sources = {model};
    if (!state.predictions.empty()) {
      after.predictions.push_back(state.predictions.front());
      after.sources.push_back(state.sources.front());
    }
    return {Interval(schedule, i).predict(corrected, after.predictions, after.lastOrder), clean, after};
  }
};

}  // namespace

std::unique_ptr<Solver> makeUniPC() { return std::make_unique<UniPC>(); }

}  // namespace fb::sampling
