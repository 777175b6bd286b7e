// SPDX-License-Identifier: MIT
// Which contexts of earlier prompts are given again.
#include "models/spare_contexts.h"

#include "kernels/fp8_product.h"

#include <gtest/gtest.h>

namespace fb::models {
namespace {

class SpareContextsTest : public testing::Test {
protected:
  std::shared_ptr<CrossContext> of(double text, const std::vector<double>& strengths = {}, std::uint64_t bytes = 1) {
    return of(at::full({1, 3, 4}, text), strengths, bytes);
  }
  std::shared_ptr<CrossContext> of(const at::Tensor& text, const std::vector<double>& strengths = {},
                                   std::uint64_t bytes = 1) {
    return spare.of(text, strengths, bytes, [&] {
      ++made;
      return std::make_shared<CrossContext>(text, std::size_t{1});
    });
  }

  SpareContexts spare;
  int made = 0;
};

TEST_F(SpareContextsTest, AreGivenAgainForTheSameTextOnceNobodyHoldsThem) {
  auto first = of(1);
  const auto second = of(1);
  EXPECT_NE(first, second) << "a context is used by one forward at a time";
  const auto* known = first.get();
  first.reset();
  EXPECT_EQ(of(1).get(), known);
  EXPECT_EQ(made, 2);
}

TEST_F(SpareContextsTest, AreOfOneTextAndItsDType) {
  of(1);
  of(2);
  of(at::full({1, 3, 5}, 1.));
  of(at::full({1, 3, 4}, 1., at::kBFloat16));
  EXPECT_EQ(made, 4);
  of(1);
  of(2);
  EXPECT_EQ(made, 4);
}

TEST_F(SpareContextsTest, AreOfOneSetOfStrengths) {
  of(1, {0.5});
  of(1, {0.6});
  of(1);
  EXPECT_EQ(made, 3);
  of(1, {0.5});
  EXPECT_EQ(made, 3);
}

TEST_F(SpareContextsTest, AreOfOneWayToMultiply) {
  of(1);
  {
    const kernels::Fp8ProductScope fp8(true);
    of(1);
    of(1);
    EXPECT_EQ(made, 2);
  }
  of(1);
  EXPECT_EQ(made, 2);
}

TEST_F(SpareContextsTest, DoNotFollowChangesOfTheCallersTensor) {
  auto text = at::full({1, 3, 4}, 1.);
  of(text);
  text.fill_(2);
  of(text);
  EXPECT_EQ(made, 2);
  of(1);
  EXPECT_EQ(made, 2);
}

TEST_F(SpareContextsTest, AreTheLatestThatFit) {
  constexpr auto kThird = SpareContexts::kMost / 3;
  of(1, {}, kThird);
  of(2, {}, kThird);
  of(3, {}, kThird);
  of(1, {}, kThird);
  EXPECT_EQ(made, 3);
  of(4, {}, kThird);  // in place of 2, which was not used for the longest time
  for (const double text : {1, 3, 4}) of(text, {}, kThird);
  EXPECT_EQ(made, 4);
  of(2, {}, kThird);
  EXPECT_EQ(made, 5);
}

TEST_F(SpareContextsTest, AreNotKeptIfTheyAreLarge) {
  of(1, {}, SpareContexts::kMost + 1);
  of(1, {}, SpareContexts::kMost + 1);
  EXPECT_EQ(made, 2);
  EXPECT_FALSE(spare.dropUnused());
  // Nor next to ones that are held.
  const auto held = of(2, {}, SpareContexts::kMost);
  of(3, {}, SpareContexts::kMost);
  of(3, {}, SpareContexts::kMost);
  EXPECT_EQ(made, 5);
}

TEST_F(SpareContextsTest, GoWhenMemoryIsNeeded) {
  const auto held = of(1);
  of(2);
  EXPECT_TRUE(spare.dropUnused());
  EXPECT_FALSE(spare.dropUnused()) << "the other one is in use";
  of(2);
  EXPECT_EQ(made, 3);
}

}  // namespace
}  // namespace fb::models
