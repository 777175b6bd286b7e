// SPDX-License-Identifier: MIT
// The public WAN 2.1 checkpoints by name, shape and header, without their weights: recognised, complete, and pairs as
// people put them together.
#include "base/atomic_file.h"
#include "base/families.h"
#include "base/families/wan.h"
#include "base/json.h"
#include "engine_cases.h"
#include "public_checkpoints.h"

#include <algorithm>
#include <string>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

fs::path root() { return oracleFolder("public_wan_checkpoints"); }

std::vector<PublicCheckpoint> checkpoints() {
  constexpr auto Transformer = wan::kTransformer, Vae = wan::kVae, Umt5 = kUmt5Encoder, Clip = kVisionEncoder;
  const std::string comfy = "comfy/diffusion_models/wan2.1_", texts = "comfy/text_encoders/umt5_xxl_";
  return {
      {comfy + "t2v_14B_fp16.safetensors", Transformer, "14B", "F16", "original"},
      {comfy + "t2v_14B_bf16.safetensors", Transformer, "14B", "BF16", "original"},
      {comfy + "t2v_14B_fp8_e4m3fn.safetensors", Transformer, "14B", "F8_E4M3", "original"},
      {comfy + "t2v_14B_fp8_scaled.safetensors", Transformer, "14B", "F8_E4M3, scaled", "original"},
      {comfy + "t2v_1.3B_fp16.safetensors", Transformer, "1.3B", "F16", "original"},
      {comfy + "t2v_1.3B_bf16.safetensors", Transformer, "1.3B", "BF16", "original"},
      {comfy + "i2v_480p_14B_fp16.safetensors", Transformer, "14B image-to-video", "F16", "original"},
      {texts + "fp16.safetensors", Umt5, "XXL", "F16", "transformers"},
      {texts + "fp8_e4m3fn_scaled.safetensors", Umt5, "XXL", "F8_E4M3, scaled", "transformers"},
      {"comfy/vae/wan_2.1_vae.safetensors", Vae, "WAN 2.1", "BF16", "original"},
      {"comfy/clip_vision/clip_vision_h.safetensors", Clip, "ViT-H/14", "F16", "transformers"},
      {"kijai/Wan2_1-T2V-14B_fp8_e4m3fn.safetensors", Transformer, "14B", "F8_E4M3", "original"},
      {"kijai/Wan2_1-T2V-14B_fp8_e4m3fn_scaled_KJ.safetensors", Transformer, "14B", "F8_E4M3, scaled", "original"},
      {"kijai/Wan2_1-T2V-1_3B_fp32.safetensors", Transformer, "1.3B", "F32", "original"},
      {"kijai/Wan2_1-T2V-1_3B_bf16.safetensors", Transformer, "1.3B", "BF16", "original"},
      {"kijai/umt5-xxl-enc-bf16.safetensors", Umt5, "XXL", "BF16", "original"},
      {"kijai/umt5-xxl-enc-fp8_e4m3fn.safetensors", Umt5, "XXL", "F8_E4M3", "original"},
      {"kijai/Wan2_1_VAE_bf16.safetensors", Vae, "WAN 2.1", "BF16", "original"},
      {"kijai/Wan2_1_VAE_fp32.safetensors", Vae, "WAN 2.1", "F32", "original"},
      {"gguf/wan2.1-t2v-14b-Q4_K_M.gguf", Transformer, "14B", "GGUF, mostly Q4_K", "original"},
      {"gguf/wan2.1-t2v-14b-Q8_0.gguf", Transformer, "14B", "GGUF, mostly Q8_0", "original"},
      {"gguf/wan2.1_t2v_1.3b-q8_0.gguf", Transformer, "1.3B", "GGUF, mostly Q8_0", "original"},
      {"gguf/umt5-xxl-encoder-Q8_0.gguf", Umt5, "XXL", "GGUF, mostly Q8_0", "llama.cpp"},
      {"gguf/pig_wan_vae_fp32-f16.gguf", Vae, "WAN 2.1", "GGUF, mostly F32", "original"},
      {"Wan2.1-T2V-14B", Transformer, "14B", "F32", "original"},
      {"Wan2.1-T2V-1.3B", Transformer, "1.3B", "F32", "original"},
      {"Wan2.1-T2V-14B-Diffusers/transformer", Transformer, "14B", "F32", "diffusers"},
      {"Wan2.1-T2V-14B-Diffusers/text_encoder", Umt5, "XXL", "BF16", "transformers"},
      {"Wan2.1-T2V-14B-Diffusers/vae", Vae, "WAN 2.1", "F32", "diffusers"},
      {"Wan2.1-T2V-1.3B-Diffusers/transformer", Transformer, "1.3B", "F32", "diffusers"},
  };
}

TEST(PublicWanCheckpoints, AreRecognisedAndComplete) { expectRecognised(root(), checkpoints()); }

TEST(PublicWanCheckpoints, HaveTheirParameters) {
  const auto parameters = [](const fs::path& path) {
    return sharedEngine().inspectComponent(root() / path).value().parameters;
  };
  EXPECT_EQ(parameters("comfy/diffusion_models/wan2.1_t2v_14B_fp16.safetensors"), 14'288'491'584u);
  EXPECT_EQ(parameters("comfy/diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors"), 1'418'996'800u);
  EXPECT_EQ(parameters("comfy/vae/wan_2.1_vae.safetensors"), 126'892'531u);
  // The tokenizer inside is no parameter.
  EXPECT_EQ(parameters("comfy/text_encoders/umt5_xxl_fp16.safetensors"),
            parameters("Wan2.1-T2V-14B-Diffusers/text_encoder"));
}

TEST(PublicWanCheckpoints, TextEncodersTellWhetherTheyContainTheirTokenizer) {
  const auto contains = [](const fs::path& path) {
    return sharedEngine().inspectComponent(root() / path).value().sizes.contains("own_tokenizer");
  };
  EXPECT_TRUE(contains("comfy/text_encoders/umt5_xxl_fp16.safetensors"));
  EXPECT_TRUE(contains("comfy/text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors"));
  EXPECT_TRUE(contains("gguf/umt5-xxl-encoder-Q8_0.gguf"));
  EXPECT_FALSE(contains("kijai/umt5-xxl-enc-fp8_e4m3fn.safetensors"));
  EXPECT_FALSE(contains("Wan2.1-T2V-14B-Diffusers/text_encoder"));
}

TEST(PublicWanCheckpoints, OthersAreRefusedAsWhatTheyAre) {
  const std::pair<const char*, const char*> cases[] = {
      {"refused/wan2.1_vace_14B_fp16.safetensors", "a WAN VACE transformer"},
      {"refused/Wan2_1-VACE_module_14B_fp8_e4m3fn.safetensors", "a WAN VACE module"},
      {"refused/Wan2.1-Fun-14B-Control.safetensors", "a WAN Fun Control transformer"},
      {"refused/wan2.2_ti2v_5B_fp16.safetensors", "the WAN 2.2 5B transformer"},
      {"refused/wan2.2_i2v_high_noise_14B_fp16.safetensors", "WAN 2.2 image-to-video"},
      {"refused/wan2.2_t2v_high_noise_14B_fp16.safetensors", "one of the two experts of WAN 2.2 A14B"},
      {"refused/models--Wan-AI--Wan2.2-T2V-A14B/snapshots/0123/high_noise_model", "one of the two experts of WAN 2.2"},
      {"Wan2.1-T2V-14B/models_t5_umt5-xxl-enc-bf16.pth", "is a pickle file"},
      {"Wan2.1-T2V-14B/diffusion_pytorch_model-00002-of-00006.safetensors", "only one shard of a model"},
  };
  expectRefused(root(), cases);
}

// Experts of WAN 2.2 differ from WAN 2.1 by nothing but their names, so a name must not be misread either.
TEST(PublicWanCheckpoints, TheVersionIsReadFromTheNearestName) {
  const TemporaryFolder folder;
  const auto weights = root() / "comfy/diffusion_models/wan2.1_t2v_14B_fp16.safetensors";
  const std::pair<const char*, bool> cases[] = {
      {"Wan2.2-T2V-A14B-HighNoise-Q8_0.safetensors", false},
      {"Wan2_2-T2V-A14B_HIGH_fp8_e4m3fn_scaled_KJ.safetensors", false},
      {"wan22_t2v_low.safetensors", false},
      {"Wan2.2-T2V-A14B/low_noise_model/diffusion_pytorch_model.safetensors", false},
      {"Wan2_1-T2V-14B.safetensors", true},
      {"ComfyUI-wan2.2/diffusion_models/wan2.1_t2v_14B.safetensors", true},
      {"ComfyUI-wan2.2/diffusion_models/my-model.safetensors", true},
      {"wan2.2/Wan2.1-T2V-14B/diffusion_pytorch_model.safetensors", true},
      {"swan-2.25.safetensors", true},
      {"wan.safetensors", true},
  };
  for (const auto& [path, taken] : cases) {
    fs::create_directories((folder / path).parent_path());
    fs::create_symlink(weights, folder / path);
    const auto found = sharedEngine().inspectComponent(folder / path);
    EXPECT_EQ(found.ok(), taken) << path << (found ? "" : ": " + found.error().message);
  }
}

// --- Pairs ----------------------------------------------------------------------------------------------------------

struct Parts {
  std::string large, small;
  std::string textEncoder = {}, tokenizer = {}, vae = {};
};

Result<PairSpec> made(const Parts& parts) {
  const auto at = [](const std::string& path) { return path.empty() ? fs::path() : root() / path; };
  PairSpec pair;
  pair.name = "public files";
  pair.large = at(parts.large);
  pair.small = at(parts.small);
  pair.textEncoder = at(parts.textEncoder);
  pair.tokenizer = at(parts.tokenizer);
  pair.vae = at(parts.vae);
  auto found = sharedEngine().pairFromParts(pair);
  if (!found) return found;
  if (const auto fits = sharedEngine().checkPair(found.value()); !fits) return fits.error();
  return found;
}

constexpr const char* kSmall = "comfy/diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors";
constexpr const char* kText = "comfy/text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors";
constexpr const char* kVae = "comfy/vae/wan_2.1_vae.safetensors";

TEST(PublicWanPairs, AreMadeOfWhatEachRepositoryHas) {
  const std::string comfy = "comfy/diffusion_models/";
  const std::pair<Parts, const char*> cases[] = {
      {{comfy + "wan2.1_t2v_14B_fp8_scaled.safetensors", kSmall, kText, "", kVae}, kText},
      {{"kijai/Wan2_1-T2V-14B_fp8_e4m3fn.safetensors", "kijai/Wan2_1-T2V-1_3B_bf16.safetensors",
        "kijai/umt5-xxl-enc-fp8_e4m3fn.safetensors", "Wan2.1-T2V-1.3B/google/umt5-xxl",
        "kijai/Wan2_1_VAE_bf16.safetensors"},
       "Wan2.1-T2V-1.3B/google/umt5-xxl"},
      // The tokenizer in llama.cpp's form.
      {{"gguf/wan2.1-t2v-14b-Q4_K_M.gguf", "gguf/wan2.1_t2v_1.3b-q8_0.gguf", "gguf/umt5-xxl-encoder-Q8_0.gguf", "",
        "gguf/pig_wan_vae_fp32-f16.gguf"},
       "gguf/umt5-xxl-encoder-Q8_0.gguf"},
      // The authors' folders lack only what they have as pickles.
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B", kText, "", kVae}, "Wan2.1-T2V-14B/google/umt5-xxl"},
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B", "kijai/umt5-xxl-enc-bf16.safetensors", "", kVae},
       "Wan2.1-T2V-14B/google/umt5-xxl"},
      {{"Wan2.1-T2V-14B-Diffusers", kSmall}, "Wan2.1-T2V-14B-Diffusers/tokenizer"},
      {{"gguf/wan2.1-t2v-14b-Q8_0.gguf", "Wan2.1-T2V-1.3B-Diffusers"}, "Wan2.1-T2V-1.3B-Diffusers/tokenizer"},
  };
  for (const auto& [parts, tokenizer] : cases) {
    const auto pair = made(parts);
    ASSERT_TRUE(pair) << parts.large << ": " << pair.error().message;
    EXPECT_EQ(pair.value().tokenizer, root() / tokenizer);
  }
}

TEST(PublicWanPairs, StartFromWhatDiffusersStartsFrom) {
  const auto reference = parseJson(readTextFile(root() / "defaults.json"), "defaults.json");
  for (const auto& parts : {Parts{"kijai/Wan2_1-T2V-14B_fp8_e4m3fn.safetensors", kSmall, kText, "", kVae},
                            Parts{"Wan2.1-T2V-14B-Diffusers", "Wan2.1-T2V-1.3B-Diffusers"}}) {
    const auto pair = made(parts);
    ASSERT_TRUE(pair) << parts.large << ": " << pair.error().message;
    const auto request = parseJson(toJson(defaultRequest(pair.value())), "the request");
    for (const auto& [name, value] : reference.items())
      EXPECT_EQ(request.at(name), value) << parts.large << " " << name;
  }
}

// What somebody with a card of 12 GB gets, planned on a machine that has none.
TEST(PublicWanPairs, FitOnACardOf12GB) {
  const std::string comfy = "comfy/diffusion_models/";
  for (const auto& parts :
       {Parts{comfy + "wan2.1_t2v_14B_fp8_scaled.safetensors", kSmall, kText, "", kVae},
        Parts{"gguf/wan2.1-t2v-14b-Q4_K_M.gguf", kSmall, "gguf/umt5-xxl-encoder-Q8_0.gguf", "", kVae},
        Parts{"Wan2.1-T2V-14B-Diffusers", "Wan2.1-T2V-1.3B-Diffusers"}}) {
    SCOPED_TRACE(parts.large);
    const auto pair = made(parts);
    ASSERT_TRUE(pair) << pair.error().message;
    auto request = defaultRequest(pair.value());
    request.clip.prompt = "a cat";
    request.options.device = "card:11GB";
    const auto planned = sharedEngine().planMemory(request);
    ASSERT_TRUE(planned) << planned.error().message;
    const auto& plan = planned.value();
    EXPECT_TRUE(plan.fits()) << plan.problem;
    EXPECT_EQ(plan.free, 11'000'000'000u);
    EXPECT_LE(plan.peak(), plan.limit);
    const auto large = std::ranges::find(plan.parts, std::string("large model"), &MemoryPlan::Part::name);
    ASSERT_NE(large, plan.parts.end());
    EXPECT_EQ(large->place, MemoryPlan::Place::Streamed);
    EXPECT_EQ(large->dtype, "bf16");
    EXPECT_EQ(large->blocks, 40);
    // What does not stay on the card stays in main memory, or is read from the disk through buffers.
    EXPECT_EQ(large->inMain < large->bytes / 2, large->readsDisk);
    EXPECT_FALSE(sharedEngine().estimateCost(request).value().seconds);

    request.options.device = "card:2GB";
    const auto small = sharedEngine().planMemory(request);
    ASSERT_TRUE(small) << small.error().message;
    EXPECT_NE(small.value().problem.find("card:2GB"), std::string::npos) << small.value().problem;
  }
}

TEST(PublicWanPairs, MistakesAreNamed) {
  const std::string comfy = "comfy/diffusion_models/";
  const auto large = comfy + "wan2.1_t2v_14B_fp8_scaled.safetensors";
  const std::pair<Parts, const char*> cases[] = {
      {{kSmall, large, kText, "", kVae}, "are exchanged"},
      {{kText, kSmall, kText, "", kVae}, "is a UMT5 text encoder"},
      {{kVae, kSmall, kText, "", kVae}, "is a WAN VAE"},
      {{large, kSmall, kVae, "", kVae}, "text encoder must be a UMT5 text encoder"},
      {{comfy + "wan2.1_i2v_480p_14B_fp16.safetensors", kSmall, kText, "", kVae}, "or choose a text-to-video"},
      {{large, kSmall, "kijai/umt5-xxl-enc-bf16.safetensors", "", kVae}, "contains no tokenizer"},
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B"},
       "contains no text encoder that can be read: models_t5_umt5-xxl-enc-bf16.pth is a pickle file"},
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B"}, "such as umt5_xxl_fp8_e4m3fn_scaled.safetensors of Comfy-Org"},
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B", kText},
       "contains no VAE that can be read: Wan2.1_VAE.pth is a pickle file"},
      {{"Wan2.1-T2V-14B", "Wan2.1-T2V-1.3B", kText}, "such as wan_2.1_vae.safetensors of Comfy-Org"},
      {{"comfy", kSmall, kText, "", kVae}, "its folders have (clip_vision, diffusion_models, text_encoders, vae)"},
      {{"refused/wan2.2_t2v_high_noise_14B_fp16.safetensors", kSmall, kText, "", kVae}, "experts of WAN 2.2"},
  };
  for (const auto& [parts, reason] : cases) {
    const auto pair = made(parts);
    ASSERT_FALSE(pair) << reason;
    EXPECT_NE(pair.error().message.find(reason), std::string::npos) << pair.error().message;
  }
}

}  // namespace
}  // namespace fb
