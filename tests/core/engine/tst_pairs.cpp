// SPDX-License-Identifier: MIT
#include "engine_cases.h"
#include "flowblend/cost.h"
#include "unusual_request.h"

namespace fb {
namespace {

namespace fs = std::filesystem;

TEST(Pairs, DocumentRoundTripKeepsEverything) {
  const TemporaryFolder folder;
  auto tiny = tinyPair();
  tiny.name = "Ein Paar \"zum Testen\"";
  tiny.defaults.sampling.schedule.steps = 12;
  tiny.defaults.sampling.solver = SolverKind::Euler;
  tiny.previewFactors = {{0.1, -0.2, 0.3}, {1, 2, 3}};
  tiny.previewBias = {0.5, 0, -0.5};
  auto tabled = unusualRequest().pair;
  tabled.smallGuidanceSpec.table = {{0.5, 2, 3, 0.25, {1}}, {0.25, 4, 5, 0.75, {2, 3}}};
  auto listed = unusualRequest().pair;
  listed.sigmas = SigmaSpec();
  listed.sigmas.rule = SigmaRule::Listed;
  listed.sigmas.listed = {1, 0.9, 0.7, 0.2};
  for (const auto& pair : {tiny, unusualRequest().pair, tabled, listed}) {
    const auto document = folder / (pair.family.id() + ".json");
    ASSERT_TRUE(sharedEngine().writePair(pair, document).ok());
    const auto read = sharedEngine().readPair(document);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_TRUE(read.value() == pair) << toJson(defaultRequest(read.value())) << toJson(defaultRequest(pair));
  }
}

TEST(Pairs, PathsInsideTheDocumentsFolderTravelWithIt) {
  const TemporaryFolder folder;
  auto pair = tinyPair();
  pair.large = folder / "models/large";
  ASSERT_TRUE(sharedEngine().writePair(pair, folder / "pair.json").ok());
  fs::create_directories(folder / "moved");
  fs::copy(folder / "pair.json", folder / "moved/pair.json");
  const auto read = sharedEngine().readPair(folder / "moved/pair.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().large, folder / "moved/models/large");
}

TEST(Pairs, TakesShiftFromTheFoldersScheduler) { EXPECT_EQ(tinyPair().defaults.sampling.shift, 3.0); }

TEST(Pairs, PartsAnywhereMakeThePairOfTheirFolders) {
  const auto folders = tinyPair();
  PairSpec parts;
  parts.name = folders.name;
  parts.large = folders.large;
  parts.small = folders.small;
  parts.textEncoder = folders.textEncoder;
  parts.tokenizer = folders.tokenizer;
  parts.vae = folders.vae;
  const auto made = sharedEngine().pairFromParts(parts);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(toJson(defaultRequest(made.value())), toJson(defaultRequest(folders)));
}

TEST(Pairs, PartsThatAreLeftOutComeFromTheModelsFolders) {
  const auto folders = tinyPair();
  const auto large = folders.large.parent_path(), small = folders.small.parent_path();
  const auto comfy = oracleFolder("engine_layouts") / "comfy";
  const auto made = [](const fs::path& largeModel, const fs::path& smallModel, const fs::path& textEncoder = {}) {
    PairSpec parts;
    parts.name = "parts";
    parts.large = largeModel;
    parts.small = smallModel;
    parts.textEncoder = textEncoder;
    return sharedEngine().pairFromParts(parts);
  };
  // Of a whole pipeline, its transformer's folder, or a pipeline and a file.
  for (const auto& pair : {made(large, small), made(large / "transformer", small / "transformer"),
                           made(large, small / "transformer/diffusion_pytorch_model.safetensors")}) {
    ASSERT_TRUE(pair) << pair.error().message;
    EXPECT_EQ(pair.value().large, folders.large);
    EXPECT_EQ(pair.value().textEncoder, folders.textEncoder);
    EXPECT_EQ(pair.value().tokenizer, folders.tokenizer);
    EXPECT_EQ(pair.value().vae, folders.vae);
    EXPECT_TRUE(sharedEngine().checkPair(pair.value()).ok());
  }
  // If only the small model's folder is a pipeline, from that.
  const auto mixed = made(comfy / "large.safetensors", small);
  ASSERT_TRUE(mixed) << mixed.error().message;
  EXPECT_EQ(mixed.value().textEncoder, small / "text_encoder");
  EXPECT_EQ(mixed.value().tokenizer, small / "tokenizer");
  EXPECT_EQ(mixed.value().vae, small / "vae");
  // The tokenizer of a text encoder that is given is not another one's.
  const auto given = made(large, small, comfy / "umt5/umt5.safetensors");
  ASSERT_TRUE(given) << given.error().message;
  EXPECT_EQ(given.value().tokenizer, comfy / "umt5/umt5.safetensors");
}

TEST(Pairs, FilesWithoutATextEncoderOrAVaeAreNoWholePair) {
  const auto comfy = oracleFolder("engine_layouts") / "comfy";
  PairSpec parts;
  parts.name = "parts";
  parts.large = comfy / "large.safetensors";
  parts.small = comfy / "small.safetensors";
  auto lacking = sharedEngine().pairFromParts(parts);
  ASSERT_FALSE(lacking);
  EXPECT_NE(lacking.error().message.find("contains no text encoder"), std::string::npos) << lacking.error().message;
  parts.textEncoder = comfy / "umt5/umt5.safetensors";
  lacking = sharedEngine().pairFromParts(parts);
  ASSERT_FALSE(lacking);
  EXPECT_NE(lacking.error().message.find("contains no VAE"), std::string::npos) << lacking.error().message;
}

TEST(Pairs, AreOfTransformersOfOneFamily) {
  const auto folders = tinyPair();
  auto parts = folders;
  parts.large = folders.vae;
  const auto vae = sharedEngine().pairFromParts(parts);
  ASSERT_FALSE(vae);
  EXPECT_NE(vae.error().message.find("large model must be a WAN transformer"), std::string::npos)
      << vae.error().message;
  EXPECT_NE(vae.error().message.find("is a WAN VAE"), std::string::npos) << vae.error().message;
  parts = folders;
  parts.large = folders.textEncoder;
  const auto text = sharedEngine().pairFromParts(parts);
  ASSERT_FALSE(text);
  EXPECT_NE(text.error().message.find("is a UMT5 text encoder"), std::string::npos) << text.error().message;
}

TEST(Pairs, RefusesExchangedModels) {
  auto pair = tinyPair();
  std::swap(pair.large, pair.small);
  const auto fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("are exchanged"), std::string::npos) << fits.error().message;
  pair.small = pair.large;
  EXPECT_TRUE(sharedEngine().checkPair(pair).ok());
}

TEST(Pairs, APartThatIsNamedAndIsNotThereIsRefusedByName) {
  const auto folders = tinyPair();
  for (const auto part : {&PairSpec::large, &PairSpec::small, &PairSpec::textEncoder, &PairSpec::tokenizer,
                          &PairSpec::vae, &PairSpec::imageEncoder, &PairSpec::upsampler}) {
    auto parts = folders;
    parts.*part = oracleFolder("engine_wan") / "mistyped.safetensors";
    const auto made = sharedEngine().pairFromParts(parts);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::NotFound);
    EXPECT_NE(made.error().message.find("mistyped.safetensors does not exist"), std::string::npos)
        << made.error().message;
  }
}

TEST(Pairs, AFolderWithoutAVaeMakesNoWholePair) {
  const TemporaryFolder folder;
  const auto root = oracleFolder("engine_wan") / "wan-tiny";
  fs::copy(root, folder / "pair", fs::copy_options::recursive);
  fs::remove_all(folder / "pair/large/vae");
  const auto ofSmall = sharedEngine().pairFromFolders(folder / "pair/large", folder / "pair/small");
  ASSERT_TRUE(ofSmall) << ofSmall.error().message;
  EXPECT_EQ(ofSmall.value().vae, folder / "pair/small/vae");
  fs::remove_all(folder / "pair/small/vae");
  auto pair = sharedEngine().pairFromFolders(folder / "pair/large", folder / "pair/small");
  ASSERT_TRUE(pair) << pair.error().message;
  const auto fits = sharedEngine().checkPair(pair.value());
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("contains no VAE"), std::string::npos) << fits.error().message;
  pair.value().vae = root / "large/vae";
  EXPECT_TRUE(sharedEngine().checkPair(pair.value()).ok());
}

TEST(Pairs, ThePairsThatShipAreSoundAndDiffer) {
  const auto pairs = sharedEngine().builtInPairs();
  ASSERT_TRUE(pairs) << pairs.error().message;
  ASSERT_EQ(pairs.value().size(), 2u);
  for (const auto& pair : pairs.value()) EXPECT_TRUE(sharedEngine().checkPair(pair).ok()) << pair.name;
  EXPECT_NE(pairs.value()[0].name, pairs.value()[1].name);
  EXPECT_TRUE(pairs.value()[1].distilledSmall);
}

TEST(Pairs, RefusesPartsThatDoNotFit) {
  auto pair = tinyPair();
  EXPECT_TRUE(sharedEngine().checkPair(pair).ok());
  pair.small = pair.vae;
  auto fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("small model must be a WAN transformer"), std::string::npos)
      << fits.error().message;
  pair = tinyPair();
  pair.vae = oracleFolder("engine_wan") / "nowhere";
  fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_EQ(fits.error().kind, ErrorKind::NotFound);
  EXPECT_NE(fits.error().message.find("nowhere"), std::string::npos) << fits.error().message;
}

TEST(Pairs, RefusesATokenizerOfAnotherEncoder) {
  // More pieces than the built-in text encoder has rows.
  auto pair = sharedEngine().builtInPairs().value().front();
  pair.tokenizer = tinyPair().tokenizer;
  auto fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("pieces"), std::string::npos) << fits.error().message;
  pair = tinyPair();
  pair.tokenizer = oracleFolder("engine_wan") / "nowhere";
  fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("nowhere"), std::string::npos) << fits.error().message;
}

TEST(Pairs, RefusesFoldersWithDifferentVaes) {
  const auto tiny = oracleFolder("engine_wan") / "wan-tiny";
  const auto other = oracleFolder("engine_layouts") / "diffusers";  // another seed, so another VAE
  const auto pair = sharedEngine().pairFromFolders(tiny / "large", other / "small");
  ASSERT_FALSE(pair);
  EXPECT_NE(pair.error().message.find("do not share a latent space"), std::string::npos) << pair.error().message;
}

TEST(Pairs, BuiltInPairIsCompleteAndFits) {
  const auto pairs = sharedEngine().builtInPairs();
  ASSERT_TRUE(pairs) << pairs.error().message;
  const auto& pair = pairs.value().front();
  const auto fits = sharedEngine().checkPair(pair);
  EXPECT_TRUE(fits.ok()) << fits.error().message;
  for (const auto& part : {pair.large, pair.small, pair.textEncoder, pair.vae}) {
    const auto info = sharedEngine().inspectComponent(part);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(info.value().complete()) << part;
  }
  EXPECT_TRUE(sharedEngine().validate(defaultRequest(pair)).empty());
}

TEST(Validate, NamesEachFieldThatCannotBe) {
  auto request = defaultRequest({});
  EXPECT_TRUE(sharedEngine().validate(request).empty());
  request.clip.width = 100;
  request.clip.frames = 80;
  request.sampling.schedule.steps = 0;
  request.sampling.schedule.early = 1.5;
  request.sampling.guidance = -1;
  const auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 5u);
  EXPECT_NE(problems[0].find("width is 100"), std::string::npos);
  EXPECT_NE(problems[1].find("such as 81"), std::string::npos) << problems[1];
}

TEST(Cost, AddsUpAndSavesAgainstTheLargeModelAlone) {
  auto request = tinyRequest(tinyPair());
  const auto estimated = sharedEngine().estimateCost(request);
  ASSERT_TRUE(estimated) << estimated.error().message;
  const auto& cost = estimated.value();
  EXPECT_GT(cost.largeForward, cost.smallForward);
  EXPECT_GT(cost.saving(), 0);
  EXPECT_LT(cost.saving(), 1);
  EXPECT_DOUBLE_EQ(cost.total, cost.sampling + cost.textEncoding + cost.vaeDecode);
  EXPECT_DOUBLE_EQ(cost.text.flops, cost.textEncoding);
  EXPECT_DOUBLE_EQ(cost.decode.flops, cost.vaeDecode);
  EXPECT_EQ(cost.refining.flops, 0);
  // Of 10 steps, 4 are the small model's; the rest of the difference is its prompts, projected once.
  const double steps = 6 * cost.largeStep.flops + 4 * cost.smallStep.flops;
  EXPECT_LE(steps, cost.sampling);
  EXPECT_LE(10 * cost.largeStep.flops, cost.samplingLargeOnly);
  EXPECT_GT(steps, 0.5 * cost.sampling);
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 10);
  EXPECT_DOUBLE_EQ(sharedEngine().estimateCost(request).value().saving(), 0);
  request.clip.frames = 8;
  EXPECT_EQ(sharedEngine().estimateCost(request).error().kind, ErrorKind::Invalid);
}

}  // namespace
}  // namespace fb
