// SPDX-License-Identifier: MIT
// What the next run would take of its device's memory: a column for each phase, weights below and what they work with
// above, against what is there and what other programs hold.
#pragma once

#include "flowblend/memory_plan.h"

#include <QWidget>

#include <optional>

namespace fb::ui {

class Theme;

// GUI thread only. Hidden without a plan. Screen readers read what the tooltip says.
class MemoryBar : public QWidget {
  Q_OBJECT
public:
  explicit MemoryBar(const Theme* theme, QWidget* parent = nullptr);

  void setPlan(std::optional<MemoryPlan> plan);
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  const Theme* m_theme;
  std::optional<MemoryPlan> m_plan;
};

}  // namespace fb::ui
