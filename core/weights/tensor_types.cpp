// SPDX-License-Identifier: MIT
#include "weights/tensor_types.h"

#include "base/failure.h"

#include <cstdint>
#include <cstring>
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

at::Tensor copied(const TensorView& view) {
  auto tensor = at::empty(view.shape, toScalarType(view.type));
  if (!view.data.empty()) std::memcpy(tensor.mutable_data_ptr(), view.data.data(), view.data.size());
  return tensor;
}

at::Tensor borrowed(const TensorView& view) {
  if (reinterpret_cast<std::uintptr_t>(view.data.data()) % byteSize(view.type) != 0) return copied(view);
  return at::from_blob(const_cast<std::byte*>(view.data.data()), view.shape, toScalarType(view.type));
}

}  // namespace fb::weights
