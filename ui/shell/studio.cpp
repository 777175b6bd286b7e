// SPDX-License-Identifier: MIT
#include "shell/studio.h"

#include "export/export_presets.h"
#include "files/private_files.h"
#include "flowblend/clip_metadata.h"
#include "lab/sweep_runner.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "session/generation_session.h"
#include "shell/run_log.h"

#include <QDir>

#include <chrono>
#include <filesystem>

namespace fb::ui {
namespace {

struct Opened {
  std::vector<DeviceInfo> devices;
  std::vector<ExportFormat> formats;
  Result<std::vector<PairSpec>> builtIn;
};

struct ClipFile {
  Result<Clip> clip;
  Studio::ClipComment comment;
};

Studio::ClipComment readComment(Engine& engine, const std::filesystem::path& file) {
  const auto info = engine.inspectClip(file);
  if (!info) return {};
  const auto& metadata = info.value().metadata;
  if (isOwnMetadata(metadata)) return {QString::fromStdString(metadata), {}};
  return {{}, QString::fromStdString(foreignPrompt(metadata).value_or(std::string()))};
}

// What is left of it: its frames, or else the video that it was saved as, unless another file has its name now.
Result<Clip> readRunClip(Engine& engine, const std::filesystem::path& folder, const QString& video,
                         const QString& videoState) {
  auto clip = engine.loadRunClip(folder);
  if (clip || video.isEmpty()) return clip;
  if (isVideoThere(video, videoState))
    if (auto saved = engine.readClip(video.toStdString())) return saved;
  const auto sentence = Studio::tr(
      "The frames of this clip cannot be read from %1, and its video %2 has been moved or changed. Put the video back, "
      "or generate the clip again.");
  return Error{ErrorKind::NotFound, sentence.arg(QString::fromStdString(folder.string()), video).toStdString()};
}

}  // namespace

Studio::Studio(EngineHost::MakeEngine makeEngine, const QString& stateFolder, QObject* parent)
    : QObject(parent),
      m_host(new EngineHost(std::move(makeEngine), this)),
      m_store(std::make_unique<RunStore>(QDir(stateFolder).filePath(QStringLiteral("studio.sqlite")))),
      m_folders(QDir(stateFolder).filePath(QStringLiteral("run-folders"))),
      m_session(new GenerationSession(this)),
      m_queue(new QueueModel(this)),
      m_history(new HistoryModel(m_store.get(), this)),
      m_runner(new QueueRunner({m_host, m_session, m_store.get(), m_queue, m_history}, this)),
      m_sweeps(new SweepRunner(m_host, m_runner, this)),
      m_exports(new ExportSession(m_host, this)),
      m_exportQueue(new ExportQueue(m_exports, this)),
      m_exportPresets(new ExportPresetStore(QDir(stateFolder).filePath(QStringLiteral("export-presets.json")), this)),
      m_saves(new ExportSession(m_host, this)) {
  m_exports->keepJournal(stateFolder);
  // A journal has one entry for each process.
  const auto saving = QDir(stateFolder).filePath(QStringLiteral("saving"));
  makePrivateFolder(saving);
  m_saves->keepJournal(saving);
  new RunLog(this);
  connect(m_store.get(), &RunStore::opened, this, [this] {
    if (m_hasBegun && !m_runner->isLoaded()) load();
  });
  m_readAgain.setSingleShot(true);
  m_readAgain.setInterval(std::chrono::seconds(5));
  connect(&m_readAgain, &QTimer::timeout, this, &Studio::read);
  connect(m_history, &HistoryModel::loadFailed, &m_readAgain, qOverload<>(&QTimer::start));
  connect(m_history, &HistoryModel::loaded, this, [this] {
    if (m_host->engine()) cleanUpFolders();
    keepWithinSpace();
  });
  connect(m_runner, &QueueRunner::runFinished, this, &Studio::keepWithinSpace);
  connect(m_saves, &ExportSession::finished, this, &Studio::keepWithinSpace);
  connect(m_runner, &QueueRunner::runStarted, this, [this](const RunRecord& record) {
    m_folders.note(QString::fromStdString(record.request.options.runFolder.string()));
  });
  connect(m_runner, &QueueRunner::runRemoved, this, [this](const RunRecord& record) {
    m_removed << QString::fromStdString(record.request.options.runFolder.string());
  });
  connect(m_runner, &QueueRunner::loaded, this, &Studio::trashDeleted);
  connect(m_queue, &QAbstractItemModel::rowsRemoved, this, &Studio::trashDeleted);
  connect(m_exportQueue, &ExportQueue::jobChanged, this, &Studio::trashDeleted);
  connect(m_host, &EngineHost::opened, this, &Studio::onEngineOpened);
  connect(m_host, &EngineHost::failed, this, &Studio::failed);
}

Studio::~Studio() {
  // The session ends first: its last signals still reach the runner, and the store writes what they report.
  delete m_session;
  delete m_sweeps;
  delete m_exportQueue;
  delete m_exports;
  // A clip that is being saved is finished work.
  m_saves->letEnd();
  delete m_saves;
  delete m_runner;
  delete m_host;
}

void Studio::start() {
  if (m_store->isSettled())
    begin();
  else
    connect(m_store.get(), &RunStore::settled, this, &Studio::begin);
}

// A store that has to be waited for does not keep anyone from working; its content comes later.
void Studio::begin() {
  m_hasBegun = true;
  if (m_store->isOpen()) load();
  m_host->open();
}

void Studio::load() {
  if (!m_store->loss().isEmpty()) m_folders.leaveAll();
  read();
}

void Studio::read() {
  m_runner->load();
  if (!m_runner->isLoaded()) m_readAgain.start();
  if (m_host->engine()) cleanUpFolders();
}

void Studio::onEngineOpened() {
  m_session->setEngine(m_host->engine());
  cleanUpFolders();
  m_host->ask(
      this,
      [](Engine& engine) {
        return Opened{engine.devices(), engine.availableExportFormats(), engine.builtInPairs()};
      },
      [this](Opened opened) {
        m_devices = std::move(opened.devices);
        m_formats = std::move(opened.formats);
        m_ready = opened.builtIn.ok();
        if (m_ready)
          Q_EMIT ready(opened.builtIn.value());
        else
          Q_EMIT failed(opened.builtIn.error());
      });
}

void Studio::openClip(const QString& path, QObject* receiver, ThenClip then) {
  m_host->ask(
      receiver,
      [file = std::filesystem::path(path.toStdString())](Engine& engine) {
        return ClipFile{engine.readClip(file), readComment(engine, file)};
      },
      [this, path, then = std::move(then)](const ClipFile& file) {
        if (file.clip)
          then(file.clip.value(), file.comment);
        else
          Q_EMIT openFailed(path, file.clip.error());
      });
}

void Studio::openRun(RunId id, QObject* receiver, ThenRun then) {
  const auto record = m_history->record(id);
  if (!record) return;
  m_host->ask(
      receiver,
      [folder = record->request.options.runFolder, video = record->video, state = record->videoState](Engine& engine) {
        return readRunClip(engine, folder, video, state);
      },
      [this, record = *record, then = std::move(then)](const Result<Clip>& clip) {
        if (clip)
          then(record, clip.value());
        else
          Q_EMIT openFailed(record.displayTitle(), clip.error());
      });
}

MakeClip Studio::clipOf(const RunRecord& record) {
  return [folder = record.request.options.runFolder, video = record.video, state = record.videoState](
             Engine& engine, const std::stop_token&) -> Outcome<Clip> {
    auto clip = readRunClip(engine, folder, video, state);
    if (!clip) return clip.error();
    return std::move(clip).value();
  };
}

void Studio::deleteRuns(const std::vector<RunId>& ids) {
  for (const auto id : ids)
    if (const int row = m_history->row(id); row >= 0 && !m_history->isReadOnly(id))
      m_deleted << m_history->summary(row).runFolder;
  m_history->remove(ids);
  trashDeleted();
  cleanUpFolders();
}

// What queued runs continue from, and unfinished exports read.
QSet<QString> Studio::foldersInUse() const {
  QSet<QString> folders;
  for (int row = 0; row < m_queue->rowCount(); ++row)
    if (const auto& parent = m_queue->at(row).request.options.branchFrom; !parent.empty())
      folders.insert(QDir::cleanPath(QString::fromStdString(parent.string())));
  for (const auto& folder : m_exportQueue->runFoldersInUse()) folders.insert(QDir::cleanPath(folder));
  return folders;
}

void Studio::trashDeleted() {
  // As long as the queue cannot be read, nobody knows what its runs continue from.
  if (m_deleted.isEmpty() || !m_runner->isLoaded()) return;
  const auto inUse = foldersInUse();
  QStringList unused, needed;
  for (const auto& folder : m_deleted) (inUse.contains(QDir::cleanPath(folder)) ? needed : unused) << folder;
  m_deleted = needed;
  if (!unused.isEmpty()) m_folders.moveToTrash(unused);
}

void Studio::keepWithinSpace() {
  // As long as the queue cannot be read, nobody knows what its runs continue from.
  if (m_spaceLimit == 0 || !m_history->isWhole() || !m_runner->isLoaded()) return;
  const auto inUse = foldersInUse();
  std::vector<RunFolders::Kept> runs;
  // The newest is the first one in the history.
  for (int row = m_history->rowCount() - 1; row >= 0; --row)
    if (const auto& run = m_history->summary(row); !run.runFolder.isEmpty() && !m_history->isReadOnly(run.id))
      runs.push_back(
          {run.runFolder, run.video, run.videoState, run.starred || inUse.contains(QDir::cleanPath(run.runFolder))});
  m_folders.keepWithin(static_cast<std::uint64_t>(m_spaceLimit * 1e9), runs);
}

void Studio::cleanUpFolders() {
  // Only the store knows which folders are in use.
  if (!m_runner->isLoaded() || !m_history->isWhole()) return;
  QStringList used;
  for (int row = 0; row < m_queue->rowCount(); ++row)
    used << QString::fromStdString(m_queue->at(row).request.options.runFolder.string());
  for (int row = 0; row < m_history->rowCount(); ++row) used << m_history->summary(row).runFolder;
  for (const auto& folder : foldersInUse()) used << folder;
  // Undo brings these runs back, however long they have rested.
  used << m_removed;
  m_folders.cleanUp(used);
}

}  // namespace fb::ui
