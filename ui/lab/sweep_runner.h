// SPDX-License-Identifier: MIT
// Runs a sweep of boundaries on a thread of its own, while the queue waits.
#pragma once

#include "flowblend/sweep.h"
#include "session/metatypes.h"
#include "session/worker_thread.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace fb::ui {

class EngineHost;
class QueueRunner;

// What is to be measured, where, and what that takes.
struct SweepOrder {
  Sweep sweep;
  QString folder;
  SweepPlan plan;
};

// Lives on the GUI thread, as do its slots and signals. Every start() is followed by exactly one of finished(),
// paused(), failed(). All results are stored by the engine as they are made; nothing is lost if the process ends.
class SweepRunner : public QObject {
  Q_OBJECT
public:
  // Neither is owned; both must outlive it.
  SweepRunner(EngineHost* host, QueueRunner* queue, QObject* parent = nullptr);
  ~SweepRunner() override;  // stops and waits

  // Waiting: for the clip that the queue is generating.
  enum class State { Idle, Waiting, Running, Pausing };
  State state() const { return m_state; }
  bool isActive() const { return m_state != State::Idle; }
  // Of the sweep under way, or the last one.
  const QString& folder() const { return m_order.folder; }

  struct Progress {
    int clip = 0;  // from 0
    int clips = 0;
    int step = 0;  // of the clip, finished
    int steps = 0;
    bool isDecoding = false;  // of the clip, all steps are done, and those of others
    double done = 0;          // share of the work that was left when it started
    std::optional<double> secondsLeft;
  };
  const Progress& progress() const { return m_progress; }

  // Only if it is idle.
  void start(const SweepOrder& order);
  // Keeps everything; noticed by the engine within one transformer block.
  void pause();
  // The same because the program ends: the queue does not get the device back.
  void pauseToLeave();
  bool isLeaving() const { return m_isLeaving; }

Q_SIGNALS:
  // State or progress.
  void changed();
  void measured();
  void warning(const QString& sentence);

  void finished(const QString& folder);
  void paused(const QString& folder);
  void failed(const QString& folder, const fb::Error& error);

private:
  class Sink;
  void begin();
  void onRunStarted(const SweepPlan::Step& step, int index, int count);
  void onDecodingStarted(int index, int count);
  void onProgress(const SweepProgress& progress);
  void end(const Outcome<SweepResults>& outcome);

  EngineHost* m_host;
  QueueRunner* m_queue;
  State m_state = State::Idle;
  bool m_isLeaving = false;
  SweepOrder m_order;
  Progress m_progress;
  std::shared_ptr<RunControl> m_control;  // of the sweep under way
  WorkerThread m_thread;
};

}  // namespace fb::ui
