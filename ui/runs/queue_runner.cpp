// SPDX-License-Identifier: MIT
#include "runs/queue_runner.h"

#include "flowblend/calibration.h"
#include "flowblend/run_folder.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/run_store.h"
#include "session/engine_host.h"
#include "session/generation_session.h"
#include "text/input_sentences.h"
#include "widgets/frame_image.h"

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kThumbnailFrames = 12;
constexpr int kThumbnailHeight = 96;

}  // namespace

QueueRunner::QueueRunner(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_host(parts.host),
      m_session(parts.session),
      m_store(parts.store),
      m_queue(parts.queue),
      m_history(parts.history),
      m_images(QStringLiteral("previews")) {
  connectSession();
  connect(m_host, &EngineHost::opened, this, &QueueRunner::startNext, Qt::QueuedConnection);
  connect(m_queue, &QueueModel::orderChanged, this, [this] { m_store->saveOrder(m_queue->order()); });
}

// The program may end as soon as a run has been paused.
QueueRunner::~QueueRunner() { m_images.drain(); }

void QueueRunner::connectSession() {
  connect(m_session, &GenerationSession::phaseStarted, this, [this](Phase phase) {
    if (m_current) m_queue->setPhase(*m_current, phase);
  });
  connect(m_session, &GenerationSession::stepFinished, this, &QueueRunner::onStep);
  connect(m_session, &GenerationSession::previewReady, this, [this](int step, const Clip& clip) {
    if (!m_current) return;
    m_queue->setPreview(*m_current, clip);
    keepRunningPreview();
    Q_EMIT previewReady(*m_current, step, clip);
  });
  connect(m_session, &GenerationSession::progress, this, [this](Phase phase, double done) {
    if (m_current) m_queue->setProgress(*m_current, phase, done);
  });
  connect(m_session, &GenerationSession::warning, this, &QueueRunner::warning);
  connect(m_session, &GenerationSession::finished, this, &QueueRunner::onFinished);
  connect(m_session, &GenerationSession::cancelled, this, &QueueRunner::onCancelled);
  connect(m_session, &GenerationSession::failed, this, &QueueRunner::onFailed);
}

void QueueRunner::load() {
  m_history->load();
  if (m_isLoaded) return;
  auto records = m_store->readQueue();
  if (!m_store->wasQueueWhole()) return;
  // Runs started before the store could be read are already in the queue.
  std::erase_if(records, [this](const RunRecord& record) { return m_queue->row(record.id) >= 0; });
  for (auto& record : records) {
    if (record.state != RunState::Running) continue;
    record.state = RunState::Paused;
    // A run that another program has resumed was not interrupted.
    if (!isRunInUse(record.request.options.runFolder)) m_interrupted.push_back(record.id);
    m_store->save(record);
  }
  const bool isAnyWaiting =
      std::ranges::any_of(records, [](const RunRecord& record) { return record.state == RunState::Waiting; });
  if (m_queue->rowCount() == 0)
    m_queue->reset(std::move(records));
  else
    for (int row = 0; row < static_cast<int>(records.size()); ++row)
      m_queue->insert(row, records[static_cast<std::size_t>(row)]);
  for (int row = 0; row < m_queue->rowCount(); ++row) {
    estimate(m_queue->at(row));
    readPreview(m_queue->at(row));
  }
  if (isAnyWaiting) setHeld(true);
  m_isLoaded = true;
  Q_EMIT loaded();
}

RunId QueueRunner::enqueue(const GenerationRequest& request, RunKind kind, const QString& title) {
  RunRecord record;
  record.id = m_store->newId();
  record.kind = kind;
  record.title = title;
  record.request = request;
  record.request.options.runFolder.clear();
  record.created = QDateTime::currentDateTimeUtc();
  m_store->save(record);
  m_queue->add(record);
  estimate(record);
  QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
  return record.id;
}

void QueueRunner::start() {
  setHeld(false);
  startNext();
}

void QueueRunner::pauseQueue() { setHeld(true); }

void QueueRunner::setHeld(bool held) {
  if (held == m_held) return;
  m_held = held;
  Q_EMIT heldChanged(held);
}

void QueueRunner::lendDevice() {
  if (std::exchange(m_isLent, true)) return;
  QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
}

void QueueRunner::returnDevice() {
  if (!std::exchange(m_isLent, false)) return;
  QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
}

void QueueRunner::startNext() {
  if (m_isLent) {
    if (!m_current && m_host->engine()) Q_EMIT deviceLent();
    return;
  }
  if (m_held || m_current || !m_host->engine()) return;
  const auto next = m_queue->firstWaiting(m_edited);
  if (!next) {
    Q_EMIT queueIdle();
    return;
  }
  begin(*m_queue->find(*next));
}

void QueueRunner::begin(RunRecord record) {
  m_current = record.id;
  m_intent = Intent::None;
  m_isContinued = false;
  m_secondsEarlier = record.secondsSpent;
  m_watch.start();
  record.state = RunState::Running;
  record.problem.clear();
  if (record.request.options.runFolder.empty() || record.kind != RunKind::Generate) return startOver(std::move(record));
  update(record);
  m_host->ask(
      this,
      [folder = record.request.options.runFolder](Engine& engine) {
        return std::pair(engine.inspectRun(folder), isRunInUse(folder));
      },
      [this, record](const std::pair<Result<RunInfo>, bool>& found) {
        continueFrom(record, found.first, found.second);
      });
}

void QueueRunner::continueFrom(RunRecord record, const Result<RunInfo>& info, bool isInUse) {
  if (isInUse)
    Q_EMIT warning(tr("\"%1\" is in use by another program. It can be continued once that program has finished.")
                       .arg(record.displayTitle()));
  if (isInUse || m_intent != Intent::None) return onCancelled(record.stepsDone);
  if (!info) {
    // Without a folder, nothing has been saved yet. If it cannot be read, the user should know why work is repeated.
    if (info.error().kind != ErrorKind::NotFound)
      Q_EMIT warning(tr("The saved state of \"%1\" cannot be read, so it starts from the beginning: %2")
                         .arg(record.displayTitle(), QString::fromStdString(info.error().message)));
    return startOver(std::move(record));
  }
  m_isContinued = true;
  // Its models may have been moved and located.
  record.request.pair = info.value().request.pair;
  update(record);
  Q_EMIT runStarted(record);
  if (info.value().sampled)
    m_session->decode(record.request.options.runFolder);
  else
    m_session->resume(record.request.options.runFolder);
}

void QueueRunner::startOver(RunRecord record) {
  record.stepsDone = 0;
  record.steps.clear();
  if (record.kind != RunKind::Generate) {
    record.request.options.runFolder.clear();
    update(record);
    Q_EMIT runStarted(record);
    if (record.kind == RunKind::Probe)
      m_session->probe(record.request);
    else
      m_session->calibrate(record.request);
    return;
  }
  update(record);
  m_host->ask(
      this, [parent = m_runsFolder.toStdString()](Engine&) { return newRunFolder(parent); },
      [this](const Result<std::filesystem::path>& folder) { generateIn(folder); });
}

void QueueRunner::generateIn(const Result<std::filesystem::path>& folder) {
  // It may have been renamed in the meantime.
  auto record = *m_queue->find(*m_current);
  if (folder) record.request.options.runFolder = folder.value();
  update(record);
  Q_EMIT runStarted(record);
  if (m_intent != Intent::None)
    onCancelled(0);
  else if (!folder)
    onFailed(folder.error());
  else
    m_session->generate(record.request);
}

void QueueRunner::estimate(const RunRecord& record) {
  m_host->ask(
      this,
      [request = record.request, kind = record.kind](Engine& engine) -> std::optional<double> {
        if (kind == RunKind::Calibrate) {
          const auto cost = calibrationCost(engine, request);
          return cost ? cost.value().seconds : std::nullopt;
        }
        const auto cost = engine.estimateCost(request);
        return cost ? cost.value().seconds : std::nullopt;
      },
      [this, id = record.id](std::optional<double> seconds) {
        if (seconds) m_queue->setEstimate(id, *seconds);
      });
}

void QueueRunner::onStep(const StepReport& report) {
  if (!m_current || !m_queue->addStep(*m_current, report)) return;
  m_store->appendStep(*m_current, report);
  Q_EMIT stepFinished(*m_current, report);
}

RunRecord QueueRunner::takeCurrent(RunState state) {
  auto record = *m_queue->find(*m_current);
  m_current.reset();
  record.state = state;
  record.secondsSpent = m_secondsEarlier + static_cast<double>(m_watch.elapsed()) / 1000;
  return record;
}

void QueueRunner::onFinished(const RunResult& result) {
  if (!m_current) return;
  const auto intent = std::exchange(m_intent, Intent::None);
  auto record = takeCurrent(RunState::Finished);
  if (intent == Intent::Pause) freeDevice();
  if (intent == Intent::Remove) {
    drop(record);
    startNext();
    return;
  }
  // The engine keeps what it measured; there is nothing to look at later.
  if (record.kind == RunKind::Calibrate) {
    m_store->remove(record.id);
    m_queue->remove(record.id);
    Q_EMIT runFinished(record, result);
    startNext();
    return;
  }
  record.ended = QDateTime::currentDateTimeUtc();
  record.stepsDone = record.request.totalSteps();
  // The device and dtype actually used are what its clip reports.
  record.request.options.dtype = result.dtype;
  if (!result.steps.empty()) record.steps = result.steps;
  m_store->save(record);
  m_queue->remove(record.id);
  m_history->add(record);
  if (record.kind == RunKind::Generate) makeThumbnail(record, result.clip);
  Q_EMIT runFinished(record, result);
  startNext();
}

void QueueRunner::makeThumbnail(const RunRecord& record, const Clip& clip) {
  const auto file = QString::fromStdString(runThumbnail(record.request.options.runFolder).string());
  // After the previews, which have the same file.
  m_images.post([this, clip, file, id = record.id] {
    if (!writeImage(thumbnailStrip(clip, kThumbnailFrames, kThumbnailHeight), file)) return;
    const auto note = [this, id, file, frames = thumbnailFrames(clip, kThumbnailFrames)] {
      auto found = m_store->read(id);
      if (!found) return;
      found->thumbnail = file;
      found->thumbnailFrames = frames;
      m_store->save(*found);
      m_history->setThumbnail(id, file, frames);
    };
    QMetaObject::invokeMethod(this, note, Qt::QueuedConnection);
  });
}

// Whoever kills the program does not ask for the picture. One at a time is written, the newest next.
void QueueRunner::keepRunningPreview() {
  if (std::exchange(m_isPreviewNewer, true) || m_isKeepingPreview) return;
  keepNewestPreview();
}

void QueueRunner::keepNewestPreview() {
  m_isKeepingPreview = m_isPreviewNewer;
  if (!std::exchange(m_isPreviewNewer, false)) return;
  if (const auto* run = m_current ? m_queue->find(*m_current) : nullptr) keepPreview(*run);
  m_images.post([this] { QMetaObject::invokeMethod(this, &QueueRunner::keepNewestPreview, Qt::QueuedConnection); });
}

void QueueRunner::keepPreview(const RunRecord& record) {
  const auto& folder = record.request.options.runFolder;
  const auto preview = m_queue->indexOf(record.id).data(QueueModel::ThumbnailRole).value<QImage>();
  if (record.kind != RunKind::Generate || folder.empty() || preview.isNull()) return;
  m_images.post([preview, file = QString::fromStdString(runThumbnail(folder).string())] {
    writeImage(preview.scaledToHeight(kThumbnailHeight, Qt::SmoothTransformation), file);
  });
}

void QueueRunner::readPreview(const RunRecord& record) {
  const auto& folder = record.request.options.runFolder;
  if (record.kind != RunKind::Generate || folder.empty()) return;
  m_images.post([this, id = record.id, file = QString::fromStdString(runThumbnail(folder).string())] {
    const QImage image(file);
    QMetaObject::invokeMethod(
        this, [this, id, image] { m_queue->setKeptPreview(id, image); }, Qt::QueuedConnection);
  });
}

void QueueRunner::onCancelled(int stepsDone) {
  if (!m_current) return;
  auto record = takeCurrent(RunState::Paused);
  keepPreview(record);
  record.stepsDone = record.kind == RunKind::Generate ? stepsDone : 0;
  const auto intent = std::exchange(m_intent, Intent::None);
  if (intent == Intent::Pause) freeDevice();
  if (intent == Intent::Remove) {
    drop(record);
  } else {
    update(record);
    Q_EMIT runPaused(record);
  }
  startNext();
}

// If a run is refused because of changed files, the user is told which ones, instead of the engine's sentence.
void QueueRunner::onFailed(const Error& error) {
  if (!m_current) return;
  if (!m_isContinued || (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::NotFound)) return fail(error, {});
  m_host->ask(
      this,
      [folder = m_queue->find(*m_current)->request.options.runFolder](Engine& engine) {
        return engine.changedInputs(folder);
      },
      [this, error](const Result<std::vector<ChangedInput>>& changes) {
        fail(error, changes ? changes.value() : std::vector<ChangedInput>());
      });
}

void QueueRunner::fail(const Error& error, const std::vector<ChangedInput>& changes) {
  const auto intent = std::exchange(m_intent, Intent::None);
  auto record = takeCurrent(RunState::Failed);
  keepPreview(record);
  record.problem = changes.empty() ? QString::fromStdString(error.message) : inputSentences(changes);
  if (intent == Intent::Pause) freeDevice();
  if (intent == Intent::Remove) {
    drop(record);
  } else {
    update(record);
    if (changes.empty())
      Q_EMIT runFailed(record, error);
    else
      Q_EMIT inputsChanged(record, changes);
  }
  startNext();
}

void QueueRunner::interrupt(Intent intent) {
  m_intent = intent;
  m_session->requestStop();
}

void QueueRunner::freeDevice() {
  m_session->unloadModels();
  setHeld(true);
}

void QueueRunner::drop(const RunRecord& record) {
  std::erase(m_interrupted, record.id);
  m_store->remove(record.id);
  m_queue->remove(record.id);
  Q_EMIT runRemoved(record);
}

void QueueRunner::pause(RunId id) {
  if (m_current == id) {
    interrupt(Intent::Pause);
  } else if (const auto* found = m_queue->find(id); found && found->state == RunState::Waiting) {
    auto record = *found;
    record.state = RunState::Paused;
    update(record);
  }
}

void QueueRunner::stop(RunId id) {
  if (m_current == id)
    interrupt(Intent::Stop);
  else
    pause(id);
}

void QueueRunner::resume(RunId id) {
  const auto* found = m_queue->find(id);
  if (!found || m_current == id || found->state == RunState::Running) return;
  auto record = *found;
  record.state = RunState::Waiting;
  update(record);
  // Before all waiting runs, after the running one.
  m_queue->move(id, m_current && m_queue->row(*m_current) == 0 ? 1 : 0);
  std::erase(m_interrupted, id);
  start();
}

void QueueRunner::retry(RunId id) { resume(id); }

void QueueRunner::remove(RunId id) {
  if (m_current == id) {
    interrupt(Intent::Remove);
  } else if (const auto* found = m_queue->find(id)) {
    drop(RunRecord(*found));
  }
}

void QueueRunner::restore(const RunRecord& removed) {
  if (m_queue->find(removed.id)) return;
  auto record = removed;
  record.state = record.stepsDone > 0 ? RunState::Paused : RunState::Waiting;
  m_store->save(record);
  if (record.stepsDone > 0)
    m_queue->insert(m_current && m_queue->row(*m_current) == 0 ? 1 : 0, record);
  else
    m_queue->add(record);
  estimate(record);
  readPreview(record);
  QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
}

RunId QueueRunner::duplicate(RunId id) {
  const auto* found = m_queue->find(id);
  if (!found) return 0;
  RunRecord copy;
  copy.id = m_store->newId();
  copy.kind = found->kind;
  copy.title = found->title;
  copy.request = found->request;
  copy.request.options.runFolder.clear();
  copy.created = QDateTime::currentDateTimeUtc();
  m_store->save(copy);
  m_queue->insert(m_queue->row(id) + 1, copy);
  estimate(copy);
  QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
  return copy.id;
}

void QueueRunner::editRequest(RunId id, const GenerationRequest& request) {
  const auto* found = m_queue->find(id);
  if (!found || m_current == id) return;
  auto record = *found;
  record.request = request;
  record.request.options.runFolder.clear();
  record.stepsDone = 0;
  record.steps.clear();
  update(record);
  estimate(record);
}

void QueueRunner::setEdited(std::optional<RunId> id) {
  m_edited = id;
  if (!id) QMetaObject::invokeMethod(this, &QueueRunner::startNext, Qt::QueuedConnection);
}

void QueueRunner::rename(RunId id, const QString& title) {
  const auto* found = m_queue->find(id);
  if (!found) return;
  auto record = *found;
  record.title = title.trimmed();
  update(record);
}

void QueueRunner::requestBoundaries(double early, double late) {
  const auto* found = m_current ? m_queue->find(*m_current) : nullptr;
  if (!found) return;
  auto record = *found;
  const auto moved = record.request.sampling.schedule.withBoundariesAhead(early, late, record.stepsDone);
  record.request.sampling.schedule = moved;
  m_session->moveBoundaries(moved.early, moved.late);
  update(record);
  Q_EMIT scheduleChanged(record.id, moved);
}

void QueueRunner::update(const RunRecord& record) {
  m_store->save(record);
  m_queue->setRecord(record);
}

}  // namespace fb::ui
