// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "checks.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <fmt/format.h>

#include <memory>
#include <stop_token>
#include <utility>

namespace fb::gpu {
namespace {

using weights::Placement;

constexpr auto kCheck = "streaming";

// Everything that streams: which model, and its result for inputs that are the same for all placements.
struct WanForward {
  using Model = models::WanTransformer;
  static constexpr auto kName = "WAN";
  Model::Config config = tinyWan();
  at::Tensor latents, text;

  explicit WanForward(at::Device device)
      : latents(at::randn({1, 16, 3, 8, 10}, at::TensorOptions(device).dtype(at::kFloat))),
        text(at::randn({1, 24, kTinyText}, latents.options())) {}
  at::Tensor operator()(const Model& model, const ForwardControl& control = {}) const {
    return model.forward(latents, 700, model.prepareRope(3, 8, 10), model.prepareText(text), control);
  }
};
struct LtxForward {
  using Model = models::LtxTransformer;
  static constexpr auto kName = "LTX";
  Model::Config config = tinyLtx();
  at::Tensor tokens, text;

  explicit LtxForward(at::Device device)
      : tokens(at::randn({1, 60, 16}, at::TensorOptions(device).dtype(at::kFloat))),
        text(at::randn({1, 24, kTinyText}, tokens.options())) {}
  at::Tensor operator()(const Model& model, const ForwardControl& control = {}) const {
    const auto context = model.prepareText(text, at::ones({1, 24}, tokens.options().dtype(at::kLong)));
    const auto rope = model.prepareRope(models::latentCoordinates(3, 4, 5, 24, true));
    return model.forward(tokens, at::full({1}, 700, tokens.options()), rope, context, {}, control);
  }
};
struct TextForward {
  using Model = models::T5Encoder;
  static constexpr auto kName = "UMT5";
  Model::Config config = tinyT5(/*tableInEveryLayer=*/true);
  at::Tensor ids;

  explicit TextForward(at::Device device) : ids((at::arange(24, at::kLong) * 7 % 320).unsqueeze(0).to(device)) {}
  at::Tensor operator()(const Model& model, const ForwardControl& control = {}) const {
    return model.forward(ids, at::ones_like(ids), control);
  }
};

template <class Forward>
void checkBits(Report& report, at::Device device, at::ScalarType dtype, bool fp8) {
  using Model = typename Forward::Model;
  const Forward forward(device);
  const auto made = RandomWeights::Made::OnTheCpu;
  const auto want = forward(*randomModel<Model>(forward.config, dtype, device, made, {}, fp8));
  bool same = true, sameAfterStop = true;
  for (std::int64_t resident = 0; resident < forward.config.layers; ++resident)
    for (const auto source : {Placement::Source::Memory, Placement::Source::Disk}) {
      const auto model = randomModel<Model>(forward.config, dtype, device, made, Placement{resident, 2, source}, fp8);
      for (int round = 0; round < 5; ++round) same = same && forward(*model).equal(want);
      // Stopped in the middle, with copies and work in progress.
      std::stop_source stop;
      ForwardControl control(stop.get_token());
      control.onBlock = [&](std::int64_t block, std::int64_t) {
        if (block == 1) stop.request_stop();
      };
      try {
        forward(*model, control);
      } catch (const Stopped&) {
      }
      sameAfterStop = sameAfterStop && forward(*model).equal(want);
    }
  const auto name = fmt::format("{}, {}{}", Forward::kName, c10::toString(dtype), fp8 ? " of fp8" : "");
  report.holds(kCheck, name + ": streamed blocks give the bits of resident ones", same);
  report.holds(kCheck, name + ": also after a stop", sameAfterStop);
}

// Page-locked memory, without which a copy does not run beside the computation; and the end of a model that is read
// ahead, while it is.
void checkMemoryOfBlocks(Report& report, at::Device device) {
  const WanForward forward(device);
  for (const auto source : {Placement::Source::Memory, Placement::Source::Disk}) {
    RandomWeights meta(at::kMeta, at::kFloat, RandomWeights::Made::OnTheCpu);
    models::WanTransformer(forward.config, meta);
    const auto stream = std::make_shared<weights::BlockStream>(device, Placement{0, 2, source}, meta.sizes());
    RandomWeights weights(device, at::kFloat, RandomWeights::Made::OnTheCpu, stream);
    const models::WanTransformer model(forward.config, weights);
    stream->readAhead();
    forward(model);
    report.holds(kCheck,
                 fmt::format("blocks from {}: all of their memory is page-locked",
                             source == Placement::Source::Memory ? "memory" : "the disk"),
                 stream->counts().pageable == 0 && stream->counts().copies > 0);
  }
  for (int round = 0; round < 20; ++round)
    randomModel<models::WanTransformer>(forward.config, at::kFloat, device, RandomWeights::Made::OnTheCpu,
                                        {0, 2, Placement::Source::Memory});
  synchronize(device);
  report.holds(kCheck, "models that end while they are read ahead", true);
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
  for (const auto& [dtype, fp8] : {std::pair{at::kFloat, false}, {at::kBFloat16, false}, {at::kBFloat16, true}})
    checkBits<WanForward>(report, device, dtype, fp8);
  for (const auto dtype : {at::kFloat, at::kBFloat16}) {
    checkBits<LtxForward>(report, device, dtype, false);
    checkBits<TextForward>(report, device, dtype, false);
  }
  checkMemoryOfBlocks(report, device);
  if (device.is_cpu()) return;
  for (const bool fp8 : {false, true}) checkTime(report, device, fp8);
}

}  // namespace fb::gpu
