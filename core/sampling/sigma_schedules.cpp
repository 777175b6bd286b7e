// SPDX-License-Identifier: MIT
// Sources: diffusers' LTXPipeline and LTXConditionPipeline (calculate_shift, linear_quadratic_schedule) with
// FlowMatchEulerDiscreteScheduler. Roundings to float32 are in the same places as in diffusers, so that the levels are
// identical.
#include "sampling/sigma_schedules.h"

#include "base/failure.h"
#include "flowblend/counted.h"
#include "sampling/flow_math.h"

#include <algorithm>
#include <cmath>

namespace fb::sampling {
namespace {

constexpr auto kClock = static_cast<float>(kTrainTimesteps);

SigmaSchedule resolutionShift(const SigmaSpec& spec, int steps, std::int64_t tokens) {
  const double slope = (spec.maxShift - spec.baseShift) / (spec.maxTokens - spec.baseTokens);
  const double mu = static_cast<double>(tokens) * slope + spec.baseShift - slope * spec.baseTokens;
  const auto shift = static_cast<float>(std::exp(mu));
  std::vector<float> sigmas;
  for (const double u : linspace(1, 1.0 / steps, steps))
    sigmas.push_back(shift / (shift + (1 / static_cast<float>(u) - 1)));
  if (spec.terminal > 0) {
    const float scale = (1 - sigmas.back()) / static_cast<float>(1 - spec.terminal);
    for (float& sigma : sigmas) sigma = 1 - (1 - sigma) / scale;
  }
  return fractionalSchedule(std::move(sigmas));
}

SigmaSchedule linearQuadratic(int steps) {
  if (steps < 2) fail(ErrorKind::Invalid, "steps is {}, but the linear-quadratic schedule needs at least 2", steps);
  constexpr double kThreshold = 0.025;  // how far the linear half goes
  const int linear = steps / 2, quadratic = steps - linear;
  const double difference = linear - kThreshold * steps;
  const double square = difference / (linear * static_cast<double>(quadratic * quadratic));
  const double slope = kThreshold / linear - 2 * difference / static_cast<double>(quadratic * quadratic);
  const double offset = square * linear * linear;
  std::vector<float> sigmas;
  for (int i = 0; i < steps; ++i) {
    const double gone = i < linear ? i * kThreshold / linear : square * i * i + slope * i + offset;
    // Through the timestep, which diffusers passes to its scheduler instead of the sigma.
    sigmas.push_back(static_cast<float>(1 - gone) * kClock / kClock);
  }
  return fractionalSchedule(std::move(sigmas));
}

SigmaSchedule listed(const SigmaSpec& spec, int steps) {
  if (static_cast<int>(spec.listed.size()) != steps)
    fail(ErrorKind::Invalid, "steps is {}, but this model was distilled for {}, so it must be {}", steps,
         counted(spec.listed.size(), "noise level"), spec.listed.size());
  return fractionalSchedule({spec.listed.begin(), spec.listed.end()});
}

}  // namespace

SigmaSchedule sigmaSchedule(const SigmaSpec& spec, const Solver& solver, int steps, double shift, std::int64_t tokens) {
  if (spec.rule == SigmaRule::FlowShift) return solver.schedule(steps, shift);
  checkSchedule(steps, shift);
  auto schedule = spec.rule == SigmaRule::ResolutionShift   ? resolutionShift(spec, steps, tokens)
                  : spec.rule == SigmaRule::LinearQuadratic ? linearQuadratic(steps)
                                                            : listed(spec, steps);
  schedule.sigmas.front() = std::min(schedule.sigmas.front(), solver.highestSigma());
  return schedule;
}

SigmaSchedule noiseLevels(const GenerationRequest& request, std::int64_t tokens) {
  const auto& settings = request.sampling;
  const auto solver = makeSolver(settings.solver);
  if (settings.sigmas.empty())
    return sigmaSchedule(request.pair.sigmas, *solver, settings.schedule.steps, settings.shift, tokens);
  if (static_cast<int>(settings.sigmas.size()) != settings.schedule.steps)
    fail(ErrorKind::Invalid, "steps is {}, but sigmas lists {}", settings.schedule.steps,
         counted(settings.sigmas.size(), "noise level"));
  return solver->given(settings.sigmas);
}

}  // namespace fb::sampling
