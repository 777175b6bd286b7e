// SPDX-License-Identifier: MIT
#include "engine/run_cost.h"

#include "engine/guarded.h"
#include "engine/speed_book.h"
#include "engine/wan_pipeline.h"
#include "flowblend/cost.h"
#include "flowblend/engine.h"
#include "models/wan/wan_flops.h"

namespace fb {
namespace engine {
namespace {

std::string workName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request) {
  return fmt::format("{} {}x{} {} {}", part, layers, dim, request.device, toString(request.dtype));
}

struct TransformerCost {
  RunCost::Part step;
  double forward = 0;
  double text = 0;
};

TransformerCost transformerCost(const GenerationRequest& request, Model model, const models::LatentSize& size) {
  const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
  const auto config = models::WanTransformerConfig::detect(weights::Checkpoint::open(path));
  const double forward = models::wanTransformerFlops(config, size, WanPipeline::kTextLength, true);
  const double repeated = models::wanTransformerFlops(config, size, WanPipeline::kTextLength, false);
  const int passes = request.guidanceFor(model) > 1 ? 2 : 1;
  return {{workName("transformer", config.layers, config.dim(), request), passes * repeated},
          forward,
          passes * (forward - repeated)};
}

}  // namespace

RunCost runCost(const GenerationRequest& request) {
  const models::LatentSize size{(request.frames - 1) / WanPipeline::kTemporalRatio + 1,
                                request.height / WanPipeline::kSpatialRatio,
                                request.width / WanPipeline::kSpatialRatio};
  const auto large = transformerCost(request, Model::Large, size);
  const auto small = transformerCost(request, Model::Small, size);
  const auto text = models::Umt5Config::detect(weights::Checkpoint::open(request.pair.textEncoder));
  const auto vae = models::WanVaeConfig::detect(weights::Checkpoint::open(request.pair.vae));
  RunCost cost;
  cost.largeStep = large.step;
  cost.smallStep = small.step;
  cost.largeForward = large.forward;
  cost.smallForward = small.forward;
  cost.largeText = large.text;
  cost.smallText = small.text;
  cost.textEncoding = {workName("text encoder", text.layers, text.dim, request),
                       2 * models::umt5Flops(text, WanPipeline::kTextLength)};
  cost.decoding = {fmt::format("vae {} {}", vae.baseDim, request.device), models::wanVaeDecodeFlops(vae, size)};
  return cost;
}

}  // namespace engine

namespace {

CostEstimate estimate(const GenerationRequest& request) {
  if (const auto problems = validate(request); !problems.empty()) fail(ErrorKind::Invalid, "{}", problems.front());
  const auto cost = engine::runCost(request);
  const engine::SpeedBook book;
  const auto total = [&](int largeSteps, int smallSteps, std::optional<double>& seconds) {
    double flops = 0;
    bool measured = true;
    double time = 0;
    const auto add = [&](const engine::RunCost::Part& part, double times) {
      if (times == 0) return;
      flops += times * part.flops;
      const auto speed = book.speed(part.work);
      measured = measured && speed;
      time += times * part.flops / speed.value_or(1);
    };
    add(cost.largeStep, largeSteps);
    add(cost.smallStep, smallSteps);
    const double sampling = flops + (largeSteps ? cost.largeText : 0) + (smallSteps ? cost.smallText : 0);
    add(cost.textEncoding, 1);
    add(cost.decoding, 1);
    if (measured) seconds = time;
    return sampling;
  };

  CostEstimate estimate;
  estimate.largeForward = cost.largeForward;
  estimate.smallForward = cost.smallForward;
  estimate.textEncoding = cost.textEncoding.flops;
  estimate.vaeDecode = cost.decoding.flops;
  const int steps = request.schedule.steps, large = request.schedule.largeSteps();
  estimate.sampling = total(large, steps - large, estimate.seconds);
  estimate.samplingLargeOnly = total(steps, 0, estimate.secondsLargeOnly);
  estimate.total = estimate.sampling + estimate.textEncoding + estimate.vaeDecode;
  estimate.totalLargeOnly = estimate.samplingLargeOnly + estimate.textEncoding + estimate.vaeDecode;
  return estimate;
}

}  // namespace

Result<CostEstimate> estimateCost(const GenerationRequest& request) {
  return engine::guarded([&] { return estimate(request); });
}

}  // namespace fb
