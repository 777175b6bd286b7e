// SPDX-License-Identifier: MIT
// Everything that the sampler knows about a model.
#pragma once

#include "base/forward_control.h"

#include <ATen/ATen.h>

#include <string>

namespace fb::sampling {

class StepCache;

// Of a schedule; a later sampling pass, which refines an earlier one's result, counts as late.
enum class Stage { Early, Middle, Late };

// v = f(x_t, t), guidance included: x_sigma = (1-sigma) x0 + sigma noise, v = noise - x0.
class VelocityField {
public:
  virtual ~VelocityField() = default;
  // latents: [1,C,F,H,W] float32. Returns the same shape in the model's own dtype. Every evaluation of the model goes
  // through the cache, which may make it unnecessary. Throws Stopped.
  virtual at::Tensor velocity(const at::Tensor& latents, double timestep, StepCache& cache,
                              const ForwardControl& control) = 0;
  // The velocities asked for from now on are of this stage; for models that differ by stage. Called before every step.
  virtual void enterStage(Stage /*stage*/) {}
  // For messages: "large model in bf16".
  virtual std::string description() const = 0;
};

}  // namespace fb::sampling
