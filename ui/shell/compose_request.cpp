// SPDX-License-Identifier: MIT
#include "shell/compose_request.h"

#include "prompt/prompt_panel.h"
#include "settings/settings.h"
#include "stages/stage_panel.h"

namespace fb::ui {

GenerationRequest composeRequest(const PromptPanel& prompt, const StagePanel& stages, const Settings& settings,
                                 const PairSpec& pair) {
  auto request = prompt.request(defaultRequest(pair));
  const int steps = request.sampling.schedule.steps;
  request.pair = pair;
  request.sampling.schedule = stages.next();
  // Of the schedule, the number of steps belongs to the prompt panel.
  request.sampling.schedule.steps = steps;
  auto& options = request.options;
  options.probe = settings.probe();
  options.dtype = settings.dtype();
  options.linearPrecision = settings.linearPrecision();
  options.decodePrecision = settings.decodePrecision();
  options.preview = settings.preview();
  options.saveEvery = settings.saveEvery();
  options.keepEvery = settings.keepEvery();
  options.keepLimit = settings.keepLimit();
  options.memoryBudget = settings.memoryBudget();
  options.device = settings.device().isEmpty() ? kAutomaticDevice : settings.device().toStdString();
  return request;
}

}  // namespace fb::ui
