// SPDX-License-Identifier: MIT
// Counts in sentences.
#include "flowblend/counted.h"
#include "flowblend/schedule.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace fb {
namespace {

TEST(Counted, HasTheNounForItsNumber) {
  EXPECT_EQ(counted(1, "frame"), "1 frame");
  EXPECT_EQ(counted(0, "frame"), "0 frames");
  EXPECT_EQ(counted(2, "frame"), "2 frames");
  EXPECT_EQ(counted(-1, "step"), "-1 steps");
  EXPECT_EQ(counted(std::size_t{1}, "prompt with its seed", "prompts and seeds"), "1 prompt with its seed");
  EXPECT_EQ(counted(std::size_t{21}, "prompt with its seed", "prompts and seeds"), "21 prompts and seeds");
  EXPECT_EQ(counted(UINT64_MAX, "byte"), "18446744073709551615 bytes");
}

TEST(Counted, IsUsedBySentencesAboutOneStep) {
  const auto told = [](int steps) {
    const StageSchedule schedule{.1, 0, steps};
    const auto remarks = remarksOn(schedule);
    return remarks.empty() ? std::string() : textOf(remarks.front(), schedule);
  };
  EXPECT_NE(told(1).find("0 of 1 step,"), std::string::npos) << told(1);
  EXPECT_NE(told(4).find("0 of 4 steps,"), std::string::npos) << told(4);
}

}  // namespace
}  // namespace fb
