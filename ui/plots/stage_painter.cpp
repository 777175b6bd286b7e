// SPDX-License-Identifier: MIT
#include "plots/stage_painter.h"

#include "theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr double kCaptionGap = 8;  // between a line and its caption

QFont scaled(QFont font, double factor) {
  if (font.pixelSize() > 0)
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
  else
    font.setPointSizeF(font.pointSizeF() * factor);
  return font;
}

bool isInside(const StagePicture& picture, double x) {
  return x >= picture.area.left() - 1 && x <= picture.area.right() + 2;
}

void paintNames(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  auto font = scaled(picture.font, .92);
  font.setBold(true);
  font.setLetterSpacing(QFont::AbsoluteSpacing, .4);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  for (const auto& run : stageRuns(picture.schedule)) {
    const double left = std::max<double>(picture.pixelOf(run.first), picture.area.left());
    const double right = std::min<double>(picture.pixelOf(run.end), picture.area.right());
    auto name = run.model == Model::Large ? picture.large : picture.small;
    if (metrics.horizontalAdvance(name) + 12 > right - left) name = name.left(1);
    if (metrics.horizontalAdvance(name) + 4 > right - left) continue;
    painter.setPen(run.model == Model::Large ? colors.large : colors.small);
    painter.drawText(QRectF(left, picture.area.top() + 5, right - left, metrics.height()), Qt::AlignCenter, name);
  }
}

void paintLabel(QPainter& painter, const QRectF& box, const QString& text, const QColor& color,
                const ThemeColors& colors) {
  auto backing = colors.panel;
  backing.setAlpha(150);
  painter.setPen(Qt::NoPen);
  painter.setBrush(backing);
  painter.drawRoundedRect(box.adjusted(-4, 0, 4, 0), 3, 3);
  painter.setPen(color);
  painter.drawText(box, Qt::AlignCenter, text);
}

struct Caption {
  QString text;
  QRectF box;
};

// Right of the line at x, or left of it, as long as it stays between `from` and `to`; else the short text.
Caption placedCaption(const QFontMetricsF& metrics, const QString& text, const QString& shortText, double x,
                      double from, double to, double y) {
  const auto needed = [&](const QString& any) { return metrics.horizontalAdvance(any) + kCaptionGap + 4; };
  const bool fits = x + needed(text) <= to || x - needed(text) >= from;
  const auto& chosen = fits ? text : shortText;
  const double width = metrics.horizontalAdvance(chosen);
  const bool right = x + needed(chosen) <= to || x - needed(chosen) < from;
  return {chosen, {right ? x + kCaptionGap : x - kCaptionGap - width, y, width, metrics.height()}};
}

void paintCaptions(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  auto font = scaled(picture.font, .92);
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  const QFontMetricsF metrics(font);
  const auto& area = picture.area;
  const double y = area.top() + 8 + metrics.height();
  const double early = picture.pixelOf(handleStep(picture.schedule, Handle::Early));
  const double late = picture.pixelOf(handleStep(picture.schedule, Handle::Late));
  const auto colorOf = [&](Handle handle) {
    return isLocked(picture.schedule, handle, picture.running) ? colors.textMuted : colors.text;
  };

  const bool apart = late - early >= 2;
  const auto first =
      placedCaption(metrics, picture.early, picture.earlyShort, early, area.left(), apart ? late : area.right(), y);
  auto second =
      placedCaption(metrics, picture.late, picture.lateShort, late, apart ? early : area.left(), area.right(), y);
  const bool showFirst = isInside(picture, early);
  if (showFirst && second.box.adjusted(-8, 0, 8, 0).intersects(first.box))
    second.box.translate(0, metrics.height() + 3);
  if (showFirst) paintLabel(painter, first.box, first.text, colorOf(Handle::Early), colors);
  if (isInside(picture, late)) paintLabel(painter, second.box, second.text, colorOf(Handle::Late), colors);
}

void paintPadlock(QPainter& painter, const QPointF& center, const QColor& color) {
  painter.setPen(QPen(color, 1.2));
  painter.setBrush(Qt::NoBrush);
  painter.drawArc(QRectF(center.x() - 2, center.y() - 4, 4, 6), 0, 180 * 16);
  painter.fillRect(QRectF(center.x() - 3, center.y() - .5, 6, 4.5), color);
}

void paintHandle(QPainter& painter, const StagePicture& picture, Handle handle, const ThemeColors& colors) {
  const double x = std::round(picture.pixelOf(handleStep(picture.schedule, handle)));
  if (!isInside(picture, x)) return;
  const bool locked = isLocked(picture.schedule, handle, picture.running);
  const bool focused = picture.focused == handle, hot = picture.hot == handle && !locked;
  const auto color = locked ? colors.textMuted : hot || focused ? colors.accent : colors.text;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(color, hot ? 3 : 2, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x, picture.area.top()), QPointF(x, picture.area.bottom() + 1));

  painter.setRenderHint(QPainter::Antialiasing, true);
  QRectF grip(0, 0, kGripWidth, kGripHeight);
  grip.moveCenter(QPointF(gripX(picture, handle), picture.area.top() - 3));
  if (focused) {
    painter.setPen(QPen(colors.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(grip.adjusted(-3, -3, 3, 3), 5, 5);
  }
  painter.setPen(QPen(locked ? colors.textMuted : color, 1.5));
  painter.setBrush(locked ? colors.panel : focused ? colors.text : color);
  painter.drawRoundedRect(grip, 3, 3);
  if (locked) return paintPadlock(painter, grip.center(), colors.textMuted);
  painter.setPen(QPen(colors.panel, 1));
  for (const double offset : {-1.5, 1.5})
    painter.drawLine(QPointF(grip.center().x() + offset, grip.top() + 5),
                     QPointF(grip.center().x() + offset, grip.bottom() - 5));
}

void paintMarker(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  if (!picture.running) return;
  const double x = std::round(picture.pixelOf(*picture.running));
  if (!isInside(picture, x)) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colors.text, 1, Qt::CustomDashLine));
  auto pen = painter.pen();
  pen.setDashPattern({3, 3});
  painter.setPen(pen);
  painter.drawLine(QPointF(x, picture.area.top()), QPointF(x, picture.area.bottom()));
  painter.setRenderHint(QPainter::Antialiasing, true);
  const auto font = scaled(picture.font, .85);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const double width = metrics.horizontalAdvance(picture.now);
  const bool right = x + 6 + width < picture.area.right();
  paintLabel(painter,
             {right ? x + 7 : x - 7 - width, picture.area.bottom() - metrics.height() - 4, width, metrics.height()},
             picture.now, colors.text, colors);
}

void paintHint(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  if (picture.hint.isEmpty()) return;
  painter.setFont(picture.font);
  const auto room = QRectF(picture.area).adjusted(12, picture.area.height() / 3., -12, 0);
  constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
  const auto box = painter.boundingRect(room, kFlags, picture.hint);
  auto backing = colors.panel;
  backing.setAlpha(200);
  painter.setPen(Qt::NoPen);
  painter.setBrush(backing);
  painter.drawRoundedRect(box.adjusted(-10, -5, 10, 5), 6, 6);
  painter.setPen(colors.textMuted);
  painter.drawText(box, kFlags, picture.hint);
}

void paintTitles(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  const auto font = scaled(picture.font, .85);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  painter.setPen(colors.textMuted);
  const auto& area = picture.area;
  const auto rightAligned = [&](const QString& text, double x, double baseline) {
    painter.drawText(QPointF(x - metrics.horizontalAdvance(text), baseline), text);
  };
  rightAligned(picture.leftTitle, area.left() - 14, area.top() - 12);
  painter.drawText(QPointF(area.right() + 14, area.top() - 12), picture.rightTitle);
  const double row = area.bottom() + 6 + metrics.ascent();
  rightAligned(picture.stepTitle, area.left() - 20, row);
  rightAligned(picture.noiseTitle, area.left() - 20, row + metrics.lineSpacing());
}

}  // namespace

double gripX(const StagePicture& picture, Handle handle) {
  const double early = std::round(picture.pixelOf(handleStep(picture.schedule, Handle::Early)));
  const double late = std::round(picture.pixelOf(handleStep(picture.schedule, Handle::Late)));
  const double overlap = std::max(0., kGripWidth + 3 - (late - early)) / 2;
  return handle == Handle::Early ? early - overlap : late + overlap;
}

void paintStages(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  painter.setClipRect(picture.area.adjusted(0, 0, 1, 1), Qt::IntersectClip);
  for (const auto& run : stageRuns(picture.schedule)) {
    const double left = std::round(picture.pixelOf(run.first)), right = std::round(picture.pixelOf(run.end));
    painter.fillRect(QRectF(left, picture.area.top(), right - left, picture.area.height() + 1),
                     run.model == Model::Large ? colors.largeShade : colors.smallShade);
  }
}

void paintHandles(QPainter& painter, const StagePicture& picture, const ThemeColors& colors) {
  painter.setRenderHint(QPainter::Antialiasing, true);
  paintTitles(painter, picture, colors);
  paintNames(painter, picture, colors);
  paintMarker(painter, picture, colors);
  paintHandle(painter, picture, Handle::Late, colors);
  paintHandle(painter, picture, Handle::Early, colors);
  paintCaptions(painter, picture, colors);
  paintHint(painter, picture, colors);
}

}  // namespace fb::ui
