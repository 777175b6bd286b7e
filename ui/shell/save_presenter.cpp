// SPDX-License-Identifier: MIT
#include "shell/save_presenter.h"

#include "flowblend/engine.h"
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

#include <algorithm>
#include <utility>

namespace fb::ui {

SavePresenter::SavePresenter(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_session(parts.studio->saves()), m_unsaved(parts.settings->unsavedClips()) {
  connect(m_parts.studio->runner(), &QueueRunner::runFinished, this,
          [this](const RunRecord& record, const RunResult& result) { onFinished(record, result.clip); });
  connect(m_session, &ExportSession::finished, this, &SavePresenter::onSaved);
  connect(m_session, &ExportSession::failed, this, &SavePresenter::onFailed);
  connect(m_parts.status, &StatusLine::folderRequested, this,
          [this](const QString& folder) { openFolder(folder, m_parts.window); });
  connect(m_parts.studio, &Studio::ready, this, &SavePresenter::goOnFromLastTime);
  connect(m_parts.studio->history(), &HistoryModel::loaded, this, &SavePresenter::goOnFromLastTime);
}

void SavePresenter::onFinished(const RunRecord& record, const Clip& clip) {
  if (record.kind != RunKind::Generate || !m_parts.settings->savesClips() || clip.frames.empty()) return;
  add(record, [clip](Engine&, const std::stop_token&) { return Outcome<Clip>(clip); });
}

// Clips of which the program was not told, when it ended, that they are saved.
void SavePresenter::goOnFromLastTime() {
  if (!m_parts.studio->isReady() || !m_parts.studio->history()->isWhole() || std::exchange(m_hasGoneOn, true)) return;
  const auto left = m_parts.settings->unsavedClips();
  for (auto clip = left.begin(); clip != left.end(); ++clip) {
    const auto isPending = [run = clip.key()](const Pending& pending) { return pending.run == run; };
    if (std::ranges::any_of(m_pending, isPending)) continue;
    const auto record = m_parts.studio->history()->record(clip.key());
    if (!record || !record->video.isEmpty() || !m_parts.settings->savesClips())
      forget(clip.key());
    else
      checkBegun(*record, clip.value());
  }
}

// A file that was begun has its name only if it is complete; somebody else's may have taken the name since.
void SavePresenter::checkBegun(const RunRecord& record, const QString& file) {
  if (file.isEmpty()) return addAgain(record.id);
  m_parts.studio->host()->ask(
      this,
      [file = file.toStdString(), metadata = toJson(record.request, true)](Engine& engine) {
        const auto info = engine.inspectClip(file);
        return info.ok() && info.value().metadata == metadata;
      },
      [this, run = record.id, file](bool isSaved) {
        if (!isSaved) return addAgain(run);
        m_parts.studio->history()->setVideo(run, file, stateOfFile(file));
        forget(run);
      });
}

// From its run folder: clips that wait for the disk or the user take no memory.
void SavePresenter::addAgain(RunId run) {
  const auto record = m_parts.studio->history()->record(run);
  if (!record) return forget(run);
  auto isGone = std::make_shared<std::atomic<bool>>(false);
  const auto make = [read = Studio::clipOf(*record), isGone](Engine& engine, const std::stop_token& stop) {
    auto clip = read(engine, stop);
    *isGone = clip.failed();
    return clip;
  };
  add(*record, make, isGone);
}

void SavePresenter::add(const RunRecord& record, MakeClip make, std::shared_ptr<const std::atomic<bool>> isGone) {
  m_pending.push_back({record.id, record.displayTitle(), record.request, std::move(make), record.ended.toLocalTime(),
                       std::move(isGone)});
  remember(record.id, {});
  saveNext();
}

void SavePresenter::remember(RunId run, const QString& file) {
  m_unsaved[run] = file;
  m_parts.settings->setUnsavedClips(m_unsaved);
}

void SavePresenter::forget(RunId run) {
  m_unsaved.remove(run);
  m_parts.settings->setUnsavedClips(m_unsaved);
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
  remember(next.run, file);
  ExportOptions options;
  options.format = m_parts.settings->clipFormat();
  options.quality = m_parts.settings->clipQuality();
  options.metadata = toJson(next.request, true);
  m_session->start({next.make, file, options});
}

void SavePresenter::onSaved(const QString& file) {
  const auto run = m_pending.front().run;
  m_parts.studio->history()->setVideo(run, file, stateOfFile(file));
  m_pending.pop_front();
  m_isBusy = false;
  forget(run);
  if (m_failed.empty()) m_parts.announcer->withdraw(QStringLiteral("saving"), {});
  m_parts.status->tellSaved(file);
  saveNext();
}

void SavePresenter::onFailed(const Error& error) {
  m_parts.studio->host()->ask(
      this, [file = m_file](Engine&) { return isTaken(file); },
      [this, error](bool isTaken) {
        m_isBusy = false;
        // Another program has taken the name in the meantime, so another name is chosen.
        if (isTaken) return saveNext();
        giveUp(error);
      });
}

// The clip stays in the history; further clips are tried all the same.
void SavePresenter::giveUp(const Error& error) {
  const auto failed = m_pending.front();
  m_pending.pop_front();
  if (failed.isGone && *failed.isGone) {
    forget(failed.run);
    m_parts.announcer->tellError(failed.title, error);
  } else {
    m_failed.push_back(failed.run);
    remember(failed.run, {});
    tellFailed(failed.title, error);
  }
  saveNext();
}

void SavePresenter::tellFailed(const QString& title, const Error& error) {
  m_parts.announcer->stand(
      QStringLiteral("saving"),
      [title, error, count = static_cast<int>(m_failed.size())] {
        const auto text = errorText(error);
        if (count > 1)
          return tr("%n clip(s) could not be saved as videos, but are in the history. %1 %2", nullptr, count)
              .arg(withFullStop(text.detail), text.wayOut);
        return tr("The clip \"%1\" could not be saved as a video, but is in the history. %2 %3")
            .arg(title, withFullStop(text.detail), text.wayOut);
      },
      [] { return tr("Try again"); }, [this] { tryAgain(); });
}

void SavePresenter::tryAgain() {
  for (const auto run : std::exchange(m_failed, {})) addAgain(run);
}

}  // namespace fb::ui
