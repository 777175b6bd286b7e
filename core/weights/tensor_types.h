// SPDX-License-Identifier: MIT
// Between the container's types and torch's.
#pragma once

#include "weights/safetensors.h"

#include <ATen/ATen.h>

namespace fb::weights {

at::ScalarType toScalarType(StorageType type);
// Throws Failure(Internal) for a type that is never stored (complex, quantised).
StorageType toStorageType(at::ScalarType type);

// A copy of the mapped bytes on the CPU.
at::Tensor copied(const TensorView& view);
// The mapped bytes themselves, read-only, on the CPU; a copy where the file holds them misaligned.
at::Tensor borrowed(const TensorView& view);

}  // namespace fb::weights
