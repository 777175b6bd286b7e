// SPDX-License-Identifier: MIT
// FLOWBLEND_KERNELS=0, set by ctest for this program.
#include "kernels/kernel_set.h"
#include "kernels/launches.h"

#include <gtest/gtest.h>

namespace fb::kernels {
namespace {

TEST(KernelsSwitchedOff, NoneIsUsedAndThatIsNoProblem) {
  EXPECT_EQ(kernelFor(kLayerNorm, at::Device(at::kCUDA, 99), at::kBFloat16), nullptr);
  EXPECT_FALSE(problem());
}

}  // namespace
}  // namespace fb::kernels
