// SPDX-License-Identifier: MIT
// Two ways to spend less of the device on waiting: both evaluations of a guided step as a batch of two, and a forward
// that is replayed as a graph instead of enqueued kernel by kernel, by the class that the engine uses. The figures
// decide where the engine should do so.
#include "checks.h"
#include "models/forward_graphs.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fb::gpu {
namespace {

enum class Evaluated { Conditional, Unconditional, Both };

// One model at one size. Both: as a batch, the conditional one first.
struct Subject {
  std::string name;
  std::function<at::Tensor(Evaluated, const ForwardControl&)> forward;
  // The conditional evaluation of given inputs, and those of two steps. Holds what it reads.
  models::ForwardGraphs::Work work;
  std::array<models::ForwardGraphs::Inputs, 2> steps;
  bool isLong = false;  // a forward takes seconds
};

constexpr double kFloatBar = 1e-5;
constexpr double kHalfBar = 3e-2;

double gigabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e9; }

int roundsFor(const Subject& subject) { return subject.isLong ? 1 : 5; }

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size()) / 2;
  std::ranges::nth_element(values, middle);
  return *middle;
}

// Median without a warm-up.
double secondsFor(at::Device device, int rounds, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int i = 0; i < rounds; ++i) seconds.push_back(secondsOf(device, work));
  return medianOf(std::move(seconds));
}

void measureGuidance(Report& report, at::Device device, const Subject& subject) {
  constexpr auto kCheck = "guidance";
  at::Tensor conditional, unconditional, both;
  const auto inTwo = [&] {
    conditional = subject.forward(Evaluated::Conditional, {});
    unconditional = subject.forward(Evaluated::Unconditional, {});
  };
  const auto asBatch = [&] { both = subject.forward(Evaluated::Both, {}); };
  inTwo();
  resetPeak(device);
  const double two = secondsFor(device, roundsFor(subject), inTwo);
  const auto peakOfTwo = peakBytes(device);
  asBatch();
  resetPeak(device);
  const double batch = secondsFor(device, roundsFor(subject), asBatch);
  const auto peakOfBatch = peakBytes(device);
  report.figure(kCheck, subject.name + ", two passes", two, "s");
  report.figure(kCheck, subject.name + ", batch of two", batch, "s");
  report.figure(kCheck, subject.name + ", batch of two against two passes", batch / two, "");
  if (!device.is_cpu()) {
    report.figure(kCheck, subject.name + ", two passes, peak", gigabytes(peakOfTwo), "GB");
    report.figure(kCheck, subject.name + ", batch of two, peak", gigabytes(peakOfBatch), "GB");
  }
  report.bar(kCheck, subject.name + ", difference of the results",
             relativeError(both, at::cat({conditional, unconditional})), device.is_cpu() ? kFloatBar : kHalfBar);
}

// As the engine replays forwards. plain: the seconds of one that is not replayed.
void measureReplay(Report& report, at::Device device, const Subject& subject, double plain) {
  constexpr auto kCheck = "launch";
  auto* recorder = models::recorderOf(device);
  if (!recorder) {
    if (device.is_cuda()) report.fact(kCheck, subject.name + ", as a graph", "this LibTorch has none, or it is off");
    return;
  }
  resetPeak(device);
  models::ForwardGraphs graphs(recorder);
  const auto forward = [&](std::size_t step) {
    return graphs.forward("conditional", subject.steps[step], 0, subject.work, {});
  };
  forward(0);
  const double recording = secondsOf(device, [&] { forward(1); });
  at::Tensor replayed;
  const double seconds = secondsFor(device, roundsFor(subject), [&] { replayed = forward(0); });
  report.figure(kCheck, subject.name + ", the forward that is recorded", 1000 * recording, "ms");
  report.figure(kCheck, subject.name + ", replayed as a graph", 1000 * seconds, "ms");
  report.figure(kCheck, subject.name + ", replayed against plain", seconds / plain, "");
  report.figure(kCheck, subject.name + ", peak with the graph's own memory", gigabytes(peakBytes(device)), "GB");
  report.holds(kCheck, subject.name + ", can be recorded", !recorder->problem());
  report.holds(kCheck, subject.name + ", replayed with the inputs of either step: the same bits",
               at::equal(replayed, subject.work(subject.steps[0], {})) &&
                   at::equal(forward(1), subject.work(subject.steps[1], {})));
}

// After measureGuidance(), by which the model is warm.
void measureLaunch(Report& report, at::Device device, const Subject& subject) {
  constexpr auto kCheck = "launch";
  ForwardControl unpaced;
  unpaced.waitsForDevice = false;
  at::Tensor plain;
  const auto paced = [&] { plain = subject.forward(Evaluated::Conditional, {}); };
  const double whole = secondsFor(device, roundsFor(subject), paced);
  std::vector<double> enqueuing;
  const double unpacedWhole = secondsFor(device, roundsFor(subject), [&] {
    const auto start = std::chrono::steady_clock::now();
    const auto result = subject.forward(Evaluated::Conditional, unpaced);
    enqueuing.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  });
  const double enqueued = medianOf(enqueuing);
  report.figure(kCheck, subject.name + ", one forward, at most two blocks ahead", 1000 * whole, "ms");
  report.figure(kCheck, subject.name + ", enqueued as a whole", 1000 * unpacedWhole, "ms");
  // If the device's queue is full, the host waits in it, so that this is then the device's time.
  report.figure(kCheck, subject.name + ", of which the host enqueues", 1000 * enqueued, "ms");
  report.figure(kCheck, subject.name + ", the host's share", 100 * enqueued / unpacedWhole, "%");
  if (!subject.isLong) measureReplay(report, device, subject, whole);
}

void measure(Report& report, at::Device device, const Subject& subject) {
  measureGuidance(report, device, subject);
  measureLaunch(report, device, subject);
}

// Of a device's tests and of the CPU's.
at::ScalarType dtypeOn(at::Device device) { return device.is_cpu() ? at::kFloat : at::kBFloat16; }
RandomWeights::Made madeOn(at::Device device) {
  return device.is_cpu() ? RandomWeights::Made::OnTheCpu : RandomWeights::Made::OnTheDevice;
}

struct Size {
  std::string name;
  std::int64_t frames, height, width;  // of the latents
  bool isLong = false;
};

void measureWan(Report& report, at::Device device, const std::string& name, const models::WanTransformerConfig& config,
                const std::vector<Size>& sizes) {
  RandomWeights weights(device, dtypeOn(device), madeOn(device));
  const models::WanTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto prompts = at::randn({2, device.is_cpu() ? 24 : 512, config.textDim}, options);
  const std::array contexts{model.prepareText(prompts.narrow(0, 0, 1)), model.prepareText(prompts.narrow(0, 1, 1)),
                            model.prepareText(prompts)};
  const auto inputsAt = [&](const at::Tensor& latents, double timestep) {
    const auto [embedding, modulation] = model.prepareTime(timestep);
    return models::ForwardGraphs::Inputs{latents, embedding, modulation};
  };
  for (const auto& size : sizes) {
    const auto latents = at::randn({1, config.inChannels, size.frames, size.height, size.width}, options);
    const auto pair = at::cat({latents, latents});
    const auto rope = model.prepareRope(size.frames, size.height, size.width);
    measure(report, device,
            {name + " " + size.name,
             [&](Evaluated what, const ForwardControl& control) {
               return model.forward(what == Evaluated::Both ? pair : latents, 700, rope,
                                    contexts[static_cast<std::size_t>(what)], control);
             },
             [&](const models::ForwardGraphs::Inputs& inputs, const ForwardControl& control) {
               return model.forward(inputs[0], {inputs[1], inputs[2]}, rope, contexts[0], control);
             },
             {inputsAt(latents, 700), inputsAt(at::randn_like(latents), 300)},
             size.isLong});
  }
}

void measureLtx(Report& report, at::Device device, const std::string& name, const models::LtxTransformerConfig& config,
                const std::vector<Size>& sizes) {
  RandomWeights weights(device, dtypeOn(device), madeOn(device));
  const models::LtxTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const std::int64_t length = device.is_cpu() ? 24 : 256;
  const auto prompts = at::randn({2, length, config.captionDim}, options);
  // The prompts end at different rows.
  auto mask = at::ones({2, length}, options.dtype(at::kLong));
  mask.select(0, 0).narrow(0, length / 2, length / 2).zero_();
  const auto contextOf = [&](std::int64_t first, std::int64_t count) {
    return model.prepareText(prompts.narrow(0, first, count), mask.narrow(0, first, count));
  };
  const std::array contexts{contextOf(0, 1), contextOf(1, 1), contextOf(0, 2)};
  const auto timestep = at::full({1}, 700, options);
  for (const auto& size : sizes) {
    const auto tokens = at::randn({1, size.frames * size.height * size.width, config.channels}, options);
    const auto pair = at::cat({tokens, tokens});
    const auto rope =
        model.prepareRope(models::latentCoordinates(size.frames, size.height, size.width, 24, /*causal=*/true));
    measure(report, device,
            {name + " " + size.name,
             [&](Evaluated what, const ForwardControl& control) {
               return model.forward(what == Evaluated::Both ? pair : tokens, timestep, rope,
                                    contexts[static_cast<std::size_t>(what)], {}, control);
             },
             [&](const models::ForwardGraphs::Inputs& inputs, const ForwardControl& control) {
               return model.forward(inputs[0], inputs[1], rope, contexts[0], {}, control);
             },
             {models::ForwardGraphs::Inputs{tokens, timestep},
              models::ForwardGraphs::Inputs{at::randn_like(tokens), at::full({1}, 300, options)}},
             size.isLong});
  }
}

}  // namespace

void checkGuidance(Report& report, at::Device device) {
  if (device.is_cpu()) {
    measureWan(report, device, "tiny WAN", tinyWan(), {{"80x64x9", 3, 8, 10}});
    measureLtx(report, device, "tiny LTX", tinyLtx(), {{"160x128x17", 3, 4, 5}});
    return;
  }
  measureLtx(report, device, "LTX 2B", ltx2B(), {{"512x320x17", 3, 10, 16}, {"1216x704x121", 16, 22, 38}});
  measureWan(report, device, "WAN 1.3B", wan1B(), {{"480x272x33", 9, 34, 60}, {"832x480x81", 21, 60, 104}});
  measureWan(report, device, "WAN 14B", wan14B(), {{"480x272x33", 9, 34, 60}, {"832x480x81", 21, 60, 104, true}});
}

}  // namespace fb::gpu
