// SPDX-License-Identifier: MIT
#include "viewer/similarity_curve.h"

#include "text/durations.h"
#include "theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fb::ui {

SimilarityCurve::SimilarityCurve(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setCursor(Qt::PointingHandCursor);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SimilarityCurve::setValues(std::vector<double> values, int decimals) {
  m_values = std::move(values);
  m_decimals = decimals;
  if (!m_values.empty()) {
    const auto [low, high] = std::minmax_element(m_values.begin(), m_values.end());
    // A flat line stays flat: noise in the last digit must not fill the height.
    const double least = 4 * std::pow(10, -decimals);
    const double middle = (*low + *high) / 2, half = std::max(*high - *low, least) / 2;
    m_low = middle - half;
    m_high = middle + half;
  }
  update();
}

void SimilarityCurve::setTexts(const QString& caption, const QString& waiting) {
  m_caption = caption;
  m_waiting = waiting;
  setAccessibleName(caption);
  update();
}

void SimilarityCurve::setFrame(int frame) {
  m_frame = frame;
  setAccessibleDescription(
      frame < static_cast<int>(m_values.size())
          ? tr("Frame %1: %2").arg(frame + 1).arg(written(m_values[static_cast<std::size_t>(frame)]))
          : QString());
  update();
}

QString SimilarityCurve::written(double value) const { return number(value, m_decimals); }

QSize SimilarityCurve::sizeHint() const { return {200, fontMetrics().height() * 5}; }

QSize SimilarityCurve::minimumSizeHint() const { return {110, fontMetrics().height() * 4}; }

QRectF SimilarityCurve::plotRect() const { return QRectF(rect()).adjusted(5, fontMetrics().height() + 9, -5, -5); }

QPointF SimilarityCurve::pointOf(int frame) const {
  const QRectF plot = plotRect();
  if (m_values.empty()) return plot.center();
  const double last = std::max<double>(1, static_cast<double>(m_values.size()) - 1);
  const double height = (m_values[static_cast<std::size_t>(frame)] - m_low) / (m_high - m_low);
  return {plot.left() + plot.width() * frame / last, plot.bottom() - plot.height() * height};
}

void SimilarityCurve::paintLine(QPainter& painter) const {
  const ThemeColors& colors = m_theme->colors();
  const QRectF plot = plotRect();
  QPainterPath line(pointOf(0));
  for (int i = 1; i < static_cast<int>(m_values.size()); ++i) line.lineTo(pointOf(i));
  if (m_values.size() == 1) line.lineTo(plot.right(), pointOf(0).y());

  QPainterPath below(line);
  below.lineTo(line.currentPosition().x(), plot.bottom() + 5);
  below.lineTo(plot.left(), plot.bottom() + 5);
  QColor shade = colors.focus;
  shade.setAlphaF(.12F);
  painter.fillPath(below, shade);
  painter.setPen(QPen(colors.focus, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(line);

  if (m_frame >= static_cast<int>(m_values.size())) return;
  const QPointF point = pointOf(m_frame);
  painter.setPen(QPen(colors.textMuted, 1));
  painter.drawLine(QPointF(point.x(), plot.top() - 4), QPointF(point.x(), plot.bottom() + 5));
  painter.setPen(QPen(colors.field, 1.5));
  painter.setBrush(colors.text);
  painter.drawEllipse(point, 4, 4);
}

void SimilarityCurve::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColors& colors = m_theme->colors();
  const int line = fontMetrics().height();
  const QRectF card = QRectF(rect()).adjusted(0, line + 3, 0, 0);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.field);
  painter.drawRoundedRect(card, 6, 6);

  painter.setPen(colors.text);
  const QRect header(0, 0, width(), line);
  painter.drawText(header, Qt::AlignLeft, m_caption);
  if (m_values.empty()) {
    painter.setPen(colors.textMuted);
    painter.drawText(card, Qt::AlignCenter, m_waiting);
    return;
  }
  if (m_frame < static_cast<int>(m_values.size())) {
    const QString value = written(m_values[static_cast<std::size_t>(m_frame)]);
    if (fontMetrics().horizontalAdvance(m_caption) + fontMetrics().horizontalAdvance(value) + 12 <= width()) {
      painter.setPen(colors.textMuted);
      painter.drawText(header, Qt::AlignRight, value);
    }
  }
  paintLine(painter);
}

void SimilarityCurve::request(double x) {
  if (m_values.empty()) return;
  const QRectF plot = plotRect();
  const auto last = static_cast<double>(m_values.size()) - 1;
  Q_EMIT frameRequested(static_cast<int>(std::lround(std::clamp((x - plot.left()) / plot.width(), 0., 1.) * last)));
}

void SimilarityCurve::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) request(event->position().x());
}

void SimilarityCurve::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) request(event->position().x());
}

}  // namespace fb::ui
