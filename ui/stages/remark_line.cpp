// SPDX-License-Identifier: MIT
#include "stages/remark_line.h"

#include "text/durations.h"

#include <QStringList>

namespace fb::ui {

RemarkLine::RemarkLine(const Theme* theme, QWidget* parent) : StageNote(theme, "warning", "remark", parent) {}

void RemarkLine::describe(const StageSchedule& schedule) {
  m_schedule = schedule;
  m_remarks = remarksOn(schedule);
  if (m_remarks != m_dismissed) m_dismissed.clear();
  setVisible(!m_remarks.empty() && m_dismissed.empty());
  retranslate();
}

void RemarkLine::dismiss() {
  m_dismissed = m_remarks;
  hide();
}

void RemarkLine::retranslate() {
  setRemoval(tr("Dismiss the remark"), tr("Hide this until the stages change"));
  QStringList sentences;
  for (const auto remark : m_remarks) {
    switch (remark) {
      case ScheduleRemark::NoEarlySteps:
        sentences << tr("The early stage, %1 of the steps, rounds to no step.").arg(percent(m_schedule.early));
        break;
      case ScheduleRemark::NoLateSteps:
        sentences << tr("The late stage, %1 of the steps, rounds to no step.").arg(percent(m_schedule.late));
        break;
      case ScheduleRemark::NoSmallSteps:
        sentences << tr("The early and the late stage leave no step to the small model.");
        break;
      case ScheduleRemark::TooManySmallSteps:
        sentences << tr("The small model takes only %1 of its %2 steps: its stage has no more.")
                         .arg(number(qint64{m_schedule.stages()[1].steps}), number(qint64{m_schedule.middleSteps}));
        break;
    }
  }
  setText(sentences.join(u' '), tr("With more steps, or other boundaries, every stage gets what it asks for."));
}

}  // namespace fb::ui
