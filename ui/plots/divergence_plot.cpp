// SPDX-License-Identifier: MIT
#include "plots/divergence_plot.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSaveFile>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr double kGrabDistance = 7;  // pixels to either side of a handle
constexpr int kGripWidth = 10, kGripHeight = 16;

}  // namespace

DivergencePlot::DivergencePlot(const Theme* theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this)) {
  setObjectName(QStringLiteral("divergencePlot"));
  setFocusPolicy(Qt::StrongFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_plot);
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setMouseTracking(true);
  m_plot->setMinimumHeight(120);
  m_plot->installEventFilter(this);
  build();
  connect(theme, &Theme::changed, this, &DivergencePlot::recolor);
  recolor();
  setSchedule(m_schedule);
}

void DivergencePlot::build() {
  m_plot->addLayer(QStringLiteral("handles"), m_plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
  m_plot->layer(QStringLiteral("handles"))->setMode(QCPLayer::lmBuffered);
  m_plot->setNoAntialiasingOnDrag(true);
  m_plot->xAxis2->setVisible(true);
  m_plot->xAxis2->setTicks(true);
  m_plot->xAxis2->setTickLength(0, 0);
  m_plot->xAxis2->setSubTicks(false);
  m_plot->yAxis->setRange(0, .8);
  m_plot->yAxis->ticker()->setTickCount(4);
  connect(m_plot->xAxis, QOverload<const QCPRange&>::of(&QCPAxis::rangeChanged), m_plot->xAxis2,
          QOverload<const QCPRange&>::of(&QCPAxis::setRange));

  for (int i = 0; i < 3; ++i) {
    m_shades[i] = new QCPItemRect(m_plot);
    m_shades[i]->setLayer(QStringLiteral("background"));
    m_shades[i]->setPen(Qt::NoPen);
    m_names[i] = new QCPItemText(m_plot);
    m_names[i]->setLayer(QStringLiteral("handles"));
    m_names[i]->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_names[i]->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_names[i]->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    for (auto* corner : {m_shades[i]->topLeft, m_shades[i]->bottomRight}) {
      corner->setTypeX(QCPItemPosition::ptPlotCoords);
      corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
  }
  m_bandLow = m_plot->addGraph();
  m_bandHigh = m_plot->addGraph();
  m_bandHigh->setChannelFillGraph(m_bandLow);
  m_cosine = m_plot->addGraph();
  m_l2 = m_plot->addGraph();
  for (int i = 0; i < 2; ++i) {
    m_lines[i] = new QCPItemLine(m_plot);
    m_grips[i] = new QCPItemRect(m_plot);
    m_captions[i] = new QCPItemText(m_plot);
    m_captions[i]->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (auto* end : {m_lines[i]->start, m_lines[i]->end, m_captions[i]->position}) {
      end->setTypeX(QCPItemPosition::ptPlotCoords);
      end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    // The grip hangs on its line's upper end and keeps its size in pixels.
    for (auto* corner : {m_grips[i]->topLeft, m_grips[i]->bottomRight}) {
      corner->setParentAnchor(m_lines[i]->start);
      corner->setType(QCPItemPosition::ptAbsolute);
    }
    m_grips[i]->topLeft->setCoords(-kGripWidth / 2., -kGripHeight / 2.);
    m_grips[i]->bottomRight->setCoords(kGripWidth / 2., kGripHeight / 2.);
    m_grips[i]->setClipToAxisRect(false);
    for (QCPAbstractItem* item : {static_cast<QCPAbstractItem*>(m_lines[i]), static_cast<QCPAbstractItem*>(m_grips[i]),
                                  static_cast<QCPAbstractItem*>(m_captions[i])})
      item->setLayer(QStringLiteral("handles"));
  }
  m_marker = new QCPItemLine(m_plot);
  m_markerText = new QCPItemText(m_plot);
  m_markerText->setPositionAlignment(Qt::AlignBottom | Qt::AlignLeft);
  for (auto* end : {m_marker->start, m_marker->end, m_markerText->position}) {
    end->setTypeX(QCPItemPosition::ptPlotCoords);
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  m_empty = new QCPItemText(m_plot);
  m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
  m_empty->position->setCoords(.5, .6);
}

void DivergencePlot::recolor() {
  const auto& colors = m_theme->colors();
  m_plot->setBackground(QBrush(colors.panel));
  for (auto* axis : {m_plot->xAxis, m_plot->xAxis2, m_plot->yAxis}) {
    axis->setBasePen(QPen(colors.border));
    axis->setTickPen(QPen(colors.border));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(colors.textMuted);
    axis->setLabelColor(colors.textMuted);
    axis->setTickLabelFont(font());
    axis->setLabelFont(font());
    axis->setLabelPadding(2);
    axis->grid()->setPen(QPen(colors.border, 0, Qt::DotLine));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  m_plot->xAxis->grid()->setVisible(false);
  m_l2->setPen(QPen(colors.text, 2));
  m_l2->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colors.text, 6));
  m_cosine->setPen(QPen(colors.textMuted, 1.5, Qt::DashLine));
  m_cosine->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, colors.textMuted, 6));
  auto band = colors.text;
  band.setAlpha(45);
  m_bandLow->setPen(Qt::NoPen);
  m_bandHigh->setPen(Qt::NoPen);
  m_bandHigh->setBrush(band);
  auto bold = font();
  bold.setBold(true);
  for (int i = 0; i < 3; ++i) {
    m_shades[i]->setBrush(i == 1 ? colors.smallShade : colors.largeShade);
    m_names[i]->setColor(i == 1 ? colors.small : colors.large);
    m_names[i]->setFont(bold);
  }
  for (int i = 0; i < 2; ++i) m_captions[i]->setColor(colors.text);
  m_marker->setPen(QPen(colors.text, 1, Qt::DashLine));
  m_markerText->setColor(colors.text);
  m_empty->setColor(colors.textMuted);
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::setSchedule(const StageSchedule& schedule) {
  const bool otherSteps = schedule.steps != m_schedule.steps;
  m_schedule = schedule;
  if (otherSteps) {
    m_steps.clear();
    placeCurves();
  }
  if (otherSteps || m_plot->xAxis->range().upper > schedule.steps) resetZoom();
  placeStages();
  refreshDescription();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::placeStages() {
  const auto& colors = m_theme->colors();
  const double at[] = {0., static_cast<double>(handleStep(m_schedule, Handle::Early)),
                       static_cast<double>(handleStep(m_schedule, Handle::Late)),
                       static_cast<double>(m_schedule.steps)};
  for (int i = 0; i < 3; ++i) {
    m_shades[i]->topLeft->setCoords(at[i], 0);
    m_shades[i]->bottomRight->setCoords(at[i + 1], 1);
    m_names[i]->position->setCoords((at[i] + at[i + 1]) / 2, .02);
    m_names[i]->setText(i == 1 ? tr("SMALL") : tr("LARGE"));
    m_names[i]->setVisible(m_plot->xAxis->coordToPixel(at[i + 1]) - m_plot->xAxis->coordToPixel(at[i]) > 56);
  }
  for (int i = 0; i < 2; ++i) {
    const auto handle = static_cast<Handle>(i);
    const bool locked = isLocked(m_schedule, handle, m_running.value_or(-1));
    const auto color = locked ? colors.textMuted : colors.text;
    const bool focused = hasFocus() && m_focused == handle;
    m_lines[i]->start->setCoords(at[i + 1], 0);
    m_lines[i]->end->setCoords(at[i + 1], 1);
    m_lines[i]->setPen(QPen(color, focused ? 3 : 2));
    m_grips[i]->setBrush(focused ? colors.accent : color);
    m_grips[i]->setPen(QPen(colors.panel, 1));
    const int share = static_cast<int>(std::lround(100 * (i == 0 ? m_schedule.early : m_schedule.late)));
    auto text = i == 0 ? tr("early %1 %").arg(share) : tr("late %1 %").arg(share);
    if (locked) text = tr("%1 · locked").arg(text);
    m_captions[i]->setText(text);
    // A caption that would leave the plot stands on the other side of its line.
    const auto rect = m_plot->axisRect()->rect();
    const bool right = m_plot->xAxis->coordToPixel(at[i + 1]) + 90 < rect.right();
    m_captions[i]->setPositionAlignment(Qt::AlignTop | (right ? Qt::AlignLeft : Qt::AlignRight));
    m_captions[i]->setPadding(QMargins(6, 0, 6, 0));
    m_captions[i]->position->setCoords(at[i + 1], i == 0 ? .14 : .26);
  }
  m_marker->setVisible(m_running.has_value());
  m_markerText->setVisible(m_running.has_value());
  if (m_running) {
    m_marker->start->setCoords(*m_running + .5, 0);
    m_marker->end->setCoords(*m_running + .5, 1);
    m_markerText->position->setCoords(*m_running + .5, .98);
    m_markerText->setText(tr("now"));
    m_markerText->setPadding(QMargins(4, 0, 4, 0));
  }
  const bool nothing = m_steps.empty() && m_bandPoints.empty();
  m_empty->setVisible(nothing && !m_running);
  m_empty->setText(tr("Probe to see where the two models differ"));
}

void DivergencePlot::placeCurves() {
  QVector<double> x, l2, cosine, low, high, bandX;
  double most = .1;
  for (const auto& step : m_steps) {
    if (!step.divergence) continue;
    x << step.step + .5;
    l2 << step.divergence->relativeL2;
    cosine << step.divergence->cosineDistance;
    most = std::max({most, l2.last(), cosine.last()});
  }
  for (const auto& point : m_bandPoints) {
    bandX << point.step;
    low << point.low;
    high << point.high;
    most = std::max(most, point.high);
  }
  m_l2->setData(x, l2, true);
  m_cosine->setData(x, cosine, true);
  m_bandLow->setData(bandX, low, true);
  m_bandHigh->setData(bandX, high, true);
  m_plot->yAxis->setRange(0, x.isEmpty() && bandX.isEmpty() ? .8 : most * 1.3);
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  const auto every = std::max<std::size_t>(1, m_steps.size() / 6);
  for (std::size_t i = 0; i < m_steps.size(); i += every)
    ticker->addTick(m_steps[i].step, QLocale().toString(m_steps[i].sigma, 'f', 2));
  m_plot->xAxis2->setTicker(ticker);
  m_plot->xAxis2->setTickLabels(true);
  m_plot->xAxis2->setLabel(m_steps.empty() ? QString() : tr("noise level"));
  m_plot->xAxis->setLabel(tr("step"));
  m_plot->yAxis->setLabel(tr("velocity divergence"));
}

void DivergencePlot::setCurve(const std::vector<StepReport>& steps) {
  m_steps = steps;
  placeCurves();
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::addStep(const StepReport& step) {
  std::erase_if(m_steps, [&step](const StepReport& known) { return known.step >= step.step; });
  m_steps.push_back(step);
  setCurve(m_steps);
}

void DivergencePlot::setBand(const std::vector<BandPoint>& band) {
  m_bandPoints = band;
  placeCurves();
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::setRunning(std::optional<int> step) {
  m_running = step;
  if (m_dragged && isLocked(m_schedule, *m_dragged, step.value_or(-1))) m_dragged.reset();
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

double DivergencePlot::toStep(double pixel) const { return m_plot->xAxis->pixelToCoord(pixel); }

QPoint DivergencePlot::handlePosition(Handle handle) const {
  const auto rect = m_plot->axisRect()->rect();
  return m_plot->mapToParent(
      QPoint(static_cast<int>(m_plot->xAxis->coordToPixel(handleStep(m_schedule, handle))), rect.top()));
}

void DivergencePlot::repaintNow() { m_plot->replot(QCustomPlot::rpImmediateRefresh); }

std::optional<Handle> DivergencePlot::handleAt(const QPointF& position) const {
  const auto rect = m_plot->axisRect()->rect().adjusted(-kGripWidth, -kGripHeight, kGripWidth, 0);
  if (!rect.contains(position.toPoint())) return {};
  const auto distance = [&](Handle handle) {
    return std::abs(m_plot->xAxis->coordToPixel(handleStep(m_schedule, handle)) - position.x());
  };
  const double early = distance(Handle::Early), late = distance(Handle::Late);
  if (std::min(early, late) > kGrabDistance) return {};
  // Where both stand on one step the side that was grabbed decides, so that they can be pulled apart again.
  if (early == late) return toStep(position.x()) < handleStep(m_schedule, Handle::Late) ? Handle::Early : Handle::Late;
  return early < late ? Handle::Early : Handle::Late;
}

void DivergencePlot::hover(const QPointF& position) {
  const auto handle = handleAt(position);
  if (!handle) {
    m_plot->unsetCursor();
    m_plot->setToolTip({});
  } else if (isLocked(m_schedule, *handle, m_running.value_or(-1))) {
    m_plot->setCursor(Qt::ForbiddenCursor);
    m_plot->setToolTip(tr("This boundary is behind the running step and can no longer move"));
  } else {
    m_plot->setCursor(Qt::SplitHCursor);
    m_plot->setToolTip(tr("Drag to move the stage boundary; arrow keys move it by a step"));
  }
}

void DivergencePlot::moveHandle(Handle handle, double x, bool commitAtOnce) {
  auto moved = withHandleAt(m_schedule, handle, x);
  const int running = m_running.value_or(-1);
  if (running >= 0 && handleStep(moved, handle) <= running) moved = withHandleAt(m_schedule, handle, running + 1);
  if (moved == m_schedule) return;
  m_schedule = moved;
  placeStages();
  // The shades change with the handles, so both layers are drawn again; axes and curves come from their buffer.
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  Q_EMIT boundariesMoved(m_schedule);
  if (commitAtOnce) commit(m_schedule);
}

void DivergencePlot::commit(const StageSchedule& schedule) {
  refreshDescription();
  Q_EMIT boundariesCommitted(schedule);
}

bool DivergencePlot::eventFilter(QObject* object, QEvent* event) {
  if (object != m_plot) return QWidget::eventFilter(object, event);
  auto* mouse = static_cast<QMouseEvent*>(event);
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      if (mouse->button() != Qt::LeftButton) return false;
      setFocus(Qt::MouseFocusReason);
      if (const auto handle = handleAt(mouse->position());
          handle && !isLocked(m_schedule, *handle, m_running.value_or(-1))) {
        m_dragged = m_focused = *handle;
        m_before = m_schedule;
        placeStages();
      }
      return true;
    case QEvent::MouseMove:
      if (m_dragged)
        moveHandle(*m_dragged, toStep(mouse->position().x()), false);
      else
        hover(mouse->position());
      return true;
    case QEvent::MouseButtonRelease:
      if (mouse->button() != Qt::LeftButton || !m_dragged) return false;
      m_dragged.reset();
      if (m_schedule != m_before) commit(m_schedule);
      return true;
    case QEvent::MouseButtonDblClick:
      resetZoom();
      return true;
    case QEvent::Wheel: {
      auto* wheel = static_cast<QWheelEvent*>(event);
      zoom(wheel->angleDelta().y() > 0 ? .8 : 1.25, toStep(wheel->position().x()));
      return true;
    }
    default:
      return false;
  }
}

bool DivergencePlot::focusNextPrevChild(bool next) {
  // Tab walks over the two handles before it leaves the plot.
  if (next != (m_focused == Handle::Early)) return QWidget::focusNextPrevChild(next);
  m_focused = next ? Handle::Late : Handle::Early;
  placeStages();
  refreshDescription();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  return true;
}

void DivergencePlot::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_dragged) {
    m_dragged.reset();
    m_schedule = m_before;
    placeStages();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT boundariesMoved(m_schedule);
    return;
  }
  if (isLocked(m_schedule, m_focused, m_running.value_or(-1))) return QWidget::keyPressEvent(event);
  const int at = handleStep(m_schedule, m_focused);
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      return moveHandle(m_focused, at - 1, true);
    case Qt::Key_Right:
    case Qt::Key_Up:
      return moveHandle(m_focused, at + 1, true);
    case Qt::Key_Home:
      return moveHandle(m_focused, 0, true);
    case Qt::Key_End:
      return moveHandle(m_focused, m_schedule.steps, true);
    default:
      QWidget::keyPressEvent(event);
  }
}

void DivergencePlot::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason) m_focused = Handle::Early;
  if (event->reason() == Qt::BacktabFocusReason) m_focused = Handle::Late;
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  QWidget::focusInEvent(event);
}

void DivergencePlot::focusOutEvent(QFocusEvent* event) {
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  QWidget::focusOutEvent(event);
}

void DivergencePlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_plot->replot(QCustomPlot::rpQueuedReplot);
  QMetaObject::invokeMethod(
      this, [this] { placeStages(); }, Qt::QueuedConnection);
}

void DivergencePlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
    recolor();
    placeCurves();
    refreshDescription();
  }
}

void DivergencePlot::zoom(double factor, double around) {
  auto range = m_plot->xAxis->range();
  const double low = around - (around - range.lower) * factor, high = around + (range.upper - around) * factor;
  if (high - low < 2) return;
  m_plot->xAxis->setRange(std::max(0., low), std::min<double>(m_schedule.steps, high));
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::resetZoom() {
  m_plot->xAxis->setRange(0, std::max(1, m_schedule.steps));
  placeStages();
  m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DivergencePlot::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  menu.addAction(tr("Save as P&NG…"), this, [this] { save(QStringLiteral("png")); });
  menu.addAction(tr("Save as P&DF…"), this, [this] { save(QStringLiteral("pdf")); });
  menu.addAction(tr("Save curve as &CSV…"), this, [this] { save(QStringLiteral("csv")); });
  menu.addSeparator();
  menu.addAction(tr("C&opy picture"), this, [this] { QApplication::clipboard()->setPixmap(m_plot->toPixmap()); });
  menu.addAction(tr("Copy c&urve"), this, [this] { QApplication::clipboard()->setText(curveCsv(m_steps)); });
  menu.addSeparator();
  menu.addAction(tr("&Reset zoom"), this, &DivergencePlot::resetZoom);
  menu.exec(event->globalPos());
}

void DivergencePlot::save(const QString& kind) {
  const auto file = QFileDialog::getSaveFileName(this, tr("Save the plot"), QStringLiteral("divergence.") + kind);
  if (file.isEmpty()) return;
  bool saved = false;
  if (kind == QLatin1String("pdf")) {
    saved = m_plot->savePdf(file);
  } else {
    QSaveFile out(file);
    saved = out.open(QIODevice::WriteOnly) &&
            (kind == QLatin1String("csv") ? out.write(curveCsv(m_steps).toUtf8()) >= 0
                                          : m_plot->toPixmap(0, 0, 2).save(&out, "PNG")) &&
            out.commit();
  }
  Q_EMIT messageShown(saved ? tr("Saved %1.").arg(file)
                            : tr("%1 could not be written; choose another place.").arg(file));
}

void DivergencePlot::refreshDescription() {
  setAccessibleName(tr("Stage boundaries over the velocity divergence"));
  const auto words =
      m_focused == Handle::Early
          ? tr("Large until step %1 of %2, small until step %3, large to the end. The early boundary moves.")
          : tr("Large until step %1 of %2, small until step %3, large to the end. The late boundary moves.");
  setAccessibleDescription(
      words.arg(handleStep(m_schedule, Handle::Early)).arg(m_schedule.steps).arg(handleStep(m_schedule, Handle::Late)));
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

}  // namespace fb::ui
