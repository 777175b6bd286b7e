// SPDX-License-Identifier: MIT
// How each kernel of cuda/fused.cu is launched. The caller checks the tensors (kernels/fused.cpp).
#pragma once

#include "kernels/driver.h"
#include "kernels/fp8_product.h"

#include <ATen/ATen.h>

#include <cstdint>

namespace fb::kernels {

// As in cuda/fused.cu.
constexpr std::int64_t kWidth = 8, kPieces = 2, kMaxThreads = 640, kWarp = 32;
constexpr std::int64_t kQuantizedPieces = 4;
constexpr std::int64_t kMaxDim = kWidth * kPieces * kMaxThreads;
constexpr std::int64_t kMaxQuantizedDim = kWidth * kQuantizedPieces * kMaxThreads;

// For a block that has a row of `dim` channels.
constexpr unsigned threadsFor(std::int64_t dim, std::int64_t pieces = kPieces) {
  const auto perWarp = kWidth * pieces * kWarp;
  return static_cast<unsigned>((dim + perWarp - 1) / perWarp * kWarp);
}

// The beginning of its name in cuda/fused.cu.
constexpr auto kLayerNorm = "layer_norm";
constexpr auto kRmsNormModulated = "rms_norm_modulated";
constexpr auto kRmsNormRotated = "rms_norm_rotated";
constexpr auto kAddGated = "add_gated";
constexpr auto kAddGatedFloat = "add_gated_f32";
constexpr auto kQuantizeRows = "quantize_rows";  // bfloat16 only, from compute capability 8.9

namespace own {
// one: added to `scale`, 0 if that is a weight.
at::Tensor layerNorm(const Function& kernel, const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift,
                     float one, double eps);
at::Tensor rmsNormModulated(const Function& kernel, const at::Tensor& x, const at::Tensor& shift,
                            const at::Tensor& scale, const at::Tensor& row, double eps);
at::Tensor rmsNormRotated(const Function& kernel, const at::Tensor& x, const at::Tensor& weight, double eps,
                          const at::Tensor& rotation, std::int64_t heads);
// gate: of x's dtype
at::Tensor addGated(const Function& kernel, const at::Tensor& x, const at::Tensor& y, const at::Tensor& gate,
                    const at::Tensor& row);
// gate: [1, D] float32
at::Tensor addGatedFloat(const Function& kernel, const at::Tensor& x, const at::Tensor& y, const at::Tensor& gate);
QuantizedRows quantizeRows(const Function& kernel, const at::Tensor& x);
}  // namespace own

}  // namespace fb::kernels
