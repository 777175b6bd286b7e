// SPDX-License-Identifier: MIT
// The velocity divergence over the steps, with the stages behind it and their two boundaries to drag.
#pragma once

#include "plots/plot_math.h"
#include "plots/stage_painter.h"

#include <QWidget>

#include <optional>
#include <vector>

class QMenu;

namespace fb::ui {

class BranchMarkers;
class CurveCanvas;
class Theme;

// Owned by the stage panel. GUI thread. Mouse: handles are dragged and snap to steps, the wheel zooms, dragging between
// the handles pans, a double-click shows everything. Keys: Tab chooses the handle; arrows, Page Up/Down, Home and End
// move it; Esc cancels a drag; + - 0 zoom.
class DivergencePlot : public QWidget {
  Q_OBJECT
public:
  explicit DivergencePlot(const Theme* theme, QWidget* parent = nullptr);

  // It takes what there is, and needs no more than its least size.
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSizeHint() const override { return minimumSize(); }
  const StageSchedule& schedule() const { return m_schedule; }
  void setSchedule(const StageSchedule& schedule);
  void setCurve(const std::vector<StepReport>& steps);
  void addStep(const StepReport& step);
  void setBand(const std::vector<BandPoint>& band);
  // Which distance of which velocities the band is of; the curve of the steps follows. The band is the caller's.
  void setKind(DivergenceKind kind);
  // Reports that provide the noise levels if the curve's own do not cover all steps.
  void setNoiseReports(const std::vector<StepReport>& reports);
  // The step that is running; absent: no run. Boundaries that it has reached are locked.
  void setRunning(std::optional<int> step);
  // How many steps the next run takes over from another one: boundaries before that are locked.
  void setTakenOver(int steps);
  // The last step whose model is settled, by either of these.
  std::optional<int> passed() const;
  // Without the row of noise levels.
  void setCompact(bool compact);
  // A sentence between the handles says what dragging them does.
  void setLesson(bool isShown);
  // Boundaries that are shown beside the real ones.
  void setSuggested(const std::optional<StageSchedule>& suggested);
  // After which of its `ofSteps` steps the clip shown can be continued.
  void setBranchSteps(const std::vector<int>& steps, int ofSteps);

  Handle focusedHandle() const { return m_focused; }
  // As with a key: to the nearest allowed step.
  void moveFocused(double x);
  bool isDragging() const { return m_drag == Drag::Handle; }
  // Widget position of the grip of a handle.
  QPoint handlePosition(Handle handle) const;
  // Between the axes.
  QRect plotArea() const;
  bool isZoomed() const;
  // Repaints everything now instead of at the next iteration of the event loop.
  void repaintNow();

  // The file extension determines the format: .png, .pdf or .csv.
  bool saveAs(const QString& path);
  // With this ending, which is added if it is missing; asks before a file is replaced, and tells the result.
  void save(const QString& path, const QString& kind);

Q_SIGNALS:
  void boundariesMoved(const fb::StageSchedule& schedule);  // while dragging
  // At the end of a drag or with a key.
  void boundariesCommitted(const fb::StageSchedule& schedule, fb::ui::Handle handle, bool byKey);
  void branchRequested(int step);
  void kindChosen(fb::DivergenceKind kind);
  void profileImportRequested();
  void profileExportRequested();
  void messageShown(const QString& sentence);  // after saving or copying

protected:
  bool event(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  enum class Drag { None, Handle, Pan };

  void retranslate();
  void refreshCurves();
  void refreshDescription();
  StageImage image() const;
  void placeMarkers();
  std::optional<Handle> handleAt(const QPointF& position) const;
  void hover(const QPointF& position);
  void showHot(std::optional<Handle> handle);
  bool moveHandle(double x);
  void revertDrag();
  void focusHandle(Handle handle);
  QString toolTipAt(const QPointF& position) const;
  void addKinds(QMenu* menu);
  void askWhereToSave(const QString& kind);
  void write(const QString& file);
  bool writePdf(QIODevice& target);

  CurveCanvas* m_canvas;
  BranchMarkers* m_markers;
  StageSchedule m_schedule;
  std::vector<StepReport> m_steps;
  std::vector<StepReport> m_noiseReports;
  std::vector<BandPoint> m_band;
  DivergenceKind m_kind = DivergenceKind::RelativeL2;
  std::optional<int> m_running;
  int m_takenOver = 0;
  bool m_isCompact = false;
  bool m_isLesson = false;
  std::optional<StageSchedule> m_suggested;
  Handle m_focused = Handle::Early;
  std::optional<Handle> m_hot;
  Drag m_drag = Drag::None;
  StageSchedule m_before;  // when the drag began
  double m_panFrom = 0;    // the step that was grabbed
  StageImage m_texts;      // everything that does not change with the boundaries
};

}  // namespace fb::ui
