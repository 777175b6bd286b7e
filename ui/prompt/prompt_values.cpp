// SPDX-License-Identifier: MIT
#include "prompt/prompt_values.h"

namespace fb::ui {

PromptValues PromptValues::fromRequest(const GenerationRequest& request, bool seedIsFixed) {
  return {.width = request.width,
          .height = request.height,
          .frames = request.frames,
          .fps = request.fps,
          .steps = request.schedule.steps,
          .solver = request.solver,
          .shift = request.shift,
          .guidance = request.guidance,
          .guidanceSmall = request.guidanceSmall,
          .history = request.history,
          .seed = request.seed,
          .seedIsFixed = seedIsFixed};
}

void PromptValues::writeTo(GenerationRequest& request) const {
  request.width = width;
  request.height = height;
  request.frames = frames;
  request.fps = fps;
  request.schedule.steps = steps;
  request.solver = solver;
  request.shift = shift;
  request.guidance = guidance;
  request.guidanceSmall = guidanceSmall;
  request.history = history;
  request.seed = seed;
}

}  // namespace fb::ui
