// SPDX-License-Identifier: MIT
// Decides which run is next, and handles its outcome.
#pragma once

#include "flowblend/engine.h"
#include "runs/run_record.h"
#include "session/metatypes.h"
#include "session/worker_thread.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>
#include <vector>

namespace fb::ui {

class EngineHost;
class GenerationSession;
class HistoryModel;
class QueueModel;
class RunStore;

// Runs the queue one run after the other, keeps the store up to date, and moves finished runs to the history. Made by
// the window; owns nothing of what it is given. GUI thread only.
class QueueRunner : public QObject {
  Q_OBJECT
public:
  struct Parts {
    EngineHost* host;
    GenerationSession* session;
    RunStore* store;
    QueueModel* queue;
    HistoryModel* history;
  };
  explicit QueueRunner(const Parts& parts, QObject* parent = nullptr);
  ~QueueRunner() override;

  // The folder for run folders; the engine's default unless set.
  void setRunsFolder(const QString& folder) { m_runsFolder = folder; }

  // Fills queue and history from the store. If runs are waiting from last time, the queue stays paused until start(),
  // so that the window can ask first.
  // If something cannot be read at the moment, another call reads it; isLoaded() tells about the queue.
  void load();
  bool isLoaded() const { return m_isLoaded; }
  // Runs loaded by load() that were interrupted while running. They are paused now.
  std::vector<RunId> interruptedRuns() const { return m_interrupted; }

  bool isHeld() const { return m_held; }
  bool isDeviceLent() const { return m_isLent; }
  std::optional<RunId> runningRun() const { return m_current; }

public Q_SLOTS:
  fb::ui::RunId enqueue(const fb::GenerationRequest& request, fb::ui::RunKind kind = fb::ui::RunKind::Generate,
                        const QString& title = {});
  // Resumes the queue.
  void start();
  // Starts no further run; the running one continues to its end.
  void pauseQueue();

  // A running run is stopped within one transformer block, keeps its steps, frees the device's memory and pauses the
  // queue, so that the device stays free. A waiting one is skipped until it is resumed.
  void pause(fb::ui::RunId id);
  // Continues from the last saved step, before all waiting runs.
  void resume(fb::ui::RunId id);
  // Like pause(), but the queue continues with the next run.
  void stop(fb::ui::RunId id);
  // Removes a run from the queue, stopping it first if it is running; runRemoved() follows.
  void remove(fb::ui::RunId id);
  // Puts a removed run back: before all others if it has steps, paused then.
  void restore(const fb::ui::RunRecord& removed);
  // Retries a failed run, from its last saved step if there is one.
  void retry(fb::ui::RunId id);
  // Adds the same request again, right below.
  fb::ui::RunId duplicate(fb::ui::RunId id);
  // For a run that is not running; if it already has steps, it starts from the beginning.
  void editRequest(fb::ui::RunId id, const fb::GenerationRequest& request);
  // A run that is being edited does not start before this is called again, for another run or none.
  void setEdited(std::optional<fb::ui::RunId> id);
  void rename(fb::ui::RunId id, const QString& title);

  // For work outside the queue that needs the device: while lent, no run starts. The running one continues to its end,
  // and deviceLent() follows as soon as nothing runs.
  void lendDevice();
  void returnDevice();

  // Moves the boundaries of the running run, as far as they are ahead of its current step.
  void requestBoundaries(double early, double late);

Q_SIGNALS:
  void loaded();
  void runStarted(const fb::ui::RunRecord& record);
  void stepFinished(fb::ui::RunId id, const fb::StepReport& report);
  void previewReady(fb::ui::RunId id, int step, const fb::Clip& clip);
  void scheduleChanged(fb::ui::RunId id, const fb::StageSchedule& schedule);

  // Exactly one of these five follows each runStarted(); a run that is stopped before may end without it.
  void runFinished(const fb::ui::RunRecord& record, const fb::RunResult& result);
  void runPaused(const fb::ui::RunRecord& record);
  void runFailed(const fb::ui::RunRecord& record, const fb::Error& error);
  // It cannot continue because of these. Once the engine has bound it to other files, resume() continues it.
  void inputsChanged(const fb::ui::RunRecord& record, const std::vector<fb::ChangedInput>& changes);
  // Also for runs that never ran. The run folder is kept; the receiver moves it to the trash.
  void runRemoved(const fb::ui::RunRecord& record);

  void deviceLent();
  // Nothing is running or waiting.
  void queueIdle();
  void heldChanged(bool held);
  void warning(const QString& sentence);

private:
  enum class Intent { None, Pause, Stop, Remove };

  void connectSession();
  void startNext();
  void begin(RunRecord record);
  void continueFrom(RunRecord record, const Result<RunInfo>& info, bool isInUse);
  void startOver(RunRecord record);
  void generateIn(const Result<std::filesystem::path>& folder);
  void estimate(const RunRecord& record);

  void onStep(const StepReport& report);
  void onFinished(const RunResult& result);
  void onCancelled(int stepsDone);
  void onFailed(const Error& error);
  void fail(const Error& error, const std::vector<ChangedInput>& changes);
  RunRecord takeCurrent(RunState state);
  void makeThumbnail(const RunRecord& record, const Clip& clip);
  // The newest preview of a run, as its thumbnail until it is finished.
  void keepPreview(const RunRecord& record);
  void keepRunningPreview();
  void keepNewestPreview();
  void readPreview(const RunRecord& record);
  void interrupt(Intent intent);
  void freeDevice();
  void drop(const RunRecord& record);
  void update(const RunRecord& record);
  void setHeld(bool held);

  EngineHost* m_host;
  GenerationSession* m_session;
  RunStore* m_store;
  QueueModel* m_queue;
  HistoryModel* m_history;

  QString m_runsFolder;
  std::vector<RunId> m_interrupted;
  std::optional<RunId> m_current;
  std::optional<RunId> m_edited;
  Intent m_intent = Intent::None;
  bool m_isContinued = false;   // the running run was started earlier
  QElapsedTimer m_watch;        // of the running run
  double m_secondsEarlier = 0;  // spent on the running run in earlier sessions
  bool m_held = false;
  bool m_isLoaded = false;
  bool m_isLent = false;
  bool m_isKeepingPreview = false;
  bool m_isPreviewNewer = false;  // than the one that is being kept
  WorkerThread m_images;
};

}  // namespace fb::ui
