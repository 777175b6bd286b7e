// SPDX-License-Identifier: MIT
// Products in fp8 on the CPU against their definition, written out in float64.
#include "kernel_cases.h"
#include "kernels/fp8_product.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace fb::kernels {
namespace {

// Every finite number of e4m3, as float64.
std::vector<double> numbersOfE4M3() {
  std::vector<double> numbers;
  for (int sign : {1, -1})
    for (int exponent = 0; exponent < 16; ++exponent)
      for (int fraction = 0; fraction < 8; ++fraction)
        if (exponent < 15 || fraction < 7)
          numbers.push_back(sign * std::ldexp(exponent > 0 ? 8 + fraction : fraction, std::max(exponent, 1) - 10));
  return numbers;
}

// The nearest of them to every number of x, by search.
at::Tensor nearest(const at::Tensor& x) {
  const auto numbers = at::tensor(numbersOfE4M3(), at::kDouble);
  return numbers.index_select(0, (x.reshape({-1, 1}) - numbers).abs().argmin(1)).view(x.sizes());
}

TEST(Fp8Product, RowsAreRoundedWithTheScaleOfTheirLargestMagnitude) {
  auto x = KernelCase{5, 96, 1}.x();
  x.select(1, 2).mul_(1e-5);
  const auto [numbers, scales] = reference::quantizeRows(x);
  EXPECT_EQ(numbers.sizes(), at::IntArrayRef({5, 96}));
  EXPECT_EQ(scales.sizes(), at::IntArrayRef({5, 1}));
  const auto exact = x[0].to(at::kDouble), largest = exact.abs().amax(1, true);
  EXPECT_LE(relativeError(scales, largest / 448), 1e-7);
  const auto wanted = nearest(exact * 448 / largest);
  EXPECT_LE(relativeError(numbers.to(at::kFloat), wanted), 1e-9);
  EXPECT_EQ(numbers.to(at::kFloat).abs().amax(1).eq(448).all().item<bool>(), true);
}

TEST(Fp8Product, ARowOfZerosHasTheScaleOne) {
  for (const double size : {0.0, 1e-36}) {
    const auto [numbers, scales] = reference::quantizeRows(at::ones({2, 32}) * size);
    EXPECT_TRUE(numbers.to(at::kFloat).eq(0).all().item<bool>());
    EXPECT_TRUE(scales.eq(1).all().item<bool>());
  }
}

class Fp8Products : public testing::Test {
protected:
  const at::Tensor x = KernelCase{40, 512, 1}.x();  // [1, 40, 512]
  const at::Tensor weight = (noise({48, 512}, 7) * 20).to(at::kFloat8_e4m3fn);
  const at::Tensor bias = noise({48}, 8);
  const at::Tensor perTensor = at::full({1}, 0.02), perRow = noise({48, 1}, 9).abs() * 0.02;

  // Of the rounded numbers.
  at::Tensor exact(const at::Tensor& scale, const at::Tensor& added) const {
    const auto [numbers, scales] = reference::quantizeRows(x);
    auto factors = weight.to(at::kDouble);
    if (scale.defined()) factors = factors * scale.to(at::kDouble);
    auto y = at::matmul(numbers.to(at::kDouble) * scales.to(at::kDouble), factors.t());
    return (added.defined() ? y + added.to(at::kDouble) : y).unsqueeze(0);
  }
};

TEST_F(Fp8Products, AreThoseOfTheRoundedNumbers) {
  for (const auto& scale : {at::Tensor(), perTensor, perRow, perTensor.squeeze(), perRow.flatten()})
    for (const auto& added : {at::Tensor(), bias}) {
      const auto byRow = scale.defined() && scale.numel() > 1 ? perRow : scale;
      const auto y = fp8Product(x, weight, scale, added);
      EXPECT_EQ(y.sizes(), at::IntArrayRef({1, 40, 48}));
      EXPECT_EQ(y.scalar_type(), at::kFloat);
      EXPECT_LE(relativeError(y, exact(byRow, added)), 1e-6);
    }
}

TEST_F(Fp8Products, HaveTheDtypeOfTheActivations) {
  const auto y = fp8Product(x.to(at::kBFloat16), weight, perRow, bias.to(at::kBFloat16));
  EXPECT_EQ(y.scalar_type(), at::kBFloat16);
  EXPECT_LE(relativeError(y, exact(perRow, bias)), 2e-2);
}

// Three bits of mantissa: the relative error of each number is uniform up to 1/16, that of a sum of many as large.
TEST_F(Fp8Products, AreCloseToThoseOfTheActivationsThemselves) {
  const auto y = fp8Product(x, weight, perRow, {});
  const auto wanted = at::matmul(x, (weight.to(at::kFloat) * perRow).t());
  EXPECT_LE(relativeError(y, wanted), 0.04);
  EXPECT_GE(relativeError(y, wanted), 0.01);
}

TEST_F(Fp8Products, NeedMultiplesOfSixteenAndEnoughRows) {
  EXPECT_TRUE(suitsFp8Product(x, weight));
  EXPECT_FALSE(suitsFp8Product(x, weight.narrow(0, 0, 40)));
  EXPECT_FALSE(suitsFp8Product(x.narrow(2, 0, 504), weight.narrow(1, 0, 504).contiguous()));
  EXPECT_FALSE(suitsFp8Product(x.narrow(1, 0, 15), weight));
  EXPECT_TRUE(suitsFp8Product(x.narrow(1, 0, 16), weight));
  EXPECT_FALSE(suitsFp8Product(x, weight.to(at::kFloat8_e5m2)));
  EXPECT_FALSE(suitsFp8Product(x, weight.to(at::kFloat)));
}

TEST(Fp8Product, IsForAScopeOnOneThread) {
  EXPECT_FALSE(usesFp8Products());
  {
    const Fp8ProductScope outer(true);
    EXPECT_TRUE(usesFp8Products());
    {
      const Fp8ProductScope inner(false);
      EXPECT_FALSE(usesFp8Products());
    }
    EXPECT_TRUE(usesFp8Products());
  }
  EXPECT_FALSE(usesFp8Products());
}

TEST(Fp8Product, SaysWhyADeviceHasNone) {
  EXPECT_FALSE(fp8ProductObstacle(at::kCPU, at::kFloat));
  for (const auto dtype : {at::kFloat, at::kHalf}) {
    const auto why = fp8ProductObstacle(at::Device(at::kCUDA, 99), dtype);
    ASSERT_TRUE(why);
    EXPECT_NE(why->find("bf16"), std::string::npos) << *why;
  }
  const auto why = fp8ProductObstacle(at::Device(at::kCUDA, 99), at::kBFloat16);
  ASSERT_TRUE(why);
  EXPECT_NE(why->find("fp8"), std::string::npos) << *why;
  EXPECT_EQ(fp8ProductObstacle(at::Device(at::kCUDA, 99), at::kBFloat16), why);
}

}  // namespace
}  // namespace fb::kernels
