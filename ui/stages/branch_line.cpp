// SPDX-License-Identifier: MIT
#include "stages/branch_line.h"

#include <QLocale>

namespace fb::ui {
namespace {

constexpr int kClipLength = 60;  // characters of its name

QString shortened(const QString& clip) {
  const auto line = clip.simplified();
  return line.size() <= kClipLength ? line : line.left(kClipLength - 1).trimmed() + QChar(0x2026);
}

}  // namespace

BranchLine::BranchLine(const Theme* theme, QWidget* parent) : StageNote(theme, "branch", "branch", parent) {}

void BranchLine::describe(const QString& clip, int step) {
  m_clip = clip;
  m_step = step;
  retranslate();
  show();
}

void BranchLine::retranslate() {
  const auto step = QLocale().toString(m_step);
  setText(
      tr("Continues \"%1\" from step %2; changes before it have no effect").arg(shortened(m_clip), step),
      tr("The first %1 steps are those of that clip. The boundaries after them, solver and guidance can be changed; "
         "prompt, seed, size and number of steps must stay.")
          .arg(step));
  setRemoval(tr("Remove the branch"), tr("Compute the whole clip instead"));
}

}  // namespace fb::ui
