// SPDX-License-Identifier: MIT
#pragma once

#include <ATen/ATen.h>

namespace fb::sampling {

// Classifier-free guidance in the model's dtype: unconditional + scale * (conditional - unconditional).
at::Tensor guide(const at::Tensor& conditional, const at::Tensor& unconditional, double scale);

}  // namespace fb::sampling
