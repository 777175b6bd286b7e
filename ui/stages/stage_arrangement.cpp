// SPDX-License-Identifier: MIT
// Where the parts of the stage panel are, depending on its width.
#include "plots/divergence_plot.h"
#include "stages/boundary_control.h"
#include "stages/cost_words.h"
#include "stages/curve_legend.h"
#include "stages/stage_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr int kMargin = 12, kSpacing = 8;
// Characters of the longest usual line of words, and of its important part.
constexpr int kWordsLength = 58, kStripWords = 40;

void clear(QGridLayout* layout) {
  while (auto* item = layout->takeAt(0)) delete item;
  for (int column = 0; column < layout->columnCount(); ++column) layout->setColumnStretch(column, 0);
}

}  // namespace

void StagePanel::arrange() {
  const int width = this->width() - 2 * kMargin;
  if (!m_isExpanded) return arrangeStrip(width);
  arrangeHeader(width);
  arrangeControls(width);
}

void StagePanel::arrangeHeader(int width) {
  const int find = m_find->sizeHint().width() + kSpacing / 2;
  // What has no room is in the menu as well.
  const bool hasFind = width >= m_chooser->sizeHint().width() + m_expand->sizeHint().width() + find + kSpacing;
  m_find->setVisible(hasFind);
  const int buttons = m_chooser->sizeHint().width() + m_policyRow->sizeHint().width() + m_probe->sizeHint().width() +
                      m_expand->sizeHint().width() + (hasFind ? find : 0) + 4 * kSpacing;
  const bool oneRow = width >= buttons + kWordsLength * fontMetrics().averageCharWidth() + 2 * kSpacing;
  clear(m_header);
  m_policyRow->show();
  m_probe->show();
  // The words next to it give way, not its choice.
  m_policyRow->setMinimumWidth(width >= buttons ? m_policyRow->sizeHint().width() : 0);
  m_words->setIndent(oneRow ? kSpacing : 0);
  if (width >= buttons) {
    m_header->addWidget(m_chooser, 0, 0);
    m_header->addWidget(m_policyRow, 0, 2);
    m_header->addWidget(m_probe, 0, 3);
    m_header->addWidget(m_corner, 0, 4);
    m_header->setColumnStretch(1, 1);
    oneRow ? m_header->addWidget(m_words, 0, 1) : m_header->addWidget(m_words, 1, 0, 1, 5);
    return;
  }
  m_header->addWidget(m_chooser, 0, 0);
  m_header->addWidget(m_corner, 0, 1, Qt::AlignRight);
  m_header->addWidget(m_words, 1, 0, 1, 2);
  const bool together = width >= m_policyRow->sizeHint().width() + m_probe->sizeHint().width() + kSpacing;
  m_header->addWidget(m_policyRow, 2, 0, 1, together ? 1 : 2);
  together ? m_header->addWidget(m_probe, 2, 1) : m_header->addWidget(m_probe, 3, 0, Qt::AlignLeft);
  m_header->setColumnStretch(0, 1);
}

void StagePanel::arrangeControls(int width) {
  const int gap = m_controls->horizontalSpacing();
  const int sliders = m_early->oneRowWidth() + m_late->oneRowWidth() + gap;
  const bool stacked = width < m_late->oneRowWidth();
  clear(m_controls);
  m_early->setStacked(stacked);
  m_late->setStacked(stacked);
  if (width >= sliders) {
    m_controls->addWidget(m_early, 0, 0);
    m_controls->addWidget(m_late, 0, 1);
    int free = width - sliders, beside = 2, below = 0;
    for (auto* extra : {m_smallRow, static_cast<QWidget*>(m_legend)}) {
      const int needed = gap + extra->sizeHint().width();
      const bool fits = free >= needed;
      m_controls->addWidget(extra, fits ? 0 : 1, fits ? beside++ : below++);
      if (fits) free -= needed;
    }
    // What is left goes to both sliders alike, however long their labels are.
    m_controls->setColumnStretch(0, m_early->oneRowWidth() + free / 2);
    m_controls->setColumnStretch(1, m_late->oneRowWidth() + free / 2);
    return;
  }
  m_controls->addWidget(m_early, 0, 0);
  m_controls->addWidget(m_late, 1, 0);
  m_controls->addWidget(m_smallRow, 2, 0);
  m_controls->addWidget(m_legend, 3, 0);
}

// In one row: what there is no room for is in the expanded panel.
void StagePanel::arrangeStrip(int width) {
  clear(m_header);
  clear(m_controls);
  m_policyRow->setMinimumWidth(0);
  for (auto* control : {m_early, m_late}) control->setStacked(false);
  const int numbers = m_early->sizeHint().width() + m_late->sizeHint().width() + 2 * kSpacing;
  m_reserved = timeWidth();
  const int words = kStripWords * fontMetrics().averageCharWidth();
  const int least = std::max(m_reserved, words / 2);
  int room = width - m_chooser->sizeHint().width() - m_expand->sizeHint().width() - 2 * kSpacing;
  const bool oneRow = room >= numbers;
  if (oneRow) room -= numbers;
  const auto offer = [&room](QWidget* widget, int needed, int rest) {
    const bool fits = room >= needed + rest;
    widget->setVisible(fits);
    if (fits) room -= needed;
  };
  offer(m_find, m_find->sizeHint().width() + kSpacing / 2, oneRow ? least : 0);
  offer(m_probe, m_probe->sizeHint().width() + kSpacing, least);
  // Without its label, nobody would know what is chosen here.
  offer(m_policyRow, m_policyRow->sizeHint().width() + kSpacing, std::max(least, words));
  m_line->setVisible(oneRow);
  int column = 0;
  m_header->addWidget(m_chooser, 0, column++);
  m_header->addWidget(m_early, oneRow ? 0 : 1, oneRow ? column++ : 0, Qt::AlignLeft);
  m_header->addWidget(m_late, oneRow ? 0 : 2, oneRow ? column++ : 0, Qt::AlignLeft);
  m_header->setColumnStretch(column, 1);
  for (auto* widget :
       {static_cast<QWidget*>(m_line), m_policyRow, static_cast<QWidget*>(m_probe), static_cast<QWidget*>(m_corner)})
    m_header->addWidget(widget, 0, column++);
}

// Of what the strip says first, with the ellipsis for the rest: "about 10:00 instead of 20:00 …".
int StagePanel::timeWidth() const {
  const auto time = m_line->text().section(QStringLiteral(" · "), 0, 0);
  const auto width = [this](const QString& text) {
    return m_line->fontMetrics().horizontalAdvance(text + QStringLiteral(" …")) + kSpacing / 2;
  };
  // Not narrower than a usual one, so that controls do not come and go with single digits.
  constexpr double kUsual = 1200;
  return std::max(width(time), width(timeFact(kUsual, kUsual)));
}

void StagePanel::setLesson(bool isShown) {
  m_isLesson = isShown;
  m_plot->setLesson(isShown);
}

void StagePanel::learn() {
  if (!m_isLesson) return;
  setLesson(false);
  Q_EMIT lessonLearned();
}

}  // namespace fb::ui
