// SPDX-License-Identifier: MIT
// Sameness over both boundaries as coloured cells with their numbers, lines of equal work, the proposals, and where the
// window's boundaries are. It is a table, so keyboard and screen readers work as in any other.
#pragma once

#include "flowblend/schedule.h"
#include "lab/boundary_model.h"

#include <QTableView>

#include <optional>

class QPainter;

namespace fb::ui {

class Theme;

// Owned by the results page. GUI thread.
class HeatMap : public QTableView {
  Q_OBJECT
public:
  HeatMap(const Theme* theme, BoundaryModel* model, QWidget* parent = nullptr);

  // No signal. A candidate that is not in the table clears the selection.
  void select(const SweepCandidate& candidate);
  // The boundaries of the next request; they may lie between the cells.
  void setHandles(const std::optional<StageSchedule>& handles);
  // In pixels of the viewport; absent: none.
  std::optional<QPointF> handlesPosition() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  // By the user. merges: one of a series of keys, or while the mouse is held.
  void chosen(const fb::SweepCandidate& candidate, bool merges);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void changeEvent(QEvent* event) override;

private:
  void fitCells();
  QSize cellSize() const;
  QPointF center(int row, int column) const;
  void paintLines(QPainter& painter) const;
  void paintNumbers(QPainter& painter) const;
  void paintHandles(QPainter& painter) const;

  const Theme* m_theme;
  BoundaryModel* m_model;
  std::optional<StageSchedule> m_handles;
  enum class By { Program, Press, Drag, Key } m_by = By::Program;
};

}  // namespace fb::ui
