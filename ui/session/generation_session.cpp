// SPDX-License-Identifier: MIT
#include "session/generation_session.h"

#include "flowblend/calibration.h"
#include "flowblend/engine.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace fb::ui {
namespace {

// Passes the engine's events to the session's thread. Only the newest undelivered preview is kept.
class QueuedSink : public EventSink, public std::enable_shared_from_this<QueuedSink> {
public:
  explicit QueuedSink(GenerationSession* session) : m_session(session) {}

  void phaseStarted(Phase phase) override {
    post([=](GenerationSession& session) { Q_EMIT session.phaseStarted(phase); });
  }
  void stepFinished(const StepReport& report) override {
    post([=](GenerationSession& session) { Q_EMIT session.stepFinished(report); });
  }
  void stepProgress(int /*step*/, double done) override {
    // A small model starts hundreds of blocks per second.
    const auto now = std::chrono::steady_clock::now();
    if (now - m_told < std::chrono::milliseconds(100)) return;
    m_told = now;
    progress(Phase::Sampling, done);
  }
  void previewReady(int step, const Clip& clip) override {
    {
      const std::lock_guard lock(m_mutex);
      const bool isUnderWay = m_preview.has_value();
      m_preview = Preview{step, clip};
      if (isUnderWay) return;
    }
    post([self = shared_from_this()](GenerationSession& session) {
      const auto preview = self->takePreview();
      Q_EMIT session.previewReady(preview.step, preview.clip);
    });
  }
  void progress(Phase phase, double done) override {
    post([=](GenerationSession& session) { Q_EMIT session.progress(phase, done); });
  }
  void warning(const std::string& sentence) override {
    post([text = QString::fromStdString(sentence)](GenerationSession& session) { Q_EMIT session.warning(text); });
  }

private:
  struct Preview {
    int step;
    Clip clip;
  };
  Preview takePreview() {
    const std::lock_guard lock(m_mutex);
    return *std::exchange(m_preview, std::nullopt);
  }
  template <class Deliver>
  void post(Deliver deliver) {
    QMetaObject::invokeMethod(
        m_session, [session = m_session, deliver = std::move(deliver)] { deliver(*session); }, Qt::QueuedConnection);
  }

  GenerationSession* m_session;  // waits for the engine call before it is destroyed
  std::chrono::steady_clock::time_point
      m_told;  // when progress within a step was last sent; used only by the engine's thread
  std::mutex m_mutex;
  std::optional<Preview> m_preview;  // guarded by m_mutex
};

// Numbers the steps of a calibration, which samples one whole trajectory for each model.
class CalibrationSink : public EventSink {
public:
  CalibrationSink(EventSink& sink, int runs) : m_sink(sink), m_runs(runs) {}

  void phaseStarted(Phase phase) override { m_sink.phaseStarted(phase); }
  void stepFinished(const StepReport& report) override {
    if (report.step <= m_last) ++m_run;
    m_last = report.step;
    auto numbered = report;
    numbered.step += m_run * report.steps;
    numbered.end += m_run * report.steps;
    numbered.steps *= m_runs;
    m_sink.stepFinished(numbered);
  }
  void stepProgress(int step, double done) override { m_sink.stepProgress(step, done); }
  void progress(Phase phase, double done) override { m_sink.progress(phase, done); }
  void warning(const std::string& sentence) override { m_sink.warning(sentence); }

private:
  EventSink& m_sink;
  int m_runs;
  int m_run = 0;
  int m_last = -1;  // step of its run
};

}  // namespace

GenerationSession::GenerationSession(QObject* parent) : QObject(parent), m_thread("generation") {}

GenerationSession::~GenerationSession() { requestStop(); }

void GenerationSession::setEngine(std::shared_ptr<Engine> engine) { m_engine = std::move(engine); }

void GenerationSession::generate(const GenerationRequest& request) {
  start([request](Engine& engine, EventSink& sink, RunControl& control) {
    return engine.generate(request, sink, control);
  });
}

void GenerationSession::probe(const GenerationRequest& request) {
  start(
      [request](Engine& engine, EventSink& sink, RunControl& control) { return engine.probe(request, sink, control); });
}

void GenerationSession::calibrate(const GenerationRequest& request) {
  start([request](Engine& engine, EventSink& sink, RunControl& control) -> Outcome<RunResult> {
    CalibrationSink numbered(sink, static_cast<int>(calibrationRuns(request).size()));
    const auto outcome = engine.calibrate(request, numbered, control);
    if (outcome.cancelled()) return Cancelled{outcome.stepsDone()};
    if (outcome.failed()) return outcome.error();
    return RunResult{};
  });
}

void GenerationSession::resume(const std::filesystem::path& runFolder) {
  start(withBudget([runFolder](Engine& engine, EventSink& sink, RunControl& control) {
    return engine.resume(runFolder, sink, control);
  }));
}

void GenerationSession::decode(const std::filesystem::path& runFolder) {
  start(withBudget([runFolder](Engine& engine, EventSink& sink, RunControl& control) {
    return engine.decode(runFolder, sink, control);
  }));
}

GenerationSession::Call GenerationSession::withBudget(Call call) const {
  return [call = std::move(call), budget = m_memoryBudget](Engine& engine, EventSink& sink, RunControl& control) {
    if (budget) control.setMemoryBudget(*budget);
    return call(engine, sink, control);
  };
}

void GenerationSession::start(Call call) {
  Q_ASSERT(!m_running);
  m_running = true;
  m_control = std::make_shared<RunControl>();
  auto work = [this, call = std::move(call), engine = m_engine, control = m_control] {
    auto perform = [&]() -> Outcome<RunResult> {
      if (!engine) return Error{ErrorKind::Internal, tr("The engine is not ready yet.").toStdString()};
      if (control->stopToken().stop_requested()) return Cancelled{};
      const auto sink = std::make_shared<QueuedSink>(this);
      return call(*engine, *sink, *control);
    };
    QMetaObject::invokeMethod(
        this, [this, outcome = perform()] { end(outcome); }, Qt::QueuedConnection);
  };
  m_thread.post(std::move(work));
}

void GenerationSession::end(const Outcome<RunResult>& outcome) {
  // Before the signal, so that its receivers can start the next run.
  m_running = false;
  m_control.reset();
  if (outcome.done()) Q_EMIT finished(outcome.value());
  if (outcome.cancelled()) Q_EMIT cancelled(outcome.stepsDone());
  if (outcome.failed()) Q_EMIT failed(outcome.error());
}

void GenerationSession::requestStop() {
  if (m_control) m_control->requestStop();
}

void GenerationSession::moveBoundaries(double early, double late) {
  if (m_control) m_control->moveBoundaries(early, late);
}

void GenerationSession::unloadModels() {
  if (m_engine) m_thread.post([engine = m_engine] { engine->unloadModels(); });
}

}  // namespace fb::ui
