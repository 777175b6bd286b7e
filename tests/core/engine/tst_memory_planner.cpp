// SPDX-License-Identifier: MIT
// Plans for machines and pairs that are not available here, with the published models' sizes.
#include "engine/memory_planner.h"

#include "engine/guarded.h"
#include "engine/part_needs.h"
#include "engine/run_folder.h"
#include "engine/run_memory.h"
#include "flowblend/numbers.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fb::engine {
namespace {

constexpr std::uint64_t kGB = 1'000'000'000;

PartNeeds part(double fixed, int blocks, double block, double working = 0, double kept = 0) {
  PartNeeds needs;
  needs.weights.fixed = static_cast<std::uint64_t>(fixed * 1e9);
  needs.weights.blocks.assign(static_cast<std::size_t>(blocks), static_cast<std::uint64_t>(block * 1e9));
  needs.working = static_cast<std::uint64_t>(working * 1e9);
  needs.kept = static_cast<std::uint64_t>(kept * 1e9);
  needs.dtype = "bf16";
  return needs;
}

// WAN 14B with 1.3B at 832x480x81 in bf16.
MemoryNeeds wan() {
  MemoryNeeds needs;
  needs.text = part(2.1, 24, 0.38, 0.3);
  needs.large = part(0.5, 40, 0.702, 2.0, 0.84);
  needs.small = part(0.1, 30, 0.091, 0.9, 0.2);
  needs.vae = part(0.5, 0, 0, 11);
  needs.vae.tiledWorking = 2'500'000'000;
  needs.image.used = false;
  needs.latents = 30'000'000;
  return needs;
}

MemorySupply gpu(std::uint64_t free, std::uint64_t main = 60) {
  return {"cuda:0", false, free * kGB, free * kGB, main * kGB, 0};
}

const MemoryPlan::Part& partOf(const PlannedMemory& planned, const std::string& name) {
  for (const auto& part : planned.plan.parts)
    if (part.name == name) return part;
  throw std::out_of_range(name);
}

TEST(MemoryPlanner, KeepsEverythingOnALargeCard) {
  const auto planned = planMemory(wan(), gpu(80));
  EXPECT_TRUE(planned.plan.fits());
  for (const auto& part : planned.plan.parts) EXPECT_EQ(part.place, MemoryPlan::Place::Device) << part.name;
  EXPECT_LE(planned.plan.peak(), planned.plan.limit);
}

// As many blocks as fit stay: one more would not fit.
TEST(MemoryPlanner, StreamsTheLargeModelOnA24GBCard) {
  const auto needs = wan();
  const auto planned = planMemory(needs, gpu(24));
  ASSERT_TRUE(planned.plan.fits()) << planned.plan.problem;
  const auto& large = partOf(planned, "large model");
  EXPECT_EQ(large.place, MemoryPlan::Place::Streamed);
  EXPECT_GT(large.residentBlocks, 10);
  EXPECT_FALSE(large.readsDisk);
  EXPECT_EQ(partOf(planned, "small model").place, MemoryPlan::Place::Device);
  EXPECT_EQ(partOf(planned, "text encoder").place, MemoryPlan::Place::Device);
  EXPECT_LE(planned.plan.peak(), planned.plan.limit);
  EXPECT_GT(planned.plan.peak() + needs.large.weights.largestBlock(), planned.plan.limit);
}

TEST(MemoryPlanner, FitsA12GBCardAndA8GBCard) {
  for (const std::uint64_t card : {12, 8}) {
    const auto planned = planMemory(wan(), gpu(card));
    ASSERT_TRUE(planned.plan.fits()) << planned.plan.problem;
    EXPECT_EQ(partOf(planned, "large model").place, MemoryPlan::Place::Streamed);
    EXPECT_EQ(partOf(planned, "text encoder").place, MemoryPlan::Place::Streamed);
    for (const auto& phase : planned.plan.phases) EXPECT_LE(phase.total(), planned.plan.limit) << phase.name;
    EXPECT_TRUE(planned.plan.decodesAlone);
    EXPECT_TRUE(planned.plan.decodesInTiles);
  }
}

TEST(MemoryPlanner, DecodesNextToTheModelsElseAloneElseInTiles) {
  const auto vae = wan().vae;
  const auto planned = [&](double loaded, std::uint64_t free) {
    return planDecoding(vae, static_cast<std::uint64_t>(loaded * 1e9), gpu(free));
  };
  EXPECT_FALSE(planned(30, 80).alone);
  EXPECT_TRUE(planned(30, 40).alone);
  EXPECT_FALSE(planned(30, 40).inTiles);
  EXPECT_TRUE(planned(10, 12).alone);
  EXPECT_TRUE(planned(10, 12).inTiles);
  // A frame that is one tile is never said to be in tiles.
  auto small = vae;
  small.tiledWorking = small.working;
  EXPECT_FALSE(planDecoding(small, 0, gpu(8)).inTiles);
  auto budgeted = gpu(80);
  budgeted.budget = 11 * kGB;
  EXPECT_TRUE(planDecoding(vae, 0, budgeted).inTiles);
}

TEST(MemoryPlanner, RefusesFramesThatDoNotFitEvenInTiles) {
  auto needs = wan();
  needs.vae.tiledWorking = 9 * kGB;
  const auto planned = planMemory(needs, gpu(8));
  EXPECT_NE(planned.plan.problem.find("decoding needs 9.50 GB"), std::string::npos) << planned.plan.problem;
}

TEST(MemoryPlanner, ReadsTheDiskIfMainMemoryIsShort) {
  EXPECT_FALSE(partOf(planMemory(wan(), gpu(12, 64)), "large model").readsDisk);
  EXPECT_TRUE(partOf(planMemory(wan(), gpu(12, 16)), "large model").readsDisk);
}

TEST(MemoryPlanner, OnTheCpuWhatIsStreamedComesFromTheDisk) {
  MemorySupply cpu{"cpu", true, 24 * kGB, 22 * kGB, 22 * kGB, 6 * kGB};
  const auto planned = planMemory(wan(), cpu);
  ASSERT_TRUE(planned.plan.fits()) << planned.plan.problem;
  const auto& large = partOf(planned, "large model");
  EXPECT_EQ(large.place, MemoryPlan::Place::Streamed);
  EXPECT_TRUE(large.readsDisk);
  EXPECT_EQ(large.inMain, 0u);
}

TEST(MemoryPlanner, EncodesOnTheCpuIfTheCardHoldsNotEvenTwoBlocks) {
  auto needs = wan();
  needs.text = part(9, 2, 4, 0.3);
  const auto planned = planMemory(needs, gpu(12));
  EXPECT_TRUE(planned.plan.fits()) << planned.plan.problem;
  EXPECT_TRUE(planned.text.onCpu);
  EXPECT_EQ(partOf(planned, "text encoder").place, MemoryPlan::Place::Main);
}

TEST(MemoryPlanner, RefusesWhatCannotFitWithTheWayOut) {
  const auto planned = planMemory(wan(), gpu(4));
  EXPECT_FALSE(planned.plan.fits());
  EXPECT_NE(planned.plan.problem.find("cuda:0"), std::string::npos);
  EXPECT_NE(planned.plan.problem.find("smaller size"), std::string::npos) << planned.plan.problem;
  auto budgeted = gpu(24);
  budgeted.budget = 3 * kGB;
  EXPECT_NE(planMemory(wan(), budgeted).plan.problem.find("raise the budget"), std::string::npos);
}

// Tokens and activations of a batch of two at 832x480x81.
MemoryNeeds withBatches(MemoryNeeds needs, std::int64_t tokens) {
  for (auto* model : {&needs.large, &needs.small})
    model->batch = PartNeeds::Batch{.tokens = tokens, .working = 2 * model->working};
  return needs;
}

std::uint64_t workingIn(const PlannedMemory& planned, const std::string& name) {
  for (const auto& phase : planned.plan.phases)
    if (phase.name == name) return phase.working;
  throw std::out_of_range(name);
}

TEST(MemoryPlanner, ShortForwardsAndStreamedModelsOfAGpuHaveBatches) {
  const auto batched = [](const PlannedMemory& planned) {
    return std::pair(partOf(planned, "large model").isBatched, partOf(planned, "small model").isBatched);
  };
  const auto large = withBatches(wan(), 32760), small = withBatches(wan(), 8192);
  EXPECT_EQ(batched(planMemory(large, gpu(80))), std::pair(false, false));
  EXPECT_EQ(batched(planMemory(small, gpu(80))), std::pair(true, true));
  EXPECT_EQ(batched(planMemory(withBatches(wan(), 8193), gpu(80))), std::pair(false, false));
  EXPECT_EQ(batched(planMemory(large, gpu(24))), std::pair(true, false));
  EXPECT_EQ(batched(planMemory(wan(), gpu(24))), std::pair(false, false));
  const MemorySupply cpu{"cpu", true, 24 * kGB, 22 * kGB, 22 * kGB, 10 * kGB};
  const auto streamed = planMemory(small, cpu);
  EXPECT_EQ(partOf(streamed, "large model").place, MemoryPlan::Place::Streamed);
  EXPECT_EQ(batched(streamed), std::pair(false, false));
}

TEST(MemoryPlanner, ABatchIsCountedAndTakesTheRoomOfResidentBlocks) {
  const auto needs = withBatches(wan(), 32760);
  const auto planned = planMemory(needs, gpu(24)), apart = planMemory(wan(), gpu(24));
  EXPECT_EQ(workingIn(planned, "early"), workingIn(apart, "early") + needs.large.working);
  EXPECT_EQ(workingIn(planned, "middle"), workingIn(apart, "middle"));
  EXPECT_LT(partOf(planned, "large model").residentBlocks, partOf(apart, "large model").residentBlocks);
  EXPECT_LE(planned.plan.peak(), planned.plan.limit);
}

// Neither is a model streamed for a batch, nor one that copies nearly no blocks made to copy more.
TEST(MemoryPlanner, WithoutRoomForABatchThePromptsAreEvaluatedApart) {
  auto needs = withBatches(wan(), 4000);
  for (auto* model : {&needs.large, &needs.small}) model->batch->working = 60 * kGB;
  const auto resident = planMemory(needs, gpu(80)), apart = planMemory(wan(), gpu(80));
  EXPECT_FALSE(partOf(resident, "large model").isBatched);
  EXPECT_EQ(partOf(resident, "large model").place, MemoryPlan::Place::Device);
  EXPECT_EQ(workingIn(resident, "early"), workingIn(apart, "early"));

  const auto streamed = [](std::uint64_t batch) {
    auto tight = withBatches(wan(), 32760);
    tight.large.batch->working = batch * kGB;
    auto supply = gpu(80);
    supply.budget = 33 * kGB;
    return planMemory(tight, supply);
  };
  const auto few = streamed(12);
  EXPECT_EQ(partOf(few, "large model").place, MemoryPlan::Place::Streamed);
  EXPECT_FALSE(partOf(few, "large model").isBatched);
  EXPECT_GT(partOf(few, "large model").residentBlocks, 30);
  EXPECT_TRUE(partOf(streamed(2), "large model").isBatched);
}

// What a run began with is kept wherever it fits.
TEST(MemoryPlanner, BatchesOfEarlierStepsAreKept) {
  const auto continued = [](MemoryNeeds needs, bool hadBatches) {
    for (auto* model : {&needs.large, &needs.small}) model->batch->before = hadBatches;
    return needs;
  };
  const auto large = [](const PlannedMemory& planned) { return partOf(planned, "large model"); };
  // It would begin with batches, and without.
  const auto gains = withBatches(wan(), 8192), loses = withBatches(wan(), 32760);
  EXPECT_FALSE(large(planMemory(continued(gains, false), gpu(80))).isBatched);
  EXPECT_FALSE(large(planMemory(continued(loses, false), gpu(24))).isBatched);
  EXPECT_TRUE(large(planMemory(continued(loses, true), gpu(80))).isBatched);
  EXPECT_EQ(large(planMemory(continued(loses, true), gpu(80))).place, MemoryPlan::Place::Device);

  // Blocks are streamed if there is no room otherwise.
  auto supply = gpu(80);
  auto needs = continued(loses, true);
  needs.small.used = false;
  supply.budget = 32 * kGB;
  EXPECT_EQ(large(planMemory(continued(needs, false), supply)).place, MemoryPlan::Place::Device);
  const auto streamed = planMemory(needs, supply);
  EXPECT_TRUE(streamed.plan.fits());
  EXPECT_TRUE(large(streamed).isBatched);
  EXPECT_EQ(lostBatches(needs, streamed), "");
  EXPECT_EQ(large(streamed).place, MemoryPlan::Place::Streamed);
  EXPECT_GT(large(streamed).residentBlocks, 0);

  // And even if most of them are, for which no run would begin with batches.
  needs.large.batch->working = 25 * kGB;
  supply.budget = 28 * kGB;
  EXPECT_TRUE(large(planMemory(needs, supply)).isBatched);

  // What does not fit at all is given up.
  needs.large.batch->working = 60 * kGB;
  const auto apart = planMemory(needs, supply);
  EXPECT_TRUE(apart.plan.fits());
  EXPECT_FALSE(large(apart).isBatched);
  EXPECT_NE(lostBatches(needs, apart).find("one forward of the large model"), std::string::npos);
  EXPECT_EQ(lostBatches(continued(needs, false), planMemory(continued(needs, false), supply)), "");
}

MemoryNeeds withReplays(MemoryNeeds needs, std::int64_t tokens, int evaluations) {
  for (auto* model : {&needs.large, &needs.small}) model->replay = PartNeeds::Replay{tokens, evaluations};
  return needs;
}

MemorySupply recordingGpu(std::uint64_t free) {
  auto supply = gpu(free);
  supply.replays = true;
  return supply;
}

TEST(MemoryPlanner, ShortForwardsOfAResidentModelAreReplayed) {
  const auto replayed = [](const PlannedMemory& planned) {
    return std::pair(partOf(planned, "large model").isReplayed, partOf(planned, "small model").isReplayed);
  };
  // 28.6 and 2.8 GB of weights: the small one's forward is short up to 4,200 tokens.
  EXPECT_EQ(replayed(planMemory(withReplays(wan(), 300, 2), recordingGpu(80))), std::pair(true, true));
  EXPECT_EQ(replayed(planMemory(withReplays(wan(), 3000, 2), recordingGpu(80))), std::pair(false, true));
  EXPECT_EQ(replayed(planMemory(withReplays(wan(), 8000, 2), recordingGpu(80))), std::pair(false, false));
  EXPECT_EQ(replayed(planMemory(withReplays(wan(), 300, 2), gpu(80))), std::pair(false, false));
  EXPECT_EQ(replayed(planMemory(wan(), recordingGpu(80))), std::pair(false, false));
  // Streamed blocks are not where they were.
  EXPECT_FALSE(partOf(planMemory(withReplays(wan(), 300, 2), recordingGpu(24)), "large model").isReplayed);
  // Of a batch, both samples count.
  EXPECT_EQ(replayed(planMemory(withBatches(withReplays(wan(), 3000, 2), 3000), recordingGpu(80))),
            std::pair(false, false));
}

TEST(MemoryPlanner, WhatRecordingsHoldIsCountedAndNothingMakesRoomForIt) {
  auto plain = wan();
  plain.text.used = plain.vae.used = false;
  const auto needs = withReplays(plain, 200, 3);
  const auto planned = planMemory(needs, recordingGpu(80)), apart = planMemory(plain, recordingGpu(80));
  const auto held = 3 * (needs.large.working + needs.small.working);
  EXPECT_EQ(workingIn(planned, "early"), workingIn(apart, "early") + 3 * needs.large.working);
  EXPECT_EQ(workingIn(planned, "middle"), workingIn(apart, "middle") + held);
  // A batch, and two evaluations that a step may make by themselves.
  const auto batched = planMemory(withBatches(needs, 200), recordingGpu(80));
  EXPECT_EQ(workingIn(batched, "early"), workingIn(apart, "early") + 5 * needs.large.working);
  EXPECT_EQ(workingIn(batched, "late"), workingIn(apart, "late") + 5 * needs.large.working + 4 * needs.small.working);

  auto tight = recordingGpu(80);
  tight.budget = apart.plan.peak();
  const auto withoutRoom = planMemory(needs, tight);
  EXPECT_FALSE(partOf(withoutRoom, "large model").isReplayed);
  EXPECT_EQ(partOf(withoutRoom, "large model").place, MemoryPlan::Place::Device);
  EXPECT_EQ(withoutRoom.plan.peak(), apart.plan.peak());
}

TEST(MemoryPlanner, ATestDecidesOnBatchesItself) {
  const auto needs = withBatches(wan(), 4000);
  const auto isBatched = [&] { return partOf(planMemory(needs, gpu(80)), "large model").isBatched; };
  {
    const ForcedBatch apart(false);
    EXPECT_FALSE(isBatched());
    const ForcedBatch together(true);
    EXPECT_TRUE(isBatched());
  }
  EXPECT_TRUE(isBatched());
}

// The colours of previews are fitted once, after the first step, with the VAE next to the models; it stays.
TEST(MemoryPlanner, APreviewIsAPhaseOfItsOwn) {
  auto needs = wan();
  const auto without = planMemory(needs, gpu(80)).plan;
  needs.preview = 5 * kGB;
  auto planned = planMemory(needs, gpu(80)).plan;
  std::vector<std::string> names;
  for (const auto& phase : planned.phases) names.push_back(phase.name);
  EXPECT_EQ(names, (std::vector<std::string>{"encoding", "early", "preview", "middle", "late", "decoding"}));
  const auto vae = needs.vae.weights.total();
  const auto &early = planned.phases.at(1), &preview = planned.phases.at(2);
  EXPECT_EQ(early.weights, without.phases.at(1).weights + vae);
  EXPECT_EQ(preview.weights, early.weights);
  EXPECT_EQ(preview.working - needs.preview, early.working - needs.large.working);
  // It is not loaded twice.
  EXPECT_EQ(planned.phases.back().weights, without.phases.back().weights);

  // It counts when it is decided what fits: fewer blocks stay.
  const auto streamed = planMemory(needs, gpu(24)), before = planMemory(wan(), gpu(24));
  ASSERT_TRUE(streamed.plan.fits()) << streamed.plan.problem;
  EXPECT_LT(partOf(streamed, "large model").residentBlocks, partOf(before, "large model").residentBlocks);
  for (const auto& phase : streamed.plan.phases) EXPECT_LE(phase.total(), streamed.plan.limit) << phase.name;

  needs.large.used = false;
  planned = planMemory(needs, gpu(80)).plan;
  EXPECT_EQ(planned.phases.at(1).name, "middle");
  EXPECT_EQ(planned.phases.at(2).name, "preview");
}

std::vector<std::string> phasesOf(const MemoryPlan& plan) {
  std::vector<std::string> names;
  for (const auto& phase : plan.phases) names.push_back(phase.name);
  return names;
}

// The images are encoded before any model is loaded; then the VAE stays, and the image encoder does not.
TEST(MemoryPlanner, ImagesAreAPhaseOfTheirOwn) {
  auto needs = wan();
  const auto without = planMemory(needs, gpu(80)).plan;
  needs.images = kGB;
  needs.image = part(2.5, 0, 0);
  const auto plan = planMemory(needs, gpu(80)).plan;
  EXPECT_EQ(phasesOf(plan), (std::vector<std::string>{"encoding", "images", "early", "middle", "late", "decoding"}));
  const auto vae = needs.vae.weights.total();
  EXPECT_EQ(plan.phases.at(1).weights, vae + needs.image.weights.total());
  EXPECT_EQ(plan.phases.at(1).working, kGB);
  EXPECT_EQ(plan.phases.at(2).weights, without.phases.at(1).weights + vae);
  EXPECT_EQ(plan.phases.back().weights, without.phases.back().weights) << "the VAE is not loaded twice";
  // A family without an image encoder.
  needs.image.used = false;
  EXPECT_EQ(planMemory(needs, gpu(80)).plan.phases.at(1).weights, vae);

  // A VAE as large as two blocks takes the room of two.
  auto larger = needs;
  larger.vae.weights.fixed = 2 * larger.large.weights.blocks.front();
  const auto streamed = planMemory(larger, gpu(24)), before = planMemory(wan(), gpu(24));
  ASSERT_TRUE(streamed.plan.fits()) << streamed.plan.problem;
  EXPECT_EQ(partOf(streamed, "large model").residentBlocks, partOf(before, "large model").residentBlocks - 2);
  for (const auto& phase : streamed.plan.phases) EXPECT_LE(phase.total(), streamed.plan.limit) << phase.name;

  needs.image = part(6, 0, 0);
  EXPECT_NE(planMemory(needs, gpu(8)).plan.problem.find("encoding the image needs 7.50 GB"), std::string::npos)
      << planMemory(needs, gpu(8)).plan.problem;
}

// The upsampler takes its room between the passes; the VAE, which it works with, stays for the second one.
TEST(MemoryPlanner, ASecondPassCountsWhatMakesIt) {
  auto needs = wan();
  needs.text.used = false;
  const auto without = planMemory(needs, gpu(80)).plan;
  needs.upsampler = part(0.5, 0, 0, 1);
  const auto planned = planMemory(needs, gpu(80));
  const auto& plan = planned.plan;
  EXPECT_EQ(phasesOf(plan), (std::vector<std::string>{"early", "middle", "upsampling", "late", "decoding"}));
  const auto vae = needs.vae.weights.total();
  EXPECT_EQ(plan.phases.at(2).weights, vae + needs.upsampler->weights.total());
  EXPECT_EQ(plan.phases.at(2).working, kGB);
  EXPECT_EQ(plan.phases.at(3).weights, without.phases.at(2).weights + vae);
  EXPECT_EQ(plan.phases.back().weights, without.phases.back().weights);
  EXPECT_EQ(partOf(planned, "upsampler").bytes, needs.upsampler->weights.total());

  // The second pass is the large model's, even if it took all steps of the first.
  needs.small.used = false;
  EXPECT_EQ(phasesOf(planMemory(needs, gpu(80)).plan),
            (std::vector<std::string>{"early", "upsampling", "late", "decoding"}));
  needs.upsampler->working = 9 * kGB;
  EXPECT_NE(planMemory(needs, gpu(8)).plan.problem.find("upsampling needs 10.00 GB"), std::string::npos);
}

// With a guard or a comparison, the large model is evaluated there, too.
TEST(MemoryPlanner, TheMiddleStageMayTakeTheLargeModelsActivations) {
  auto needs = wan();
  const auto small = planMemory(needs, gpu(80));
  needs.sharesMiddle = true;
  const auto both = planMemory(needs, gpu(80));
  EXPECT_EQ(workingIn(both, "middle"), workingIn(small, "middle") + needs.large.working - needs.small.working);
  EXPECT_EQ(workingIn(both, "middle"), workingIn(both, "late"));
  needs.large.used = false;
  EXPECT_EQ(workingIn(planMemory(needs, gpu(80)), "middle"), needs.small.working + needs.small.kept + needs.latents);
}

// What is asked for is enough, whichever phase needs most: on a card, on the CPU, with long texts and large frames.
TEST(MemoryPlanner, TheBudgetThatIsAskedForIsEnough) {
  const auto gigabytesIn = [](const std::string& problem) {
    const std::string before = " needs ";
    const auto at = problem.find(before) + before.size();
    return numberFrom<double>(problem.substr(at, problem.find(" GB", at) - at)).value_or(0);
  };
  const MemorySupply cpu{"cpu", true, 24 * kGB, 22 * kGB, 22 * kGB, 0};
  auto texts = wan(), frames = wan(), images = wan();
  texts.text = part(2.1, 24, 3.8, 0.3);
  frames.vae.tiledWorking = 9 * kGB;
  images.images = 5 * kGB;
  images.image = part(3, 0, 0);
  for (const auto& needs : {wan(), texts, frames, images})
    for (auto supply : {gpu(24), cpu}) {
      supply.budget = kGB;
      const auto refused = planMemory(needs, supply).plan;
      EXPECT_TRUE(refused.problem.ends_with("raise the budget")) << refused.problem;
      const auto asked = gigabytesIn(refused.problem);
      supply.budget = static_cast<std::uint64_t>(asked * 1e9 + .5);
      const auto plan = planMemory(needs, supply).plan;
      EXPECT_TRUE(plan.fits()) << refused.problem << "; then " << plan.problem;
      // And no less.
      supply.budget -= 20'000'000;
      EXPECT_FALSE(planMemory(needs, supply).plan.fits()) << refused.problem;
    }
}

// Where what is free would not be enough, no budget would be.
TEST(MemoryPlanner, ABudgetThatCannotBeRaisedIsNotAskedFor) {
  auto needs = wan();
  needs.vae.tiledWorking = 23 * kGB;  // 23.5 GB with its weights: less than the 24 that are free, more than may be used
  auto supply = gpu(24);
  supply.budget = 20 * kGB;
  const auto problem = planMemory(needs, supply).plan.problem;
  EXPECT_NE(problem.find("decoding needs 23.50 GB on cuda:0, but only 20.00 GB of 24.00 are available: choose"),
            std::string::npos)
      << problem;
  // A budget of more than there is gives no more.
  supply.budget = 100 * kGB;
  EXPECT_EQ(planMemory(wan(), supply).plan.limit, planMemory(wan(), gpu(24)).plan.limit);
}

TEST(MemoryPlanner, TellsWhetherFramesCanBeDecodedAtAll) {
  auto supply = gpu(24);
  const auto vae = wan().vae;
  supply.budget = 3 * kGB;  // the weights and what tiles need
  EXPECT_EQ(decodingProblem(vae, supply), "");
  supply.budget -= 1;
  EXPECT_EQ(decodingProblem(vae, supply),
            "decoding needs 3.00 GB on cuda:0, but the memory budget is 2.99 GB: raise the budget");
}

// Eight copies of the latents; what is remembered or computed in addition.
TEST(MemoryNeeds, CountWhatCachesGuardsAndComparisonsKeepOfTheLatents) {
  constexpr std::uint64_t kCopy = 1000 * sizeof(float);
  GenerationRequest request;
  EXPECT_EQ(latentBytes(request, 1000), 8 * kCopy);
  request.sampling.cache = CacheRule::EasyCache;
  EXPECT_EQ(latentBytes(request, 1000), 14 * kCopy);
  request.sampling.cache = CacheRule::None;
  for (const auto& [guard, copies] :
       {std::pair{GuardRule::OneWay, 9u}, {GuardRule::SrDiffusion, 9u}, {GuardRule::Verify, 10u}}) {
    request.sampling.guard = guard;
    EXPECT_EQ(latentBytes(request, 1000), copies * kCopy);
    EXPECT_TRUE(sharesMiddle(request));
  }
  request.sampling.guard = GuardRule::None;
  EXPECT_FALSE(sharesMiddle(request));
  request.options.probe = ProbePolicy::All;
  EXPECT_EQ(latentBytes(request, 1000), 10 * kCopy);
  EXPECT_TRUE(sharesMiddle(request));
}

TEST(StateBytes, CountWhatIsWritten) {
  SamplingSettings sampling;
  EXPECT_EQ(stateBytes(sampling, 1000, 0), 4000u);
  EXPECT_EQ(stateBytes(sampling, 1000, 250), 4250u);
  sampling.cache = CacheRule::EasyCache;
  EXPECT_EQ(stateBytes(sampling, 1000, 0), 10'000u);
  sampling.cache = CacheRule::None;
  sampling.guard = GuardRule::Verify;
  EXPECT_EQ(stateBytes(sampling, 1000, 0), 4000u);
  for (const auto guard : {GuardRule::OneWay, GuardRule::SrDiffusion}) {
    sampling.guard = guard;
    EXPECT_EQ(stateBytes(sampling, 1000, 0), 5000u);
  }
}

TEST(MemoryPlanner, CountsOnlyTheModelsThatTheRunUses) {
  auto needs = wan();
  needs.large.used = false;
  const auto planned = planMemory(needs, gpu(12));
  ASSERT_TRUE(planned.plan.fits());
  EXPECT_EQ(planned.plan.phases.at(1).name, "middle");
  EXPECT_THROW(partOf(planned, "large model"), std::out_of_range);
}

// It is loaded for its first step.
TEST(MemoryPlanner, TheSmallModelCountsFromTheMiddleStageOn) {
  auto needs = wan();
  const auto plan = planMemory(needs, gpu(80)).plan;
  const auto &early = plan.phases.at(1), &middle = plan.phases.at(2), &late = plan.phases.at(3);
  EXPECT_EQ(early.name, "early");
  EXPECT_EQ(middle.weights, early.weights + needs.small.weights.total());
  EXPECT_EQ(late.weights, middle.weights);
  EXPECT_EQ(late.working, early.working + needs.small.kept);

  needs.comparesEarly = true;
  const auto compared = planMemory(needs, gpu(80)).plan;
  EXPECT_EQ(compared.phases.at(1).weights, middle.weights);
  EXPECT_EQ(compared.phases.at(1).working, late.working);
  EXPECT_EQ(compared.peak(), plan.peak());

  needs.comparesEarly = false;
  needs.large.used = false;
  EXPECT_EQ(planMemory(needs, gpu(80)).plan.phases.at(1).weights,
            needs.text.weights.total() + needs.small.weights.total());
}

// oneDNN's exceptions when a convolution finds no room.
TEST(OutOfMemory, IsToldInTheWordsOfLibraries) {
  const auto ending = [](const char* words) {
    return guarded([&]() -> int { throw std::runtime_error(words); }).error();
  };
  EXPECT_EQ(ending("something else").kind, ErrorKind::Internal);
  const auto isRecognised = [](const char* words) {
    try {
      throw std::runtime_error(words);
    } catch (...) {
      return isOutOfMemory();
    }
  };
  for (const auto* words :
       {"could not create a primitive", "could not execute a primitive", "could not create a memory object"}) {
    EXPECT_EQ(ending(words).kind, ErrorKind::OutOfMemory) << ending(words).message;
    EXPECT_TRUE(isRecognised(words)) << words;
  }
  EXPECT_FALSE(isRecognised("something else"));
}

}  // namespace
}  // namespace fb::engine
