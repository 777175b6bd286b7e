// SPDX-License-Identifier: MIT
// Whole runs whose forwards are recorded and replayed, with a recorder that plays the GPU: the bits of plain runs.
#include "cache_cases.h"

#include "counting_recorder.h"
#include "engine/memory_planner.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fb {
namespace {

GenerationRequest plain(const char* pair, CacheRule rule = CacheRule::None, double threshold = 0, int steps = 10) {
  auto request = requestFor({pair, rule, threshold, SchedulePreset::LSL});
  request.sampling.schedule.steps = steps;
  return request;
}

class Replayed : public testing::Test {
protected:
  weights::NamedTensors traceOf(const GenerationRequest& request, models::Recorder* with) {
    const models::RecorderScope scope(with);
    return trace(request);
  }
  weights::NamedTensors expectSameBits(const GenerationRequest& request) {
    auto replayed = traceOf(request, &recorder);
    const auto apart = traceOf(request, nullptr);
    for (const auto* same : {"noise", "model_is_large", "reused", "reused_evaluations", "check", "final_latents"})
      expectEqual(replayed, apart, same);
    EXPECT_FALSE(recorder.problem()) << *recorder.problem();
    // Recordings end with the run.
    EXPECT_EQ(recorder.alive, 0);
    return replayed;
  }
  MemoryPlan::Part planned(const GenerationRequest& request, std::string_view name) {
    const models::RecorderScope scope(&recorder);
    const auto plan = value(sharedEngine().planMemory(request));
    for (const auto& part : plan.parts)
      if (part.name == name) return part;
    throw std::out_of_range(std::string(name));
  }

  CountingRecorder recorder;
  TemporaryFolder folder;
};

class EveryFamily : public Replayed, public testing::WithParamInterface<const char*> {
protected:
  GenerationRequest request = plain(GetParam());
};

TEST_P(EveryFamily, GivesTheSameBits) {
  EXPECT_TRUE(planned(request, "large model").isReplayed);
  expectSameBits(request);
  // Two evaluations of each model. Each is computed once plainly, and then once more next to its recording.
  EXPECT_EQ(recorder.records, 4);
  EXPECT_EQ(recorder.replays, 2 * request.sampling.schedule.steps - 4);
}

TEST_P(EveryFamily, GivesTheSameBitsInBatches) {
  const engine::ForcedBatch forced(true);
  expectSameBits(request);
  EXPECT_EQ(recorder.records, 2);
  EXPECT_EQ(recorder.replays, request.sampling.schedule.steps - 2);
}

TEST_P(EveryFamily, WithoutGuidanceHasOneRecordingOfEachModel) {
  request.sampling.guidance = 1;
  expectSameBits(request);
  EXPECT_EQ(recorder.records, 2);
}

TEST_P(EveryFamily, IsProbedAndGuardedAlike) {
  request.options.probe = ProbePolicy::All;
  const auto probed = expectSameBits(request);
  expectEqual(probed, traceOf(request, nullptr), "rel_l2");
  request.options.probe = ProbePolicy::None;
  request.sampling.guard = GuardRule::Verify;
  request.sampling.guardEvery = 2;
  EXPECT_TRUE(expectSameBits(request).at("check").gt(0).any().item<bool>());
}

TEST_P(EveryFamily, WithEasyCacheReplaysWhatIsComputed) {
  request = plain(GetParam(), CacheRule::EasyCache, 0.6, kSteps);
  EXPECT_TRUE(expectSameBits(request).at("reused").any().item<bool>());
  EXPECT_GT(recorder.replays, recorder.records);
}

// Their forwards may end before the blocks.
TEST_P(EveryFamily, IsNotReplayedWithTeaCacheAndMagCache) {
  for (const auto rule : {CacheRule::TeaCache, CacheRule::MagCache}) {
    request = plain(GetParam(), rule, 0.1, kSteps);
    EXPECT_FALSE(planned(request, "large model").isReplayed);
    expectSameBits(request);
  }
  EXPECT_EQ(recorder.records, 0);
}

TEST_P(EveryFamily, ContinuesAfterAnyStepToTheSameBits) {
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control)).clip;
  const models::RecorderScope scope(&recorder);
  for (int end = 1; end < request.sampling.schedule.steps; ++end) expectResumesAfter(end, *engine, request, whole);
  EXPECT_GT(recorder.replays, 0);
}

TEST_P(EveryFamily, GoesOnPlainlyIfNothingCanBeRecorded) {
  recorder.onRecord = [] { throw std::runtime_error("no capture today"); };
  const auto engine = createEngine({1});
  Watch watch;
  RunControl control, again;
  const auto whole = finished(engine->generate(request, watch, control)).clip;
  EXPECT_TRUE(watch.warnings.empty());
  const models::RecorderScope scope(&recorder);
  expectSameClip(finished(engine->generate(request, watch, again)).clip, whole);
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("no capture today"), std::string::npos) << watch.warnings[0];
  EXPECT_EQ(recorder.records, 0);
  EXPECT_FALSE(planned(request, "large model").isReplayed);
}

INSTANTIATE_TEST_SUITE_P(Pairs, EveryFamily, testing::Values("wan-tiny", "ltx-tiny-097"),
                         [](const auto& tested) { return std::string(tested.param).substr(0, 3); });

class OneFamily : public Replayed {};

TEST_F(OneFamily, PerturbedEvaluationsHaveTheirOwnRecording) {
  auto request = plain("ltx-tiny-097");
  for (auto* spec : {&request.pair.largeGuidanceSpec, &request.pair.smallGuidanceSpec}) {
    spec->stg = 1;
    spec->stgBlocks = {1};
  }
  expectSameBits(request);
  EXPECT_EQ(recorder.records, 6);
}

// Which tokens have the same noise level is found out by waiting for the device, which a recording must not.
TEST_F(OneFamily, ImagesOfAnLtxClipAreNotReplayed) {
  auto request = plain("ltx-tiny-097");
  request.clip.images = {{oracleFolder("engine_ltx") / "last.png", 8, 0.5}};
  EXPECT_FALSE(planned(request, "large model").isReplayed);
  expectSameBits(request);
  EXPECT_EQ(recorder.records, 0);
}

// Other strengths are other forwards, also if both models are one file.
TEST_F(OneFamily, LorasOfEachStageAreFollowed) {
  auto request = plain("wan-tiny");
  const auto without = trace(request);
  const auto lora = saveLora(folder / "lora.safetensors");
  request.sampling.loras = {{lora, 1, LoraTarget::Early}, {lora, -0.5, LoraTarget::Late}};
  EXPECT_FALSE(expectSameBits(request).at("final_latents").equal(without.at("final_latents")));
  EXPECT_GT(recorder.replays, recorder.records);
  request.pair.small = request.pair.large;
  request.sampling.loras = {{lora, 1, LoraTarget::Early}, {lora, 0.5, LoraTarget::Small}};
  request.options.probe = ProbePolicy::All;
  expectSameBits(request);
}

TEST_F(OneFamily, StreamedModelsAreNotReplayed) {
  // The tiny pairs' weights are smaller than their encoders' working memory.
  auto request = tinyRequest(value(sharedEngine().builtInPairs()).front());
  const auto resident = traceOf(request, nullptr);
  ASSERT_TRUE(planned(request, "large model").isReplayed);
  const models::RecorderScope scope(&recorder);
  const auto isStreamed = [&](double budget) {
    request.options.memoryBudget = budget;
    return value(sharedEngine().planMemory(request)).fits() &&
           planned(request, "large model").place == MemoryPlan::Place::Streamed;
  };
  // The largest budget, to a percent, with which the model is streamed.
  double budget = static_cast<double>(value(sharedEngine().planMemory(request)).peak()) / 1e9;
  const double least = budget / 10;
  while (budget > least && !isStreamed(budget)) budget *= 0.99;
  ASSERT_GT(budget, least) << "no budget streams the large model";
  EXPECT_FALSE(planned(request, "large model").isReplayed);
  expectEqual(trace(request), resident, "final_latents");
  EXPECT_FALSE(recorder.problem()) << *recorder.problem();
}

}  // namespace
}  // namespace fb
