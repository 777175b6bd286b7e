// SPDX-License-Identifier: MIT
// What a model family can make at all. The defaults are those of the WAN models.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

struct FamilyRules {
  Family family;
  int sideMultiple = 16;
  int frameStep = 4;
  int frameBase = 1;  // frames are frameBase + n * frameStep
  int minSide = 32;
  int maxSide = 2048;
  int maxFrames = 481;
  int tokenLimit = 512;
  ImageUse images = ImageUse::None;
  bool twoPass = false;       // the pair has what it takes
  bool flowShift = true;      // its noise levels have a shift to choose
  bool guidanceScale = true;  // its guidance has a scale to choose
  int onlySteps = 0;          // where it was distilled for one number of steps; 0: any
};

}  // namespace fb::ui
