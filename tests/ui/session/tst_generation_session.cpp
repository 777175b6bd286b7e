// SPDX-License-Identifier: MIT
#include "fake_engine.h"
#include "session/generation_session.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <semaphore>

using namespace fb;
using namespace fb::ui;

namespace {

// Keeps the session's thread busy until it is let go.
class BlockingEngine : public FakeEngine {
public:
  std::binary_semaphore gate{0};
  void unloadModels() override { gate.acquire(); }
};

struct Ends {
  explicit Ends(GenerationSession& session)
      : finished(&session, &GenerationSession::finished),
        cancelled(&session, &GenerationSession::cancelled),
        failed(&session, &GenerationSession::failed) {}
  qsizetype count() const { return finished.count() + cancelled.count() + failed.count(); }
  // A second end signal would be on its way by now.
  bool isExactlyOne() {
    if (!QTest::qWaitFor([this] { return count() > 0; })) return false;
    QTest::qWait(30);
    return count() == 1;
  }
  QSignalSpy finished, cancelled, failed;
};

}  // namespace

class TestGenerationSession : public QObject {
  Q_OBJECT
private:
  std::shared_ptr<BlockingEngine> m_engine;
  std::unique_ptr<GenerationSession> m_session;
  GenerationRequest m_request;

private Q_SLOTS:
  void init() {
    m_engine = std::make_shared<BlockingEngine>();
    m_session = std::make_unique<GenerationSession>();
    m_session->setEngine(m_engine);
    m_request = defaultRequest(FakeEngine::testPair());
  }
  void cleanup() { m_session.reset(); }

  void tellsEveryStepAndOneEnd() {
    Ends ends(*m_session);
    QSignalSpy steps(m_session.get(), &GenerationSession::stepFinished);
    QSignalSpy phases(m_session.get(), &GenerationSession::phaseStarted);
    m_session->generate(m_request);
    QVERIFY(m_session->isRunning());
    QVERIFY(ends.isExactlyOne());
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
    QVERIFY(ends.isExactlyOne());
    const auto result = ends.finished.value(0).value(0).value<RunResult>();
    QVERIFY(result.clip.frames.empty());
    QVERIFY(result.steps.at(5).divergence.has_value());
  }

  void stopsARunThatTheEngineNeverBegan() {
    Ends ends(*m_session);
    m_session->unloadModels();
    m_session->generate(m_request);
    m_session->requestStop();
    m_engine->gate.release();
    QVERIFY(ends.isExactlyOne());
    QCOMPARE(ends.cancelled.count(), 1);
    QVERIFY(m_engine->calls().empty());
  }

  void stopsAtOnceInALongStep() {
    m_engine->stepMilliseconds = 60'000;
    Ends ends(*m_session);
    m_session->generate(m_request);
    QTRY_COMPARE(m_engine->calls().size(), std::size_t(1));
    QElapsedTimer watch;
    watch.start();
    m_session->requestStop();
    QVERIFY(ends.isExactlyOne());
    QCOMPARE(ends.cancelled.count(), 1);
    QVERIFY2(watch.elapsed() < 2000, "the stop waited for the step");
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
    QVERIFY(ends.isExactlyOne());
    QCOMPARE(ends.failed.count(), 1);
  }

  void deliversOnlyTheNewestPreview() {
    QSignalSpy previews(m_session.get(), &GenerationSession::previewReady);
    QSignalSpy finished(m_session.get(), &GenerationSession::finished);
    m_session->unloadModels();
    m_session->generate(m_request);
    m_engine->gate.release();
    // The window is busy for the whole run: its previews meet in one slot.
    while (m_engine->finishedRuns == 0) QThread::msleep(1);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(previews.count(), 1);
    QCOMPARE(previews[0][0].toInt(), 9);
  }

  void movesTheBoundariesOfTheStepsAhead() {
    m_engine->stepMilliseconds = 15;
    QSignalSpy finished(m_session.get(), &GenerationSession::finished);
    connect(m_session.get(), &GenerationSession::stepFinished, this, [this](const StepReport& report) {
      if (report.step == 0) m_session->moveBoundaries(1, 0);
    });
    m_session->generate(m_request);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][0].value<RunResult>().steps.at(6).model == Model::Large);
  }

  void endsItsRunWhenItGoes() {
    m_engine->stepMilliseconds = 60'000;
    QSignalSpy cancelled(m_session.get(), &GenerationSession::cancelled);
    m_session->generate(m_request);
    QTRY_COMPARE(m_engine->calls().size(), std::size_t(1));
    m_session.reset();
    QCOMPARE(cancelled.count(), 0);
  }
};

QTEST_MAIN(TestGenerationSession)
#include "tst_generation_session.moc"
