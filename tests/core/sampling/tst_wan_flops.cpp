// SPDX-License-Identifier: MIT
// Equal to torch's FlopCounterMode on the models of diffusers and transformers, to the last operation.
#include "models/wan/wan_flops.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fb::models {
namespace {

constexpr LatentSize kFull{21, 60, 104};  // 832x480x81
constexpr LatentSize kStill{1, 8, 16};    // 128x64x1
constexpr std::int64_t kTextRows = 512;

double counted(const std::string& name) {
  static const auto counts = nlohmann::json::parse(
      std::ifstream(std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "sampling_flops" / "flops.json"));
  return counts.at(name).get<double>();
}

WanTransformerConfig transformer(std::int64_t heads, std::int64_t layers, std::int64_t ffnDim) {
  WanTransformerConfig config;
  config.heads = heads;
  config.layers = layers;
  config.ffnDim = ffnDim;
  return config;
}

TEST(WanFlops, OfTheTransformers) {
  const auto small = transformer(12, 30, 8960);
  const auto large = transformer(40, 40, 13824);
  EXPECT_EQ(wanTransformerFlops(small, kFull, kTextRows, true), counted("wan-1.3b/832x480x81"));
  EXPECT_EQ(wanTransformerFlops(large, kFull, kTextRows, true), counted("wan-14b/832x480x81"));
  EXPECT_EQ(wanTransformerFlops(small, kStill, kTextRows, true), counted("wan-1.3b/128x64x1"));
}

TEST(WanFlops, TextOncePerPromptIsLeftOut) {
  const auto config = transformer(12, 30, 8960);
  const double dim = 1536;
  const double embedding = 2 * 512 * (4096 * dim + dim * dim);
  const double keysAndValues = 30 * 2 * 2 * 512 * dim * dim;
  EXPECT_EQ(wanTransformerFlops(config, kFull, kTextRows, true) - wanTransformerFlops(config, kFull, kTextRows, false),
            embedding + keysAndValues);
}

TEST(WanFlops, OfTheVaeDecoder) {
  EXPECT_EQ(wanVaeDecodeFlops({}, kFull), counted("vae/832x480x81"));
  EXPECT_EQ(wanVaeDecodeFlops({}, kStill), counted("vae/128x64x1"));
}

TEST(WanFlops, OfTheTextEncoder) { EXPECT_EQ(t5Flops({}, kTextRows), counted("umt5-xxl/512")); }

}  // namespace
}  // namespace fb::models
