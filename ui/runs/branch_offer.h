// SPDX-License-Identifier: MIT
// After which steps of a finished clip another one can continue, or why after none.
#pragma once

#include "flowblend/engine.h"

#include <QString>

#include <vector>

namespace fb::ui {

struct BranchOffer {
  std::vector<int> steps;  // ascending, with something left to compute after each
  int ofSteps = 0;
  QString problem;  // if there are none, a sentence
};

// In the current language. GUI thread.
BranchOffer branchOffer(const Result<RunInfo>& run);

}  // namespace fb::ui
