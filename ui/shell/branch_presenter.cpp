// SPDX-License-Identifier: MIT
#include "shell/branch_presenter.h"

#include "flowblend/engine.h"
#include "prompt/prompt_panel.h"
#include "runs/branch_offer.h"
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "session/engine_host.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"

#include <QDir>
#include <QPointer>
#include <QUndoStack>

#include <utility>

namespace fb::ui {
namespace {

// What the panels show before and after a branch is chosen or removed.
class ChangeBranch : public QUndoCommand {
public:
  struct State {
    GenerationRequest request;
    bool seedIsFixed = true;
  };
  ChangeBranch(RequestPresenter* panels, State before, State after, const QString& text)
      : QUndoCommand(text), m_panels(panels), m_before(std::move(before)), m_after(std::move(after)) {}

  void undo() override { show(m_before); }
  void redo() override { show(m_after); }

private:
  void show(const State& state) {
    if (m_panels) m_panels->takeOver(state.request, state.seedIsFixed);
  }

  QPointer<RequestPresenter> m_panels;
  State m_before, m_after;
};

}  // namespace

BranchPresenter::BranchPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.clip, &ClipPresenter::shownChanged, this, &BranchPresenter::markShown);
  auto* history = m_parts.studio->history();
  connect(history, &QAbstractItemModel::rowsRemoved, this, &BranchPresenter::markShown);
  connect(history, &HistoryModel::loaded, this, &BranchPresenter::describe);
  connect(m_parts.stages, &StagePanel::branchRequested, this,
          [this](int step) { branch(m_parts.clip->watched(), step); });
  connect(m_parts.stages, &StagePanel::branchRemoved, this, &BranchPresenter::remove);
  connect(m_parts.history, &HistoryPanel::branchesWanted, this, [this](RunId id) {
    const int row = m_parts.studio->history()->row(id);
    if (row < 0) return;
    look(m_parts.studio->history()->summary(row).runFolder.toStdString(),
         [this, id](const BranchOffer& offer) { m_parts.history->offerBranches(id, offer); });
  });
  connect(m_parts.history, &HistoryPanel::branchRequested, this, &BranchPresenter::branch);
  connect(m_parts.request, &RequestPresenter::branchChanged, this, &BranchPresenter::describe);
}

void BranchPresenter::look(const std::filesystem::path& folder, std::function<void(const BranchOffer&)> then) {
  m_parts.studio->host()->ask(
      this, [folder](Engine& engine) { return engine.inspectRun(folder); },
      [then = std::move(then)](const Result<RunInfo>& run) { then(branchOffer(run)); });
}

void BranchPresenter::markShown() {
  const int row = m_parts.studio->history()->row(m_parts.clip->watched());
  m_parts.stages->setBranchSteps({}, 0);
  m_shown.drop();
  if (row < 0) return;
  look(m_parts.studio->history()->summary(row).runFolder.toStdString(),
       m_shown.ask([this](const BranchOffer& offer) { m_parts.stages->setBranchSteps(offer.steps, offer.ofSteps); }));
}

void BranchPresenter::branch(RunId id, int step) {
  const auto run = m_parts.studio->history()->record(id);
  if (!run) return;
  auto after = run->request;
  after.options.branchFrom = run->request.options.runFolder;
  after.options.branchAt = step;
  if (after.pair.name == m_parts.pair->pair().name) {
    change(m_parts.request->request(), m_parts.prompt->seedIsFixed(), after);
  } else {
    // Another pair cannot be undone.
    m_parts.request->takeOver(withoutBranch(after));
    change(withoutBranch(after), true, after);
  }
  m_parts.stages->showCurve(run->steps);
  m_parts.stages->setFocus();
  m_parts.announcer->say(
      [step] { return tr("Change what comes after step %1 and press Generate.").arg(QLocale().toString(step)); });
}

void BranchPresenter::remove() {
  if (!m_parts.request->branch()) return;
  const auto before = m_parts.request->request();
  change(before, m_parts.prompt->seedIsFixed(), withoutBranch(before));
}

void BranchPresenter::change(const GenerationRequest& before, bool seedWasFixed, const GenerationRequest& after) {
  const bool removes = after.options.branchFrom.empty();
  m_parts.undo->push(new ChangeBranch(m_parts.request, {before, seedWasFixed}, {after, true},
                                      removes ? tr("Remove the branch", "undo") : tr("Branch from a clip", "undo")));
}

void BranchPresenter::describe() {
  const auto& branch = m_parts.request->branch();
  if (branch)
    m_parts.stages->setBranch(StagePanel::Branch{titleOf(branch->folder), branch->step});
  else
    m_parts.stages->setBranch({});
}

// A clip that has been deleted has the prompt of those that continue it.
QString BranchPresenter::titleOf(const std::filesystem::path& folder) const {
  const auto path = QDir::cleanPath(QString::fromStdString(folder.string()));
  const auto* history = m_parts.studio->history();
  for (int row = 0; row < history->rowCount(); ++row)
    if (const auto& run = history->summary(row); QDir::cleanPath(run.runFolder) == path) return run.displayTitle();
  return QString::fromStdString(m_parts.request->request().clip.prompt);
}

}  // namespace fb::ui
