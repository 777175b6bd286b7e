// SPDX-License-Identifier: MIT
// What the flow solvers share. Their scalars are zero-dimensional float32 tensors on the CPU, as in diffusers; double
// would round differently.
#pragma once

#include "sampling/solver.h"

namespace fb::sampling {

// The model's time scale: sigma 1 is timestep 1000.
inline constexpr double kTrainTimesteps = 1000;

// Throws Failure(Invalid) for a number of steps or a shift without a schedule.
void checkSchedule(int steps, double shift);
// s u / (1 + (s-1) u): moves a noise level 0..1 towards 1 if s > 1.
double shiftSigma(double shift, double u);
// numpy.linspace, bit-identical.
std::vector<double> linspace(double start, double stop, int count);
// Appends the final 0; timesteps are sigma times kTrainTimesteps in float32, as in diffusers' Euler.
SigmaSchedule fractionalSchedule(std::vector<float> sigmas);
// Rounds to float32, appends the final 0 and truncates the timesteps to integers, as diffusers' multistep solvers do.
SigmaSchedule integerSchedule(const std::vector<double>& sigmas);

at::Tensor sigmaAt(const SigmaSchedule& schedule, int i);
// lambda = ln(1-sigma) - ln(sigma), half the logarithm of the signal-to-noise ratio.
at::Tensor lambdaOf(const at::Tensor& sigma);
// x0 = x - sigma v, the product in v's dtype.
at::Tensor cleanLatents(const at::Tensor& latents, const at::Tensor& velocity, const at::Tensor& sigma);

}  // namespace fb::sampling
