// SPDX-License-Identifier: MIT
#include "lab/scale_bar.h"

#include "lab/heat_colors.h"

#include <QLinearGradient>
#include <QPainter>

namespace fb::ui {

ScaleBar::ScaleBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("scaleBar"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScaleBar::setEnds(const QString& low, const QString& high) {
  m_low = low;
  m_high = high;
  updateGeometry();
  update();
}

QSize ScaleBar::sizeHint() const { return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() + 4}; }

void ScaleBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QLinearGradient colors(0, 0, width(), 0);
  constexpr int kStops = 8;
  for (int i = 0; i <= kStops; ++i) colors.setColorAt(static_cast<double>(i) / kStops, heatColor(i * 1. / kStops));
  painter.fillRect(rect(), colors);
  const auto inside = rect().adjusted(5, 0, -5, 0);
  painter.setPen(inkOn(heatColor(0)));
  painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, m_low);
  painter.setPen(inkOn(heatColor(1)));
  painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_high);
}

}  // namespace fb::ui
