// SPDX-License-Identifier: MIT
// What the cross-attention of all blocks keeps of a prompt.
#include "models/layers.h"

#include "resident_memory.h"

#include <gtest/gtest.h>

namespace fb::models {
namespace {

constexpr std::int64_t kRows = 512, kDim = 1024, kHeads = 8;

// With two tensors beside them, as a product and a norm leave.
KeysValues keysValues(const at::Tensor& embedded) {
  const auto product = embedded * 2;
  const auto normed = product + 1;
  return {splitHeads(normed, kHeads), splitHeads(embedded - 1, kHeads)};
}

TEST(CrossContext, KeepsWhatEachBlockMakes) {
  // Too small for mappings, and large enough.
  for (const std::int64_t rows : {std::int64_t{2}, kRows}) {
    const auto embedded = at::rand({2, rows, kDim});
    CrossContext context(embedded, 3);
    for (const std::size_t block : {2, 0, 1}) {
      const auto add = static_cast<double>(block);
      const auto make = [&](const at::Tensor& text) { return keysValues(text + add); };
      const auto expected = make(embedded);
      context.of(block, make);
      const auto& kept = context.of(block, [](const at::Tensor&) -> KeysValues {
        ADD_FAILURE() << "made again";
        return {};
      });
      EXPECT_TRUE(kept.keys.equal(expected.keys)) << block;
      EXPECT_TRUE(kept.values.equal(expected.values)) << block;
      EXPECT_EQ(kept.keys.strides(), expected.keys.strides());
    }
  }
}

TEST(CrossContext, TakesBlocksOfOtherShapes) {
  CrossContext context(at::rand({1, kRows, kDim}), 2);
  context.of(0, keysValues);
  const auto& wide = context.of(1, [](const at::Tensor& text) { return keysValues(at::cat({text, text}, 1)); });
  EXPECT_EQ(wide.keys.size(2), 2 * kRows);
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// What a block computes with is free for the next one. With a part of the heap kept beside each block's, these 64 would
// take half as much again.
TEST(CrossContext, TakesNoMoreMemoryThanItKeeps) {
  constexpr std::size_t kBlocks = 64;
  const auto embedded = at::rand({1, kRows, kDim});
  // Once as much as this is freed, the C library takes what is smaller from the heap.
  at::empty({31'000'000}, at::kByte).zero_();
  CrossContext context(embedded, kBlocks);
  context.of(0, keysValues);
  const auto before = residentBytes();
  for (std::size_t block = 1; block < kBlocks; ++block) context.of(block, keysValues);
  const auto kept = static_cast<std::int64_t>((kBlocks - 1) * 2 * embedded.nbytes());
  const auto grown = residentBytes() - before;
  EXPECT_GE(grown, kept - kept / 16);
  EXPECT_LE(grown, kept + kept / 16);
}
#endif

}  // namespace
}  // namespace fb::models
