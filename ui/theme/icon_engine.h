// SPDX-License-Identifier: MIT
// A line icon drawn in a colour of the current theme.
#pragma once

#include "theme/theme.h"

#include <QIconEngine>
#include <QPointer>
#include <QSvgRenderer>

#include <memory>

namespace fb::ui {

// Owned by its QIcon; GUI thread. Reads the theme each time it paints, so icons need not be set again when it changes.
class ThemeIconEngine : public QIconEngine {
public:
  ThemeIconEngine(const Theme* theme, const QString& name, QColor ThemeColors::*color);

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override { return new ThemeIconEngine(*this); }
  QString key() const override { return QStringLiteral("flowblend"); }
  QString iconName() override { return m_name; }
  bool isNull() override { return !m_renderer->isValid(); }

private:
  QColor colorFor(QIcon::Mode mode, QIcon::State state) const;

  QPointer<const Theme> m_theme;
  QString m_name;
  QColor ThemeColors::*m_color;
  std::shared_ptr<QSvgRenderer> m_renderer;
};

}  // namespace fb::ui
