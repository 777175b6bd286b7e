// SPDX-License-Identifier: MIT
#include "models/ltx/ltx_flops.h"
#include "models/ltx/ltx_transformer.h"

#include "model_cases.h"
#include "stop_at_first.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <thread>

namespace fb::models {
namespace {

// As tests/oracle/models_ltx.py has them.
struct Shape {
  std::array<std::int64_t, 3> latent;
  double fps;
  bool causal;
};
constexpr Shape kShapes[] = {
    {{3, 4, 4}, 25, false}, {{1, 8, 6}, 30, true}, {{5, 6, 10}, 24, true}, {{9, 3, 5}, 24, false}};
constexpr int kCases = std::size(kShapes);

std::filesystem::path ltxOracle(const std::string& name) { return oracle("../models_ltx/" + name); }

LtxTransformer loadTransformer(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<LtxTransformer, LtxTransformerConfig>(checkpoint, ltxTransformerNames(checkpoint), dtype);
}

LtxTransformer loadTransformer(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadTransformer(weights::Checkpoint::open(ltxOracle(folder)), dtype);
}

at::Tensor coordinatesOf(int i, std::int64_t firstFrame = 0) {
  const auto& [latent, fps, causal] = kShapes[i];
  return latentCoordinates(latent[0], latent[1], latent[2], fps, causal, firstFrame);
}

struct Cases {
  weights::NamedTensors tensors = weights::loadTensors(ltxOracle("transformer.safetensors")).tensors;

  at::Tensor at(int i, const char* what) const { return tensors.at(fmt::format("{}.{}", i, what)); }
  at::Tensor velocity(const LtxTransformer& model, int i, const std::vector<int>& perturbedBlocks = {},
                      std::stop_token stop = {}) const {
    return model.forward(at(i, "tokens"), at(i, "timesteps"), model.prepareRope(coordinatesOf(i)),
                         model.prepareText(at(i, "text"), at(i, "mask")), perturbedBlocks, stop);
  }
};

TEST(LtxTransformer, EqualsDiffusersInFloat32) {
  const auto model = loadTransformer("transformer"), small = loadTransformer("transformer_small");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    EXPECT_LE(relativeError(cases.velocity(model, i), cases.at(i, "float32")), 1e-5) << i;
    EXPECT_LE(relativeError(cases.velocity(small, i), cases.at(i, "small")), 1e-5) << i;
  }
}

TEST(LtxTransformer, EqualsDiffusersInBFloat16) {
  const auto model = loadTransformer("transformer", at::kBFloat16);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    const auto velocity = cases.velocity(model, i);
    EXPECT_EQ(velocity.scalar_type(), at::kBFloat16);
    EXPECT_LE(relativeError(velocity, cases.at(i, "bfloat16")), 2e-2) << i;
  }
}

TEST(LtxTransformer, PerturbedBlocksGiveTheirValuesUnmixed) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    EXPECT_LE(relativeError(cases.velocity(model, i, {1}), cases.at(i, "perturbed_1")), 1e-5) << i;
    EXPECT_LE(relativeError(cases.velocity(model, i, {2, 0}), cases.at(i, "perturbed_0_2")), 1e-5) << i;
  }
  EXPECT_GT(relativeError(cases.velocity(model, 0, {1}), cases.at(0, "float32")), 1e-2);
}

TEST(LtxTransformer, OneTimestepForAllTokensOrForEachIsTheSame) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  const auto rope = model.prepareRope(coordinatesOf(0));
  const auto text = model.prepareText(cases.at(0, "text"), cases.at(0, "mask"));
  const auto velocity = [&](const at::Tensor& timesteps) {
    return model.forward(cases.at(0, "tokens"), timesteps, rope, text, {}, {});
  };
  EXPECT_LE(relativeError(velocity(at::full({48}, 612.5)), velocity(at::full({1}, 612.5))), 1e-6);
}

TEST(LtxTransformer, RowsPastThePromptDoNotCount) {
  const auto model = loadTransformer("transformer");
  Cases cases;
  const auto before = cases.velocity(model, 0);
  cases.at(0, "text").slice(1, 7).fill_(3);
  EXPECT_TRUE(cases.velocity(model, 0).equal(before));
}

TEST(LtxTransformer, RowsPastThePromptAreLeftOut) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  const auto velocity = [&](const at::Tensor& mask, std::int64_t rows) {
    const auto samples = mask.size(0);
    const auto text = cases.at(0, "text").narrow(1, 0, rows).expand({samples, -1, -1});
    const auto tokens = cases.at(0, "tokens").expand({samples, -1, -1});
    return model.forward(tokens, cases.at(0, "timesteps"), model.prepareRope(coordinatesOf(0)),
                         model.prepareText(text, mask), {}, {});
  };
  const auto rows = cases.at(0, "mask").size(1);
  const auto prompt = [&](std::int64_t length) { return (at::arange(rows) < length).to(at::kFloat).unsqueeze(0); };
  EXPECT_FALSE(model.prepareText(cases.at(0, "text"), prompt(3)).mask.defined());
  EXPECT_LE(relativeError(velocity(prompt(3), rows), velocity(at::ones({1, 3}), 3)), 1e-6);

  const auto together = velocity(at::cat({prompt(3), prompt(5)}), rows);
  EXPECT_LE(relativeError(together.narrow(0, 0, 1), velocity(prompt(3), rows)), 1e-6);
  EXPECT_LE(relativeError(together.narrow(0, 1, 1), velocity(prompt(5), rows)), 1e-6);
  // To a prompt without any row, all rows are equally far.
  EXPECT_EQ(model.prepareText(cases.at(0, "text"), at::zeros({1, rows})).mask.size(3), rows);
}

TEST(LtxTransformer, CoordinatesAreThoseOfThePipelines) {
  const Cases cases;
  const auto limits = at::tensor({20, 2048, 2048}, at::kFloat);
  for (int i = 0; i < kCases; ++i) {
    if (!kShapes[i].causal) {
      EXPECT_TRUE((coordinatesOf(i) / limits).equal(cases.at(i, "fractions"))) << i;
      continue;
    }
    EXPECT_TRUE(coordinatesOf(i).equal(cases.at(i, "coordinates"))) << i;
    EXPECT_TRUE(coordinatesOf(i, 17).equal(cases.at(i, "coordinates_17"))) << i;
  }
}

TEST(LtxTransformer, PacksLatentsAsThePipelines) {
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    const auto& latent = kShapes[i].latent;
    const auto tokens = packLatents(cases.at(i, "latents"));
    EXPECT_TRUE(tokens.equal(cases.at(i, "tokens"))) << i;
    EXPECT_TRUE(unpackLatents(tokens, latent[0], latent[1], latent[2]).equal(cases.at(i, "latents"))) << i;
  }
}

TEST(LtxTransformer, OtherLayoutsGiveTheSameBits) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  for (const char* folder : {"transformer_original", "transformer_single", "transformer_beside_vae"}) {
    EXPECT_TRUE(isLtxTransformer(weights::Checkpoint::open(ltxOracle(folder)))) << folder;
    const auto other = loadTransformer(folder);
    for (int i = 0; i < kCases; ++i)
      EXPECT_TRUE(cases.velocity(model, i).equal(cases.velocity(other, i))) << folder << " " << i;
  }
}

TEST(LtxTransformer, SaysWhetherCoordinatesAreCausalWhereTheFileDoes) {
  const auto causal = [](const char* folder) {
    return LtxTransformerConfig::detect(weights::Checkpoint::open(ltxOracle(folder))).causalCoordinates;
  };
  EXPECT_EQ(causal("transformer"), std::nullopt);
  EXPECT_EQ(causal("transformer_original"), std::nullopt);
  EXPECT_EQ(causal("transformer_single"), true);
  EXPECT_EQ(causal("transformer_beside_vae"), false);
}

TEST(LtxTransformer, SeveralThreadsShareOneModel) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  std::vector<at::Tensor> alone(kCases), together(kCases);
  for (int i = 0; i < kCases; ++i) alone[i] = cases.velocity(model, i);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < kCases; ++i) threads.emplace_back([&, i] { together[i] = cases.velocity(model, i); });
  }
  for (int i = 0; i < kCases; ++i) EXPECT_LE(relativeError(together[i], alone[i]), 1e-6) << i;
}

// Unlike in WAN, nothing is kept in float32: with bfloat16 weights, a change that is too small for it is lost.
TEST(LtxTransformer, KeepsEveryWeightInTheModelsType) {
  const ScratchFolder scratch;
  const Cases cases;
  const auto velocityWithFactor = [&](double factor) {
    const auto checkpoint = scratch.edited(ltxOracle("transformer"), [&](weights::NamedTensors& tensors) {
      for (auto& [key, tensor] : tensors) tensor = tensor.to(at::kBFloat16).to(at::kFloat) * factor;
    });
    return cases.velocity(loadTransformer(checkpoint, at::kBFloat16), 0);
  };
  EXPECT_TRUE(velocityWithFactor(1 + 0x1p-10).equal(velocityWithFactor(1)));
}

TEST(LtxTransformer, StopsWithinOneBlock) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  const auto rope = model.prepareRope(coordinatesOf(0));
  const auto text = model.prepareText(cases.at(0, "text"), cases.at(0, "mask"));
  const StopAtFirst norms("aten::rms_norm");
  EXPECT_THROW(model.forward(cases.at(0, "tokens"), cases.at(0, "timesteps"), rope, text, {}, norms.token()), Stopped);
  EXPECT_EQ(norms.calls(), 6);  // those of the first block: two of its own, four of queries and keys
}

TEST(LtxTransformer, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(ltxOracle("transformer"), [](weights::NamedTensors& tensors) {
    tensors.erase("transformer_blocks.1.attn2.norm_k.weight");
    tensors["transformer_blocks.1.norm3.weight"] = at::zeros({64});
    tensors["proj_in.bias"] = at::zeros({65});
  });
  const auto error = errorOf([&] { loadTransformer(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  for (const char* part : {"missing: transformer_blocks.1.attn2.norm_k.weight",
                           "unexpected: transformer_blocks.1.norm3.weight", "proj_in.bias: is [65], must be [64]"})
    EXPECT_NE(error.message.find(part), std::string::npos) << error.message;
}

TEST(LtxTransformer, IsInspectedOnTheMetaDevice) {
  const auto checkpoint = weights::Checkpoint::open(ltxOracle("transformer_single"));
  weights::CheckpointReader reader(checkpoint, ltxTransformerNames(checkpoint), at::kMeta, at::kFloat);
  const LtxTransformer model(LtxTransformerConfig::detect(checkpoint), reader);
  EXPECT_TRUE(reader.report().ok());
}

weights::NamedTensors skeleton(std::int64_t dim, int layers) {
  weights::NamedTensors tensors{{"patchify_proj.weight", at::zeros({dim, 128})},
                                {"proj_out.weight", at::zeros({128, dim})},
                                {"adaln_single.linear.weight", at::zeros({1})},
                                {"caption_projection.linear_1.weight", at::zeros({1, 4096})},
                                {"scale_shift_table", at::zeros({1})}};
  for (int i = 0; i < layers; ++i) tensors[fmt::format("transformer_blocks.{}.scale_shift_table", i)] = at::zeros({1});
  return tensors;
}

TEST(LtxTransformer, KnowsThePublishedSizesWithoutAConfig) {
  const ScratchFolder scratch;
  const auto detect = [&](std::int64_t dim, int layers) {
    return LtxTransformerConfig::detect(scratch.of(skeleton(dim, layers)));
  };
  const auto small = detect(2048, 28), large = detect(4096, 48), other = detect(2048, 4);
  EXPECT_EQ(std::tuple(small.heads, small.headDim, small.layers, small.variant()), std::tuple(32, 64, 28, "2B"));
  EXPECT_EQ(std::tuple(large.heads, large.headDim, large.layers, large.variant()), std::tuple(32, 128, 48, "13B"));
  EXPECT_EQ(large.captionDim, 4096);
  EXPECT_EQ(large.channels, 128);
  EXPECT_EQ(other.variant(), "");
  const auto error = errorOf([&] { detect(96, 1); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("number of heads"), std::string::npos) << error.message;
}

TEST(LtxTransformer, RefusesLtx2ByName) {
  const ScratchFolder scratch;
  for (const char* part : {"audio_patchify_proj.weight", "av_ca_a2v_gate_adaln_single.linear.weight",
                           "av_cross_attn_video_scale_shift.linear.weight", "audio_vae.decoder.conv_in.conv.weight",
                           "model.diffusion_model.audio_adaln_single.linear.weight"}) {
    auto tensors = skeleton(2048, 1);
    tensors[part] = at::zeros({1});
    const auto checkpoint = scratch.of(tensors);
    EXPECT_TRUE(isLtxTransformer(checkpoint));
    const auto error = errorOf([&] { LtxTransformerConfig::detect(checkpoint); });
    EXPECT_EQ(error.kind, ErrorKind::Unsupported) << part;
    EXPECT_NE(error.message.find("LTX-2"), std::string::npos) << error.message;
  }
}

// --- Cost: equal to torch's FlopCounterMode on diffusers' models, to the last operation -----------------------------

constexpr LatentSize kFull{16, 22, 38};  // 1216x704x121
constexpr LatentSize kSmall{3, 3, 4};    // 128x96x17
constexpr std::int64_t kTextRows = 128;

double counted(const std::string& name) {
  static const auto counts = nlohmann::json::parse(std::ifstream(ltxOracle("flops.json")));
  return counts.at(name).get<double>();
}

LtxTransformerConfig published(std::int64_t headDim, std::int64_t layers) {
  LtxTransformerConfig config;
  config.headDim = headDim;
  config.layers = layers;
  return config;
}

double flopsOf(const LtxTransformerConfig& config, const LatentSize& size, bool withText = true) {
  return ltxTransformerFlops(config, size.frames * size.height * size.width, kTextRows, withText);
}

TEST(LtxFlops, OfTheTransformers) {
  const auto small = published(64, 28), large = published(128, 48);
  EXPECT_EQ(flopsOf(small, kFull), counted("2b/1216x704x121"));
  EXPECT_EQ(flopsOf(large, kFull), counted("13b/1216x704x121"));
  EXPECT_EQ(flopsOf(small, kSmall), counted("2b/128x96x17"));
  EXPECT_EQ(flopsOf(large, kSmall), counted("13b/128x96x17"));
  const auto tiny = LtxTransformerConfig::detect(weights::Checkpoint::open(ltxOracle("transformer")));
  EXPECT_EQ(flopsOf(tiny, {3, 4, 4}), counted("tiny"));
}

TEST(LtxFlops, TextOncePerPromptIsLeftOut) {
  const auto config = published(64, 28);
  const double dim = 2048;
  const double projection = 2 * 128 * (4096 * dim + dim * dim);
  const double keysAndValues = 28 * 2 * 2 * 128 * dim * dim;
  EXPECT_EQ(flopsOf(config, kFull) - flopsOf(config, kFull, false), projection + keysAndValues);
}

TEST(LtxFlops, OfTheVaeDecoders) {
  const auto expectCounted = [](const char* name, const LtxVaeConfig& config) {
    EXPECT_EQ(ltxVaeDecodeFlops(config, kFull), counted(fmt::format("vae-{}/1216x704x121", name)));
    EXPECT_EQ(ltxVaeDecodeFlops(config, kSmall), counted(fmt::format("vae-{}/128x96x17", name)));
  };
  LtxVaeConfig config;
  config.layout = LtxVaeLayout::V090;
  config.decoderChannels = {128, 256, 512, 512};
  config.decoderLayers = {4, 3, 3, 3, 4};
  expectCounted("0.9.0", config);
  config.layout = LtxVaeLayout::V091;
  config.decoderChannels = {256, 512, 1024};
  config.decoderLayers = {5, 6, 7, 8};
  expectCounted("0.9.1", config);
  config.layout = LtxVaeLayout::V095;
  config.decoderLayers = {5, 5, 5, 5};
  expectCounted("0.9.5", config);
}

}  // namespace
}  // namespace fb::models
