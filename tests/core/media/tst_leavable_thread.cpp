// SPDX-License-Identifier: MIT
#include "media/leavable_thread.h"

#include "base/failure.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <future>
#include <latch>
#include <thread>

namespace fb::media {
namespace {

// What a call works on; tells when it is freed.
struct Owned {
  std::promise<std::thread::id> freedOn;
  ~Owned() { freedOn.set_value(std::this_thread::get_id()); }
};

TEST(LeavableThread, MakesItsCallsInOrderOnOneThreadOfItsOwn) {
  LeavableThread thread(nullptr);
  std::vector<std::thread::id> callers;
  for (int i = 0; i < 3; ++i) thread.run([&] { callers.push_back(std::this_thread::get_id()); }, {});
  ASSERT_EQ(callers.size(), 3u);
  EXPECT_EQ(callers[0], callers[2]);
  EXPECT_NE(callers[0], std::this_thread::get_id());
}

TEST(LeavableThread, ThrowsWhatTheCallThrowsAndGoesOn) {
  LeavableThread thread(nullptr);
  EXPECT_THROW(thread.run([] { fail(ErrorKind::Io, "no room"); }, {}), Failure);
  bool called = false;
  thread.run([&] { called = true; }, {});
  EXPECT_TRUE(called);
}

TEST(LeavableThread, AStopDoesNotWaitForTheCallWhichStillHasWhatItWorksOn) {
  auto owned = std::make_shared<Owned>();
  auto freedOn = owned->freedOn.get_future();
  auto begun = std::make_shared<std::latch>(1), mayEnd = std::make_shared<std::latch>(1);
  std::stop_source stop;
  {
    LeavableThread thread(std::move(owned));
    std::jthread stopper([&] {
      begun->wait();
      stop.request_stop();
    });
    const auto call = [begun, mayEnd] {
      begun->count_down();
      mayEnd->wait();
    };
    EXPECT_THROW(thread.run(call, stop.get_token()), Stopped);
    EXPECT_THROW(thread.run([] { FAIL() << "no call comes after a stop"; }, {}), Stopped);
  }
  EXPECT_EQ(freedOn.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
  mayEnd->count_down();
  EXPECT_NE(freedOn.get(), std::this_thread::get_id());
}

TEST(LeavableThread, ACallThatNoticesTheStopIsLeftTooSinceFreeingMayTakeAsLong) {
  auto owned = std::make_shared<Owned>();
  auto freedOn = owned->freedOn.get_future();
  std::stop_source stop;
  {
    LeavableThread thread(std::move(owned));
    const auto call = [stop]() mutable {
      stop.request_stop();
      throw Stopped();
    };
    EXPECT_THROW(thread.run(call, stop.get_token()), Stopped);
  }
  EXPECT_NE(freedOn.get(), std::this_thread::get_id());
}

void leaveAThreadThatNeverEnds() {
  std::stop_source stop;
  LeavableThread thread(nullptr);
  auto begun = std::make_shared<std::latch>(1);
  std::jthread stopper([&] {
    begun->wait();
    stop.request_stop();
  });
  try {
    thread.run(
        [begun] {
          begun->count_down();
          std::latch(1).wait();
        },
        stop.get_token());
  } catch (const Stopped&) {
  }
}

TEST(LeavableThreadDeathTest, AProcessThatExitsDoesNotWaitForItAndKeepsItsCode) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        leaveAThreadThatNeverEnds();
        std::exit(5);
      },
      testing::ExitedWithCode(5), "");
}

}  // namespace
}  // namespace fb::media
