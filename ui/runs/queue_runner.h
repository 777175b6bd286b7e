// SPDX-License-Identifier: MIT
// Which run is next, and what becomes of it.
#pragma once

#include "runs/run_record.h"
#include "session/metatypes.h"

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

// Runs the queue one run after the other, keeps the store true at every moment, and moves what is finished to the
// history. Made by the window, owns none of what it is given. GUI thread only.
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

  // Where run folders are made; the engine's own folder unless set.
  void setRunsFolder(const QString& folder) { m_runsFolder = folder; }

  // Fills queue and history from the store. Where runs still wait from the last time, the queue stands still until
  // start(), so that the window can ask first.
  // Does nothing if they cannot be read now; isLoaded() tells.
  void load();
  bool isLoaded() const { return m_isLoaded; }
  // Those of load() that were cut off while they ran. They are paused now.
  std::vector<RunId> interruptedRuns() const { return m_interrupted; }

  bool isHeld() const { return m_held; }
  std::optional<RunId> runningRun() const { return m_current; }
  // Seconds until running and waiting runs are done, where all are known.
  std::optional<double> secondsLeft() const;

public Q_SLOTS:
  fb::ui::RunId enqueue(const fb::GenerationRequest& request, fb::ui::RunKind kind = fb::ui::RunKind::Generate,
                        const QString& title = {});
  // Lets the queue run.
  void start();
  // Begins no further run; the running one goes on to its end.
  void pauseQueue();

  // A running run is stopped within one transformer block, keeps its steps, frees the device's memory and holds the
  // queue, so that the device stays free. A waiting one is skipped until it is resumed.
  void pause(fb::ui::RunId id);
  // Goes on from the last step kept, before all waiting runs.
  void resume(fb::ui::RunId id);
  // Like pause(), but the queue goes on with the next run.
  void stop(fb::ui::RunId id);
  // Takes a run from the queue, stopping it first where it runs; runRemoved() follows.
  void remove(fb::ui::RunId id);
  // Runs a failed run again, from its last kept step where there is one.
  void retry(fb::ui::RunId id);
  // The same request once more, right below.
  fb::ui::RunId duplicate(fb::ui::RunId id);
  // Of a run that does not run; one that has steps already starts from the beginning.
  void editRequest(fb::ui::RunId id, const fb::GenerationRequest& request);
  void rename(fb::ui::RunId id, const QString& title);

  // Moves the boundaries of the running run, as far as they are ahead of its step.
  void requestBoundaries(double early, double late);

Q_SIGNALS:
  void loaded();
  void runStarted(const fb::ui::RunRecord& record);
  void stepFinished(fb::ui::RunId id, const fb::StepReport& report);
  void previewReady(fb::ui::RunId id, int step, const fb::Clip& clip);
  void scheduleChanged(fb::ui::RunId id, const fb::StageSchedule& schedule);

  // Exactly one of these four follows each runStarted(); a run that is stopped before may end without it.
  void runFinished(const fb::ui::RunRecord& record, const fb::RunResult& result);
  void runPaused(const fb::ui::RunRecord& record);
  void runFailed(const fb::ui::RunRecord& record, const fb::Error& error);
  // Also for runs that never ran. The run folder is left; moving it to the trash is the receiver's part.
  void runRemoved(const fb::ui::RunRecord& record);

  // Nothing runs and nothing waits.
  void queueIdle();
  void heldChanged(bool held);
  void warning(const QString& sentence);

private:
  enum class Intent { None, Pause, Stop, Remove };

  void connectSession();
  void startNext();
  void begin(RunRecord record);
  void continueFrom(const RunRecord& record, const Result<RunInfo>& info, bool isInUse);
  void startOver(RunRecord record);
  void generateIn(const Result<std::filesystem::path>& folder);
  void estimate(const RunRecord& record);

  void onStep(const StepReport& report);
  void onFinished(const RunResult& result);
  void onCancelled(int stepsDone);
  void onFailed(const Error& error);
  RunRecord takeCurrent(RunState state);
  void makeThumbnail(const RunRecord& record, const Clip& clip);
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
  Intent m_intent = Intent::None;
  QElapsedTimer m_watch;        // of the running run
  double m_secondsEarlier = 0;  // spent on the running run before
  bool m_held = false;
  bool m_isLoaded = false;
};

}  // namespace fb::ui
