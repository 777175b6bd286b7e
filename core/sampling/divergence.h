// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/events.h"

#include <ATen/ATen.h>

namespace fb::sampling {

// Relative L2 and cosine distance of two velocities, accumulated in float64.
Divergence divergence(const at::Tensor& large, const at::Tensor& small);

}  // namespace fb::sampling
