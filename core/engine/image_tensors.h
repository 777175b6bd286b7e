// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/frame.h"

#include <ATen/ATen.h>

#include <filesystem>

namespace fb::engine {

// The image in `file` (PNG, JPEG, the first frame of a clip), cropped to the aspect ratio around its centre and resized
// with Pillow's Lanczos filter: [1,3,1,height,width] float32 in -1..1 on the CPU. Throws Failure.
at::Tensor readImage(const std::filesystem::path& file, int width, int height);

// The same image as CLIP's image encoder expects it: its shorter side resized to `side`, cropped to a square around its
// centre and normalised, [1,3,side,side] float32 on the CPU. Throws Failure.
at::Tensor readClipImage(const std::filesystem::path& file, int side);

// The frame resized with Pillow's bicubic filter and normalised by ImageNet's mean and standard deviation,
// [3,height,width] float32 on the CPU.
at::Tensor imageNetFrame(const Frame& frame, int width, int height);

}  // namespace fb::engine
