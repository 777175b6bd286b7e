// SPDX-License-Identifier: MIT
#include "barriers.h"
#include "export_work_of.h"
#include "fake_engine.h"
#include "session/engine_host.h"
#include "session/export_session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

EngineHost::MakeEngine makeFake(const std::shared_ptr<FakeEngine>& engine) {
  return [engine](Error&) { return engine; };
}

}  // namespace

class TestEngineHost : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void asksOnceTheEngineIsOpen() {
    EngineHost host(makeFake(std::make_shared<FakeEngine>()));
    int tokens = 0;
    QThread* thread = nullptr;
    host.ask(
        this, [](Engine& engine) { return engine.countTokens({}, "a red star").value(); },
        [&](int counted) {
          tokens = counted;
          thread = QThread::currentThread();
        });
    QCoreApplication::processEvents();
    QCOMPARE(tokens, 0);
    QSignalSpy opened(&host, &EngineHost::opened);
    host.open();
    host.open();
    QTRY_COMPARE(tokens, 4);
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(opened.count(), 1);
  }

  void forgetsAnAnswerThatNobodyAwaits() {
    EngineHost host(makeFake(std::make_shared<FakeEngine>()));
    auto context = std::make_unique<QObject>();
    std::atomic<bool> worked = false, answered = false;
    host.ask(
        context.get(), [&](Engine&) { return worked = true; }, [&](bool) { answered = true; });
    context.reset();
    host.open();
    QTRY_VERIFY(worked);
    QVERIFY(settle(host));
    QVERIFY(!answered);
  }

  void saysWhyTheEngineIsMissing() {
    const QTemporaryDir empty;
    EngineHost host(EngineHost::sharedLibrary(empty.path(), 0));
    QSignalSpy failed(&host, &EngineHost::failed);
    bool answered = false;
    host.ask(
        this, [](Engine&) { return true; }, [&](bool) { answered = true; });
    host.open();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::NotFound);
    QVERIFY(!failed[0][0].value<Error>().message.empty());
    QVERIFY(!answered);
    QVERIFY(!host.engine());
  }

  void refusesALibraryThatIsNoEngine() {
    const QTemporaryDir folder;
    QFile file(folder.filePath("libflowblend_engine.so"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no library");
    file.close();
    EngineHost host(EngineHost::sharedLibrary(folder.path(), 0));
    QSignalSpy failed(&host, &EngineHost::failed);
    host.open();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Unsupported);
  }

  void exportsWithExactlyOneEnd_data() {
    QTest::addColumn<QString>("end");
    QTest::newRow("finished") << "finished";
    QTest::newRow("cancelled") << "cancelled";
    QTest::newRow("failed") << "failed";
  }
  void exportsWithExactlyOneEnd() {
    QFETCH(QString, end);
    const QTemporaryDir folder;
    const auto engine = std::make_shared<FakeEngine>();
    EngineHost host(makeFake(engine));
    host.open();
    QTRY_VERIFY(host.engine());
    ExportSession session(&host);
    QSignalSpy progress(&session, &ExportSession::progress);
    QSignalSpy finished(&session, &ExportSession::finished);
    QSignalSpy cancelled(&session, &ExportSession::cancelled);
    QSignalSpy failed(&session, &ExportSession::failed);

    const auto clip = FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 5);
    const auto path = folder.filePath(end == "failed" ? "no-folder/clip.mp4" : "clip.mp4");
    if (end == "cancelled") engine->exporting.close(2);
    session.start(exportWorkOf(clip, path));
    QVERIFY(session.isRunning());
    if (end == "cancelled") {
      QTRY_VERIFY(engine->exporting.isHolding());
      session.requestStop();
    }
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(QFile::exists(path), end == "finished");
    if (end == "finished") QCOMPARE(progress.last()[0].toDouble(), 1.);
    // The end of another one comes after everything that the first has to report.
    engine->exporting.open();
    session.start(exportWorkOf(clip, folder.filePath("another.mp4")));
    QTRY_VERIFY(!session.isRunning());
    QCOMPARE(finished.count(), end == "finished" ? 2 : 1);
    QCOMPARE(cancelled.count(), end == "cancelled" ? 1 : 0);
    QCOMPARE(failed.count(), end == "failed" ? 1 : 0);
  }
};

QTEST_MAIN(TestEngineHost)
#include "tst_engine_host.moc"
