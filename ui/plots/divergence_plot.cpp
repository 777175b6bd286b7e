// SPDX-License-Identifier: MIT
#include "plots/divergence_plot.h"

#include "plots/branch_markers.h"
#include "plots/curve_canvas.h"
#include "plots/plot_accessible.h"
#include "text/clip_names.h"
#include "theme/theme.h"
#include "widgets/question.h"

#include <QAccessible>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr double kReach = 8;  // pixels to either side of a handle
constexpr int kPageSteps = 5;
constexpr double kZoomIn = .8;

int percentOf(double share) { return static_cast<int>(std::lround(100 * std::clamp(share, 0., 1.))); }

// To which model a guard has left the steps after this one; absent if it decided nothing in it.
std::optional<Model> goesOn(const std::vector<StepReport>& steps, std::size_t i) {
  if (steps[i].check != GuardCheck::None) return steps[i].check == GuardCheck::Passed ? Model::Small : Model::Large;
  if (!steps[i].change && !steps[i].settling) return {};
  return i + 1 < steps.size() ? steps[i + 1].model : Model::Large;
}

}  // namespace

DivergencePlot::DivergencePlot(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_canvas(new CurveCanvas(
          theme, [this, theme](QPainter& painter) { paintStages(painter, image(), theme->colors()); },
          [this, theme](QPainter& painter) { paintHandles(painter, image(), theme->colors()); }, this)),
      m_markers(new BranchMarkers(theme, this)) {
  makePlotsAccessible();
  setObjectName(QStringLiteral("divergencePlot"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(240, 130);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_canvas);
  m_canvas->setSteps(m_schedule.steps);
  connect(m_markers, &BranchMarkers::chosen, this, &DivergencePlot::branchRequested);
  connect(m_canvas, &CurveCanvas::areaChanged, this, &DivergencePlot::placeMarkers);
  retranslate();
}

void DivergencePlot::retranslate() {
  m_texts.large = tr("LARGE");
  m_texts.small = tr("SMALL");
  m_texts.now = tr("now");
  m_texts.stepTitle = tr("step");
  setAccessibleName(tr("Stage boundaries over the velocity divergence"));
  const QFontMetrics metrics(font());
  // Either distance may be on either side.
  const int distance = std::max(metrics.horizontalAdvance(tr("rel. L2")), metrics.horizontalAdvance(tr("cosine")));
  const int left = std::max({distance, metrics.horizontalAdvance(tr("noise")), metrics.horizontalAdvance(tr("step"))});
  m_canvas->setSideMargins(left + 18, distance + 14);
  m_markers->retranslate();
  refreshDescription();
  refreshCurves();
}

StageImage DivergencePlot::image() const {
  auto image = m_texts;
  image.area = m_canvas->area();
  image.pixelOf = [this](double step) { return m_canvas->pixelOf(step); };
  image.font = font();
  image.schedule = m_schedule;
  image.running = m_running;
  image.passed = passed();
  image.takenOver = m_takenOver;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const auto& step = m_steps[i];
    const double scale = static_cast<double>(m_schedule.steps) / std::max(1, step.steps);
    if (step.reused) image.bars.push_back({step.step * scale, step.next() * scale, {}});
    if (const auto model = goesOn(m_steps, i)) image.bars.push_back({step.step * scale, step.next() * scale, *model});
  }
  image.suggested = m_suggested;
  if (hasFocus()) image.focused = m_focused;
  image.hot = m_hot;
  image.earlyShort = tr("%1 %", "per cent").arg(percentOf(m_schedule.early));
  image.lateShort = tr("%1 %", "per cent").arg(percentOf(m_schedule.late));
  image.early = tr("early %1 %").arg(percentOf(m_schedule.early));
  image.late = tr("late %1 %").arg(percentOf(m_schedule.late));
  return image;
}

void DivergencePlot::setSchedule(const StageSchedule& schedule) {
  // A value from outside ends a drag; otherwise the next move would overwrite it.
  m_drag = Drag::None;
  if (schedule == m_schedule) return m_canvas->repaintStages();
  const bool otherSteps = schedule.steps != m_schedule.steps;
  m_schedule = schedule;
  if (otherSteps) {
    m_canvas->setSteps(schedule.steps);
    refreshCurves();
  }
  refreshDescription();
  m_canvas->repaintStages();
}

void DivergencePlot::refreshCurves() {
  std::vector<StepReport> drawn;
  for (const auto& step : m_steps) drawn.push_back(drawnAs(step, m_kind));
  m_canvas->setCurves(drawn, m_band);
  auto levels = noiseLevels(m_steps, m_schedule.steps);
  const auto others = noiseLevels(m_noiseReports, m_schedule.steps);
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (std::isnan(levels[i])) levels[i] = others[i];
  if (m_isCompact) std::fill(levels.begin(), levels.end(), std::nan(""));
  const bool known = std::any_of(levels.begin(), levels.end(), [](double level) { return !std::isnan(level); });
  m_canvas->setNoiseLevels(levels);
  m_texts.noiseTitle = known ? tr("noise") : QString();
  const auto left = isCosine(m_kind) ? tr("cosine") : tr("rel. L2"),
             right = isCosine(m_kind) ? tr("rel. L2") : tr("cosine");
  m_texts.leftTitle = m_canvas->hasCosine() || !m_band.empty() ? left : QString();
  m_texts.rightTitle = m_canvas->hasCosine() ? right : QString();
  const bool isSomethingKnown = m_canvas->hasCosine() || !m_band.empty() || m_running;
  m_texts.isHintOfHandles = m_isLesson;
  m_texts.hint = m_isLesson         ? tr("Drag: wider is faster, narrower is more like the large model")
                 : isSomethingKnown ? QString()
                                    : tr("Probe to see where the two models differ");
}

void DivergencePlot::setCompact(bool compact) {
  m_isCompact = compact;
  refreshCurves();
}

void DivergencePlot::setLesson(bool isShown) {
  if (isShown == m_isLesson) return;
  m_isLesson = isShown;
  refreshCurves();
  m_canvas->repaintStages();
}

void DivergencePlot::setCurve(const std::vector<StepReport>& steps) {
  m_steps = steps;
  refreshCurves();
}

void DivergencePlot::addStep(const StepReport& step) {
  std::erase_if(m_steps, [&step](const StepReport& known) { return known.step >= step.step; });
  m_steps.push_back(step);
  refreshCurves();
}

void DivergencePlot::setBand(const std::vector<BandPoint>& band) {
  m_band = band;
  refreshCurves();
}

void DivergencePlot::setKind(DivergenceKind kind) {
  if (kind == m_kind) return;
  m_kind = kind;
  refreshCurves();
}

void DivergencePlot::setNoiseReports(const std::vector<StepReport>& reports) {
  m_noiseReports = reports;
  refreshCurves();
}

void DivergencePlot::setRunning(std::optional<int> step) {
  m_running = step;
  if (m_drag == Drag::Handle) {
    // The run uses the boundaries from before the drag. If it reaches them, the drag was too late; if it reaches the
    // dragged handle, it pushes the handle forward.
    if (isLocked(m_before, m_focused, m_running))
      revertDrag();
    else if (isLocked(m_schedule, m_focused, m_running))
      moveHandle(handleStep(m_schedule, m_focused));
  }
  refreshCurves();
}

void DivergencePlot::setTakenOver(int steps) {
  if (steps == m_takenOver) return;
  m_takenOver = steps;
  if (m_drag == Drag::Handle) revertDrag();
  m_canvas->repaintStages();
}

std::optional<int> DivergencePlot::passed() const {
  if (m_takenOver <= 0 || m_running) return m_running;
  return m_takenOver - 1;
}

void DivergencePlot::setSuggested(const std::optional<StageSchedule>& suggested) {
  if (suggested == m_suggested) return;
  m_suggested = suggested;
  m_canvas->repaintStages();
}

void DivergencePlot::setBranchSteps(const std::vector<int>& steps, int ofSteps) {
  m_markers->setSteps(steps, ofSteps);
  placeMarkers();
}

void DivergencePlot::placeMarkers() {
  m_markers->place(m_canvas->area(), m_schedule.steps, [this](double step) { return m_canvas->pixelOf(step); });
}

QPoint DivergencePlot::handlePosition(Handle handle) const {
  return {static_cast<int>(std::lround(gripX(image(), handle))), m_canvas->area().top() - 3};
}

QRect DivergencePlot::plotArea() const { return m_canvas->area(); }
bool DivergencePlot::isZoomed() const { return m_canvas->isZoomed(); }
void DivergencePlot::repaintNow() { m_canvas->repaintNow(); }

std::optional<Handle> DivergencePlot::handleAt(const QPointF& position) const {
  const auto area = m_canvas->area().adjusted(-2 * kGripWidth, -kGripHeight, 2 * kGripWidth, 0);
  if (!area.contains(position.toPoint())) return {};
  const auto now = image();
  return handleNear(position.x(), gripX(now, Handle::Early), gripX(now, Handle::Late), kReach);
}

void DivergencePlot::showHot(std::optional<Handle> handle) {
  if (m_hot == handle) return;
  m_hot = handle;
  m_canvas->repaintStages();
}

void DivergencePlot::hover(const QPointF& position) {
  const auto handle = handleAt(position);
  showHot(handle);
  if (!handle)
    m_canvas->isZoomed() && m_canvas->area().contains(position.toPoint()) ? setCursor(Qt::OpenHandCursor)
                                                                          : unsetCursor();
  else
    setCursor(isLocked(m_schedule, *handle, passed()) ? Qt::ForbiddenCursor : Qt::SplitHCursor);
}

bool DivergencePlot::moveHandle(double x) {
  const auto moved = withHandleAt(m_schedule, m_focused, x, firstFreeStep(passed()));
  // The fractions may differ even if the steps do not: what was not moved keeps its numbers.
  if (moved.earlySteps() == m_schedule.earlySteps() && moved.lateSteps() == m_schedule.lateSteps()) return false;
  m_schedule = moved;
  m_canvas->repaintStages();
  Q_EMIT boundariesMoved(m_schedule);
  return true;
}

void DivergencePlot::moveFocused(double x) {
  if (m_drag != Drag::None || isLocked(m_schedule, m_focused, passed()) || !moveHandle(x)) return;
  refreshDescription();
  Q_EMIT boundariesCommitted(m_schedule, m_focused, true);
}

void DivergencePlot::revertDrag() {
  m_drag = Drag::None;
  m_schedule = m_before;
  m_canvas->repaintStages();
  Q_EMIT boundariesMoved(m_schedule);
}

void DivergencePlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const auto handle = handleAt(event->position());
  if (handle && !isLocked(m_schedule, *handle, passed())) {
    m_drag = Drag::Handle;
    m_before = m_schedule;
    m_focused = *handle;
    m_canvas->repaintStages();
  } else if (!handle && m_canvas->isZoomed()) {
    m_drag = Drag::Pan;
    m_panFrom = m_canvas->stepAt(event->position().x());
    setCursor(Qt::ClosedHandCursor);
  }
}

void DivergencePlot::mouseMoveEvent(QMouseEvent* event) {
  const double step = m_canvas->stepAt(event->position().x());
  if (m_drag == Drag::Handle)
    moveHandle(step);
  else if (m_drag == Drag::Pan)
    m_canvas->pan(m_panFrom - step);
  else
    hover(event->position());
}

void DivergencePlot::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
  const bool moved = m_drag == Drag::Handle && m_schedule != m_before;
  m_drag = Drag::None;
  hover(event->position());
  if (!moved) return;
  refreshDescription();
  Q_EMIT boundariesCommitted(m_schedule, m_focused, false);
}

void DivergencePlot::mouseDoubleClickEvent(QMouseEvent*) { m_canvas->resetZoom(); }

void DivergencePlot::leaveEvent(QEvent* event) {
  if (m_drag == Drag::None) showHot({});
  QWidget::leaveEvent(event);
}

void DivergencePlot::wheelEvent(QWheelEvent* event) {
  const double step = m_canvas->stepAt(event->position().x());
  if (event->angleDelta().y() != 0)
    m_canvas->zoom(event->angleDelta().y() > 0 ? kZoomIn : 1 / kZoomIn, step);
  else
    m_canvas->pan(event->angleDelta().x() > 0 ? -1 : 1);
  event->accept();
}

void DivergencePlot::keyPressEvent(QKeyEvent* event) {
  const int at = handleStep(m_schedule, m_focused);
  switch (event->key()) {
    case Qt::Key_Escape:
      return m_drag == Drag::Handle ? revertDrag() : QWidget::keyPressEvent(event);
    case Qt::Key_Left:
      return moveFocused(at - 1);
    case Qt::Key_Right:
      return moveFocused(at + 1);
    case Qt::Key_PageDown:
      return moveFocused(at - kPageSteps);
    case Qt::Key_PageUp:
      return moveFocused(at + kPageSteps);
    case Qt::Key_Home:
      return moveFocused(0);
    case Qt::Key_End:
      return moveFocused(m_schedule.steps);
    case Qt::Key_Plus:
      return m_canvas->zoom(kZoomIn, at);
    case Qt::Key_Minus:
      return m_canvas->zoom(1 / kZoomIn, at);
    case Qt::Key_0:
      return m_canvas->resetZoom();
    default:
      QWidget::keyPressEvent(event);
  }
}

void DivergencePlot::focusHandle(Handle handle) {
  m_focused = handle;
  refreshDescription();
  m_canvas->repaintStages();
}

bool DivergencePlot::focusNextPrevChild(bool next) {
  // Tab goes through the two handles before it leaves the plot.
  if (next != (m_focused == Handle::Early)) return QWidget::focusNextPrevChild(next);
  focusHandle(next ? Handle::Late : Handle::Early);
  return true;
}

void DivergencePlot::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  const bool back = event->reason() == Qt::BacktabFocusReason;
  focusHandle(back ? Handle::Late : event->reason() == Qt::TabFocusReason ? Handle::Early : m_focused);
}

void DivergencePlot::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  m_canvas->repaintStages();
}

bool DivergencePlot::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
  return true;
}

QString DivergencePlot::toolTipAt(const QPointF& position) const {
  if (const auto handle = handleAt(position))
    return isLocked(m_schedule, *handle, passed())
               ? m_running ? tr("The running step is past this boundary, so it can no longer move.")
                           : tr("This boundary is within the steps that are taken over, so it cannot move.")
               : tr("Drag to move the boundary, or press the arrow keys. Esc cancels a drag.");
  if (!m_canvas->area().contains(position.toPoint())) return {};
  const double at = m_canvas->stepAt(position.x());
  const auto report = std::find_if(m_steps.begin(), m_steps.end(), [this, at](const StepReport& step) {
    const double halfStep = step.steps > 0 ? .5 * m_schedule.steps / step.steps : .5;
    return std::abs(positionOf(step, m_schedule.steps) - at) <= halfStep;
  });
  const auto divergence = report == m_steps.end() ? std::nullopt : ofVelocities(*report, m_kind).divergence;
  if (!divergence)
    return tr(
        "The large model runs the shaded steps labelled LARGE, the small one those labelled SMALL. Scroll to zoom; "
        "double-click to see everything.");
  const auto figures = report->model == Model::Large
                           ? tr("Step %1, large model\nNoise level %2\nRelative L2 %3\nCosine distance %4")
                           : tr("Step %1, small model\nNoise level %2\nRelative L2 %3\nCosine distance %4");
  const QLocale locale;
  const auto words =
      figures.arg(locale.toString(report->step + 1), locale.toString(report->sigma, 'f', 3),
                  locale.toString(divergence->relativeL2, 'g', 3), locale.toString(divergence->cosineDistance, 'g', 3));
  return isConditional(m_kind) ? words + QLatin1Char('\n') + tr("Conditional velocities, without guidance") : words;
}

void DivergencePlot::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("plotMenu"));
  menu.addAction(tr("Save as P&NG…"), this, [this] { askWhereToSave(QStringLiteral("png")); });
  menu.addAction(tr("Save as P&DF…"), this, [this] { askWhereToSave(QStringLiteral("pdf")); });
  menu.addAction(tr("Save the curves as C&SV…"), this, [this] { askWhereToSave(QStringLiteral("csv")); });
  menu.addSeparator();
  menu.addAction(tr("&Copy image"), this, [this] {
    QApplication::clipboard()->setPixmap(m_canvas->image(2));
    Q_EMIT messageShown(tr("The plot was copied to the clipboard."));
  });
  menu.addAction(tr("Copy c&urves as CSV"), this, [this] {
    QApplication::clipboard()->setText(curveCsv(m_steps, m_band, m_kind));
    Q_EMIT messageShown(tr("The curves were copied to the clipboard."));
  });
  menu.addSeparator();
  addKinds(menu.addMenu(tr("Dist&ance")));
  menu.addAction(tr("&Import a profile…"), this, &DivergencePlot::profileImportRequested)
      ->setObjectName(QStringLiteral("importProfile"));
  menu.addAction(tr("&Export the profile…"), this, &DivergencePlot::profileExportRequested)
      ->setObjectName(QStringLiteral("exportProfile"));
  menu.addSeparator();
  menu.addAction(tr("&Reset zoom"), this, [this] { m_canvas->resetZoom(); })->setEnabled(m_canvas->isZoomed());
  menu.exec(event->globalPos());
}

void DivergencePlot::addKinds(QMenu* menu) {
  auto* group = new QActionGroup(menu);
  const auto add = [&](DivergenceKind kind, const QString& text) {
    auto* action = menu->addAction(text, this, [this, kind] { Q_EMIT kindChosen(kind); });
    action->setCheckable(true);
    action->setChecked(kind == m_kind);
    action->setData(static_cast<int>(kind));
    group->addAction(action);
  };
  add(DivergenceKind::RelativeL2, tr("&Relative L2, guided velocities"));
  add(DivergenceKind::Cosine, tr("&Cosine, guided velocities"));
  add(DivergenceKind::ConditionalL2, tr("Re&lative L2, conditional velocities"));
  add(DivergenceKind::ConditionalCosine, tr("C&osine, conditional velocities"));
}

void DivergencePlot::askWhereToSave(const QString& kind) {
  // The dialog would ask about the name without the ending.
  const auto path =
      QFileDialog::getSaveFileName(this, tr("Save the plot"), QStringLiteral("divergence.") + kind,
                                   QStringLiteral("*.") + kind, nullptr, QFileDialog::DontConfirmOverwrite);
  if (!path.isEmpty()) save(path, kind);
}

void DivergencePlot::save(const QString& path, const QString& kind) {
  const auto ending = QLatin1Char('.') + kind;
  const auto file = path.endsWith(ending, Qt::CaseInsensitive) ? path : path + ending;
  if (!QFileInfo::exists(file)) return write(file);
  askToReplace(file, tr("Save the plot"), this, [this, file] { write(file); });
}

void DivergencePlot::write(const QString& file) {
  Q_EMIT messageShown(saveAs(file) ? tr("Saved %1.").arg(file)
                                   : tr("%1 could not be written; choose another place.").arg(file));
}

// QCustomPlot writes only to a name, and leaves half a file there if the disk is full.
bool DivergencePlot::writePdf(QIODevice& target) {
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("plot.pdf")));
  if (!folder.isValid() || !m_canvas->savePdf(file.fileName()) || !file.open(QIODevice::ReadOnly)) return false;
  const auto bytes = file.readAll();
  return bytes.contains("%%EOF") && target.write(bytes) == bytes.size();
}

bool DivergencePlot::saveAs(const QString& path) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return false;
  const bool written = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? writePdf(file)
                       : path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
                           ? file.write(curveCsv(m_steps, m_band, m_kind).toUtf8()) >= 0
                           : m_canvas->image(2).save(&file, "PNG");
  return written && file.flush() && file.commit();
}

void DivergencePlot::refreshDescription() {
  const QLocale locale;
  const auto early = locale.toString(handleStep(m_schedule, Handle::Early));
  const auto late = locale.toString(handleStep(m_schedule, Handle::Late));
  const auto steps = locale.toString(m_schedule.steps);
  QString words;
  switch (presetOf(m_schedule)) {
    case SchedulePreset::LSL:
      words = tr("Large until step %1 of %2, small until %3, large to the end").arg(early, steps, late);
      break;
    case SchedulePreset::LLL:
      words = tr("Large on all %1 steps").arg(steps);
      break;
    case SchedulePreset::SSS:
      words = tr("Small on all %1 steps").arg(steps);
      break;
    case SchedulePreset::LSS:
      words = tr("Large until step %1 of %2, small to the end").arg(early, steps);
      break;
    case SchedulePreset::SLL:
      words = tr("Small until step %1 of %2, large to the end").arg(late, steps);
      break;
  }
  const auto which =
      m_focused == Handle::Early ? tr("%1. The early boundary is selected.") : tr("%1. The late boundary is selected.");
  setAccessibleDescription(which.arg(words));
  QAccessibleValueChangeEvent event(this, handleStep(m_schedule, m_focused));
  QAccessible::updateAccessibility(&event);
}

void DivergencePlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
}

}  // namespace fb::ui
