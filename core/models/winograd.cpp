// SPDX-License-Identifier: MIT
#include "models/winograd.h"

#include "models/shared_work.h"
#include "models/winograd_blocks.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <cstddef>

// The loops below are memory-bound with SSE2, for which the program is compiled; the loader chooses among these.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define FB_FOR_EACH_CPU __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FB_FOR_EACH_CPU
#endif

namespace fb::models {
namespace {

constexpr std::int64_t kSide = 2;                // outputs of a tile in each direction
constexpr std::int64_t kIn = 4, kPoints = 16;    // inputs of a tile in each direction; points of the transformed space
constexpr std::int64_t kKernel = 3;              // and of the kernel
constexpr std::int64_t kLanes = 16;              // channels processed together
constexpr std::int64_t kChunk = 256;             // output channels whose transformed kernels are in memory
constexpr std::int64_t kTransformed = 6 << 20;   // about how many transformed numbers are in memory
constexpr std::int64_t kLeastRows = 256;         // of a product, where there are as many
constexpr std::int64_t kMostInBlocks = 3 << 17;  // of a kernel's numbers, for each position
constexpr std::int64_t kLeastPositions = 256;    // below, transforming the kernels costs more than is gained

using Inputs = std::array<const float*, kPoints>;  // [row][column] of a tile

// B^T d B. Point i is written to out + i * stride.
FB_FOR_EACH_CPU void transformInputs(const Inputs& in, float* out, std::int64_t stride, std::int64_t channels) {
  for (std::int64_t from = 0; from < channels; from += kLanes) {
    float rows[kPoints][kLanes];
    for (std::int64_t column = 0; column < kIn; ++column) {
      const float *d0 = in[static_cast<std::size_t>(column)] + from,
                  *d1 = in[static_cast<std::size_t>(4 + column)] + from,
                  *d2 = in[static_cast<std::size_t>(8 + column)] + from,
                  *d3 = in[static_cast<std::size_t>(12 + column)] + from;
#pragma GCC ivdep
      for (std::int64_t c = 0; c < kLanes; ++c) {
        rows[column][c] = d0[c] - d2[c];
        rows[4 + column][c] = d1[c] + d2[c];
        rows[8 + column][c] = d2[c] - d1[c];
        rows[12 + column][c] = d1[c] - d3[c];
      }
    }
    for (std::int64_t row = 0; row < kIn; ++row) {
      float* to = out + 4 * row * stride + from;
      const auto* d = rows + 4 * row;
#pragma GCC ivdep
      for (std::int64_t c = 0; c < kLanes; ++c) {
        to[c] = d[0][c] - d[2][c];
        to[stride + c] = d[1][c] + d[2][c];
        to[2 * stride + c] = d[2][c] - d[1][c];
        to[3 * stride + c] = d[1][c] - d[3][c];
      }
    }
  }
}

// G g G^T. Kernel position (row, column) is at g + row * rowStride + column * columnStride.
FB_FOR_EACH_CPU void transformKernel(const float* g, std::int64_t rowStride, std::int64_t columnStride, float* out,
                                     std::int64_t stride, std::int64_t channels) {
  for (std::int64_t from = 0; from < channels; from += kLanes) {
    float rows[kIn * kKernel][kLanes];
    for (std::int64_t column = 0; column < kKernel; ++column) {
      const float* g0 = g + column * columnStride + from;
      const float *g1 = g0 + rowStride, *g2 = g1 + rowStride;
#pragma GCC ivdep
      for (std::int64_t c = 0; c < kLanes; ++c) {
        const float ends = 0.5f * (g0[c] + g2[c]), middle = 0.5f * g1[c];
        rows[column][c] = g0[c];
        rows[3 + column][c] = ends + middle;
        rows[6 + column][c] = ends - middle;
        rows[9 + column][c] = g2[c];
      }
    }
    for (std::int64_t row = 0; row < kIn; ++row) {
      float* to = out + 4 * row * stride + from;
      const auto* r = rows + kKernel * row;
#pragma GCC ivdep
      for (std::int64_t c = 0; c < kLanes; ++c) {
        const float ends = 0.5f * (r[0][c] + r[2][c]), middle = 0.5f * r[1][c];
        to[c] = r[0][c];
        to[stride + c] = ends + middle;
        to[2 * stride + c] = ends - middle;
        to[3 * stride + c] = r[2][c];
      }
    }
  }
}

// A^T m A + bias. Point i is at m + i * stride; outputs: [row][column], null outside of the frame.
FB_FOR_EACH_CPU void transformOutputs(const float* m, std::int64_t stride, const float* bias,
                                      const std::array<float*, 4>& out, std::int64_t channels) {
  for (std::int64_t from = 0; from < channels; from += kLanes) {
    float rows[kSide * kIn][kLanes];
    for (std::int64_t column = 0; column < kIn; ++column) {
      const float* m0 = m + column * stride + from;
      const float *m1 = m0 + 4 * stride, *m2 = m0 + 8 * stride, *m3 = m0 + 12 * stride;
#pragma GCC ivdep
      for (std::int64_t c = 0; c < kLanes; ++c) {
        const float sum = m1[c] + m2[c], difference = m1[c] - m2[c];
        rows[column][c] = m0[c] + sum;
        rows[4 + column][c] = difference - m3[c];
      }
    }
    for (std::int64_t row = 0; row < kSide; ++row) {
      const auto* r = rows + 4 * row;
      float* const left = out[static_cast<std::size_t>(2 * row)];
      float* const right = out[static_cast<std::size_t>(2 * row + 1)];
      if (left)
#pragma GCC ivdep
        for (std::int64_t c = 0; c < kLanes; ++c) left[from + c] = r[0][c] + r[1][c] + r[2][c] + bias[from + c];
      if (right)
#pragma GCC ivdep
        for (std::int64_t c = 0; c < kLanes; ++c) right[from + c] = r[1][c] - r[2][c] - r[3][c] + bias[from + c];
    }
  }
}

// Rows of tiles of all frames, from one row to another.
class Band {
public:
  Band(const at::Tensor& frames, std::int64_t taps, std::int64_t firstRow, std::int64_t rows)
      : m_frames(frames), m_taps(taps), m_firstRow(firstRow), m_rows(rows), m_columns((frames.size(2) + 1) / kSide) {}

  std::int64_t tiles() const { return m_rows * m_columns; }  // of a frame
  std::int64_t outFrames() const { return m_frames.size(0) - m_taps + 1; }

  // [16, frames * tiles, in]
  at::Tensor inputs() const {
    const auto frames = m_frames.size(0), height = m_frames.size(1), width = m_frames.size(2), in = m_frames.size(3);
    auto transformed = at::empty({kPoints, frames * tiles(), in}, m_frames.options());
    const at::Tensor outside = at::zeros({in}, m_frames.options());
    const auto *from = m_frames.const_data_ptr<float>(), *zeros = outside.const_data_ptr<float>();
    auto* const to = transformed.mutable_data_ptr<float>();
    shareLoop(frames * tiles(), 16, [&](std::int64_t begin, std::int64_t end) {
      for (auto tile = begin; tile < end; ++tile) {
        const auto [frame, y, x] = place(tile);
        Inputs at{};
        for (std::int64_t i = 0; i < kPoints; ++i) {
          const auto row = y + i / kIn - 1, column = x + i % kIn - 1;
          const bool inside = row >= 0 && row < height && column >= 0 && column < width;
          at[static_cast<std::size_t>(i)] = inside ? from + ((frame * height + row) * width + column) * in : zeros;
        }
        transformInputs(at, to + tile * in, frames * tiles() * in, in);
      }
    });
    return transformed;
  }

  // sums: [16, outFrames() * tiles(), channels]; result: [T, H, W, out], of which channels from `first` on are written.
  void outputs(const at::Tensor& sums, const at::Tensor& bias, std::int64_t first, const at::Tensor& result) const {
    const auto height = result.size(1), width = result.size(2), out = result.size(3), channels = sums.size(2);
    const auto *from = sums.const_data_ptr<float>(), *added = bias.const_data_ptr<float>() + first;
    auto* const to = result.mutable_data_ptr<float>() + first;
    shareLoop(outFrames() * tiles(), 16, [&](std::int64_t begin, std::int64_t end) {
      for (auto tile = begin; tile < end; ++tile) {
        const auto [frame, y, x] = place(tile);
        std::array<float*, 4> at{};
        for (std::int64_t i = 0; i < kSide * kSide; ++i) {
          const auto row = y + i / kSide, column = x + i % kSide;
          if (row < height && column < width)
            at[static_cast<std::size_t>(i)] = to + ((frame * height + row) * width + column) * out;
        }
        transformOutputs(from + tile * channels, outFrames() * tiles() * channels, added, at, channels);
      }
    });
  }

private:
  struct Place {
    std::int64_t frame, y, x;  // of a tile's first output
  };
  Place place(std::int64_t tile) const {
    const auto inFrame = tile % tiles();
    return {tile / tiles(), kSide * (m_firstRow + inFrame / m_columns), kSide * (inFrame % m_columns)};
  }

  const at::Tensor& m_frames;
  std::int64_t m_taps, m_firstRow, m_rows, m_columns;
};

// Of `channels` output channels from `first` on: [taps, 16, channels, in].
at::Tensor kernels(const at::Tensor& weight, std::int64_t taps, std::int64_t first, std::int64_t channels) {
  const auto in = weight.size(1) / taps;
  auto transformed = at::empty({taps, kPoints, channels, in}, weight.options());
  const auto* const from = weight.const_data_ptr<float>();
  auto* const to = transformed.mutable_data_ptr<float>();
  shareLoop(taps * channels, 4, [&](std::int64_t begin, std::int64_t end) {
    for (auto i = begin; i < end; ++i) {
      const auto tap = i / channels, channel = i % channels;
      transformKernel(from + (first + channel) * weight.stride(0) + tap * in, weight.stride(2), weight.stride(3),
                      to + (tap * kPoints * channels + channel) * in, channels * in, in);
    }
  });
  return transformed;
}

// Band by band, with the BLAS library's products.
at::Tensor inBands(const at::Tensor& frames, const at::Tensor& weight, const at::Tensor& bias) {
  const auto taps = weight.size(1) / frames.size(3), in = frames.size(3), out = weight.size(0);
  const auto outFrames = frames.size(0) - taps + 1, height = frames.size(1), width = frames.size(2);
  auto result = at::empty({outFrames, height, width, out}, frames.options());
  const auto rows = (height + 1) / kSide, perRow = outFrames * ((width + 1) / kSide);
  const auto most = std::max(kLeastRows, kTransformed / (kPoints * (in + std::min(out, kChunk))));
  const auto bandRows = std::clamp<std::int64_t>(most / perRow, 1, rows);
  const bool keepsKernels = out <= kChunk;
  at::Tensor kept;
  for (std::int64_t row = 0; row < rows; row += bandRows) {
    const Band band(frames, taps, row, std::min(bandRows, rows - row));
    const auto inputs = band.inputs();
    const auto products = outFrames * band.tiles();
    for (std::int64_t first = 0; first < out; first += kChunk) {
      const auto channels = std::min(kChunk, out - first);
      const auto transformed = kept.defined() ? kept : kernels(weight, taps, first, channels);
      if (keepsKernels) kept = transformed;
      auto sums = at::empty({kPoints, products, channels}, frames.options());
      for (std::int64_t point = 0; point < kPoints; ++point) {
        auto sum = sums[point];
        for (std::int64_t tap = 0; tap < taps; ++tap) {
          const auto ofTap = inputs[point].narrow(0, tap * band.tiles(), products);
          const auto kernel = transformed[tap][point].t();
          if (tap == 0)
            at::mm_out(sum, ofTap, kernel);
          else
            at::addmm_out(sum, sum, ofTap, kernel);
        }
      }
      band.outputs(sums, bias, first, result);
    }
  }
  return result;
}

at::Tensor inBlocks(const at::Tensor& past, const at::Tensor& frames, const at::Tensor& weight,
                    const at::Tensor& bias) {
  BlockConvolution work{{},
                        weight.size(1) / frames.size(3),
                        frames.size(1),
                        frames.size(2),
                        frames.size(3),
                        weight.size(0),
                        weight.const_data_ptr<float>(),
                        weight.stride(0),
                        weight.stride(3),
                        bias.const_data_ptr<float>(),
                        nullptr};
  for (const auto& part : {past, frames})
    for (std::int64_t i = 0; part.defined() && i < part.size(0); ++i)
      work.frames.push_back(part.const_data_ptr<float>() + i * part.stride(0));
  auto result = at::empty({work.outFrames(), work.height, work.width, work.out}, frames.options());
  work.result = result.mutable_data_ptr<float>();
  convolveInBlocks(work);
  return result;
}

}  // namespace

bool suitsWinograd(const at::Tensor& frames, const at::Tensor& weight, std::int64_t outFrames) {
  return frames.is_cpu() && frames.scalar_type() == at::kFloat && frames.is_contiguous() && weight.stride(1) == 1 &&
         frames.size(3) % kLanes == 0 && weight.size(0) % kLanes == 0 && weight.size(2) == kKernel &&
         weight.size(3) == kKernel && outFrames * frames.size(1) * frames.size(2) >= kLeastPositions;
}

at::Tensor winogradConv(const at::Tensor& frames, const at::Tensor& weight, const at::Tensor& bias) {
  return winogradConv({}, frames, weight, bias);
}

at::Tensor winogradConv(const at::Tensor& past, const at::Tensor& frames, const at::Tensor& weight,
                        const at::Tensor& bias) {
  if (weight.size(0) * weight.size(1) <= kMostInBlocks) return inBlocks(past, frames, weight, bias);
  return inBands(past.defined() ? at::cat({past, frames}) : frames, weight, bias);
}

}  // namespace fb::models
