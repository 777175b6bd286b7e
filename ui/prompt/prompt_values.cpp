// SPDX-License-Identifier: MIT
#include "prompt/prompt_values.h"

#include <utility>

namespace fb::ui {

PromptValues PromptValues::fromRequest(const GenerationRequest& request, bool seedIsFixed) {
  auto images = request.images;
  for (auto& image : images)
    if (image.frame > 0 && image.frame == request.frames - 1) image.frame = kLastFrame;
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
          .seedIsFixed = seedIsFixed,
          .images = std::move(images),
          .twoPass = request.twoPass};
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
  request.images = images;
  for (auto& image : request.images)
    if (image.frame == kLastFrame) image.frame = frames - 1;
  request.twoPass = twoPass;
}

}  // namespace fb::ui
