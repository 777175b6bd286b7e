// SPDX-License-Identifier: MIT
#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace fb::ui {
namespace {

struct Durations {
  Q_DECLARE_TR_FUNCTIONS(Durations)
};
struct Counts {
  Q_DECLARE_TR_FUNCTIONS(Counts)
};

QString unknown() { return QStringLiteral("–"); }

// A number and its unit stay on one line.
QString tied(QString text) { return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp)); }

QString twoDigits(qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

QString clock(qint64 seconds) {
  const auto minutes = seconds / 60;
  if (minutes < 60) return QStringLiteral("%1:%2").arg(minutes).arg(twoDigits(seconds % 60));
  return tied(Durations::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60));
}

bool isTime(double seconds) { return std::isfinite(seconds) && seconds >= 0; }

QString seconds(double value, int decimals) { return tied(Durations::tr("%1 s").arg(number(value, decimals))); }

// Three figures: 0.94, 9.4, 94, 940.
int decimalsFor(double value) { return value < 0.995 ? 2 : value < 99.95 ? 1 : 0; }

}  // namespace

QString duration(double seconds) { return isTime(seconds) ? clock(std::llround(seconds)) : unknown(); }

QString aboutDuration(double value) {
  if (!isTime(value)) return unknown();
  if (value < 59.5) return Durations::tr("about %1").arg(seconds(value, value < 9.5 ? 1 : 0));
  // Five seconds are within the error of an estimate of minutes, and so is a minute in one of hours.
  const double grain = value < 600 ? 5 : value < 3600 ? 10 : 60;
  return Durations::tr("about %1").arg(clock(std::llround(value / grain) * std::llround(grain)));
}

QString elapsed(double value) {
  if (!isTime(value)) return unknown();
  return value < 59.5 ? seconds(value, value < 9.95 ? 1 : 0) : clock(std::llround(value));
}

QString clipLength(int frames, double fps) { return fps > 0 ? elapsed(static_cast<double>(frames) / fps) : unknown(); }

QString timecode(int frame, double fps) {
  if (frame < 0 || fps <= 0) return unknown();
  // Truncated, not rounded: a frame carries the time at which it begins.
  const auto tenths = static_cast<qint64>(std::floor(frame / fps * 10 + 1e-6));
  const auto whole = tenths / 10;
  const auto text = QStringLiteral("%1:%2.%3").arg(twoDigits(whole / 60 % 60), twoDigits(whole % 60)).arg(tenths % 10);
  return whole < 3600 ? text : QStringLiteral("%1:%2").arg(whole / 3600).arg(text);
}

QString byteSize(quint64 bytes) {
  const std::array units = {Durations::tr("%1 kB"), Durations::tr("%1 MB"), Durations::tr("%1 GB"),
                            Durations::tr("%1 TB")};
  if (bytes < 1000) return tied(Durations::tr("%1 B").arg(number(static_cast<qint64>(bytes))));
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < units.size(); ++unit) value /= 1000;
  return tied(units[unit].arg(number(value, unit == 0 || value >= 99.95 ? 0 : 1)));
}

QString floatingPointOperations(double operations) {
  if (operations < 0.9995e12) return tied(Durations::tr("%1 GFLOPs").arg(number(operations / 1e9, 1)));
  const double tera = operations / 1e12;
  return tied(Durations::tr("%1 TFLOPs").arg(number(tera, decimalsFor(tera))));
}

QString percent(double share, int decimals) { return tied(Durations::tr("%1 %").arg(number(share * 100, decimals))); }

QString number(qint64 value) { return QLocale().toString(value); }

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString frameCount(int frames) { return Counts::tr("%Ln frame(s)", nullptr, frames); }
QString stepCount(int steps) { return Counts::tr("%Ln step(s)", nullptr, steps); }
QString runCount(int runs) { return Counts::tr("%Ln run(s)", nullptr, runs); }
QString fileCount(int files) { return Counts::tr("%Ln file(s)", nullptr, files); }

QString clipSummary(int frames, double fps) {
  if (fps <= 0) return frameCount(frames);
  const bool whole = std::abs(fps - std::round(fps)) < 0.005;
  return Counts::tr("%1 · %2 at %3 fps").arg(frameCount(frames), clipLength(frames, fps), number(fps, whole ? 0 : 2));
}

QString frameSize(int width, int height) { return QStringLiteral("%1 × %2").arg(width).arg(height); }

}  // namespace fb::ui
