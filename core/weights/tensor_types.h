// SPDX-License-Identifier: MIT
// Conversion between the container's types and torch's.
#pragma once

#include "weights/tensor_view.h"

#include <ATen/ATen.h>

namespace fb::weights {

// Throws Failure(Internal) for a type that has blocks.
at::ScalarType toScalarType(StorageType type);
// Throws Failure(Internal) for a type that is never stored (complex, quantised).
StorageType toStorageType(at::ScalarType type);

// Shape and dtype of a tensor in memory as it is stored: types with blocks are [bytes] uint8.
std::pair<std::vector<std::int64_t>, at::ScalarType> storedTensor(const TensorView& view);

// A copy of the tensor on the CPU, as stored or as `as`; if stored in blocks: as its bytes, [n] uint8, or dequantised.
// Throws as readInto().
at::Tensor copied(const TensorView& view);
at::Tensor copied(const TensorView& view, at::ScalarType as);
// The same into a contiguous tensor on the CPU with the same number of elements. Throws as readInto().
void copyInto(const TensorView& view, const at::Tensor& to);

}  // namespace fb::weights
