// SPDX-License-Identifier: MIT
// Changes a queued run in place: its settings are loaded into the panels and saved back.
#pragma once

#include "runs/run_record.h"

#include <QObject>

#include <optional>

class QWidget;

namespace fb::ui {

class Announcer;
class PromptPanel;
class QueuePanel;
class RequestPresenter;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class EditPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // for questions
    Studio* studio;
    RequestPresenter* request;
    PromptPanel* prompt;
    QueuePanel* panel;
    Announcer* announcer;
  };
  explicit EditPresenter(const Parts& parts, QObject* parent = nullptr);

  bool isEditing() const { return m_edited.has_value(); }

public Q_SLOTS:
  // The run does not start until the end of the edit.
  void begin(fb::ui::RunId id);
  // Asks first if the run has steps, which other settings make useless.
  void save();
  void cancel();

Q_SIGNALS:
  void editingChanged(bool isEditing);

private:
  struct Before {
    GenerationRequest request;
    bool seedIsFixed = false;
  };
  bool mayDropSteps(const RunRecord& run) const;
  void end();

  Parts m_parts;
  std::optional<RunId> m_edited;
  Before m_before;  // what the panels showed
};

}  // namespace fb::ui
