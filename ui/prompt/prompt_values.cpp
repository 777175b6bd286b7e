// SPDX-License-Identifier: MIT
#include "prompt/prompt_values.h"

#include <utility>

namespace fb::ui {
namespace {

// Replaces what belongs to other controls, not to the panel.
void keepOthers(ClipSpec& clip, SamplingSettings& sampling, const ClipSpec& otherClip, const StageSchedule& other) {
  clip.prompt = otherClip.prompt;
  clip.negativePrompt = otherClip.negativePrompt;
  sampling.schedule = {other.early, other.late, sampling.schedule.steps, other.middleSteps};
}

}  // namespace

PromptValues PromptValues::fromRequest(const GenerationRequest& request, bool seedIsFixed) {
  PromptValues values{request.clip, request.sampling, seedIsFixed};
  keepOthers(values.clip, values.sampling, {}, {});
  for (auto& image : values.clip.images)
    if (image.frame > 0 && image.frame == request.clip.frames - 1) image.frame = kLastFrame;
  return values;
}

void PromptValues::writeTo(GenerationRequest& request) const {
  auto newClip = clip;
  auto newSampling = sampling;
  keepOthers(newClip, newSampling, request.clip, request.sampling.schedule);
  for (auto& image : newClip.images)
    if (image.frame == kLastFrame) image.frame = clip.frames - 1;
  request.clip = std::move(newClip);
  request.sampling = newSampling;
}

}  // namespace fb::ui
