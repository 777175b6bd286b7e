// SPDX-License-Identifier: MIT
#include "sampling/guidance.h"

namespace fb::sampling {

at::Tensor guide(const at::Tensor& conditional, const at::Tensor& unconditional, double scale) {
  return unconditional + scale * (conditional - unconditional);
}

}  // namespace fb::sampling
