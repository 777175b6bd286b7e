// SPDX-License-Identifier: MIT
// The bodies of cuda/fused.cu, emulated on the CPU, against torch's operations.
#include "emulation.h"
#include "kernel_cases.h"
#include "kernels/fp8_product.h"
#include "kernels/fused.h"
#include "kernels/launches.h"
#include "kernels/self_check.h"

#include <gtest/gtest.h>

#include <limits>
#include <tuple>

#pragma GCC diagnostic ignored "-Wshadow"  // its constants are launches.h's, too
#include "kernels/cuda/fused.cu"

static_assert(kWidth == fb::kernels::kWidth && kPieces == fb::kernels::kPieces && kWarp == fb::kernels::kWarp &&
              kMaxThreads == fb::kernels::kMaxThreads && kQuantizedPieces == fb::kernels::kQuantizedPieces);

namespace fb::kernels {
namespace {

constexpr float kEps = 1e-6f;

template <class T>
T* data(const at::Tensor& x) {
  return x.defined() ? static_cast<T*>(x.data_ptr()) : nullptr;
}

// The kernels of one dtype; `dtype` is torch's name for T.
template <class T, at::ScalarType dtype>
struct Kernels {
  static void layerNorm(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift, const at::Tensor& y,
                        float one) {
    run(x, [&, dim = dimOf(x)] {
      ::layerNorm(data<T>(x), data<float>(scale), data<float>(shift), data<T>(y), dim, one, kEps);
    });
  }
  static void rmsNormModulated(const at::Tensor& x, const at::Tensor& shift, const at::Tensor& scale,
                               const at::Tensor& row, const at::Tensor& y) {
    run(x, [&, dim = dimOf(x)] {
      ::rmsNormModulated(data<T>(x), data<T>(scale), data<T>(shift), data<long long>(row), data<T>(y), dim,
                         scale.stride(0), kEps);
    });
  }
  static void rmsNormRotated(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& rotation) {
    const auto period = static_cast<int>(2 * rotation.size(-1));
    run(x, [&, dim = dimOf(x)] {
      ::rmsNormRotated(data<T>(x), data<T>(weight), data<float>(rotation), dim, period, kEps);
    });
  }
  static QuantizedRows quantizeRows(const at::Tensor& x) {
    QuantizedRows rows{at::empty({x.size(1), x.size(2)}, at::kFloat8_e4m3fn), at::empty({x.size(1), 1})};
    emulation::launch(static_cast<unsigned>(x.size(1)), threadsFor(x.size(-1), fb::kernels::kQuantizedPieces), [&] {
      ::quantizeRow(data<T>(x), data<unsigned char>(rows.numbers), data<float>(rows.scales), dimOf(x));
    });
    return rows;
  }
  static void addGated(const at::Tensor& x, const at::Tensor& y, const at::Tensor& gate, const at::Tensor& row) {
    run(x, [&, dim = dimOf(x)] {
      if (gate.scalar_type() == dtype)
        ::addGated(data<T>(x), data<T>(y), data<T>(gate), data<long long>(row), dim, gate.stride(0));
      else
        ::addGated(data<T>(x), data<T>(y), data<float>(gate), nullptr, dim, 0);
    });
  }

private:
  static int dimOf(const at::Tensor& x) { return static_cast<int>(x.size(-1)); }
  template <class Body>
  static void run(const at::Tensor& x, const Body& body) {
    emulation::launch(static_cast<unsigned>(x.size(1)), threadsFor(x.size(-1)), body);
  }
};

// Calls `test` with the kernels of the dtype.
template <class Test>
void withKernels(at::ScalarType dtype, const Test& test) {
  if (dtype == at::kFloat) return test(Kernels<float, at::kFloat>());
  if (dtype == at::kHalf) return test(Kernels<::Half, at::kHalf>());
  test(Kernels<::BrainHalf, at::kBFloat16>());
}

class Emulated : public testing::TestWithParam<std::tuple<at::ScalarType, KernelCase>> {
protected:
  Emulated() : inputs(std::get<1>(GetParam())) { inputs.dtype = std::get<0>(GetParam()); }
  void expectNear(const at::Tensor& result, const at::Tensor& expected) {
    EXPECT_EQ(result.sizes(), expected.sizes());
    EXPECT_LE(relativeError(result, expected), roundingError(inputs.dtype));
  }
  KernelCase inputs;
};

TEST_P(Emulated, LayerNorm) {
  const auto x = inputs.x(), scale = inputs.vectors(1, 1), shift = inputs.vectors(1, 2);
  auto y = at::empty_like(x);
  withKernels(inputs.dtype, [&](auto kernels) { kernels.layerNorm(x, scale, shift, y, 1); });
  expectNear(y, reference::layerNormModulated(x, shift, scale, kEps));
  withKernels(inputs.dtype, [&](auto kernels) { kernels.layerNorm(x, scale, shift, y, 0); });
  expectNear(y, reference::layerNorm(x, scale.flatten(), shift.flatten(), kEps));
}

TEST_P(Emulated, ModulatedRmsNorm) {
  const auto x = inputs.x();
  for (const std::int64_t timesteps : {1, 3}) {
    const auto shift = inputs.vectors(timesteps, 0, inputs.dtype), scale = inputs.vectors(timesteps, 5, inputs.dtype);
    const auto row = timesteps > 1 ? inputs.row(timesteps) : at::Tensor();
    const auto y = at::empty_like(x);
    withKernels(inputs.dtype, [&](auto kernels) { kernels.rmsNormModulated(x, shift, scale, row, y); });
    expectNear(y, reference::rmsNormModulated(x, shift, scale, row, kEps));
  }
}

TEST_P(Emulated, RotatedRmsNorm) {
  for (const bool headsAlike : {true, false}) {
    const auto x = inputs.x(), weight = inputs.weight(), rotation = inputs.rotation(headsAlike);
    const auto expected = reference::rmsNormRotated(x, weight, kEps, rotation, inputs.heads);
    withKernels(inputs.dtype, [&](auto kernels) { kernels.rmsNormRotated(x, weight, rotation); });
    expectNear(x.unflatten(-1, {inputs.heads, -1}).transpose(1, 2), expected);
  }
}

TEST_P(Emulated, GatedSum) {
  const auto x = inputs.x(), y = inputs.y();
  for (const std::int64_t timesteps : {0, 1, 3}) {  // 0: gates in float32
    const auto gate = timesteps ? inputs.vectors(timesteps, 2, inputs.dtype) : inputs.vectors(1, 2);
    const auto row = timesteps > 1 ? inputs.row(timesteps) : at::Tensor();
    const auto sum = x.clone();
    withKernels(inputs.dtype, [&](auto kernels) { kernels.addGated(sum, y, gate, row); });
    expectNear(sum, reference::addGated(x.clone(), y, gate, row));
  }
}

at::Tensor bits(const at::Tensor& numbers) { return numbers.view(at::kByte); }

// The narrowest; threads with one piece and with none; WAN 14B's hidden layer; the widest.
TEST(EmulatedQuantization, GivesTheBitsOfTorchsOperations) {
  for (const std::int64_t dim : {8, 200, 776, 13824, static_cast<int>(kMaxQuantizedDim)}) {
    auto x = KernelCase{6, dim, 1, at::kBFloat16}.x();
    x.select(1, 1).zero_();
    x.select(1, 2).mul_(1e-36);
    x.select(1, 3).mul_(1e36);
    x.select(1, 4).fill_(-3);
    const auto got = Kernels<::BrainHalf, at::kBFloat16>::quantizeRows(x);
    const auto expected = reference::quantizeRows(x);
    EXPECT_TRUE(bits(got.numbers).equal(bits(expected.numbers))) << dim;
    EXPECT_TRUE(got.scales.equal(expected.scales)) << dim;
  }
}

TEST(EmulatedQuantization, KeepsWhatIsNotANumber) {
  auto x = KernelCase{2, 64, 1, at::kBFloat16}.x();
  x.select(1, 1).select(1, 5).fill_(std::numeric_limits<float>::quiet_NaN());
  const auto got = Kernels<::BrainHalf, at::kBFloat16>::quantizeRows(x);
  const auto numbers = got.numbers.to(at::kFloat) * got.scales;
  EXPECT_FALSE(numbers[0].isnan().any().item<bool>());
  EXPECT_TRUE(numbers[1][5].isnan().item<bool>());
}

// A single thread; threads with one piece and with none; with two and the last ragged; WAN 1.3B; the widest.
INSTANTIATE_TEST_SUITE_P(Shapes, Emulated,
                         testing::Combine(testing::Values(at::kFloat, at::kHalf, at::kBFloat16),
                                          testing::Values(KernelCase{3, 8, 1}, KernelCase{5, 200, 5},
                                                          KernelCase{4, 776, 1}, KernelCase{3, 1536, 12},
                                                          KernelCase{1, kMaxDim, 80})),
                         [](const auto& of) {
                           return std::string(toString(std::get<0>(of.param))) + "_" +
                                  std::to_string(std::get<1>(of.param).dim);
                         });

}  // namespace
}  // namespace fb::kernels
