// SPDX-License-Identifier: MIT
#include "lab/sweep_runner.h"

#include "runs/queue_runner.h"
#include "session/engine_host.h"

#include <algorithm>

namespace fb::ui {

// Passes the sweep's events to the runner's thread.
class SweepRunner::Sink : public SweepSink {
public:
  explicit Sink(SweepRunner* runner) : m_runner(runner) {}

  void runStarted(const SweepPlan::Step& step, int index, int count) override {
    post([=](SweepRunner& runner) { runner.onRunStarted(step, index, count); });
  }
  void stepFinished(const StepReport& report) override {
    post([=](SweepRunner& runner) { runner.onStep(report); });
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
  m_before = {0};
  for (const auto& step : order.plan.steps) m_before.push_back(m_before.back() + step.flops);
  m_work = 0;
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
  m_watch.start();
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
  m_progress.step = step.shared;
  m_progress.steps = m_order.sweep.scheduleOf(step.run.candidate).steps;
  // Another program may have measured some of them in the meantime.
  const auto planned = static_cast<std::size_t>(index) + m_before.size() - 1;
  if (planned >= static_cast<std::size_t>(count))
    m_work = m_before[std::min(planned - static_cast<std::size_t>(count), m_before.size() - 1)];
  advance(0);
}

void SweepRunner::onStep(const StepReport& report) {
  m_progress.step = report.next();
  const auto& run = m_order.plan.run;
  const auto& own = report.model == Model::Large ? run.largeStep : run.smallStep;
  // A check of a guard is a step of both.
  advance(report.check == GuardCheck::None ? own.flops : run.largeStep.flops + run.smallStep.flops);
}

void SweepRunner::advance(double work) {
  m_work += work;
  if (m_before.back() > 0) m_progress.done = std::clamp(m_work / m_before.back(), 0., 1.);
  // The plan's estimate, until this sweep has its own speed.
  constexpr double kEnough = .05;
  const double spent = static_cast<double>(m_watch.elapsed()) / 1000;
  if (m_progress.done >= kEnough)
    m_progress.secondsLeft = spent * (1 - m_progress.done) / m_progress.done;
  else if (m_order.plan.left.seconds)
    m_progress.secondsLeft = *m_order.plan.left.seconds * (1 - m_progress.done);
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
