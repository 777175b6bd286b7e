// SPDX-License-Identifier: MIT
#include "checks.h"
#include "compute/device_graph.h"
#include "compute/memory.h"
#include "counting_recorder.h"
#include "fields.h"
#include "timing.h"

#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

#include <memory>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "graphs";
constexpr int kSteps = 10;

// LSL of a tiny pair: each model records at its second step, both prompts for themselves or together.
void compare(Report& report, at::Device device, models::Recorder& recorder, Family family, at::ScalarType dtype,
             bool isBatched) {
  TrajectoryJob job{family, {}};
  job.plan.schedule = {0.4, 0.3, kSteps, 0};
  job.isBatched = isBatched;
  const auto name = fmt::format("{} LSL in {}, {}", nameOf(family), c10::toString(dtype),
                                isBatched ? "prompts in one forward" : "prompts apart");
  const auto plain = trajectoryOf(job, device, dtype);
  job.recorder = &recorder;
  const auto replayed = trajectoryOf(job, device, dtype);
  report.holds(kCheck, name + ", replayed: the bits of plain forwards",
               at::equal(replayed.state.latents, plain.state.latents));
  const auto again = trajectoryOf(job, device, dtype, replayed.middle);
  report.holds(kCheck, name + ", continued from the middle: same bits",
               at::equal(again.state.latents, plain.state.latents));
}

// The memory of a graph is given back, and used for other numbers, only after its last replay.
void checkEnd(Report& report, at::Device device) {
  const c10::InferenceMode inference;
  constexpr std::int64_t kSide = 2048;
  constexpr int kReplays = 50;
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto x = at::rand({kSide, kSide}, options) / kSide;
  const auto work = [&] {
    auto y = x;
    for (int i = 0; i < 8; ++i) y = at::matmul(y, x) + x;
    return y;
  };
  const auto expected = work();
  auto graph = std::make_unique<compute::DeviceGraph>(device, work);
  at::Tensor result;
  for (int i = 0; i < kReplays; ++i) result = graph->replay().clone();
  graph.reset();
  compute::releaseCachedMemory(device);
  const auto other = at::full({16, kSide, kSide}, 7, options);
  synchronize(device);
  report.holds(kCheck, "a graph that is dropped while it is replayed: the same bits", at::equal(result, expected));
  report.holds(kCheck, "what comes after it: its own numbers", other.eq(7).all().item<bool>());
}

}  // namespace

void checkGraphs(Report& report, at::Device device) {
  CountingRecorder played;
  auto* recorder = device.is_cpu() ? &played : models::recorderOf(device);
  if (!recorder) {
    report.holds(kCheck, "this LibTorch has graphs, and FLOWBLEND_GRAPHS is not 0", false);
    return;
  }
  for (const auto family : {Family::Wan, Family::Ltx})
    for (const auto dtype : {at::kFloat, at::kBFloat16})
      for (const bool isBatched : {false, true}) compare(report, device, *recorder, family, dtype, isBatched);
  const auto problem = recorder->problem();
  report.holds(kCheck, problem.value_or("forwards can be recorded"), !problem);
  if (!device.is_cpu()) checkEnd(report, device);
}

}  // namespace fb::gpu
