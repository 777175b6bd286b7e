// SPDX-License-Identifier: MIT
// The one rule for noise levels that are given without a number of steps.
#pragma once

#include "flowblend/request.h"

namespace fb {

// No levels leave the steps as they are.
inline void takeStepsFromSigmas(GenerationRequest& request) {
  const auto levels = request.sampling.sigmas.size();
  // Validation refuses longer lists.
  if (levels > 0 && levels <= kMaxSteps) request.sampling.schedule.steps = static_cast<int>(levels);
}

}  // namespace fb
