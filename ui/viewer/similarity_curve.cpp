// SPDX-License-Identifier: MIT
#include "viewer/similarity_curve.h"

#include "text/durations.h"
#include "theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace fb::ui {

SimilarityCurve::SimilarityCurve(const Theme* theme, const Axis& axis, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_axis(axis) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setCursor(Qt::PointingHandCursor);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SimilarityCurve::setLines(std::vector<Line> lines) {
  m_lines = std::move(lines);
  std::erase_if(m_lines, [](const Line& line) { return line.values.empty(); });
  update();
}

int SimilarityCurve::frames() const {
  std::size_t most = 0;
  for (const auto& line : m_lines) most = std::max(most, line.values.size());
  return static_cast<int>(most);
}

void SimilarityCurve::setTexts(const QString& caption, const QString& waiting) {
  m_caption = caption;
  m_waiting = waiting;
  setAccessibleName(caption);
  update();
}

void SimilarityCurve::setFrame(int frame) {
  m_frame = frame;
  QStringList shown;
  for (const auto& line : m_lines)
    if (const auto value = valueOf(line); !value.isEmpty()) shown << value;
  setAccessibleDescription(shown.isEmpty() ? QString()
                                           : tr("Frame %1: %2").arg(frame + 1).arg(shown.join(QStringLiteral(", "))));
  update();
}

QString SimilarityCurve::valueOf(const Line& line) const {
  if (m_frame >= static_cast<int>(line.values.size())) return {};
  const auto value = number(line.values[static_cast<std::size_t>(m_frame)], m_axis.decimals);
  return m_lines.size() > 1 ? QStringLiteral("%1 %2").arg(line.name, value) : value;
}

QSize SimilarityCurve::sizeHint() const { return {200, fontMetrics().height() * 5}; }

QSize SimilarityCurve::minimumSizeHint() const { return {110, fontMetrics().height() * 4}; }

QRectF SimilarityCurve::plotRect() const {
  const int labels = std::max(fontMetrics().horizontalAdvance(number(m_axis.low, 0)),
                              fontMetrics().horizontalAdvance(number(m_axis.high, 0)));
  return QRectF(rect()).adjusted(labels + 10, fontMetrics().height() + 9, -7, -5);
}

QPointF SimilarityCurve::pointOf(const Line& line, int frame) const {
  const QRectF plot = plotRect();
  const double last = std::max(1, frames() - 1);
  const double value = std::clamp(line.values[static_cast<std::size_t>(frame)], m_axis.low, m_axis.high);
  const double height = (value - m_axis.low) / (m_axis.high - m_axis.low);
  return {plot.left() + plot.width() * frame / last, plot.bottom() - plot.height() * height};
}

QPointF SimilarityCurve::pointOf(int frame) const {
  return m_lines.empty() ? plotRect().center() : pointOf(m_lines.front(), frame);
}

QColor SimilarityCurve::colorOf(std::size_t line) const {
  const ThemeColors& colors = m_theme->colors();
  return std::array{colors.focus, colors.large, colors.success}[std::min<std::size_t>(line, 2)];
}

// Beside the caption; of several lines, with their colours. If there is no room for all values, the names remain: a
// line without a name could not be told from the others.
void SimilarityCurve::paintValues(QPainter& painter) const {
  constexpr double kDot = 8, kSpace = 12;
  const double left = fontMetrics().horizontalAdvance(m_caption) + kSpace, height = fontMetrics().height();
  const double dot = m_lines.size() > 1 ? kDot + 4 : 0;
  double needed = left - kSpace;
  for (const auto& line : m_lines) needed += kSpace + dot + fontMetrics().horizontalAdvance(valueOf(line));
  const bool onlyNames = m_lines.size() > 1 && needed > width();
  double right = width();
  for (std::size_t i = m_lines.size(); i-- > 0;) {
    const auto value = onlyNames ? m_lines[i].name : valueOf(m_lines[i]);
    const double wide = fontMetrics().horizontalAdvance(value);
    if (value.isEmpty() || right - wide - dot < left) continue;
    painter.setPen(m_theme->colors().textMuted);
    painter.drawText(QRectF(right - wide, 0, wide, height), Qt::AlignRight, value);
    right -= wide + dot;
    if (dot == 0) continue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(i));
    painter.drawEllipse(QRectF(right, (height - kDot) / 2, kDot, kDot));
    right -= kSpace;
  }
}

void SimilarityCurve::paintAxis(QPainter& painter) const {
  const ThemeColors& colors = m_theme->colors();
  const QRectF plot = plotRect();
  painter.setPen(QPen(colors.border, 1));
  for (const double y : {plot.top(), plot.bottom()})
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
  painter.setPen(colors.textMuted);
  const double height = fontMetrics().height(), width = plot.left() - 5;
  painter.drawText(QRectF(0, plot.top() - 3, width, height), Qt::AlignRight | Qt::AlignTop, number(m_axis.high, 0));
  painter.drawText(QRectF(0, plot.bottom() + 3 - height, width, height), Qt::AlignRight | Qt::AlignBottom,
                   number(m_axis.low, 0));
}

void SimilarityCurve::paintLine(QPainter& painter, std::size_t index) const {
  const ThemeColors& colors = m_theme->colors();
  const QRectF plot = plotRect();
  const Line& shown = m_lines[index];
  QPainterPath line(pointOf(shown, 0));
  for (int i = 1; i < static_cast<int>(shown.values.size()); ++i) line.lineTo(pointOf(shown, i));
  if (shown.values.size() == 1) line.lineTo(plot.right(), pointOf(shown, 0).y());

  if (m_lines.size() == 1) {
    QPainterPath below(line);
    below.lineTo(line.currentPosition().x(), plot.bottom());
    below.lineTo(plot.bottomLeft());
    QColor shade = colors.focus;
    shade.setAlphaF(.12F);
    painter.fillPath(below, shade);
  }
  painter.setPen(QPen(colorOf(index), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(line);
  if (m_frame >= static_cast<int>(shown.values.size())) return;
  painter.setPen(QPen(colors.field, 1.5));
  painter.setBrush(m_lines.size() == 1 ? colors.text : colorOf(index));
  painter.drawEllipse(pointOf(shown, m_frame), 4, 4);
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
  if (m_lines.empty()) {
    painter.setPen(colors.textMuted);
    painter.drawText(card, Qt::AlignCenter, m_waiting);
    return;
  }
  paintValues(painter);
  paintAxis(painter);
  const QRectF plot = plotRect();
  painter.setPen(QPen(colors.textMuted, 1));
  const double x = pointOf(std::min(m_frame, static_cast<int>(m_lines.front().values.size()) - 1)).x();
  painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom() + 5));
  for (std::size_t i = 0; i < m_lines.size(); ++i) paintLine(painter, i);
}

void SimilarityCurve::request(double x) {
  if (m_lines.empty()) return;
  const QRectF plot = plotRect();
  const double last = frames() - 1;
  Q_EMIT frameRequested(static_cast<int>(std::lround(std::clamp((x - plot.left()) / plot.width(), 0., 1.) * last)));
}

void SimilarityCurve::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) request(event->position().x());
}

void SimilarityCurve::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) request(event->position().x());
}

}  // namespace fb::ui
