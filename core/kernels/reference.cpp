// SPDX-License-Identifier: MIT
// The arithmetic and its rounding points are those of diffusers' transformers of WAN and LTX-Video.
#include "kernels/fused.h"

namespace fb::kernels::reference {
namespace {

// vectors: [T, D]. Gives [N, D] or [1, D].
at::Tensor perToken(const at::Tensor& vectors, const at::Tensor& row) {
  return row.defined() ? vectors.index_select(0, row) : vectors;
}

}  // namespace

at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps) {
  return at::layer_norm(x.to(at::kFloat), {x.size(-1)}, weight, bias, eps).to(x.scalar_type());
}

at::Tensor layerNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale, double eps) {
  return layerNorm(x, (scale + 1).flatten(), shift.flatten(), eps);
}

at::Tensor rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                            const at::Tensor& row, double eps) {
  const auto normed = at::rms_norm(x, {x.size(-1)}, {}, eps);
  return at::addcmul(perToken(shift, row), normed, perToken(scale, row) + 1);
}

at::Tensor rmsNormRotated(const at::Tensor& x, const at::Tensor& weight, double eps, const at::Tensor& rotation,
                          std::int64_t heads) {
  const auto normed = at::rms_norm(x, weight.sizes(), weight, eps).to(at::kFloat);
  const bool headsDiffer = 2 * rotation.size(-1) == x.size(-1);
  const auto pairs = headsDiffer ? normed.unflatten(-1, {-1, 2}) : normed.unflatten(-1, {heads, -1, 2});
  at::view_as_complex(pairs).mul_(headsDiffer ? rotation.view({1, x.size(1), -1}) : rotation);
  return pairs.flatten(2).to(x.scalar_type()).unflatten(-1, {heads, -1}).transpose(1, 2);
}

at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row) {
  if (gate.scalar_type() == x.scalar_type()) return x.addcmul_(y, perToken(gate, row));
  return x.to(at::kFloat).addcmul_(y.to(at::kFloat), gate).to(x.scalar_type());
}

}  // namespace fb::kernels::reference
