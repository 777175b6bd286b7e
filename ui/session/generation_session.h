// SPDX-License-Identifier: MIT
// One run, probe, calibration, resume or decode at a time, on a worker thread.
#pragma once

#include "session/metatypes.h"
#include "session/worker_thread.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace fb {
class Engine;
}

namespace fb::ui {

// The one object through which the window controls a run. Lives on the GUI thread, as do its slots and signals; the
// engine call runs on the session's own thread. Every start is followed by exactly one of finished(), cancelled(),
// failed(), even if the session is stopped before the engine begins.
class GenerationSession : public QObject {
  Q_OBJECT
public:
  explicit GenerationSession(QObject* parent = nullptr);
  ~GenerationSession() override;  // stops and waits

  // Before the first start; a start without an engine fails.
  void setEngine(std::shared_ptr<Engine> engine);
  bool isRunning() const { return m_running; }

  // Only if nothing is running.
  void generate(const GenerationRequest& request);
  void probe(const GenerationRequest& request);
  // Its steps are numbered through all models, and its result is empty: the engine keeps what it measures.
  void calibrate(const GenerationRequest& request);
  void resume(const std::filesystem::path& runFolder);
  void decode(const std::filesystem::path& runFolder);
  // In GB, 0 for what is free: resume() and decode() use it instead of the budget that the run began with. Takes effect
  // at their next call; absent at first.
  void setMemoryBudget(double gigabytes) { m_memoryBudget = gigabytes; }
  std::optional<double> memoryBudget() const { return m_memoryBudget; }

  // Direct and atomic: the engine notices it within one transformer block. May be called if nothing is running.
  void requestStop();
  // Takes effect for the steps still ahead.
  void moveBoundaries(double early, double late);
  // Frees the memory of all models; only if nothing is running. Returns immediately.
  void unloadModels();

Q_SIGNALS:
  void phaseStarted(fb::Phase phase);
  void stepFinished(const fb::StepReport& report);
  // If the GUI thread is behind, only the newest preview is delivered; it may then be from a later step than the last
  // report.
  void previewReady(int step, const fb::Clip& clip);
  void progress(fb::Phase phase, double done);
  void warning(const QString& sentence);

  void finished(const fb::RunResult& result);
  void cancelled(int stepsDone);
  void failed(const fb::Error& error);

private:
  using Call = std::function<Outcome<RunResult>(Engine&, EventSink&, RunControl&)>;
  void start(Call call);
  void end(const Outcome<RunResult>& outcome);
  // The call with the budget of now.
  Call withBudget(Call call) const;

  std::shared_ptr<Engine> m_engine;
  std::shared_ptr<RunControl> m_control;
  std::optional<double> m_memoryBudget;
  bool m_running = false;
  WorkerThread m_thread;
};

}  // namespace fb::ui
