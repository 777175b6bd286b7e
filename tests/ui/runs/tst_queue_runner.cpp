// SPDX-License-Identifier: MIT
#include "runs/queue_runner.h"

#include "fake_engine.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/run_store.h"
#include "session/engine_host.h"
#include "session/generation_session.h"

#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

// What the window makes, around one engine and one folder.
struct Window {
  Window(const std::shared_ptr<FakeEngine>& engine, const QTemporaryDir& folder)
      : host([engine](Error&) { return engine; }),
        store(folder.filePath("runs.sqlite")),
        history(&store),
        runner({&host, &session, &store, &queue, &history}) {
    runner.setRunsFolder(folder.filePath("runs"));
    QObject::connect(&host, &EngineHost::opened, &session, [this] { session.setEngine(host.engine()); });
    runner.load();
    host.open();
  }
  RunState state(RunId id) { return queue.find(id) ? queue.find(id)->state : RunState::Finished; }

  EngineHost host;
  GenerationSession session;
  RunStore store;
  QueueModel queue;
  HistoryModel history;
  QueueRunner runner;
};

}  // namespace

class TestQueueRunner : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_folder;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<Window> m_window;
  GenerationRequest m_request;

  RunId enqueue(const char* title, RunKind kind = RunKind::Generate) {
    return m_window->runner.enqueue(m_request, kind, title);
  }
  void reopen() {
    m_window.reset();
    m_window = std::make_unique<Window>(m_engine, *m_folder);
  }
  bool runsAt(RunId id, int steps) {
    return QTest::qWaitFor([=, this] {
      const auto* record = m_window->queue.find(id);
      return record && record->state == RunState::Running && record->stepsDone >= steps;
    });
  }

private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_shared<FakeEngine>();
    m_request = defaultRequest(FakeEngine::testPair());
    reopen();
  }
  void cleanup() { m_window.reset(); }

  void runsInTheOrderOfTheQueue() {
    auto& runner = m_window->runner;
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    QSignalSpy idle(&runner, &QueueRunner::queueIdle);
    runner.pauseQueue();
    const auto a = enqueue("a"), b = enqueue("b"), c = enqueue("c");
    QTRY_VERIFY(runner.secondsLeft().has_value());
    QVERIFY(*runner.secondsLeft() > 0);
    QVERIFY(m_engine->calls().empty());
    m_window->queue.move(c, 0);
    idle.clear();
    runner.start();
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(finished.count(), 3);
    std::vector<RunId> order;
    for (const auto& arguments : finished) order.push_back(arguments[0].value<RunRecord>().id);
    QCOMPARE(order, (std::vector<RunId>{c, a, b}));
    QCOMPARE(m_window->queue.rowCount(), 0);
    QCOMPARE(m_window->history.summary(0).id, b);
  }

  void keepsAFinishedRunWithItsThumbnail() {
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    const auto id = enqueue("star");
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][1].value<RunResult>().clip.frames.size(), std::size_t(9));
    QTRY_VERIFY(!m_window->history.summary(0).thumbnail.isEmpty());
    const auto file = m_window->history.summary(0).thumbnail;
    QCOMPARE(m_window->history.summary(0).thumbnailFrames, 9);
    QCOMPARE(QImage(file).size(), QSize(9 * 96, 96));
    QVERIFY(file.startsWith(m_folder->filePath("runs/")));
    reopen();
    const auto record = m_window->history.record(id);
    QVERIFY(record);
    QCOMPARE(record->steps.size(), std::size_t(10));
    QCOMPARE(record->thumbnail, file);
    QVERIFY(record->secondsSpent > 0);
  }

  void eachRunHasAFolderOfItsOwnThatIsThere() {
    QStringList folders;
    connect(&m_window->runner, &QueueRunner::runStarted, this, [&folders](const RunRecord& record) {
      folders << QString::fromStdString(record.request.options.runFolder.string());
      QVERIFY(QFileInfo(folders.last()).isDir());
    });
    enqueue("a");
    enqueue("b");
    QTRY_COMPARE(m_window->history.rowCount(), 2);
    QCOMPARE(folders.size(), 2);
    QVERIFY(folders[0] != folders[1]);
  }

  void aRunThatCanHaveNoFolderFailsAndTheNextIsTried() {
    QFile file(m_folder->filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_window->runner.setRunsFolder(file.fileName() + "/runs");
    QSignalSpy failed(&m_window->runner, &QueueRunner::runFailed);
    enqueue("a");
    enqueue("b");
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(failed[0][0].value<RunRecord>().problem.contains(file.fileName()));
    QVERIFY(m_engine->calls().empty());
  }

  void aThumbnailThatCannotBeWrittenLosesNothing() {
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    connect(&m_window->runner, &QueueRunner::runStarted, this, [](const RunRecord& record) {
      std::filesystem::create_directories(record.request.options.runFolder / "thumbnail.png");
    });
    enqueue("star");
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(50);
    QCOMPARE(m_window->history.rowCount(), 1);
    QVERIFY(m_window->history.summary(0).thumbnail.isEmpty());
  }

  void pausesFreesTheDeviceAndGoesOn() {
    m_engine->stepMilliseconds = 20;
    auto& runner = m_window->runner;
    QSignalSpy paused(&runner, &QueueRunner::runPaused);
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    const auto a = enqueue("a"), b = enqueue("b");
    QVERIFY(runsAt(a, 3));
    runner.pause(a);
    QTRY_COMPARE(paused.count(), 1);
    const auto record = paused[0][0].value<RunRecord>();
    QVERIFY(record.stepsDone >= 3 && record.stepsDone < 10);
    QTRY_COMPARE(m_engine->unloads.load(), 1);
    QVERIFY(runner.isHeld());
    QVERIFY(m_window->state(b) == RunState::Waiting);
    m_engine->stepMilliseconds = 1;
    QTest::qWait(30);
    runner.resume(a);
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(m_engine->calls(), (std::vector<std::string>{"generate", "resume", "generate"}));
    const auto result = finished[0][0].value<RunRecord>();
    QCOMPARE(result.id, a);
    QCOMPARE(result.steps.size(), std::size_t(10));
    QVERIFY(result.secondsSpent > record.secondsSpent);
  }

  void stopsOneRunAndTakesTheNext() {
    m_engine->stepMilliseconds = 20;
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    const auto a = enqueue("a"), b = enqueue("b");
    QVERIFY(runsAt(a, 1));
    m_window->runner.stop(a);
    m_engine->stepMilliseconds = 1;
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().id, b);
    QVERIFY(m_window->state(a) == RunState::Paused);
    QCOMPARE(m_engine->unloads.load(), 0);
  }

  void removesARunningRun() {
    m_engine->stepMilliseconds = 1000;
    QSignalSpy removed(&m_window->runner, &QueueRunner::runRemoved);
    QSignalSpy ended(&m_window->runner, &QueueRunner::runPaused);
    const auto id = enqueue("a");
    QVERIFY(runsAt(id, 0));
    m_window->runner.remove(id);
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(!removed[0][0].value<RunRecord>().request.options.runFolder.empty());
    QCOMPARE(ended.count(), 0);
    reopen();
    QCOMPARE(m_window->queue.rowCount(), 0);
  }

  void goesOnAfterAFailureAndRetries() {
    m_engine->failAtStep = 4;
    auto& runner = m_window->runner;
    QSignalSpy failed(&runner, &QueueRunner::runFailed);
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    const auto a = enqueue("a"), b = enqueue("b");
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().id, b);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m_window->queue.find(a)->problem, QString("the device has too little memory"));
    runner.retry(a);
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(m_engine->calls().back(), std::string("resume"));
    QVERIFY(finished[1][0].value<RunRecord>().problem.isEmpty());
  }

  void offersWhatACrashCutOff_data() {
    QTest::addColumn<int>("stepsKept");
    QTest::addColumn<std::string>("call");
    QTest::newRow("while sampling") << 6 << std::string("resume");
    QTest::newRow("while decoding") << 10 << std::string("decode");
    QTest::newRow("before anything was kept") << -1 << std::string("generate");
  }
  void offersWhatACrashCutOff() {
    QFETCH(int, stepsKept);
    QFETCH(std::string, call);
    RunRecord record;
    record.id = m_window->store.newId();
    record.state = RunState::Running;
    record.request = m_request;
    record.request.options.runFolder = m_folder->filePath("runs/cut-off").toStdString();
    record.stepsDone = std::max(0, stepsKept);
    QVERIFY(QDir().mkpath(m_folder->filePath("runs/cut-off")));
    m_window->store.save(record);
    if (stepsKept >= 0) m_engine->keepRun(record.request, stepsKept);
    reopen();
    QCOMPARE(m_window->runner.interruptedRuns(), std::vector<RunId>{record.id});
    QVERIFY(m_window->state(record.id) == RunState::Paused);
    QTest::qWait(20);
    QVERIFY(m_engine->calls().empty());

    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    m_window->runner.resume(record.id);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_engine->calls(), std::vector<std::string>{call});
    QCOMPARE(finished[0][1].value<RunResult>().steps.size(), std::size_t(10));
    QVERIFY(m_window->runner.interruptedRuns().empty());
  }

  void asksBeforeItRunsWhatStillWaits() {
    m_window->runner.pauseQueue();
    const auto id = enqueue("later");
    reopen();
    QVERIFY(m_window->runner.isHeld());
    QTest::qWait(20);
    QVERIFY(m_window->state(id) == RunState::Waiting);
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    m_window->runner.start();
    QTRY_COMPARE(finished.count(), 1);
  }

  void isNotHeldByRunsThatDoNotWait() {
    m_engine->failAtStep = 0;
    QSignalSpy failed(&m_window->runner, &QueueRunner::runFailed);
    enqueue("a");
    QTRY_COMPARE(failed.count(), 1);
    reopen();
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    enqueue("b");
    QTRY_COMPARE(finished.count(), 1);
  }

  void keepsStepsWhileTheyCome() {
    m_engine->stepMilliseconds = 15;
    const auto id = enqueue("a");
    QVERIFY(runsAt(id, 3));
    // A second reader sees what a crash at this moment would leave.
    m_window->store.flush();
    RunStore crashed(m_folder->filePath("runs.sqlite"));
    const auto record = crashed.read(id);
    QVERIFY(record && record->state == RunState::Running);
    QVERIFY(record->stepsDone >= 3);
    QCOMPARE(record->steps.size(), static_cast<std::size_t>(record->stepsDone));
  }

  void probesIntoTheHistory() {
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    const auto id = enqueue("probe", RunKind::Probe);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_window->history.summary(0).id, id);
    QVERIFY(m_window->history.summary(0).kind == RunKind::Probe);
    QVERIFY(m_window->history.record(id)->steps.at(0).divergence.has_value());
  }

  void duplicatesAndEditsWhatWaits() {
    auto& runner = m_window->runner;
    runner.pauseQueue();
    const auto a = enqueue("a"), b = enqueue("b");
    const auto copy = runner.duplicate(a);
    QCOMPARE(m_window->queue.order(), (std::vector<RunId>{a, copy, b}));
    auto request = m_request;
    request.clip.prompt = "a green ring";
    runner.editRequest(copy, request);
    reopen();
    QCOMPARE(m_window->queue.order(), (std::vector<RunId>{a, copy, b}));
    QCOMPARE(m_window->queue.find(copy)->request.clip.prompt, request.clip.prompt);
    QCOMPARE(m_window->queue.find(copy)->title, QString("a"));
  }

  void movesTheBoundariesOfTheRunningRun() {
    m_engine->stepMilliseconds = 20;
    auto& runner = m_window->runner;
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    QSignalSpy moved(&runner, &QueueRunner::scheduleChanged);
    const auto id = enqueue("a");
    QVERIFY(runsAt(id, 1));
    runner.requestBoundaries(.8, .2);
    QCOMPARE(moved.count(), 1);
    QTRY_COMPARE(finished.count(), 1);
    const auto record = finished[0][0].value<RunRecord>();
    QCOMPARE(record.request.sampling.schedule.early, .8);
    QVERIFY(record.steps.at(6).model == Model::Large);
  }
};

QTEST_MAIN(TestQueueRunner)
#include "tst_queue_runner.moc"
