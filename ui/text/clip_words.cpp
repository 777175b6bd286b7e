// SPDX-License-Identifier: MIT
#include "text/clip_words.h"

#include "text/clip_names.h"
#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

namespace fb::ui {
namespace {

struct ClipWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::ClipWords)
};

constexpr qsizetype kLongSeed = 6, kSeedDigits = 4;

QString shortSeed(std::uint64_t seed) {
  const auto digits = QString::number(seed);
  return digits.size() <= kLongSeed ? digits : digits.left(kSeedDigits) + QChar(0x2026);
}

}  // namespace

QString clipWords(const StageSchedule& schedule, std::uint64_t seed) {
  // A row of the history whose settings cannot be read.
  const auto stages = schedule.steps > 0 ? scheduleWords(schedule) : ClipWords::tr("settings damaged");
  return ClipWords::tr("%1 · seed %2", "LSL 40/20, 4189").arg(stages, shortSeed(seed));
}

QString clipWords(const StageSchedule& schedule, std::uint64_t seed, double seconds, const QDateTime& ended) {
  const QLocale locale;
  const bool isToday = ended.date() == QDate::currentDate();
  const auto when = isToday ? locale.toString(ended.time(), QLocale::ShortFormat)
                            : locale.toString(ended.date(), QLocale::ShortFormat);
  return QStringLiteral("%1 · %2 · %3").arg(clipWords(schedule, seed), when, elapsed(seconds));
}

}  // namespace fb::ui
