// SPDX-License-Identifier: MIT
#include "flowblend/calibration.h"

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

}  // namespace fb
