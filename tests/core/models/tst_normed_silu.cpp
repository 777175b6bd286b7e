// SPDX-License-Identifier: MIT
// The norm and activation in one pass against torch's operations, in float64.
#include "models/normed_silu.h"

#include "model_cases.h"
#include "models/lanes.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <limits>
#include <vector>

namespace fb::models {
namespace {

at::Tensor byTorch(const at::Tensor& x, const Divisor& divisor, const at::Tensor& scale, const at::Tensor& shift) {
  const auto numbers = x.to(at::kDouble);
  const auto length = divisor.length == Length::Euclidean ? numbers.norm(2, -1, true).clamp_min(divisor.eps)
                                                          : (numbers.square().mean(-1, true) + divisor.eps).sqrt();
  auto y = numbers / length;
  if (scale.defined()) y = y * scale.to(at::kDouble);
  if (shift.defined()) y = y + shift.to(at::kDouble);
  return at::silu(y);
}

TEST(NormedSilu, EqualsTorchsOperations) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(17);
  for (const std::int64_t channels : {16, 48, 96, 512})
    for (const Divisor divisor : {Divisor{Length::Euclidean, 1e-12}, Divisor{Length::RootMeanSquare, 1e-8}}) {
      const auto x = at::randn({3, 5, 70, channels}, generator, at::kFloat);
      const auto scale = 10 * at::randn({channels}, generator, at::kFloat);
      const auto shift = at::randn({channels}, generator, at::kFloat);
      ASSERT_TRUE(suitsNormedSilu(x));
      const auto compare = [&](const at::Tensor& a, const at::Tensor& b) {
        const auto want = byTorch(x, divisor, a, b);
        for (const auto most : {Instructions::Plain, Instructions::Avx2, Instructions::Avx512}) {
          const InstructionsUpTo instructions(most);
          EXPECT_LE(relativeError(normedSilu(x, divisor, a, b), want), 3e-7)
              << channels << ", instructions " << static_cast<int>(most);
        }
      };
      compare(scale, shift);
      compare(scale, {});
      compare({}, shift);
      compare({}, {});
    }
}

TEST(NormedSilu, HoldsForExtremeNumbers) {
  const auto x = at::ones({1, 16});
  const auto scale = at::ones({16});
  for (const double shift : {-1e4, -100., -87.5, -50., -1e-3, 0., 1e-3, 50., 87.5, 100., 1e4}) {
    const auto added = at::full({16}, shift - 1, at::kFloat);  // x is normed to 1
    const auto got = normedSilu(x, {Length::RootMeanSquare, 0}, scale, added);
    const auto want = byTorch(x, {Length::RootMeanSquare, 0}, scale, added);
    EXPECT_TRUE(at::isfinite(got).all().item<bool>()) << shift;
    EXPECT_TRUE(at::allclose(got.to(at::kDouble), want, 1e-5, 1e-30)) << shift;
  }
  const auto zeros = normedSilu(at::zeros({2, 32}), {Length::Euclidean, 1e-12}, at::ones({32}), {});
  EXPECT_TRUE(zeros.equal(at::zeros({2, 32})));
}

// What is not finite in a row stays visible in it, and in no other row.
TEST(NormedSilu, KeepsWhatIsNotANumber) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  for (const auto most : {Instructions::Plain, Instructions::Avx2, Instructions::Avx512})
    for (const Divisor divisor : {Divisor{Length::Euclidean, 1e-12}, Divisor{Length::RootMeanSquare, 1e-8}})
      for (const double number : {std::nan(""), kInfinite, -kInfinite}) {
        const InstructionsUpTo instructions(most);
        const auto x = at::ones({3, 48});
        x[1][17] = number;
        const auto got = normedSilu(x, divisor, at::ones({48}), at::ones({48}));
        EXPECT_TRUE(got.isfinite().equal(byTorch(x, divisor, at::ones({48}), at::ones({48})).isfinite()))
            << number << ", instructions " << static_cast<int>(most);
        EXPECT_TRUE(got[0].equal(got[2]) && got[0].isfinite().all().item<bool>());
        EXPECT_TRUE(got[1][17].isnan().item<bool>());
      }
}

TEST(NormedSilu, HoldsForTinyNumbersAndNone) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(17);
  const auto x = at::randn({4, 32}, generator, at::kFloat);
  for (const double size : {1e-6, 1e-15, 1e-25, 1e-40}) {  // the squares of some of them are not normal numbers, or 0
    const auto small = x * size;
    for (const Divisor divisor : {Divisor{Length::Euclidean, 1e-12}, Divisor{Length::RootMeanSquare, 1e-8}}) {
      const auto got = normedSilu(small, divisor, {}, {});
      EXPECT_TRUE(at::allclose(got.to(at::kDouble), byTorch(small, divisor, {}, {}), 1e-5, 1e-30)) << size;
    }
  }
  for (const auto& shape : std::vector<std::vector<std::int64_t>>{{0, 16}, {2, 0, 32}, {3, 0}})
    EXPECT_EQ(normedSilu(at::empty(shape), {Length::Euclidean, 1e-12}, {}, {}).sizes(), shape);
}

TEST(NormedSilu, OnlyWhatItCanComputeSuitsIt) {
  const auto x = at::zeros({4, 4, 32});
  EXPECT_TRUE(suitsNormedSilu(x));
  EXPECT_FALSE(suitsNormedSilu(x.narrow(2, 0, 16)));  // not contiguous
  EXPECT_FALSE(suitsNormedSilu(at::zeros({4, 24})));
  EXPECT_FALSE(suitsNormedSilu(x.to(at::kBFloat16)));
}

}  // namespace
}  // namespace fb::models
