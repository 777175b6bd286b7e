// SPDX-License-Identifier: MIT
#include "checks.h"
#include "compute/device_graph.h"
#include "compute/memory.h"
#include "engine/guarded.h"
#include "models/forward_graphs.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "memory";
constexpr std::uint64_t kMegabyte = 1 << 20;

at::Tensor bytesOn(at::Device device, std::uint64_t count) {
  return at::empty({static_cast<std::int64_t>(count)}, at::TensorOptions(device).dtype(at::kByte));
}

// What `work` throws, as the engine tells it.
Error errorOf(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    return engine::currentError();
  }
  return {};
}

void checkCounting(Report& report, at::Device device) {
  compute::releaseCachedMemory(device);
  resetPeak(device);
  const auto before = allocatedBytes(device), free = compute::freeMemory(device);
  {
    const auto held = bytesOn(device, 512 * kMegabyte);
    const auto more = bytesOn(device, 256 * kMegabyte);
  }
  const auto peak = peakBytes(device) - before;
  report.holds(kCheck, "the most that was allocated is what was asked for", peak == 768 * kMegabyte);
  compute::releaseCachedMemory(device);
  report.bar(kCheck, "not given back of 805 MB",
             static_cast<double>(free) - static_cast<double>(compute::freeMemory(device)),
             64.0 * static_cast<double>(kMegabyte), "bytes");
}

// A model whose forwards are recorded, on a device that is full.
void checkFullDevice(Report& report, at::Device device) {
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheCpu);
  const models::WanTransformer model(tinyWan(), weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto text = model.prepareText(at::randn({1, 24, kTinyText}, options));
  const auto rope = model.prepareRope(21, 60, 104);
  const auto [embedding, modulation] = model.prepareTime(700);
  const models::ForwardGraphs::Inputs inputs{at::randn({1, 16, 21, 60, 104}, options), embedding, modulation};
  const models::ForwardGraphs::Work work = [&](const models::ForwardGraphs::Inputs& now,
                                               const ForwardControl& control) {
    return model.forward(now[0], {now[1], now[2]}, rope, text, control);
  };
  const auto expected = work(inputs, {});
  const auto error = errorOf([&] { bytesOn(device, 2 * compute::memoryOf(device).total); });
  report.holds(kCheck, "more than the device has: " + error.message, error.kind == ErrorKind::OutOfMemory);
  report.holds(kCheck, "after that: the same bits", at::equal(work(inputs, {}), expected));

  auto* recorder = models::recorderOf(device);
  models::ForwardGraphs graphs(recorder);
  const auto replayed = [&] { return graphs.forward("conditional", inputs, 0, work, {}); };
  replayed();
  // What a plain forward needs stays in the allocator's reserve, and the recording finds nothing.
  std::vector<at::Tensor> filling;
  for (std::uint64_t piece = std::uint64_t{8} << 30; piece >= 2 * kMegabyte;) {
    try {
      filling.push_back(bytesOn(device, piece));
    } catch (const c10::OutOfMemoryError&) {
      piece /= 2;
    }
  }
  const auto full =
      errorOf([&] { report.holds(kCheck, "a full device: the same bits", at::equal(replayed(), expected)); });
  if (!full.message.empty())
    report.holds(kCheck, "a full device: " + full.message, full.kind == ErrorKind::OutOfMemory);
  filling.clear();
  compute::releaseCachedMemory(device);
  report.holds(kCheck, "with room again: the same bits", at::equal(replayed(), expected));
  report.holds(kCheck, "with room again, replayed: the same bits", at::equal(replayed(), expected));
  if (recorder) report.holds(kCheck, "a full device is no fault of recordings", !recorder->problem());
}

// Work that cannot be recorded: what comes after goes on.
void checkBrokenRecording(Report& report, at::Device device) {
  const c10::InferenceMode inference;
  if (!compute::DeviceGraph::isAvailable(device)) return;
  const auto x = at::ones({1000}, at::TensorOptions(device).dtype(at::kFloat));
  const auto error = errorOf([&] {
    // Waits for the device.
    const compute::DeviceGraph graph(device, [&] { return x * x.sum().item<double>(); });
  });
  report.holds(kCheck, "work that waits for the device cannot be recorded: " + error.message,
               !error.message.empty() && error.kind == ErrorKind::Internal);
  report.holds(kCheck, "after that, plain work goes on", (x + x).eq(2).all().item<bool>());
  const auto then = errorOf([&] {
    compute::DeviceGraph graph(device, [&] { return x * 3; });
    report.holds(kCheck, "after that, other work can be recorded", graph.replay().eq(3).all().item<bool>());
  });
  // In torch 2.11 it cannot; the engine gives recordings up.
  if (!then.message.empty()) report.fact(kCheck, "after that, other work cannot be recorded", then.message);
  const auto before = compute::freeMemory(device);
  { const auto held = bytesOn(device, 512 * kMegabyte); }
  compute::releaseCachedMemory(device);
  report.fact(kCheck, "after that, memory is given back",
              compute::freeMemory(device) + 64 * kMegabyte >= before ? "yes" : "no");
}

}  // namespace

void checkMemory(Report& report, at::Device device) {
  if (device.is_cpu()) {
    report.holds(kCheck, "the machine has memory, some of it free",
                 compute::memoryOf(device).total > compute::freeMemory(device) && compute::freeMemory(device) > 0);
    return;
  }
  checkCounting(report, device);
  checkFullDevice(report, device);
  checkBrokenRecording(report, device);
}

}  // namespace fb::gpu
