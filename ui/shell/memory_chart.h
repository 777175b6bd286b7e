// SPDX-License-Identifier: MIT
// How the next run would use the memory of its device, phase by phase: a popup with a bar for each.
#pragma once

#include "flowblend/memory_plan.h"

#include <QFrame>

class QGridLayout;

namespace fb::ui {

class Theme;

// GUI thread only. Closes as menus do. `opener` is the widget that shows and, pressed again, closes it; screen readers
// read its description here as well.
class MemoryChart : public QFrame {
  Q_OBJECT
public:
  MemoryChart(const Theme* theme, const MemoryPlan& plan, QWidget* opener);

protected:
  void mousePressEvent(QMouseEvent* event) override;

private:
  void addPhases(const Theme* theme, const MemoryPlan& plan, QGridLayout* grid);
  QWidget* legend(const Theme* theme, const MemoryPlan& plan);
};

}  // namespace fb::ui
