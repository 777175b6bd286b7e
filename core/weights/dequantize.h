// SPDX-License-Identifier: MIT
// Numbers out of quantised weights, made on whatever device the weights are. Everything is computed in float32 and
// rounded to the wanted dtype once. Safe on any thread.
#pragma once

#include "weights/tensor_view.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace fb::weights {

// ggml's blocks, and every other type. bytes: [n] uint8, contiguous, as the file has them. Gives `shape` as `as`. In
// float32 the numbers are those of the `gguf` package (gguf.quants.dequantize), bit for bit. Needs little memory beside
// the result.
at::Tensor dequantized(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape, at::ScalarType as);
// The same of a type with blocks by tensor operations, as it is done on all devices but the CPU.
at::Tensor dequantizedByOperations(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape, at::ScalarType as);

// stored * scale, for fp8 and int8. stored: [rows, ...]; scale: float32, one value or one for each row. Gives stored's
// shape as `as`, and needs little memory beside it.
at::Tensor rescaled(const at::Tensor& stored, const at::Tensor& scale, at::ScalarType as);

// The same for int8 weights that were rotated before they were quantised (ComfyUI's ConvRot): stored * scale is W R in
// every group of `group` columns, and this gives W = stored * scale * R. R is the normalised Kronecker power of
// [1 1 1 -1; 1 1 -1 1; 1 -1 1 1; -1 1 1 1] / 2, its own inverse. stored: [rows, columns], columns a multiple of
// `group`, which is a power of 4 up to 4096. The rotation comes before the scale, where it is exact.
at::Tensor rescaledAndUnrotated(const at::Tensor& stored, const at::Tensor& scale, std::int64_t group,
                                at::ScalarType as);
// x R in every group of columns by tensor operations, as it is done on all devices but the CPU. x: [rows, columns]
// float32.
at::Tensor rotatedByOperations(at::Tensor x, std::int64_t group);

// A weight in memory as it is stored, with what it takes to make numbers of it.
struct PackedWeight {
  at::Tensor data;  // [shape] in its own dtype; of types that have blocks [bytes] uint8
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  at::Tensor scale;           // float32, one value or one for each row; undefined if there is none
  std::int64_t rotation = 0;  // columns of ConvRot's groups; 0 if it is not rotated
};

at::Tensor dequantized(const PackedWeight& weight, at::ScalarType as);
// Numbers as they are.
inline PackedWeight unpacked(at::Tensor numbers) {
  PackedWeight weight;
  weight.data = std::move(numbers);
  return weight;
}

}  // namespace fb::weights
