// SPDX-License-Identifier: MIT
// The memory that the next run would use on its device: how much of it, as a bar and in words. Pressed, it opens a
// chart with a bar for each phase.
#pragma once

#include "flowblend/memory_plan.h"

#include <QStringList>
#include <QToolButton>

#include <optional>

class QPainter;
class QRectF;

namespace fb::ui {

class Theme;
struct ThemeColors;

// GUI thread only. Hidden without a plan. Screen readers read the tooltip's text.
class MemoryBar : public QToolButton {
  Q_OBJECT
public:
  explicit MemoryBar(const Theme* theme, QWidget* parent = nullptr);

  void setPlan(std::optional<MemoryPlan> plan);
  // What stands beside the bar; left out where there is no room for it. Empty without a plan.
  const QString& words() const { return m_words; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  static QString phaseWord(const std::string& phase);
  // What the bars leave open: streamed parts, decoding in tiles.
  static QStringList remarks(const MemoryPlan& plan);
  // One phase's use of the whole device: weights, then working memory in a lighter shade, what other programs use at
  // the end, and the limit of the plan. What goes beyond the limit of a plan that does not fit has the colour of
  // errors.
  static void paintUse(QPainter& painter, const QRectF& track, const MemoryPlan& plan, const MemoryPlan::PhaseUse& use,
                       const ThemeColors& colors);

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void openChart();

  const Theme* m_theme;
  std::optional<MemoryPlan> m_plan;
  QString m_words;
};

}  // namespace fb::ui
