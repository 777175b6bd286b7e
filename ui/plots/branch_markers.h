// SPDX-License-Identifier: MIT
// The steps of the clip shown from which another clip can continue, as small buttons on the axis of the stage plot.
#pragma once

#include <QList>
#include <QObject>
#include <QRect>

#include <functional>
#include <vector>

class QToolButton;

namespace fb::ui {

class Theme;

// Owned by the plot, which is also the parent of the buttons. GUI thread. Keys: Tab reaches the row, Left and Right,
// Home and End move within it, Space chooses.
class BranchMarkers : public QObject {
  Q_OBJECT
public:
  BranchMarkers(const Theme* theme, QWidget* plot);

  // Steps of a run with `ofSteps` of them, in ascending order.
  void setSteps(const std::vector<int>& steps, int ofSteps);
  // For a plot of `steps` steps. pixelOf: x of a step; buttons outside the area are hidden.
  void place(const QRect& area, int steps, const std::function<double(double)>& pixelOf);
  void retranslate();

  const std::vector<int>& steps() const { return m_steps; }

Q_SIGNALS:
  void chosen(int step);

protected:
  bool eventFilter(QObject* object, QEvent* event) override;

private:
  void focus(qsizetype index);

  const Theme* m_theme;
  QWidget* m_plot;
  std::vector<int> m_steps;
  int m_ofSteps = 0;
  QList<QToolButton*> m_buttons;  // one for each step
};

}  // namespace fb::ui
