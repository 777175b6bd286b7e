// SPDX-License-Identifier: MIT
// The real engine through its library: loaded as the Studio loads it, with the built-in pair.
#include "session/engine_host.h"
#include "session/generation_session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

class TestEngineLibrary : public QObject {
  Q_OBJECT
private:
  static constexpr int kPatience = 60'000;
  QTemporaryDir m_folder;
  std::unique_ptr<EngineHost> m_host;
  GenerationRequest m_request;

private Q_SLOTS:
  void initTestCase() {
    // The engine saves speeds there; a test must not affect the user's.
    qputenv("XDG_STATE_HOME", m_folder.filePath("state").toUtf8());
    m_host = std::make_unique<EngineHost>(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0));
    m_host->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_host->engine(), kPatience);
    QCOMPARE(qgetenv("OMP_WAIT_POLICY"), "passive");
    const auto pairs = m_host->engine()->builtInPairs();
    QVERIFY2(pairs.ok(), pairs ? "" : pairs.error().message.c_str());
    m_request = defaultRequest(pairs.value().front());
    m_request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LSL, 4);
    m_request.clip.width = m_request.clip.height = 64;
    m_request.clip.frames = 5;
  }

  void generatesAndCountsTokensMeanwhile() {
    GenerationSession session;
    session.setEngine(m_host->engine());
    QSignalSpy steps(&session, &GenerationSession::stepFinished);
    QSignalSpy previews(&session, &GenerationSession::previewReady);
    QSignalSpy finished(&session, &GenerationSession::finished);
    int tokens = 0;
    bool wasRunning = false;
    connect(&session, &GenerationSession::phaseStarted, this, [&](Phase phase) {
      if (phase != Phase::Encoding) return;
      m_host->ask(
          this, [this](Engine& engine) { return engine.countTokens(m_request.pair, "a red star").value(); },
          [&](int counted) {
            tokens = counted;
            wasRunning = session.isRunning();
          });
    });
    m_request.options.runFolder = m_folder.filePath("run").toStdString();
    session.generate(m_request);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
    QCOMPARE(steps.count(), 4);
    QVERIFY(previews.count() >= 1);
    const auto clip = finished[0][0].value<RunResult>().clip;
    QCOMPARE(clip.frames.size(), std::size_t(5));
    QCOMPARE(clip.width(), 64);
    QVERIFY(tokens > 2);
    QVERIFY2(wasRunning, "counting tokens waited for the generation");
  }

  void goesOnFromTheStepThatWasKept() {
    m_request.options.runFolder = m_folder.filePath("whole").toStdString();
    EventSink quiet;
    RunControl control;
    const auto whole = m_host->engine()->generate(m_request, quiet, control);
    QVERIFY(whole.done());
    const auto& undisturbed = whole.value().clip;
    QVERIFY(!undisturbed.frames.empty());
    GenerationSession session;
    session.setEngine(m_host->engine());
    QSignalSpy cancelled(&session, &GenerationSession::cancelled);
    QSignalSpy finished(&session, &GenerationSession::finished);
    const auto stopping = connect(&session, &GenerationSession::stepFinished, &session, [&] { session.requestStop(); });
    m_request.options.runFolder = m_folder.filePath("stopped").toStdString();
    session.generate(m_request);
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, kPatience);
    QVERIFY(cancelled[0][0].toInt() >= 1);
    disconnect(stopping);
    session.resume(m_request.options.runFolder);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
    const auto clip = finished[0][0].value<RunResult>().clip;
    QCOMPARE(clip.frames.size(), undisturbed.frames.size());
    for (std::size_t i = 0; i < clip.frames.size(); ++i) QVERIFY(clip.frames[i]->rgb == undisturbed.frames[i]->rgb);
  }
};

QTEST_MAIN(TestEngineLibrary)
#include "tst_engine_library.moc"
