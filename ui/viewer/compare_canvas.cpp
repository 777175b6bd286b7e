// SPDX-License-Identifier: MIT
#include "viewer/compare_canvas.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/clip_metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fb::ui {
namespace {

constexpr double kGap = 8;
constexpr double kReach = 8;  // of the divider for the mouse
constexpr double kGripRadius = 13;

QRectF fitted(const QRectF& room, const QSizeF& image) {
  const QSizeF size = image.scaled(room.size(), Qt::KeepAspectRatio);
  return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

// Where something of that length begins whose fraction `center` is to be in the middle of a room: one that is longer
// than the room fills it.
double placed(double start, double room, double length, double center) {
  if (length <= room) return start + (room - length) / 2;
  return std::clamp(start + room / 2 - center * length, start + room - length, start);
}

}  // namespace

CompareCanvas::CompareCanvas(const Theme* theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_images(kMostSides) {
  setObjectName(QStringLiteral("compareCanvas"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  retranslate();
}

void CompareCanvas::setImages(const QList<QImage>& images) {
  m_images = images;
  m_images.resize(kMostSides);
  m_difference = {};
  clampCenter();
  update();
}

void CompareCanvas::setSentence(const QString& sentence) {
  m_sentence = sentence;
  update();
}

void CompareCanvas::setMode(CompareMode mode) {
  m_mode = mode;
  m_drag = Drag::None;
  unsetCursor();
  clampCenter();
  retranslate();
  update();
}

void CompareCanvas::setGain(int gain) {
  m_gain = gain;
  m_difference = {};
  update();
}

void CompareCanvas::setDivider(double share) {
  share = std::clamp(share, 0., 1.);
  if (share == m_divider) return;
  m_divider = share;
  retranslate();
  update();
}

void CompareCanvas::setShown(int side) {
  if (side == m_shown) return;
  m_shown = side;
  retranslate();
  update();
}

void CompareCanvas::setZoom(int percent) { zoomAt(percent, cellRect(0).center()); }

bool CompareCanvas::isShowing() const { return !image(0).isNull() && !image(1).isNull(); }

QList<int> CompareCanvas::sides() const {
  QList<int> sides;
  for (int side = 0; side < kMostSides; ++side)
    if (!image(side).isNull()) sides << side;
  return sides;
}

// At 100 %, one pixel of A is one pixel of the screen.
QSizeF CompareCanvas::boxSize() const { return QSizeF(image(0).size()) / devicePixelRatioF() * m_zoom / 100; }

QRectF CompareCanvas::cellRect(int side) const {
  if (!isShowing() || image(side).isNull()) return {};
  const QRectF whole = rect();
  if (m_mode != CompareMode::SideBySide) return whole;
  const auto all = sides();
  const int count = static_cast<int>(all.size()), index = static_cast<int>(all.indexOf(side));
  // In as many rows as show them largest, and as evenly as these rows can be filled.
  int columns = 0, rows = 0;
  QSizeF room, shown;
  for (int down = 1; down <= count; ++down) {
    const int across = (count + down - 1) / down;
    const QSizeF cell(std::max(1., (whole.width() - (across - 1) * kGap) / across),
                      std::max(1., (whole.height() - (down - 1) * kGap) / down));
    const QSizeF size = QSizeF(image(0).size()).scaled(cell, Qt::KeepAspectRatio);
    if (columns > 0 && size.width() <= shown.width()) continue;
    columns = across;
    rows = down;
    room = cell;
    shown = size;
  }
  // Next to each other in the middle, so that the eye has the shortest way.
  const QSizeF cell = m_zoom == 0 ? shown : room;
  const double left = (whole.width() - columns * cell.width() - (columns - 1) * kGap) / 2;
  const double top = (whole.height() - rows * cell.height() - (rows - 1) * kGap) / 2;
  return {QPointF(left + index % columns * (cell.width() + kGap), top + index / columns * (cell.height() + kGap)),
          cell};
}

QRectF CompareCanvas::boxRect(int side) const {
  const QRectF cell = cellRect(side);
  if (cell.isNull()) return {};
  if (m_zoom == 0) return fitted(cell, image(0).size());
  const QSizeF size = boxSize();
  return {QPointF(placed(cell.left(), cell.width(), size.width(), m_center.x()),
                  placed(cell.top(), cell.height(), size.height(), m_center.y())),
          size};
}

QRectF CompareCanvas::imageRect(int side) const {
  const QRectF box = boxRect(side);
  return box.isNull() ? box : fitted(box, image(side).size());
}

QRectF CompareCanvas::visibleRect() const { return boxRect(0) & cellRect(0); }

bool CompareCanvas::isMovable() const {
  const QSizeF size = boxRect(0).size(), cell = cellRect(0).size();
  return m_zoom > 0 && (size.width() > cell.width() || size.height() > cell.height());
}

// A place that is kept beyond the edge of the image would have to be moved back first.
void CompareCanvas::clampCenter() {
  if (m_zoom == 0 || !isShowing()) {
    m_center = {.5, .5};
    return;
  }
  const QSizeF size = boxSize(), cell = cellRect(0).size();
  const auto clamped = [](double center, double length, double room) {
    const double least = std::min(.5, room / length / 2);
    return std::clamp(center, least, 1 - least);
  };
  m_center = {clamped(m_center.x(), size.width(), cell.width()), clamped(m_center.y(), size.height(), cell.height())};
}

void CompareCanvas::zoomAt(int percent, const QPointF& place) {
  if (percent == m_zoom) return;
  int side = 0;
  for (const int other : sides())
    if (cellRect(other).contains(place)) side = other;
  const QRectF before = boxRect(side);
  const QPointF from = before.contains(place) ? place : before.center();
  m_zoom = percent;
  if (percent > 0 && !before.isEmpty()) {
    // What is at that place stays there.
    const QPointF at((from.x() - before.left()) / before.width(), (from.y() - before.top()) / before.height());
    const QSizeF size = boxSize();
    const QPointF off = cellRect(side).center() - from;
    m_center = {at.x() + off.x() / size.width(), at.y() + off.y() / size.height()};
  }
  clampCenter();
  retranslate();
  update();
  Q_EMIT zoomChanged(percent);
}

// From fitted, in goes to the first zoom that shows more.
void CompareCanvas::zoomBy(int steps, const QPointF& place) {
  if (!isShowing() || steps == 0) return;
  const double fit = boxRect(0).width() * devicePixelRatioF() / image(0).width() * 100;
  const double now = m_zoom > 0 ? m_zoom : fit;
  int zoom = steps > 0 ? m_zoom : 0;
  if (steps > 0) {
    const auto* larger = std::ranges::find_if(kZooms, [now](int percent) { return percent > now; });
    if (larger != std::end(kZooms)) zoom = *larger;
  } else if (m_zoom > 0) {
    zoom = *(std::ranges::find(kZooms, m_zoom) - 1);
  }
  zoomAt(zoom, place);
}

void CompareCanvas::moveBy(const QPointF& distance) {
  const QSizeF size = boxSize();
  if (!isMovable() || size.isEmpty()) return;
  m_center -= QPointF(distance.x() / size.width(), distance.y() / size.height());
  clampCenter();
  update();
}

void CompareCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const ThemeColors& colors = m_theme->colors();
  painter.fillRect(rect(), colors.stage);
  if (!isShowing()) {
    painter.setPen(colors.textMuted);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
  } else if (m_mode == CompareMode::Difference) {
    if (m_difference.isNull()) m_difference = differenceImage(image(0), image(1), m_gain);
    painter.drawImage(imageRect(0), m_difference);
  } else if (m_mode == CompareMode::Wipe) {
    paintWipe(painter);
    for (const int side : {0, 1}) paintTag(painter, side);
  } else {
    const auto painted = m_mode == CompareMode::Flicker ? QList{image(m_shown).isNull() ? 0 : m_shown} : sides();
    for (const int side : painted) paintImage(painter, side, cellRect(side));
    for (const int side : painted) paintTag(painter, side);
  }
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colors.focus, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void CompareCanvas::resizeEvent(QResizeEvent* event) {
  clampCenter();
  QWidget::resizeEvent(event);
}

void CompareCanvas::paintImage(QPainter& painter, int side, const QRectF& within) const {
  painter.save();
  painter.setClipRect(within);
  painter.drawImage(imageRect(side), image(side));
  painter.restore();
}

void CompareCanvas::paintWipe(QPainter& painter) const {
  const QRectF seen = visibleRect();
  const double x = seen.left() + seen.width() * m_divider;
  paintImage(painter, 0, QRectF(seen.topLeft(), QPointF(x, seen.bottom())));
  paintImage(painter, 1, QRectF(QPointF(x, seen.top()), seen.bottomRight()));

  // Light with a dark rim: it must be visible on any image, so it does not use the theme's colours.
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF middle(x, seen.center().y());
  for (const auto& [color, width] : {std::pair(QColor(0, 0, 0, 110), 4.), std::pair(QColor(Qt::white), 2.)}) {
    painter.setPen(QPen(color, width));
    painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()));
  }
  painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
  painter.setBrush(Qt::white);
  painter.drawEllipse(middle, kGripRadius, kGripRadius);
  painter.setPen(QPen(QColor(40, 44, 52), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const int way : {-1, 1}) {
    const QPointF tip = middle + QPointF(way * 7.5, 0);
    painter.drawPolyline(QPolygonF{tip + QPointF(-way * 4, -4), tip, tip + QPointF(-way * 4, 4)});
  }
}

void CompareCanvas::paintTag(QPainter& painter, int side) const {
  const double height = fontMetrics().height() + 4;
  const QRectF seen = imageRect(side) & cellRect(side);
  QRectF tag(seen.left() + 8, seen.top() + 8, height, height);
  if (m_mode == CompareMode::Wipe) {
    const QRectF both = visibleRect();
    const double x = both.left() + both.width() * m_divider;
    if (side == 1) tag.moveRight(seen.right() - 8);
    // An image that is wiped away has no label.
    if (side == 0 ? tag.right() + 4 > x : tag.left() - 4 < x) return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 165));
  painter.drawRoundedRect(tag, 5, 5);
  painter.setPen(Qt::white);
  painter.drawText(tag, Qt::AlignCenter, sideLetter(side));
}

bool CompareCanvas::dividerIsAt(const QPointF& place) const {
  const QRectF seen = visibleRect();
  return m_mode == CompareMode::Wipe && seen.adjusted(-kReach, 0, kReach, 0).contains(place) &&
         std::abs(place.x() - seen.left() - seen.width() * m_divider) <= std::max(kReach, kGripRadius);
}

void CompareCanvas::dragTo(double x) {
  const QRectF seen = visibleRect();
  if (seen.width() > 0) setDivider((x - seen.left()) / seen.width());
}

void CompareCanvas::chooseCursor(const QPointF& place) {
  if (m_drag == Drag::Divider || (m_drag == Drag::None && dividerIsAt(place)))
    setCursor(Qt::SplitHCursor);
  else if (isMovable())
    setCursor(m_drag == Drag::Image ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
  else
    unsetCursor();
}

void CompareCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const auto place = event->position();
  m_dragged = place;
  // An image that fills its cell can be pressed anywhere to move the divider there.
  if (dividerIsAt(place) || (m_mode == CompareMode::Wipe && !isMovable() && visibleRect().contains(place))) {
    m_drag = Drag::Divider;
    dragTo(place.x());
  } else if (isMovable()) {
    m_drag = Drag::Image;
  }
  chooseCursor(place);
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event) {
  const auto place = event->position();
  if (m_drag == Drag::Divider) dragTo(place.x());
  if (m_drag == Drag::Image) moveBy(place - m_dragged);
  m_dragged = place;
  chooseCursor(place);
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_drag = Drag::None;
  chooseCursor(event->position());
}

void CompareCanvas::wheelEvent(QWheelEvent* event) {
  // A touchpad reports parts of a notch.
  constexpr int kNotch = 120;
  m_turned += event->angleDelta().y();
  const int notches = m_turned / kNotch;
  m_turned -= notches * kNotch;
  zoomBy(notches, event->position());
  event->accept();
}

void CompareCanvas::keyPressEvent(QKeyEvent* event) {
  const bool isFar = event->modifiers() & Qt::ShiftModifier;
  const bool wipe = m_mode == CompareMode::Wipe;
  const auto middle = cellRect(0).center();
  const double step = isFar ? .1 : .01, distance = isFar ? 100 : 10;
  switch (event->key()) {
    case Qt::Key_Left:
      wipe ? setDivider(m_divider - step) : moveBy({distance, 0});
      break;
    case Qt::Key_Right:
      wipe ? setDivider(m_divider + step) : moveBy({-distance, 0});
      break;
    case Qt::Key_Up:
      moveBy({0, distance});
      break;
    case Qt::Key_Down:
      moveBy({0, -distance});
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomBy(1, middle);
      break;
    case Qt::Key_Minus:
      zoomBy(-1, middle);
      break;
    case Qt::Key_0:
      zoomAt(0, middle);
      break;
    case Qt::Key_Home:
    case Qt::Key_End:
      if (wipe) setDivider(event->key() == Qt::Key_Home ? 0 : 1);
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

void CompareCanvas::retranslate() {
  const bool wipe = m_mode == CompareMode::Wipe;
  setAccessibleName(tr("Compared clips"));
  setAccessibleDescription(wipe                             ? tr("A fills the left %1").arg(percent(m_divider))
                           : m_mode == CompareMode::Flicker ? tr("%1 is shown").arg(sideLetter(m_shown))
                                                            : QString());
  setToolTip(wipe         ? tr("Drag the divider, or move it with the arrow keys (Shift: faster)")
             : m_zoom > 0 ? tr("Drag the image, or move it with the arrow keys (Shift: faster)")
                          : QString());
}

void CompareCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
