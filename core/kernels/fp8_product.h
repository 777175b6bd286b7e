// SPDX-License-Identifier: MIT
// Products of activations with weights stored in fp8 (e4m3) that do not dequantise the weights: each row of the
// activations is rounded to e4m3 with a scale of its own, and the products of e4m3 numbers are summed in float32. A
// GPU of compute capability 8.9 or later multiplies fp8 at twice the rate of bfloat16; the CPU computes the same
// numbers in float32. Any thread may call, under c10::InferenceMode.
#pragma once

#include "base/scoped_value.h"

#include <ATen/ATen.h>

#include <optional>
#include <string>

namespace fb::kernels {

// x = numbers * scales
struct QuantizedRows {
  at::Tensor numbers;  // [M, K] e4m3, at most 448
  at::Tensor scales;   // [M, 1] float32: the largest magnitude of the row / 448; 1 if that is below 1e-30
};

// x: [..., K] in a floating-point dtype. On a GPU by our own kernel in one pass (cuda/fused.cu) if x is in bfloat16.
QuantizedRows quantizeRows(const at::Tensor& x);

// x * (weight * scale)^T + bias with x quantised by rows. x: [..., K]; weight: [N, K] e4m3; scale: float32, one number
// or N, undefined for 1; bias: [N] or undefined. Returns [..., N] in x's dtype. Needs M * K bytes in addition to the
// result, on the CPU 5 * M * K + 4 * N * K.
at::Tensor fp8Product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& scale, const at::Tensor& bias);

// Whether fp8Product() is possible for these, and faster on a GPU: M, N and K are not too small, and N and K are
// multiples of 16.
bool suitsFp8Product(const at::Tensor& x, const at::Tensor& weight);

// Why the device has no fp8Product() for activations of this dtype, as the end of a sentence; absent if it has. The
// first call for a GPU compares a small product with the CPU's arithmetic; the answer stays for the rest of the
// process.
std::optional<std::string> fp8ProductObstacle(const at::Device& device, at::ScalarType dtype);

// Whether linear layers on this thread use fp8Product() where their weights and device allow it.
bool usesFp8Products();
// Sets that and returns the previous value.
bool exchangeFp8Products(bool on);
using Fp8ProductScope = ScopedValue<exchangeFp8Products>;

// The same with torch's operations only, on every device: the reference for the kernels.
namespace reference {
QuantizedRows quantizeRows(const at::Tensor& x);
at::Tensor fp8Product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& scale, const at::Tensor& bias);
}  // namespace reference

}  // namespace fb::kernels
