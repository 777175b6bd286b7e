// SPDX-License-Identifier: MIT
#include "stages/stage_panel.h"

#include "plots/divergence_plot.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr std::size_t kProbesInBand = 3;

QString upper(SchedulePreset preset) {
  const auto name = toString(preset);
  return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toUpper();
}

}  // namespace

QString costWords(const StageSchedule& schedule, const std::optional<CostEstimate>& cost,
                  const StageSchedule& estimated) {
  QStringList parts{StagePanel::tr("Large %1 of %n step(s)", nullptr, schedule.steps).arg(schedule.largeSteps())};
  if (cost) {
    const double saving = savingOf(schedule, estimated, *cost);
    parts << (saving > 0 ? StagePanel::tr("%1 fewer FLOPs").arg(percent(saving))
                         : StagePanel::tr("the large model alone"));
    const auto seconds = secondsFor(schedule, estimated, *cost);
    if (seconds && cost->secondsLargeOnly && saving > 0)
      parts << StagePanel::tr("%1 instead of %2").arg(aboutDuration(*seconds), duration(*cost->secondsLargeOnly));
    else if (seconds)
      parts << aboutDuration(*seconds);
  }
  return parts.join(QStringLiteral(" · "));
}

// One change of the boundaries; changes of one slider that follow each other are one step back.
class ScheduleCommand : public QUndoCommand {
public:
  ScheduleCommand(StagePanel* panel, const StageSchedule& before, const StageSchedule& after)
      : m_panel(panel), m_before(before), m_after(after) {
    setText(StagePanel::tr("move stage boundary"));
  }
  void undo() override { m_panel->apply(m_before, true); }
  void redo() override { m_panel->apply(m_after, true); }

private:
  StagePanel* m_panel;
  StageSchedule m_before;
  StageSchedule m_after;
};

StagePanel::StagePanel(const Theme* theme, QUndoStack* undo, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_undo(undo),
      m_heading(new QLabel(this)),
      m_presets(new QButtonGroup(this)),
      m_words(new QLabel(this)),
      m_probe(new QPushButton(this)),
      m_policyLabel(new QLabel(this)),
      m_policy(new QComboBox(this)),
      m_plot(new DivergencePlot(theme, this)),
      m_legend(new QLabel(this)) {
  setObjectName(QStringLiteral("stagePanel"));
  build();
  connect(m_presets, &QButtonGroup::idClicked, this, [this](int preset) {
    edit(StageSchedule::fromPreset(static_cast<SchedulePreset>(preset), m_schedule.steps));
  });
  connect(m_probe, &QPushButton::clicked, this, &StagePanel::probeRequested);
  connect(m_policy, &QComboBox::activated, this,
          [this](int index) { Q_EMIT probePolicyChanged(static_cast<ProbePolicy>(index)); });
  connect(m_plot, &DivergencePlot::boundariesMoved, this, &StagePanel::refresh);
  connect(m_plot, &DivergencePlot::boundariesCommitted, this, &StagePanel::edit);
  connect(m_plot, &DivergencePlot::messageShown, this, &StagePanel::messageShown);
  for (int i = 0; i < 2; ++i) {
    const auto moved = [this, i](int steps) {
      edit(i == 0 ? scheduleWithSteps(m_schedule.steps, std::min(steps, m_schedule.steps - m_schedule.lateSteps()),
                                      m_schedule.lateSteps())
                  : scheduleWithSteps(m_schedule.steps, m_schedule.earlySteps(),
                                      std::min(steps, m_schedule.steps - m_schedule.earlySteps())));
    };
    connect(m_sliders[i], &QSlider::valueChanged, this, moved);
    connect(m_spins[i], &QSpinBox::valueChanged, this, moved);
  }
  retranslate();
  apply(m_schedule, false);
}

void StagePanel::build() {
  auto* top = new QHBoxLayout;
  m_heading->setProperty("role", "heading");
  top->addWidget(m_heading);
  top->addSpacing(8);
  for (const auto preset : kSchedulePresets) {
    auto* button = new QPushButton(upper(preset), this);
    button->setObjectName(QStringLiteral("preset%1").arg(upper(preset)));
    button->setCheckable(true);
    button->setProperty("role", "segment");
    m_presets->addButton(button, static_cast<int>(preset));
    top->addWidget(button);
  }
  m_presets->setExclusive(false);  // none is checked between the presets
  top->addSpacing(8);
  m_words->setObjectName(QStringLiteral("costWords"));
  m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  top->addWidget(m_words, 1);
  m_policy->setObjectName(QStringLiteral("probePolicy"));
  m_policy->addItems({{}, {}, {}});
  m_policyLabel->setBuddy(m_policy);
  m_policyLabel->setProperty("role", "muted");
  top->addWidget(m_policyLabel);
  top->addWidget(m_policy);
  m_probe->setObjectName(QStringLiteral("probeButton"));
  top->addWidget(m_probe);

  auto* bottom = new QHBoxLayout;
  for (int i = 0; i < 2; ++i) {
    m_labels[i] = new QLabel(this);
    m_sliders[i] = new QSlider(Qt::Horizontal, this);
    m_sliders[i]->setObjectName(i == 0 ? QStringLiteral("earlySlider") : QStringLiteral("lateSlider"));
    // The late share grows from the right, as the stage does in the plot.
    m_sliders[i]->setInvertedAppearance(i == 1);
    m_spins[i] = new QSpinBox(this);
    m_spins[i]->setObjectName(i == 0 ? QStringLiteral("earlySteps") : QStringLiteral("lateSteps"));
    m_labels[i]->setBuddy(m_spins[i]);
    bottom->addWidget(m_labels[i]);
    bottom->addWidget(m_sliders[i], 1);
    bottom->addWidget(m_spins[i]);
    bottom->addSpacing(16);
  }
  m_legend->setProperty("role", "muted");
  bottom->addWidget(m_legend);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 8);
  layout->setSpacing(8);
  layout->addLayout(top);
  layout->addWidget(m_plot, 1);
  layout->addLayout(bottom);
}

void StagePanel::retranslate() {
  m_heading->setText(tr("Stages"));
  m_probe->setText(tr("Pro&be"));
  m_probe->setToolTip(tr("Run both models on every step of this request and draw how much they differ"));
  m_probe->setAccessibleName(tr("Probe the velocity divergence"));
  m_policyLabel->setText(tr("&Compare the models"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::None), tr("never"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::Large), tr("on large steps"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::All), tr("on all steps"));
  m_policy->setAccessibleName(tr("Compare the models while sampling"));
  m_policy->setToolTip(tr("Measures the velocity divergence while a clip is made; costs the second model's time"));
  m_labels[0]->setText(tr("&Large for the first"));
  m_labels[1]->setText(tr("Large again for the la&st"));
  m_sliders[0]->setAccessibleName(tr("Early stage in steps"));
  m_sliders[1]->setAccessibleName(tr("Late stage in steps"));
  m_spins[0]->setAccessibleName(tr("Early stage in steps"));
  m_spins[1]->setAccessibleName(tr("Late stage in steps"));
  m_sliders[0]->setToolTip(tr("The large model settles structure and motion here"));
  m_sliders[1]->setToolTip(tr("The large model refines detail here"));
  for (int i = 0; i < 2; ++i) {
    m_spins[i]->setToolTip(m_sliders[i]->toolTip());
    m_spins[i]->setSuffix(tr(" steps"));
  }
  m_legend->setText(tr("● relative L2   ○ cosine distance   ▒ last probes"));
  const QString tips[] = {tr("Large, small, large: close to the large model for less work"),
                          tr("The large model on every step"), tr("The small model on every step"),
                          tr("Large early, small to the end"), tr("Small early, large to the end")};
  for (auto* button : m_presets->buttons()) {
    button->setToolTip(tips[m_presets->id(button)]);
    button->setAccessibleName(tr("Schedule %1").arg(button->text()));
  }
  refresh(m_schedule);
}

void StagePanel::setSchedule(const StageSchedule& schedule) { apply(schedule, false); }

void StagePanel::setSteps(int steps) {
  auto schedule = m_schedule;
  schedule.steps = steps;
  apply(schedule, false);
}

void StagePanel::setCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated) {
  m_cost = cost;
  m_estimated = estimated;
  refresh(m_plot->schedule());
}

void StagePanel::setProbePolicy(ProbePolicy policy) { m_policy->setCurrentIndex(static_cast<int>(policy)); }

void StagePanel::beginRun(const StageSchedule& schedule, const std::vector<StepReport>& before) {
  m_running = true;
  apply(schedule, false);
  m_plot->setCurve(before);
  m_plot->setRunning(static_cast<int>(before.size()));
}

void StagePanel::addStep(const StepReport& report) {
  m_plot->addStep(report);
  if (m_running) m_plot->setRunning(report.step + 1);
}

void StagePanel::endRun() {
  m_running = false;
  m_plot->setRunning({});
}

void StagePanel::showCurve(const std::vector<StepReport>& steps) { m_plot->setCurve(steps); }

void StagePanel::addProbe(const std::vector<StepReport>& steps) {
  if (!m_probes.empty() && m_probes.back().size() != steps.size()) m_probes.clear();
  m_probes.push_back(steps);
  if (m_probes.size() > kProbesInBand) m_probes.erase(m_probes.begin());
  m_plot->setBand(bandOf(m_probes, m_schedule.steps));
}

void StagePanel::clearProbes() {
  m_probes.clear();
  m_plot->setBand({});
  m_plot->setCurve({});
}

void StagePanel::edit(const StageSchedule& schedule) {
  if (schedule == m_schedule) {
    refresh(m_schedule);
  } else if (m_running) {
    // A running clip's boundaries go to the run, which says what came of it; undo would come too late.
    apply(schedule, true);
  } else {
    m_undo->push(new ScheduleCommand(this, m_schedule, schedule));
  }
}

void StagePanel::apply(const StageSchedule& schedule, bool tell) {
  m_schedule = schedule;
  m_plot->setSchedule(schedule);
  refresh(schedule);
  if (!tell) return;
  Q_EMIT scheduleChanged(m_schedule);
  if (m_running) Q_EMIT boundariesMovedDuringRun(m_schedule.early, m_schedule.late);
}

void StagePanel::refresh(const StageSchedule& schedule) {
  for (int i = 0; i < 2; ++i) {
    const int steps = i == 0 ? schedule.earlySteps() : schedule.lateSteps();
    const QSignalBlocker slider(m_sliders[i]), spin(m_spins[i]);
    m_sliders[i]->setRange(0, schedule.steps);
    m_sliders[i]->setValue(steps);
    m_spins[i]->setRange(0, schedule.steps);
    m_spins[i]->setValue(steps);
  }
  for (const auto preset : kSchedulePresets) {
    const auto same = StageSchedule::fromPreset(preset, schedule.steps);
    m_presets->button(static_cast<int>(preset))
        ->setChecked(same.earlySteps() == schedule.earlySteps() && same.lateSteps() == schedule.lateSteps());
  }
  m_words->setText(costWords(schedule, m_cost, m_estimated));
  m_words->setToolTip(m_words->text());
}

void StagePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
