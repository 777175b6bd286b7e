// SPDX-License-Identifier: MIT
#include "plots/stage_painter.h"

#include "theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr double kBarHeight = 4;
// Between a line and its caption: beside the grip with its focus ring, or the marker of a branch.
constexpr double kCaptionGap = 14;
constexpr double kNameTop = 5;  // of the stages' names, below the area's top

QFont scaled(QFont font, double factor) {
  if (font.pixelSize() > 0)
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
  else
    font.setPointSizeF(font.pointSizeF() * factor);
  return font;
}

bool isInside(const StageImage& image, double x) { return x >= image.area.left() - 1 && x <= image.area.right() + 2; }

QFont nameFont(const StageImage& image) {
  auto font = scaled(image.font, .92);
  font.setBold(true);
  font.setLetterSpacing(QFont::AbsoluteSpacing, .4);
  return font;
}

struct Name {
  Model model;
  QString text;
  QRectF box;
};

// Of the stages that have room for one.
std::vector<Name> namesOf(const StageImage& image) {
  const QFontMetricsF metrics(nameFont(image));
  std::vector<Name> names;
  for (const auto& run : stageRuns(image.schedule)) {
    const double left = std::max<double>(image.pixelOf(run.first), image.area.left());
    const double right = std::min<double>(image.pixelOf(run.end), image.area.right());
    auto name = run.model == Model::Large ? image.large : image.small;
    if (metrics.horizontalAdvance(name) + 12 > right - left) name = name.left(1);
    const double width = metrics.horizontalAdvance(name);
    if (name.isEmpty() || width + 4 > right - left) continue;
    names.push_back(
        {run.model, name, {(left + right - width) / 2, image.area.top() + kNameTop, width, metrics.height()}});
  }
  return names;
}

void paintLabel(QPainter& painter, const QRectF& box, const QString& text, const QColor& color,
                const ThemeColors& colors) {
  // A curve behind it does not run through its letters.
  auto backing = colors.panel;
  backing.setAlpha(235);
  painter.setPen(Qt::NoPen);
  painter.setBrush(backing);
  painter.drawRoundedRect(box.adjusted(-4, 0, 4, 0), 3, 3);
  painter.setPen(color);
  painter.drawText(box, Qt::AlignCenter, text);
}

void paintNames(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  painter.setFont(nameFont(image));
  for (const auto& name : namesOf(image))
    paintLabel(painter, name.box, name.text, name.model == Model::Large ? colors.large : colors.small, colors);
}

struct Caption {
  Handle handle;
  QString text;
  QRectF box;
};

// To the right of the line at x, or to the left, as long as it stays between `from` and `to`; otherwise the short text.
Caption placedCaption(const QFontMetricsF& metrics, Handle handle, const QString& text, const QString& shortText,
                      double x, double from, double to, double y) {
  const auto needed = [&](const QString& any) { return metrics.horizontalAdvance(any) + kCaptionGap + 4; };
  const bool fits = x + needed(text) <= to || x - needed(text) >= from;
  const auto& chosen = fits ? text : shortText;
  const double width = metrics.horizontalAdvance(chosen);
  const bool right = x + needed(chosen) <= to || x - needed(chosen) < from;
  return {handle, chosen, {right ? x + kCaptionGap : x - kCaptionGap - width, y, width, metrics.height()}};
}

QFont captionFont(const StageImage& image) {
  auto font = scaled(image.font, .92);
  font.setWeight(QFont::DemiBold);
  return font;
}

std::vector<Caption> captionsAt(const StageImage& image, double y) {
  const QFontMetricsF metrics(captionFont(image));
  const auto& area = image.area;
  const double early = image.pixelOf(handleStep(image.schedule, Handle::Early));
  const double late = image.pixelOf(handleStep(image.schedule, Handle::Late));
  const bool apart = late - early >= 2;
  const auto first = placedCaption(metrics, Handle::Early, image.early, image.earlyShort, early, area.left(),
                                   apart ? late : area.right(), y);
  auto second = placedCaption(metrics, Handle::Late, image.late, image.lateShort, late, apart ? early : area.left(),
                              area.right(), y);
  std::vector<Caption> captions;
  if (isInside(image, early)) captions.push_back(first);
  if (!captions.empty() && second.box.adjusted(-8, 0, 8, 0).intersects(first.box))
    second.box.translate(0, metrics.height() + 3);
  if (isInside(image, late)) captions.push_back(second);
  return captions;
}

// Beside the names of the stages, where they cover none of the curve; below them if that is too narrow.
std::vector<Caption> captionsOf(const StageImage& image) {
  auto beside = captionsAt(image, image.area.top() + kNameTop);
  const auto names = namesOf(image);
  const auto isFree = [&](const Caption& caption) {
    const bool isShort = caption.text != (caption.handle == Handle::Early ? image.early : image.late);
    const auto room = caption.box.adjusted(-8, 0, 8, 0);
    return !isShort && caption.box.top() == beside.front().box.top() &&
           std::ranges::none_of(names, [&](const Name& name) { return name.box.intersects(room); });
  };
  if (std::ranges::all_of(beside, isFree)) return beside;
  const auto height = QFontMetricsF(captionFont(image)).height();
  return captionsAt(image, image.area.top() + 8 + height);
}

void paintCaptions(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  painter.setFont(captionFont(image));
  for (const auto& caption : captionsOf(image)) {
    const bool isLockedNow = isLocked(image.schedule, caption.handle, image.passed);
    paintLabel(painter, caption.box, caption.text, isLockedNow ? colors.textMuted : colors.text, colors);
  }
}

void paintPadlock(QPainter& painter, const QPointF& center, const QColor& color) {
  painter.setPen(QPen(color, 1.2));
  painter.setBrush(Qt::NoBrush);
  painter.drawArc(QRectF(center.x() - 2, center.y() - 4, 4, 6), 0, 180 * 16);
  painter.fillRect(QRectF(center.x() - 3, center.y() - .5, 6, 4.5), color);
}

void paintHandle(QPainter& painter, const StageImage& image, Handle handle, const ThemeColors& colors) {
  const double x = std::round(image.pixelOf(handleStep(image.schedule, handle)));
  if (!isInside(image, x)) return;
  const bool locked = isLocked(image.schedule, handle, image.passed);
  const bool focused = image.focused == handle, hot = image.hot == handle && !locked;
  const auto color = locked ? colors.textMuted : hot || focused ? colors.focus : colors.text;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(color, hot ? 3 : 2, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x, image.area.top()), QPointF(x, image.area.bottom() + 1));

  painter.setRenderHint(QPainter::Antialiasing, true);
  QRectF grip(0, 0, kGripWidth, kGripHeight);
  grip.moveCenter(QPointF(gripX(image, handle), image.area.top() - 3));
  if (focused) {
    painter.setPen(QPen(colors.focus, 2));
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

// Dashed, with an empty grip.
void paintGhosts(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  if (!image.suggested) return;
  for (const auto handle : {Handle::Early, Handle::Late}) {
    const double x = std::round(image.pixelOf(handleStep(*image.suggested, handle)));
    if (!isInside(image, x) || handleStep(*image.suggested, handle) == handleStep(image.schedule, handle)) continue;
    QPen pen(colors.focus, 2, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, image.area.top()), QPointF(x, image.area.bottom() + 1));
    painter.setRenderHint(QPainter::Antialiasing, true);
    QRectF grip(0, 0, kGripWidth, kGripHeight);
    grip.moveCenter(QPointF(x, image.area.top() - 3));
    painter.setPen(QPen(colors.focus, 1.5));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(grip, 3, 3);
  }
}

QFont nowFont(const StageImage& image) { return scaled(image.font, .85); }

void paintMarker(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  if (!image.running) return;
  const double x = std::round(image.pixelOf(*image.running));
  if (!isInside(image, x)) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colors.text, 1, Qt::CustomDashLine));
  auto pen = painter.pen();
  pen.setDashPattern({3, 3});
  painter.setPen(pen);
  painter.drawLine(QPointF(x, image.area.top()), QPointF(x, image.area.bottom()));
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setFont(nowFont(image));
  paintLabel(painter, *nowBox(image), image.now, colors.text, colors);
}

constexpr int kHintFlags = Qt::AlignCenter | Qt::TextWordWrap;
constexpr int kHintMargin = 10, kHintPadding = 5;  // of its backing

void paintHint(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  const auto box = hintBox(image);
  if (!box) return;
  painter.setFont(image.font);
  auto backing = colors.panel;
  backing.setAlpha(200);
  painter.setPen(Qt::NoPen);
  painter.setBrush(backing);
  painter.drawRoundedRect(*box, 6, 6);
  painter.setPen(colors.textMuted);
  painter.drawText(*box, kHintFlags, image.hint);
}

void paintTitles(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  const auto font = scaled(image.font, .85);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  painter.setPen(colors.textMuted);
  const auto& area = image.area;
  const auto rightAligned = [&](const QString& text, double x, double baseline) {
    painter.drawText(QPointF(x - metrics.horizontalAdvance(text), baseline), text);
  };
  rightAligned(image.leftTitle, area.left() - 14, area.top() - 12);
  painter.drawText(QPointF(area.right() + 14, area.top() - 12), image.rightTitle);
  const double row = area.bottom() + 6 + metrics.ascent();
  rightAligned(image.stepTitle, area.left() - 20, row);
  rightAligned(image.noiseTitle, area.left() - 20, row + metrics.lineSpacing());
}

}  // namespace

std::vector<QRectF> captionBoxes(const StageImage& image) {
  std::vector<QRectF> boxes;
  for (const auto& caption : captionsOf(image)) boxes.push_back(caption.box.adjusted(-4, 0, 4, 0));
  return boxes;
}

std::optional<QRectF> nowBox(const StageImage& image) {
  if (!image.running) return {};
  const double x = std::round(image.pixelOf(*image.running));
  if (!isInside(image, x)) return {};
  const QFontMetricsF metrics(nowFont(image));
  const double width = metrics.horizontalAdvance(image.now);
  const bool right = x + 6 + width < image.area.right();
  return QRectF(right ? x + 7 : x - 7 - width, image.area.bottom() - metrics.height() - 4, width, metrics.height());
}

namespace {

std::optional<QRectF> roomForHint(const StageImage& image) {
  if (image.hint.isEmpty()) return {};
  const QFontMetricsF metrics(image.font);
  QRectF area(image.area);
  if (image.isHintOfHandles) {
    const auto isLockedNow = [&image](Handle handle) { return isLocked(image.schedule, handle, image.passed); };
    if (isLockedNow(Handle::Early) && isLockedNow(Handle::Late)) return {};
    area.setLeft(std::max(area.left(), gripX(image, Handle::Early) + kGripWidth));
    area.setRight(std::min(area.right(), gripX(image, Handle::Late) - kGripWidth));
  }
  if (area.width() <= 0) return {};
  auto captions = captionBoxes(image);
  std::erase_if(captions,
                [&area](const QRectF& box) { return box.right() < area.left() || box.left() > area.right(); });
  const auto backed = [](const QRectF& text) {
    return text.adjusted(-kHintMargin, -kHintPadding, kHintMargin, kHintPadding);
  };
  // Below the captions, where a large plot has room for several lines.
  double top = area.top() + area.height() / 3;
  for (const auto& caption : captions) top = std::max(top, caption.bottom() + 2);
  const auto below = area.adjusted(2, top - area.top(), -2, -2);
  const auto wrapped = backed(metrics.boundingRect(
      below.adjusted(kHintMargin, kHintPadding, -kHintMargin, -kHintPadding), kHintFlags, image.hint));
  if (below.isValid() && below.contains(wrapped)) return wrapped;
  // In a strip, in the widest gap between them.
  auto edges = captions;
  std::ranges::sort(edges, {}, &QRectF::left);
  edges.push_back({area.right(), area.top(), 0, 0});
  double left = area.left(), from = left, width = 0;
  for (const auto& caption : edges) {
    if (caption.left() - left > width) {
      from = left;
      width = caption.left() - left;
    }
    left = std::max(left, caption.right());
  }
  const auto line = backed({0, 0, metrics.horizontalAdvance(image.hint) + 1, metrics.height()});
  if (line.width() + 4 > width || line.height() > area.height()) return {};
  return QRectF(from + (width - line.width()) / 2, area.bottom() - line.height(), line.width(), line.height());
}

}  // namespace

std::optional<QRectF> hintBox(const StageImage& image) {
  const auto box = roomForHint(image);
  const auto now = nowBox(image);
  return box && now && box->intersects(*now) ? std::nullopt : box;
}

double gripX(const StageImage& image, Handle handle) {
  const double early = std::round(image.pixelOf(handleStep(image.schedule, Handle::Early)));
  const double late = std::round(image.pixelOf(handleStep(image.schedule, Handle::Late)));
  const double overlap = std::max(0., kGripWidth + 3 - (late - early)) / 2;
  return handle == Handle::Early ? early - overlap : late + overlap;
}

void paintStages(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  painter.setClipRect(image.area.adjusted(0, 0, 1, 1), Qt::IntersectClip);
  for (const auto& run : stageRuns(image.schedule)) {
    const double left = std::round(image.pixelOf(run.first)), right = std::round(image.pixelOf(run.end));
    painter.fillRect(QRectF(left, image.area.top(), right - left, image.area.height() + 1),
                     run.model == Model::Large ? colors.largeShade : colors.smallShade);
  }
  // Along the bottom.
  for (const auto& [first, end, model] : image.bars) {
    const double left = std::round(image.pixelOf(first)), right = std::round(image.pixelOf(end));
    painter.fillRect(QRectF(left + 1, image.area.bottom() + 1 - kBarHeight, right - left - 1, kBarHeight),
                     !model                   ? colors.textMuted
                     : *model == Model::Large ? colors.large
                                              : colors.small);
  }
  if (image.takenOver <= 0) return;
  auto hatching = colors.textMuted;
  hatching.setAlpha(70);
  const double left = image.area.left(), right = std::round(image.pixelOf(image.takenOver));
  painter.fillRect(QRectF(left, image.area.top(), right - left, image.area.height() + 1),
                   QBrush(hatching, Qt::BDiagPattern));
}

void paintHandles(QPainter& painter, const StageImage& image, const ThemeColors& colors) {
  painter.setRenderHint(QPainter::Antialiasing, true);
  paintTitles(painter, image, colors);
  paintNames(painter, image, colors);
  paintMarker(painter, image, colors);
  paintGhosts(painter, image, colors);
  paintHandle(painter, image, Handle::Late, colors);
  paintHandle(painter, image, Handle::Early, colors);
  paintCaptions(painter, image, colors);
  paintHint(painter, image, colors);
}

}  // namespace fb::ui
