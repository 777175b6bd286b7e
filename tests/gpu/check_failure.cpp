// SPDX-License-Identifier: MIT
#include "checks.h"
#include "engine/guarded.h"
#include "models/forward_graphs.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

namespace fb::gpu {
namespace {

constexpr auto kCheck = "failure";

// A streamed model and a recording, both in use, and then an index outside of a table, which the GPU notices.
void failWithEverythingInUse(Report& report, at::Device device) {
  const auto model = randomModel<models::WanTransformer>(tinyWan(), at::kFloat, device, RandomWeights::Made::OnTheCpu,
                                                         {0, 2, weights::Placement::Source::Memory});
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const auto latents = at::randn({1, 16, 3, 8, 10}, options);
  const auto text = model->prepareText(at::randn({1, 24, kTinyText}, options));
  const auto rope = model->prepareRope(3, 8, 10);
  const auto forward = [&] { return model->forward(latents, 700, rope, text, {}); };
  models::ForwardGraphs graphs(models::recorderOf(device));
  const auto doubled = [&] {
    return graphs.forward(
        "doubled", {latents}, 0,
        [](const models::ForwardGraphs::Inputs& inputs, const ForwardControl&) { return inputs[0] * 2; }, {});
  };
  for (int i = 0; i < 3; ++i) {
    forward();
    doubled();
  }
  const auto table = at::ones({4, 4}, options);
  const auto index = at::full({1}, 1'000'000, options.dtype(at::kLong));
  Error error;
  try {
    table.index_select(0, index);
    forward();
    doubled();
    synchronize(device);
  } catch (...) {
    error = engine::currentError();
  }
  report.holds(kCheck, "told: " + error.message, error.message.starts_with("the GPU failed"));
}

}  // namespace

void checkFailure(Report& report, at::Device device) {
  if (device.is_cpu()) {
    report.fact(kCheck, "a GPU that fails", "not on the CPU");
    return;
  }
  failWithEverythingInUse(report, device);
  report.holds(kCheck, "what used the GPU could end", true);
}

}  // namespace fb::gpu
