// SPDX-License-Identifier: MIT
// The operations between a transformer block's matrix products, each in one pass over the activations. On a CUDA device
// of compute capability 8.0 or later these are our own kernels (cuda/fused.cu), which compute in float32 and round
// once; everywhere else, and if the kernels cannot be used there (kernels/kernel_set.h), they are torch's operations
// with the rounding points of diffusers. Any thread may call, under c10::InferenceMode.
//
// x is [B, N, D] in bfloat16, float16 or float32; all other tensors are shared by the B samples. "Of x's dtype" means
// tensors that a model keeps in its own dtype.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>

namespace fb::kernels {

// LayerNorm over D, times the weight, plus the bias. weight, bias: [D] float32. Returns x's shape and dtype.
at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps);

// LayerNorm over D without weights, then x * (1 + scale) + shift. shift, scale: [1, D] float32. Returns x's shape and
// dtype.
at::Tensor layerNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale, double eps);

// RMS norm over D without a weight, then x * (1 + scale) + shift. shift, scale: [T, D] of x's dtype, one vector for
// each distinct timestep; row: [N] int64, the vector of every token, undefined if T is 1. Returns x's shape and dtype.
at::Tensor rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                            const at::Tensor& row, double eps);

// RMS norm over D, times the weight; then each pair of adjacent channels is rotated. weight: [D] of x's dtype;
// rotation: complex64, [N, 1, D / heads / 2] if all heads rotate alike, otherwise [1, N, D / 2]. Returns [B, heads, N,
// D / heads] of x's dtype, in memory ordered as [B, N, heads, D / heads]. x is overwritten, so move it in.
at::Tensor rmsNormRotated(at::Tensor x, const at::Tensor& weight, double eps, const at::Tensor& rotation,
                          std::int64_t heads);

// x + y * gate, rounded once. y: as x; gate: [1, D] float32 or [T, D] of x's dtype, the latter with `row` as above.
// Returns the sum; x may be overwritten with it, so move it in.
at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row = {});

// The same with torch's operations only, on every device: the reference for the kernels.
namespace reference {
at::Tensor layerNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps);
at::Tensor layerNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale, double eps);
at::Tensor rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                            const at::Tensor& row, double eps);
at::Tensor rmsNormRotated(const at::Tensor& x, const at::Tensor& weight, double eps, const at::Tensor& rotation,
                          std::int64_t heads);
at::Tensor addGated(at::Tensor x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row = {});
}  // namespace reference

}  // namespace fb::kernels
