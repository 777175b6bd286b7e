// SPDX-License-Identifier: MIT
// Counts floating-point operations like torch's FlopCounterMode: 2 per multiply-add of matrix products, attention and
// convolutions, nothing else.
#pragma once

#include <cstdint>

namespace fb::models {

struct LatentSize {
  std::int64_t frames = 0;
  std::int64_t height = 0;
  std::int64_t width = 0;
};

namespace flops {

// Integers: every sum is exact, and the total for a video stays far below 2^63.
using Count = std::int64_t;

inline Count linear(Count rows, Count in, Count out) { return 2 * rows * in * out; }
// Scores and weighted sum.
inline Count attention(Count queries, Count keys, Count width) { return 2 * (2 * queries * keys * width); }
// Taps on padding count like the others.
inline Count convolution(Count outputs, Count taps, Count in, Count out) { return 2 * outputs * taps * in * out; }
// Residual blocks of a VAE: two 3x3x3 convolutions each; the first changes the channels, with a 1x1x1 shortcut.
inline Count residualBlocks(Count voxels, Count blocks, Count in, Count out) {
  Count sum = in == out ? 0 : convolution(voxels, 1, in, out);
  for (Count block = 0; block < blocks; ++block, in = out)
    sum += convolution(voxels, 27, in, out) + convolution(voxels, 27, out, out);
  return sum;
}

}  // namespace flops
}  // namespace fb::models
