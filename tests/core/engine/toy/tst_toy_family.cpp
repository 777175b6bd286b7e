// SPDX-License-Identifier: MIT
// The interface of model families: one that registers itself works with everything that the engine does.
#include "engine/family.h"
#include "flowblend/cost.h"
#include "toy_family.h"
#include "trace_cases.h"

#include <set>

namespace fb {
namespace {

class ToyFamilyTest : public testing::Test {
protected:
  ToyFamilyTest() {
    toy::registerToyFamily();
    auto made = sharedEngine().pairFromParts(toy::writeToyPair(folder / ""));
    if (!made) throw std::runtime_error(made.error().message);
    pair = std::move(made).value();
    request = defaultRequest(pair);
    request.clip.prompt = "a toy";
    request.sampling.seed = 3;
    request.options.preview = false;
  }

  static const FamilyInfo& info() { return *findFamily(Family("toy")); }

  TemporaryFolder folder;
  PairSpec pair;
  GenerationRequest request;
  std::unique_ptr<Engine> engine = createEngine({1});
};

TEST_F(ToyFamilyTest, IsKnownWithItsLimits) {
  const auto* info = findFamily(Family("toy"));
  ASSERT_TRUE(info);
  EXPECT_EQ(info->name, "Toy");
  EXPECT_EQ(pair.family, info->family);
  EXPECT_EQ(limitsOf(pair).sideMultiple, 4);
  EXPECT_EQ(limitsOf(pair).textLength, 64);
  EXPECT_EQ(familyFromString("toy"), info->family);
}

TEST_F(ToyFamilyTest, IsInspected) {
  const std::pair<std::filesystem::path, ComponentKind> parts[] = {{pair.large, info().transformer},
                                                                   {pair.small, info().transformer},
                                                                   {pair.textEncoder, info().textEncoder},
                                                                   {pair.vae, info().vae}};
  for (const auto& [path, kind] : parts) {
    const auto found = sharedEngine().inspectComponent(path);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found.value().kind, kind);
    EXPECT_TRUE(found.value().complete());
  }
  weights::saveTensors(folder / "other.safetensors", {{"x", at::zeros({1})}});
  // It is also listed.
  const auto other = sharedEngine().inspectComponent(folder / "other.safetensors");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("toy transformer"), std::string::npos) << other.error().message;
}

TEST_F(ToyFamilyTest, GoesThroughThePairDocument) {
  pair.familySettings["warmth"] = 0.75;
  ASSERT_TRUE(sharedEngine().writePair(pair, folder / "pair.json").ok());
  const auto read = sharedEngine().readPair(folder / "pair.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().family, Family("toy"));
  EXPECT_EQ(read.value().familySettings, pair.familySettings);
  request.pair = pair;
  const auto again = requestFromJson(toJson(request));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(toJson(again.value()), toJson(request));
  EXPECT_EQ(again.value().pair.familySettings, pair.familySettings);
}

TEST_F(ToyFamilyTest, IsChecked) {
  EXPECT_TRUE(sharedEngine().checkPair(pair).ok()) << sharedEngine().checkPair(pair).error().message;
  auto mixed = pair;
  mixed.small = pair.vae;
  ASSERT_FALSE(sharedEngine().checkPair(mixed).ok());
  EXPECT_NE(sharedEngine().checkPair(mixed).error().message.find("small model must be a toy transformer"),
            std::string::npos)
      << sharedEngine().checkPair(mixed).error().message;
}

TEST_F(ToyFamilyTest, IsValidated) {
  EXPECT_TRUE(sharedEngine().validate(request).empty()) << sharedEngine().validate(request).front();
  for (const int frames : {1, 2, 3}) {
    request.clip.frames = frames;
    EXPECT_TRUE(sharedEngine().validate(request).empty()) << frames;
  }
  request.clip.width = 18;
  request.clip.prompt = "nothing";
  const auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_NE(problems[0].find("a multiple of 4"), std::string::npos) << problems[0];
  EXPECT_EQ(problems[1], "the toy family cannot show nothing");
}

TEST_F(ToyFamilyTest, HasACostAndTokens) {
  const auto cost = sharedEngine().estimateCost(request);
  ASSERT_TRUE(cost) << cost.error().message;
  EXPECT_DOUBLE_EQ(cost.value().largeForward, 2.0 * 4 * 4 * 4 * (16 / 4) * (8 / 4));
  EXPECT_DOUBLE_EQ(cost.value().sampling, 5 * 2 * cost.value().largeForward);
  EXPECT_EQ(engine->countTokens(pair, "four").value(), 5);
}

TEST_F(ToyFamilyTest, MakesAClipWithBothModelsAndResumes) {
  request.sampling.schedule = {0.4, 0.2, 5, 0};
  request.options.preview = true;
  struct : EventSink {
    int previews = 0;
    void previewReady(int, const Clip& clip) override {
      ++previews;
      EXPECT_EQ(clip.width(), 4);
      EXPECT_EQ(clip.frames.size(), 4u);
    }
  } sink;
  RunControl control;
  const auto result = finished(engine->generate(request, sink, control));
  EXPECT_EQ(sink.previews, 5);
  EXPECT_EQ(result.clip.frames.size(), 4u);
  EXPECT_EQ(result.clip.width(), 16);
  EXPECT_EQ(result.clip.height(), 8);
  std::set<Model> models;
  for (const auto& step : result.steps) models.insert(step.model);
  EXPECT_EQ(models.size(), 2u);
  for (const int end : {2, 4}) expectResumesAfter(end, *engine, request, result.clip);
}

TEST_F(ToyFamilyTest, ItsSettingsAndBothModelsShapeTheClip) {
  EventSink sink;
  const auto clipOf = [&](const GenerationRequest& wanted) {
    RunControl control;
    return finished(engine->generate(wanted, sink, control)).clip.frames.front()->rgb;
  };
  const auto clip = clipOf(request);
  EXPECT_EQ(clipOf(request), clip);
  auto warmer = request;
  warmer.pair.familySettings["warmth"] = 1.0;
  EXPECT_NE(clipOf(warmer), clip);
  auto large = request;
  large.sampling.schedule.early = 1;
  EXPECT_NE(clipOf(large), clip);
}

TEST_F(ToyFamilyTest, EveryFamilyHasBothHalves) {
  const auto described = families();
  const auto modelled = engine::modelFamilies();
  ASSERT_EQ(described.size(), modelled.size());
  for (std::size_t i = 0; i < described.size(); ++i) {
    EXPECT_EQ(modelled[i]->description().info.family, described[i]->family);
    EXPECT_EQ(&engine::familyOf(described[i]->family), modelled[i]);
  }
  EXPECT_GE(described.size(), 3u);
}

// A family that is only a name is refused by that name everywhere.
TEST_F(ToyFamilyTest, AnUnknownFamilyIsTakenForNoOther) {
  request.pair.family = pair.family = Family("stranger");
  const auto names = [](const std::string& message) { return message.find("\"stranger\"") != std::string::npos; };
  const auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_TRUE(names(problems.front())) << problems.front();
  EventSink sink;
  RunControl control;
  EXPECT_TRUE(names(failure(engine->generate(request, sink, control)).message));
  EXPECT_TRUE(names(sharedEngine().checkPair(pair).error().message));
  EXPECT_TRUE(names(sharedEngine().estimateCost(request).error().message));
  EXPECT_TRUE(names(engine->countTokens(pair, "x").error().message));
  ASSERT_TRUE(sharedEngine().writePair(pair, folder / "pair.json").ok());
  EXPECT_TRUE(names(sharedEngine().readPair(folder / "pair.json").error().message));
  EXPECT_TRUE(names(requestFromJson(toJson(request)).error().message));
}

}  // namespace
}  // namespace fb
