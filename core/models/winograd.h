// SPDX-License-Identifier: MIT
// Winograd's minimal filtering F(2x2, 3x3) (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015)
// for the video VAEs' convolutions on the CPU: products in a transformed space take 4/9 of the multiplications. All
// frames are transformed once, and the taps in time are sums of products there, so no frame is copied for them.
#pragma once

#include "weights/late_tensor.h"

#include <ATen/ATen.h>

#include <cstdint>

namespace fb::models {

// Whether winogradConv() can compute this, and is faster than a convolution.
// frames, weight: as there, but the number of frames does not matter; outFrames: T.
bool suitsWinograd(const at::Tensor& frames, const at::Tensor& weight, std::int64_t outFrames);

// A convolution with a 3x3 kernel over `taps` consecutive frames each, with stride 1 and zeros around every frame.
// frames: [T + taps - 1, H, W, in], contiguous; weight: [out, taps * in, 3, 3], oldest frame first, channels adjacent
// in memory; bias: [out]; all float32 on the CPU, in and out divisible by 16. Returns [T, H, W, out].
at::Tensor winogradConv(const at::Tensor& frames, const at::Tensor& weight, const at::Tensor& bias);
// The same over `past` and `frames` after each other, which are not copied for it. past: at least one frame, or
// undefined.
at::Tensor winogradConv(const at::Tensor& past, const at::Tensor& frames, const at::Tensor& weight,
                        const at::Tensor& bias);

// The order in which layers take the weight of a convolution over time and space, [out, in, taps, side, side].
inline const weights::Order kTapsOrder = {0, 3, 4, 2, 1};
// That weight, in kTapsOrder, as winogradConv() and a 2D convolution over stacked frames take it: [out, taps * in,
// side, side].
inline at::Tensor tapsAsChannels(const at::Tensor& ordered) { return ordered.flatten(3).permute({0, 3, 1, 2}); }

}  // namespace fb::models
