// SPDX-License-Identifier: MIT
#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fb::ui {

QString clockText(double seconds) {
  const auto all = std::max(0LL, std::llround(seconds));
  const auto two = [](long long value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
  if (all < 3600) return QStringLiteral("%1:%2").arg(all / 60).arg(two(all % 60));
  return QStringLiteral("%1:%2:%3").arg(all / 3600).arg(two(all / 60 % 60)).arg(two(all % 60));
}

QString aboutText(double seconds) {
  if (seconds < 9.95) return QCoreApplication::translate("Durations", "%1 s").arg(QLocale().toString(seconds, 'f', 1));
  if (seconds < 59.5) return QCoreApplication::translate("Durations", "%1 s").arg(std::llround(seconds));
  return clockText(seconds);
}

QString timecodeText(int frame, double fps) {
  const double seconds = fps > 0 ? frame / fps : 0;
  const int whole = static_cast<int>(seconds);
  return QStringLiteral("%1:%2.%3")
      .arg(whole / 60, 2, 10, QLatin1Char('0'))
      .arg(whole % 60, 2, 10, QLatin1Char('0'))
      .arg(static_cast<int>((seconds - whole) * 10));
}

QString percentText(double share) {
  return QCoreApplication::translate("Durations", "%1 %").arg(std::lround(share * 100));
}

}  // namespace fb::ui
