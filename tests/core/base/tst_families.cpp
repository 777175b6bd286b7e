// SPDX-License-Identifier: MIT
// What is known about the model families without a model: limits, names, and their part of the pair document.
#include "base/families.h"
#include "base/families/ltx.h"
#include "base/families/wan.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

PairSpec pairOf(const char* family) {
  PairSpec pair;
  pair.name = "pair";
  pair.family = Family(family);
  return pair;
}

PairSpec read(const nlohmann::ordered_json& document) { return pairFromJson(document, "pair.json", {}); }

std::string complaint(const nlohmann::ordered_json& document) {
  try {
    read(document);
    return "accepted";
  } catch (const Failure& failure) {
    return failure.error().message;
  }
}

TEST(Families, AreFoundByTheirNames) {
  for (const auto* family : families()) {
    EXPECT_EQ(findFamily(family->family), family);
    EXPECT_EQ(familyFromString(family->family.id()), family->family);
    EXPECT_FALSE(family->name.empty());
    EXPECT_FALSE(family->transformer.name().empty());
    EXPECT_GE(family->limits.sideMultiple, 1);
    EXPECT_GE(family->limits.frameRatio, 1);
    EXPECT_GE(family->limits.textLength, 1);
  }
  EXPECT_TRUE(findFamily(Family("wan")));
  EXPECT_TRUE(findFamily(Family("ltx")));
  EXPECT_EQ(Family(), Family("wan"));
}

TEST(Families, AnUnknownOneIsNotTakenForAnother) {
  for (const auto* name : {"", "WAN", "wan ", "mochi"}) {
    EXPECT_FALSE(findFamily(Family(name))) << name;
    EXPECT_FALSE(familyFromString(name)) << name;
    const auto limits = limitsOf(pairOf(name));
    EXPECT_EQ(limits.sideMultiple, 1);
    EXPECT_EQ(limits.frameRatio, 1);
    EXPECT_EQ(limits.images, ImageUse::None);
    EXPECT_NE(complaint(toJsonValue(pairOf(name), {})).find("which is unknown"), std::string::npos) << name;
  }
}

TEST(Families, ANameIsGivenOnce) {
  EXPECT_THROW(registerFamily(*describeFamily(Family("wan"))), Failure);
  auto description = *describeFamily(Family("wan"));
  description.info.family = Family("another");
  if (!findFamily(Family("another"))) registerFamily(description);  // by an earlier round of --gtest_repeat
  EXPECT_EQ(families().back()->family, Family("another"));
  EXPECT_THROW(registerFamily(description), Failure);
}

TEST(Limits, AreThoseOfThePair) {
  auto wan = pairOf("wan");
  EXPECT_EQ(limitsOf(wan).sideMultiple, 16);
  EXPECT_EQ(limitsOf(wan).frameRatio, 4);
  EXPECT_EQ(limitsOf(wan).textLength, 512);
  EXPECT_EQ(limitsOf(wan).images, ImageUse::None);
  wan.imageEncoder = "clip";
  EXPECT_EQ(limitsOf(wan).images, ImageUse::FirstFrame);
  auto ltx = pairOf("ltx");
  EXPECT_EQ(limitsOf(ltx).sideMultiple, 32);
  EXPECT_EQ(limitsOf(ltx).frameRatio, 8);
  EXPECT_EQ(limitsOf(ltx).textLength, 128);
  EXPECT_EQ(limitsOf(ltx).images, ImageUse::AnyFrame);
  ltx.textLength = 256;
  EXPECT_EQ(limitsOf(ltx).textLength, 256);
}

TEST(LtxDocument, WithoutSettingsHasThePublishedOnes) {
  auto document = toJsonValue(pairOf("ltx"), {});
  document.erase("ltx");
  const auto pair = read(document);
  EXPECT_EQ(ltx::Settings::of(pair), ltx::Settings{});
  EXPECT_EQ(pair.textLength, 0);
  EXPECT_EQ(pair.refineSigmas, ltx::refiningSigmas());
  // So there is nothing to write.
  EXPECT_FALSE(toJsonValue(pair, {}).contains("ltx"));
  document["ltx"] = {{"text_length", 256}, {"decode_noise", 0.5}};
  const auto some = read(document);
  EXPECT_EQ(some.textLength, 256);
  EXPECT_EQ(ltx::Settings::of(some).decodeNoise, 0.5);
  EXPECT_EQ(ltx::Settings::of(some).decodeTimestep, 0.05);
  EXPECT_EQ(some.refineSigmas, ltx::refiningSigmas());
}

TEST(LtxDocument, KeepsEverySetting) {
  auto pair = pairOf("ltx");
  const ltx::Settings settings{false, false, 0.125, 0.25};
  settings.storeIn(pair);
  pair.textLength = 64;
  pair.refineSigmas = {0.5, 0.25};
  const auto again = read(toJsonValue(pair, {}));
  EXPECT_EQ(ltx::Settings::of(again), settings);
  EXPECT_EQ(again.textLength, 64);
  EXPECT_EQ(again.refineSigmas, pair.refineSigmas);
}

TEST(LtxDocument, ComplaintsNameTheField) {
  auto document = toJsonValue(pairOf("ltx"), {});
  document["ltx"] = {{"masked_text", "yes"}};
  EXPECT_EQ(complaint(document), "pair.json, \"ltx\": \"masked_text\" must be true or false");
  document["ltx"] = {{"refine_sigmas", {1, "a"}}};
  EXPECT_EQ(complaint(document), "pair.json, \"ltx\": \"refine_sigmas\" must be a list of numbers");
  document["ltx"] = 3;
  EXPECT_EQ(complaint(document), "pair.json, \"ltx\": a JSON object is expected");
}

TEST(WanDocument, SaysNothingOfItsOwn) {
  const auto document = toJsonValue(pairOf("wan"), {});
  EXPECT_FALSE(document.contains("wan"));
  EXPECT_FALSE(document.contains("ltx"));
  EXPECT_TRUE(read(document).refineSigmas.empty());
}

}  // namespace
}  // namespace fb
