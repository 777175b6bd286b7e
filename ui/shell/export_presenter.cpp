// SPDX-License-Identifier: MIT
#include "shell/export_presenter.h"

#include "export/export_dialog.h"
#include "runs/history_model.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "text/clip_words.h"
#include "text/durations.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace fb::ui {
namespace {

QString fileNameFor(const GenerationRequest& request) {
  auto name = QString::fromStdString(request.clip.prompt).left(48).toLower();
  name.replace(QRegularExpression(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption),
               QStringLiteral("-"));
  return name.isEmpty() ? QStringLiteral("clip") : name;
}

}  // namespace

ExportPresenter::ExportPresenter(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_dialog(new ExportDialog(
          {parts.theme, parts.studio->host(), parts.studio->exportQueue(), parts.studio->exportPresets()},
          parts.window)) {
  const auto* queue = m_parts.studio->exportQueue();
  connect(m_parts.studio, &Studio::ready, this, [this] { m_dialog->setAvailableFormats(m_parts.studio->formats()); });
  connect(m_parts.studio->exports(), &ExportSession::warning, m_parts.announcer, &Announcer::warn);
  connect(m_parts.clip, &ClipPresenter::shownChanged, this, [this] {
    if (m_dialog->isVisible() && m_parts.clip->isWhole()) m_dialog->setSource(source());
  });
  connect(queue, &ExportQueue::exported, this, [this](const QString& path) {
    m_parts.settings->setOutputFolder(QFileInfo(path).absolutePath());
    m_parts.announcer->say(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
  });
  connect(queue, &ExportQueue::exportFailed, this, [this](const QString& path, const Error& error) {
    // An open dialog shows it.
    if (!m_dialog->isVisible())
      m_parts.announcer->tellError([path] { return tr("The export to %1").arg(QDir::toNativeSeparators(path)); },
                                   error);
  });
  connect(queue, &ExportQueue::emptied, this, [this] {
    if (!m_isLeaving) return;
    // Once: the window may stay, because of a run.
    m_isLeaving = false;
    Q_EMIT readyToLeave();
  });
}

// As in the history.
QString ExportPresenter::words() const {
  const auto& shown = m_parts.clip->shown();
  const auto* history = m_parts.studio->history();
  if (const int row = shown.run != 0 ? history->row(shown.run) : -1; row >= 0)
    return history->index(row).data(HistoryModel::WordsRole).toString();
  if (shown.request) return clipWords(shown.request->sampling.schedule, shown.request->sampling.seed);
  return QStringLiteral("%1 · %2").arg(frameSize(shown.clip.width(), shown.clip.height()),
                                       clipSummary(static_cast<int>(shown.clip.frames.size()), shown.clip.fps));
}

ExportSource ExportPresenter::source() const {
  auto folder = m_parts.settings->outputFolder();
  if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
  const auto& shown = m_parts.clip->shown();
  return {shown.clip, shown.title,
          words(),    shown.request ? toJson(*shown.request, true) : std::string(),
          folder,     fileNameFor(shown.request.value_or(m_parts.request->request()))};
}

void ExportPresenter::exportShown() {
  if (!m_parts.clip->isWhole()) return;
  m_dialog->setSource(source());
  m_dialog->show();
  m_dialog->raise();
}

bool ExportPresenter::mayLeave() {
  auto* queue = m_parts.studio->exportQueue();
  if (queue->unfinished() == 0) return true;
  QMessageBox box(
      QMessageBox::Question, tr("Exports are not finished"),
      tr("%n export(s) are not finished. If you quit now, their files are not written.", nullptr, queue->unfinished()),
      QMessageBox::NoButton, m_parts.window);
  const QPushButton* finish = box.addButton(tr("&Finish them, then quit"), QMessageBox::AcceptRole);
  const QPushButton* cancel = box.addButton(tr("&Cancel them and quit"), QMessageBox::DestructiveRole);
  box.addButton(tr("&Stay"), QMessageBox::RejectRole);
  box.exec();
  const auto* pressed = box.clickedButton();
  if (pressed != finish && pressed != cancel) return false;
  if (pressed == cancel) queue->cancelAll();
  // While the question was open, they may have ended.
  if (queue->unfinished() == 0) return true;
  m_isLeaving = true;
  return false;
}

}  // namespace fb::ui
