// SPDX-License-Identifier: MIT
#include "checks.h"
#include "models/layers.h"
#include "models/ltx/ltx_flops.h"
#include "models/wan/wan_flops.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <functional>
#include <stop_token>
#include <string>

namespace fb::gpu {
namespace {

constexpr double kGigabyte = 1e9;
constexpr std::int64_t kWanText = 512, kLtxText = 256;  // tokens of a prompt

struct Latents {
  std::int64_t frames, height, width;
};

std::string attentionBackend(std::int64_t heads, std::int64_t tokens, std::int64_t headDim, at::Device device) {
  const auto q = at::empty({1, heads, tokens, headDim}, at::TensorOptions(device).dtype(at::kBFloat16));
  return std::string(models::attentionBackend(q, q, q));
}

struct Forward {
  std::string name;
  double flops;
  std::function<at::Tensor(std::stop_token)> run;
};

// Time, fraction of the card's rate, peak memory and how long a stop takes.
void measure(Report& report, at::Device device, double bf16Rate, const Forward& forward) {
  constexpr auto kCheck = "transformers";
  const auto weights = allocatedBytes(device);
  forward.run({});
  resetPeak(device);
  at::Tensor velocity;
  const auto seconds = secondsOf(device, [&] { velocity = forward.run({}); });
  report.figure(kCheck, forward.name + ", one forward", seconds, "s");
  report.figure(kCheck, forward.name + ", share of the bf16 rate measured", 100 * forward.flops / seconds / bf16Rate,
                "%");
  report.figure(kCheck, forward.name + ", in memory before", static_cast<double>(weights) / kGigabyte, "GB");
  report.figure(kCheck, forward.name + ", peak", static_cast<double>(peakBytes(device)) / kGigabyte, "GB");
  report.holds(kCheck, forward.name + ", all numbers finite", at::isfinite(velocity).all().item<bool>());

  report.figure(kCheck, forward.name + ", from a stop to an idle device",
                stopLatency(device, seconds, [&](const std::stop_token& stop) { forward.run(stop); }), "ms");
}

void measureWan(Report& report, at::Device device, double bf16Rate, const std::string& name,
                const models::WanTransformerConfig& config, const Latents& clip) {
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const models::WanTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto text = model.prepareText(at::randn({1, kWanText, config.textDim}, options));
  const auto [frames, height, width] = clip;
  const auto latents = at::randn({1, 16, frames, height, width}, options);
  const auto rope = model.prepareRope(frames, height, width);
  measure(report, device, bf16Rate,
          {name, models::wanTransformerFlops(config, {frames, height, width}, kWanText, false),
           [&](std::stop_token stop) { return model.forward(latents, 700, rope, text, stop); }});
}

void measureLtx(Report& report, at::Device device, double bf16Rate, const std::string& name,
                const models::LtxTransformerConfig& config, const Latents& clip) {
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const models::LtxTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto mask = at::ones({1, kLtxText}, options.dtype(at::kLong));
  const auto text = model.prepareText(at::randn({1, kLtxText, config.captionDim}, options), mask);
  const auto [frames, height, width] = clip;
  const auto count = frames * height * width;
  const auto tokens = at::randn({1, count, config.channels}, options);
  const auto rope = model.prepareRope(models::latentCoordinates(frames, height, width, 24, true));
  const auto at = at::full({1}, 700, options);
  measure(report, device, bf16Rate,
          {name, models::ltxTransformerFlops(config, count, kLtxText, false),
           [&](std::stop_token stop) { return model.forward(tokens, at, rope, text, {}, stop); }});
}

}  // namespace

void checkTransformers(Report& report, at::Device device) {
  const double rate = bf16FlopsPerSecond(device);
  if (device.is_cpu()) {
    measureWan(report, device, rate, "tiny WAN", tinyWan(), {3, 8, 10});
    measureLtx(report, device, rate, "tiny LTX", tinyLtx(), {3, 4, 5});
    return;
  }
  report.fact("transformers", "attention, 40 heads of 128, 32760 tokens", attentionBackend(40, 32760, 128, device));
  report.fact("transformers", "attention, 32 heads of 64, 13376 tokens", attentionBackend(32, 13376, 64, device));
  measureWan(report, device, rate, "WAN 1.3B 832x480x81", wan1B(), {21, 60, 104});
  measureWan(report, device, rate, "WAN 14B 832x480x81", wan14B(), {21, 60, 104});
  measureLtx(report, device, rate, "LTX 2B 1216x704x121", ltx2B(), {16, 22, 38});
  measureLtx(report, device, rate, "LTX 13B 1216x704x121", ltx13B(), {16, 22, 38});
}

}  // namespace fb::gpu
