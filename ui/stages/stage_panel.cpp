// SPDX-License-Identifier: MIT
#include "stages/stage_panel.h"

#include "plots/divergence_plot.h"
#include "stages/boundary_control.h"
#include "stages/branch_line.h"
#include "stages/curve_legend.h"
#include "stages/remark_line.h"
#include "stages/run_switch.h"
#include "stages/schedule_command.h"
#include "stages/suggestion_line.h"
#include "text/durations.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace fb::ui {
namespace {

constexpr std::size_t kProbesInBand = 5;
constexpr int kPlotHeight = 130, kStripHeight = 70;
constexpr int kMargin = 12, kSpacing = 8;

constexpr std::array kPresetOrder = {SchedulePreset::LSL, SchedulePreset::LSS, SchedulePreset::SLL, SchedulePreset::LLL,
                                     SchedulePreset::SSS};

QString presetName(SchedulePreset preset) {
  const auto name = toString(preset);
  return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toUpper();
}

bool sameSteps(const StageSchedule& a, const StageSchedule& b) {
  return a.steps == b.steps && a.earlySteps() == b.earlySteps() && a.lateSteps() == b.lateSteps() &&
         a.middleSteps == b.middleSteps;
}

// For a series of key presses; see ScheduleCommand.
constexpr int kMergeSmallSteps = 8, kMergeBoundaries = 9;
int mergeKey(Handle handle, bool byKey) { return byKey ? 1 + static_cast<int>(handle) : 0; }

}  // namespace

StagePanel::StagePanel(const Theme* theme, QUndoStack* undo, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_undo(undo),
      m_content(new QWidget),
      m_chooser(new QWidget(m_content)),
      m_presetRow(new QWidget(m_chooser)),
      m_presets(new QButtonGroup(this)),
      m_switch(new RunSwitch(m_chooser)),
      m_words(new QLabel(m_content)),
      m_line(new ElidedLabel(Qt::ElideRight, m_content, ElidedLabel::Cut::Parts)),
      m_corner(new QWidget(m_content)),
      m_find(new QToolButton(m_corner)),
      m_expand(new QToolButton(m_corner)),
      m_policyRow(new QWidget(m_content)),
      m_policyLabel(new QLabel(m_policyRow)),
      m_policy(new QComboBox(m_policyRow)),
      m_probe(new QPushButton(m_content)),
      m_branchLine(new BranchLine(theme, m_content)),
      m_suggestionLine(new SuggestionLine(theme, m_content)),
      m_remarkLine(new RemarkLine(theme, m_content)),
      m_plot(new DivergencePlot(theme, m_content)),
      m_early(new BoundaryControl(BoundaryControl::Side::Early, theme, m_content)),
      m_late(new BoundaryControl(BoundaryControl::Side::Late, theme, m_content)),
      m_smallRow(new QWidget(m_content)),
      m_smallLabel(new QLabel(m_smallRow)),
      m_smallSteps(new QSpinBox(m_smallRow)),
      m_legend(new CurveLegend(theme, m_content)) {
  setObjectName(QStringLiteral("stagePanel"));
  setFocusProxy(m_plot);
  build();
  connectControls();
  retranslate();
  showSchedule(m_schedule);
}

void StagePanel::build() {
  auto* presets = new QHBoxLayout(m_presetRow);
  presets->setContentsMargins(0, 0, 0, 0);
  presets->setSpacing(4);
  for (const auto preset : kPresetOrder) {
    auto* button = new QPushButton(presetName(preset), m_presetRow);
    button->setObjectName(QStringLiteral("preset%1").arg(presetName(preset)));
    button->setCheckable(true);
    button->setProperty("role", "segment");
    m_presets->addButton(button, static_cast<int>(preset));
    presets->addWidget(button);
  }
  auto* chooser = new QHBoxLayout(m_chooser);
  chooser->setContentsMargins(0, 0, 0, 0);
  chooser->setSpacing(2 * kSpacing);
  chooser->addWidget(m_presetRow);
  chooser->addWidget(m_switch);
  chooser->addStretch(1);
  m_words->setObjectName(QStringLiteral("costWords"));
  m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_words->setMinimumWidth(0);
  m_words->setWordWrap(true);
  m_line->setObjectName(QStringLiteral("costLine"));
  m_line->hide();
  m_expand->setObjectName(QStringLiteral("expandStages"));
  m_find->setObjectName(QStringLiteral("findBoundaries"));
  m_find->setIcon(m_theme->icon(QStringLiteral("wand")));
  for (auto* button : {m_find, m_expand}) {
    button->setProperty("role", "icon");
    button->setFocusPolicy(Qt::StrongFocus);
  }
  auto* corner = new QHBoxLayout(m_corner);
  corner->setContentsMargins(0, 0, 0, 0);
  corner->setSpacing(kSpacing / 2);
  corner->addWidget(m_find);
  corner->addWidget(m_expand);
  auto* policy = new QHBoxLayout(m_policyRow);
  policy->setContentsMargins(0, 0, 0, 0);
  policy->setSpacing(kSpacing);
  policy->addWidget(m_policyLabel);
  policy->addWidget(m_policy, 1);
  m_policyLabel->setBuddy(m_policy);
  m_policyLabel->setProperty("role", "muted");
  m_policy->setObjectName(QStringLiteral("probePolicy"));
  m_policy->addItems({{}, {}, {}});
  m_policy->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_policy->setMinimumWidth(80);
  m_probe->setObjectName(QStringLiteral("probeButton"));
  auto* small = new QHBoxLayout(m_smallRow);
  small->setContentsMargins(0, 0, 0, 0);
  small->setSpacing(kSpacing);
  small->addWidget(m_smallLabel);
  small->addWidget(m_smallSteps);
  small->addStretch(1);
  m_smallLabel->setBuddy(m_smallSteps);
  m_smallLabel->setProperty("role", "muted");
  m_smallSteps->setObjectName(QStringLiteral("smallSteps"));
  m_smallSteps->setKeyboardTracking(false);

  m_header = new QGridLayout;
  m_controls = new QGridLayout;
  for (auto* grid : {m_header, m_controls}) {
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(kSpacing);
  }
  m_controls->setHorizontalSpacing(3 * kSpacing);
  auto* layout = new QVBoxLayout(m_content);
  layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  layout->setSpacing(kSpacing);
  m_column = layout;
  layout->addLayout(m_header);
  layout->addWidget(m_branchLine);
  layout->addWidget(m_suggestionLine);
  layout->addWidget(m_remarkLine);
  layout->addWidget(m_plot, 1);
  layout->addLayout(m_controls);

  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_content);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);

  QList<QWidget*> order;
  for (auto* button : m_presets->buttons()) order << button;
  order << m_switch->focusOrder() << m_policy << m_probe << m_find << m_expand << m_branchLine->focusOrder()
        << m_suggestionLine->focusOrder() << m_remarkLine->focusOrder() << m_plot << m_early->focusOrder()
        << m_late->focusOrder() << m_smallSteps;
  for (qsizetype i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

void StagePanel::connectControls() {
  connect(m_presets, &QButtonGroup::idClicked, this, [this](int id) {
    const auto preset = static_cast<SchedulePreset>(id);
    const bool late = preset == SchedulePreset::LSL;
    const auto schedule = next().withPreset(preset, m_presetEarly, late ? std::optional(m_presetLate) : std::nullopt);
    edit(schedule, tr("Choose %1", "undo").arg(presetName(preset)), 0);
  });
  connect(m_smallSteps, &QSpinBox::valueChanged, this, [this](int steps) {
    auto schedule = next();
    schedule.middleSteps = steps;
    if (!showsRun()) edit(schedule, tr("Change small steps", "undo"), kMergeSmallSteps);
  });
  connect(m_expand, &QToolButton::clicked, this, [this] {
    setExpanded(!m_isExpanded);
    Q_EMIT expandedChanged(m_isExpanded);
  });
  connect(m_find, &QToolButton::clicked, this, &StagePanel::findRequested);
  connect(m_switch, &RunSwitch::chosen, this, &StagePanel::choose);
  connect(m_probe, &QPushButton::clicked, this, &StagePanel::probeRequested);
  connect(m_policy, &QComboBox::activated, this, [this](int index) {
    refreshWords();
    Q_EMIT probePolicyChanged(static_cast<ProbePolicy>(index));
  });
  connect(m_plot, &DivergencePlot::boundariesMoved, this, &StagePanel::drag);
  connect(m_plot, &DivergencePlot::boundariesCommitted, this,
          [this](const StageSchedule& schedule, Handle handle, bool byKey) {
            learn();
            edit(schedule, tr("Move stage boundary", "undo"), mergeKey(handle, byKey));
          });
  connect(m_plot, &DivergencePlot::branchRequested, this, &StagePanel::branchRequested);
  connect(m_branchLine, &StageNote::removed, this, &StagePanel::branchRemoved);
  connect(m_suggestionLine, &StageNote::acted, this, [this] {
    if (const auto* measured = offered())
      edit(scheduleOf(*measured), tr("Apply the suggested boundaries", "undo"), 0);
    else if (m_suggestion.isFound())
      edit(m_suggestion.appliedTo(next()), tr("Apply the suggested boundaries", "undo"), 0);
    else
      Q_EMIT findRequested();
  });
  connect(m_suggestionLine, &StageNote::removed, this, [this] {
    const auto* measured = offered();
    if (!measured)
      m_isSuggestionWanted = false;
    else if (m_measured && measured == &*m_measured)
      m_isMeasuredWanted = false;
    else
      m_isPredictedWanted = m_isSuggestionWanted = false;
    refreshSuggestion();
  });
  connect(m_remarkLine, &StageNote::removed, this, [this] {
    m_remarkLine->dismiss();
    tighten();
  });
  connect(m_plot, &DivergencePlot::messageShown, this, &StagePanel::messageShown);
  connect(m_plot, &DivergencePlot::kindChosen, this, &StagePanel::divergenceKindChosen);
  connect(m_plot, &DivergencePlot::profileImportRequested, this, &StagePanel::profileImportRequested);
  connect(m_plot, &DivergencePlot::profileExportRequested, this, &StagePanel::profileExportRequested);
  for (auto* control : {m_early, m_late}) {
    const auto handle = control == m_early ? Handle::Early : Handle::Late;
    connect(control, &BoundaryControl::moved, this, [this, handle](int stageSteps) {
      const auto schedule = withStage(handle, stageSteps);
      m_plot->setSchedule(schedule);
      drag(schedule);
    });
    connect(control, &BoundaryControl::committed, this, [this, handle](int stageSteps, bool byPointer) {
      learn();
      edit(withStage(handle, stageSteps), tr("Move stage boundary", "undo"), mergeKey(handle, !byPointer));
    });
  }
}

void StagePanel::setSchedule(const StageSchedule& schedule) {
  m_runIsOurs = m_runIsOurs && m_run && sameSteps(schedule, *m_run);
  m_schedule = schedule;
  if (!showsRun()) showSchedule(shown());
}

void StagePanel::setSteps(int steps) {
  const auto before = next();
  setSchedule({before.early, before.late, steps, before.middleSteps});
}

void StagePanel::setPresetBoundaries(double early, double late) {
  m_presetEarly = early;
  m_presetLate = late;
}

void StagePanel::setCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated) {
  m_cost = cost;
  m_estimated = estimated;
  refreshWords();
}

void StagePanel::setExpanded(bool expanded) {
  m_isExpanded = expanded;
  m_words->setVisible(expanded);
  m_line->setVisible(!expanded);
  m_legend->setVisible(expanded);
  m_smallRow->setVisible(expanded);
  for (auto* control : {m_early, m_late}) control->setCompact(!expanded);
  m_plot->setMinimumHeight(expanded ? kPlotHeight : kStripHeight);
  m_plot->setCompact(!expanded);
  const int margin = expanded ? kMargin : kMargin / 2;
  m_column->setContentsMargins(kMargin, margin, kMargin, margin);
  retranslate();
}

void StagePanel::setProbePolicy(ProbePolicy policy) {
  m_policy->setCurrentIndex(static_cast<int>(policy));
  refreshWords();
}

void StagePanel::beginRun(const StageSchedule& schedule, const std::vector<StepReport>& before) {
  m_runIsOurs = sameSteps(schedule, m_schedule);
  m_run = schedule;
  m_runCost = {};
  m_runCurve = before;
  // Whoever is preparing another request is not interrupted.
  if (m_runIsOurs) m_showsNext = false;
  m_switch->setNext(m_showsNext);
  showSchedule(shown());
  refreshCurve();
  refreshRun(before.empty() ? 0 : before.back().next());
}

void StagePanel::addStep(const StepReport& report) {
  std::erase_if(m_runCurve, [&report](const StepReport& known) { return known.step >= report.step; });
  m_runCurve.push_back(report);
  if (showsRun() || !m_clipCurve) m_plot->addStep(report);
  if (m_run) refreshRun(report.next());
}

void StagePanel::setRunSchedule(const StageSchedule& schedule) {
  if (!m_run) return;
  m_run = schedule;
  showSchedule(shown());
  refreshRun(m_running);
}

void StagePanel::endRun() {
  if (!m_run) return;
  const auto moved = *m_run;
  m_run.reset();
  refreshRun({});
  refreshCurve();
  if (m_runIsOurs && moved.steps == m_schedule.steps && !sameSteps(moved, m_schedule))
    edit(moved, tr("Move stage boundary", "undo"), 0);
  else
    showSchedule(m_schedule);
}

void StagePanel::choose(bool next) {
  if (!m_run) return;
  m_showsNext = next;
  m_switch->setNext(next);
  showSchedule(shown());
  refreshCurve();
  refreshRun(m_running);
}

void StagePanel::showNextIfOther() {
  if (showsRun() && !m_runIsOurs) choose(true);
}

void StagePanel::refreshRun(std::optional<int> running) {
  m_running = running;
  m_plot->setRunning(showsRun() ? running : std::nullopt);
  if (m_switch->isHidden() == m_run.has_value()) {
    m_switch->setVisible(m_run.has_value());
    arrange();
  }
  refreshBranch();
  m_smallRow->setEnabled(!showsRun());
  // A preset moves both boundaries, and the run may be past one of them.
  m_presetRow->setEnabled(!showsRun());
}

void StagePanel::setBranchSteps(const std::vector<int>& steps, int ofSteps) {
  m_branchSteps = steps;
  m_branchOfSteps = ofSteps;
  refreshBranch();
}

void StagePanel::setBranch(const std::optional<Branch>& branch) {
  m_branch = branch;
  refreshBranch();
  showSchedule(shown());
}

void StagePanel::refreshBranch() {
  m_plot->setBranchSteps(showsRun() ? std::vector<int>() : m_branchSteps, m_branchOfSteps);
  const bool isShown = m_branch && !showsRun();
  m_plot->setTakenOver(isShown ? m_branch->step : 0);
  if (isShown)
    m_branchLine->describe(m_branch->clip, m_branch->step);
  else
    m_branchLine->hide();
  tighten();
  refreshLocks();
}

// The lines above the plot take some of their room from the gaps.
void StagePanel::tighten() {
  const int width = this->width() - 2 * kMargin;
  int height = 0;
  for (const StageNote* line : std::array<const StageNote*, 3>{m_branchLine, m_suggestionLine, m_remarkLine})
    if (!line->isHidden())
      height += kSpacing / 2 + (line->hasHeightForWidth() ? line->heightForWidth(width) : line->sizeHint().height());
  if (height > 0) height -= kSpacing / 2;  // the gap that was there without them
  m_column->setSpacing(height > 0 ? kSpacing / 2 : kSpacing);
  if (std::exchange(m_linesHeight, height) != height) Q_EMIT linesHeightChanged(height);
}

void StagePanel::refreshLocks() {
  m_early->setEnabled(!isLocked(shown(), Handle::Early, m_plot->passed()));
  m_late->setEnabled(!isLocked(shown(), Handle::Late, m_plot->passed()));
}

void StagePanel::showCurve(const std::vector<StepReport>& steps) {
  m_clipCurve = steps;
  refreshCurve();
}

void StagePanel::showRunCurve() {
  m_clipCurve.reset();
  refreshCurve();
}

void StagePanel::refreshCurve() { m_plot->setCurve(showsRun() || !m_clipCurve ? m_runCurve : *m_clipCurve); }

void StagePanel::addProbe(const std::vector<StepReport>& steps) {
  m_probes.push_back(steps);
  m_isSuggestionWanted = true;
  if (!m_areKept && m_probes.size() > kProbesInBand) m_probes.erase(m_probes.begin());
  refreshBand();
}

void StagePanel::setKeptProbes(const std::vector<std::vector<StepReport>>& probes) {
  if (probes.empty() && !m_areKept) return;
  // What was dismissed stays so until there is more to suggest it by.
  if (!m_areKept || probes.size() > m_probes.size()) m_isSuggestionWanted = true;
  m_probes = probes;
  m_areKept = !probes.empty();
  refreshBand();
}

void StagePanel::clearProbes() {
  m_probes.clear();
  m_areKept = false;
  setPredicted({});
  setPredictedSameness({});
  refreshBand();
  m_clipCurve.reset();
  if (!m_run) m_runCurve.clear();
  refreshCurve();
}

void StagePanel::refreshBand() {
  auto drawn = m_probes;
  for (auto& probe : drawn)
    for (auto& step : probe) step = drawnAs(step, m_kind);
  const auto band = bandOf(drawn, shown().steps);
  std::vector<double> medians(band.size());
  std::ranges::transform(band, medians.begin(), &BandPoint::median);
  m_suggestion = suggestBoundaries(medians);
  m_plot->setBand(band);
  refreshSuggestion();
  m_plot->setNoiseReports(m_probes.empty() ? std::vector<StepReport>{} : m_probes.back());
}

void StagePanel::setDivergenceKind(DivergenceKind kind) {
  if (kind == m_kind) return;
  m_kind = kind;
  m_plot->setKind(kind);
  m_legend->setKind(kind);
  refreshBand();
}

void StagePanel::setMeasured(const std::optional<Measured>& measured) {
  if (measured == m_measured) return;
  m_measured = measured;
  m_isMeasuredWanted = measured.has_value();
  refreshSuggestion();
}

void StagePanel::applyBoundaries(double early, double late, const QString& text, bool merges) {
  if (showsRun()) choose(true);
  auto schedule = next();
  schedule.early = early;
  schedule.late = late;
  edit(schedule, text, merges ? kMergeBoundaries : 0);
}

void StagePanel::setPredicted(const std::optional<Measured>& predicted) {
  if (predicted == m_predicted) return;
  m_predicted = predicted;
  m_isPredictedWanted = predicted.has_value();
  refreshSuggestion();
}

// What is measured or predicted; null if neither is to be offered.
const StagePanel::Measured* StagePanel::offered() const {
  const auto isFor = [this](const std::optional<Measured>& values) { return values && values->steps == next().steps; };
  if (m_isMeasuredWanted && isFor(m_measured)) return &*m_measured;
  return m_isPredictedWanted && isFor(m_predicted) ? &*m_predicted : nullptr;
}

StageSchedule StagePanel::scheduleOf(const Measured& measured) const {
  auto schedule = next();
  schedule.early = static_cast<double>(measured.earlySteps) / measured.steps;
  schedule.late = static_cast<double>(measured.lateSteps) / measured.steps;
  return schedule;
}

// Its first line says what a probe is.
void StagePanel::refreshProbeTip() {
  auto tip = m_probe->toolTip().section(QLatin1Char('\n'), 0, 0);
  if (m_cost && m_cost->largeStep.seconds && m_cost->smallStep.seconds && m_cost->text.seconds)
    tip += QLatin1Char('\n') +
           tr("That takes %1.")
               .arg(aboutDuration(*m_cost->text.seconds +
                                  m_estimated.steps * (*m_cost->largeStep.seconds + *m_cost->smallStep.seconds)));
  m_probe->setToolTip(tip);
}

void StagePanel::refreshSuggestion() {
  refreshProbeTip();
  const auto* measured = offered();
  const bool isFound = measured || m_suggestion.isFound();
  const auto suggested = measured ? scheduleOf(*measured) : m_suggestion.appliedTo(next());
  const bool isShown = (measured || (m_isSuggestionWanted && !m_probes.empty())) && !showsRun() && !m_branch &&
                       !(isFound && sameSteps(suggested, next()));
  m_suggestionLine->setVisible(isShown);
  tighten();
  m_plot->setSuggested(isShown && isFound ? std::optional(suggested) : std::nullopt);
  if (!isShown) return;
  if (measured)
    return m_suggestionLine->describeMeasured(suggested, 1 - measured->cost, measured->sameness,
                                              m_predicted && measured == &*m_predicted);
  const bool isKnown = m_cost && m_estimated.steps == suggested.steps;
  m_suggestionLine->describe(m_suggestion.verdict, suggested,
                             isKnown ? std::optional(savingOf(suggested, m_estimated, *m_cost)) : std::nullopt);
}

void StagePanel::refreshRemarks() {
  m_remarkLine->describe(m_plot->schedule());
  tighten();
}

StageSchedule StagePanel::withStage(Handle handle, int stageSteps) const {
  if (isLocked(shown(), handle, m_plot->passed())) return shown();
  const int at = handle == Handle::Early ? stageSteps : shown().steps - stageSteps;
  return withHandleAt(shown(), handle, at, firstFreeStep(m_plot->passed()));
}

void StagePanel::drag(const StageSchedule& schedule) {
  m_early->setStage(schedule.earlySteps(), schedule.steps);
  m_late->setStage(schedule.lateSteps(), schedule.steps);
  refreshWords();
  Q_EMIT scheduleDragged(schedule);
}

void StagePanel::edit(const StageSchedule& schedule, const QString& text, int merge) {
  if (sameSteps(schedule, shown())) {
    showSchedule(shown());
  } else if (showsRun()) {
    m_run = schedule;
    showSchedule(schedule);
    Q_EMIT boundariesMovedDuringRun(schedule.early, schedule.late);
  } else {
    const auto apply = [panel = QPointer(this)](const StageSchedule& value) {
      if (!panel) return;
      // The number of steps is not undone here.
      panel->setSchedule({value.early, value.late, panel->m_schedule.steps, value.middleSteps});
      Q_EMIT panel->scheduleChanged(panel->m_schedule);
    };
    // How the running clip's boundaries were moved is a change of its own.
    if (const auto moved = next(); !sameSteps(moved, m_schedule))
      m_undo->push(new ScheduleCommand(apply, m_schedule, moved, tr("Move stage boundary", "undo"), 0));
    m_undo->push(new ScheduleCommand(apply, m_schedule, schedule, text, merge));
  }
}

void StagePanel::showSchedule(const StageSchedule& schedule) {
  const bool otherSteps = schedule.steps != m_plot->schedule().steps;
  m_plot->setSchedule(schedule);
  if (otherSteps) refreshBand();
  const QSignalBlocker blocker(m_smallSteps);
  m_smallSteps->setRange(0, std::max({schedule.steps, schedule.middleSteps, 1}));
  m_smallSteps->setValue(schedule.middleSteps);
  m_early->setStage(schedule.earlySteps(), schedule.steps);
  m_late->setStage(schedule.lateSteps(), schedule.steps);
  refreshLocks();
  refreshWords();
}

void StagePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) arrange();
}

void StagePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
  tighten();  // the lines wrap at another place
}

}  // namespace fb::ui
