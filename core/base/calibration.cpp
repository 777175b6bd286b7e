// SPDX-License-Identifier: MIT
#include "flowblend/calibration.h"

#include "flowblend/engine.h"

#include <algorithm>

namespace fb {
namespace {

// All steps by one model. LoRAs of one stage work where the request's stages have them.
StageSchedule aloneWith(Model model, const SamplingSettings& settings) {
  const int steps = settings.schedule.steps;
  if (model == Model::Small) return {0, 0, steps, 0};
  const bool byStage = std::ranges::any_of(settings.loras, [](const Lora& lora) {
    return lora.target == LoraTarget::Early || lora.target == LoraTarget::Late;
  });
  if (!byStage) return {1, 0, steps, 0};
  const int early = std::min(settings.schedule.earlySteps(), steps);
  return {static_cast<double>(early) / steps, static_cast<double>(steps - early) / steps, steps, 0};
}

}  // namespace

std::vector<GenerationRequest> calibrationRuns(const GenerationRequest& request) {
  auto whole = withoutBranch(request);
  whole.sampling.cache = CacheRule::None;
  whole.sampling.guard = GuardRule::None;
  whole.options.probe = ProbePolicy::None;
  whole.options.preview = false;
  whole.options.runFolder.clear();
  whole.options.traceFile.clear();
  std::vector<GenerationRequest> runs;
  const auto add = [&](Model model, int steps) {
    if (steps == 0) return;
    runs.push_back(whole);
    runs.back().sampling.schedule = aloneWith(model, request.sampling);
  };
  add(Model::Large, request.sampling.schedule.largeSteps());
  add(Model::Small, request.sampling.schedule.smallSteps());
  return runs;
}

GenerationRequest calibrationFor(const GenerationRequest& request, const std::vector<Model>& models) {
  const auto has = [&models](Model model) { return std::ranges::find(models, model) != models.end(); };
  auto narrowed = withoutBranch(request);
  auto& schedule = narrowed.sampling.schedule;
  // The early stage stays as it is: LoRAs may work in it alone.
  if (!has(Model::Small)) schedule.late = 1 - schedule.early;
  if (!has(Model::Large)) schedule.early = schedule.late = 0;
  return narrowed;
}

Result<CalibrationCost> calibrationCost(Engine& engine, const GenerationRequest& request) {
  CalibrationCost cost;
  cost.steps = request.sampling.schedule.steps;
  cost.seconds = 0;
  for (const auto& run : calibrationRuns(request)) {
    const auto estimated = engine.estimateCost(run);
    if (!estimated) return estimated.error();
    const auto& parts = estimated.value();
    const auto& schedule = run.sampling.schedule;
    const auto& step = schedule.smallSteps() == 0 ? parts.largeStep : parts.smallStep;
    // Texts that are encoded for the first model are kept for the second.
    const bool isFirst = cost.models++ == 0;
    const int steps = schedule.modelSteps();
    cost.flops += steps * step.flops + (isFirst ? parts.text.flops : 0);
    if (!step.seconds || (isFirst && !parts.text.seconds)) cost.seconds.reset();
    if (cost.seconds) *cost.seconds += steps * *step.seconds + (isFirst ? *parts.text.seconds : 0);
  }
  return cost;
}

}  // namespace fb
