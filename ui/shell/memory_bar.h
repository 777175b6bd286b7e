// SPDX-License-Identifier: MIT
// The memory that the next run would use on its device: a column for each phase, weights below and working memory
// above, compared with what is available and what other programs use.
#pragma once

#include "flowblend/memory_plan.h"

#include <QWidget>

#include <optional>

namespace fb::ui {

class Theme;

// GUI thread only. Hidden without a plan. Screen readers read the tooltip's text.
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
