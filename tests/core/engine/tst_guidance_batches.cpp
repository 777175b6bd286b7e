// SPDX-License-Identifier: MIT
// Whole runs whose guided steps evaluate both prompts in one forward, against runs that evaluate them apart.
#include "cache_cases.h"

#include "engine/memory_planner.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

namespace fb {
namespace {

// The products of the CPU round differently in a batch.
constexpr double kRounding = 1e-6;

const std::vector<Model> kBoth{Model::Large, Model::Small};

// How far each step's forwards are at each of their blocks.
struct Progress : EventSink {
  void stepProgress(int step, double done) override { blocks[step].push_back(done); }

  std::map<int, std::vector<double>> blocks;
};

RunResult run(const GenerationRequest& request, EventSink& sink) {
  RunControl control;
  return finished(createEngine({1})->generate(request, sink, control));
}

weights::NamedTensors traceOf(const GenerationRequest& request, bool batched) {
  const engine::ForcedBatch forced(batched);
  return trace(request);
}

void expectSameDecisionsAndLatents(const GenerationRequest& request) {
  const auto together = traceOf(request, true), apart = traceOf(request, false);
  for (const auto* same : {"noise", "input_ids", "model_is_large", "reused", "reused_evaluations"})
    expectEqual(together, apart, same);
  expectClose(together, apart, "final_latents", kRounding);
}

GenerationRequest plain(const char* pair, int steps = 10) {
  auto request = requestFor({pair, CacheRule::None, 0, SchedulePreset::LSL});
  request.sampling.schedule.steps = steps;
  return request;
}

class EveryFamily : public testing::TestWithParam<const char*> {
protected:
  GenerationRequest request = plain(GetParam());
};

TEST_P(EveryFamily, GivesTheLatentsOfEvaluationsApartInHalfTheForwards) {
  expectSameDecisionsAndLatents(request);
  Progress together, apart;
  {
    const engine::ForcedBatch forced(true);
    EXPECT_EQ(run(request, together).batched, kBoth);
  }
  {
    const engine::ForcedBatch forced(false);
    EXPECT_TRUE(run(request, apart).batched.empty());
  }
  ASSERT_EQ(together.blocks.size(), apart.blocks.size());
  for (const auto& [step, blocks] : together.blocks) {
    EXPECT_EQ(2 * blocks.size(), apart.blocks.at(step).size()) << step;
    EXPECT_TRUE(std::ranges::is_sorted(blocks));
    EXPECT_EQ(blocks.front(), 0);
    // The last block begins when all others are done.
    EXPECT_NEAR(blocks.back(), 1 - 1. / static_cast<double>(blocks.size()), 1e-12) << step;
  }
}

TEST_P(EveryFamily, OnTheCpuEvaluatesApart) {
  EventSink sink;
  EXPECT_TRUE(run(request, sink).batched.empty());
}

TEST_P(EveryFamily, WithoutGuidanceHasNoBatch) {
  request.sampling.guidance = 1;
  const engine::ForcedBatch forced(true);
  EventSink sink;
  EXPECT_TRUE(run(request, sink).batched.empty());
}

TEST_P(EveryFamily, WithGuidanceOfOneModelHasBatchesOfThatOne) {
  request.sampling.guidanceSmall = 1;
  {
    const engine::ForcedBatch forced(true);
    EventSink sink;
    EXPECT_EQ(run(request, sink).batched, std::vector{Model::Large});
  }
  expectSameDecisionsAndLatents(request);
}

TEST_P(EveryFamily, ContinuesAfterAnyStepToTheSameBits) {
  const engine::ForcedBatch forced(true);
  EventSink sink;
  const auto whole = run(request, sink).clip;
  const auto engine = createEngine({1});
  for (int end = 1; end < request.sampling.schedule.steps; ++end) expectResumesAfter(end, *engine, request, whole);
}

TEST_P(EveryFamily, IsProbedAndGuardedAlike) {
  request.options.probe = ProbePolicy::All;
  expectSameDecisionsAndLatents(request);
  const auto together = traceOf(request, true), apart = traceOf(request, false);
  expectClose(together, apart, "rel_l2", 1e-4);
  request.options.probe = ProbePolicy::None;
  request.sampling.guard = GuardRule::Verify;
  request.sampling.guardEvery = 2;
  const auto checked = traceOf(request, true), checkedApart = traceOf(request, false);
  EXPECT_TRUE(checked.at("check").gt(0).any().item<bool>());
  expectEqual(checked, checkedApart, "check");
  expectClose(checked, checkedApart, "final_latents", kRounding);
}

INSTANTIATE_TEST_SUITE_P(Pairs, EveryFamily, testing::Values("wan-tiny", "ltx-tiny-097"),
                         [](const auto& tested) { return std::string(tested.param).substr(0, 3); });

// Stopped after its third step, and continued.
class Continued : public testing::Test {
protected:
  struct Stopper : Watch {
    RunControl control;
    void stepFinished(const StepReport& report) override {
      Watch::stepFinished(report);
      if (report.step == 2) control.requestStop();
    }
  };

  void begin(bool batched) {
    const engine::ForcedBatch forced(batched);
    Stopper stopper;
    ASSERT_TRUE(createEngine({1})->generate(request, stopper, stopper.control).cancelled());
  }
  RunResult goOn(bool batched) {
    const engine::ForcedBatch forced(batched);
    RunControl control;
    return finished(createEngine({1})->resume(request.options.runFolder, watch, control));
  }
  nlohmann::json place() const {
    return nlohmann::json::parse(std::ifstream(request.options.runFolder / "place.json"));
  }

  TemporaryFolder folder;
  Watch watch;
  GenerationRequest request = [this] {
    auto asked = plain("wan-tiny");
    asked.options.runFolder = folder / "run";
    return asked;
  }();
};

TEST_F(Continued, ARunKeepsItsChoiceWhateverANewOneWouldChoose) {
  begin(true);
  EXPECT_EQ(place().at("batched"), nlohmann::json::array({"large", "small"}));
  EXPECT_EQ(goOn(false).batched, kBoth);
  request.options.runFolder = folder / "other";
  begin(false);
  EXPECT_EQ(place().at("batched"), nlohmann::json::array());
  EXPECT_TRUE(goOn(true).batched.empty());
  EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
}

TEST_F(Continued, ARunOfAnEarlierVersionChoosesAnew) {
  begin(true);
  auto json = place();
  json.erase("batched");
  json.erase("checksum");
  std::ofstream(request.options.runFolder / "place.json") << json.dump();
  EXPECT_TRUE(goOn(false).batched.empty());
  EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
  EXPECT_EQ(place().at("batched"), nlohmann::json::array());
}

// Otherwise, it would choose once more if it were interrupted again.
TEST_F(Continued, ARunThatGoesOnElsewhereKeepsWhatItChoosesThere) {
  begin(false);
  auto json = place();
  json["device"] = "cuda:0";
  json["device_name"] = "another";
  json.erase("checksum");
  std::ofstream(request.options.runFolder / "place.json") << json.dump();
  EXPECT_TRUE(goOn(false).batched.empty());
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_EQ(place().at("device"), "cpu");
  ASSERT_TRUE(place().contains("batched"));
  EXPECT_EQ(place().at("batched"), nlohmann::json::array());
}

// A model that evaluates no second prompt has no batches.
TEST_F(Continued, ARunForgetsBatchesThatItCannotHave) {
  request.sampling.guidanceSmall = 1;
  begin(true);
  auto json = place();
  ASSERT_EQ(json.at("batched"), nlohmann::json::array({"large"}));
  json["batched"] = {"large", "small"};
  json.erase("checksum");
  std::ofstream(request.options.runFolder / "place.json") << json.dump();
  EXPECT_EQ(goOn(true).batched, std::vector{Model::Large});
  EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
  EXPECT_EQ(place().at("batched"), nlohmann::json::array({"large"}));
}

TEST_F(Continued, ABranchHasTheBatchesOfItsFirstSteps) {
  begin(true);
  request.options.branchFrom = std::exchange(request.options.runFolder, folder / "branch");
  const engine::ForcedBatch apart(false);
  EventSink sink;
  EXPECT_EQ(run(request, sink).batched, kBoth);
}

// With the same choice, the same bits: wherever the blocks are.
TEST(StreamedBatches, GiveTheBitsOfAResidentRun) {
  // The tiny pairs' weights are smaller than their encoders' working memory.
  auto request = tinyRequest(sharedEngine().builtInPairs().value().front());
  const engine::ForcedBatch forced(true);
  const auto resident = trace(request);
  const auto largeWith = [&](double budget) {
    request.options.memoryBudget = budget;
    const auto plan = sharedEngine().planMemory(request).value();
    const auto part = *std::ranges::find(plan.parts, "large model", &MemoryPlan::Part::name);
    return plan.fits() ? part : MemoryPlan::Part();
  };
  // The largest budget, to a percent, with which the batched model is streamed.
  double budget = static_cast<double>(sharedEngine().planMemory(request).value().peak()) / 1e9;
  const double least = budget / 10;
  const auto isFound = [&](const MemoryPlan::Part& part) {
    return part.place == MemoryPlan::Place::Streamed && part.isBatched;
  };
  while (budget > least && !isFound(largeWith(budget))) budget *= 0.99;
  ASSERT_GT(budget, least) << "no budget streams a batched model";
  expectEqual(trace(request), resident, "final_latents");
}

class EveryCache : public testing::TestWithParam<Case> {};

TEST_P(EveryCache, DecidesAndGivesTheLatentsOfEvaluationsApart) {
  expectSameDecisionsAndLatents(requestFor(GetParam()));
}

TEST_P(EveryCache, ContinuesToTheSameBits) {
  const auto request = requestFor(GetParam());
  const engine::ForcedBatch forced(true);
  EventSink sink;
  const auto whole = run(request, sink).clip;
  const auto engine = createEngine({1});
  for (const int end : {7, 14, 21, 27}) expectResumesAfter(end, *engine, request, whole);
}

INSTANTIATE_TEST_SUITE_P(Pairs, EveryCache, testing::ValuesIn(kCases), [](const auto& tested) {
  auto name = fmt::format("{}{}{}{}", tested.param.pair, toString(tested.param.rule),
                          tested.param.retains ? "retention" : "", toString(tested.param.schedule));
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
});

// The perturbed evaluation is a forward of its own, with the conditional prompt's sample of the batch.
TEST(PerturbedEvaluations, FollowTheBatch) {
  auto request = plain("ltx-tiny-097");
  for (auto* spec : {&request.pair.largeGuidanceSpec, &request.pair.smallGuidanceSpec}) {
    spec->stg = 1;
    spec->stgBlocks = {1};
    spec->rescale = 0.7;
  }
  expectSameDecisionsAndLatents(request);
}

TEST(Loras, OfEachStageAreFollowed) {
  const TemporaryFolder folder;
  auto request = plain("wan-tiny");
  const auto without = traceOf(request, true);
  const auto lora = saveLora(folder / "lora.safetensors");
  request.sampling.loras = {{lora, 1, LoraTarget::Early}, {lora, -0.5, LoraTarget::Late}};
  expectSameDecisionsAndLatents(request);
  EXPECT_GT(relativeL2(traceOf(request, true).at("final_latents"), without.at("final_latents")), 1e-3);
}

// Its tokens differ in their noise level.
TEST(ImagesOfAnLtxClip, AreEvaluatedApart) {
  auto request = plain("ltx-tiny-097");
  const engine::ForcedBatch forced(true);
  const auto batches = [&] {
    const auto plan = value(sharedEngine().planMemory(request));
    return std::ranges::any_of(plan.parts, &MemoryPlan::Part::isBatched);
  };
  EXPECT_TRUE(batches());
  request.clip.images = {{oracleFolder("engine_ltx") / "last.png", 8, 0.5}};
  EXPECT_FALSE(batches());
}

}  // namespace
}  // namespace fb
