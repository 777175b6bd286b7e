// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/events.h"

#include <ATen/ATen.h>

namespace fb::sampling {

// Relative L2 and cosine distance of two velocities, accumulated in float64.
Divergence divergence(const at::Tensor& large, const at::Tensor& small);

// SRDiffusion's change of the large model's output: tanh(mean |now - before| / max(mean |before|, 1e-6)), accumulated
// in float64. The rule is as a public port of the official program has it (docs/guard.md).
double velocityChange(const at::Tensor& now, const at::Tensor& before);

}  // namespace fb::sampling
