// SPDX-License-Identifier: MIT
// The velocity divergence over the steps, with the stages behind it and their two boundaries to drag.
#pragma once

#include "plots/plot_math.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCPAbstractItem;
class QCPGraph;
class QCPItemLine;
class QCPItemRect;
class QCPItemText;
class QCustomPlot;

namespace fb::ui {

class Theme;

// Owned by the stage panel. Handles are drawn in a layer of their own: a drag repaints nothing else. Keys: Tab chooses
// the handle, arrows move it, Home and End take it to the ends, Esc reverts a drag.
class DivergencePlot : public QWidget {
  Q_OBJECT
public:
  explicit DivergencePlot(const Theme* theme, QWidget* parent = nullptr);

  const StageSchedule& schedule() const { return m_schedule; }
  void setSchedule(const StageSchedule& schedule);
  void setCurve(const std::vector<StepReport>& steps);
  void addStep(const StepReport& step);
  void setBand(const std::vector<BandPoint>& band);
  // The step that is running; nothing: no run.
  void setRunning(std::optional<int> step);

  Handle focusedHandle() const { return m_focused; }
  // Widget position of the grip of a handle, for tests and tool tips.
  QPoint handlePosition(Handle handle) const;
  // Waits for the repaint of what was changed last.
  void repaintNow();

Q_SIGNALS:
  void boundariesMoved(const fb::StageSchedule& schedule);      // while dragging
  void boundariesCommitted(const fb::StageSchedule& schedule);  // at the end of a drag or by key
  void messageShown(const QString& sentence);                   // after saving or copying

protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  void recolor();
  void placeStages();
  void placeCurves();
  void refreshDescription();
  std::optional<Handle> handleAt(const QPointF& position) const;
  void hover(const QPointF& position);
  void moveHandle(Handle handle, double x, bool commit);
  void commit(const StageSchedule& schedule);
  void zoom(double factor, double around);
  void resetZoom();
  void save(const QString& kind);
  double toStep(double pixel) const;

  const Theme* m_theme;
  QCustomPlot* m_plot;
  StageSchedule m_schedule;
  std::vector<StepReport> m_steps;
  std::vector<BandPoint> m_bandPoints;
  std::optional<int> m_running;
  Handle m_focused = Handle::Early;
  std::optional<Handle> m_dragged;
  StageSchedule m_before;  // when the drag began

  QCPGraph* m_l2 = nullptr;
  QCPGraph* m_cosine = nullptr;
  QCPGraph* m_bandLow = nullptr;
  QCPGraph* m_bandHigh = nullptr;
  QCPItemRect* m_shades[3] = {};
  QCPItemText* m_names[3] = {};
  QCPItemLine* m_lines[2] = {};
  QCPItemRect* m_grips[2] = {};
  QCPItemText* m_captions[2] = {};
  QCPItemLine* m_marker = nullptr;
  QCPItemText* m_markerText = nullptr;
  QCPItemText* m_empty = nullptr;
};

}  // namespace fb::ui
