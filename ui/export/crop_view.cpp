// SPDX-License-Identifier: MIT
#include "export/crop_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr int kHeight = 112, kWidth = 200;

// 0.5 if there is no room to move.
double focusOf(double at, int room) { return room > 0 ? std::clamp(at / room, 0., 1.) : .5; }

}  // namespace

CropView::CropView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeAllCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CropView::sizeHint() const { return {kWidth, kHeight}; }

QSize CropView::minimumSizeHint() const { return {kHeight, kHeight}; }

void CropView::setPicture(const QImage& picture) {
  m_picture = picture;
  update();
}

void CropView::setPart(QSize clip, const PixelRect& part) {
  m_clip = clip;
  m_part = part;
  update();
}

QRectF CropView::pictureOnScreen() const {
  // The border of the part is drawn around it.
  constexpr double kMargin = 3;
  const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
  QRectF picture({}, QSizeF(m_clip).scaled(room.size(), Qt::KeepAspectRatio));
  picture.moveTopLeft(room.topLeft());
  if (layoutDirection() == Qt::RightToLeft) picture.moveRight(room.right());
  return picture;
}

QRectF CropView::partOnScreen() const {
  const auto picture = pictureOnScreen();
  const double scale = picture.width() / m_clip.width();
  return {picture.left() + m_part.x * scale, picture.top() + m_part.y * scale, m_part.width * scale,
          m_part.height * scale};
}

void CropView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const auto picture = pictureOnScreen();
  const auto part = partOnScreen();
  painter.fillRect(picture, palette().color(QPalette::Mid));
  if (!m_picture.isNull()) painter.drawImage(picture, m_picture);
  QPainterPath outside, inside;
  outside.addRect(picture);
  inside.addRect(part);
  painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 150));
  // On any picture, one of the two lines is seen.
  painter.setPen(QPen(Qt::black, 3));
  painter.drawRect(part);
  painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : QColor(Qt::white), 1.5));
  painter.drawRect(part);
}

void CropView::moveTo(QPointF topLeft) {
  const auto picture = pictureOnScreen();
  const double scale = m_clip.width() / picture.width();
  Q_EMIT moved(focusOf((topLeft.x() - picture.left()) * scale, m_clip.width() - m_part.width),
               focusOf((topLeft.y() - picture.top()) * scale, m_clip.height() - m_part.height));
}

// Beside the part, it jumps there.
void CropView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const auto part = partOnScreen();
  m_grabbed = part.contains(event->position()) ? event->position() - part.topLeft()
                                               : QPointF(part.width() / 2, part.height() / 2);
  moveTo(event->position() - *m_grabbed);
}

void CropView::mouseMoveEvent(QMouseEvent* event) {
  if (m_grabbed) moveTo(event->position() - *m_grabbed);
}

void CropView::mouseReleaseEvent(QMouseEvent*) { m_grabbed.reset(); }

void CropView::keyPressEvent(QKeyEvent* event) {
  const int across = (event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left);
  const int down = (event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up);
  if (across == 0 && down == 0) return QWidget::keyPressEvent(event);
  const double share = event->modifiers().testFlag(Qt::ShiftModifier) ? .01 : .05;
  const auto step = [share](int room) { return std::max(1., std::round(room * share)); };
  const int roomX = m_clip.width() - m_part.width, roomY = m_clip.height() - m_part.height;
  Q_EMIT moved(focusOf(m_part.x + across * step(roomX), roomX), focusOf(m_part.y + down * step(roomY), roomY));
}

}  // namespace fb::ui
