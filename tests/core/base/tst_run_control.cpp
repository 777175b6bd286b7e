// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "flowblend/events.h"

#include <gtest/gtest.h>

#include <thread>

namespace fb {
namespace {

TEST(RunControl, AStopReachesTokensTakenBefore) {
  RunControl control;
  const auto token = control.stopToken();
  EXPECT_NO_THROW(throwIfStopped(token));
  std::jthread([&] { control.requestStop(); }).join();
  EXPECT_THROW(throwIfStopped(token), Stopped);
  EXPECT_THROW(throwIfStopped(control.stopToken()), Stopped);
}

TEST(RunControl, BoundariesAreUnmovedAtFirstAndThenTheLatest) {
  RunControl control;
  EXPECT_FALSE(control.movedBoundaries());
  control.moveBoundaries(0.5, 0.1);
  control.moveBoundaries(0.3, 0.2);
  EXPECT_EQ(control.movedBoundaries()->early, 0.3);
  EXPECT_EQ(control.movedBoundaries()->late, 0.2);
}

// Early and late always come from the same call.
TEST(RunControl, BoundariesAreReadWholeWhileTheyMove) {
  RunControl control;
  control.moveBoundaries(0, 0);
  std::jthread mover([&](std::stop_token stop) {
    for (int i = 1; !stop.stop_requested(); i = i % 100 + 1) control.moveBoundaries(i / 100.0, i / 100.0);
  });
  // Long enough to have read while they were moving.
  double last = 0;
  for (int reads = 0, changes = 0; reads < 10'000 || changes < 100; ++reads) {
    const auto boundaries = control.movedBoundaries();
    ASSERT_EQ(boundaries->early, boundaries->late);
    changes += boundaries->early != last;
    last = boundaries->early;
  }
}

}  // namespace
}  // namespace fb
