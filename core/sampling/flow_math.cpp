// SPDX-License-Identifier: MIT
#include "sampling/flow_math.h"

#include "base/failure.h"

#include <cmath>
#include <utility>

namespace fb::sampling {

void checkSchedule(int steps, double shift) {
  if (steps < 1) fail(ErrorKind::Invalid, "steps is {}, but at least one step is needed", steps);
  if (!std::isfinite(shift) || shift <= 0) fail(ErrorKind::Invalid, "shift is {}, but must be above 0", shift);
}

double shiftSigma(double shift, double u) { return shift * u / (1 + (shift - 1) * u); }

std::vector<double> linspace(double start, double stop, int count) {
  std::vector<double> values(static_cast<std::size_t>(count), start);
  if (count < 2) return values;
  const double step = (stop - start) / (count - 1);
  for (int i = 1; i < count - 1; ++i) values[static_cast<std::size_t>(i)] = i * step + start;
  values.back() = stop;
  return values;
}

SigmaSchedule fractionalSchedule(std::vector<float> sigmas) {
  SigmaSchedule schedule;
  for (const float sigma : sigmas)
    schedule.timesteps.push_back(static_cast<double>(sigma * static_cast<float>(kTrainTimesteps)));
  schedule.sigmas = std::move(sigmas);
  schedule.sigmas.push_back(0);
  return schedule;
}

SigmaSchedule integerSchedule(const std::vector<double>& sigmas) {
  SigmaSchedule schedule;
  for (const double sigma : sigmas) {
    schedule.sigmas.push_back(static_cast<float>(sigma));
    schedule.timesteps.push_back(std::trunc(sigma * kTrainTimesteps));
  }
  schedule.sigmas.push_back(0);
  return schedule;
}

at::Tensor sigmaAt(const SigmaSchedule& schedule, int i) {
  return at::scalar_tensor(schedule.sigmas.at(static_cast<std::size_t>(i)), at::kFloat);
}

at::Tensor lambdaOf(const at::Tensor& sigma) { return at::log(1 - sigma) - at::log(sigma); }

at::Tensor cleanLatents(const at::Tensor& latents, const at::Tensor& velocity, const at::Tensor& sigma) {
  return latents - sigma * velocity;
}

}  // namespace fb::sampling
