// SPDX-License-Identifier: MIT
// Whole runs with LinearPrecision::Fp8: pairs whose large model is stored in fp8, with the CPU as the device.
#include "trace_cases.h"

#include <algorithm>
#include <string>

namespace fb {
namespace {

GenerationRequest wanRequest(const std::string& kind) {
  const auto root = oracleFolder("engine_layouts");
  auto pair = pairIn(root / "diffusers");
  pair.large = root / "fp8" / (kind + ".safetensors");
  return tinyRequest(pair);
}

GenerationRequest ltxRequest(const std::string& kind) {
  const auto root = oracleFolder("engine_ltx_layouts");
  auto pair = pairIn(root / "0.9.5/diffusers");
  pair.large = root / "fp8" / (kind + ".safetensors");
  auto request = defaultRequest(pair);
  request.clip.prompt = "A cat and a dog baking a cake together in a kitchen.";
  request.clip.width = 96;
  request.clip.height = 64;
  request.clip.frames = 17;
  request.sampling.seed = 3;
  request.options.preview = false;
  return request;
}

class Fp8Runs : public testing::TestWithParam<std::string> {
protected:
  static GenerationRequest requestOf(const std::string& kind) {
    auto request = GetParam() == "wan" ? wanRequest(kind) : ltxRequest(kind);
    request.sampling.schedule = {0.4, 0.2, 5, 0};
    return request;
  }
  at::Tensor latentsOf(GenerationRequest request, LinearPrecision precision = LinearPrecision::Fp8) {
    const TemporaryFolder folder;
    request.options.linearPrecision = precision;
    request.options.traceFile = folder / "trace.safetensors";
    RunControl control;
    finished(m_engine->generate(request, m_watch, control));
    return weights::loadTensors(request.options.traceFile).tensors.at("final_latents");
  }

  std::unique_ptr<Engine> m_engine = createEngine({1});
  RunWatch m_watch;
};

TEST_P(Fp8Runs, AreCloseToThoseWithDequantizedWeights) {
  for (const auto* kind : {"plain", "old", "new"}) {
    const auto request = requestOf(kind);
    const double error = relativeL2(latentsOf(request), latentsOf(request, LinearPrecision::Exact));
    RecordProperty(kind, std::to_string(error));
    EXPECT_LE(error, 0.05) << kind;
    EXPECT_GT(error, 1e-5) << kind;
  }
  EXPECT_TRUE(m_watch.warnings.empty());
}

TEST_P(Fp8Runs, ContinueWithTheSameBits) {
  auto request = requestOf("old");
  request.options.linearPrecision = LinearPrecision::Fp8;
  RunControl control;
  const auto whole = finished(m_engine->generate(request, m_watch, control)).clip;
  expectResumesAfter(1, *m_engine, request, whole);
}

TEST_P(Fp8Runs, OfPairsWithoutSuchWeightsSayThatItHasNoEffect) {
  auto request = requestOf("plain");
  request.pair.large = request.pair.small;
  const auto expected = latentsOf(request, LinearPrecision::Exact);
  EXPECT_TRUE(m_watch.warnings.empty());
  EXPECT_TRUE(latentsOf(request).equal(expected));
  ASSERT_EQ(m_watch.warnings.size(), 1u);
  EXPECT_NE(m_watch.warnings.front().find("linear_precision"), std::string::npos) << m_watch.warnings.front();
}

TEST_P(Fp8Runs, NeedMemoryForTheRoundedActivations) {
  auto request = requestOf("plain");
  const auto exact = m_engine->planMemory(request);
  request.options.linearPrecision = LinearPrecision::Fp8;
  const auto fp8 = m_engine->planMemory(request);
  ASSERT_TRUE(exact && fp8);
  const auto early = [](const MemoryPlan& plan) {
    return std::ranges::find(plan.phases, "early", &MemoryPlan::PhaseUse::name)->working;
  };
  EXPECT_GT(early(fp8.value()), early(exact.value()));
}

INSTANTIATE_TEST_SUITE_P(Families, Fp8Runs, testing::Values("wan", "ltx"),
                         [](const auto& family) { return family.param; });

}  // namespace
}  // namespace fb
