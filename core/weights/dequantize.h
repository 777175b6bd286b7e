// SPDX-License-Identifier: MIT
// Dequantisation of weights, on whatever device they are. Everything is computed in float32 and rounded once to the
// requested dtype. Safe on any thread.
#pragma once

#include "weights/tensor_view.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace fb::weights {

// ggml's blocks, and every other type. bytes: [n] uint8, contiguous, as in the file. Returns `shape` as `as`. In
// float32 the numbers are bit-identical to those of the `gguf` package (gguf.quants.dequantize). Needs little memory in
// addition to the result.
at::Tensor dequantized(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape, at::ScalarType as);
// The same for a type with blocks, with tensor operations, as used on all devices except the CPU.
at::Tensor dequantizedByOperations(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape, at::ScalarType as);

// stored * scale, for fp8 and int8. stored: [rows, ...]; scale: float32, one value or one per row. Returns stored's
// shape as `as`; needs little memory in addition to the result.
at::Tensor rescaled(const at::Tensor& stored, const at::Tensor& scale, at::ScalarType as);

// The same for int8 weights that were rotated before they were quantised (ComfyUI's ConvRot): stored * scale is W R in
// every group of `group` columns, and this returns W = stored * scale * R. R is the normalised Kronecker power of [1 1
// 1 -1; 1 1 -1 1; 1 -1 1 1; -1 1 1 1] / 2, its own inverse. stored: [rows, columns], columns a multiple of `group`,
// which is a power of 4 up to 4096. The rotation is applied before the scale, where it is exact.
at::Tensor rescaledAndUnrotated(const at::Tensor& stored, const at::Tensor& scale, std::int64_t group,
                                at::ScalarType as);
// x R in every group of columns, with tensor operations, as used on all devices except the CPU. x: [rows, columns]
// float32.
at::Tensor rotatedByOperations(at::Tensor x, std::int64_t group);

// A weight in memory as it is stored, with everything needed to dequantise it.
struct PackedWeight {
  at::Tensor data;  // [shape] in its own dtype; for types with blocks [bytes] uint8
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  at::Tensor scale;           // float32, one value or one per row; undefined if there is none
  std::int64_t rotation = 0;  // columns per ConvRot group; 0 if it is not rotated
};

at::Tensor dequantized(const PackedWeight& weight, at::ScalarType as);
// A weight that is not quantised.
inline PackedWeight unpacked(at::Tensor numbers) {
  PackedWeight weight;
  weight.data = std::move(numbers);
  return weight;
}

}  // namespace fb::weights
