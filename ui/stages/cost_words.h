// SPDX-License-Identifier: MIT
// The effect of a schedule, in words.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/request.h"
#include "flowblend/schedule.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace fb::ui {

// "Large 18 of 30 steps", "36 % fewer FLOPs", "sameness about 0.81", "about 41 s instead of 1:03", as far as known.
// `estimated` is the schedule that the estimate was made for; the cost of another one for the same request is derived
// from it. Covers only sampling, as the fractions do; `comparing` costs as well. sameness: of the clip with the large
// model's, predicted. GUI thread.
QStringList costFacts(const StageSchedule& schedule, const std::optional<CostEstimate>& cost,
                      const StageSchedule& estimated, ProbePolicy comparing = ProbePolicy::None,
                      std::optional<double> sameness = {});
// "about 41 s instead of 1:03": of two times in seconds.
QString timeFact(double seconds, double secondsLargeOnly);
// With dots between them.
QString factsLine(const QStringList& facts);

}  // namespace fb::ui
