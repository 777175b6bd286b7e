// SPDX-License-Identifier: MIT
// A whole run against the same run by diffusers: tiny random pair, fp32 on the CPU, guidance on.
#include "trace_cases.h"

namespace fb {
namespace {

struct Case {
  SolverKind solver;
  SchedulePreset schedule;
};

class EngineParity : public testing::TestWithParam<Case> {};

TEST_P(EngineParity, IsTheClipOfDiffusers) {
  const auto [solver, schedule] = GetParam();
  auto request = tinyRequest(tinyPair());
  request.sampling.solver = solver;
  request.sampling.schedule = StageSchedule::fromPreset(schedule, 10);
  const auto ours = trace(request);
  const auto name = std::string(toString(solver)) + "-" + std::string(toString(schedule)) + ".safetensors";
  const auto reference = weights::loadTensors(oracleFolder("engine_wan") / name).tensors;
  for (const auto* same : {"noise", "input_ids", "negative_input_ids", "sigmas", "timesteps", "model_is_large"})
    expectEqual(ours, reference, same);
  expectClose(ours, reference, "prompt_embeds", 1e-5);
  expectClose(ours, reference, "negative_prompt_embeds", 1e-5);
  expectClose(ours, reference, "velocity", 1e-4);
  expectClose(ours, reference, "final_latents", 1e-4);
  ASSERT_EQ(ours.at("frames").sizes(), reference.at("frames").sizes());
  EXPECT_LE((ours.at("frames") - reference.at("frames")).abs().max().item<double>(), 1e-3);
}

INSTANTIATE_TEST_SUITE_P(AllSolvers, EngineParity, testing::ValuesIn([] {
                           std::vector<Case> cases;
                           for (const auto solver : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP})
                             for (const auto schedule : {SchedulePreset::LLL, SchedulePreset::LSL, SchedulePreset::SSS})
                               cases.push_back({solver, schedule});
                           return cases;
                         }()));

TEST(EngineParity, ProbeMeasuresTheReferenceDivergence) {
  auto request = tinyRequest(tinyPair());
  request.options.probe = ProbePolicy::All;
  const auto ours = trace(request);
  const auto reference = weights::loadTensors(oracleFolder("engine_wan") / "probe.safetensors").tensors;
  for (const auto* name : {"velocity_large", "velocity_small", "rel_l2", "cosine_distance", "final_latents"})
    expectClose(ours, reference, name, 1e-4);
}

TEST(EngineParity, BFloat16StaysNearTheReference) {
  auto request = tinyRequest(tinyPair());
  request.options.dtype = DType::BFloat16;
  const auto ours = trace(request);
  const auto reference = weights::loadTensors(oracleFolder("engine_wan") / "unipc-lsl.safetensors").tensors;
  expectClose(ours, reference, "final_latents", 5e-2);
}

}  // namespace
}  // namespace fb
