// SPDX-License-Identifier: MIT
// Page-locked memory, with a driver that is played. Its file name is that of the real one, which is then not opened.
#include "weights/host_slab.h"

#include <gtest/gtest.h>

#include <sys/mman.h>

#include <cstdint>
#include <optional>
#include <thread>

extern "C" {
int cuCtxPushCurrent_v2(void* context);
int cuCtxPopCurrent_v2(void** context);
int cuCtxGetCurrent(void** context);
int cuMemHostUnregister(void* memory);
std::size_t fakeDriverLocked();
void fakeDriverRefusesToUnlock(bool refuses);
}

namespace fb::weights {
namespace {

constexpr std::uint64_t kBytes = 1 << 16;

bool isMapped(const std::byte* memory) { return ::msync(const_cast<std::byte*>(memory), kBytes, MS_ASYNC) == 0; }

// A thread that works for a GPU.
class PageLocked : public testing::Test {
protected:
  PageLocked() { cuCtxPushCurrent_v2(&m_context); }
  ~PageLocked() override {
    void* popped = nullptr;
    cuCtxPopCurrent_v2(&popped);
    EXPECT_EQ(popped, &m_context) << "a context was left behind";
  }

private:
  int m_context = 0;
};

TEST_F(PageLocked, MemoryIsGivenBackUnlocked) {
  std::optional<HostSlab> slab(std::in_place, kBytes, /*lock=*/true);
  const auto* memory = slab->data();
  EXPECT_TRUE(slab->isLocked());
  EXPECT_EQ(fakeDriverLocked(), 1U);
  EXPECT_TRUE(isMapped(memory));
  slab.reset();
  EXPECT_EQ(fakeDriverLocked(), 0U);
  EXPECT_FALSE(isMapped(memory));
}

// The Studio ends models on another thread than the one that read them.
TEST_F(PageLocked, MemoryIsUnlockedOnAnyThread) {
  std::optional<HostSlab> slab(std::in_place, kBytes, /*lock=*/true);
  void* left = &slab;
  std::thread([&] {
    slab.reset();
    cuCtxGetCurrent(&left);
  }).join();
  EXPECT_EQ(fakeDriverLocked(), 0U);
  EXPECT_EQ(left, nullptr);
}

// If its address were used again, the driver would copy from the old pages.
TEST_F(PageLocked, MemoryThatCannotBeUnlockedStaysMapped) {
  std::optional<HostSlab> slab(std::in_place, kBytes, /*lock=*/true);
  auto* memory = slab->data();
  fakeDriverRefusesToUnlock(true);
  slab.reset();
  fakeDriverRefusesToUnlock(false);
  EXPECT_TRUE(isMapped(memory));
  EXPECT_EQ(cuMemHostUnregister(memory), 0);
  ::munmap(memory, kBytes);
}

TEST_F(PageLocked, OnlyIfAsked) {
  const HostSlab slab(kBytes, /*lock=*/false);
  EXPECT_FALSE(slab.isLocked());
  EXPECT_EQ(fakeDriverLocked(), 0U);
}

TEST(Pageable, IsWhatAThreadWithoutAContextAsksFor) {
  const HostSlab slab(kBytes, /*lock=*/true);
  EXPECT_FALSE(slab.isLocked());
  EXPECT_EQ(fakeDriverLocked(), 0U);
}

}  // namespace
}  // namespace fb::weights
