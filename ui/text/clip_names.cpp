// SPDX-License-Identifier: MIT
#include "text/clip_names.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace fb::ui {
namespace {

// Leaves room for a number and the ending below the usual limit of 255 bytes.
constexpr qsizetype kMaxBytes = 200;
constexpr qsizetype kPromptLength = 60;

QString safe(QString name) {
  static const QRegularExpression unsafe(QStringLiteral("[\\\\/:*?\"<>|\\p{C}]"),
                                         QRegularExpression::UseUnicodePropertiesOption);
  name = name.replace(unsafe, QStringLiteral(" ")).simplified();
  while (name.toUtf8().size() > kMaxBytes) name.chop(name.back().isLowSurrogate() ? 2 : 1);
  while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' '))) name.remove(0, 1);
  while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' '))) name.chop(1);
  return name;
}

// At the end of a word, if there is one.
QString shortened(const QString& prompt, qsizetype length) {
  auto line = prompt.simplified();
  if (line.size() <= length) return line;
  const auto end = line.lastIndexOf(QLatin1Char(' '), length);
  auto cut = line.left(end > length / 2 ? end : length);
  if (cut.back().isHighSurrogate()) cut.chop(1);
  return cut;
}

QMap<QString, QString> valuesOf(const GenerationRequest& request, const QDateTime& when) {
  return {{QStringLiteral("date"), when.toString(QStringLiteral("yyyy-MM-dd"))},
          {QStringLiteral("time"), when.toString(QStringLiteral("HH-mm-ss"))},
          {QStringLiteral("prompt"), shortened(QString::fromStdString(request.clip.prompt), kPromptLength)},
          {QStringLiteral("schedule"), scheduleWords(request.sampling.schedule).replace(QLatin1Char('/'), u'-')},
          {QStringLiteral("seed"), QString::number(request.sampling.seed)},
          {QStringLiteral("pair"), QString::fromStdString(request.pair.name)},
          {QStringLiteral("size"), QStringLiteral("%1x%2").arg(request.clip.width).arg(request.clip.height)}};
}

}  // namespace

SchedulePreset presetOf(const StageSchedule& schedule) {
  if (schedule.largeSteps() >= schedule.steps) return SchedulePreset::LLL;
  if (schedule.largeSteps() == 0) return SchedulePreset::SSS;
  if (schedule.lateSteps() == 0) return SchedulePreset::LSS;
  return schedule.earlySteps() == 0 ? SchedulePreset::SLL : SchedulePreset::LSL;
}

QString scheduleWords(const StageSchedule& schedule) {
  const auto percent = [&](int steps) { return QString::number(std::lround(100. * steps / schedule.steps)); };
  const int early = schedule.earlySteps(), late = schedule.lateSteps();
  switch (presetOf(schedule)) {
    case SchedulePreset::LLL:
      return QStringLiteral("LLL");
    case SchedulePreset::SSS:
      return QStringLiteral("SSS");
    case SchedulePreset::LSS:
      return QStringLiteral("LSS ") + percent(early);
    case SchedulePreset::SLL:
      return QStringLiteral("SLL ") + percent(late);
    case SchedulePreset::LSL:
      break;
  }
  return QStringLiteral("LSL %1/%2").arg(percent(early), percent(late));
}

QString clipFileName(const QString& pattern, const GenerationRequest& request, const QDateTime& when) {
  const auto values = valuesOf(request, when);
  static const QRegularExpression field(QStringLiteral("\\{([a-z]+)\\}"));
  QStringList path;
  for (const auto& part : pattern.split(QLatin1Char('/'))) {
    // In one pass: what a value contains is no field.
    QString filled;
    qsizetype from = 0;
    for (auto match = field.globalMatch(part); match.hasNext();) {
      const auto found = match.next();
      filled += QStringView(part).mid(from, found.capturedStart() - from);
      filled += safe(values.value(found.captured(1), found.captured()));
      from = found.capturedEnd();
    }
    filled += QStringView(part).mid(from);
    if (const auto name = safe(filled); !name.isEmpty()) path << name;
  }
  return path.isEmpty() ? QStringLiteral("clip") : path.join(QLatin1Char('/'));
}

QString promptInFileName(const QString& prompt) { return safe(shortened(prompt, kPromptLength)); }

QString shortFileName(const QString& prompt) {
  static const QRegularExpression other(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption);
  constexpr qsizetype kShort = 48;
  auto name = shortened(prompt, kShort).toLower();
  name.replace(other, QStringLiteral("-"));
  while (name.startsWith(QLatin1Char('-'))) name.remove(0, 1);
  while (name.endsWith(QLatin1Char('-'))) name.chop(1);
  return name.isEmpty() ? QStringLiteral("clip") : name;
}

QString fileEnding(ExportFormat format) {
  const auto extension = fileExtension(format);
  return QString::fromLatin1(extension.data(), static_cast<qsizetype>(extension.size()));
}

}  // namespace fb::ui
