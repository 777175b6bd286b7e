// SPDX-License-Identifier: MIT
#include "checks.h"
#include "compute/tf32.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <fmt/format.h>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "decoding";

void measure(Report& report, at::Device device, const std::string& name, const std::function<at::Tensor()>& decode) {
  resetPeak(device);
  const auto seconds = secondsOf(device, decode);
  report.figure(kCheck, name, seconds, "s");
  report.figure(kCheck, name + ", peak", static_cast<double>(peakBytes(device)) / 1e9, "GB");
}

// A stop takes effect within a few layers, not when all that is enqueued is done.
void measureStop(Report& report, at::Device device, const std::string& name,
                 const std::function<void(const std::stop_token&)>& decode, std::optional<double> most = {}) {
  decode({});  // its kernels are prepared
  const auto seconds = secondsOf(device, [&] { decode({}); });
  const auto latency = stopLatency(device, seconds, decode);
  report.figure(kCheck, name + ", from a stop to an idle device", latency, "ms");
  if (most && !device.is_cpu())
    report.bar(kCheck, name + ", the same as a share of decoding", latency / 1000 / seconds, *most);
}

// A clip of the published size, or a small one where the CPU is the device.
struct Clip {
  std::int64_t frames, width, height;
  std::string name() const { return fmt::format("{}x{}x{}", width, height, frames); }
  at::Tensor wanLatents(at::Device device) const {
    return at::randn({1, 16, (frames - 1) / 4 + 1, height / 8, width / 8}, at::TensorOptions(device).dtype(at::kFloat));
  }
};

std::int64_t wanWidth(at::Device device) { return device.is_cpu() ? 8 : 96; }

// The same weights in both dtypes, except for rounding.
models::WanVae wanVaeIn(at::ScalarType dtype, at::Device device) {
  RandomWeights weights(device, dtype, RandomWeights::Made::OnTheCpu);
  return {wanVae(wanWidth(device)), weights};
}

void decodeWan(Report& report, at::Device device, const std::vector<Clip>& clips) {
  at::Tensor exact;
  const auto z = clips.front().wanLatents(device);
  {
    const auto vae = wanVaeIn(at::kFloat, device);
    // Of a video as previews fit their colours to: what the memory plan counts for it.
    const auto colours = at::rand({1, 3, 1, 512, 512}, at::TensorOptions(device).dtype(at::kFloat));
    measure(report, device, "WAN VAE fp32, encoding 512x512x1", [&] { return vae.encode(colours, {}); });
    for (const auto& clip : clips)
      for (const bool tiled : {true, false}) {
        const auto latents = clip.wanLatents(device);
        const compute::Tf32Scope tf32(true);
        measure(report, device, fmt::format("WAN VAE TF32, {}{}", clip.name(), tiled ? ", tiles" : ""),
                [&] { return vae.decode(latents, tiled, {}); });
      }
    {
      const compute::Tf32Scope tf32(true);
      measureStop(
          report, device, "WAN VAE TF32, " + clips.front().name(),
          [&](const std::stop_token& stop) { vae.decode(z, /*tiled=*/false, stop); }, 0.2);
    }
    measure(report, device, "WAN VAE fp32, " + clips.front().name(),
            [&] { return exact = vae.decode(z, /*tiled=*/false, {}); });
    // --decode-precision tf32: what it saves and what it changes.
    const compute::Tf32Scope tf32(true);
    at::Tensor rounded;
    measure(report, device, "WAN VAE TF32, " + clips.front().name() + ", again",
            [&] { return rounded = vae.decode(z, /*tiled=*/false, {}); });
    report.figure(kCheck, "TF32 against fp32, relative error", relativeError(rounded, exact), "");
  }
  // What bfloat16 would save and change beside it. The round in tiles also prepares its kernels.
  const auto vae = wanVaeIn(at::kBFloat16, device);
  for (const bool tiled : {true, false}) {
    const auto name = fmt::format("WAN VAE bf16, {}{}", clips.front().name(), tiled ? ", tiles" : "");
    at::Tensor rounded;
    measure(report, device, name, [&] { return rounded = vae.decode(z, tiled, {}); });
    if (!tiled) report.figure(kCheck, "bf16 against fp32, relative error", relativeError(rounded, exact), "");
  }
}

void decodeLtx(Report& report, at::Device device) {
  const bool isCpu = device.is_cpu();
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const auto config = isCpu ? tinyLtxVae(models::LtxVaeLayout::V095) : ltxVae095();
  const models::LtxVae vae(config, weights);
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto z = isCpu ? at::randn({1, 16, 3, 3, 4}, options) : at::randn({1, 128, 16, 22, 38}, options);
  const auto name = isCpu ? "LTX VAE bf16, 128x96x17" : "LTX VAE bf16, 1216x704x121";
  for (const bool tiled : {true, false})
    measure(report, device, fmt::format("{}{}", name, tiled ? ", tiles" : ""),
            [&] { return vae.decode(z, 0.05, tiled, 3, {}); });
  measureStop(report, device, name, [&](const std::stop_token& stop) { vae.decode(z, 0.05, false, 3, stop); });
}

}  // namespace

void checkDecoding(Report& report, at::Device device) {
  if (device.is_cpu())
    decodeWan(report, device, {{9, 64, 48}});
  else
    decodeWan(report, device, {{81, 832, 480}, {81, 1280, 720}});
  decodeLtx(report, device);
}

}  // namespace fb::gpu
