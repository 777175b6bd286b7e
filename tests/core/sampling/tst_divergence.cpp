// SPDX-License-Identifier: MIT
#include "sampling/divergence.h"

#include "sampling/guidance.h"
#include "seed.h"
#include "weights/tensor_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace fb::sampling {
namespace {

class AgainstNumpy : public testing::TestWithParam<int> {};

// Both sum in float64; only the order differs.
TEST_P(AgainstNumpy, DivergenceIsEqual) {
  static const auto file = weights::loadTensors(std::filesystem::path(std::getenv("FB_ORACLE_DIR")) /
                                                "sampling_solvers" / "divergence.safetensors");
  const auto tensor = [](const char* what) { return file.tensors.at(fmt::format("{}/{}", GetParam(), what)); };
  const auto expected = tensor("expected");
  const auto measured = divergence(tensor("large"), tensor("small"));
  EXPECT_NEAR(measured.relativeL2, expected[0].item<double>(), 1e-12);
  EXPECT_NEAR(measured.cosineDistance, expected[1].item<double>(), 1e-12);
}

INSTANTIATE_TEST_SUITE_P(All, AgainstNumpy, testing::Values(0, 1, 2));

TEST(Divergence, SeesPermutedMemoryAsTheSameTensor) {
  at::manual_seed(testSeed(0));
  const auto large = at::randn({1, 4, 3, 5, 7});
  const auto permuted = large.permute({0, 2, 3, 4, 1}).contiguous().permute({0, 4, 1, 2, 3});
  EXPECT_EQ(divergence(large, permuted).relativeL2, 0);
}

TEST(VelocityChange, IsTheMeanChangeAsAShareOfWhatWasThere) {
  const auto before = at::tensor({1.0f, -3.0f, 0.0f, 4.0f}), now = at::tensor({2.0f, -3.0f, 0.5f, 2.5f});
  // |1| + |0| + |.5| + |1.5| of 1 + 3 + 0 + 4.
  EXPECT_NEAR(velocityChange(now, before), std::tanh(3. / 8), 1e-12);
  EXPECT_NEAR(velocityChange(now.to(at::kBFloat16), before.to(at::kBFloat16)), std::tanh(3. / 8), 1e-12);
  EXPECT_EQ(velocityChange(before, before), 0);
  EXPECT_EQ(velocityChange(before, at::zeros({4})), 1) << "the mean is at least 1e-6";
  EXPECT_NEAR(velocityChange(at::full({4}, 2e-7), at::full({4}, 1e-7)), std::tanh(0.1), 1e-6);
}

// As torch computes it over the whole tensors, which here are more than one piece.
TEST(VelocityChange, OfManyElementsIsThatOfTheirSums) {
  at::manual_seed(testSeed(0));
  const auto before = at::randn({3, 300'000}), now = before + 0.1 * at::randn({3, 300'000});
  const auto a = now.to(at::kDouble), b = before.to(at::kDouble);
  EXPECT_NEAR(velocityChange(now, before), at::tanh((a - b).abs().mean() / b.abs().mean()).item<double>(), 1e-12);
}

TEST(Guidance, ScalesTheDifferenceInTheModelsDtype) {
  const auto conditional = at::tensor({1.0f, 2.0f}).to(at::kBFloat16);
  const auto unconditional = at::tensor({0.5f, 4.0f}).to(at::kBFloat16);
  const auto guided = guide(conditional, unconditional, 5);
  EXPECT_EQ(guided.scalar_type(), at::kBFloat16);
  EXPECT_TRUE(at::equal(guided.to(at::kFloat), at::tensor({3.0f, -6.0f})));
}

}  // namespace
}  // namespace fb::sampling
