// SPDX-License-Identifier: MIT
// What a schedule means, in words.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/schedule.h"

#include <QString>

#include <optional>

namespace fb::ui {

// "Large 18 of 30 steps · 36 % fewer FLOPs · about 41 s instead of 1:03", as far as it is known. `estimated` is the
// schedule that the estimate was made for; the cost of another one at the same request is reckoned from it. Of sampling
// alone, as the shares are. GUI thread.
QString costWords(const StageSchedule& schedule, const std::optional<CostEstimate>& cost,
                  const StageSchedule& estimated);

}  // namespace fb::ui
