// SPDX-License-Identifier: MIT
#include "shell/history_presenter.h"

#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "session/engine_host.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/compare_presenter.h"
#include "shell/export_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"
#include "widgets/file_data.h"
#include "widgets/open_folder.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace fb::ui {

HistoryPresenter::HistoryPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  auto* panel = m_parts.panel;
  connect(panel, &HistoryPanel::loadRequested, this, &HistoryPresenter::load);
  connect(panel, &HistoryPanel::openRequested, m_parts.clip, [this](RunId id) { m_parts.clip->openRun(id); });
  connect(m_parts.clip, &ClipPresenter::reopened, panel, &HistoryPanel::select);
  connect(panel, &HistoryPanel::exportRequested, this, &HistoryPresenter::exportRun);
  connect(panel, &HistoryPanel::exportManyRequested, m_parts.exporter, &ExportPresenter::exportRuns);
  connect(panel, &HistoryPanel::rerunRequested, this, &HistoryPresenter::rerun);
  connect(panel, &HistoryPanel::compareRequested, m_parts.compare, &ComparePresenter::compareWith);
  connect(panel, &HistoryPanel::compareManyRequested, m_parts.compare, &ComparePresenter::compareMany);
  connect(panel, &HistoryPanel::playVideoRequested, this, [this, panel](RunId id) {
    useVideos({id}, [panel](const QStringList& files) { openVideo(files.first(), panel); });
  });
  connect(panel, &HistoryPanel::showVideoRequested, this, [this, panel](RunId id) {
    useVideos({id}, [panel](const QStringList& files) { openFolder(QFileInfo(files.first()).absolutePath(), panel); });
  });
  connect(panel, &HistoryPanel::copyVideosRequested, this, [this](const std::vector<RunId>& ids) {
    useVideos(ids, [this](const QStringList& files) { copyVideos(files); });
  });
  connect(panel, &HistoryPanel::deleteRequested, m_parts.studio, &Studio::deleteRuns);
}

void HistoryPresenter::load(RunId id) {
  const auto run = m_parts.studio->history()->record(id);
  if (!run) return;
  m_parts.request->takeOver(run->request);
  if (run->kind == RunKind::Probe)
    m_parts.stages->addProbe(run->steps);
  else
    m_parts.clip->openRun(id);
  m_parts.announcer->say(tr("Settings loaded, with the seed locked: unlock it for another clip."));
}

void HistoryPresenter::exportRun(RunId id) {
  m_parts.clip->openRun(id, [this] { m_parts.exporter->exportShown(); });
}

void HistoryPresenter::rerun(RunId id) {
  const auto run = m_parts.studio->history()->record(id);
  if (!run) return;
  m_parts.request->takeOver(run->request);
  m_parts.stages->showCurve(run->steps);
  m_parts.stages->setFocus();
  m_parts.announcer->say([] { return tr("Drag the stage boundaries and press Generate."); });
}

void HistoryPresenter::useVideos(const std::vector<RunId>& ids, std::function<void(const QStringList&)> use) {
  struct Video {
    QString file, state;
  };
  std::vector<Video> videos;
  const auto* history = m_parts.studio->history();
  for (const auto id : ids)
    if (const int row = history->row(id); row >= 0 && !history->summary(row).video.isEmpty())
      videos.push_back({history->summary(row).video, history->summary(row).videoState});
  struct Found {
    QStringList there, gone;
  };
  // The disk may be a slow one.
  m_parts.studio->host()->ask(
      this,
      [videos = std::move(videos)](Engine&) {
        Found found;
        for (const auto& [file, state] : videos) (isVideoThere(file, state) ? found.there : found.gone) << file;
        return found;
      },
      [this, use = std::move(use)](const Found& found) {
        if (!found.gone.isEmpty())
          m_parts.announcer->warn(
              [first = QDir::toNativeSeparators(found.gone.first()), count = static_cast<int>(found.gone.size())] {
                if (count > 1)
                  return tr("%n video(s) have been moved or changed since they were saved, among them %1. Put them "
                            "back, or "
                            "export the clips again.",
                            nullptr, count)
                      .arg(first);
                return tr("The video %1 has been moved or changed since it was saved. Put it back, or export the clip "
                          "again.")
                    .arg(first);
              });
        if (!found.there.isEmpty()) use(found.there);
      });
}

void HistoryPresenter::copyVideos(const QStringList& files) {
  QGuiApplication::clipboard()->setMimeData(mimeDataOf(files));
  m_parts.announcer->say([count = static_cast<int>(files.size())] {
    return tr("%n video(s) copied; paste into a folder, a message or another program.", nullptr, count);
  });
}

}  // namespace fb::ui
