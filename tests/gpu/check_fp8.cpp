// SPDX-License-Identifier: MIT
#include "checks.h"
#include "kernels/driver.h"
#include "kernels/fp8_product.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"
#include "weights/dequantize.h"

#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "fp8";

struct Product {
  const char* name;
  std::int64_t in, out;
};
constexpr Product kProducts[] = {
    {"attention", 5120, 5120}, {"into the network", 5120, 13824}, {"out of the network", 13824, 5120}};

class Fp8 {
public:
  Fp8(Report& report, at::Device device) : m_report(report), m_device(device) {}

  // One of WAN 14B's products at 832x480x81.
  void product(const Product& product) const {
    const std::int64_t tokens = m_device.is_cpu() ? 32 : 32760, shrink = m_device.is_cpu() ? 32 : 1;
    const auto in = product.in / shrink, out = product.out / shrink;
    const auto x = noise({1, tokens, in}), bias = noise({out}).mul_(0.01);
    weights::PackedWeight weight;
    weight.type = weights::StorageType::F8E4M3;
    weight.shape = {out, in};
    weight.data = noise({out, in}).to(at::kFloat8_e4m3fn);
    weight.scale = noise({out, 1}).abs().to(at::kFloat).mul_(0.02);
    const auto ours = [&] { return kernels::fp8Product(x, weight.data, weight.scale, bias); };
    const auto wide = [&] { return at::linear(x, weights::dequantized(weight, at::kBFloat16), bias); };
    const auto before = kernels::launches();
    const auto got = ours();
    const auto name = fmt::format("{}, {} to {}", product.name, in, out);
    m_report.holds(kCheck, name + ", rows quantised by our kernel", kernels::launches() > before || m_device.is_cpu());
    // The sums are rounded to bfloat16, and a GPU keeps only 14 bits of them while it adds.
    m_report.bar(kCheck, name + ", error against the emulation",
                 relativeError(got, kernels::reference::fp8Product(x, weight.data, weight.scale, bias)), 2e-2);
    m_report.bar(kCheck, name + ", error against bf16", relativeError(got, wide()), 4e-2);
    if (m_device.is_cpu()) return;
    m_report.figure(kCheck, name + ", bf16 with dequantising", 1000 * medianSeconds(m_device, 10, wide), "ms");
    m_report.figure(kCheck, name + ", fp8 with quantising", 1000 * medianSeconds(m_device, 10, ours), "ms");
    m_report.figure(kCheck, name + ", of which quantising",
                    1000 * medianSeconds(m_device, 10, [&] { kernels::quantizeRows(x); }), "ms");
  }

  // The whole model of tiny size: the device against the CPU, which has the same rounding points in float32.
  void tinyModel() const {
    const auto latents = at::randn({1, 16, 3, 8, 10}), text = at::randn({1, 24, kTinyText});
    const auto on = [&](at::Device device, bool fp8) {
      const kernels::Fp8ProductScope scope(fp8);
      const auto made = RandomWeights::Made::OnTheCpu;
      return forward(*randomModel<models::WanTransformer>(tinyWan(), at::kBFloat16, device, made, {}, true),
                     latents.to(device), text.to(device))
          .cpu();
    };
    const auto got = on(m_device, true), cpu = on(at::kCPU, true), wide = on(at::kCPU, false);
    // A number near the middle between two of e4m3 goes either way after another rounding of its inputs.
    m_report.bar(kCheck, "tiny WAN in fp8, error against the CPU", relativeError(got, cpu), 4e-2);
    m_report.bar(kCheck, "tiny WAN in fp8, error against bf16", relativeError(got, wide), 0.15);
    m_report.holds(kCheck, "tiny WAN in fp8, another result than in bf16", !got.equal(wide));
  }

  // WAN 14B at 832x480x81 with and without.
  void largeModel() const {
    const auto model = randomModel<models::WanTransformer>(wan14B(), at::kBFloat16, m_device,
                                                           RandomWeights::Made::OnTheDevice, {}, /*fp8=*/true);
    const auto latents = at::randn({1, 16, 21, 60, 104}, at::TensorOptions(m_device)),
               text = at::randn({1, 512, model->config().textDim}, at::TensorOptions(m_device));
    at::Tensor velocities[2];
    double seconds[2];
    for (const bool fp8 : {false, true}) {
      const kernels::Fp8ProductScope scope(fp8);
      const auto context = model->prepareText(text);
      const auto rope = model->prepareRope(21, 60, 104);
      const auto run = [&] { velocities[fp8] = model->forward(latents, 700, rope, context, {}); };
      resetPeak(m_device);
      seconds[fp8] = medianSeconds(m_device, 3, run);
      const auto name = fmt::format("WAN 14B of fp8 832x480x81, products in {}", fp8 ? "fp8" : "bf16");
      m_report.figure(kCheck, name, seconds[fp8], "s");
      m_report.figure(kCheck, name + ", peak", static_cast<double>(peakBytes(m_device)) / 1e9, "GB");
    }
    m_report.figure(kCheck, "WAN 14B, fp8 against bf16, seconds", seconds[true] / seconds[false], "");
    m_report.figure(kCheck, "WAN 14B, fp8 against bf16, difference of the velocity",
                    relativeError(velocities[true], velocities[false]), "");
    m_report.holds(kCheck, "WAN 14B in fp8, all numbers finite", at::isfinite(velocities[true]).all().item<bool>());
  }

private:
  at::Tensor noise(at::IntArrayRef shape) const {
    return at::randn(shape, at::TensorOptions(m_device)).to(at::kBFloat16);
  }
  static at::Tensor forward(const models::WanTransformer& model, const at::Tensor& latents, const at::Tensor& text) {
    const auto rope = model.prepareRope(latents.size(2), latents.size(3), latents.size(4));
    return model.forward(latents, 700, rope, model.prepareText(text), {});
  }

  Report& m_report;
  at::Device m_device;
};

}  // namespace

void checkFp8(Report& report, at::Device device) {
  const c10::InferenceMode inference;
  if (const auto obstacle = kernels::fp8ProductObstacle(device, at::kBFloat16)) {
    report.fact(kCheck, "no products in fp8", *obstacle);
    return;
  }
  const Fp8 fp8(report, device);
  for (const auto& product : kProducts) fp8.product(product);
  fp8.tinyModel();
  if (!device.is_cpu()) fp8.largeModel();
}

}  // namespace fb::gpu
