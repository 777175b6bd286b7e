// SPDX-License-Identifier: MIT
// The same LTX weights in every layout give the same latents and frames; fp8 gives those of its dequantised twin.
#include "base/failure.h"
#include "base/families/ltx.h"
#include "engine/family.h"
#include "trace_cases.h"

namespace fb {
namespace {

namespace fs = std::filesystem;

fs::path versionFolder(const std::string& version) { return oracleFolder("engine_ltx_layouts") / version; }

GenerationRequest requestFor(const PairSpec& pair) {
  auto request = defaultRequest(pair);
  request.clip.prompt = "A cat and a dog baking a cake together in a kitchen.";
  request.clip.width = 96;
  request.clip.height = 64;
  request.clip.frames = 17;
  request.sampling.guidance = 3;
  request.sampling.seed = 3;
  request.sampling.schedule = {0.4, 0.2, 5, 0};
  request.options.preview = false;
  return request;
}

weights::NamedTensors tracedRun(const PairSpec& pair) { return trace(requestFor(pair)); }

void expectSameBits(const weights::NamedTensors& a, const weights::NamedTensors& b) {
  for (const auto* name : {"prompt_embeds", "negative_prompt_embeds", "final_latents", "frames"})
    expectEqual(a, b, name);
}

PairSpec diffusersPair(const std::string& version) { return pairIn(versionFolder(version) / "diffusers"); }

// A pair that names its parts one by one, with the settings that they recommend.
PairSpec pairOfParts(PairSpec paths) {
  paths.family = Family("ltx");
  weights::CheckpointCache checkpoints;
  engine::familyOf(Family("ltx")).readSettings(paths, paths.large, paths.small, checkpoints);
  return paths;
}

PairSpec singleFilePair(const std::string& version) {
  const auto root = versionFolder(version);
  PairSpec paths;
  paths.large = root / "single/large.safetensors";
  paths.small = root / "single/small.safetensors";
  paths.textEncoder = root / "diffusers/large/text_encoder";
  paths.tokenizer = root / "diffusers/large/tokenizer";
  return pairOfParts(paths);
}

PairSpec comfyPair(const std::string& version) {
  const auto root = versionFolder(version) / "comfy";
  PairSpec paths;
  paths.large = root / "diffusion_models/large.safetensors";
  paths.small = root / "diffusion_models/small.safetensors";
  paths.vae = root / "vae/ltx.safetensors";
  paths.textEncoder = root / "text_encoders/t5xxl.safetensors";
  paths.tokenizer = paths.textEncoder;
  return pairOfParts(paths);
}

// LTXPipeline's folders of the old kind specify the text length and that the encoder sees all of it; single files do
// not.
PairSpec withTextOf(PairSpec pair, const PairSpec& other) {
  auto settings = ltx::Settings::of(pair);
  settings.maskedText = ltx::Settings::of(other).maskedText;
  settings.storeIn(pair);
  pair.textLength = other.textLength;
  return pair;
}

class LtxLayouts : public testing::TestWithParam<std::string> {};

TEST_P(LtxLayouts, GiveTheSameBits) {
  const auto folders = diffusersPair(GetParam());
  const auto expected = tracedRun(folders);
  for (const auto& pair : {singleFilePair(GetParam()), comfyPair(GetParam())}) {
    SCOPED_TRACE(pair.large.string());
    const auto fits = sharedEngine().checkPair(pair);
    EXPECT_TRUE(fits.ok()) << fits.error().message;
    EXPECT_EQ(ltx::Settings::of(pair).causalPositions, ltx::Settings::of(folders).causalPositions);
    EXPECT_EQ(pair.sigmas, folders.sigmas);
    expectSameBits(tracedRun(withTextOf(pair, folders)), expected);
  }
}

TEST_P(LtxLayouts, ASingleFileIsItsOwnVae) {
  const auto pair = singleFilePair(GetParam());
  EXPECT_EQ(pair.vae, pair.large);
  // The small one's copy of the VAE is the same.
  auto other = pair;
  other.vae = pair.small;
  EXPECT_TRUE(sharedEngine().checkPair(other).ok());
  expectSameBits(tracedRun(other), tracedRun(pair));
}

// What encodes its images is in the same file as the large model, which must not be read anew for it.
TEST_P(LtxLayouts, ASecondRunWithImagesLoadsNoModel) {
  struct Loads : EventSink {
    int progressed = 0;
    void progress(Phase phase, double /*done*/) override { progressed += phase == Phase::Loading; }
  };
  auto request = requestFor(singleFilePair(GetParam()));
  request.clip.images = {{oracleFolder("engine_ltx") / "first.png", 0, 1}};
  const auto engine = createEngine({1});
  const auto loadsOfRun = [&] {
    Loads loads;
    RunControl control;
    finished(engine->generate(request, loads, control));
    return loads.progressed;
  };
  EXPECT_GT(loadsOfRun(), 0);
  EXPECT_EQ(loadsOfRun(), 0);
}

TEST_P(LtxLayouts, AreInspected) {
  const auto root = versionFolder(GetParam());
  const auto layout = GetParam() == "0.9.5" ? "0.9.5 and later" : GetParam();
  const auto single = sharedEngine().inspectComponent(root / "single/large.safetensors");
  ASSERT_TRUE(single) << single.error().message;
  EXPECT_EQ(single.value().kind, ltx::kTransformer);
  EXPECT_EQ(single.value().layout, "single file with VAE");
  EXPECT_EQ(single.value().variant, "3 x 64, VAE of " + layout);
  EXPECT_TRUE(single.value().complete());
  const auto vae = sharedEngine().inspectComponent(root / "comfy/vae/ltx.safetensors");
  ASSERT_TRUE(vae) << vae.error().message;
  EXPECT_EQ(vae.value().kind, ltx::kVae);
  EXPECT_EQ(vae.value().layout, "original");
  EXPECT_EQ(vae.value().variant, layout);
  EXPECT_TRUE(vae.value().complete());
  const auto text = sharedEngine().inspectComponent(root / "comfy/text_encoders/t5xxl.safetensors");
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_EQ(text.value().kind, kT5Encoder);
  EXPECT_TRUE(text.value().complete());
}

INSTANTIATE_TEST_SUITE_P(Versions, LtxLayouts, testing::Values("0.9.0", "0.9.1", "0.9.5"), [](const auto& version) {
  auto name = "V" + version.param;
  std::erase(name, '.');
  return name;
});

TEST(LtxFp8, EqualsItsDequantizedTwin) {
  const auto root = versionFolder("fp8");
  const auto folders = diffusersPair("0.9.5");
  for (const std::string kind : {"plain", "old", "new"}) {
    SCOPED_TRACE(kind);
    auto quantized = folders, twin = folders;
    quantized.large = root / (kind + ".safetensors");
    quantized.vae = quantized.large;
    quantized.textEncoder = root / ("t5_" + kind + ".safetensors");
    twin.large = root / (kind + "-dequantized");
    twin.textEncoder = root / ("t5_" + kind + "-dequantized");
    const auto fits = sharedEngine().checkPair(quantized);
    EXPECT_TRUE(fits.ok()) << fits.error().message;
    const auto expected = tracedRun(twin);
    expectSameBits(tracedRun(quantized), expected);
    EXPECT_FALSE(expected.at("final_latents").equal(tracedRun(folders).at("final_latents")));

    const auto info = sharedEngine().inspectComponent(quantized.large);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(info.value().complete());
    const auto text = sharedEngine().inspectComponent(quantized.textEncoder);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_TRUE(text.value().complete());
    EXPECT_EQ(text.value().storage.ends_with(", scaled"), kind != "plain") << text.value().storage;
  }
}

TEST(LtxPairsOfParts, AreRefusedWhereTheLatentsDiffer) {
  // By the statistics of the VAEs.
  auto pair = singleFilePair("0.9.5");
  pair.small = versionFolder("0.9.0") / "single/small.safetensors";
  auto fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("share one latent space"), std::string::npos) << fits.error().message;
  // Without its own VAE, by the positions that it was trained with according to the file.
  pair.small = versionFolder("0.9.0") / "comfy/diffusion_models/small.safetensors";
  fits = sharedEngine().checkPair(pair);
  ASSERT_FALSE(fits);
  EXPECT_NE(fits.error().message.find("small.safetensors is for LTX-Video 0.9.0 or 0.9.1"), std::string::npos)
      << fits.error().message;
}

TEST(LtxPairsOfParts, NeedAVae) {
  auto paths = comfyPair("0.9.5");
  paths.vae.clear();
  try {
    pairOfParts(paths);
    FAIL() << "took no VAE";
  } catch (const Failure& failure) {
    EXPECT_NE(failure.error().message.find("contain no VAE"), std::string::npos) << failure.error().message;
  }
}

// Each of the single files contains a VAE, which must not replace the one that was requested.
TEST(LtxPairsOfParts, AMistypedVaeIsRefusedByName) {
  auto parts = singleFilePair("0.9.5");
  parts.vae = versionFolder("0.9.5") / "comfy/vae/mistyped.safetensors";
  const auto made = sharedEngine().pairFromParts(parts);
  ASSERT_FALSE(made) << "took " << made.value().vae;
  EXPECT_EQ(made.error().kind, ErrorKind::NotFound);
  EXPECT_NE(made.error().message.find("mistyped.safetensors does not exist"), std::string::npos)
      << made.error().message;
}

TEST(LtxPairsOfParts, NeedATokenizer) {
  auto pair = comfyPair("0.9.5");
  pair.textEncoder = pair.tokenizer = versionFolder("fp8") / "t5_plain.safetensors";
  EventSink sink;
  RunControl control;
  const auto engine = createEngine({1});
  auto request = defaultRequest(pair);
  request.clip.frames = 9;
  EXPECT_NE(failure(engine->generate(request, sink, control)).message.find("contains no tokenizer"), std::string::npos);
}

}  // namespace
}  // namespace fb
