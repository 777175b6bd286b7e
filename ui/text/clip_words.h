// SPDX-License-Identifier: MIT
// What tells clips of the same prompt apart, in one line.
#pragma once

#include "flowblend/schedule.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace fb::ui {

// "LSL 40/20 · seed 4189… · 06:11 · 2.7 s": schedule, seed, when it was finished (the time of day, or on another day
// its date), and how long it took, which tells clips apart least: a narrow list leaves out the end. GUI thread.
QString clipWords(const StageSchedule& schedule, std::uint64_t seed, double seconds, const QDateTime& ended);
// The same as far as it is known before the run. A schedule without steps is told as damaged settings.
QString clipWords(const StageSchedule& schedule, std::uint64_t seed);

}  // namespace fb::ui
