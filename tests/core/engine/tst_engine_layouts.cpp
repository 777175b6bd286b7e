// SPDX-License-Identifier: MIT
// The same weights in every layout give the same latents; fp8 gives those of its dequantised twin.
#include "base/families/wan.h"
#include "engine_cases.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

namespace fb {
namespace {

namespace fs = std::filesystem;

at::Tensor finalLatents(const PairSpec& pair) {
  const TemporaryFolder folder;
  auto request = tinyRequest(pair);
  request.sampling.schedule.steps = 5;
  request.options.traceFile = folder / "trace.safetensors";
  EventSink sink;
  RunControl control;
  const auto engine = createEngine({1});
  finished(engine->generate(request, sink, control));
  return weights::loadTensors(request.options.traceFile).tensors.at("final_latents");
}

PairSpec diffusersPair() { return pairIn(oracleFolder("engine_layouts") / "diffusers"); }

TEST(EngineLayouts, OriginalNamesGiveTheSameBits) {
  auto pair = diffusersPair();
  const auto expected = finalLatents(pair);
  const auto root = oracleFolder("engine_layouts") / "original";
  pair.large = root / "large";
  pair.small = root / "small";
  pair.vae = root / "vae";
  EXPECT_TRUE(finalLatents(pair).equal(expected));
}

TEST(EngineLayouts, ComfySingleFilesGiveTheSameBits) {
  auto pair = diffusersPair();
  const auto expected = finalLatents(pair);
  const auto root = oracleFolder("engine_layouts") / "comfy";
  pair.large = root / "large.safetensors";
  pair.small = root / "small.safetensors";
  pair.textEncoder = root / "umt5" / "umt5.safetensors";
  pair.tokenizer = pair.textEncoder;
  EXPECT_TRUE(finalLatents(pair).equal(expected));
}

TEST(EngineLayouts, Fp8EqualsItsDequantizedTwin) {
  auto pair = diffusersPair();
  const auto root = oracleFolder("engine_layouts") / "fp8";
  for (const std::string kind : {"plain", "old", "new"}) {
    pair.large = root / (kind + ".safetensors");
    const auto quantized = finalLatents(pair);
    pair.large = root / (kind + "-dequantized");
    EXPECT_TRUE(finalLatents(pair).equal(quantized)) << kind;
  }
}

TEST(EngineLayouts, InspectNamesLayoutAndStorage) {
  const auto root = oracleFolder("engine_layouts");
  const auto comfy = sharedEngine().inspectComponent(root / "comfy" / "large.safetensors");
  ASSERT_TRUE(comfy) << comfy.error().message;
  EXPECT_EQ(comfy.value().layout, "original");
  EXPECT_EQ(comfy.value().storage, "F32");
  EXPECT_TRUE(comfy.value().complete());
  const auto scaled = sharedEngine().inspectComponent(root / "fp8" / "old.safetensors");
  ASSERT_TRUE(scaled) << scaled.error().message;
  EXPECT_NE(scaled.value().storage.find("scaled"), std::string::npos);
  EXPECT_TRUE(scaled.value().complete());
  const auto vae = sharedEngine().inspectComponent(root / "original" / "vae");
  ASSERT_TRUE(vae) << vae.error().message;
  EXPECT_EQ(vae.value().kind, wan::kVae);
  EXPECT_TRUE(vae.value().complete());
}

}  // namespace
}  // namespace fb
