// SPDX-License-Identifier: MIT
#include "shell/inputs_presenter.h"

#include "flowblend/engine.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "session/engine_host.h"
#include "shell/announcer.h"
#include "shell/studio.h"
#include "text/input_sentences.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <filesystem>

namespace fb::ui {

InputsPresenter::InputsPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.studio->runner(), &QueueRunner::inputsChanged, this, &InputsPresenter::onChanged);
}

void InputsPresenter::onChanged(const RunRecord& record, const std::vector<ChangedInput>& changes) {
  const bool isAllThere = std::ranges::none_of(changes, &ChangedInput::isMissing);
  const bool isAnyOfModels = std::ranges::any_of(
      changes, [](const ChangedInput& change) { return change.part != "image" && change.part != "request"; });
  offer({record.id, record.displayTitle(), changes, isAllThere, isAnyOfModels});
}

void InputsPresenter::offer(const Refused& refused) {
  std::vector<NoticeBar::Action> ways;
  if (refused.mayAccept)
    ways.push_back({[] { return tr("Continue with the current files"); }, [this, refused] { accept(refused); }});
  if (refused.mayLocate) ways.push_back({[] { return tr("Locate models…"); }, [this, refused] { locate(refused); }});
  const auto sentence = [refused, hasWays = !ways.empty()] {
    const auto words = hasWays ? tr("\"%1\" cannot continue. %2")
                               : tr("\"%1\" cannot continue. %2 Put it back and continue the run from the queue.");
    return words.arg(refused.title, inputSentences(refused.changes));
  };
  m_parts.announcer->offerWays(sentence, std::move(ways));
}

void InputsPresenter::accept(const Refused& refused) {
  QMessageBox box(
      QMessageBox::Question, tr("Continue with other files?"),
      tr("%1\n\nThe clip will differ from the one that the run would have made.").arg(inputSentences(refused.changes)),
      QMessageBox::NoButton, m_parts.window);
  box.setTextFormat(Qt::PlainText);
  const QPushButton* goesOn = box.addButton(tr("&Continue with the current files"), QMessageBox::AcceptRole);
  box.setDefaultButton(box.addButton(tr("Ca&ncel"), QMessageBox::RejectRole));
  box.exec();
  if (box.clickedButton() != goesOn) return offer(refused);
  goOn(refused, [](Engine& engine, const std::filesystem::path& run) { return engine.acceptInputs(run); });
}

void InputsPresenter::locate(const Refused& refused) {
  const auto folder = QFileDialog::getExistingDirectory(m_parts.window, tr("Locate models"));
  if (folder.isEmpty()) return offer(refused);
  m_parts.announcer->say([folder] { return tr("Looking for the models in %1…").arg(folder); });
  goOn(refused, [where = std::filesystem::path(folder.toStdString())](
                    Engine& engine, const std::filesystem::path& run) { return engine.relocateInputs(run, {where}); });
}

template <class Bind>
void InputsPresenter::goOn(const Refused& refused, Bind bind) {
  // In the meantime it may have been continued or removed in the queue.
  const auto* record = m_parts.studio->queue()->find(refused.run);
  if (!record || record->state != RunState::Failed) return;
  m_parts.studio->host()->ask(
      this,
      [bind = std::move(bind), run = record->request.options.runFolder](Engine& engine) { return bind(engine, run); },
      [this, refused](const Status& bound) {
        if (bound) return m_parts.studio->runner()->resume(refused.run);
        offer(refused);
        m_parts.announcer->tellError(refused.title, bound.error());
      });
}

}  // namespace fb::ui
