// SPDX-License-Identifier: MIT
// Where the large model hands over to the small one and takes over again: plot, presets, sliders and what it means.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/events.h"
#include "flowblend/request.h"

#include <QHash>
#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QUndoStack;

namespace fb::ui {

class DivergencePlot;
class Theme;

// "Large 18 of 30 steps · 36 % fewer FLOPs · about 41 s instead of 1:03", as far as it is known.
QString costWords(const StageSchedule& schedule, const std::optional<CostEstimate>& cost,
                  const StageSchedule& estimated);

// Owned by the window. GUI thread only.
class StagePanel : public QWidget {
  Q_OBJECT
public:
  StagePanel(const Theme* theme, QUndoStack* undo, QWidget* parent = nullptr);

  const StageSchedule& schedule() const { return m_schedule; }
  // Not an edit of the user's: nothing to undo, no signal.
  void setSchedule(const StageSchedule& schedule);
  // The same shares of another number of steps.
  void setSteps(int steps);
  // `estimated`: the schedule that the estimate was made for.
  void setCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated);
  void setProbePolicy(ProbePolicy policy);

  void beginRun(const StageSchedule& schedule, const std::vector<StepReport>& before);
  void addStep(const StepReport& report);
  void endRun();
  void showCurve(const std::vector<StepReport>& steps);
  // A finished probe; the last few make the band. clearProbes: for another pair or prompt.
  void addProbe(const std::vector<StepReport>& steps);
  void clearProbes();

Q_SIGNALS:
  void scheduleChanged(const fb::StageSchedule& schedule);
  void boundariesMovedDuringRun(double early, double late);
  void probeRequested();
  void probePolicyChanged(fb::ProbePolicy policy);
  void messageShown(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  friend class ScheduleCommand;
  void build();
  void retranslate();
  void edit(const StageSchedule& schedule);
  void apply(const StageSchedule& schedule, bool tell);
  void refresh(const StageSchedule& schedule);

  const Theme* m_theme;
  QUndoStack* m_undo;
  StageSchedule m_schedule;
  std::optional<CostEstimate> m_cost;
  StageSchedule m_estimated;
  std::vector<std::vector<StepReport>> m_probes;
  bool m_running = false;

  QLabel* m_heading;
  QButtonGroup* m_presets;
  QLabel* m_words;
  QPushButton* m_probe;
  QLabel* m_policyLabel;
  QComboBox* m_policy;
  DivergencePlot* m_plot;
  QLabel* m_labels[2];
  QSlider* m_sliders[2];
  QSpinBox* m_spins[2];
  QLabel* m_legend;
};

}  // namespace fb::ui
