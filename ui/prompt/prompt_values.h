// SPDX-License-Identifier: MIT
// The values of the prompt panel besides its texts: what undo goes back to and what presets change.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

struct PromptValues {
  int width = 832;
  int height = 480;
  int frames = 81;
  double fps = 16;
  int steps = 30;
  SolverKind solver = SolverKind::UniPC;
  double shift = 3.0;
  double guidance = 5.0;
  std::optional<double> guidanceSmall;
  HistoryPolicy history = HistoryPolicy::Keep;
  std::uint64_t seed = 0;
  bool seedIsFixed = false;
  std::vector<ImageCondition> images;  // one at kLastFrame stays there whatever the length becomes
  bool twoPass = false;

  static constexpr int kLastFrame = -1;

  bool operator==(const PromptValues&) const = default;

  static PromptValues fromRequest(const GenerationRequest& request, bool seedIsFixed);
  void writeTo(GenerationRequest& request) const;
};

}  // namespace fb::ui
