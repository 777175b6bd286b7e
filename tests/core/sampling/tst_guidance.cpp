// SPDX-License-Identifier: MIT
// Which evaluations a trajectory has.
#include "sampling/guidance.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace fb::sampling {
namespace {

GuidanceSpec::Entry entry(double sigma, double guidance, double stg = 0, std::vector<int> blocks = {}) {
  GuidanceSpec::Entry entry;
  entry.sigma = sigma;
  entry.guidance = guidance;
  entry.stg = stg;
  entry.stgBlocks = std::move(blocks);
  return entry;
}

TEST(Guidance, TheNegativePromptIsEvaluatedAboveOne) {
  EXPECT_FALSE(isGuided({}, 1));
  EXPECT_TRUE(isGuided({}, 1.1));
  GuidanceSpec table;
  table.table = {entry(0.9, 1), entry(0.5, 1)};
  EXPECT_FALSE(isGuided(table, 5)) << "the table replaces the request's scale";
  table.table.push_back(entry(0, 3));
  EXPECT_TRUE(isGuided(table, 1));
}

TEST(Guidance, KindsOfEvaluationsAreCountedOverTheWholeTrajectory) {
  EXPECT_EQ(evaluationKinds({}, 1), 1);
  EXPECT_EQ(evaluationKinds({}, 3), 2);
  GuidanceSpec perturbing;
  perturbing.stg = 1;
  perturbing.stgBlocks = {19};
  EXPECT_EQ(evaluationKinds(perturbing, 1), 2);
  EXPECT_EQ(evaluationKinds(perturbing, 3), 3);
  GuidanceSpec table;
  table.table = {entry(0.9, 1), entry(0.6, 3, 1, {11, 25}), entry(0.4, 3, 1, {22}), entry(0.2, 3, 2, {22}),
                 entry(0, 1, 0, {22})};
  // Conditional, unconditional, and perturbed in two ways.
  EXPECT_EQ(evaluationKinds(table, 1), 4);
}

}  // namespace
}  // namespace fb::sampling
