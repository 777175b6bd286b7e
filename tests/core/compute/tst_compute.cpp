// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "compute/devices.h"
#include "compute/memory.h"
#include "compute/tf32.h"
#include "resident_memory.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <c10/util/Exception.h>

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

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
  for (const auto& device : devices)
    if (device.isUsable()) {
      EXPECT_EQ(parseDevice(device.id).str(), device.id);
    }
  EXPECT_EQ(parseDevice("auto").str(), automaticDevice(devices).id);
}

TEST(Devices, ComputeInWhatTheyAreAskedForOrInWhatTheyDoBest) {
  EXPECT_EQ(scalarType(DType::Automatic, at::kCPU), at::kFloat);
  EXPECT_EQ(scalarType(DType::Float32, at::kCPU), at::kFloat);
  EXPECT_EQ(scalarType(DType::BFloat16, at::kCPU), at::kBFloat16);
  EXPECT_EQ(scalarType(DType::Float16, at::kCPU), at::kHalf);
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Tensors of a prompt's keys and values: too small for mappings of their own, and freed below others that stay.
TEST(Memory, OfFreedTensorsGoesBackToTheSystem) {
  constexpr std::int64_t kMegabyte = 1 << 20, kTensors = 60, kSize = 4 * kMegabyte;
  // From now on, glibc takes smaller blocks from its heap.
  at::zeros({30 * kMegabyte}, at::kByte);
  std::vector<at::Tensor> tensors;
  for (std::int64_t i = 0; i < kTensors; ++i) tensors.push_back(at::ones({kSize}, at::kByte));
  const auto last = at::ones({kMegabyte}, at::kByte);
  const auto before = residentBytes();
  tensors.clear();
  releaseCachedMemory(at::kCPU);
  EXPECT_LE(residentBytes(), before - kTensors * kSize * 9 / 10);
}
#endif

TEST(Tf32, HoldsForItsScopeAloneAlsoIfThatIsLeftByAnException) {
  const auto& context = at::globalContext();
  at::globalContext().setAllowTF32CuDNN(false);
  at::globalContext().setAllowTF32CuBLAS(false);
  const auto expectBoth = [&](bool on) {
    EXPECT_EQ(context.allowTF32CuDNN(at::Float32Op::CONV), on);
    EXPECT_EQ(context.allowTF32CuBLAS(), on);
  };
  {
    const Tf32Scope off(false);
    expectBoth(false);
  }
  try {
    const Tf32Scope on(true);
    expectBoth(true);
    throw 1;
  } catch (int) {
  }
  expectBoth(false);
  // If it was chosen for the whole process, it is kept.
  at::globalContext().setAllowTF32CuBLAS(true);
  { const Tf32Scope on(true); }
  EXPECT_TRUE(context.allowTF32CuBLAS());
  {
    const Tf32Scope off(false);
    expectBoth(false);
  }
  EXPECT_TRUE(context.allowTF32CuBLAS());
  EXPECT_FALSE(context.allowTF32CuDNN(at::Float32Op::CONV));
  at::globalContext().setAllowTF32CuBLAS(false);
}

TEST(Devices, IncludeAGpuToPlanForOnlyIfItIsNamed) {
  const auto machine = listDevices();
  EXPECT_EQ(devicesWith("auto").size(), machine.size());
  const auto devices = devicesWith("card:11.5GB");
  ASSERT_EQ(devices.size(), machine.size() + 1);
  const auto& card = findDevice("card:11.5GB", devices);
  EXPECT_EQ(card.memoryFree, 11'500'000'000u);
  EXPECT_EQ(card.memoryTotal, 11'500'000'000u);
  EXPECT_EQ(resolvedDType(DType::Automatic, card), DType::BFloat16);
  EXPECT_EQ(devicesWith("card:11.5gb").back().memoryFree, card.memoryFree) << "as command lines pass it on";
  for (const auto* id : {"card:", "card:GB", "card:11", "card:0GB", "card:-1GB", "card:nanGB", "card:1e9GB"}) {
    try {
      devicesWith(id);
      FAIL() << "took \"" << id << '"';
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Invalid);
      EXPECT_NE(failure.error().message.find(std::string("\"") + id + '"'), std::string::npos)
          << failure.error().message;
    }
  }
}

TEST(Devices, OthersAreRefusedByName) {
  for (const auto* id : {"tpu", "cuda:", "cuda:x", "cuda:-1", "cuda:999", "card:11GB", ""}) {
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

// As a GPU's after a recording that has failed.
class StuckAllocator : public c10::DeviceAllocator {
public:
  c10::DataPtr allocate(std::size_t /*bytes*/) override { return {}; }
  void copy_data(void* /*to*/, const void* /*from*/, std::size_t /*bytes*/) const override {}
  bool initialized() override { return true; }
  void emptyCache(c10::MempoolId_t /*pool*/) override {
    ++asked;
    TORCH_INTERNAL_ASSERT(false, "a recording is underway");
  }
  void recordStream(const c10::DataPtr& /*data*/, c10::Stream /*stream*/) override {}
  c10::CachingDeviceAllocator::DeviceStats getDeviceStats(c10::DeviceIndex /*device*/) override { return {}; }
  void resetAccumulatedStats(c10::DeviceIndex /*device*/) override {}
  void resetPeakStats(c10::DeviceIndex /*device*/) override {}

  int asked = 0;
};

TEST(Memory, ThatCannotBeReleasedEndsNoRun) {
  StuckAllocator stuck;
  auto* const before = c10::GetAllocator(at::kPrivateUse1);
  c10::SetAllocator(at::kPrivateUse1, &stuck);
  EXPECT_NO_THROW(releaseCachedMemory(at::Device(at::kPrivateUse1, 0)));
  c10::SetAllocator(at::kPrivateUse1, before);
  EXPECT_EQ(stuck.asked, 1);
}

}  // namespace
}  // namespace fb::compute
