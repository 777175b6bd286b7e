// SPDX-License-Identifier: MIT
// The values of the prompt panel except its texts: what undo restores and presets change.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

// The texts, which have their own undo, and the stage boundaries, which belong to the stage panel, are as in ClipSpec()
// and StageSchedule(), whatever the request says.
struct PromptValues {
  ClipSpec clip;  // an image at kLastFrame stays there, whatever the length becomes
  SamplingSettings sampling;
  bool seedIsFixed = false;

  static constexpr int kLastFrame = -1;

  bool operator==(const PromptValues&) const = default;

  static PromptValues fromRequest(const GenerationRequest& request, bool seedIsFixed);
  // Leaves the request's texts and boundaries unchanged.
  void writeTo(GenerationRequest& request) const;
};

}  // namespace fb::ui
