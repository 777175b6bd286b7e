// SPDX-License-Identifier: MIT
// Winograd's convolution, as models/winograd.h describes it, block by block: what a core transforms, multiplies and
// transforms back stays in its cache, and the taps are summed in its registers.
#pragma once

#include <cstdint>
#include <vector>

namespace fb::models {

struct BlockConvolution {
  std::vector<const float*> frames;  // outFrames() + taps - 1, of [height, width, in] each
  std::int64_t taps, height, width, in, out;
  const float* weight;       // [out, 3, 3, taps, in]
  std::int64_t weightStep;   // from an output channel to the next, and
  std::int64_t weightPlace;  // from a position of the kernel to the next
  const float* bias;         // [out]
  float* result;             // [outFrames(), height, width, out]

  std::int64_t outFrames() const { return static_cast<std::int64_t>(frames.size()) - taps + 1; }
};

// in and out: divisible by 16. Every number is the same sum in the same order, whatever the threads, the other frames
// and the other positions.
void convolveInBlocks(const BlockConvolution& work);

}  // namespace fb::models
