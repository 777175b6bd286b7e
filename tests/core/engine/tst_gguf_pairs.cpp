// SPDX-License-Identifier: MIT
// Pairs of GGUF files with layers of different types give the same bits as their twins with the dequantised numbers.
#include "base/failure.h"
#include "base/families/ltx.h"
#include "base/families/wan.h"
#include "engine/family.h"
#include "trace_cases.h"
#include "weights/tensor_view.h"

#include <algorithm>

namespace fb {
namespace {

namespace fs = std::filesystem;

fs::path familyFolder(const std::string& family) { return oracleFolder("engine_gguf") / family; }

// The diffusers pair with other transformers and another text encoder.
PairSpec pairOf(const std::string& family, const std::string& kind, const std::string& ending) {
  const auto folder = familyFolder(family) / kind;
  auto pair = pairIn(familyFolder(family) / "diffusers");
  pair.large = folder / ("large" + ending);
  pair.small = folder / ("small" + ending);
  pair.textEncoder = folder / ("text" + ending);
  return pair;
}

weights::NamedTensors tracedRun(const PairSpec& pair) {
  auto request = tinyRequest(pair);
  if (pair.family == Family("ltx")) request.clip.width = request.clip.height = 64;
  request.sampling.schedule = {0.4, 0.2, 5};
  return trace(request);
}

class GgufPairs : public testing::TestWithParam<std::string> {};

TEST_P(GgufPairs, GiveTheBitsOfTheirDequantizedTwins) {
  const auto quantized = tracedRun(pairOf(GetParam(), "gguf", ".gguf"));
  const auto twin = tracedRun(pairOf(GetParam(), "dequantized", ".safetensors"));
  for (const auto* name : {"prompt_embeds", "final_latents", "frames"}) expectEqual(quantized, twin, name);
}

TEST_P(GgufPairs, AreInspectedByTheirTensors) {
  const auto root = familyFolder(GetParam());
  for (const auto* part : {"large", "small", "text"}) {
    const auto info = sharedEngine().inspectComponent(root / "gguf" / (std::string(part) + ".gguf"));
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(info.value().complete()) << part;
    EXPECT_EQ(info.value().storage.find("GGUF, mostly "), 0u) << info.value().storage;
    EXPECT_EQ(info.value().layout, std::string(part) == "text" ? "llama.cpp" : "original");
    const auto twin = sharedEngine().inspectComponent(root / "dequantized" / (std::string(part) + ".safetensors"));
    ASSERT_TRUE(twin) << twin.error().message;
    EXPECT_EQ(info.value().kind, twin.value().kind);
    EXPECT_EQ(info.value().variant, twin.value().variant);
    EXPECT_EQ(info.value().parameters, twin.value().parameters);
  }
}

// A layer's matrix is dequantised while it is used: the largest one counts as working memory.
TEST_P(GgufPairs, ADequantizedMatrixIsPartOfThePlan) {
  const auto needsOf = [&](const std::string& kind, const std::string& ending) {
    auto request = tinyRequest(pairOf(GetParam(), kind, ending));
    if (GetParam() == "ltx") request.clip.width = request.clip.height = 64;
    request.options.device = "cpu";
    request.options.dtype = DType::Float32;
    weights::CheckpointCache checkpoints;
    return engine::familyOf(request.pair.family).memoryNeeds(request, checkpoints);
  };
  const auto largest = [&](const char* part) {
    const auto checkpoint =
        weights::Checkpoint::open(familyFolder(GetParam()) / "gguf" / (std::string(part) + ".gguf"));
    std::uint64_t bytes = 0;
    for (const auto& [name, view] : checkpoint.tensors())
      if (weights::isBlockQuantized(view.type) && view.shape.size() == 2 && name.find("block") != std::string::npos)
        bytes = std::max(bytes, weights::alignedBytes(view.shape, at::kFloat));
    return bytes;
  };
  const auto quantized = needsOf("gguf", ".gguf"), plain = needsOf("dequantized", ".safetensors");
  EXPECT_GE(quantized.large.weights.dequantized, largest("large"));
  EXPECT_GT(quantized.large.weights.dequantized, 0u);
  EXPECT_EQ(plain.large.weights.dequantized, 0u);
  EXPECT_EQ(quantized.text.working, plain.text.working + quantized.text.weights.dequantized);
  EXPECT_GT(quantized.text.weights.dequantized, 0u);
  EXPECT_GE(quantized.small.working, plain.small.working);
  EXPECT_LE(quantized.small.working, plain.small.working + quantized.small.weights.dequantized);
}

INSTANTIATE_TEST_SUITE_P(Families, GgufPairs, testing::Values("wan", "ltx"),
                         [](const testing::TestParamInfo<std::string>& family) { return family.param; });

}  // namespace
}  // namespace fb
