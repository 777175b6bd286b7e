// SPDX-License-Identifier: MIT
#include "widgets/drop_hint.h"

#include "theme/theme.h"

#include <QPainter>

namespace fb::ui {

DropHint::DropHint(const Theme* theme, QWidget* parent) : QLabel(parent), m_theme(theme) {
  setProperty("role", "muted");
  setAlignment(Qt::AlignCenter);
  setWordWrap(true);
  setMargin(28);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DropHint::setActive(bool active) {
  m_active = active;
  update();
}

void DropHint::paintEvent(QPaintEvent* event) {
  const auto& colors = m_theme->colors();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPen pen(m_active ? colors.focus : colors.border, m_active ? 2 : 1, Qt::DashLine);
  pen.setDashPattern({5, 4});
  painter.setPen(pen);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
  painter.end();
  QLabel::paintEvent(event);
}

}  // namespace fb::ui
