// SPDX-License-Identifier: MIT
#include "models/winograd_blocks.h"

#include "models/lanes.h"
#include "models/shared_work.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>

namespace fb::models {
namespace {

constexpr std::int64_t kSide = 2;              // outputs of a tile in each direction
constexpr std::int64_t kIn = 4, kPoints = 16;  // inputs of a tile in each direction; points of the transformed space
constexpr std::int64_t kKernel = 3;            // and of the kernel
constexpr std::int64_t kPlaces = kKernel * kKernel;
constexpr std::int64_t kMostFrames = 8;  // output frames of a block
constexpr std::int64_t kRows = 12;       // of a product that are summed together; a multiple of kRowsAtOnce
constexpr std::int64_t kRowsAtOnce = 3;
constexpr std::int64_t kInputs = 110'000;       // about how many transformed numbers a core keeps in its cache
constexpr std::int64_t kLeastWork = 1'000'000;  // multiplications for which another thread is worth waking

// Some frames of some tiles, which follow each other in a frame row by row.
struct Block {
  const BlockConvolution& work;
  const float* kernels;                // [16, out / 16, taps * in, 16]
  const float* zeros;                  // [in]
  std::int64_t firstFrame, outFrames;  // frames: of the result
  std::int64_t firstTile, tiles;
  float* inputs;  // [16, frames() * tiles, in]
  float* sums;    // [16, outFrames * tiles, out]

  std::int64_t frames() const { return outFrames + work.taps - 1; }
};

// B^T d B of one tile, for 16 channels. from: [row][column]. Point i is written to to + i * step.
FB_INLINE void transformInputs(const float* const* from, std::int64_t channel, float* to, std::int64_t step) {
  Lanes rows[kPoints];
#pragma GCC unroll 4
  for (std::int64_t column = 0; column < kIn; ++column) {
    const Lanes d0 = lanesAt(from[column] + channel), d1 = lanesAt(from[4 + column] + channel),
                d2 = lanesAt(from[8 + column] + channel), d3 = lanesAt(from[12 + column] + channel);
    rows[column] = d0 - d2;
    rows[4 + column] = d1 + d2;
    rows[8 + column] = d2 - d1;
    rows[12 + column] = d1 - d3;
  }
#pragma GCC unroll 4
  for (std::int64_t row = 0; row < kIn; ++row) {
    const auto* d = rows + 4 * row;
    float* const out = to + 4 * row * step;
    lanesAt(out) = d[0] - d[2];
    lanesAt(out + step) = d[1] + d[2];
    lanesAt(out + 2 * step) = d[2] - d[1];
    lanesAt(out + 3 * step) = d[1] - d[3];
  }
}

FB_INLINE void transformInputs(const Block& block) {
  const auto& work = block.work;
  const auto columns = (work.width + 1) / kSide, step = block.frames() * block.tiles * work.in;
  for (std::int64_t frame = 0; frame < block.frames(); ++frame) {
    const float* const pixels = work.frames[static_cast<std::size_t>(block.firstFrame + frame)];
    for (std::int64_t tile = 0; tile < block.tiles; ++tile) {
      const auto y = (block.firstTile + tile) / columns * kSide - 1;
      const auto x = (block.firstTile + tile) % columns * kSide - 1;
      const float* from[kPoints];
      for (std::int64_t row = 0; row < kIn; ++row)
        for (std::int64_t column = 0; column < kIn; ++column) {
          const bool inside = y + row >= 0 && y + row < work.height && x + column >= 0 && x + column < work.width;
          from[kIn * row + column] = inside ? pixels + ((y + row) * work.width + x + column) * work.in : block.zeros;
        }
      float* const to = block.inputs + (frame * block.tiles + tile) * work.in;
      for (std::int64_t channel = 0; channel < work.in; channel += kLanes)
        transformInputs(from, channel, to + channel, step);
    }
  }
}

// Products with one point's kernels.
struct Product {
  const float* inputs;  // [rows + (taps - 1) * tapRows, in]
  std::int64_t in, taps, tapRows;
  const float* kernels;  // [taps * in, 16]
  float* sums;           // [rows, out], of which 16 columns are written
  std::int64_t out;
};

// Of `count` rows from `row` on; count: at most three, or a multiple of three.
template <std::int64_t count>
FB_INLINE void multiplyRows(const Product& product, std::int64_t row) {
  constexpr std::int64_t kGroups = (count + kRowsAtOnce - 1) / kRowsAtOnce;
  constexpr std::int64_t kEach = count / kGroups;  // few pointers, from which the processor can address all rows
  const float* kernel = product.kernels;
  Lanes sums[count] = {};
  for (std::int64_t tap = 0; tap < product.taps; ++tap) {
    const float* from[kGroups];
#pragma GCC unroll 4
    for (std::int64_t group = 0; group < kGroups; ++group)
      from[group] = product.inputs + (row + tap * product.tapRows + group * kEach) * product.in;
    for (std::int64_t channel = 0; channel < product.in; ++channel, kernel += kLanes) {
      const Lanes factors = lanesAt(kernel);
#pragma GCC unroll 4
      for (std::int64_t group = 0; group < kGroups; ++group) {
#pragma GCC unroll 4
        for (std::int64_t i = 0; i < kEach; ++i) sums[group * kEach + i] += from[group][i * product.in] * factors;
        ++from[group];
      }
    }
  }
#pragma GCC unroll 16
  for (std::int64_t i = 0; i < count; ++i) lanesAt(product.sums + (row + i) * product.out) = sums[i];
}

// together: how many rows' sums fit into the processor's registers.
template <std::int64_t together>
FB_INLINE void multiply(const Product& product, std::int64_t rows) {
  std::int64_t row = 0;
  for (; row + together <= rows; row += together) multiplyRows<together>(product, row);
  if constexpr (together > kRowsAtOnce)
    for (; row + kRowsAtOnce <= rows; row += kRowsAtOnce) multiplyRows<kRowsAtOnce>(product, row);
  for (; row < rows; ++row) multiplyRows<1>(product, row);
}

template <std::int64_t together>
FB_INLINE void multiply(const Block& block) {
  const auto& work = block.work;
  const auto rows = block.outFrames * block.tiles, depth = work.taps * work.in;
  for (std::int64_t point = 0; point < kPoints; ++point)
    for (std::int64_t channel = 0; channel < work.out; channel += kLanes)
      multiply<together>({block.inputs + point * block.frames() * block.tiles * work.in, work.in, work.taps,
                          block.tiles, block.kernels + (point * work.out + channel) * depth,
                          block.sums + point * rows * work.out + channel, work.out},
                         rows);
}

// A^T m A + bias of one tile, for 16 channels. Point i is at from + i * step. to: [row][column], null outside.
FB_INLINE void transformSums(const float* from, std::int64_t step, const float* bias, float* const* to,
                             std::int64_t channel) {
  Lanes rows[kSide * kIn];
#pragma GCC unroll 4
  for (std::int64_t column = 0; column < kIn; ++column) {
    const float* const m = from + column * step;
    const Lanes m1 = lanesAt(m + 4 * step), m2 = lanesAt(m + 8 * step);
    rows[column] = lanesAt(m) + (m1 + m2);
    rows[4 + column] = (m1 - m2) - lanesAt(m + 12 * step);
  }
  const Lanes added = lanesAt(bias + channel);
#pragma GCC unroll 2
  for (std::int64_t row = 0; row < kSide; ++row) {
    const auto* r = rows + 4 * row;
    if (to[2 * row]) lanesAt(to[2 * row] + channel) = r[0] + r[1] + r[2] + added;
    if (to[2 * row + 1]) lanesAt(to[2 * row + 1] + channel) = r[1] - r[2] - r[3] + added;
  }
}

FB_INLINE void transformSums(const Block& block) {
  const auto& work = block.work;
  const auto columns = (work.width + 1) / kSide, rows = block.outFrames * block.tiles;
  for (std::int64_t frame = 0; frame < block.outFrames; ++frame)
    for (std::int64_t tile = 0; tile < block.tiles; ++tile) {
      const auto y = (block.firstTile + tile) / columns * kSide, x = (block.firstTile + tile) % columns * kSide;
      float* to[kSide * kSide];
      for (std::int64_t i = 0; i < kSide * kSide; ++i) {
        const auto row = y + i / kSide, column = x + i % kSide;
        const auto place = ((block.firstFrame + frame) * work.height + row) * work.width + column;
        to[i] = row < work.height && column < work.width ? work.result + place * work.out : nullptr;
      }
      const float* const from = block.sums + (frame * block.tiles + tile) * work.out;
      for (std::int64_t channel = 0; channel < work.out; channel += kLanes)
        transformSums(from + channel, rows * work.out, work.bias, to, channel);
    }
}

template <std::int64_t together>
FB_INLINE void convolve(const Block& block) {
  transformInputs(block);
  multiply<together>(block);
  transformSums(block);
}

// G g G^T for 16 output channels: [16, taps * in, 16], a point at to + i * step.
FB_INLINE void transformKernels(const BlockConvolution& work, std::int64_t first, float* to, std::int64_t step) {
  for (std::int64_t channel = 0; channel < work.taps * work.in; ++channel) {
    float numbers[kPlaces][kLanes];
    for (std::int64_t lane = 0; lane < kLanes; ++lane)
      for (std::int64_t place = 0; place < kPlaces; ++place)
        numbers[place][lane] = work.weight[(first + lane) * work.weightStep + place * work.weightPlace + channel];
    Lanes rows[kIn * kKernel];
#pragma GCC unroll 3
    for (std::int64_t column = 0; column < kKernel; ++column) {
      const Lanes g0 = lanesAt(numbers[column]), g1 = lanesAt(numbers[3 + column]), g2 = lanesAt(numbers[6 + column]);
      const Lanes ends = 0.5f * (g0 + g2), middle = 0.5f * g1;
      rows[column] = g0;
      rows[3 + column] = ends + middle;
      rows[6 + column] = ends - middle;
      rows[9 + column] = g2;
    }
    float* const out = to + channel * kLanes;
#pragma GCC unroll 4
    for (std::int64_t row = 0; row < kIn; ++row) {
      const auto* g = rows + kKernel * row;
      const Lanes ends = 0.5f * (g[0] + g[2]), middle = 0.5f * g[1];
      lanesAt(out + 4 * row * step) = g[0];
      lanesAt(out + (4 * row + 1) * step) = ends + middle;
      lanesAt(out + (4 * row + 2) * step) = ends - middle;
      lanesAt(out + (4 * row + 3) * step) = g[2];
    }
  }
}

using Convolve = void (*)(const Block&);
using TransformKernels = void (*)(const BlockConvolution&, std::int64_t first, float* to, std::int64_t step);

FB_FOR_AVX512 void convolveAvx512(const Block& block) { convolve<kRows>(block); }
FB_FOR_AVX2 void convolveAvx2(const Block& block) { convolve<kRows / 2>(block); }
void convolvePlain(const Block& block) { convolve<kRowsAtOnce>(block); }

FB_FOR_AVX512 void transformKernelsAvx512(const BlockConvolution& work, std::int64_t first, float* to,
                                          std::int64_t step) {
  transformKernels(work, first, to, step);
}
FB_FOR_AVX2 void transformKernelsAvx2(const BlockConvolution& work, std::int64_t first, float* to, std::int64_t step) {
  transformKernels(work, first, to, step);
}
void transformKernelsPlain(const BlockConvolution& work, std::int64_t first, float* to, std::int64_t step) {
  transformKernels(work, first, to, step);
}

std::unique_ptr<float[]> numbers(std::int64_t count) {
  return std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(count));
}

}  // namespace

void convolveInBlocks(const BlockConvolution& work) {
  const auto convolveBlock = forThisProcessor<Convolve>(convolveAvx512, convolveAvx2, convolvePlain);
  const auto transformPanel =
      forThisProcessor<TransformKernels>(transformKernelsAvx512, transformKernelsAvx2, transformKernelsPlain);
  const auto depth = work.taps * work.in, panels = work.out / kLanes;
  const auto kernels = numbers(kPoints * depth * work.out);
  const auto perPanel = depth * kLanes * kPoints;
  shareLoop(panels, kLeastWork / 4 / perPanel, [&](std::int64_t begin, std::int64_t end) {
    for (auto panel = begin; panel < end; ++panel)
      transformPanel(work, panel * kLanes, kernels.get() + panel * depth * kLanes, depth * work.out);
  });

  const auto allTiles = (work.height + 1) / kSide * ((work.width + 1) / kSide);
  const auto groups = (work.outFrames() + kMostFrames - 1) / kMostFrames;
  const auto frames = (work.outFrames() + groups - 1) / groups;
  // So many that the rows of a product come out even.
  const auto even = kRows / std::gcd(kRows, frames);
  const auto fitting = kInputs / (kPoints * (frames + work.taps - 1) * work.in) / even * even;
  const auto shared = (allTiles * groups + at::get_num_threads() - 1) / at::get_num_threads();
  const auto tiles = std::clamp<std::int64_t>(fitting, even, std::max(even, shared));
  const auto blocks = (allTiles + tiles - 1) / tiles;
  const auto perBlock = kPoints * tiles * frames * depth * work.out;
  const std::vector<float> zeros(static_cast<std::size_t>(work.in));
  shareWork(blocks * groups, kLeastWork / perBlock, [&](Parts& parts) {
    const auto inputs = numbers(kPoints * (frames + work.taps - 1) * tiles * work.in);
    const auto sums = numbers(kPoints * frames * tiles * work.out);
    for (std::int64_t i = 0, end = 0; parts.next(i, end);)
      for (; i < end; ++i) {
        const auto firstFrame = i % groups * frames, firstTile = i / groups * tiles;
        convolveBlock({work, kernels.get(), zeros.data(), firstFrame, std::min(frames, work.outFrames() - firstFrame),
                       firstTile, std::min(tiles, allTiles - firstTile), inputs.get(), sums.get()});
      }
  });
}

}  // namespace fb::models
