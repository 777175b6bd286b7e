// SPDX-License-Identifier: MIT
// The public LTX-Video checkpoints by name, shape and header, without their weights: recognised, complete, and with
// their authors' settings.
#include "base/families.h"
#include "base/families/ltx.h"
#include "engine/ltx/ltx_versions.h"
#include "public_checkpoints.h"

#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCached = "models--Lightricks--LTX-Video-0.9.7-dev/snapshots/0123456789abcdef";

fs::path root() { return oracleFolder("public_checkpoints"); }

std::vector<PublicCheckpoint> checkpoints() {
  constexpr auto LtxTransformer = ltx::kTransformer, LtxVae = ltx::kVae, T5Encoder = kT5Encoder,
                 LtxUpsampler = ltx::kUpsampler;
  const std::string cached = kCached;
  std::vector<PublicCheckpoint> all{
      {"ltx-video-2b-v0.9.safetensors", LtxTransformer, "2B 0.9.0", "F32"},
      {"ltx-video-2b-v0.9.1.safetensors", LtxTransformer, "2B 0.9.1"},
      {"ltx-video-2b-v0.9.5.safetensors", LtxTransformer, "2B 0.9.5"},
      {"ltxv-2b-0.9.6-dev-04-25.safetensors", LtxTransformer, "2B 0.9.6 dev"},
      {"ltxv-2b-0.9.6-distilled-04-25.safetensors", LtxTransformer, "2B 0.9.6 distilled"},
      {"unnamed/ltx-video-2b-vx.safetensors", LtxTransformer, "2B 0.9.0", "F32"},
      {"unnamed/ltx-video-2b-vx.1.safetensors", LtxTransformer, "2B 0.9.1"},
      {"unnamed/ltxv-2b-x.6-dev-04-25.safetensors", LtxTransformer, "2B 0.9.5 or 0.9.6 dev"},
      {"unnamed/ltxv-2b-x.8-distilled.safetensors", LtxTransformer, "2B 0.9.6 or 0.9.8 distilled"},
      {"unnamed/ltxv-13b-x.8-dev.safetensors", LtxTransformer, "13B 0.9.7 or 0.9.8 dev"},
      {"unnamed/ltxv-13b-x.8-distilled.safetensors", LtxTransformer, "13B 0.9.7 or 0.9.8 distilled"},
      {"diffusion_models/ltxv-13b-0.9.7-dev_fp8_e4m3fn_scaled.safetensors", LtxTransformer, "13B 0.9.7 dev",
       "F8_E4M3, scaled", "original"},
      {"vae/ltx-video-vae-0.9.0.safetensors", LtxVae, "0.9.0", "BF16", "original"},
      {"vae/ltx-video-vae-0.9.1.safetensors", LtxVae, "0.9.1", "BF16", "original"},
      {"vae/ltx-video-vae-0.9.5.safetensors", LtxVae, "0.9.5 and later", "BF16", "original"},
      {"t5xxl_fp16.safetensors", T5Encoder, "XXL", "F16", "transformers"},
      {"t5xxl_fp8_e4m3fn.safetensors", T5Encoder, "XXL", "F8_E4M3", "transformers"},
      {"t5xxl_fp8_e4m3fn_scaled.safetensors", T5Encoder, "XXL", "F8_E4M3, scaled", "transformers"},
      {"ltxv-spatial-upscaler-0.9.7.safetensors", LtxUpsampler, "spatial 0.9.7", "BF16", "original"},
      {"ltxv-spatial-upscaler-0.9.8.safetensors", LtxUpsampler, "spatial 0.9.8", "BF16", "original"},
      {"ltxv-temporal-upscaler-0.9.7.safetensors", LtxUpsampler, "temporal 0.9.7", "BF16", "original"},
      {"LTX-Video/transformer", LtxTransformer, "2B 0.9.0", "F32", "diffusers"},
      {"LTX-Video/vae", LtxVae, "0.9.0", "F32", "diffusers"},
      {"LTX-Video/text_encoder", T5Encoder, "XXL", "F32", "transformers"},
      {cached + "/transformer", LtxTransformer, "13B 0.9.7 dev", "BF16", "diffusers"},
      {cached + "/vae", LtxVae, "0.9.5 and later", "BF16", "diffusers"},
      {cached + "/text_encoder", T5Encoder, "XXL", "BF16", "transformers"},
  };
  for (const std::string name :
       {"2b 0.9.8 distilled", "13b 0.9.7 dev", "13b 0.9.7 distilled", "13b 0.9.8 dev", "13b 0.9.8 distilled"}) {
    auto file = "ltxv-" + name, variant = name;
    std::ranges::replace(file, ' ', '-');
    variant[variant.find('b')] = 'B';
    all.push_back({file + ".safetensors", LtxTransformer, variant});
    all.push_back({file + "-fp8.safetensors", LtxTransformer, variant, name[0] == '2' ? "BF16" : "F8_E4M3"});
  }
  return all;
}

TEST(PublicCheckpoints, AreRecognisedAndComplete) { expectRecognised(root(), checkpoints()); }

TEST(PublicCheckpoints, HaveTheirParameters) {
  const auto parameters = [](const fs::path& path) {
    return sharedEngine().inspectComponent(root() / path).value().parameters;
  };
  EXPECT_EQ(parameters("LTX-Video/transformer"), 1'923'385'472u);
  EXPECT_EQ(parameters(fs::path(kCached) / "transformer"), 13'042'569'344u);
  const auto statistics = 2 * 128u;  // of the latents, which are no parameters
  EXPECT_EQ(parameters("vae/ltx-video-vae-0.9.0.safetensors"), 419'193'649u + statistics);
  EXPECT_EQ(parameters("vae/ltx-video-vae-0.9.1.safetensors"), 934'976'434u + statistics);
  EXPECT_EQ(parameters("vae/ltx-video-vae-0.9.5.safetensors"), 1'246'913'522u + statistics);
}

TEST(PublicCheckpoints, OthersAreRefusedWithTheReason) {
  const std::pair<const char*, const char*> cases[] = {
      {"half-loaded.safetensors", "incompletely downloaded"},
      {"ltx-2-19b-dev.safetensors", "is an LTX-2 transformer"},
      {"ltx-2-vae.safetensors", "LTX-2"},
      {"lora.safetensors", "one of the two factors"},
  };
  expectRefused(root() / "refused", cases);
  const auto incomplete = sharedEngine().inspectComponent(root() / "refused/ltxv-2b-0.9.6-dev-incomplete.safetensors");
  ASSERT_TRUE(incomplete) << incomplete.error().message;
  const std::vector<std::string> missing{"transformer_blocks.3.attn1.to_q.weight", "vae.decoder.conv_out.conv.bias"};
  EXPECT_EQ(incomplete.value().missing, missing);
}

TEST(LtxVersions, AreToldByNames) {
  const std::tuple<const char*, bool, const char*> cases[] = {
      {"ltx-video-2b-v0.9.safetensors", false, "2B 0.9.0"},
      {"LTX-Video-0.9.0/transformer", false, "2B 0.9.0"},
      {"ltx-video-2b-v0.9.1.safetensors", false, "2B 0.9.1"},
      {"LTX-Video-0.9.5/transformer/diffusion_pytorch_model.safetensors", false, "2B 0.9.5"},
      {"ltxv-2b-0.9.6-dev-04-25.safetensors", false, "2B 0.9.6 dev"},
      {"ltxv-2b-0.9.6-distilled-04-25.safetensors", false, "2B 0.9.6 distilled"},
      {"LTXV-2B-0.9.8-Distilled-fp8.safetensors", false, "2B 0.9.8 distilled"},
      {"ltxv-13b-0.9.7-dev_fp8_e4m3fn.safetensors", true, "13B 0.9.7 dev"},
      {"ltxv_0.9.7_13B_distilled_bf16.safetensors", true, "13B 0.9.7 distilled"},
      {"models--Lightricks--LTX-Video-0.9.8-13B-distilled/snapshots/c0ffee/transformer", true, "13B 0.9.8 distilled"},
      // The closest folder name wins.
      {"ltx-0.9.7-distilled/ltxv-13b-0.9.8-dev.safetensors", true, "13B 0.9.8 dev"},
      // No version with that size or number is public.
      {"ltxv-13b-0.9.6-dev.safetensors", true, nullptr},
      {"ltxv-2b-0.95.safetensors", false, nullptr},
      {"ltxv-2b-10.9.6.safetensors", false, nullptr},
      {"my-model.safetensors", false, nullptr},
  };
  for (const auto& [path, large, name] : cases) {
    const auto version = engine::ltxVersionNamed(fs::path("/models") / path, large);
    EXPECT_EQ(version ? std::string(version->name) : "none", name ? name : "none") << path;
  }
}

// --- Settings of pairs ----------------------------------------------------------------------------------------------

PairSpec recommended(const char* large, const char* small) {
  PairSpec pair;
  pair.family = Family("ltx");
  pair.large = root() / large;
  pair.small = root() / small;
  pair.textEncoder = root() / "t5xxl_fp16.safetensors";
  pair.tokenizer = root() / "tokenizer";
  auto made = sharedEngine().pairFromParts(pair);
  if (!made) throw std::runtime_error(made.error().message);
  pair = std::move(made).value();
  return pair;
}

TEST(PublicPairs, OfDevModelsKeepEachOnesGuidance) {
  const auto pair = recommended("ltxv-13b-0.9.8-dev.safetensors", "ltxv-2b-0.9.6-dev-04-25.safetensors");
  EXPECT_TRUE(sharedEngine().checkPair(pair).ok()) << sharedEngine().checkPair(pair).error().message;
  EXPECT_EQ(pair.vae, pair.large);
  EXPECT_TRUE(ltx::Settings::of(pair).causalPositions);
  EXPECT_TRUE(ltx::Settings::of(pair).maskedText);
  EXPECT_EQ(pair.sigmas.rule, SigmaRule::LinearQuadratic);
  EXPECT_EQ(pair.defaults.sampling.schedule.steps, 30);
  // The authors' program rescales where rescaling_scale is not 1; their list is 1, 1, 0.5, 0.5, 1, 1, 1.
  std::vector<double> rescale;
  for (const auto& entry : pair.largeGuidanceSpec.table) rescale.push_back(entry.rescale);
  EXPECT_EQ(rescale, (std::vector<double>{0, 0, 0.5, 0.5, 0, 0, 0}));
  EXPECT_EQ(pair.defaults.sampling.guidanceSmall, 3);
  EXPECT_EQ(pair.smallGuidanceSpec.stgBlocks, std::vector{19});
  EXPECT_FALSE(pair.distilledSmall);
  EXPECT_EQ(pair.defaults.sampling.schedule.middleSteps, 0);
}

TEST(PublicPairs, OfDevAndDistilledTakeLongerStepsInTheMiddle) {
  const auto pair = recommended("ltxv-13b-0.9.8-dev-fp8.safetensors", "ltxv-2b-0.9.8-distilled-fp8.safetensors");
  EXPECT_TRUE(sharedEngine().checkPair(pair).ok()) << sharedEngine().checkPair(pair).error().message;
  EXPECT_EQ(pair.defaults.sampling.schedule.steps, 30);
  EXPECT_EQ(pair.sigmas.rule, SigmaRule::LinearQuadratic);
  EXPECT_EQ(pair.defaults.sampling.guidanceSmall, 1);
  EXPECT_EQ(pair.smallGuidanceSpec, GuidanceSpec{});
  EXPECT_TRUE(pair.distilledSmall);
  EXPECT_EQ(pair.defaults.sampling.schedule.middleSteps,
            3);  // 12 of 30, in the distilled model's 7 steps for all of the noise
}

TEST(PublicPairs, OfTheStochasticModelSaySo) {
  const auto pair = recommended("ltxv-13b-0.9.8-dev.safetensors", "ltxv-2b-0.9.6-distilled-04-25.safetensors");
  EXPECT_TRUE(pair.distilledSmall);
  EXPECT_TRUE(pair.stochasticSmall);
  EXPECT_FALSE(recommended("ltxv-13b-0.9.8-dev.safetensors", "ltxv-2b-0.9.8-distilled.safetensors").stochasticSmall);
}

TEST(PublicPairs, OfDistilledModelsTakeTheirSteps) {
  const auto pair = recommended("ltxv-13b-0.9.8-distilled.safetensors", "ltxv-2b-0.9.8-distilled.safetensors");
  EXPECT_EQ(pair.defaults.sampling.schedule.steps, 7);
  EXPECT_EQ(pair.sigmas.listed.size(), 7u);
  EXPECT_EQ(pair.defaults.sampling.guidance, 1);
  EXPECT_FALSE(pair.defaults.sampling.guidanceSmall);
  EXPECT_FALSE(pair.distilledSmall);
  EXPECT_EQ(pair.defaults.sampling.schedule.middleSteps, 0);
}

TEST(PublicPairs, OfUnnamedFilesHaveTheSameSettings) {
  const auto named = recommended("ltxv-13b-0.9.8-dev.safetensors", "ltxv-2b-0.9.8-distilled.safetensors");
  const auto unnamed = recommended("unnamed/ltxv-13b-x.8-dev.safetensors", "unnamed/ltxv-2b-x.8-distilled.safetensors");
  EXPECT_EQ(unnamed.sigmas, named.sigmas);
  EXPECT_EQ(unnamed.largeGuidanceSpec, named.largeGuidanceSpec);
  EXPECT_EQ(unnamed.smallGuidanceSpec, named.smallGuidanceSpec);
  EXPECT_EQ(unnamed.defaults.sampling.schedule.middleSteps, named.defaults.sampling.schedule.middleSteps);
  EXPECT_EQ(unnamed.distilledSmall, named.distilledSmall);
}

TEST(PublicPairs, OfFoldersAreMade) {
  const auto cached = root() / kCached;
  const auto pair = sharedEngine().pairFromFolders(cached, cached);
  ASSERT_TRUE(pair) << pair.error().message;
  EXPECT_TRUE(sharedEngine().checkPair(pair.value()).ok()) << sharedEngine().checkPair(pair.value()).error().message;
  EXPECT_EQ(pair.value().defaults.sampling.schedule.steps, 30);
  EXPECT_EQ(pair.value().textLength, 256);
  const auto old = sharedEngine().pairFromFolders(root() / "LTX-Video", root() / "LTX-Video");
  ASSERT_TRUE(old) << old.error().message;
  EXPECT_EQ(old.value().sigmas.rule, SigmaRule::ResolutionShift);
  EXPECT_FALSE(ltx::Settings::of(old.value()).causalPositions);
  EXPECT_EQ(old.value().textLength, 128);
  // Giving the transformer inside the folder has the same effect.
  const auto parts = recommended("LTX-Video/transformer", "LTX-Video/transformer");
  EXPECT_EQ(parts.vae, root() / "LTX-Video/vae");
  EXPECT_EQ(parts.textLength, 128);
}

// So that the old ones need not be offered with the new ones.
TEST(PublicPairs, TellTheirLatentSpace) {
  const auto space = [](const char* file) {
    const auto info = sharedEngine().inspectComponent(root() / file);
    return info ? info.value().sizes.at("latent_space") : 0;
  };
  for (const auto* old : {"ltx-video-2b-v0.9.safetensors", "ltx-video-2b-v0.9.1.safetensors", "LTX-Video/transformer"})
    EXPECT_EQ(space(old), 1) << old;
  for (const auto* later :
       {"ltxv-2b-0.9.6-dev-04-25.safetensors", "ltxv-2b-0.9.8-distilled.safetensors", "ltxv-13b-0.9.8-dev.safetensors",
        "ltxv-13b-0.9.8-dev-fp8.safetensors", "diffusion_models/ltxv-13b-0.9.7-dev_fp8_e4m3fn_scaled.safetensors"})
    EXPECT_EQ(space(later), 2) << later;
}

TEST(PublicPairs, OfOldAndNewAreRefused) {
  for (const auto* small : {"ltx-video-2b-v0.9.1.safetensors", "LTX-Video/transformer"}) {
    const auto pair = recommended("ltxv-13b-0.9.8-dev.safetensors", small);
    const auto fits = sharedEngine().checkPair(pair);
    ASSERT_FALSE(fits) << small;
    EXPECT_NE(fits.error().message.find("0.9.0 and 0.9.1 share one latent space"), std::string::npos)
        << fits.error().message;
  }
}

}  // namespace
}  // namespace fb
