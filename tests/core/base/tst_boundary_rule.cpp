// SPDX-License-Identifier: MIT
#include "flowblend/boundary_rule.h"

#include "seed.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace fb {
namespace {

using Verdict = BoundarySuggestion::Verdict;

std::vector<double> curve(int steps, const std::function<double(double)>& at) {
  std::vector<double> values;
  for (int i = 0; i < steps; ++i) values.push_back(at(i / (steps - 1.)));
  return values;
}

void expectBoundaries(const std::vector<double>& profile, int early, int late, int tolerance = 0) {
  const auto found = suggestBoundaries(profile);
  EXPECT_TRUE(found.isFound()) << reasonFor(found.verdict);
  EXPECT_NEAR(found.earlySteps, early, tolerance);
  EXPECT_NEAR(found.lateSteps, late, tolerance);
}

TEST(BoundaryRule, CutsAUAtItsKnees) {
  // The deepest point of a parabola below its chord is halfway down: a quarter of the steps from either end.
  expectBoundaries(curve(41, [](double x) { return 1 + 4 * (x - .5) * (x - .5); }), 10, 10, 1);
  // exp(-20x) from 1 to 0 over the left half: below the chord by most where its slope is the chord's, at ln(10) / 20.
  expectBoundaries(curve(101, [](double x) { return .2 + std::exp(-20 * x) + std::exp(-20 * (1 - x)); }), 12, 12, 1);
  // Steep walls: the large model runs these and nothing else.
  expectBoundaries({1, 1, 1, .2, .2, .2, .2, .2, .9, .9}, 3, 2);
}

TEST(BoundaryRule, LooksAtEachSideByItself) {
  const auto profile =
      curve(51, [](double x) { return x < .6 ? 1 + 3 * (x - .6) * (x - .6) : 1 + 9 * (x - .6) * (x - .6); });
  expectBoundaries(profile, 15, 10, 1);
  // As on the built-in pair, a curve may rise before it falls.
  auto hump = profile;
  hump.insert(hump.begin(), {1.2, 1.5, 1.8, 2.0});
  expectBoundaries(hump, 19, 10, 1);
}

TEST(BoundaryRule, CutsAStraightSideHalfway) {
  expectBoundaries(curve(21, [](double x) { return 1 + std::abs(x - .5); }), 5, 5);
  // And one that bulges upward where it has come down by half: a cosine, at a third of the way.
  expectBoundaries(curve(21, [](double x) { return 1 + std::abs(std::cos(M_PI * x)); }), 7, 7);
}

TEST(BoundaryRule, SaysWhyThereIsNoValley) {
  const auto verdict = [](const std::function<double(double)>& at) { return suggestBoundaries(curve(30, at)).verdict; };
  EXPECT_EQ(verdict([](double) { return .5; }), Verdict::Flat);
  EXPECT_EQ(verdict([](double) { return 0.; }), Verdict::Flat);
  EXPECT_EQ(verdict([](double x) { return .5 + .05 * (x - .5) * (x - .5); }), Verdict::Flat);
  EXPECT_EQ(verdict([](double x) { return 1 - .8 * x; }), Verdict::NoRise);
  EXPECT_EQ(verdict([](double x) { return .2 + .8 * x; }), Verdict::NoFall);
  // Rises again at the end, but only a little.
  EXPECT_EQ(verdict([](double x) { return x < .8 ? 1 - x : .2 + .2 * (x - .8); }), Verdict::NoRise);
  EXPECT_EQ(suggestBoundaries(std::vector<double>{1, 0, 0, 1}).verdict, Verdict::TooFewSteps);
  EXPECT_EQ(suggestBoundaries({}).verdict, Verdict::TooFewSteps);
  for (const auto each : {Verdict::TooFewSteps, Verdict::Flat, Verdict::NoFall, Verdict::NoRise})
    EXPECT_FALSE(reasonFor(each).empty());
  EXPECT_TRUE(reasonFor(Verdict::Found).empty());
}

TEST(BoundaryRule, IsNotMovedByASingleStepOrByItsScale) {
  const auto u = [](double x) { return 1 + 4 * (x - .5) * (x - .5); };
  auto profile = curve(41, u);
  profile[18] = 5;
  profile[30] = 0;
  expectBoundaries(profile, 10, 10, 1);
  for (auto& value : profile) value *= 1e-3;
  expectBoundaries(profile, 10, 10, 1);
}

TEST(BoundaryRule, LeavesAStepToTheSmallModelWhateverTheCurve) {
  std::mt19937_64 random(testSeed(14));
  std::uniform_real_distribution<double> value(0, 1);
  for (int i = 0; i < 2000; ++i) {
    std::vector<double> profile(5 + random() % 60);
    for (auto& each : profile) each = value(random);
    const auto found = suggestBoundaries(profile);
    if (!found.isFound()) continue;
    EXPECT_GE(found.earlySteps, 0);
    EXPECT_GE(found.lateSteps, 0);
    EXPECT_LT(found.earlySteps + found.lateSteps, static_cast<int>(profile.size()));
    const StageSchedule schedule{.4, .2, static_cast<int>(profile.size()), 3};
    const auto moved = found.appliedTo(schedule);
    EXPECT_EQ(moved.earlySteps(), found.earlySteps);
    EXPECT_EQ(moved.lateSteps(), found.lateSteps);
    EXPECT_EQ(moved.middleSteps, 3);
  }
}

TEST(BoundaryRule, ReadsTheProfileOfAWholeProbe) {
  std::vector<StepReport> reports(4);
  const int starts[] = {0, 1, 3, 5}, ends[] = {1, 3, 5, 6};
  for (int i = 0; i < 4; ++i) {
    reports[i].step = starts[i];
    reports[i].end = ends[i];
    reports[i].steps = 6;
    reports[i].divergence = Divergence{.1 * (i + 1), .5};
  }
  EXPECT_EQ(divergenceProfile(reports, 6), (std::vector{.1, .2, .2, .1 * 3, .1 * 3, .4}));
  // Of a run with two passes, the first one.
  auto twoPasses = reports;
  StepReport refining;
  refining.step = 6;
  refining.end = 7;
  twoPasses.push_back(refining);
  EXPECT_EQ(divergenceProfile(twoPasses, 6).size(), 6u);
  EXPECT_TRUE(divergenceProfile({}, 6).empty());
  EXPECT_TRUE(divergenceProfile(std::span(reports).first(3), 6).empty());
  reports[1].divergence.reset();
  EXPECT_TRUE(divergenceProfile(reports, 6).empty());
}

}  // namespace
}  // namespace fb
