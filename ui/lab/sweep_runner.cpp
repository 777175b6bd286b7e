// SPDX-License-Identifier: MIT
#include "lab/sweep_runner.h"

#include "runs/queue_runner.h"
#include "session/engine_host.h"

namespace fb::ui {

// Passes the sweep's events to the runner's thread.
class SweepRunner::Sink : public SweepSink {
public:
  explicit Sink(SweepRunner* runner) : m_runner(runner) {}

  void runStarted(const SweepPlan::Step& step, int index, int count) override {
    post([=](SweepRunner& runner) { runner.onRunStarted(step, index, count); });
  }
  void decodingStarted(const SweepRun& /*run*/, int index, int count) override {
    post([=](SweepRunner& runner) { runner.onDecodingStarted(index, count); });
  }
  void stepFinished(const StepReport& report) override {
    post([=](SweepRunner& runner) { runner.m_progress.step = report.next(); });
  }
  void sweepProgress(const SweepProgress& progress) override {
    post([=](SweepRunner& runner) { runner.onProgress(progress); });
  }
  void runMeasured(const SweepRecord& /*record*/) override {
    post([](SweepRunner& runner) { Q_EMIT runner.measured(); });
  }
  void warning(const std::string& sentence) override {
    post([text = QString::fromStdString(sentence)](SweepRunner& runner) { Q_EMIT runner.warning(text); });
  }

private:
  template <class Deliver>
  void post(Deliver deliver) {
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner, deliver = std::move(deliver)] { deliver(*runner); }, Qt::QueuedConnection);
  }

  SweepRunner* m_runner;  // waits for the engine call before it is destroyed
};

SweepRunner::SweepRunner(EngineHost* host, QueueRunner* queue, QObject* parent)
    : QObject(parent), m_host(host), m_queue(queue), m_thread(QStringLiteral("sweep")) {
  connect(m_queue, &QueueRunner::deviceLent, this, [this] {
    if (m_state == State::Waiting) begin();
  });
}

SweepRunner::~SweepRunner() {
  if (m_control) m_control->requestStop();
}

void SweepRunner::start(const SweepOrder& order) {
  Q_ASSERT(m_state == State::Idle);
  m_order = order;
  m_progress = {};
  m_progress.clips = order.plan.left.runs;
  m_progress.secondsLeft = order.plan.left.seconds;
  m_state = State::Waiting;
  m_queue->lendDevice();
  Q_EMIT changed();
}

void SweepRunner::begin() {
  m_state = State::Running;
  m_control = std::make_shared<RunControl>();
  m_thread.post([this, sweep = m_order.sweep, folder = m_order.folder.toStdString(), engine = m_host->engine(),
                 control = m_control] {
    Sink sink(this);
    auto outcome = runSweep(*engine, sweep, folder, {}, sink, *control);
    QMetaObject::invokeMethod(
        this, [this, outcome = std::move(outcome)] { end(outcome); }, Qt::QueuedConnection);
  });
  Q_EMIT changed();
}

void SweepRunner::pause() {
  if (m_state == State::Running) {
    m_state = State::Pausing;
    m_control->requestStop();
    Q_EMIT changed();
  } else if (m_state == State::Waiting) {
    end(Cancelled{});
  }
}

void SweepRunner::pauseToLeave() {
  m_isLeaving = true;
  pause();
}

void SweepRunner::onRunStarted(const SweepPlan::Step& step, int index, int count) {
  m_progress.clip = index;
  m_progress.clips = count;
  m_progress.isDecoding = false;
  m_progress.step = step.shared;
  m_progress.steps = m_order.sweep.scheduleOf(step.run.candidate).steps;
  Q_EMIT changed();
}

void SweepRunner::onDecodingStarted(int index, int count) {
  m_progress.clip = index;
  m_progress.clips = count;
  m_progress.isDecoding = true;
  Q_EMIT changed();
}

void SweepRunner::onProgress(const SweepProgress& progress) {
  m_progress.done = progress.done;
  m_progress.secondsLeft = progress.secondsLeft;
  Q_EMIT changed();
}

void SweepRunner::end(const Outcome<SweepResults>& outcome) {
  // Before the signal, so that its receivers can start the next one.
  m_state = State::Idle;
  m_control.reset();
  if (!m_isLeaving) m_queue->returnDevice();
  Q_EMIT changed();
  if (outcome.done()) Q_EMIT finished(m_order.folder);
  if (outcome.cancelled()) Q_EMIT paused(m_order.folder);
  if (outcome.failed()) Q_EMIT failed(m_order.folder, outcome.error());
}

}  // namespace fb::ui
