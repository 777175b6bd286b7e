// SPDX-License-Identifier: MIT
#include "models/shared_work.h"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <latch>
#include <memory>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

// After so many allocations of this thread, one fails; -1: none.
thread_local int allocationsLeft = -1;

}  // namespace

// Not inlined, since the compiler would complain about delete on malloc's memory.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (allocationsLeft >= 0 && allocationsLeft-- == 0) throw std::bad_alloc();
  if (void* memory = std::malloc(size ? size : 1)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace fb::models {
namespace {

class SharedWork : public testing::TestWithParam<int> {
protected:
  // torch makes its threads when they are first used. ThreadSanitizer does not see that if several callers are the
  // first, one of them makes them and the others wait.
  static void SetUpTestSuite() {
    at::launch([] {});
  }

  SharedWork() { at::set_num_threads(GetParam()); }
  ~SharedWork() override { at::set_num_threads(m_before); }

private:
  int m_before = at::get_num_threads();
};

TEST_P(SharedWork, DoesEverythingOnce) {
  for (const std::int64_t count : {0, 1, 2, 3, 17, 1000})
    for (const std::int64_t least : {0, 1, 5, 100}) {
      std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
      shareLoop(count, least, [&](std::int64_t begin, std::int64_t end) {
        ASSERT_LT(begin, end);
        for (; begin < end; ++begin) ++done.at(static_cast<std::size_t>(begin));
      });
      EXPECT_TRUE(std::ranges::all_of(done, [](const auto& times) { return times == 1; })) << count << ", " << least;
    }
}

TEST_P(SharedWork, ThrowsWhatThePartsThrow) {
  std::atomic<int> done = 0;
  const auto work = [&](std::int64_t begin, std::int64_t end) {
    if (begin <= 500 && 500 < end) throw std::runtime_error("at 500");
    ++done;
  };
  for (int i = 0; i < 20; ++i) EXPECT_THROW(shareLoop(1000, 1, work), std::runtime_error);
  shareLoop(400, 1, work);
  EXPECT_GT(done, 0);
}

TEST_P(SharedWork, CanBePartOfOther) {
  std::atomic<std::int64_t> done = 0;
  shareLoop(20, 1, [&](std::int64_t first, std::int64_t last) {
    for (; first < last; ++first) shareLoop(100, 1, [&](std::int64_t begin, std::int64_t end) { done += end - begin; });
  });
  EXPECT_EQ(done, 2000);
}

// Of results that the threads write without a lock, the caller sees all, and nobody touches them later.
TEST_P(SharedWork, HasEndedWhenItReturns) {
  for (int round = 0; round < 1000; ++round) {
    const auto results = std::make_unique<std::vector<int>>(64);
    shareLoop(64, 1, [&](std::int64_t begin, std::int64_t end) {
      for (; begin < end; ++begin) results->at(static_cast<std::size_t>(begin)) = round;
    });
    EXPECT_EQ(*results, std::vector<int>(64, round));
  }
}

TEST_P(SharedWork, SeveralCallersDoNotDisturbEachOther) {
  std::vector<std::vector<int>> results(4, std::vector<int>(200));
  std::vector<std::thread> callers;
  for (int threads = 1; auto& result : results)
    callers.emplace_back([&result, threads = threads++] {
      at::set_num_threads(threads);
      for (int round = 0; round < 100; ++round)
        shareLoop(200, 1, [&](std::int64_t begin, std::int64_t end) {
          for (; begin < end; ++begin) ++result[static_cast<std::size_t>(begin)];
        });
    });
  for (auto& caller : callers) caller.join();
  for (const auto& result : results) EXPECT_EQ(result, std::vector<int>(200, 100));
}

// The threads that have begun use what the caller owns.
TEST_P(SharedWork, GoesOnWithoutMemoryForOtherThreads) {
  std::atomic<std::int64_t> done = 0;
  const auto work = [&](std::int64_t begin, std::int64_t end) { done += end - begin; };
  shareLoop(1000, 1, work);  // starts the threads
  allocationsLeft = 0;
  EXPECT_THROW(shareLoop(1000, 1, work), std::bad_alloc);  // nothing has begun
  for (int allocations = 1; allocations < 30; ++allocations) {
    done = 0;
    allocationsLeft = allocations;
    EXPECT_NO_THROW(shareLoop(1000, 1, work)) << allocations;
    allocationsLeft = -1;
    EXPECT_EQ(done, 1000) << allocations;
  }
}

INSTANTIATE_TEST_SUITE_P(Threads, SharedWork, testing::Values(1, 2, 4));

// Does not end if there is only one thread.
TEST(SharedWorkThreads, WorkAtTheSameTime) {
  const int before = at::get_num_threads();
  at::set_num_threads(2);
  std::latch bothAreHere(2);
  std::atomic<int> others = 0;
  shareWork(2, 1, [&, caller = std::this_thread::get_id()](Parts& parts) {
    bothAreHere.arrive_and_wait();
    others += std::this_thread::get_id() != caller;
    for (std::int64_t begin = 0, end = 0; parts.next(begin, end);) {
    }
  });
  EXPECT_EQ(others, 1);
  at::set_num_threads(1);
  shareWork(2, 1, [&, caller = std::this_thread::get_id()](Parts&) { EXPECT_EQ(std::this_thread::get_id(), caller); });
  at::set_num_threads(before);
}

// What the caller throws waits for the other thread, which uses what the caller owns.
TEST(SharedWorkThreads, EndBeforeTheirCallerThrows) {
  const int before = at::get_num_threads();
  at::set_num_threads(2);
  struct Gate {
    std::latch& isThrown;
    ~Gate() { isThrown.count_down(); }
  };
  for (int round = 0; round < 20; ++round) {
    std::latch bothAreHere(2), isThrown(1);
    std::atomic<bool> ended = false;
    const auto work = [&, caller = std::this_thread::get_id()](Parts&) {
      bothAreHere.arrive_and_wait();
      if (std::this_thread::get_id() == caller) {
        const Gate gate{isThrown};
        throw std::runtime_error("by the caller");
      }
      isThrown.wait();
      for (int i = 0; i < 100; ++i) std::this_thread::yield();
      ended = true;
    };
    EXPECT_THROW(shareWork(2, 1, work), std::runtime_error);
    EXPECT_TRUE(ended);
  }
  at::set_num_threads(before);
}

}  // namespace
}  // namespace fb::models
