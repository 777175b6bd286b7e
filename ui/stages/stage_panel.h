// SPDX-License-Identifier: MIT
// Where the large model hands over to the small one and takes over again: plot, presets, sliders and the effect in
// words.
#pragma once

#include "flowblend/boundary_rule.h"
#include "flowblend/cost.h"
#include "flowblend/events.h"
#include "flowblend/probe.h"
#include "flowblend/request.h"

#include <QWidget>

#include <map>
#include <optional>
#include <utility>
#include <vector>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;
class QUndoStack;
class QVBoxLayout;

namespace fb::ui {

class BoundaryControl;
class BranchLine;
class CurveLegend;
class DivergencePlot;
class RunSwitch;
class RemarkLine;
class SuggestionLine;
class Theme;
enum class Handle;

// Owned by the window. GUI thread only. Holds the schedule of the next request. During a run, a switch decides whether
// plot and controls are those of the run, whose boundaries ahead can be moved, or those of the next request.
class StagePanel : public QWidget {
  Q_OBJECT
public:
  // undo: receives one command for each change; must outlive the panel's use.
  StagePanel(const Theme* theme, QUndoStack* undo, QWidget* parent = nullptr);

  // As set or edited for the next request.
  const StageSchedule& schedule() const { return m_schedule; }
  // What Generate would run: if a run began with schedule(), this includes how its boundaries have been moved.
  const StageSchedule& next() const { return m_run && m_runIsOurs ? *m_run : m_schedule; }
  // During a run, shows the next request if that is not the same.
  void showNextIfOther();
  // During a run, shows the next request.
  void showNext() { choose(true); }
  // Not an edit by the user: no undo, no signal.
  void setSchedule(const StageSchedule& schedule);
  // The same fractions with another number of steps.
  void setSteps(int steps);
  // The boundaries for presets that have them; a pair's defaults.
  void setPresetBoundaries(double early, double late);
  // `estimated`: the schedule that the estimate was made for.
  void setCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated);
  // The same of the run since beginRun(), and where it compares the models: the next request may be quite another.
  void setRunCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated, ProbePolicy comparing);
  void setProbePolicy(ProbePolicy policy);
  // Expanded, sliders and legend are below the plot; otherwise it is a strip with the most important controls above it.
  void setExpanded(bool expanded);
  bool isExpanded() const { return m_isExpanded; }
  // For somebody who has never moved a boundary; it is gone once they have.
  void setLesson(bool isShown);
  // What the lines above the plot need: suggestion, remark, branch. 0: none is shown.
  int linesHeight() const { return m_linesHeight; }

  // before: the finished steps of a resumed run.
  void beginRun(const StageSchedule& schedule, const std::vector<StepReport>& before);
  void addStep(const StepReport& report);
  // What the run made of the moved boundaries: it may have advanced in the meantime.
  void setRunSchedule(const StageSchedule& schedule);
  // Boundaries that were moved in a run of the panel's own schedule become the schedule, as one undoable change.
  void endRun();
  // The curve of the clip that is watched, and of the run from then on. While the run's stages are shown, so is its
  // curve.
  void showCurve(const std::vector<StepReport>& steps);
  void showRunCurve();
  // After which steps, of `ofSteps`, the clip shown can be continued; they are offered while nothing runs.
  void setBranchSteps(const std::vector<int>& steps, int ofSteps);
  // The next request takes over the first steps of a clip.
  struct Branch {
    QString clip;
    int step = 0;
  };
  void setBranch(const std::optional<Branch>& branch);
  // A finished probe; the last few form the band. clearProbes: for another pair or prompt.
  void addProbe(const std::vector<StepReport>& steps);
  void clearProbes();
  // All that is kept for the pair and settings, instead of what was added so far. None: what was kept for others is
  // removed.
  void setKeptProbes(const std::vector<std::vector<StepReport>>& probes);
  // By which distance the probes are drawn, and boundaries suggested from their shape.
  void setDivergenceKind(DivergenceKind kind);
  DivergenceKind divergenceKind() const { return m_kind; }
  // What a sweep of the pair proposes, in whole steps of a schedule with `steps`: offered instead of what probes
  // suggest while the schedule has as many. cost: share of the large model's.
  struct Measured {
    int earlySteps = 0;
    int lateSteps = 0;
    int steps = 0;
    double cost = 1;
    double sameness = 0;
    bool operator==(const Measured&) const = default;
  };
  void setMeasured(const std::optional<Measured>& measured);
  // The same predicted from the kept probes by what a sweep has shown; offered if no sweep proposes anything.
  void setPredicted(const std::optional<Measured>& predicted);
  // Predicted in the same way for all boundaries that the sweep covered, by early and late steps of a schedule with
  // `steps`: told with the cost, also while a boundary is dragged.
  struct PredictedSameness {
    int steps = 0;
    std::map<std::pair<int, int>, double> by;
    bool operator==(const PredictedSameness&) const = default;
  };
  void setPredictedSameness(const PredictedSameness& sameness);
  // As one undoable change of the next request; consecutive ones that may be merged are undone together.
  void applyBoundaries(double early, double late, const QString& text, bool merges);

Q_SIGNALS:
  void scheduleChanged(const fb::StageSchedule& schedule);
  void scheduleDragged(const fb::StageSchedule& schedule);  // not yet released
  void boundariesMovedDuringRun(double early, double late);
  void probeRequested();
  void divergenceKindChosen(fb::DivergenceKind kind);
  void profileImportRequested();
  void profileExportRequested();
  void findRequested();  // boundaries, by measuring
  void branchRequested(int step);
  void branchRemoved();
  void probePolicyChanged(fb::ProbePolicy policy);
  void expandedChanged(bool expanded);  // by the user
  void lessonLearned();
  void linesHeightChanged(int height);
  void messageShown(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  void learn();
  void connectControls();
  void retranslate();
  void arrange();
  void arrangeHeader(int width);
  void arrangeControls(int width);
  void arrangeStrip(int width);
  int timeWidth() const;
  bool showsRun() const { return m_run && !m_showsNext; }
  const StageSchedule& shown() const { return showsRun() ? *m_run : next(); }
  void choose(bool next);
  void refreshCurve();
  StageSchedule withStage(Handle handle, int stageSteps) const;
  void drag(const StageSchedule& schedule);
  void edit(const StageSchedule& schedule, const QString& text, int mergeKey);
  void showSchedule(const StageSchedule& schedule);
  void refreshRun(std::optional<int> running);
  void refreshBranch();
  void refreshLocks();
  void tighten();
  void refreshBand();
  void refreshProbeTip();
  const Measured* offered() const;
  std::optional<double> predictedSameness(const StageSchedule& schedule) const;
  StageSchedule scheduleOf(const Measured& measured) const;
  void refreshSuggestion();
  void refreshRemarks();
  void refreshWords();

  const Theme* m_theme;
  QUndoStack* m_undo;
  StageSchedule m_schedule;
  std::optional<StageSchedule> m_run;
  std::optional<int> m_running;  // the step
  bool m_runIsOurs = false;      // it started with m_schedule
  bool m_showsNext = false;      // during a run
  std::vector<StepReport> m_runCurve;
  std::optional<std::vector<StepReport>> m_clipCurve;  // absent: the run is watched
  std::optional<Branch> m_branch;
  std::vector<int> m_branchSteps;
  int m_branchOfSteps = 0;
  double m_presetEarly = .40, m_presetLate = .20;
  std::optional<CostEstimate> m_cost;
  StageSchedule m_estimated;
  struct RunCost {
    std::optional<CostEstimate> cost;
    StageSchedule estimated;
    ProbePolicy comparing = ProbePolicy::None;
  };
  RunCost m_runCost;
  std::vector<std::vector<StepReport>> m_probes;
  bool m_areKept = false;  // m_probes begins with what setKeptProbes() gave
  DivergenceKind m_kind = DivergenceKind::RelativeL2;
  BoundarySuggestion m_suggestion;
  bool m_isSuggestionWanted = false;  // it has not been dismissed since the last probe
  std::optional<Measured> m_measured;
  bool m_isMeasuredWanted = false;  // the same since it was set
  std::optional<Measured> m_predicted;
  bool m_isPredictedWanted = false;
  PredictedSameness m_predictedSameness;

  QWidget* m_content;
  QWidget* m_chooser;
  QWidget* m_presetRow;
  QButtonGroup* m_presets;
  RunSwitch* m_switch;
  QLabel* m_words;
  QLabel* m_line;  // the words of a strip
  QWidget* m_corner;
  QToolButton* m_find;
  QToolButton* m_expand;
  bool m_isExpanded = true;
  int m_reserved = 0;  // pixels of the strip's words, at least; see timeWidth()
  bool m_isLesson = false;
  int m_linesHeight = 0;
  QWidget* m_policyRow;
  QLabel* m_policyLabel;
  QComboBox* m_policy;
  QPushButton* m_probe;
  BranchLine* m_branchLine;
  SuggestionLine* m_suggestionLine;
  RemarkLine* m_remarkLine;
  DivergencePlot* m_plot;
  BoundaryControl* m_early;
  BoundaryControl* m_late;
  QWidget* m_smallRow;
  QLabel* m_smallLabel;
  QSpinBox* m_smallSteps;
  CurveLegend* m_legend;
  QVBoxLayout* m_column;
  QGridLayout* m_header;
  QGridLayout* m_controls;
};

}  // namespace fb::ui
