// SPDX-License-Identifier: MIT
// Shows why a run cannot continue when its files have changed, and offers what can be done.
#pragma once

#include "runs/run_record.h"

#include <QObject>
#include <QString>

#include <vector>

class QWidget;

namespace fb {
struct ChangedInput;
}

namespace fb::ui {

class Announcer;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class InputsPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // for questions
    Studio* studio;
    Announcer* announcer;
  };
  explicit InputsPresenter(const Parts& parts, QObject* parent = nullptr);

private:
  struct Refused {
    RunId run;
    QString title;
    std::vector<ChangedInput> changes;
    bool mayAccept, mayLocate;
  };
  void onChanged(const RunRecord& record, const std::vector<ChangedInput>& changes);
  void offer(const Refused& refused);
  // Asks for confirmation, then binds the run to the current files.
  void accept(const Refused& refused);
  // Asks for a folder and searches it for the original files.
  void locate(const Refused& refused);
  // Continues the run if the engine has bound it to files; otherwise makes the same offer again.
  template <class Bind>
  void goOn(const Refused& refused, Bind bind);

  Parts m_parts;
};

}  // namespace fb::ui
