// SPDX-License-Identifier: MIT
#include "viewer/compare_canvas.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/clip_metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr double kGap = 8;
constexpr double kReach = 8;  // of the divider for the mouse
constexpr double kGripRadius = 13;

QRectF fitted(const QRectF& room, const QSizeF& image) {
  const QSizeF size = image.scaled(room.size(), Qt::KeepAspectRatio);
  return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

}  // namespace

CompareCanvas::CompareCanvas(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("compareCanvas"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  retranslate();
}

void CompareCanvas::setImages(const QImage& a, const QImage& b) {
  m_a = a;
  m_b = b;
  m_difference = {};
  update();
}

void CompareCanvas::setSentence(const QString& sentence) {
  m_sentence = sentence;
  update();
}

void CompareCanvas::setMode(CompareMode mode) {
  m_mode = mode;
  m_dragging = false;
  unsetCursor();
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
  Q_EMIT dividerMoved(share);
}

QRectF CompareCanvas::imageRect(int side) const {
  if (m_a.isNull() || m_b.isNull()) return {};
  const QRectF room = rect();
  if (m_mode != CompareMode::SideBySide) return fitted(room, m_a.size());
  // Side by side or one below the other, whichever shows them larger.
  const double halfWidth = (room.width() - kGap) / 2, halfHeight = (room.height() - kGap) / 2;
  const QRectF left = fitted({0, 0, halfWidth, room.height()}, m_a.size());
  const QRectF upper = fitted({0, 0, room.width(), halfHeight}, m_a.size());
  if (left.width() >= upper.width()) {
    // Both are aligned to the gap in the middle, so that the eye has the shortest way.
    const double x = side == 0 ? halfWidth - left.width() : halfWidth + kGap;
    return {QPointF(x, left.top()), left.size()};
  }
  const double y = side == 0 ? halfHeight - upper.height() : halfHeight + kGap;
  return {QPointF(upper.left(), y), upper.size()};
}

void CompareCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const ThemeColors& colors = m_theme->colors();
  painter.fillRect(rect(), colors.stage);
  if (m_a.isNull() || m_b.isNull()) {
    painter.setPen(colors.textMuted);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
  } else if (m_mode == CompareMode::Difference) {
    if (m_difference.isNull()) m_difference = differenceImage(m_a, m_b, m_gain);
    painter.drawImage(imageRect(0), m_difference);
  } else {
    if (m_mode == CompareMode::Wipe) {
      paintWipe(painter);
    } else {
      painter.drawImage(imageRect(0), m_a);
      painter.drawImage(imageRect(1), m_b);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintTag(painter, imageRect(0), 0);
    paintTag(painter, imageRect(1), 1);
  }
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colors.focus, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void CompareCanvas::paintWipe(QPainter& painter) const {
  const QRectF image = imageRect(0);
  const double x = image.left() + image.width() * m_divider;
  painter.drawImage(image, m_b);
  painter.save();
  painter.setClipRect(QRectF(image.left(), image.top(), x - image.left(), image.height()));
  painter.drawImage(image, m_a);
  painter.restore();

  // Light with a dark rim: it must be visible on any image, so it does not use the theme's colours.
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF middle(x, image.center().y());
  for (const auto& [color, width] : {std::pair(QColor(0, 0, 0, 110), 4.), std::pair(QColor(Qt::white), 2.)}) {
    painter.setPen(QPen(color, width));
    painter.drawLine(QPointF(x, image.top()), QPointF(x, image.bottom()));
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

void CompareCanvas::paintTag(QPainter& painter, const QRectF& image, int side) const {
  const QString letter = side == 0 ? QStringLiteral("A") : QStringLiteral("B");
  const double height = fontMetrics().height() + 4;
  QRectF tag(image.left() + 8, image.top() + 8, height, height);
  if (m_mode == CompareMode::Wipe) {
    const double x = image.left() + image.width() * m_divider;
    if (side == 1) tag.moveRight(image.right() - 8);
    // An image that is wiped away has no label.
    if (side == 0 ? tag.right() + 4 > x : tag.left() - 4 < x) return;
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 165));
  painter.drawRoundedRect(tag, 5, 5);
  painter.setPen(Qt::white);
  painter.drawText(tag, Qt::AlignCenter, letter);
}

bool CompareCanvas::dividerIsAt(const QPointF& place) const {
  const QRectF image = imageRect(0);
  return m_mode == CompareMode::Wipe && image.adjusted(-kReach, 0, kReach, 0).contains(place) &&
         std::abs(place.x() - image.left() - image.width() * m_divider) <= std::max(kReach, kGripRadius);
}

void CompareCanvas::dragTo(double x) {
  const QRectF image = imageRect(0);
  if (image.width() > 0) setDivider((x - image.left()) / image.width());
}

void CompareCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_mode != CompareMode::Wipe) return;
  if (!dividerIsAt(event->position()) && !imageRect(0).contains(event->position())) return;
  m_dragging = true;
  setCursor(Qt::SplitHCursor);
  dragTo(event->position().x());
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_dragging)
    dragTo(event->position().x());
  else if (dividerIsAt(event->position()))
    setCursor(Qt::SplitHCursor);
  else
    unsetCursor();
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) m_dragging = false;
}

void CompareCanvas::keyPressEvent(QKeyEvent* event) {
  const double step = event->modifiers() & Qt::ShiftModifier ? .1 : .01;
  const bool wipe = m_mode == CompareMode::Wipe;
  if (wipe && event->key() == Qt::Key_Left)
    setDivider(m_divider - step);
  else if (wipe && event->key() == Qt::Key_Right)
    setDivider(m_divider + step);
  else if (wipe && event->key() == Qt::Key_Home)
    setDivider(0);
  else if (wipe && event->key() == Qt::Key_End)
    setDivider(1);
  else
    QWidget::keyPressEvent(event);
}

void CompareCanvas::retranslate() {
  setAccessibleName(tr("Compared clips"));
  setAccessibleDescription(m_mode == CompareMode::Wipe ? tr("A fills the left %1").arg(percent(m_divider)) : QString());
  setToolTip(m_mode == CompareMode::Wipe ? tr("Drag the divider, or move it with the arrow keys (Shift: faster)")
                                         : QString());
}

void CompareCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
