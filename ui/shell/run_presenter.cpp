// SPDX-License-Identifier: MIT
#include "shell/run_presenter.h"

#include "flowblend/engine.h"
#include "flowblend/probe.h"
#include "lab/sweep_runner.h"
#include "runs/queue_model.h"
#include "runs/queue_panel.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "session/engine_host.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"
#include "text/durations.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace fb::ui {
namespace {

// A long run deserves a notification if nobody is looking.
constexpr double kLongRunSeconds = 20;

// Briefly what a run is doing.
QString liveWords(const QModelIndex& run) {
  const auto phase = run.data(QueueModel::PhaseRole);
  if (!phase.isValid() || static_cast<Phase>(phase.toInt()) != Phase::Sampling) return QueuePanel::stateWords(run);
  const int step = run.data(QueueModel::StepRole).toInt(), steps = run.data(QueueModel::StepsRole).toInt();
  return RunPresenter::tr("step %1 of %2").arg(std::min(step + 1, steps)).arg(steps);
}

}  // namespace

RunPresenter::RunPresenter(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_runner(parts.studio->runner()),
      m_queue(parts.studio->queue()),
      m_sweeps(parts.studio->sweeps()),
      m_taskbar(QGuiApplication::desktopFileName()) {
  connect(m_parts.studio, &Studio::ready, this, &RunPresenter::onReady);
  // In case the store had to be waited for.
  connect(m_runner, &QueueRunner::loaded, this, [this] {
    if (m_parts.studio->isReady()) onReady();
  });
  connect(m_parts.stages, &StagePanel::probeRequested, this, &RunPresenter::probe);
  connect(m_parts.request, &RequestPresenter::calibrationRequested, this, &RunPresenter::calibrate);
  connect(m_parts.stages, &StagePanel::boundariesMovedDuringRun, m_runner, &QueueRunner::requestBoundaries);
  connectQueue();
  connectRunner();
  connect(m_sweeps, &SweepRunner::changed, this, &RunPresenter::refresh);
  connect(m_sweeps, &SweepRunner::finished, this, &RunPresenter::leaveIfIdle);
  connect(m_sweeps, &SweepRunner::paused, this, &RunPresenter::leaveIfIdle);
  connect(m_sweeps, &SweepRunner::failed, this, &RunPresenter::leaveIfIdle);
  refresh();
}

// The queue's model signals every change of the running run and of waiting ones.
void RunPresenter::connectQueue() {
  connect(m_queue, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles != QList<int>{QueueModel::ThumbnailRole}) refresh();
          });
  connect(m_queue, &QAbstractItemModel::rowsInserted, this, &RunPresenter::refresh);
  connect(m_queue, &QAbstractItemModel::rowsRemoved, this, &RunPresenter::refresh);
  connect(m_queue, &QAbstractItemModel::modelReset, this, &RunPresenter::refresh);
}

void RunPresenter::connectRunner() {
  connect(m_runner, &QueueRunner::runStarted, this, &RunPresenter::onStarted);
  connect(m_runner, &QueueRunner::stepFinished, m_parts.stages, [this](RunId id, const StepReport& report) {
    // The steps of a calibration are not those of a schedule.
    if (const auto* run = m_queue->find(id); run && run->kind != RunKind::Calibrate) m_parts.stages->addStep(report);
  });
  connect(m_runner, &QueueRunner::scheduleChanged, m_parts.stages,
          [this](RunId, const StageSchedule& schedule) { m_parts.stages->setRunSchedule(schedule); });
  connect(m_runner, &QueueRunner::previewReady, this, [this](RunId id, int step, const Clip& clip) {
    if (const auto* run = m_queue->find(id)) m_parts.clip->showPreview(id, run->request, step, clip);
  });
  connect(m_runner, &QueueRunner::runFinished, this, &RunPresenter::onFinished);
  connect(m_runner, &QueueRunner::runPaused, this, &RunPresenter::onPaused);
  connect(m_runner, &QueueRunner::runFailed, this, &RunPresenter::onFailed);
  connect(m_runner, &QueueRunner::inputsChanged, this, &RunPresenter::onInputsChanged);
  connect(m_runner, &QueueRunner::runRemoved, this, &RunPresenter::onRemoved);
  connect(m_runner, &QueueRunner::heldChanged, this, &RunPresenter::refresh);
  connect(m_runner, &QueueRunner::warning, m_parts.announcer, &Announcer::warn);
}

void RunPresenter::onReady() {
  refresh();
  offerLeftOvers();
}

void RunPresenter::generate(int seeds) {
  if (!m_parts.studio->isReady() || m_parts.pair->pair().large.empty()) {
    m_parts.announcer->say([] { return tr("The engine is still starting."); }, std::chrono::seconds(4));
    return;
  }
  if (!QString::fromStdString(m_parts.request->request().clip.prompt).trimmed().isEmpty()) return enqueue(seeds);
  m_parts.announcer->offer([] { return tr("The description of the clip is empty."); },
                           [] { return tr("Generate anyway"); }, [this, seeds] { enqueue(seeds); });
}

void RunPresenter::enqueue(int seeds) {
  // What is queued is what is shown.
  m_parts.stages->showNextIfOther();
  const auto request = m_parts.request->requestToRun();
  if (isShown(request)) m_parts.announcer->say(tr("The seed is locked: this will be the clip shown once more."));
  const auto id = m_runner->enqueue(request);
  // A branch has the seed of the run whose steps it takes over.
  auto other = withoutBranch(request);
  for (int seed = 1; seed < seeds; ++seed) {
    ++other.sampling.seed;
    m_runner->enqueue(other);
  }
  // A user who presses Generate wants it to run, even if the queue was paused.
  if (m_runner->isHeld() && m_queue->count(RunState::Paused) == 0) m_runner->start();
  if (m_runner->isHeld())
    m_parts.announcer->offer([] { return tr("The queue is paused."); }, [] { return tr("Resume"); },
                             [this] {
                               if (const auto first = m_queue->firstWaiting()) m_parts.clip->watch(*first);
                               m_runner->start();
                             });
  else if (m_sweeps->isActive())
    sayQueueWaits();
  else if (isNextToRun(id))
    m_parts.clip->watch(id);
}

bool RunPresenter::isShown(const GenerationRequest& request) const {
  const auto& shown = m_parts.clip->shown().request;
  return shown && shown->pair.name == request.pair.name && shown->clip == request.clip &&
         shown->sampling == request.sampling;
}

void RunPresenter::sayQueueWaits() {
  m_parts.announcer->offer([] { return tr("The queue waits until the boundaries are measured."); },
                           [] { return tr("Pause measuring"); }, [this] { m_sweeps->pause(); });
}

// Nothing else is ahead of the run.
bool RunPresenter::isNextToRun(RunId id) const {
  return !m_runner->isHeld() && !m_runner->isDeviceLent() && !m_runner->runningRun() && m_queue->firstWaiting() == id;
}

void RunPresenter::probe() {
  if (!m_parts.studio->isReady()) return;
  // The curve is that of all steps, along the large model's trajectory, which boundaries do not change.
  const auto composed = m_parts.request->request();
  auto request = probeRequest(composed);
  request.options.preview = composed.options.preview;
  const auto id =
      m_runner->enqueue(request, RunKind::Probe, tr("Probe: %1").arg(QString::fromStdString(request.clip.prompt)));
  if (isNextToRun(id)) m_parts.clip->watch(id);
}

void RunPresenter::calibrate(const GenerationRequest& request) {
  m_runner->enqueue(request, RunKind::Calibrate, tr("Calibrate: %1").arg(QString::fromStdString(request.pair.name)));
  m_parts.request->askSoon();
  if (m_runner->isHeld())
    m_parts.announcer->offer([] { return tr("The queue is paused."); }, [] { return tr("Resume"); },
                             [this] { m_runner->start(); });
  else if (m_sweeps->isActive())
    sayQueueWaits();
}

// Whether it is measured, queued or neither is told where it is offered.
void RunPresenter::afterCalibration(const RunRecord& record) {
  if (record.kind == RunKind::Calibrate) m_parts.request->askSoon();
}

void RunPresenter::pause() {
  if (const auto id = m_runner->runningRun())
    m_runner->pause(*id);
  else
    m_sweeps->pause();
}

void RunPresenter::stop() {
  if (const auto id = m_runner->runningRun()) m_runner->stop(*id);
}

void RunPresenter::cancel() {
  if (const auto id = m_runner->runningRun()) m_runner->remove(*id);
}

void RunPresenter::resume() {
  if (m_runner->runningRun()) return;
  const auto paused = pausedRuns();
  // The one at the top.
  if (!paused.empty())
    m_runner->resume(paused.back());
  else
    m_runner->start();
}

void RunPresenter::onStarted(const RunRecord& record) {
  m_parts.announcer->dropOutdated();
  if (record.kind == RunKind::Calibrate) return;
  m_parts.stages->beginRun(record.request.sampling.schedule, record.steps);
  askCost(record.request);
  const bool isAnythingWatched = m_parts.clip->watched() != 0 || !m_parts.clip->shown().clip.frames.empty();
  if (!isAnythingWatched || m_parts.clip->isReopened()) m_parts.clip->watch(record.id);
}

void RunPresenter::askCost(const GenerationRequest& request) {
  m_parts.studio->host()->ask(
      this, [request](Engine& engine) { return engine.estimateCost(request); },
      m_cost.ask([this, schedule = request.sampling.schedule,
                  comparing = request.options.probe](const Result<CostEstimate>& cost) {
        m_parts.stages->setRunCost(cost ? std::optional(cost.value()) : std::nullopt, schedule, comparing);
      }));
}

void RunPresenter::onFinished(const RunRecord& record, const RunResult& result) {
  m_parts.stages->endRun();
  // The first run on a device tells how long others take.
  m_parts.request->askSoon();
  const bool isWatched = m_parts.clip->watched() == record.id;
  if (record.kind == RunKind::Probe) {
    m_parts.stages->addProbe(result.steps);
    if (isWatched) m_parts.clip->showAgain();
    m_parts.announcer->say([] { return tr("The probe is done; drag the boundaries to where the models agree."); });
  } else if (record.kind == RunKind::Calibrate) {
    m_parts.announcer->say([seconds = record.secondsSpent] {
      return tr("The models are measured in %1: their runs can use MagCache.").arg(elapsed(seconds));
    });
    afterCalibration(record);
  } else if (isWatched) {
    m_parts.clip->showRun(record, result.clip);
    m_parts.announcer->say([seconds = record.secondsSpent] { return tr("Done in %1.").arg(elapsed(seconds)); });
  } else {
    m_parts.announcer->say([seconds = record.secondsSpent, title = record.displayTitle()] {
      return tr("Done in %1 and in the history: %2").arg(elapsed(seconds), title);
    });
  }
  if (record.secondsSpent > kLongRunSeconds)
    m_parts.announcer->notifyIfAway(tr("Finished: %1").arg(record.displayTitle()));
  leaveIfIdle();
}

void RunPresenter::onPaused(const RunRecord& record) {
  m_parts.stages->endRun();
  if (record.kind == RunKind::Calibrate)
    m_parts.announcer->sayUntilStart(
        [] { return tr("Paused. Resumed from the queue, it measures from the beginning."); });
  else
    m_parts.announcer->sayUntilStart([done = record.stepsDone, all = record.request.totalSteps()] {
      return tr("Paused after step %1 of %2. It can be resumed from the queue.").arg(done).arg(all);
    });
  afterCalibration(record);
  leaveIfIdle();
}

void RunPresenter::onFailed(const RunRecord& record, const Error& error) {
  m_parts.stages->endRun();
  m_parts.announcer->tellError(record.displayTitle(), error);
  m_parts.announcer->notifyIfAway(record.kind == RunKind::Calibrate
                                      ? tr("The models could not be measured: %1").arg(record.displayTitle())
                                      : tr("The clip could not be generated: %1").arg(record.displayTitle()));
  afterCalibration(record);
  leaveIfIdle();
}

// The InputsPresenter shows what has changed and what can be done.
void RunPresenter::onInputsChanged(const RunRecord& record) {
  m_parts.stages->endRun();
  m_parts.announcer->notifyIfAway(tr("The clip could not be generated: %1").arg(record.displayTitle()));
  leaveIfIdle();
}

void RunPresenter::onRemoved(const RunRecord& record) {
  // A waiting run can be removed while another one runs.
  if (!m_runner->runningRun()) {
    m_parts.stages->endRun();
    if (m_parts.clip->watched() == record.id) {
      m_parts.clip->showAgain();
      // A user who watched this run watches the next one.
      if (const auto next = m_queue->firstWaiting(); next && !m_runner->isHeld()) m_parts.clip->watch(*next);
    }
  }
  afterCalibration(record);
  if (m_leaving || record.kind != RunKind::Generate) return;
  // Its folder stays for a while.
  m_parts.announcer->offerWays(
      [title = record.displayTitle(), isBegun = record.stepsDone > 0] {
        return isBegun ? tr("Cancelled: %1").arg(title) : tr("Removed from the queue: %1").arg(title);
      },
      {{[] { return tr("Undo"); }, [this, record] { m_runner->restore(record); }, true}});
}

void RunPresenter::leave() {
  m_leaving = true;
  if (m_sweeps->isActive()) m_sweeps->pauseToLeave();
  if (const auto running = m_runner->runningRun()) m_runner->pause(*running);
  leaveIfIdle();
}

bool RunPresenter::isBusy() const { return m_runner->runningRun() || m_sweeps->isActive(); }

void RunPresenter::leaveIfIdle() {
  if (!m_leaving || m_hasLeft || isBusy()) return;
  m_hasLeft = true;
  Q_EMIT readyToLeave();
}

// The last attempt to save pending data is made when the store is destroyed.
bool RunPresenter::mayLoseUnsaved() const {
  const auto* store = m_parts.studio->store();
  if (!store->hasUnsaved() || store->trouble().isEmpty()) return true;
  QMessageBox box(QMessageBox::Warning, tr("Not everything is saved"),
                  tr("%1\n\nIf you quit before this is resolved, unsaved changes are lost.").arg(store->trouble()),
                  QMessageBox::NoButton, m_parts.window);
  box.setTextFormat(Qt::PlainText);
  const QPushButton* leave = box.addButton(tr("&Quit"), QMessageBox::DestructiveRole);
  box.setDefaultButton(box.addButton(tr("&Stay"), QMessageBox::RejectRole));
  box.exec();
  return box.clickedButton() == leave;
}

bool RunPresenter::mayLeave() {
  if (m_leaving) return true;
  if (!mayLoseUnsaved()) return false;
  if (!isBusy()) return true;
  const bool isSweep = m_sweeps->isActive();
  const auto running = m_runner->runningRun();
  const auto* run = running ? m_queue->find(*running) : nullptr;
  const bool isCalibration = run && run->kind == RunKind::Calibrate;
  QMessageBox box(
      QMessageBox::Question,
      isSweep         ? tr("Boundaries are being measured")
      : isCalibration ? tr("Models are being measured")
                      : tr("A clip is being generated"),
      isSweep ? tr("Quit now? Everything measured is kept, and it continues from there next time.")
      : isCalibration
          ? tr("Quit now? Next time, measuring can be resumed from the queue; it starts from the beginning.")
          : tr("Quit now? Finished steps are kept, and the run continues from there next time."),
      QMessageBox::NoButton, m_parts.window);
  const QPushButton* keep = box.addButton(tr("&Keep for later and quit"), QMessageBox::AcceptRole);
  box.addButton(tr("&Stay"), QMessageBox::RejectRole);
  box.exec();
  if (box.clickedButton() != keep) return false;
  // While the question was open, the run may have ended, and the next one may have started.
  if (!isBusy()) return true;
  leave();
  return false;
}

void RunPresenter::refresh() {
  const auto id = m_runner->runningRun();
  const auto index = id ? m_queue->indexOf(*id) : QModelIndex();
  const int waiting = m_queue->count(RunState::Waiting);
  const auto runs = QueuePanel::countWords(*m_queue);
  if (index.isValid()) {
    const double done = index.data(QueueModel::ProgressRole).toDouble();
    m_parts.status->setEngineState(QueuePanel::stateWords(index));
    // Of a run alone, it is told beside its step already.
    m_parts.status->setQueue(runs, done, waiting > 0 ? m_queue->secondsLeft() : std::nullopt);
    m_taskbar.setProgress(done);
    // A calibration has nothing to watch.
    const bool isClip = m_queue->find(*id)->kind != RunKind::Calibrate;
    m_parts.clip->setLive(isClip ? std::optional(ClipPresenter::Live{*id, liveWords(index)}) : std::nullopt);
  } else if (m_sweeps->isActive()) {
    const auto& progress = m_sweeps->progress();
    m_parts.status->setEngineState(
        progress.clips > 0 ? tr("Finding boundaries: clip %1 of %2").arg(progress.clip + 1).arg(progress.clips)
                           : tr("Finding boundaries: comparing clips"));
    m_parts.status->setQueue(runs, progress.done, progress.secondsLeft);
    m_taskbar.setProgress(progress.done);
    m_parts.clip->setLive({});
  } else {
    m_parts.status->setEngineState(m_parts.studio->isReady() ? tr("Ready") : tr("Starting the engine…"));
    m_parts.status->setQueue(runs, {}, {});
    m_taskbar.setProgress({});
    m_parts.clip->setLive({});
  }
  Q_EMIT runningChanged(id.has_value());
  Q_EMIT pausedChanged(!id && !m_sweeps->isActive() &&
                       (m_queue->count(RunState::Paused) > 0 || (m_runner->isHeld() && waiting > 0)));
}

// In reverse order: the last one that is resumed becomes the first one of the queue.
std::vector<RunId> RunPresenter::pausedRuns() const {
  std::vector<RunId> runs;
  for (int row = m_queue->rowCount() - 1; row >= 0; --row)
    if (m_queue->at(row).state == RunState::Paused) runs.push_back(m_queue->at(row).id);
  return runs;
}

void RunPresenter::offerLeftOvers() {
  const auto interrupted = m_runner->interruptedRuns();
  const int waiting = m_queue->count(RunState::Waiting);
  if (!interrupted.empty()) {
    m_parts.announcer->offer(
        [count = static_cast<int>(interrupted.size())] {
          return tr("%n run(s) were interrupted. Their steps are kept.", nullptr, count);
        },
        [] { return tr("Resume"); },
        [this, interrupted] {
          for (const auto run : interrupted) m_runner->resume(run);
        });
  } else if (const auto paused = pausedRuns(); !paused.empty()) {
    m_parts.announcer->offer(
        [count = static_cast<int>(paused.size())] {
          return tr("%n run(s) are paused. Their steps are kept.", nullptr, count);
        },
        [] { return tr("Resume"); },
        [this, paused] {
          for (const auto run : paused) m_runner->resume(run);
        });
  } else if (waiting > 0) {
    m_parts.announcer->offer([waiting] { return tr("%n run(s) are waiting from last time.", nullptr, waiting); },
                             [] { return tr("Resume"); }, [this] { m_runner->start(); });
  } else if (m_queue->rowCount() == 0) {
    m_runner->start();
  }
}

}  // namespace fb::ui
