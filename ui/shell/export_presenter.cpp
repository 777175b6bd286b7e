// SPDX-License-Identifier: MIT
#include "shell/export_presenter.h"

#include "export/export_dialog.h"
#include "runs/history_model.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/bring_up.h"
#include "shell/clip_presenter.h"
#include "shell/studio.h"
#include "text/clip_names.h"
#include "text/clip_words.h"
#include "text/durations.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace fb::ui {

ExportPresenter::ExportPresenter(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_dialog(new ExportDialog(
          {parts.theme, parts.studio->host(), parts.studio->exportQueue(), parts.studio->exportPresets()},
          parts.window)),
      m_left(parts.settings->unfinishedExports()) {
  const auto* queue = m_parts.studio->exportQueue();
  connect(m_parts.studio, &Studio::ready, this, [this] { m_dialog->setAvailableFormats(m_parts.studio->formats()); });
  connect(m_parts.studio->exports(), &ExportSession::warning, m_parts.announcer, &Announcer::warn);
  connect(m_parts.clip, &ClipPresenter::shownChanged, this, [this] {
    if (m_isFollowing && m_dialog->isVisible() && m_parts.clip->isWhole()) m_dialog->setSource(source());
  });
  connect(queue, &ExportQueue::exported, this, [this, queue](const QString& path) {
    // The names of several clips may have folders of their own.
    const auto isNumbered = [&path](const ExportJob& job) { return job.isNumbered && job.path == path; };
    if (std::ranges::none_of(queue->jobs(), isNumbered))
      m_parts.settings->setOutputFolder(QFileInfo(path).absolutePath());
    m_parts.announcer->say([path] { return tr("Saved %1.").arg(QDir::toNativeSeparators(path)); });
  });
  connect(queue, &ExportQueue::exportFailed, this, [this](const QString& path, const Error& error) {
    // An open dialog shows it.
    if (!m_dialog->isVisible())
      m_parts.announcer->tellError([path] { return tr("The export to %1").arg(QDir::toNativeSeparators(path)); },
                                   error);
  });
  connect(m_parts.studio, &Studio::ready, this, &ExportPresenter::tellUnfinished);
  connect(queue, &ExportQueue::listChanged, this, &ExportPresenter::remember);
  connect(queue, &ExportQueue::jobChanged, this, &ExportPresenter::remember);
  connect(m_dialog, &ExportDialog::asked, this, [this] { m_isLeaving = false; });
  connect(queue, &ExportQueue::emptied, this, [this] {
    if (!m_isLeaving || m_dialog->pending() > 0) return;
    // Once: the window may stay, because of a run.
    m_isLeaving = false;
    Q_EMIT readyToLeave();
  });
}

// For the next start, if this one ends before they do.
void ExportPresenter::remember() {
  QStringList files;
  for (const auto& job : m_parts.studio->exportQueue()->jobs())
    if (job.isUnfinished()) files << QFileInfo(job.path).absoluteFilePath();
  m_parts.settings->setUnfinishedExports(files);
}

void ExportPresenter::tellUnfinished() {
  const auto files = std::exchange(m_left, {});
  if (files.isEmpty()) return;
  remember();
  m_parts.announcer->warn([files] {
    constexpr qsizetype kNamed = 3;
    QStringList named;
    for (const auto& file : files.mid(0, kNamed)) named << QDir::toNativeSeparators(file);
    if (files.size() > kNamed) named << QStringLiteral("…");
    return tr("The program ended before %n export(s) were finished: %1. Export them again.", nullptr,
              static_cast<int>(files.size()))
        .arg(named.join(QStringLiteral(", ")));
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

QString ExportPresenter::folder() const {
  const auto folder = m_parts.settings->outputFolder();
  return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::MoviesLocation) : folder;
}

// As clips are named that are saved by themselves, which tells those of one prompt apart.
QString ExportPresenter::baseName() const {
  const auto& shown = m_parts.clip->shown();
  if (!shown.request) return shortFileName(QFileInfo(shown.title).completeBaseName());
  const auto run = shown.run != 0 ? m_parts.studio->history()->record(shown.run) : std::nullopt;
  const auto when = run ? run->ended.toLocalTime() : QDateTime::currentDateTime();
  return clipFileName(m_parts.settings->clipPattern(), *shown.request, when).section(QLatin1Char('/'), -1);
}

ExportSource ExportPresenter::source() const {
  const auto& shown = m_parts.clip->shown();
  return {shown.clip, shown.title, words(), shown.request ? toJson(*shown.request, true) : std::string(),
          folder(),   baseName()};
}

void ExportPresenter::exportShown() {
  if (!m_parts.clip->isWhole()) return;
  m_isFollowing = true;
  m_dialog->setSource(source());
  bringUp(m_dialog);
}

void ExportPresenter::exportComparison(ExportSource comparison) {
  m_isFollowing = false;
  comparison.folder = folder();
  m_dialog->setSource(comparison);
  bringUp(m_dialog);
}

void ExportPresenter::exportRuns(const std::vector<RunId>& ids) {
  const auto* history = m_parts.studio->history();
  std::vector<ExportSource> sources;
  for (const auto id : ids) {
    const auto run = history->record(id);
    if (!run || run->kind != RunKind::Generate) continue;
    ExportSource source;
    source.title = run->displayTitle();
    source.words = history->index(history->row(id)).data(HistoryModel::WordsRole).toString();
    source.metadata = toJson(run->request, true);
    source.folder = folder();
    source.baseName = clipFileName(m_parts.settings->clipPattern(), run->request, run->ended.toLocalTime());
    source.make = Studio::clipOf(*run);
    source.runFolder = QString::fromStdString(run->request.options.runFolder.string());
    const auto& clip = run->request.clip;
    source.madeShape = {clip.width, clip.height, clip.frames, clip.fps};
    sources.push_back(source);
  }
  if (sources.empty()) return;
  m_isFollowing = false;
  m_dialog->setSources(sources);
  bringUp(m_dialog);
}

bool ExportPresenter::mayLeave() {
  auto* queue = m_parts.studio->exportQueue();
  const auto unfinished = [this, queue] { return queue->unfinished() + m_dialog->pending(); };
  if (unfinished() == 0) return true;
  QMessageBox box(
      QMessageBox::Question, tr("Exports are not finished"),
      tr("%n export(s) are not finished. If you quit now, their files are not written.", nullptr, unfinished()),
      QMessageBox::NoButton, m_parts.window);
  const QPushButton* finish = box.addButton(tr("&Finish them, then quit"), QMessageBox::AcceptRole);
  const QPushButton* cancel = box.addButton(tr("&Cancel them and quit"), QMessageBox::DestructiveRole);
  box.addButton(tr("&Stay"), QMessageBox::RejectRole);
  box.exec();
  const auto* pressed = box.clickedButton();
  if (pressed != finish && pressed != cancel) return false;
  if (pressed == cancel) {
    m_dialog->cancelPending();
    queue->cancelAll();
  }
  // While the question was open, they may have ended.
  if (unfinished() == 0) return true;
  m_isLeaving = true;
  return false;
}

}  // namespace fb::ui
