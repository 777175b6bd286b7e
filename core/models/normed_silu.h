// SPDX-License-Identifier: MIT
// The norm and activation before the video VAEs' convolutions, on the CPU in one pass over memory instead of five.
#pragma once

#include <ATen/ATen.h>

namespace fb::models {

enum class Length { Euclidean, RootMeanSquare };

// By what x is divided: its length over the channels, but at least `eps` (Euclidean), or the square root of eps and its
// mean square.
struct Divisor {
  Length length;
  double eps;
};

// Whether normedSilu() can compute this: float32 on the CPU, contiguous, channels divisible by 16.
bool suitsNormedSilu(const at::Tensor& x);

// silu(x / divisor * scale + shift). x: [..., C]; scale, shift: [C], contiguous, or undefined.
at::Tensor normedSilu(const at::Tensor& x, const Divisor& divisor, const at::Tensor& scale, const at::Tensor& shift);

}  // namespace fb::models
