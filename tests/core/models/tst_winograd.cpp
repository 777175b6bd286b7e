// SPDX-License-Identifier: MIT
// Winograd's convolution against torch's own, in float64. A sum of n terms in float32 errs by about the unit roundoff
// times sqrt(n) (Higham and Mary, A New Approach to Probabilistic Rounding Error Analysis, 2019).
#include "models/winograd.h"

#include "model_cases.h"
#include "models/lanes.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace fb::models {
namespace {

struct Case {
  std::int64_t frames, height, width, in, out, taps;
};

at::Tensor byTaps(const at::Tensor& weight) { return tapsAsChannels(weights::inOrder(weight, kTapsOrder)); }

struct Tensors {
  at::Tensor frames, weight, bias;  // weight: [out, in, taps, 3, 3]

  explicit Tensors(const Case& c) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(13);
    frames = at::randn({c.frames + c.taps - 1, c.height, c.width, c.in}, generator, at::kFloat);
    weight = at::randn({c.out, c.in, c.taps, 3, 3}, generator, at::kFloat);
    bias = at::randn({c.out}, generator, at::kFloat);
  }
  at::Tensor byWinograd() const { return winogradConv(frames, byTaps(weight), bias); }
  at::Tensor byTorch() const {
    const auto x = frames.to(at::kDouble).permute({3, 0, 1, 2}).unsqueeze(0);
    const auto y = at::conv3d(x, weight.to(at::kDouble), bias.to(at::kDouble), {1, 1, 1}, {0, 1, 1});
    return y.squeeze(0).permute({1, 2, 3, 0});
  }
};

double mayErr(const Case& c) {
  const double rounding = 0x1p-24 * std::sqrt(static_cast<double>(c.in * c.taps));
  return c.in <= 1024 ? std::min(rounding, 1e-6) : rounding;  // in no model do blocks take more
}

TEST(Winograd, EqualsTorchsConvolution) {
  constexpr Case kCases[] = {
      {1, 2, 2, 16, 16, 1},     // one tile
      {3, 7, 5, 16, 32, 3},     // sides that are not full tiles
      {1, 1, 1, 16, 16, 3},     // less than a tile
      {2, 9, 12, 48, 16, 2},    //
      {1, 6, 4, 16, 272, 3},    // more output channels than kernels are transformed at once, and a rest
      {9, 30, 31, 32, 16, 3},   // more frames than a block has
      {2, 1, 40, 16, 16, 3},    // a single row
      {2, 40, 1, 16, 16, 1},    // or column
      {1, 3, 5, 2048, 16, 1},   // more input channels than a block is made for
      {2, 10, 9, 384, 384, 3},  // wide enough for the BLAS library
      {4, 120, 6, 16, 16, 3},   // more rows of tiles
      {8, 64, 66, 128, 64, 3},  // than are transformed at once, and a rest
  };
  for (const auto& c : kCases) {
    const Tensors tensors(c);
    const auto want = tensors.byTorch();
    for (const auto most : {Instructions::Plain, Instructions::Avx2, Instructions::Avx512}) {
      const InstructionsUpTo instructions(most);
      EXPECT_LE(relativeError(tensors.byWinograd(), want), mayErr(c))
          << c.frames << " frames of " << c.width << "x" << c.height << ", " << c.in << " to " << c.out
          << " channels, instructions " << static_cast<int>(most);
    }
  }
}

TEST(Winograd, TakesPartOfAWeight) {
  const Tensors tensors({1, 8, 8, 16, 32, 3});
  const auto newest = tensors.frames.narrow(0, 2, 1);
  const auto kernel = byTaps(tensors.weight).narrow(1, 32, 16);
  const auto alone = byTaps(tensors.weight.narrow(2, 2, 1));
  EXPECT_TRUE(winogradConv(newest, kernel, tensors.bias).equal(winogradConv(newest, alone, tensors.bias)));
}

TEST(Winograd, DependsOnNothingBesideItsFrames) {
  const Tensors tensors({6, 41, 39, 32, 32, 3});
  const auto kernel = byTaps(tensors.weight);
  const int before = at::get_num_threads();
  for (const auto most : {Instructions::Plain, Instructions::Avx2, Instructions::Avx512}) {
    const InstructionsUpTo instructions(most);
    at::set_num_threads(1);
    const auto whole = winogradConv(tensors.frames, kernel, tensors.bias);
    for (const int threads : {1, 2, 3, 8}) {
      at::set_num_threads(threads);
      EXPECT_TRUE(whole.equal(winogradConv(tensors.frames, kernel, tensors.bias))) << threads;
      for (const std::int64_t frames : {1, 2, 3, 5}) {
        const auto part = winogradConv(tensors.frames.narrow(0, 1, frames + 2), kernel, tensors.bias);
        EXPECT_TRUE(part.equal(whole.narrow(0, 1, frames))) << threads << ", frames " << frames;
      }
    }
  }
  at::set_num_threads(before);
}

TEST(Winograd, TakesThePastFromElsewhere) {
  for (const std::int64_t channels : {32, 384}) {
    const Tensors tensors({4, 20, 18, channels, channels, 3});
    const auto kernel = byTaps(tensors.weight);
    const auto past = tensors.frames.narrow(0, 0, 2).clone(), frames = tensors.frames.narrow(0, 2, 4).clone();
    EXPECT_TRUE(
        winogradConv(past, frames, kernel, tensors.bias).equal(winogradConv(tensors.frames, kernel, tensors.bias)))
        << channels;
  }
}

TEST(Winograd, OnlyWhatItCanComputeSuitsIt) {
  const Tensors tensors({4, 32, 32, 16, 32, 3});
  const auto kernel = byTaps(tensors.weight);
  EXPECT_TRUE(suitsWinograd(tensors.frames, kernel, 4));
  EXPECT_FALSE(suitsWinograd(tensors.frames.narrow(1, 0, 2), kernel, 1));  // too few positions
  EXPECT_FALSE(suitsWinograd(tensors.frames.transpose(1, 2), kernel, 4));  // not contiguous
  EXPECT_FALSE(suitsWinograd(tensors.frames.to(at::kBFloat16), kernel, 4));
  EXPECT_FALSE(suitsWinograd(tensors.frames, kernel.narrow(0, 0, 3), 4));  // 3 output channels
  EXPECT_FALSE(suitsWinograd(tensors.frames, kernel.contiguous(), 4));     // channels are not adjacent
  EXPECT_FALSE(suitsWinograd(tensors.frames.narrow(3, 0, 3).contiguous(), kernel, 4));
  EXPECT_FALSE(suitsWinograd(tensors.frames, kernel.narrow(3, 0, 1), 4));  // another kernel
}

TEST(Winograd, OrdersWeightsAsTorchDoes) {
  for (const auto dtype : {at::kFloat, at::kBFloat16})
    for (const std::int64_t side : {1, 3}) {
      const auto weight = at::arange(5 * 4 * 3 * side * side).to(dtype).view({5, 4, 3, side, side});
      const auto ordered = byTaps(weight);
      EXPECT_TRUE(ordered.equal(weight.transpose(1, 2).flatten(1, 2)));
      EXPECT_EQ(ordered.stride(1), 1);
    }
}

}  // namespace
}  // namespace fb::models
