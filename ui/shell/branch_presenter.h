// SPDX-License-Identifier: MIT
// Branching: the steps of finished clips that others can continue from, and the branch of the next request.
#pragma once

#include "runs/run_record.h"
#include "session/newest.h"

#include <QObject>

#include <functional>

class QUndoStack;

namespace fb::ui {

class Announcer;
class ClipPresenter;
class HistoryPanel;
class PairPresenter;
class PromptPanel;
class RequestPresenter;
class StagePanel;
class Studio;
struct BranchOffer;

// Owned by the window; owns none of what it is given. GUI thread.
class BranchPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    Studio* studio;
    PairPresenter* pair;
    RequestPresenter* request;
    ClipPresenter* clip;
    PromptPanel* prompt;
    HistoryPanel* history;
    StagePanel* stages;
    QUndoStack* undo;
    Announcer* announcer;
  };
  explicit BranchPresenter(const Parts& parts, QObject* parent = nullptr);

  // Puts the run's settings into the panels for a clip that takes over its first steps. Can be undone.
  void branch(RunId id, int step);
  // The next clip is an ordinary one again. Can be undone.
  void remove();

private:
  void look(const std::filesystem::path& folder, std::function<void(const BranchOffer&)> then);
  void markShown();
  void describe();
  QString titleOf(const std::filesystem::path& folder) const;
  void change(const GenerationRequest& before, bool seedWasFixed, const GenerationRequest& after);

  Parts m_parts;
  Newest m_shown;
};

}  // namespace fb::ui
