// SPDX-License-Identifier: MIT
#include "models/shared_work.h"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace fb::models {
namespace {

class SharedWork : public testing::TestWithParam<int> {
protected:
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

}  // namespace
}  // namespace fb::models
