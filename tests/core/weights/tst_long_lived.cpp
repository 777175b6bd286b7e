// SPDX-License-Identifier: MIT
#include "weights/long_lived.h"

#include "resident_memory.h"

#include <gtest/gtest.h>

#include <vector>

namespace fb::weights {
namespace {

constexpr std::int64_t kLarge = 1 << 20;  // numbers

TEST(LongLived, HasTheNumbersAndTheStridesOfItsModel) {
  const auto views = {at::rand({kLarge}), at::rand({2, 8, kLarge / 16}).transpose(1, 2),
                      at::rand({1, kLarge}, at::kBFloat16)};
  for (const auto& tensor : views) {
    const auto copy = longLived(tensor);
    EXPECT_NE(copy.const_data_ptr(), tensor.const_data_ptr());
    EXPECT_EQ(copy.strides(), tensor.strides());
    EXPECT_EQ(copy.scalar_type(), tensor.scalar_type());
    EXPECT_TRUE(copy.equal(tensor));
  }
}

TEST(LongLived, LeavesWhatIsSmallHasGapsOrIsElsewhere) {
  const auto all = {at::rand({16}), at::rand({4, kLarge}).narrow(1, 0, kLarge / 2),
                    at::empty({kLarge}, at::TensorOptions(at::kMeta))};
  for (const auto& tensor : all) {
    EXPECT_TRUE(longLived(tensor).is_same(tensor));
    EXPECT_FALSE(longLivedLike(tensor).defined());
  }
}

TEST(LongLived, AnEmptyOneAndASmallOneCanBeUsed) {
  EXPECT_EQ(longLived({0, 3}, at::kFloat).numel(), 0);
  EXPECT_EQ(longLived({2, 3}, at::kHalf).scalar_type(), at::kHalf);
  const auto large = longLived({2, kLarge}, at::kDouble);
  EXPECT_TRUE(large.is_contiguous());
  EXPECT_EQ(large.zero_().sum().item<double>(), 0);
}

// Its memory goes back to the system at once, also from between what the heap holds.
TEST(LongLived, EndsWithItsMemory) {
  std::vector<at::Tensor> kept, between;
  for (int i = 0; i < 32; ++i) {
    kept.push_back(longLived(at::ones({kLarge})));
    between.push_back(at::ones({16}));
  }
  const auto before = residentBytes();
  kept.clear();
  const auto freed = before - residentBytes();
  EXPECT_GE(freed, static_cast<std::int64_t>(31 * kLarge * sizeof(float)));
}

}  // namespace
}  // namespace fb::weights
