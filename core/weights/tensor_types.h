// SPDX-License-Identifier: MIT
// Between the container's types and torch's.
#pragma once

#include "weights/tensor_view.h"

#include <ATen/ATen.h>

namespace fb::weights {

// Throws Failure(Internal) for a type that has blocks.
at::ScalarType toScalarType(StorageType type);
// Throws Failure(Internal) for a type that is never stored (complex, quantised).
StorageType toStorageType(at::ScalarType type);

// Shape and dtype in which a tensor is in memory as it is stored: types that have blocks are [bytes] uint8.
std::pair<std::vector<std::int64_t>, at::ScalarType> storedTensor(const TensorView& view);

// The tensor on the CPU, in memory of its own, as it is stored or as `as`; stored in blocks: as its bytes, [n] uint8,
// or dequantised. Throws as readInto().
at::Tensor copied(const TensorView& view);
at::Tensor copied(const TensorView& view, at::ScalarType as);
// The same into a contiguous tensor on the CPU of as many elements. Throws as readInto().
void copyInto(const TensorView& view, const at::Tensor& to);

}  // namespace fb::weights
