// SPDX-License-Identifier: MIT
// Whole LTX runs against the same runs by diffusers: tiny random pairs, fp32 on the CPU, guidance on.
#include "base/families/ltx.h"
#include "compute/devices.h"
#include "engine/family.h"
#include "engine/run_memory.h"
#include "flowblend/cost.h"
#include "trace_cases.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

#include <map>

namespace fb {
namespace {

struct Case {
  const char* pair;
  SolverKind solver;
  SchedulePreset schedule;
};

PairSpec ltxPair(const std::string& name) { return pairIn(oracleFolder("engine_ltx") / name); }

// The arguments of tests/oracle/engine_ltx.py.
GenerationRequest ltxRequest(const std::string& pair) {
  auto request = defaultRequest(ltxPair(pair));
  request.clip.prompt = "A cat & a dog   baking a cake together in a kitchen.";
  request.clip.negativePrompt = "worst quality, inconsistent motion, blurry";
  request.clip.width = 96;
  request.clip.height = 64;
  request.clip.frames = 17;
  request.clip.fps = 24;
  request.sampling.guidance = 3;
  request.sampling.seed = 3;
  request.sampling.schedule = {1, 0, 10, 0};
  request.options.preview = false;
  return request;
}

void expectClip(const weights::NamedTensors& ours, const weights::NamedTensors& reference) {
  expectClose(ours, reference, "final_latents", 1e-4);
  ASSERT_EQ(ours.at("frames").sizes(), reference.at("frames").sizes());
  EXPECT_LE((ours.at("frames") - reference.at("frames")).abs().max().item<double>(), 1e-3);
}

class LtxParity : public testing::TestWithParam<Case> {};

TEST_P(LtxParity, IsTheClipOfDiffusers) {
  const auto [pair, solver, schedule] = GetParam();
  auto request = ltxRequest(pair);
  request.sampling.solver = solver;
  request.sampling.schedule = StageSchedule::fromPreset(schedule, 10);
  const auto ours = trace(request);
  const auto name = fmt::format("{}-{}-{}.safetensors", pair, toString(solver), toString(schedule));
  const auto reference = weights::loadTensors(oracleFolder("engine_ltx") / name).tensors;
  for (const auto* same : {"noise", "input_ids", "negative_input_ids", "model_is_large"})
    expectEqual(ours, reference, same);
  expectClose(ours, reference, "sigmas", 1e-6);
  expectClose(ours, reference, "timesteps", 1e-6);
  expectClose(ours, reference, "prompt_embeds", 1e-5);
  expectClip(ours, reference);
}

INSTANTIATE_TEST_SUITE_P(AllPairs, LtxParity, testing::ValuesIn([] {
                           std::vector<Case> cases;
                           for (const auto* pair : {"ltx-tiny", "ltx-tiny-090", "ltx-tiny-097"})
                             for (const auto solver : {SolverKind::Euler, SolverKind::DpmSolverPP, SolverKind::UniPC})
                               for (const auto schedule : {SchedulePreset::LLL, SchedulePreset::LSL})
                                 cases.push_back({pair, solver, schedule});
                           return cases;
                         }()));

GenerationRequest stochasticRequest() {
  auto request = ltxRequest("ltx-tiny-097");
  request.sampling.solver = SolverKind::Euler;
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LSL, 10);
  request.pair.distilledSmall = request.pair.stochasticSmall = true;
  return request;
}

TEST(LtxParity, AStochasticSmallModelDrawsNoiseAsDiffusersDoes) {
  const auto reference = weights::loadTensors(oracleFolder("engine_ltx") / "stochastic.safetensors").tensors;
  expectClip(trace(stochasticRequest()), reference);
}

TEST(LtxParity, AStochasticRunResumesToTheSameBitsFromEveryStep) {
  const auto engine = createEngine({1});
  EventSink sink;
  auto request = stochasticRequest();
  request.sampling.schedule = {0.2, 0.2, 5, 0};
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control));
  for (int end = 1; end < 5; ++end) expectResumesAfter(end, *engine, request, whole.clip);
}

TEST(LtxParity, ImagesAreTheConditionsOfDiffusers) {
  const auto root = oracleFolder("engine_ltx");
  const std::map<std::string, std::vector<ImageCondition>> cases{
      {"first", {{root / "first.png", 0, 1}}},
      {"two", {{root / "first.png", 0, 0.7}, {root / "middle.png", 8, 1}, {root / "last.png", 16, 0.6}}}};
  for (const auto& [name, images] : cases) {
    auto request = ltxRequest("ltx-tiny-097");
    request.clip.images = images;
    const auto reference = weights::loadTensors(root / ("images-" + name + ".safetensors")).tensors;
    SCOPED_TRACE(name);
    expectClip(trace(request), reference);
  }
}

TEST(LtxParity, ARunWithImagesResumesToTheSameBits) {
  const auto root = oracleFolder("engine_ltx");
  auto request = ltxRequest("ltx-tiny-097");
  request.sampling.schedule = {0.4, 0.2, 10, 2};
  request.clip.images = {{root / "first.png", 0, 1}, {root / "last.png", -1 * 8, 0.5}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control));
  expectResumesAfter(6, *engine, request, whole.clip);
}

GenerationRequest twoPassRequest() {
  auto request = ltxRequest("ltx-tiny-097");
  request.pair.upsampler = oracleFolder("engine_ltx") / "upsampler";
  request.sampling.twoPass = true;
  request.clip.width = 128;
  request.clip.height = 64;
  return request;
}

TEST(LtxParity, TwoPassesAreUpsampledAndRefinedAsByDiffusers) {
  const auto ours = trace(twoPassRequest());
  const auto reference = weights::loadTensors(oracleFolder("engine_ltx") / "two-pass.safetensors").tensors;
  expectClose(ours, reference, "final_latents", 1e-4);
}

TEST(LtxParity, TwoPassesResumeToTheSameBitsFromEveryStep) {
  const auto engine = createEngine({1});
  auto request = twoPassRequest();
  request.sampling.schedule = {0.4, 0.2, 5, 0};
  request.clip.images = {{oracleFolder("engine_ltx") / "last.png", 8, 0.5}};
  struct Steps : EventSink {
    RunControl* control = nullptr;
    int stopAt = 0;
    std::vector<StepReport> reports;
    void stepFinished(const StepReport& report) override {
      reports.push_back(report);
      if (report.end == stopAt) control->requestStop();
    }
  } all;
  RunControl control;
  const auto whole = finished(engine->generate(request, all, control));
  ASSERT_EQ(all.reports.size(), 8u);
  EXPECT_EQ(all.reports.back().step, 7);
  EXPECT_EQ(all.reports.back().steps, 8);
  EXPECT_NEAR(all.reports[5].sigma, 0.9094, 1e-6);
  EXPECT_EQ(all.reports[5].model, Model::Large);
  EXPECT_EQ(whole.clip.width(), 128);

  const TemporaryFolder folder;
  for (const int stopAt : {3, 5, 6, 7}) {
    auto stopped = request;
    stopped.options.runFolder = folder / std::to_string(stopAt);
    RunControl stopping;
    Steps steps;
    steps.control = &stopping;
    steps.stopAt = stopAt;
    ASSERT_TRUE(engine->generate(stopped, steps, stopping).cancelled()) << stopAt;
    EXPECT_EQ(sharedEngine().inspectRun(stopped.options.runFolder).value().stepsDone, stopAt);
    EXPECT_FALSE(sharedEngine().inspectRun(stopped.options.runFolder).value().sampled);
    RunControl again;
    EventSink sink;
    expectSameClip(finished(engine->resume(stopped.options.runFolder, sink, again)).clip, whole.clip);
    EXPECT_TRUE(sharedEngine().inspectRun(stopped.options.runFolder).value().sampled);
  }
}

// The latents that the second pass begins with are not yet those of a step, nor of its size.
TEST(LtxParity, TwoPassesResumeToTheSameBitsFromWithinTheFirstStepOfTheSecond) {
  const auto engine = createEngine({1});
  auto request = twoPassRequest();
  request.sampling.schedule = {1, 0, 5, 0};
  struct StopWithin : EventSink {
    RunControl* control = nullptr;
    void stepProgress(int step, double done) override {
      if (control && step == 5 && done > 0) control->requestStop();
    }
  } stop, sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control));
  for (const int saveEvery : {1, 1000}) {
    SCOPED_TRACE(saveEvery);
    const TemporaryFolder folder;
    request.options.runFolder = folder / "run";
    request.options.saveEvery = saveEvery;
    RunControl stopping, again;
    stop.control = &stopping;
    ASSERT_TRUE(engine->generate(request, stop, stopping).cancelled());
    EXPECT_EQ(engine->inspectRun(folder / "run").value().stepsDone, 5);
    expectSameClip(finished(engine->resume(folder / "run", sink, again)).clip, whole.clip);
  }
}

TEST(LtxRuns, TwoPassesNeedAnUpsamplerAndSidesThatCanBeHalved) {
  auto request = twoPassRequest();
  EXPECT_TRUE(sharedEngine().validate(request).empty());
  const double refined = sharedEngine().estimateCost(request).value().sampling;
  request.sampling.twoPass = false;
  EXPECT_GT(refined, 0.25 * sharedEngine().estimateCost(request).value().sampling);
  request.sampling.twoPass = true;
  request.pair.upsampler.clear();
  request.clip.width = 96;
  const auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_NE(problems[1].find("no latent upsampler"), std::string::npos) << problems[1];
  EXPECT_NE(problems[0].find("multiple of 64"), std::string::npos) << problems[0];
}

TEST(LtxParity, BFloat16StaysNearTheReference) {
  auto request = ltxRequest("ltx-tiny-097");
  request.options.dtype = DType::BFloat16;
  request.sampling.solver = SolverKind::Euler;
  const auto reference =
      weights::loadTensors(oracleFolder("engine_ltx") / "ltx-tiny-097-euler-lll.safetensors").tensors;
  expectClose(trace(request), reference, "final_latents", 5e-2);
}

TEST(LtxRuns, PreviewsAreFittedAndShowTheClipsFramesOnly) {
  struct Previews : EventSink {
    std::size_t frames = 0;
    int count = 0;
    void previewReady(int, const Clip& clip) override {
      frames = clip.frames.size();
      ++count;
    }
  } sink;
  auto request = ltxRequest("ltx-tiny-097");
  request.options.preview = true;
  request.clip.images = {{oracleFolder("engine_ltx") / "last.png", 16, 1}};
  const auto engine = createEngine({1});
  RunControl control;
  finished(engine->generate(request, sink, control));
  EXPECT_EQ(sink.count, 10);
  EXPECT_EQ(sink.frames, 3u);
}

TEST(LtxRuns, RefusesWhatTheFamilyCannotDo) {
  auto request = ltxRequest("ltx-tiny-097");
  request.clip.width = 80;
  request.clip.frames = 12;
  request.clip.images = {{"nowhere.png", 3, 1}};
  const auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_NE(problems[0].find("multiple of 32"), std::string::npos) << problems[0];
  EXPECT_NE(problems[1].find("multiple of 8"), std::string::npos) << problems[1];
  request = ltxRequest("ltx-tiny-097");
  request.clip.images = {{"nowhere.png", 0, 1}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto error = failure(engine->generate(request, sink, control));
  EXPECT_EQ(error.kind, ErrorKind::NotFound);
  EXPECT_NE(error.message.find("nowhere.png"), std::string::npos) << error.message;
}

// What an earlier run left serves the next one, or goes before more is loaded.
TEST(LtxRuns, TheVaeIsInMemoryOnce) {
  auto request = ltxRequest("ltx-tiny-097");
  request.options.device = "cpu";
  request.options.dtype = DType::Float32;
  const auto bytesAfter = [&](engine::ModelPool& pool, bool encodes) {
    const c10::InferenceMode inference;
    engine::PartStore parts(pool);
    const auto pipeline = engine::familyOf(request.pair.family).makePipeline(request, parts);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto latents = at::zeros(pipeline->passes().at(0).latentShape);
    if (encodes) pipeline->previewFactors();
    pipeline->decode(pipeline->decodeInput(latents, generator), {}, {});
    return pool.bytesOn(at::kCPU);
  };
  engine::ModelPool pool, other;
  const auto decoder = bytesAfter(pool, false), whole = bytesAfter(other, true);
  ASSERT_GT(decoder, 0u);
  ASSERT_GT(whole, decoder);
  EXPECT_EQ(bytesAfter(pool, true), whole);
  EXPECT_EQ(bytesAfter(pool, false), whole);
  EXPECT_EQ(bytesAfter(other, false), whole);
}

// A run that is decoded later needs no room for what encoded its images.
TEST(LtxRuns, DecodingLaterNeedsTheDecoderOnly) {
  auto request = ltxRequest("ltx-tiny-097");
  request.options.device = "cpu";
  request.options.dtype = DType::Float32;
  weights::CheckpointCache checkpoints;
  const auto& family = engine::familyOf(request.pair.family);
  const auto decoder = family.decodingNeeds(request, checkpoints);
  request.clip.images = {{oracleFolder("engine_ltx") / "first.png", 0, 1}};
  const auto whole = family.decodingNeeds(request, checkpoints).weights.total();
  ASSERT_GT(whole, decoder.weights.total());
  constexpr std::uint64_t kRounding = 100;
  request.options.memoryBudget = static_cast<double>(decoder.weights.total() + decoder.tiledWorking + kRounding) / 1e9;
  const auto problem = [&](std::uint64_t loaded) {
    return engine::RunMemory::planDecoding(request, compute::listDevices(), {loaded, loaded}, loaded, checkpoints)
        .problem;
  };
  EXPECT_EQ(problem(0), "");
  EXPECT_EQ(problem(decoder.weights.total()), "");
  EXPECT_NE(problem(whole), "");
}

// A run of few steps tells the time of many refining ones: the size of one counts, not that of all together.
TEST(LtxRuns, ALongSecondPassHasATime) {
  auto request = twoPassRequest();
  const auto speed = [&] {
    const auto refining = sharedEngine().estimateCost(request).value().refining;
    return refining.seconds ? refining.flops / *refining.seconds : 0;
  };
  EventSink sink;
  RunControl control;
  finished(sharedEngine().generate(request, sink, control));
  const auto few = speed();
  ASSERT_GT(few, 0);
  request.pair.refineSigmas.clear();
  constexpr int kSteps = 500;
  for (int i = 0; i < kSteps; ++i) request.pair.refineSigmas.push_back(.9 - .001 * i);
  EXPECT_NEAR(speed(), few, 1e-6 * few);
}

TEST(LtxRuns, CountsTokensAndCosts) {
  const auto request = ltxRequest("ltx-tiny-097");
  const auto engine = createEngine({1});
  EXPECT_GT(engine->countTokens(request.pair, request.clip.prompt).value(), 10);
  const auto cost = sharedEngine().estimateCost(request);
  ASSERT_TRUE(cost) << cost.error().message;
  EXPECT_GT(cost.value().largeForward, cost.value().smallForward);
  auto mixed = request;
  mixed.sampling.schedule = {0.4, 0.2, 10, 0};
  const double lsl = sharedEngine().estimateCost(mixed).value().sampling;
  mixed.sampling.schedule.middleSteps = 2;
  EXPECT_LT(sharedEngine().estimateCost(mixed).value().sampling, lsl);
}

TEST(LtxPairs, AreRecognisedAndChecked) {
  auto pair = ltxPair("ltx-tiny-097");
  EXPECT_EQ(pair.family, Family("ltx"));
  EXPECT_TRUE(ltx::Settings::of(pair).causalPositions);
  EXPECT_EQ(pair.sigmas.rule, SigmaRule::LinearQuadratic);
  const auto fits = sharedEngine().checkPair(pair);
  EXPECT_TRUE(fits.ok()) << fits.error().message;
  EXPECT_EQ(ltxPair("ltx-tiny-090").sigmas.rule, SigmaRule::ResolutionShift);
  EXPECT_FALSE(ltx::Settings::of(ltxPair("ltx-tiny-090")).causalPositions);

  pair.small = ltxPair("ltx-tiny-090").small;  // the 0.9.0 kind has another VAE
  const auto other = sharedEngine().checkPair(pair);
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("latent"), std::string::npos) << other.error().message;

  pair = ltxPair("ltx-tiny-097");
  pair.textEncoder = pair.vae;
  const auto refused = sharedEngine().checkPair(pair);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("must be a T5 text encoder"), std::string::npos) << refused.error().message;
}

}  // namespace
}  // namespace fb
