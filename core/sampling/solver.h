// SPDX-License-Identifier: MIT
// Solvers of the flow ODE as pure steps over an explicit state.
#pragma once

#include "flowblend/request.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <memory>
#include <vector>

namespace fb::sampling {

struct SigmaSchedule {
  std::vector<float> sigmas;      // steps + 1, the last is 0
  std::vector<double> timesteps;  // steps, as given to the model
};

// Everything that a solver remembers between two steps. A value: it can be copied, saved and restored.
struct SolverState {
  at::Tensor lastSample;                // corrected sample of the previous step (UniPC)
  std::vector<at::Tensor> predictions;  // predicted clean latents of earlier steps, newest first
  std::vector<Model> sources;           // which model each prediction came from
  int lastOrder = 0;                    // order of the previous step's predictor
};

weights::NamedTensors toTensors(const SolverState& state);
// Throws Failure(Corrupt), naming `file`.
SolverState solverStateFromTensors(const weights::NamedTensors& tensors, const std::string& file);

struct SolverStep {
  at::Tensor latents;     // at sigma[i+1], float32
  at::Tensor prediction;  // predicted clean latents x0 = x - sigma v
  SolverState state;
};

// Constant; safe on any thread.
class Solver {
public:
  virtual ~Solver() = default;
  // The noise levels of SigmaRule::FlowShift as diffusers computes them for this solver.
  virtual SigmaSchedule schedule(int steps, double shift) const = 0;
  // For noise levels that a request gives, as diffusers' set_timesteps(sigmas=...). Throws Failure(Invalid) if the
  // solver takes none.
  virtual SigmaSchedule given(const std::vector<double>& sigmas) const = 0;
  // What an initial noise level of 1 is reduced to.
  virtual float highestSigma() const { return 1; }
  // velocity: in the model's dtype, latents: float32, both [1,C,F,H,W]; step i of schedule.
  virtual SolverStep step(const SolverState& state, const at::Tensor& velocity, const at::Tensor& latents, Model model,
                          int i, const SigmaSchedule& schedule) const = 0;
};

std::unique_ptr<Solver> makeSolver(SolverKind kind);

}  // namespace fb::sampling
