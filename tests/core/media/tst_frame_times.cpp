// SPDX-License-Identifier: MIT
#include "media/frame_times.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fb::media {
namespace {

using Frames = std::vector<std::size_t>;

TEST(FrameTimes, EvenOnesStayAsTheyAre) {
  for (const double fps : {8.0, 16.0, 24000 / 1001.0, 30.0, 120.0, 240.0}) {
    std::vector<double> starts, inTicks;
    for (int i = 0; i < 200; ++i) starts.push_back(3 + i / fps);
    for (const double start : starts) inTicks.push_back(std::round(start * 1000) / 1000);
    for (const auto& times : {starts, inTicks}) {
      const auto rate = constantRate(times, 0, fps);
      ASSERT_TRUE(rate);
      EXPECT_EQ(rate->fps, fps);
      EXPECT_TRUE(rate->shown.empty());
      EXPECT_EQ(rate->frames(200), 200u);
    }
  }
}

TEST(FrameTimes, AWrongNominalRateIsPutRight) {
  const auto rate = constantRate({0, 0.1, 0.2, 0.3, 0.4}, 0.1, 25);
  ASSERT_TRUE(rate);
  EXPECT_NEAR(rate->fps, 10, 1e-9);
  EXPECT_TRUE(rate->shown.empty());
}

TEST(FrameTimes, UnevenOnesAreKeptInTime) {
  const auto rate = constantRate({1, 1.1, 1.5, 1.6}, 0.3, 8);
  ASSERT_TRUE(rate);
  EXPECT_NEAR(rate->fps, 10, 1e-9);
  EXPECT_EQ(rate->shown, (Frames{0, 1, 1, 1, 1, 2, 3, 3, 3}));
  EXPECT_EQ(rate->frames(4), 9u);
}

TEST(FrameTimes, AShortGapDoesNotMultiplyAllFrames) {
  const auto rate = constantRate({0, 0.001, 1}, 0, 10);
  ASSERT_TRUE(rate);
  EXPECT_EQ(rate->fps, 120);
  EXPECT_EQ(rate->shown.size(), 121u);
  EXPECT_EQ(rate->shown.front(), 1u);
  EXPECT_EQ(rate->shown.back(), 2u);
}

TEST(FrameTimes, WhatCannotBeIsRefusedOrLeftAlone) {
  EXPECT_FALSE(constantRate({0, 0.01, 1e6}, 0, 10));
  EXPECT_FALSE(constantRate({0, 0.01, 1}, 1e12, 10));
  for (const std::vector<double>& starts : {std::vector<double>{}, {5}, {5, 5, 5}}) {
    const auto rate = constantRate(starts, 0, 10);
    ASSERT_TRUE(rate);
    EXPECT_EQ(rate->fps, 10);
    EXPECT_TRUE(rate->shown.empty());
  }
}

}  // namespace
}  // namespace fb::media
