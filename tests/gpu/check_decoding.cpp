// SPDX-License-Identifier: MIT
#include "checks.h"
#include "compute/tf32.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

namespace fb::gpu {
namespace {

void measure(Report& report, at::Device device, const std::string& name, const std::function<at::Tensor()>& decode) {
  resetPeak(device);
  const auto seconds = secondsOf(device, decode);
  report.figure("decoding", name, seconds, "s");
  report.figure("decoding", name + ", peak", static_cast<double>(peakBytes(device)) / 1e9, "GB");
}

// --decode-precision tf32: what it saves and what it changes.
void measureTf32(Report& report, at::Device device, const models::WanVae& vae, const at::Tensor& z) {
  at::Tensor exact;
  measure(report, device, "WAN VAE fp32, 832x480x81", [&] { return exact = vae.decode(z, /*tiled=*/false, {}); });
  const compute::Tf32Scope tf32(true);
  at::Tensor rounded;
  measure(report, device, "WAN VAE TF32, 832x480x81, again",
          [&] { return rounded = vae.decode(z, /*tiled=*/false, {}); });
  report.figure("decoding", "TF32 against fp32, relative error", relativeError(rounded, exact), "");
}

}  // namespace

void checkDecoding(Report& report, at::Device device) {
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  {
    RandomWeights weights(device, at::kFloat, RandomWeights::Made::OnTheDevice);
    const models::WanVae vae(wanVae(96), weights);
    for (const auto& [width, height] : {std::pair{832, 480}, {1280, 720}})
      for (const bool tiled : {true, false}) {
        const auto z = at::randn({1, 16, 21, height / 8, width / 8}, options);
        const compute::Tf32Scope tf32(true);
        measure(report, device, fmt::format("WAN VAE TF32, {}x{}x81{}", width, height, tiled ? ", tiles" : ""),
                [&] { return vae.decode(z, tiled, {}); });
      }
    measureTf32(report, device, vae, at::randn({1, 16, 21, 60, 104}, options));
  }
  RandomWeights weights(device, at::kBFloat16, RandomWeights::Made::OnTheDevice);
  const models::LtxVae vae(ltxVae095(), weights);
  const auto z = at::randn({1, 128, 16, 22, 38}, options);
  for (const bool tiled : {true, false})
    measure(report, device, fmt::format("LTX VAE bf16, 1216x704x121{}", tiled ? ", tiles" : ""),
            [&] { return vae.decode(z, 0.05, tiled, 3, {}); });
}

}  // namespace fb::gpu
