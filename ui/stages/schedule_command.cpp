// SPDX-License-Identifier: MIT
#include "stages/schedule_command.h"

#include <utility>

namespace fb::ui {

ScheduleCommand::ScheduleCommand(Apply apply, const StageSchedule& before, const StageSchedule& after,
                                 const QString& text, int mergeKey)
    : QUndoCommand(text), m_apply(std::move(apply)), m_before(before), m_after(after), m_mergeKey(mergeKey) {}

bool ScheduleCommand::mergeWith(const QUndoCommand* next) {
  // The same id: it is one of ours.
  const auto* other = static_cast<const ScheduleCommand*>(next);
  if (m_mergeKey == 0 || other->m_mergeKey != m_mergeKey || other->m_before != m_after) return false;
  m_after = other->m_after;
  setObsolete(m_after == m_before);
  return true;
}

}  // namespace fb::ui
