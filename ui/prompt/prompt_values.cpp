// SPDX-License-Identifier: MIT
#include "prompt/prompt_values.h"

#include <utility>

namespace fb::ui {

PromptValues PromptValues::fromRequest(const GenerationRequest& request, bool seedIsFixed) {
  auto images = request.clip.images;
  for (auto& image : images)
    if (image.frame > 0 && image.frame == request.clip.frames - 1) image.frame = kLastFrame;
  return {.width = request.clip.width,
          .height = request.clip.height,
          .frames = request.clip.frames,
          .fps = request.clip.fps,
          .steps = request.sampling.schedule.steps,
          .solver = request.sampling.solver,
          .shift = request.sampling.shift,
          .guidance = request.sampling.guidance,
          .guidanceSmall = request.sampling.guidanceSmall,
          .history = request.sampling.history,
          .seed = request.sampling.seed,
          .seedIsFixed = seedIsFixed,
          .images = std::move(images),
          .twoPass = request.sampling.twoPass};
}

void PromptValues::writeTo(GenerationRequest& request) const {
  request.clip.width = width;
  request.clip.height = height;
  request.clip.frames = frames;
  request.clip.fps = fps;
  request.sampling.schedule.steps = steps;
  request.sampling.solver = solver;
  request.sampling.shift = shift;
  request.sampling.guidance = guidance;
  request.sampling.guidanceSmall = guidanceSmall;
  request.sampling.history = history;
  request.sampling.seed = seed;
  request.clip.images = images;
  for (auto& image : request.clip.images)
    if (image.frame == kLastFrame) image.frame = frames - 1;
  request.sampling.twoPass = twoPass;
}

}  // namespace fb::ui
