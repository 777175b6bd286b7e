// SPDX-License-Identifier: MIT
#include "plots/front_plot.h"

#include "theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace fb::ui {
namespace {

const QString kOver = QStringLiteral("marks");

class MarksLayer : public QCPLayerable {
public:
  MarksLayer(QCustomPlot* plot, std::function<void(QPainter&)> paint)
      : QCPLayerable(plot, kOver), m_paint(std::move(paint)) {}

private:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override { m_paint(*painter); }

  std::function<void(QPainter&)> m_paint;
};

QString percents(double share, const QLocale& locale) {
  return FrontPlot::tr("%1 %").arg(locale.toString(share * 100, 'f', 0));
}

}  // namespace

// Whole percents, as many as have room next to each other.
class ShareTicker : public QCPAxisTicker {
public:
  double axisWidth = 0, labelWidth = 0;  // pixels

private:
  double getTickStep(const QCPRange& range) override {
    auto step = std::max(1., std::round(100 * QCPAxisTicker::getTickStep(range))) / 100;
    // Of two neighbouring multiples, one is left at twice the step: an axis is never without a number.
    const auto count = [&] { return std::floor(range.upper / step) - std::ceil(range.lower / step) + 1; };
    while (count() > 1 && step * axisWidth < labelWidth * range.size()) step *= 2;
    return step;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override { return percents(tick, locale); }
};

FrontPlot::FrontPlot(const Theme* theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this)), m_shares(new ShareTicker) {
  setObjectName(QStringLiteral("frontPlot"));
  setFocusPolicy(Qt::StrongFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_plot);
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_plot->addLayer(kOver, m_plot->layer(QStringLiteral("main")), QCustomPlot::limAbove);
  new MarksLayer(m_plot, [this](QPainter& painter) { paintMarks(painter); });

  m_all = m_plot->addGraph();
  m_all->setLineStyle(QCPGraph::lsNone);
  m_intervals = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
  m_intervals->setDataPlottable(m_all);
  m_intervals->setWhiskerWidth(0);
  m_others = m_plot->addGraph();
  m_others->setLineStyle(QCPGraph::lsNone);
  m_front = m_plot->addGraph();
  m_line = new QCPItemStraightLine(m_plot);
  m_line->point1->setCoords(0, 0);
  m_line->point2->setCoords(1, 0);
  m_plot->xAxis->setTicker(m_shares);
  const auto fifths = QSharedPointer<QCPAxisTickerFixed>::create();
  fifths->setTickStep(.2);
  fifths->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
  m_plot->yAxis->setTicker(fifths);
  for (auto* axis : {m_plot->xAxis, m_plot->yAxis}) {
    axis->ticker()->setTickCount(5);
    axis->setSubTicks(false);
    axis->setTickLength(0, 3);
  }
  m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
  m_plot->yAxis->setNumberPrecision(1);
  connect(theme, &Theme::changed, this, &FrontPlot::recolor);
  // How wide the axis is follows from the numbers beside it, so it is only known after the ticks were chosen.
  connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
    const double width = m_plot->axisRect()->width();
    if (std::exchange(m_shares->axisWidth, width) != width) m_plot->replot(QCustomPlot::rpQueuedReplot);
  });
  recolor();
}

FrontPlot::~FrontPlot() = default;

void FrontPlot::setPoints(std::vector<Point> points) {
  m_points = std::move(points);
  const auto isOutside = [this](const std::optional<int>& point) { return point && *point >= std::ssize(m_points); };
  if (isOutside(m_selected)) m_selected.reset();
  if (isOutside(m_handles)) m_handles.reset();
  refresh();
}

void FrontPlot::setAsked(double sameness) {
  m_asked = sameness;
  m_line->point1->setCoords(0, sameness);
  m_line->point2->setCoords(1, sameness);
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FrontPlot::select(std::optional<int> point) {
  m_selected = point && *point < std::ssize(m_points) ? point : std::nullopt;
  describe();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FrontPlot::setHandles(std::optional<int> point) {
  m_handles = point;
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FrontPlot::refresh() {
  QVector<double> x, y, below, above, frontX, frontY, otherX, otherY;
  double least = 0, cheapest = 1;
  for (const auto& point : m_points) {
    x << point.cost;
    y << point.sameness;
    below << std::max(0., point.sameness - point.low);
    above << std::max(0., point.high - point.sameness);
    (point.isOnFront ? frontX : otherX) << point.cost;
    (point.isOnFront ? frontY : otherY) << point.sameness;
    least = std::min(least, point.sameness);
    cheapest = std::min(cheapest, point.cost);
  }
  m_all->setData(x, y, true);
  m_intervals->setData(below, above);
  m_front->setData(frontX, frontY, true);
  m_others->setData(otherX, otherY, true);
  constexpr double kAround = .04;
  m_plot->xAxis->setRange(std::max(0., cheapest - kAround), 1 + kAround);
  // What is far below 0 is not worth the room.
  m_plot->yAxis->setRange(std::max(-.5, least) - kAround, 1 + 2 * kAround);
  describe();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FrontPlot::recolor() {
  const auto& colors = m_theme->colors();
  m_plot->setBackground(QBrush(colors.panel));
  m_plot->setLocale(QLocale());
  auto line = colors.textMuted;
  line.setAlpha(60);
  for (auto* axis : {m_plot->xAxis, m_plot->yAxis}) {
    axis->setBasePen(QPen(line));
    axis->setTickPen(QPen(line));
    axis->setTickLabelColor(colors.textMuted);
    axis->setLabelColor(colors.textMuted);
    axis->setTickLabelFont(font());
    axis->setLabelFont(font());
    axis->grid()->setPen(QPen(line, 1));
    axis->grid()->setZeroLinePen(QPen(line, 1));
  }
  m_plot->xAxis->setLabel(tr("Work, as a share of the large model's"));
  m_plot->yAxis->setLabel(tr("Sameness"));
  const QFontMetrics metrics(font());
  m_shares->labelWidth = metrics.horizontalAdvance(percents(1, m_plot->locale())) + 2 * metrics.averageCharWidth();
  m_intervals->setPen(QPen(line, 1));
  m_all->setPen(Qt::NoPen);
  m_others->setPen(QPen(colors.textMuted));
  m_others->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colors.textMuted, 1.2), colors.panel, 6));
  m_front->setPen(QPen(colors.text, 1.5));
  m_front->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colors.text, 7));
  m_line->setPen(QPen(colors.focus, 1, Qt::DashLine));
  setAccessibleName(tr("Work and sameness of the candidates"));
  describe();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FrontPlot::describe() {
  setAccessibleDescription(m_selected ? m_points[static_cast<std::size_t>(*m_selected)].name
                                      : tr("Arrow keys choose a candidate, the cheapest first."));
}

QPointF FrontPlot::positionOf(int point) const {
  const auto& at = m_points[static_cast<std::size_t>(point)];
  return {m_plot->xAxis->coordToPixel(at.cost), m_plot->yAxis->coordToPixel(at.sameness)};
}

QList<QRectF> FrontPlot::sharesBelow() const {
  const auto* axis = m_plot->xAxis;
  const auto ticks = axis->tickVector();
  const auto labels = axis->tickVectorLabels();
  const QFontMetrics metrics(axis->tickLabelFont());
  QList<QRectF> places;
  for (qsizetype i = 0; i < ticks.size(); ++i) {
    if (!axis->range().contains(ticks[i])) continue;
    const double width = metrics.horizontalAdvance(labels[i]);
    places << QRectF(axis->coordToPixel(ticks[i]) - width / 2, axis->axisRect()->bottom(), width, metrics.height());
  }
  return places;
}

void FrontPlot::paintMarks(QPainter& painter) const {
  const auto& colors = m_theme->colors();
  painter.setBrush(Qt::NoBrush);
  auto mark = font();
  for (int i = 0; i < std::ssize(m_points); ++i) {
    const auto& point = m_points[static_cast<std::size_t>(i)];
    const auto at = positionOf(i);
    if (point.isRival) {
      painter.fillRect(QRectF(at - QPointF(5, 5), QSizeF(10, 10)), colors.panel);
      painter.setPen(QPen(point.isOnFront ? colors.text : colors.textMuted, 1.5));
      painter.drawRect(QRectF(at - QPointF(4, 4), QSizeF(8, 8)));
    }
    if (m_handles == i) {
      painter.setPen(QPen(colors.text, 2));
      painter.drawEllipse(at, 8, 8);
    }
    if (m_selected == i) {
      painter.setPen(QPen(hasFocus() ? colors.focus : colors.textMuted, 2));
      painter.drawRect(QRectF(at - QPointF(6, 6), QSizeF(12, 12)));
    }
    if (point.symbols.isEmpty()) continue;
    mark.setBold(point.isChosen);
    painter.setFont(mark);
    painter.setPen(colors.focus);
    painter.drawText(QRectF(at.x() - 60, at.y() - 28, 120, 20), Qt::AlignHCenter | Qt::AlignBottom, point.symbols);
  }
  if (!hasFocus()) return;
  painter.setPen(QPen(colors.focus, 2));
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

std::optional<int> FrontPlot::pointAt(const QPointF& position) const {
  constexpr double kReach = 14;
  std::optional<int> nearest;
  double distance = kReach;
  for (int i = 0; i < std::ssize(m_points); ++i) {
    const auto away = positionOf(i) - position;
    if (const double length = std::hypot(away.x(), away.y()); length < distance) {
      distance = length;
      nearest = i;
    }
  }
  return nearest;
}

void FrontPlot::choose(int point, bool merges) {
  select(point);
  Q_EMIT chosen(point, merges);
}

void FrontPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (const auto point = pointAt(event->position())) choose(*point, false);
}

void FrontPlot::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_points.size()) - 1;
  if (last < 0) return QWidget::keyPressEvent(event);
  const int at = m_selected.value_or(-1);
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
      return choose(std::min(at + 1, last), true);
    case Qt::Key_Left:
    case Qt::Key_Down:
      return choose(std::max(at - 1, 0), true);
    case Qt::Key_Home:
      return choose(0, true);
    case Qt::Key_End:
      return choose(last, true);
    default:
      QWidget::keyPressEvent(event);
  }
}

bool FrontPlot::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto point = pointAt(help->pos());
    QToolTip::showText(help->globalPos(), point ? m_points[static_cast<std::size_t>(*point)].name : QString(), this);
    return true;
  }
  return QWidget::event(event);
}

void FrontPlot::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  m_plot->replot();
}

void FrontPlot::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  m_plot->replot();
}

void FrontPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) recolor();
}

}  // namespace fb::ui
