// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "checks.h"
#include "models/ltx/ltx_flops.h"
#include "models/wan/wan_flops.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <ATen/ops/_fused_sdp_choice.h>
#include <c10/core/CachingDeviceAllocator.h>

#include <optional>
#include <thread>

namespace fb::gpu {
namespace {

constexpr double kGigabyte = 1e9;

// The backend that scaled_dot_product_attention chooses for these sizes: ATen/native/transformers/sdp_utils_cpp.h.
std::string attentionBackend(std::int64_t heads, std::int64_t tokens, std::int64_t headDim, at::Device device) {
  const auto q = at::empty({1, heads, tokens, headDim}, at::TensorOptions(device).dtype(at::kBFloat16));
  switch (at::_fused_sdp_choice(q, q, q)) {
    case 0:
      return "math";
    case 1:
      return "flash";
    case 2:
      return "memory-efficient";
    case 3:
      return "cuDNN";
    default:
      return "another";
  }
}

struct Forward {
  std::string name;
  double flops;
  std::function<at::Tensor(std::stop_token)> run;
};

// Time, fraction of the card's rate, peak memory and how long a stop takes.
void measure(Report& report, at::Device device, const Ceilings& ceilings, const Forward& forward) {
  constexpr auto kCheck = "transformers";
  const auto weights = c10::getDeviceAllocator(device.type())
                           ->getDeviceStats(device.index())
                           .allocated_bytes[static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE)]
                           .current;
  forward.run({});
  resetPeak(device);
  at::Tensor velocity;
  const auto seconds = secondsOf(device, [&] { velocity = forward.run({}); });
  report.figure(kCheck, forward.name + ", one forward", seconds, "s");
  report.figure(kCheck, forward.name + ", share of the bf16 rate measured",
                100 * forward.flops / seconds / ceilings.bf16FlopsPerSecond, "%");
  report.figure(kCheck, forward.name + ", in memory before", static_cast<double>(weights) / kGigabyte, "GB");
  report.figure(kCheck, forward.name + ", peak", static_cast<double>(peakBytes(device)) / kGigabyte, "GB");
  report.holds(kCheck, forward.name + ", all numbers finite", at::isfinite(velocity).all().item<bool>());

  std::stop_source stop;
  synchronize(device);
  std::chrono::steady_clock::time_point asked;
  std::jthread asker([&] {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds / 2));
    asked = std::chrono::steady_clock::now();
    stop.request_stop();
  });
  try {
    forward.run(stop.get_token());
  } catch (const Stopped&) {
  }
  synchronize(device);
  asker.join();
  const std::chrono::duration<double, std::milli> latency = std::chrono::steady_clock::now() - asked;
  report.figure(kCheck, forward.name + ", from a stop to an idle device", latency.count(), "ms");
}

void measureWan(Report& report, at::Device device, const Ceilings& ceilings, const std::string& name,
                const models::WanTransformerConfig& config) {
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const models::WanTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto text = model.prepareText(at::randn({1, 512, config.textDim}, options));
  const auto latents = at::randn({1, 16, 21, 60, 104}, options);  // 832x480x81
  const auto rope = model.prepareRope(21, 60, 104);
  measure(report, device, ceilings,
          {name + " 832x480x81", models::wanTransformerFlops(config, {21, 60, 104}, 512, false),
           [&](std::stop_token stop) { return model.forward(latents, 700, rope, text, stop); }});
}

void measureLtx(Report& report, at::Device device, const Ceilings& ceilings, const std::string& name,
                const models::LtxTransformerConfig& config) {
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const models::LtxTransformer model(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto mask = at::ones({1, 256}, options.dtype(at::kLong));
  const auto text = model.prepareText(at::randn({1, 256, config.captionDim}, options), mask);
  const auto tokens = at::randn({1, 16 * 22 * 38, config.channels}, options);  // 1216x704x121
  const auto rope = model.prepareRope(models::latentCoordinates(16, 22, 38, 24, true));
  const auto at = at::full({1}, 700, options);
  measure(report, device, ceilings,
          {name + " 1216x704x121", models::ltxTransformerFlops(config, 16 * 22 * 38, 256, false),
           [&](std::stop_token stop) { return model.forward(tokens, at, rope, text, {}, stop); }});
}

}  // namespace

void checkTransformers(Report& report, at::Device device, const Ceilings& ceilings) {
  report.fact("transformers", "attention, 40 heads of 128, 32760 tokens", attentionBackend(40, 32760, 128, device));
  report.fact("transformers", "attention, 32 heads of 64, 13376 tokens", attentionBackend(32, 13376, 64, device));
  measureWan(report, device, ceilings, "WAN 1.3B", wan1B());
  measureWan(report, device, ceilings, "WAN 14B", wan14B());
  measureLtx(report, device, ceilings, "LTX 2B", ltx2B());
  measureLtx(report, device, ceilings, "LTX 13B", ltx13B());
}

}  // namespace fb::gpu
