// SPDX-License-Identifier: MIT
#include "kernels/fused.h"

#include "kernels/kernel_set.h"
#include "kernels/launches.h"

#include <cstdint>
#include <limits>
#include <utility>

namespace fb::kernels {
namespace {

// Kernels read and write 16 bytes at a time.
bool isAligned(const at::Tensor& x) { return reinterpret_cast<std::uintptr_t>(x.const_data_ptr()) % 16 == 0; }

bool isPlain(const at::Tensor& x, const at::Device& device, at::ScalarType dtype) {
  return x.device() == device && x.scalar_type() == dtype && x.is_contiguous() && isAligned(x);
}

bool areActivations(const at::Tensor& x) {
  const auto dtype = x.scalar_type();
  return x.is_cuda() && (dtype == at::kBFloat16 || dtype == at::kHalf || dtype == at::kFloat) && x.numel() > 0 &&
         x.size(-1) % kWidth == 0 && x.size(-1) <= kMaxDim &&
         x.numel() / x.size(-1) <= std::numeric_limits<int>::max() && isPlain(x, x.device(), dtype);
}

// Whether every channel of x has its own value in a vector of this dtype.
bool isVector(const at::Tensor& vector, const at::Tensor& x, at::ScalarType dtype) {
  return vector.numel() == x.size(-1) && isPlain(vector, x.device(), dtype);
}

// [T, D] with rows aligned to 16 bytes, and the row of every token of x.
bool areVectors(const at::Tensor& vectors, const at::Tensor& row, const at::Tensor& x) {
  if (vectors.dim() != 2 || vectors.size(1) != x.size(-1) || vectors.stride(1) != 1) return false;
  if (vectors.device() != x.device() || vectors.scalar_type() != x.scalar_type() || !isAligned(vectors)) return false;
  if (!row.defined()) return vectors.size(0) == 1;
  return vectors.stride(0) % kWidth == 0 && row.device() == x.device() && row.scalar_type() == at::kLong &&
         row.is_contiguous() && row.numel() == x.numel() / x.size(-1);
}

const Function* kernelOf(const char* name, const at::Tensor& x) { return kernelFor(name, x.device(), x.scalar_type()); }

// weight, bias: [D] or [1, D]; one: what is added to the weight.
at::Tensor ownLayerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, float one, double eps) {
  if (!areActivations(x) || !isVector(weight, x, at::kFloat) || !isVector(bias, x, at::kFloat)) return {};
  const auto* kernel = kernelOf(kLayerNorm, x);
  return kernel ? own::layerNorm(*kernel, x, weight, bias, one, eps) : at::Tensor();
}

}  // namespace

at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps) {
  auto y = ownLayerNorm(x, weight, bias, 0, eps);
  return y.defined() ? y : reference::layerNorm(x, weight, bias, eps);
}

at::Tensor layerNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale, double eps) {
  auto y = ownLayerNorm(x, scale, shift, 1, eps);
  return y.defined() ? y : reference::layerNormModulated(x, shift, scale, eps);
}

at::Tensor rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                            const at::Tensor& row, double eps) {
  if (areActivations(x) && areVectors(shift, row, x) && areVectors(scale, row, x) && shift.stride(0) == scale.stride(0))
    if (const auto* kernel = kernelOf(kRmsNormModulated, x))
      return own::rmsNormModulated(*kernel, x, shift, scale, row, eps);
  return reference::rmsNormModulated(x, shift, scale, row, eps);
}

at::Tensor rmsNormRotated(at::Tensor x, const at::Tensor& weight, double eps, const at::Tensor& rotation,
                          std::int64_t heads) {
  const auto tokens = x.size(1), perToken = rotation.numel() / tokens * 2;
  if (areActivations(x) && isVector(weight, x, x.scalar_type()) && isPlain(rotation, x.device(), at::kComplexFloat) &&
      perToken == 2 * rotation.size(-1) && perToken % kWidth == 0 &&
      (perToken == x.size(2) || perToken * heads == x.size(2)))
    if (const auto* kernel = kernelOf(kRmsNormRotated, x)) {
      // The kernel takes the rotation of a row by its number, so each sample is a launch of its own, in place.
      for (const auto& sample : x.split(1)) own::rmsNormRotated(*kernel, sample, weight, eps, rotation, heads);
      return x.unflatten(-1, {heads, -1}).transpose(1, 2);
    }
  return reference::rmsNormRotated(x, weight, eps, rotation, heads);
}

at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row) {
  if (areActivations(x) && y.sizes() == x.sizes() && isPlain(y, x.device(), x.scalar_type())) {
    if (areVectors(gate, row, x)) {
      if (const auto* kernel = kernelOf(kAddGated, x)) return own::addGated(*kernel, x, y, gate, row);
    } else if (!row.defined() && isVector(gate, x, at::kFloat)) {
      if (const auto* kernel = kernelOf(kAddGatedFloat, x)) return own::addGatedFloat(*kernel, x, y, gate);
    }
  }
  return reference::addGated(std::move(x), y, gate, row);
}

}  // namespace fb::kernels
