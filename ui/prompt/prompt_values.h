// SPDX-License-Identifier: MIT
// The values of the prompt panel besides its texts: what undo goes back to and what presets change.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

// The texts, which have their own undo, and the stages' boundaries, which are the stage panel's, are as in ClipSpec()
// and StageSchedule(), whatever the request says.
struct PromptValues {
  ClipSpec clip;  // an image at kLastFrame stays there whatever the length becomes
  SamplingSettings sampling;
  bool seedIsFixed = false;

  static constexpr int kLastFrame = -1;

  bool operator==(const PromptValues&) const = default;

  static PromptValues fromRequest(const GenerationRequest& request, bool seedIsFixed);
  // Leaves the request its texts and boundaries.
  void writeTo(GenerationRequest& request) const;
};

}  // namespace fb::ui
