// SPDX-License-Identifier: MIT
// The inner loops of weights/dequantize.h on the CPU. std types only.
#pragma once

#include "weights/tensor_view.h"

#include <cstdint>

namespace fb::weights {

// blocks: `count` blocks of the type, one after the other; numbers: room for all of their elements. The arithmetic is
// that of ggml's dequantize_row functions.
void dequantizeBlocks(StorageType type, const std::uint8_t* blocks, std::int64_t count, float* numbers);

// Applies ConvRot's rotation (weights/dequantize.h) to every group of numbers, in place. group: a power of 4.
void rotateGroups(float* numbers, std::int64_t groups, std::int64_t group);

}  // namespace fb::weights
