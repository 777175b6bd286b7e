// SPDX-License-Identifier: MIT
// Whole WAN image-to-video runs against the same runs by diffusers: tiny random model, fp32 on the CPU.
#include "base/families.h"
#include "engine/family.h"
#include "engine/image_tensors.h"
#include "engine/memory_planner.h"
#include "engine/part_store.h"
#include "flowblend/cost.h"
#include "trace_cases.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <map>
#include <string>

namespace fb {
namespace {

std::filesystem::path inOracle(const std::string& name) { return oracleFolder("engine_wan_i2v") / name; }

PairSpec pairOf(const std::string& large, const std::string& small) {
  return pairOfFolders(inOracle(large), inOracle(small));
}

// The arguments of tests/oracle/engine_wan_i2v.py.
GenerationRequest imageRequest(const PairSpec& pair = pairOf("i2v", "i2v")) {
  auto request = tinyRequest(pair);
  request.sampling.schedule = {1, 0, 10, 0};
  request.clip.images = {{inOracle("first.png"), 0, 1}};
  return request;
}

// The same pair with a text-to-video transformer in both places.
PairSpec textPair() {
  auto pair = pairOf("i2v", "t2v");
  pair.large = pair.small;
  pair.imageEncoder.clear();
  return pair;
}

bool mentions(const std::vector<std::string>& problems, const std::string& text) {
  return std::ranges::any_of(problems, [&](const auto& problem) { return problem.find(text) != std::string::npos; });
}

void expectClip(const weights::NamedTensors& ours, const weights::NamedTensors& reference) {
  expectClose(ours, reference, "final_latents", 1e-4);
  ASSERT_EQ(ours.at("frames").sizes(), reference.at("frames").sizes());
  EXPECT_LE((ours.at("frames") - reference.at("frames")).abs().max().item<double>(), 1e-3);
}

TEST(WanImageParity, IsTheClipOfDiffusers) {
  expectClip(trace(imageRequest()), weights::loadTensors(inOracle("unipc.safetensors")).tensors);
}

TEST(WanImageParity, IsTheClipOfDiffusersByEulerWithoutGuidance) {
  auto request = imageRequest();
  request.sampling.solver = SolverKind::Euler;
  request.sampling.guidance = 1;
  expectClip(trace(request), weights::loadTensors(inOracle("euler.safetensors")).tensors);
}

TEST(WanImageParity, IsTheClipOfDiffusersWithBothPromptsInOneForward) {
  const engine::ForcedBatch forced(true);
  EventSink sink;
  RunControl control;
  EXPECT_EQ(finished(createEngine({1})->generate(imageRequest(), sink, control)).batched, std::vector{Model::Large});
  expectClip(trace(imageRequest()), weights::loadTensors(inOracle("unipc.safetensors")).tensors);
}

TEST(WanImageParity, BFloat16StaysNearTheReference) {
  auto request = imageRequest();
  request.options.dtype = DType::BFloat16;
  expectClose(trace(request), weights::loadTensors(inOracle("unipc.safetensors")).tensors, "final_latents", 5e-2);
}

// Resizing is bit-identical to Pillow, so only the normalisation rounds: 1e-6 for values around 1.
TEST(WanImageParity, ImagesArePreparedForClipAsTransformersDoesIt) {
  const auto images = weights::loadTensors(inOracle("images.safetensors")).tensors;
  ASSERT_FALSE(images.empty());
  for (const auto& [name, expected] : images) {
    const auto ours = engine::readClipImage(inOracle(name + ".png"), static_cast<int>(expected.size(-1)));
    ASSERT_EQ(ours.sizes(), expected.sizes()) << name;
    EXPECT_LE((ours - expected).abs().max().item<double>(), 1e-6) << name;
  }
}

TEST(WanImageParity, ImagesOfEverySizeAreResizedAsDiffusersDoesIt) {
  const auto frames = weights::loadTensors(inOracle("frames.safetensors")).tensors;
  ASSERT_FALSE(frames.empty());
  for (const auto& [name, expected] : frames) {
    const auto ours = engine::readImage(inOracle(name + ".png"), static_cast<int>(expected.size(-1)),
                                        static_cast<int>(expected.size(-2)));
    EXPECT_LE((ours.squeeze(2) - expected).abs().max().item<double>(), 1e-6) << name;
  }
}

TEST(WanImageRuns, AnotherImageIsAnotherClip) {
  auto request = imageRequest();
  request.sampling.schedule.steps = 2;
  const auto first = trace(request).at("final_latents");
  request.clip.images.front().file = inOracle("tall.png");
  EXPECT_GT(relativeL2(trace(request).at("final_latents"), first), 1e-2);
}

TEST(WanImageRuns, ResumesToTheSameBits) {
  const auto request = imageRequest();
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control));
  expectResumesAfter(5, *engine, request, whole.clip);
}

TEST(WanImageRuns, TheSmallModelIsRefusedWithTheReason) {
  constexpr auto kReason = "WAN 2.1 has no small image-to-video model";
  // The large model given twice, and a small model that only supports text.
  for (const auto* small : {"i2v", "t2v"}) {
    SCOPED_TRACE(small);
    auto request = imageRequest(pairOf("i2v", small));
    EXPECT_TRUE(sharedEngine().validate(request).empty());
    request.sampling.schedule = {0.4, 0.2, 10, 0};
    EXPECT_TRUE(mentions(sharedEngine().validate(request), kReason));
    const auto engine = createEngine({1});
    EventSink sink;
    RunControl control;
    const auto error = failure(engine->generate(request, sink, control));
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    EXPECT_NE(error.message.find(kReason), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("LLL"), std::string::npos) << error.message;
    request.sampling.schedule = {1, 0, 10, 0};
    request.options.probe = ProbePolicy::All;
    EXPECT_TRUE(mentions(sharedEngine().validate(request), kReason));
  }
}

// If the boundaries are moved during a run, the small model is refused at its first step.
TEST(WanImageRuns, TheSmallModelIsRefusedInARunningStage) {
  struct MoveAfter : EventSink {
    RunControl& control;
    explicit MoveAfter(RunControl& c) : control(c) {}
    void stepFinished(const StepReport& report) override {
      if (report.step == 1) control.moveBoundaries(0.4, 0.2);
    }
  };
  const auto request = imageRequest(pairOf("i2v", "t2v"));
  const auto engine = createEngine({1});
  RunControl control;
  MoveAfter sink(control);
  const auto error = failure(engine->generate(request, sink, control));
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find("no small model that accepts an image"), std::string::npos) << error.message;
}

TEST(WanImageRuns, TakesExactlyOneImageWhichIsTheFirstFrame) {
  auto request = imageRequest();
  const auto image = request.clip.images.front();
  for (const auto& images :
       std::vector<std::vector<ImageCondition>>{{}, {image, image}, {{image.file, 4, 1}}, {{image.file, 0, 0.5}}}) {
    request.clip.images = images;
    EXPECT_TRUE(mentions(sharedEngine().validate(request), "exactly one image"));
  }
  request.clip.images = {{"nowhere.png", 0, 1}};
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto error = failure(engine->generate(request, sink, control));
  EXPECT_EQ(error.kind, ErrorKind::NotFound);
  EXPECT_NE(error.message.find("nowhere.png"), std::string::npos) << error.message;
}

TEST(WanImageRuns, ATextPairTakesNoImage) {
  auto request = imageRequest(textPair());
  EXPECT_TRUE(mentions(sharedEngine().validate(request), "from text only"));
  request.clip.images.clear();
  EXPECT_TRUE(sharedEngine().validate(request).empty());
}

TEST(WanImageRuns, TheImageEncoderGoesWithTheTransformer) {
  const auto engine = createEngine({1});
  EventSink sink;
  const auto errorWith = [&](const PairSpec& pair, bool image) {
    auto request = imageRequest(pair);
    if (!image) request.clip.images.clear();
    RunControl control;
    return failure(engine->generate(request, sink, control)).message;
  };
  auto lacking = pairOf("i2v", "i2v");
  lacking.imageEncoder.clear();
  EXPECT_NE(errorWith(lacking, false).find("has no image encoder"), std::string::npos);
  auto needless = textPair();
  needless.imageEncoder = inOracle("i2v") / "image_encoder";
  EXPECT_NE(errorWith(needless, true).find("text-to-video transformer"), std::string::npos);
}

TEST(WanImageRuns, CountsTheImageInTheCost) {
  const auto image = sharedEngine().estimateCost(imageRequest());
  ASSERT_TRUE(image) << image.error().message;
  auto pair = textPair();
  auto request = imageRequest(pair);
  request.clip.images.clear();
  const auto text = sharedEngine().estimateCost(request);
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_GT(image.value().largeForward, text.value().largeForward);
}

// Images are encoded in float32, and the VAE stays so until it decodes: only then does bfloat16 take less.
TEST(WanImageRuns, DecodingInBfloat16LeavesEncodingAsItIs) {
  auto request = imageRequest();
  const auto totals = [&] {
    const auto plan = sharedEngine().planMemory(request).value();
    std::map<std::string, std::uint64_t> found;
    for (const auto& phase : plan.phases) found[phase.name] = phase.total();
    return found;
  };
  for (const bool isPreviewed : {false, true}) {
    request.options.preview = isPreviewed;
    request.options.decodePrecision = DecodePrecision::Exact;
    auto exact = totals();
    request.options.decodePrecision = DecodePrecision::Bf16;
    auto rounded = totals();
    EXPECT_LT(rounded.at("decoding"), exact.at("decoding"));
    exact.erase("decoding");
    rounded.erase("decoding");
    EXPECT_TRUE(exact.contains("images") && exact.contains("early")) << isPreviewed;
    EXPECT_EQ(exact, rounded);
  }
}

// What encoded goes before the decoder of another dtype is loaded, and whatever an earlier run left, too.
TEST(WanImageRuns, TheVaeIsInMemoryInOneDtype) {
  auto request = imageRequest();
  request.options.device = "cpu";
  request.options.dtype = DType::Float32;
  engine::ModelPool pool;
  const auto bytesAfter = [&](DecodePrecision precision, bool encodes) {
    const c10::InferenceMode inference;
    request.options.decodePrecision = precision;
    engine::PartStore parts(pool);
    const auto pipeline = engine::familyOf(request.pair.family).makePipeline(request, parts);
    if (encodes) pipeline->previewFactors();
    EXPECT_EQ(pipeline->decoderBytes(), pool.bytesOn(at::kCPU));
    auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto latents = at::zeros(pipeline->passes().at(0).latentShape);
    pipeline->decode(pipeline->decodeInput(latents, generator), {}, {});
    EXPECT_EQ(pipeline->decoderBytes(), pool.bytesOn(at::kCPU));
    return pool.bytesOn(at::kCPU);
  };
  const auto exact = bytesAfter(DecodePrecision::Exact, true), rounded = bytesAfter(DecodePrecision::Bf16, true);
  EXPECT_GT(rounded, 0u);
  EXPECT_LT(static_cast<double>(rounded), .6 * static_cast<double>(exact));
  EXPECT_EQ(bytesAfter(DecodePrecision::Bf16, false), rounded);
  EXPECT_EQ(bytesAfter(DecodePrecision::Exact, false), exact);
  EXPECT_EQ(bytesAfter(DecodePrecision::Bf16, false), rounded);
}

TEST(WanImagePairs, AreReadFromPipelineFolders) {
  const auto pair = pairOf("i2v", "i2v");
  EXPECT_EQ(pair.family, Family("wan"));
  EXPECT_EQ(pair.imageEncoder, inOracle("i2v") / "image_encoder");
  EXPECT_EQ(pair.defaults.sampling.schedule.early, 1);
  EXPECT_EQ(pair.defaults.sampling.schedule.late, 0);
  const auto info = sharedEngine().inspectComponent(pair.imageEncoder);
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().kind, kVisionEncoder);
  EXPECT_EQ(info.value().kind.name(), "CLIP image encoder");
  EXPECT_TRUE(info.value().complete());
  EXPECT_NE(sharedEngine().inspectComponent(pair.large).value().variant.find("image-to-video"), std::string::npos);
}

TEST(WanImagePairs, AreChecked) {
  for (const auto* small : {"i2v", "t2v"}) {
    const auto fits = sharedEngine().checkPair(pairOf("i2v", small));
    EXPECT_TRUE(fits.ok()) << fits.error().message;
  }
  EXPECT_TRUE(sharedEngine().checkPair(textPair()).ok());
  const auto errorOf = [](const PairSpec& pair) {
    const auto refused = sharedEngine().checkPair(pair);
    return refused.ok() ? std::string("accepted") : refused.error().message;
  };
  auto pair = pairOf("i2v", "i2v");
  pair.imageEncoder = pair.textEncoder;
  EXPECT_NE(errorOf(pair).find("image encoder must be a CLIP image encoder"), std::string::npos) << errorOf(pair);
  pair.imageEncoder.clear();
  EXPECT_NE(errorOf(pair).find("has no image encoder"), std::string::npos) << errorOf(pair);
  auto mixed = textPair();
  mixed.small = pair.large;
  EXPECT_NE(errorOf(mixed).find("the small one from an image"), std::string::npos) << errorOf(mixed);
}

}  // namespace
}  // namespace fb
