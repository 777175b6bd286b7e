// SPDX-License-Identifier: MIT
#include "shell/save_presenter.h"

#include "flowblend/export.h"
#include "runs/history_model.h"
#include "runs/queue_runner.h"
#include "session/engine_host.h"
#include "session/export_session.h"
#include "session/free_name.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "text/clip_names.h"
#include "text/error_sentences.h"
#include "widgets/open_folder.h"

#include <QDir>

namespace fb::ui {

SavePresenter::SavePresenter(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_session(parts.studio->saves()) {
  connect(m_parts.studio->runner(), &QueueRunner::runFinished, this,
          [this](const RunRecord& record, const RunResult& result) { onFinished(record, result.clip); });
  connect(m_session, &ExportSession::finished, this, &SavePresenter::onSaved);
  connect(m_session, &ExportSession::failed, this, &SavePresenter::onFailed);
  connect(m_parts.status, &StatusLine::folderRequested, this,
          [this](const QString& folder) { openFolder(folder, m_parts.window); });
}

void SavePresenter::onFinished(const RunRecord& record, const Clip& clip) {
  if (record.kind != RunKind::Generate || !m_parts.settings->savesClips() || clip.frames.empty()) return;
  m_pending.push_back({record.id, record.displayTitle(), record.request, clip, record.ended.toLocalTime()});
  saveNext();
}

void SavePresenter::saveNext() {
  if (m_isBusy || m_pending.empty()) return;
  m_isBusy = true;
  const auto& next = m_pending.front();
  const auto name = clipFileName(m_parts.settings->clipPattern(), next.request, next.when);
  m_parts.studio->host()->ask(
      this,
      [folder = m_parts.settings->clipsFolder(), name, ending = fileEnding(m_parts.settings->clipFormat())](Engine&) {
        return freeName(QDir(folder).absoluteFilePath(name), ending);
      },
      [this](const QString& file) { start(file); });
}

void SavePresenter::start(const QString& file) {
  m_file = file;
  const auto& next = m_pending.front();
  ExportOptions options;
  options.format = m_parts.settings->clipFormat();
  options.quality = m_parts.settings->clipQuality();
  options.metadata = toJson(next.request, true);
  m_session->start(next.clip, file, options);
}

void SavePresenter::onSaved(const QString& file) {
  m_parts.studio->history()->setVideo(m_pending.front().run, file);
  m_pending.pop_front();
  m_isBusy = false;
  m_parts.announcer->withdraw(QStringLiteral("saving"), {});
  m_parts.status->tellSaved(file);
  saveNext();
}

// The clip stays in the history; further clips are tried all the same.
void SavePresenter::onFailed(const Error& error) {
  m_isBusy = false;
  // Somebody else was faster.
  if (QFileInfo::exists(m_file)) return saveNext();
  const auto failed = m_pending.front();
  m_pending.pop_front();
  m_parts.announcer->stand(
      QStringLiteral("saving"),
      [title = failed.title, error] {
        const auto text = errorText(error);
        return tr("The clip \"%1\" could not be saved as a video, but is in the history. %2 %3")
            .arg(title, text.detail, text.wayOut);
      },
      [] { return tr("Try again"); },
      [this, failed] {
        m_pending.push_back(failed);
        saveNext();
      });
  saveNext();
}

}  // namespace fb::ui
