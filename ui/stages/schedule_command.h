// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/schedule.h"

#include <QUndoCommand>

#include <functional>

namespace fb::ui {

// One change of the stage boundaries on the undo stack. Consecutive changes with the same merge key (other than 0) are
// undone together: a series of key presses on one handle.
class ScheduleCommand : public QUndoCommand {
public:
  using Apply = std::function<void(const StageSchedule&)>;
  ScheduleCommand(Apply apply, const StageSchedule& before, const StageSchedule& after, const QString& text,
                  int mergeKey);

  void undo() override { m_apply(m_before); }
  void redo() override { m_apply(m_after); }
  int id() const override { return kId; }
  bool mergeWith(const QUndoCommand* next) override;

private:
  static constexpr int kId = 0x5744;

  Apply m_apply;
  StageSchedule m_before;
  StageSchedule m_after;
  int m_mergeKey;
};

}  // namespace fb::ui
