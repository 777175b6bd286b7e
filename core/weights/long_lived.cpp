// SPDX-License-Identifier: MIT
#include "weights/long_lived.h"

#include "weights/host_slab.h"

#include <c10/util/strides.h>

#include <cstdint>
#include <memory>

namespace fb::weights {
namespace {

constexpr std::uint64_t kLeast = 256 << 10;  // bytes

at::Tensor mapped(at::IntArrayRef shape, at::IntArrayRef strides, at::ScalarType dtype, std::uint64_t bytes) {
  auto slab = std::make_shared<HostSlab>(bytes, /*lock=*/false);
  return at::from_blob(
      slab->data(), shape, strides, [slab](void*) {}, at::TensorOptions(dtype));
}

}  // namespace

at::Tensor longLived(at::IntArrayRef shape, at::ScalarType dtype) {
  const auto bytes = static_cast<std::uint64_t>(c10::multiply_integers(shape)) * c10::elementSize(dtype);
  return bytes < kLeast ? at::empty(shape, dtype) : mapped(shape, c10::contiguous_strides(shape), dtype, bytes);
}

at::Tensor longLived(const at::Tensor& tensor) {
  auto copy = longLivedLike(tensor);
  if (!copy.defined()) return tensor;
  copy.copy_(tensor);
  return copy;
}

at::Tensor longLivedLike(const at::Tensor& tensor) {
  if (!tensor.is_cpu() || tensor.nbytes() < kLeast || !tensor.is_non_overlapping_and_dense()) return {};
  return mapped(tensor.sizes(), tensor.strides(), tensor.scalar_type(), tensor.nbytes());
}

}  // namespace fb::weights
