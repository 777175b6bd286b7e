// SPDX-License-Identifier: MIT
#include "checks.h"
#include "fields.h"
#include "timing.h"

#include <fmt/format.h>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "sampling";
// The bounds of rounding at float32, float16 and bfloat16. Halves have 3 bits more than bfloat16.
constexpr double kFloatBar = 1e-3;
constexpr double kFp16Bar = 1e-2;
constexpr double kBrainBar = 3e-2;
// The rounding of matrix products of another shape.
constexpr double kBatchBar = 1e-5;
constexpr int kSteps = 10;

void check(Report& report, at::Device device, Family family, SolverKind solver) {
  TrajectoryJob job{family, {}};
  job.plan.schedule = {0.3, 0.3, kSteps, 0};
  job.plan.solver = solver;
  job.plan.probe = ProbePolicy::All;
  const auto name = fmt::format("{} LSL, {}", nameOf(family), toString(solver));
  const auto want = trajectoryOf(job, at::kCPU, at::kFloat).state.latents;
  const auto got = trajectoryOf(job, device, at::kFloat);
  const auto errorIn = [&](at::ScalarType dtype) {
    return relativeError(trajectoryOf(job, device, dtype).state.latents, want);
  };
  report.bar(kCheck, name + ", fp32", relativeError(got.state.latents, want), kFloatBar);
  report.bar(kCheck, name + ", bf16", errorIn(at::kBFloat16), kBrainBar);
  report.bar(kCheck, name + ", fp16", errorIn(at::kHalf), kFp16Bar);
  const auto again = trajectoryOf(job, device, at::kFloat, got.middle);
  auto batched = job;
  batched.isBatched = true;
  const auto together = trajectoryOf(batched, device, at::kFloat);
  report.bar(kCheck, name + ", fp32, prompts in one forward against apart",
             relativeError(together.state.latents, got.state.latents), kBatchBar);
  report.holds(
      kCheck, name + ", prompts in one forward, continued from the middle: same bits",
      at::equal(trajectoryOf(batched, device, at::kFloat, together.middle).state.latents, together.state.latents));
  report.holds(kCheck, name + ", continued from the middle: same bits",
               at::equal(again.state.latents, got.state.latents));
}

}  // namespace

void checkSampling(Report& report, at::Device device) {
  for (const auto family : {Family::Wan, Family::Ltx})
    for (const auto solver : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP})
      check(report, device, family, solver);
}

}  // namespace fb::gpu
