// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/events.h"

#include <string>
#include <vector>

namespace fb {

// P and R for checks that passed or were refused, L and S for steps of one model alone.
inline std::string stepsText(const std::vector<StepReport>& reports) {
  std::string text;
  for (const auto& report : reports)
    text += report.check == GuardCheck::Passed    ? 'P'
            : report.check == GuardCheck::Refused ? 'R'
            : report.model == Model::Large        ? 'L'
                                                  : 'S';
  return text;
}

}  // namespace fb
