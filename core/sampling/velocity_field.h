// SPDX-License-Identifier: MIT
// Everything that the sampler knows about a model.
#pragma once

#include "base/forward_control.h"

#include <ATen/ATen.h>

#include <string>

namespace fb::sampling {

// v = f(x_t, t), guidance included: x_sigma = (1-sigma) x0 + sigma noise, v = noise - x0.
class VelocityField {
public:
  virtual ~VelocityField() = default;
  // latents: [1,C,F,H,W] float32. Returns the same shape in the model's own dtype. Throws Stopped.
  virtual at::Tensor velocity(const at::Tensor& latents, double timestep, const ForwardControl& control) = 0;
  // For messages: "large model in bf16".
  virtual std::string description() const = 0;
};

}  // namespace fb::sampling
