// SPDX-License-Identifier: MIT
// What runs took is what the plan of the next one tells.
#include "base/atomic_file.h"
#include "base/json.h"
#include "engine/memory_book.h"

#include "engine_cases.h"

#include <algorithm>
#include <fstream>

namespace fb::engine {
namespace {

constexpr std::int64_t kMB = 1'000'000;

PartNeeds part(int blocks, std::uint64_t block, std::uint64_t working) {
  PartNeeds needs;
  needs.weights.blocks.assign(static_cast<std::size_t>(blocks), block * kMB);
  needs.working = working * kMB;
  needs.dtype = "bf16";
  return needs;
}

MemoryNeeds needsOfARun() {
  MemoryNeeds needs;
  needs.text = part(24, 380, 300);
  needs.large = part(40, 700, 2000);
  needs.small = part(30, 90, 900);
  needs.vae = part(1, 500, 11'000);
  needs.vae.tiledWorking = 2500 * kMB;
  needs.image.used = false;
  needs.latents = 30 * kMB;
  return needs;
}

MemorySupply card(std::uint64_t gigabytes) {
  return {"cuda:0", false, gigabytes * 1000 * kMB, gigabytes * 1000 * kMB, 60'000 * kMB, 0};
}

MemoryPlan planWith(const MemoryBeyond& beyond, std::uint64_t gigabytes) {
  auto plan = planMemory(corrected(needsOfARun(), beyond), card(gigabytes)).plan;
  markMeasured(plan, beyond);
  return plan;
}

std::uint64_t totalOf(const MemoryPlan& plan, const std::string& name) {
  for (const auto& phase : plan.phases)
    if (phase.name == name) return phase.total();
  return 0;
}

TEST(MemoryBook, KeepsWhatItLearnedInAFile) {
  const TemporaryFolder folder;
  const auto file = folder / "deep/memory.json";
  {
    MemoryBook book(file);
    EXPECT_TRUE(book.beyond("a").empty());
    book.learn("a", {{"sampling", 5}, {"decoding", -7}});
    book.learn("a", {{"sampling", 6}});
    book.learn("b", {{"encoding", 1}});
    book.save();
  }
  const MemoryBook book(file);
  EXPECT_EQ(book.beyond("a"), (MemoryBeyond{{"sampling", 6}, {"decoding", -7}}));
  EXPECT_EQ(book.beyond("b"), (MemoryBeyond{{"encoding", 1}}));
}

TEST(MemoryBook, KeepsWhatOthersHaveWritten) {
  const TemporaryFolder folder;
  const auto file = folder / "memory.json";
  std::ofstream(file) << R"([{"run": "a", "sampling": 5}, {"of a newer version": [1, 2]}])";
  MemoryBook book(file), other(file);
  other.learn("b", {{"decoding", 7}});
  other.save();
  book.learn("a", {{"sampling", 6}});
  book.save();
  const MemoryBook now(file);
  EXPECT_EQ(now.beyond("a"), (MemoryBeyond{{"sampling", 6}}));
  EXPECT_EQ(now.beyond("b"), (MemoryBeyond{{"decoding", 7}})) << "learned by another program in the meantime";
  const auto json = parseJson(readTextFile(file), "memory.json");
  EXPECT_EQ(std::ranges::count(json, nlohmann::json{{"of a newer version", {1, 2}}}), 1) << json;
}

TEST(MemoryBook, ReplacesADamagedFileButNoneOfAnotherKind) {
  const TemporaryFolder folder;
  const auto file = folder / "memory.json";
  const auto saved = [&](const std::string& text) {
    std::ofstream(file) << text;
    MemoryBook book(file);
    book.learn("a", {{"sampling", 5}});
    book.save();
    return readTextFile(file);
  };
  EXPECT_EQ(saved(R"({"a": 1})"), R"({"a": 1})") << "such as a newer version may keep there";
  saved("[{");
  EXPECT_EQ(MemoryBook(file).beyond("a"), (MemoryBeyond{{"sampling", 5}}));
}

TEST(MemoryBook, ForgetsTheRunsThatWereLearnedOfFirst) {
  const TemporaryFolder folder;
  MemoryBook book(folder / "memory.json");
  book.learn("oldest", {{"sampling", 1}});
  book.learn("again", {{"sampling", 1}});
  for (std::size_t i = 0; i + 2 < MemoryBook::kMostRuns; ++i) book.learn(std::to_string(i), {{"sampling", 1}});
  book.learn("again", {{"sampling", 2}});
  EXPECT_FALSE(book.beyond("oldest").empty());
  book.learn("newest", {{"sampling", 1}});
  EXPECT_TRUE(book.beyond("oldest").empty());
  EXPECT_EQ(book.beyond("again"), (MemoryBeyond{{"sampling", 2}}));
}

TEST(MemoryBook, ADamagedFileLeavesTheComputedPlan) {
  const TemporaryFolder folder;
  const auto file = folder / "memory.json";
  for (const char* text : {R"([{"run": "a", "sampling": 5)", R"({"run": "a"})", R"([1, {"run": 2}, {"sampling": 5}])",
                           R"([{"run": "a", "sampling": "much"}])", R"([{"run": "a", "sampling": 1e300}])",
                           R"([{"run": "a", "sampling": 9223372036854775807}])"}) {
    std::ofstream(file) << text;
    EXPECT_TRUE(MemoryBook(file).beyond("a").empty()) << text;
  }
}

// The next plan of the same run tells the measured peak of every phase, wherever its parts are placed.
TEST(MemoryBook, ThePlanTellsWhatWasMeasured) {
  const auto computed = planWith({}, 80);
  for (const auto& phase : computed.phases) EXPECT_FALSE(phase.isMeasured) << phase.name;
  const std::vector<PhasePeak> peaks{{Phase::Loading, 90'000'000'000},
                                     {Phase::Encoding, totalOf(computed, "encoding") + 100 * kMB},
                                     {Phase::Sampling, totalOf(computed, "late") + 700 * kMB},  // with both models
                                     {Phase::Decoding, totalOf(computed, "decoding") - 400 * kMB}};
  const auto beyond = learned(computed, peaks, {});
  EXPECT_EQ(beyond, (MemoryBeyond{{"encoding", 100 * kMB}, {"sampling", 700 * kMB}, {"decoding", -400 * kMB}}));
  const auto measured = planWith(beyond, 80);
  EXPECT_EQ(totalOf(measured, "encoding"), peaks[1].bytes);
  EXPECT_EQ(totalOf(measured, "late"), peaks[2].bytes);
  EXPECT_EQ(totalOf(measured, "decoding"), peaks[3].bytes);
  for (const auto& phase : measured.phases) EXPECT_TRUE(phase.isMeasured) << phase.name;
  // A run by that plan that takes the same teaches the same.
  EXPECT_EQ(learned(measured, peaks, beyond), beyond);

  // On a smaller card, room is left for what is known now: fewer blocks stay.
  const auto blocks = [](const MemoryPlan& plan) {
    for (const auto& part : plan.parts)
      if (part.name == "large model") return part.residentBlocks;
    return -1;
  };
  EXPECT_LT(blocks(planWith(beyond, 24)), blocks(planWith({}, 24)));
  // Its tiles were never measured. A smaller card still: what is known now lets 12 GB decode without tiles.
  EXPECT_TRUE(planWith({}, 12).decodesInTiles);
  EXPECT_FALSE(planWith(beyond, 12).decodesInTiles);
  const auto tiled = planWith(beyond, 11);
  ASSERT_TRUE(tiled.decodesInTiles);
  EXPECT_FALSE(tiled.phases.back().isMeasured);
  EXPECT_EQ(totalOf(tiled, "decoding"), totalOf(planWith({}, 11), "decoding"));
}

// The peak that is measured is that of sampling as a whole, wherever it was: at small sizes, encoding an image or
// upsampling may take more than any step.
TEST(MemoryBook, WhatIsLearnedOfImagesAndUpsamplingIsToldOnce) {
  const auto planned = [](bool isUpsampling, const MemoryBeyond& beyond) {
    auto needs = needsOfARun();
    if (isUpsampling) {
      needs.upsampler = part(1, 500, 60'000);
    } else {
      needs.image = part(1, 2500, 0);
      needs.images = 60'000 * kMB;
    }
    return planMemory(corrected(needs, beyond), card(80)).plan;
  };
  for (const bool isUpsampling : {false, true}) {
    const auto* name = isUpsampling ? "upsampling" : "images";
    const auto computed = planned(isUpsampling, {});
    ASSERT_EQ(computed.peak(), totalOf(computed, name));
    const std::vector<PhasePeak> peaks{{Phase::Sampling, computed.peak() - 900 * kMB}};
    const auto beyond = learned(computed, peaks, {});
    EXPECT_EQ(beyond, (MemoryBeyond{{"sampling", -900 * kMB}}));
    const auto measured = planned(isUpsampling, beyond);
    EXPECT_EQ(totalOf(measured, name), peaks.front().bytes);
    EXPECT_EQ(learned(measured, peaks, beyond), beyond) << name;
  }
}

TEST(MemoryBook, NothingBecomesNegative) {
  const auto needs = corrected(needsOfARun(), {{"encoding", -400 * kMB}, {"sampling", -5000 * kMB}});
  EXPECT_EQ(needs.text.working, 0u);
  EXPECT_EQ(needs.large.working, 0u);
  EXPECT_EQ(needs.preview, 0u);
}

// Whatever changes the needs, the pair's files, the clip or a setting, makes it another run.
TEST(MemoryBook, RunsAreToldApartByTheirNeedsAndTheirDevice) {
  const auto needs = needsOfARun();
  const auto key = memoryKey(needs, "a card");
  EXPECT_EQ(memoryKey(needsOfARun(), "a card"), key);
  EXPECT_NE(memoryKey(needs, "another card"), key);
  auto other = needs;
  other.large.working += 1;
  EXPECT_NE(memoryKey(other, "a card"), key);
  other = needs;
  other.small.used = false;
  EXPECT_NE(memoryKey(other, "a card"), key);
  other = needs;
  other.preview = 1;
  EXPECT_NE(memoryKey(other, "a card"), key);
}

}  // namespace
}  // namespace fb::engine
