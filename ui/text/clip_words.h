// SPDX-License-Identifier: MIT
// What tells clips of the same prompt apart, in one line.
#pragma once

#include "flowblend/schedule.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace fb::ui {

// "LSL 40/20 · seed 4189… · 2.7 s · 06:11": schedule, seed, how long it took, and when it was finished: the time of
// day, or on another day its date. GUI thread.
QString clipWords(const StageSchedule& schedule, std::uint64_t seed, double seconds, const QDateTime& ended);
// The same as far as it is known before the run.
QString clipWords(const StageSchedule& schedule, std::uint64_t seed);

}  // namespace fb::ui
