// SPDX-License-Identifier: MIT
#include "theme/icon_engine.h"

#include <QPainter>
#include <QPixmap>

namespace fb::ui {

ThemeIconEngine::ThemeIconEngine(const Theme* theme, const QString& name, QColor ThemeColors::*color)
    : m_theme(theme),
      m_name(name),
      m_color(color),
      m_renderer(std::make_shared<QSvgRenderer>(QStringLiteral(":/flowblend/icons/%1.svg").arg(name))) {}

QColor ThemeIconEngine::colorFor(QIcon::Mode mode, QIcon::State state) const {
  if (!m_theme) return Qt::gray;
  const ThemeColors& colors = m_theme->colors();
  if (mode == QIcon::Disabled) {
    QColor faded = colors.textMuted;
    faded.setAlphaF(0.5F);
    return faded;
  }
  if (mode == QIcon::Selected) return colors.onAccent;
  // A pressed-in tool button shows its state by its colour as well as by its background.
  if (state == QIcon::On && m_color == &ThemeColors::text) return colors.focus;
  return colors.*m_color;
}

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
  const qreal ratio = painter->device()->devicePixelRatioF();
  QPixmap image = pixmap(rect.size() * ratio, mode, state);
  image.setDevicePixelRatio(ratio);
  painter->drawPixmap(rect.topLeft(), image);
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  QPixmap image(size);
  image.fill(Qt::transparent);
  if (image.isNull()) return image;
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  const int side = qMin(size.width(), size.height());
  m_renderer->render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(image.rect(), colorFor(mode, state));
  return image;
}

}  // namespace fb::ui
