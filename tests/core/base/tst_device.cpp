// SPDX-License-Identifier: MIT
// The device and dtype of a run that leaves both to the program.
#include "flowblend/device.h"

#include <gtest/gtest.h>

#include <vector>

namespace fb {
namespace {

DeviceInfo gpu(const char* id, std::uint64_t free, const char* problem = "", int capability = 89) {
  return {id, "A GPU", 24'000, free, capability, problem};
}

const DeviceInfo kProcessor{"cpu", "A processor", 64'000, 60'000, 0, {}};

TEST(AutomaticDevice, IsTheUsableGpuWithTheMostFreeMemory) {
  const std::vector devices{kProcessor, gpu("cuda:0", 3'000), gpu("cuda:1", 20'000), gpu("cuda:2", 9'000)};
  EXPECT_EQ(automaticDevice(devices).id, "cuda:1");
}

TEST(AutomaticDevice, OfEqualsIsTheFirst) {
  const std::vector devices{kProcessor, gpu("cuda:0", 20'000), gpu("cuda:1", 20'000)};
  EXPECT_EQ(automaticDevice(devices).id, "cuda:0");
}

TEST(AutomaticDevice, IsNoneThatCannotBeUsed) {
  EXPECT_EQ(automaticDevice(std::vector{kProcessor, gpu("cuda:0", 3'000), gpu("cuda:1", 20'000, "old driver")}).id,
            "cuda:0");
  EXPECT_EQ(automaticDevice(std::vector{kProcessor, gpu("cuda:0", 20'000, "old driver")}).id, "cpu");
  EXPECT_EQ(automaticDevice(std::vector{kProcessor}).id, "cpu");
}

TEST(AutomaticDType, IsWhatTheDeviceComputesBest) {
  EXPECT_EQ(resolvedDType(DType::Automatic, kProcessor), DType::Float32);
  for (const int capability : {80, 86, 89, 90, 100, 120})
    EXPECT_EQ(resolvedDType(DType::Automatic, gpu("cuda:0", 1, "", capability)), DType::BFloat16) << capability;
  EXPECT_EQ(resolvedDType(DType::Automatic, gpu("cuda:0", 1, "", 75)), DType::Float16);
}

TEST(AutomaticDType, LeavesWhatIsAskedFor) {
  for (const auto type : {DType::Float32, DType::BFloat16, DType::Float16})
    for (const auto& device : {kProcessor, gpu("cuda:0", 1), gpu("cuda:0", 1, "", 75)})
      EXPECT_EQ(resolvedDType(type, device), type);
}

}  // namespace
}  // namespace fb
