// SPDX-License-Identifier: MIT
#include "checks.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

namespace fb::gpu {
namespace {

using weights::Placement;

constexpr auto kCheck = "streaming";

at::Tensor forward(const models::WanTransformer& model, const at::Tensor& latents, const at::Tensor& text) {
  const auto rope = model.prepareRope(latents.size(2), latents.size(3), latents.size(4));
  return model.forward(latents, 700, rope, model.prepareText(text), {});
}

void checkBits(Report& report, at::Device device) {
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto latents = at::randn({1, 16, 3, 8, 10}, options), text = at::randn({1, 24, kTinyText}, options);
  const auto config = tinyWan();
  const auto made = RandomWeights::Made::OnTheCpu;
  for (const auto& [dtype, fp8] : {std::pair{at::kFloat, false}, {at::kBFloat16, false}, {at::kBFloat16, true}}) {
    const auto want =
        forward(*randomModel<models::WanTransformer>(config, dtype, device, made, {}, fp8), latents, text);
    bool same = true;
    for (std::int64_t resident = 0; resident < config.layers; ++resident)
      for (const auto source : {Placement::Source::Memory, Placement::Source::Disk}) {
        const auto model =
            randomModel<models::WanTransformer>(config, dtype, device, made, Placement{resident, 2, source}, fp8);
        for (int round = 0; round < 5; ++round) same = same && forward(*model, latents, text).equal(want);
      }
    report.holds(kCheck,
                 fmt::format("WAN, {}{}: streamed blocks give the bits of resident ones", c10::toString(dtype),
                             fp8 ? " of fp8" : ""),
                 same);
  }
}

// The number of resident blocks such that everything fits the budget, including `working` bytes.
Placement within(std::uint64_t budget, std::uint64_t working, const weights::WeightSizes& sizes) {
  Placement placement{0, 2, Placement::Source::Memory};
  for (auto more = placement; more.residentBlocks < static_cast<std::int64_t>(sizes.blocks.size());
       ++more.residentBlocks)
    if (more.deviceBytes(sizes) + working <= budget) placement = more;
  return placement;
}

struct Timing {
  double seconds = 0;
  std::uint64_t peak = 0;
};

Timing timeOf(const models::WanTransformer& model, at::Device device) {
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto latents = at::randn({1, 16, 21, 60, 104}, options);  // 832x480x81
  const auto text = model.prepareText(at::randn({1, 512, model.config().textDim}, options));
  const auto rope = model.prepareRope(21, 60, 104);
  const auto run = [&] { model.forward(latents, 700, rope, text, {}); };
  run();
  resetPeak(device);
  Timing timing;
  timing.seconds = medianSeconds(device, 3, run);
  timing.peak = peakBytes(device);
  return timing;
}

void checkTime(Report& report, at::Device device, bool fp8) {
  const auto made = RandomWeights::Made::Once;
  const auto dtype = at::kBFloat16;
  RandomWeights meta(at::kMeta, dtype, made);
  if (fp8) meta.storeAsFp8();
  models::WanTransformer(wan14B(), meta);
  const std::string stored = fp8 ? "WAN 14B of fp8" : "WAN 14B";
  const auto resident = timeOf(*randomModel<models::WanTransformer>(wan14B(), dtype, device, made, {}, fp8), device);
  report.figure(kCheck, stored + " 832x480x81, resident", resident.seconds, "s");
  report.figure(kCheck, stored + " 832x480x81, resident, peak", static_cast<double>(resident.peak) / 1e9, "GB");
  const auto working = resident.peak - meta.sizes().total();
  for (const auto& [budget, bar] : {std::pair{22e9, 1.03}, {11e9, 1.08}}) {
    const auto placement = within(static_cast<std::uint64_t>(budget), working, meta.sizes());
    const auto name =
        fmt::format("{} within {:.0f} GB, {} of 40 blocks stay", stored, budget / 1e9, placement.residentBlocks);
    const auto model = randomModel<models::WanTransformer>(wan14B(), dtype, device, made, placement, fp8);
    const auto streamed = timeOf(*model, device);
    report.bar(kCheck, name + ", time against resident", streamed.seconds / resident.seconds, bar);
    report.bar(kCheck, name + ", peak", static_cast<double>(streamed.peak) / 1e9, budget / 1e9, "GB");
  }
}

}  // namespace

void checkStreaming(Report& report, at::Device device) {
  checkBits(report, device);
  if (device.is_cpu()) return;
  for (const bool fp8 : {false, true}) checkTime(report, device, fp8);
}

}  // namespace fb::gpu
