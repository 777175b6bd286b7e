// SPDX-License-Identifier: MIT
#include "fake_engine.h"
#include "session/generation_session.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

struct Ends {
  explicit Ends(GenerationSession& session)
      : finished(&session, &GenerationSession::finished),
        cancelled(&session, &GenerationSession::cancelled),
        failed(&session, &GenerationSession::failed) {}
  qsizetype count() const { return finished.count() + cancelled.count() + failed.count(); }
  QSignalSpy finished, cancelled, failed;
};

}  // namespace

class TestGenerationSession : public QObject {
  Q_OBJECT
private:
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<GenerationSession> m_session;
  GenerationRequest m_request;

  // One end has arrived, and the session's thread, which is done with the run, has not posted another.
  bool hasOne(const Ends& ends) {
    if (!QTest::qWaitFor([&ends] { return ends.count() > 0; })) return false;
    const int before = m_engine->unloads;
    m_session->unloadModels();
    if (!QTest::qWaitFor([this, before] { return m_engine->unloads > before; })) return false;
    QCoreApplication::processEvents();
    return ends.count() == 1;
  }

private Q_SLOTS:
  void init() {
    m_engine = std::make_shared<FakeEngine>();
    m_session = std::make_unique<GenerationSession>();
    m_session->setEngine(m_engine);
    m_request = defaultRequest(FakeEngine::testPair());
  }
  void cleanup() {
    m_engine->unloading.open();
    m_session.reset();
  }

  void tellsEveryStepAndOneEnd() {
    Ends ends(*m_session);
    QSignalSpy steps(m_session.get(), &GenerationSession::stepFinished);
    QSignalSpy phases(m_session.get(), &GenerationSession::phaseStarted);
    m_session->generate(m_request);
    QVERIFY(m_session->isRunning());
    QVERIFY(hasOne(ends));
    QCOMPARE(ends.finished.count(), 1);
    QVERIFY(!m_session->isRunning());
    QCOMPARE(steps.count(), 10);
    for (int i = 0; i < 10; ++i) QCOMPARE(steps[i][0].value<StepReport>().step, i);
    QVERIFY(phases.last()[0].value<Phase>() == Phase::Decoding);
    QCOMPARE(ends.finished[0][0].value<RunResult>().clip.frames.size(), std::size_t(9));
  }

  void probesWithoutDecoding() {
    Ends ends(*m_session);
    m_session->probe(m_request);
    QVERIFY(hasOne(ends));
    const auto result = ends.finished.value(0).value(0).value<RunResult>();
    QVERIFY(result.clip.frames.empty());
    QVERIFY(result.steps.at(5).divergence.has_value());
  }

  void aRunThatGoesOnUsesTheBudgetOfNow() {
    m_request.options.runFolder = "unused/run";
    m_engine->keepRun(m_request, 4);
    for (const std::optional<double> budget : {std::optional<double>(), std::optional(6.0), std::optional(0.0)}) {
      if (budget) m_session->setMemoryBudget(*budget);
      Ends resumed(*m_session);
      m_session->resume(m_request.options.runFolder);
      QVERIFY(hasOne(resumed));
      QCOMPARE(m_engine->calls().back(), std::string("resume"));
      QCOMPARE(m_engine->memoryBudget(), budget);
      Ends decoded(*m_session);
      m_session->decode(m_request.options.runFolder);
      QVERIFY(hasOne(decoded));
      QCOMPARE(m_engine->calls().back(), std::string("decode"));
      QCOMPARE(m_engine->memoryBudget(), budget);
    }
    // A new run has its own in the request.
    Ends fresh(*m_session);
    m_request.options.runFolder.clear();
    m_session->generate(m_request);
    QVERIFY(hasOne(fresh));
    QVERIFY(!m_engine->memoryBudget());
  }

  void stopsARunThatTheEngineNeverBegan() {
    Ends ends(*m_session);
    m_engine->unloading.close();
    m_session->unloadModels();
    m_session->generate(m_request);
    m_session->requestStop();
    m_engine->unloading.open();
    QVERIFY(hasOne(ends));
    QCOMPARE(ends.cancelled.count(), 1);
    QVERIFY(m_engine->calls().empty());
  }

  void stopsInsideAStep() {
    m_engine->steps.close(2);  // the third one never ends by itself
    Ends ends(*m_session);
    m_session->generate(m_request);
    QTRY_VERIFY(m_engine->steps.isHolding());
    QElapsedTimer watch;
    watch.start();
    m_session->requestStop();
    QVERIFY(hasOne(ends));
    qInfo("stop asked for to run ended: %lld ms", watch.elapsed());
    QCOMPARE(ends.cancelled.count(), 1);
    QCOMPARE(ends.cancelled[0][0].toInt(), 2);
  }

  void startsAgainInsideTheFailure() {
    m_engine->failAtStep = 3;
    QSignalSpy finished(m_session.get(), &GenerationSession::finished);
    QSignalSpy failed(m_session.get(), &GenerationSession::failed);
    connect(m_session.get(), &GenerationSession::failed, this, [this] { m_session->generate(m_request); });
    m_session->generate(m_request);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::OutOfMemory);
  }

  void failsWithoutAnEngine() {
    GenerationSession session;
    Ends ends(session);
    session.generate(m_request);
    QTRY_COMPARE(ends.count(), 1);
    QCOMPARE(ends.failed.count(), 1);
  }

  void deliversOnlyTheNewestPreview() {
    QSignalSpy previews(m_session.get(), &GenerationSession::previewReady);
    QSignalSpy finished(m_session.get(), &GenerationSession::finished);
    m_session->generate(m_request);
    // The window is busy for the whole run: its previews share one slot.
    m_engine->finishedRuns.wait(0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(previews.count(), 1);
    QCOMPARE(previews[0][0].toInt(), 9);
  }

  void movesTheBoundariesOfTheStepsAhead() {
    m_engine->steps.close(2);
    QSignalSpy finished(m_session.get(), &GenerationSession::finished);
    connect(m_session.get(), &GenerationSession::stepFinished, this, [this](const StepReport& report) {
      if (report.step != 1) return;
      m_session->moveBoundaries(1, 0);
      m_engine->steps.open();
    });
    m_session->generate(m_request);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][0].value<RunResult>().steps.at(6).model == Model::Large);
  }

  void endsItsRunWhenItGoes() {
    m_engine->steps.close();
    QSignalSpy cancelled(m_session.get(), &GenerationSession::cancelled);
    m_session->generate(m_request);
    QTRY_VERIFY(m_engine->steps.isHolding());
    m_session.reset();
    QVERIFY(!m_engine->steps.isHolding());
    QCoreApplication::processEvents();
    QCOMPARE(cancelled.count(), 0);
    QCOMPARE(m_engine->finishedRuns.load(), 0);
  }
};

QTEST_MAIN(TestGenerationSession)
#include "tst_generation_session.moc"
