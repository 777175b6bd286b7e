// SPDX-License-Identifier: MIT
// What the shown schedule asks for in vain, such as an early stage that rounds to no step.
#pragma once

#include "flowblend/schedule.h"
#include "stages/stage_note.h"

#include <vector>

namespace fb::ui {

// Owned by the stage panel; hidden while there is nothing to say. GUI thread.
class RemarkLine : public StageNote {
  Q_OBJECT
public:
  RemarkLine(const Theme* theme, QWidget* parent);

  // Shows its remarks unless just these were dismissed.
  void describe(const StageSchedule& schedule);
  void dismiss();

private:
  void retranslate() override;

  StageSchedule m_schedule;
  std::vector<ScheduleRemark> m_remarks, m_dismissed;
};

}  // namespace fb::ui
