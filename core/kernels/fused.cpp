// SPDX-License-Identifier: MIT
#include "kernels/fused.h"

#include <utility>

namespace fb::kernels {

at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps) {
  return reference::layerNorm(x, weight, bias, eps);
}

at::Tensor layerNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale, double eps) {
  return reference::layerNormModulated(x, shift, scale, eps);
}

at::Tensor rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                            const at::Tensor& row, double eps) {
  return reference::rmsNormModulated(x, shift, scale, row, eps);
}

at::Tensor rmsNormRotated(at::Tensor x, const at::Tensor& weight, double eps, const at::Tensor& rotation,
                          std::int64_t heads) {
  return reference::rmsNormRotated(x, weight, eps, rotation, heads);
}

at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row) {
  return reference::addGated(std::move(x), y, gate, row);
}

}  // namespace fb::kernels
