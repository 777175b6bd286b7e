// SPDX-License-Identifier: MIT
// What a model family can make at all. The defaults are those of the WAN models.
#pragma once

namespace fb::ui {

struct FamilyRules {
  int sideMultiple = 16;
  int frameStep = 4;
  int frameBase = 1;  // frames are frameBase + n * frameStep
  int minSide = 32;
  int maxSide = 2048;
  int maxFrames = 481;
  int tokenLimit = 512;
};

}  // namespace fb::ui
