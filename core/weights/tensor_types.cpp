// SPDX-License-Identifier: MIT
#include "weights/tensor_types.h"

#include "base/failure.h"
#include "weights/dequantize.h"
#include "weights/readers.h"

#include <ATen/TensorIterator.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace fb::weights {
namespace {

constexpr std::pair<StorageType, at::ScalarType> kTypes[] = {{StorageType::F64, at::kDouble},
                                                             {StorageType::F32, at::kFloat},
                                                             {StorageType::F16, at::kHalf},
                                                             {StorageType::BF16, at::kBFloat16},
                                                             {StorageType::F8E4M3, at::kFloat8_e4m3fn},
                                                             {StorageType::F8E5M2, at::kFloat8_e5m2},
                                                             {StorageType::I64, at::kLong},
                                                             {StorageType::I32, at::kInt},
                                                             {StorageType::I16, at::kShort},
                                                             {StorageType::I8, at::kChar},
                                                             {StorageType::U8, at::kByte},
                                                             {StorageType::Bool, at::kBool}};

// `tensor`: contiguous, on the CPU.
std::span<std::byte> bytesOf(const at::Tensor& tensor) {
  return {static_cast<std::byte*>(tensor.mutable_data_ptr()), tensor.nbytes()};
}

// The elements from `begin` to `end` of the file's tensor, converted part by part on the thread that reads them, so
// that the tensor is in memory only once and each part is still in the CPU cache. Parts are too small for torch to
// parallelise. target: contiguous, on the CPU, of another type than the stored one.
void convertInto(const at::Tensor& target, const TensorView& view, std::int64_t begin, std::int64_t end) {
  constexpr std::int64_t kPart = at::internal::GRAIN_SIZE - 1;
  const c10::InferenceMode inference;
  const auto flat = target.view(-1);
  const auto part = at::empty(std::min(kPart, end - begin), toScalarType(view.type));
  for (; begin < end; begin += kPart) {
    const auto values = part.narrow(0, 0, std::min(kPart, end - begin));
    readInto(view, bytesOf(values), static_cast<std::uint64_t>(begin) * blockBytes(view.type));
    flat.narrow(0, begin, values.numel()).copy_(values);
  }
}

}  // namespace

at::ScalarType toScalarType(StorageType type) {
  for (const auto& [stored, scalar] : kTypes)
    if (stored == type) return scalar;
  fail(ErrorKind::Internal, "the storage type {} has no tensor type", toString(type));
}

StorageType toStorageType(at::ScalarType type) {
  for (const auto& [stored, scalar] : kTypes)
    if (scalar == type) return stored;
  fail(ErrorKind::Internal, "tensors of type {} cannot be stored", c10::toString(type));
}

std::pair<std::vector<std::int64_t>, at::ScalarType> storedTensor(const TensorView& view) {
  if (isBlockQuantized(view.type)) return {{static_cast<std::int64_t>(view.bytes)}, at::kByte};
  return {view.shape, toScalarType(view.type)};
}

at::Tensor copied(const TensorView& view) {
  if (!isBlockQuantized(view.type)) return copied(view, toScalarType(view.type));
  auto bytes = at::empty({static_cast<std::int64_t>(view.bytes)}, at::kByte);
  readInto(view, bytesOf(bytes));
  return bytes;
}

at::Tensor copied(const TensorView& view, at::ScalarType as) {
  auto tensor = at::empty(view.shape, as);
  copyInto(view, tensor);
  return tensor;
}

void copyInto(const TensorView& view, const at::Tensor& to) {
  if (isBlockQuantized(view.type))
    to.copy_(dequantized(copied(view), view.type, view.shape, to.scalar_type()));
  else if (toScalarType(view.type) == to.scalar_type())
    readInto(view, bytesOf(to));
  else
    shareOut(to.numel(), kLeastPerReader, [&](auto begin, auto end) { convertInto(to, view, begin, end); });
}

}  // namespace fb::weights
