// SPDX-License-Identifier: MIT
// Runs from pressing Generate to their end: what the panels, the status bar and the task bar show of them.
#pragma once

#include "runs/run_record.h"
#include "session/newest.h"
#include "shell/taskbar_progress.h"

#include <QObject>

#include <vector>

class QWidget;

namespace fb {
struct Error;
struct GenerationRequest;
struct RunResult;
}  // namespace fb

namespace fb::ui {

class Announcer;
class ClipPresenter;
class PairPresenter;
class QueueModel;
class QueuePanel;
class QueueRunner;
class RequestPresenter;
class StagePanel;
class SweepRunner;
class StatusLine;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class RunPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // for questions
    Studio* studio;
    PairPresenter* pair;
    RequestPresenter* request;
    ClipPresenter* clip;
    QueuePanel* panel;
    StagePanel* stages;
    StatusLine* status;
    Announcer* announcer;
  };
  explicit RunPresenter(const Parts& parts, QObject* parent = nullptr);

  // A run or a sweep is in progress, or about to be.
  bool isBusy() const;
  // Whether the program may end now. Asks the user if a run is in progress; if they want to quit, readyToLeave()
  // follows once the run is saved.
  bool mayLeave();
  // The program ends in any case: readyToLeave() follows once the running run is saved.
  void leave();

public Q_SLOTS:
  // With the seed of the fields and those that follow it.
  void generate(int seeds = 1);
  void probe();
  // Measures the models of the request for MagCache.
  void calibrate(const fb::GenerationRequest& request);
  // The running run or sweep, if there is one.
  void pause();
  // For the running run, if there is one.
  void stop();
  void cancel();
  // Goes on where the queue was paused.
  void resume();
  // In the current language.
  void refresh();

Q_SIGNALS:
  void runningChanged(bool isRunning);
  // Nothing runs, and resume() would start something.
  void pausedChanged(bool isPaused);
  void readyToLeave();

private:
  void connectQueue();
  void connectRunner();
  void onReady();
  void onStarted(const RunRecord& record);
  void askCost(const fb::GenerationRequest& request);
  void onFinished(const RunRecord& record, const RunResult& result);
  void onPaused(const RunRecord& record);
  void onFailed(const RunRecord& record, const Error& error);
  void onInputsChanged(const RunRecord& record);
  void onRemoved(const RunRecord& record);
  void enqueue(int seeds);
  std::vector<RunId> pausedRuns() const;
  bool isNextToRun(RunId id) const;
  bool isShown(const fb::GenerationRequest& request) const;
  void afterCalibration(const RunRecord& record);
  bool mayLoseUnsaved() const;
  void leaveIfIdle();
  void sayQueueWaits();
  void offerLeftOvers();

  Parts m_parts;
  QueueRunner* m_runner;
  QueueModel* m_queue;
  SweepRunner* m_sweeps;
  TaskbarProgress m_taskbar;
  Newest m_cost;  // of the running run
  bool m_leaving = false;
  bool m_hasLeft = false;
};

}  // namespace fb::ui
