// SPDX-License-Identifier: MIT
#include "viewer/frame_view.h"

#include "theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace fb::ui {

FrameView::FrameView(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("frameView"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FrameView::setImage(const QImage& image) {
  if (image.size() != m_image.size()) m_pan = {};
  m_image = image;
  update();
}

void FrameView::setEmptyText(const QString& text) {
  m_emptyText = text;
  update();
}

void FrameView::setZoom(int percent) {
  m_zoom = percent;
  m_pan = {};
  update();
}

void FrameView::setSmooth(bool smooth) {
  if (smooth == m_smooth) return;
  m_smooth = smooth;
  update();
}

QRectF FrameView::imageRect() const {
  if (m_image.isNull()) return {};
  // At 100 %, one pixel of the clip is one pixel of the screen.
  const QSizeF pixels = QSizeF(m_image.size()) / devicePixelRatioF();
  const double fit = std::min(width() / pixels.width(), height() / pixels.height());
  const double scale = m_zoom > 0 ? m_zoom / 100. : fit;
  const QSizeF size = pixels * scale;
  return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2) + m_pan, size};
}

void FrameView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_theme->colors().stage);
  if (m_image.isNull()) {
    painter.setPen(m_theme->colors().textMuted);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    return;
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
  painter.drawImage(imageRect(), m_image);
}

void FrameView::mousePressEvent(QMouseEvent* event) { m_pressed = event->position() - m_pan; }

void FrameView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton) || m_image.isNull()) return;
  const auto image = imageRect();
  const double x = std::max(0., (image.width() - width()) / 2), y = std::max(0., (image.height() - height()) / 2);
  const auto pan = event->position() - m_pressed;
  m_pan = {std::clamp(pan.x(), -x, x), std::clamp(pan.y(), -y, y)};
  update();
}

void FrameView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && !m_image.isNull()) Q_EMIT doubleClicked();
}

}  // namespace fb::ui
