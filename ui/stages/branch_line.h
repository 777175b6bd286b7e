// SPDX-License-Identifier: MIT
// "Continues "a red circle" from step 12; changes before it have no effect", with a button that removes the branch.
#pragma once

#include "stages/stage_note.h"

namespace fb::ui {

// Owned by the stage panel; hidden until there is a branch. GUI thread.
class BranchLine : public StageNote {
  Q_OBJECT
public:
  BranchLine(const Theme* theme, QWidget* parent);

  void describe(const QString& clip, int step);

private:
  void retranslate() override;

  QString m_clip;
  int m_step = 0;
};

}  // namespace fb::ui
