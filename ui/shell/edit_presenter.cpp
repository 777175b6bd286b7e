// SPDX-License-Identifier: MIT
#include "shell/edit_presenter.h"

#include "prompt/prompt_panel.h"
#include "runs/queue_model.h"
#include "runs/queue_panel.h"
#include "runs/queue_runner.h"
#include "shell/announcer.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"

#include <QMessageBox>
#include <QPushButton>

namespace fb::ui {
namespace {

// Options are not the clip's: the settings may have changed since the run was queued.
bool isSameClip(const GenerationRequest& a, GenerationRequest b) {
  b.options = a.options;
  return toJson(a) == toJson(b);
}

bool hasSameBranch(const RunOptions& a, const RunOptions& b) {
  return a.branchFrom == b.branchFrom && a.branchAt == b.branchAt;
}

}  // namespace

EditPresenter::EditPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.panel, &QueuePanel::editRequested, this, &EditPresenter::begin);
  connect(m_parts.prompt, &PromptPanel::editSaved, this, &EditPresenter::save);
  connect(m_parts.prompt, &PromptPanel::editCancelled, this, &EditPresenter::cancel);
  connect(m_parts.studio->runner(), &QueueRunner::runRemoved, this, [this](const RunRecord& run) {
    if (m_edited == run.id) end();
  });
}

void EditPresenter::begin(RunId id) {
  cancel();
  const auto* found = m_parts.studio->queue()->find(id);
  if (!found || found->state == RunState::Running) return;
  const auto run = *found;
  m_before = {m_parts.request->request(), m_parts.prompt->seedIsFixed()};
  m_parts.studio->runner()->setEdited(id);
  m_edited = id;
  m_parts.request->takeOver(run.request);
  // Without its pair, it cannot be saved as what it is.
  if (m_parts.request->request().pair.name != run.request.pair.name) return end();
  m_parts.prompt->beginEdit(run.displayTitle());
  Q_EMIT editingChanged(true);
}

bool EditPresenter::mayDropSteps(const RunRecord& run) const {
  QMessageBox box(
      QMessageBox::Question, tr("Steps are done"),
      tr("%n step(s) of this run are done. With other settings, it starts from the beginning.", nullptr, run.stepsDone),
      QMessageBox::NoButton, m_parts.window);
  const QPushButton* drop = box.addButton(tr("&Save and start over"), QMessageBox::AcceptRole);
  box.setDefaultButton(box.addButton(tr("&Keep the steps"), QMessageBox::RejectRole));
  box.exec();
  return box.clickedButton() == drop;
}

void EditPresenter::save() {
  const auto* found = m_edited ? m_parts.studio->queue()->find(*m_edited) : nullptr;
  if (!found) return;
  const auto run = *found;
  const auto edited = m_parts.request->request();
  if (isSameClip(run.request, edited) && hasSameBranch(run.request.options, edited.options)) return end();
  if (run.stepsDone > 0 && !mayDropSteps(run)) return;
  // While the question was open, the run may have been removed.
  if (m_edited != run.id) return;
  m_parts.studio->runner()->editRequest(run.id, edited);
  m_parts.request->rememberPrompt(edited);
  end();
  m_parts.announcer->say([] { return tr("The queued run is changed."); });
}

void EditPresenter::cancel() {
  if (m_edited) end();
}

// The panels show again what they showed before.
void EditPresenter::end() {
  m_edited.reset();
  m_parts.prompt->endEdit();
  m_parts.request->takeOver(m_before.request, m_before.seedIsFixed);
  m_parts.studio->runner()->setEdited({});
  Q_EMIT editingChanged(false);
}

}  // namespace fb::ui
