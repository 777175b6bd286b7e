// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "compute/devices.h"
#include "compute/memory.h"

#include <gtest/gtest.h>

namespace fb::compute {
namespace {

TEST(Devices, BeginWithTheProcessorAndItsMemory) {
  const auto devices = listDevices();
  ASSERT_FALSE(devices.empty());
  const auto& processor = devices.front();
  EXPECT_EQ(processor.id, "cpu");
  EXPECT_NE(processor.name.find("cores"), std::string::npos) << processor.name;
  EXPECT_GT(processor.memoryFree, 0u);
  EXPECT_GE(processor.memoryTotal, processor.memoryFree);
  for (const auto& device : devices) EXPECT_EQ(parseDevice(device.id).str(), device.id);
}

TEST(Devices, OthersAreRefusedByName) {
  for (const auto* id : {"tpu", "cuda:", "cuda:x", "cuda:-1", "cuda:999", ""}) {
    try {
      parseDevice(id);
      FAIL() << "took the device \"" << id << '"';
    } catch (const Failure& failure) {
      EXPECT_NE(failure.error().message.find(std::string("\"") + id + '"'), std::string::npos)
          << failure.error().message;
    }
  }
}

TEST(MemoryBudget, LeavesWhatIsFreeAndNeverMoreThanItsLimit) {
  constexpr std::uint64_t kMegabyte = 1'000'000;
  EXPECT_GT(MemoryBudget{}.room(at::kCPU, 0), kMegabyte);
  const MemoryBudget budget{kMegabyte};
  EXPECT_EQ(budget.room(at::kCPU, 0), kMegabyte);
  EXPECT_EQ(budget.room(at::kCPU, kMegabyte / 4), 3 * kMegabyte / 4);
  EXPECT_EQ(budget.room(at::kCPU, 2 * kMegabyte), 0u);
  const MemoryBudget boundless{~std::uint64_t{0}};
  EXPECT_LE(boundless.room(at::kCPU, 0), memoryOf(at::kCPU).total);
}

}  // namespace
}  // namespace fb::compute
