// SPDX-License-Identifier: MIT
// Conversion between tensors and the images that the engine returns.
#pragma once

#include "flowblend/frame.h"

#include <ATen/ATen.h>

namespace fb::engine {

// video: [1,3,F,H,W] in -1..1, float32 on the CPU.
Clip toClip(const at::Tensor& video, double fps);
// frames: [F,H,W,3] uint8 on the CPU.
Clip clipFromBytes(const at::Tensor& frames, double fps);

}  // namespace fb::engine
