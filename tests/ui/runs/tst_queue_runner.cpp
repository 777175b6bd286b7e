// SPDX-License-Identifier: MIT
#include "runs/queue_runner.h"

#include "flowblend/run_folder.h"
#include "queue_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

class TestQueueRunner : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_folder;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<QueueFixture> m_window;
  GenerationRequest m_request;

  RunId enqueue(const char* title, RunKind kind = RunKind::Generate) {
    return m_window->runner.enqueue(m_request, kind, title);
  }
  void reopen() {
    m_window.reset();
    m_window = std::make_unique<QueueFixture>(m_engine, m_folder->path());
  }
  // Starts a run that pauses once this many of its steps are done.
  RunId enqueueHeldAfter(int steps, const char* title) {
    m_engine->steps.close(steps);
    const auto id = enqueue(title);
    if (!m_window->runsAt(id, steps) || !QTest::qWaitFor([this] { return m_engine->steps.isHolding(); }))
      qFatal("%s does not stand after step %d", title, steps);
    return id;
  }
  // A run as found in the store after a crash.
  RunRecord cutOff(int stepsKept) {
    RunRecord record;
    record.id = m_window->store.newId();
    record.state = RunState::Running;
    record.request = m_request;
    record.request.options.runFolder = m_folder->filePath("runs/cut-off").toStdString();
    record.stepsDone = std::max(0, stepsKept);
    if (!QDir().mkpath(m_folder->filePath("runs/cut-off"))) qFatal("no folder");
    if (stepsKept >= 0) m_engine->keepRun(record.request, stepsKept);
    return record;
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
    QTRY_VERIFY(m_window->queue.secondsLeft().has_value());
    QVERIFY(*m_window->queue.secondsLeft() > 0);
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
    const auto id = enqueueHeldAfter(3, "star");
    QElapsedTimer watch;
    watch.start();
    QVERIFY(QTest::qWaitFor([&watch] { return watch.elapsed() >= 2; }));
    m_engine->steps.open();
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
    QVERIFY(record->secondsSpent >= .002);
    // What it ran with, not that this was left to the engine.
    QVERIFY(m_request.options.dtype == DType::Automatic);
    QVERIFY(record->request.options.dtype == DType::Float32);
  }

  void pausedRunsKeepTheirPictures() {
    const auto picture = [this](RunId id) {
      return m_window->queue.indexOf(id).data(QueueModel::ThumbnailRole).value<QImage>();
    };
    const auto id = enqueueHeldAfter(3, "star");
    QTRY_VERIFY(!picture(id).isNull());
    m_window->runner.pause(id);
    QTRY_VERIFY(m_window->state(id) == RunState::Paused);
    // A run that has not begun has none.
    m_window->runner.pauseQueue();
    const auto waiting = enqueue("ring");
    reopen();
    QTRY_VERIFY(!picture(id).isNull());
    QCOMPARE(picture(id).height(), 96);
    QVERIFY(picture(waiting).isNull());
    // Cancelled and put back, it has its picture again.
    QSignalSpy removed(&m_window->runner, &QueueRunner::runRemoved);
    m_window->runner.remove(id);
    QCOMPARE(removed.count(), 1);
    m_window->runner.restore(removed[0][0].value<RunRecord>());
    QTRY_VERIFY(!picture(id).isNull());
    // While it runs, too.
    m_engine->steps.close(2);
    m_window->runner.resume(id);
    QVERIFY(m_window->runsAt(id, 5));
    m_window->runner.remove(id);
    QTRY_COMPARE(removed.count(), 2);
    m_window->runner.restore(removed[1][0].value<RunRecord>());
    QCOMPARE(m_window->state(id), std::optional(RunState::Paused));
    QTRY_VERIFY(!picture(id).isNull());
  }

  // While it runs: whoever kills the program does not ask for it.
  void aRunThatIsKilledHasThePictureOfItsLastPreview() {
    const auto id = enqueueHeldAfter(1, "star");
    const auto* run = m_window->queue.find(id);
    QVERIFY(run);
    const auto file = QString::fromStdString(runThumbnail(run->request.options.runFolder).string());
    QTRY_COMPARE(QImage(file).height(), 96);
    // Each newer preview takes its place.
    QVERIFY(QFile::remove(file));
    m_engine->steps.letPass(2);
    QVERIFY(m_window->runsAt(id, 3));
    QTRY_COMPARE(QImage(file).height(), 96);
    // No late preview takes that of the finished clip's strip.
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    m_engine->steps.open();
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(!m_window->history.summary(0).thumbnail.isEmpty());
    QCOMPARE(m_window->history.summary(0).thumbnail, file);
    QCOMPARE(QImage(file).width(), 9 * 96);
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
    QVERIFY(settle(m_window->host));
    QCOMPARE(m_window->history.rowCount(), 1);
    QVERIFY(m_window->history.summary(0).thumbnail.isEmpty());
  }

  void pausesFreesTheDeviceAndGoesOn() {
    auto& runner = m_window->runner;
    QSignalSpy paused(&runner, &QueueRunner::runPaused);
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    const auto a = enqueueHeldAfter(3, "a"), b = enqueue("b");
    runner.pause(a);
    QTRY_COMPARE(paused.count(), 1);
    QCOMPARE(paused[0][0].value<RunRecord>().stepsDone, 3);
    QTRY_COMPARE(m_engine->unloads.load(), 1);
    QVERIFY(runner.isHeld());
    QVERIFY(m_window->state(b) == RunState::Waiting);
    m_engine->steps.open();
    runner.resume(a);
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(m_engine->calls(), (std::vector<std::string>{"generate", "resume", "generate"}));
    const auto result = finished[0][0].value<RunRecord>();
    QCOMPARE(result.id, a);
    QCOMPARE(result.steps.size(), std::size_t(10));
  }

  void addsUpTheTimeOfItsParts() {
    auto record = cutOff(6);
    record.secondsSpent = 1000;
    m_window->store.save(record);
    reopen();
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    m_window->runner.resume(record.id);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][0].value<RunRecord>().secondsSpent >= 1000);
  }

  void stopsOneRunAndTakesTheNext() {
    QSignalSpy finished(&m_window->runner, &QueueRunner::runFinished);
    const auto a = enqueueHeldAfter(1, "a"), b = enqueue("b");
    m_window->runner.stop(a);
    QTRY_VERIFY(m_window->state(a) == RunState::Paused);
    m_engine->steps.open();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().id, b);
    QVERIFY(m_window->state(a) == RunState::Paused);
    // An unload would have come before b, on the same thread.
    QCOMPARE(m_engine->unloads.load(), 0);
  }

  void removesARunningRun() {
    QSignalSpy removed(&m_window->runner, &QueueRunner::runRemoved);
    QSignalSpy ended(&m_window->runner, &QueueRunner::runPaused);
    const auto id = enqueueHeldAfter(0, "a");
    m_window->runner.remove(id);
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(!removed[0][0].value<RunRecord>().request.options.runFolder.empty());
    QCOMPARE(ended.count(), 0);
    QVERIFY(!m_window->state(id));
    reopen();
    QCOMPARE(m_window->queue.rowCount(), 0);
    QCOMPARE(m_window->history.rowCount(), 0);
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
    const auto record = cutOff(stepsKept);
    m_window->store.save(record);
    reopen();
    QCOMPARE(m_window->runner.interruptedRuns(), std::vector<RunId>{record.id});
    QVERIFY(m_window->state(record.id) == RunState::Paused);
    QVERIFY(settle(m_window->host));
    QVERIFY(!m_window->runner.runningRun());
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
    QVERIFY(settle(m_window->host));
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
    const auto id = enqueueHeldAfter(3, "a");
    // A second reader sees what a crash at this moment would leave.
    m_window->store.flush();
    RunStore crashed(m_folder->filePath("runs.sqlite"));
    const auto record = crashed.read(id);
    QVERIFY(record && record->state == RunState::Running);
    QCOMPARE(record->stepsDone, 3);
    QCOMPARE(record->steps.size(), std::size_t(3));
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
    auto& runner = m_window->runner;
    QSignalSpy finished(&runner, &QueueRunner::runFinished);
    QSignalSpy moved(&runner, &QueueRunner::scheduleChanged);
    enqueueHeldAfter(1, "a");
    runner.requestBoundaries(.8, .2);
    QCOMPARE(moved.count(), 1);
    m_engine->steps.open();
    QTRY_COMPARE(finished.count(), 1);
    const auto record = finished[0][0].value<RunRecord>();
    QCOMPARE(record.request.sampling.schedule.early, .8);
    QVERIFY(record.steps.at(6).model == Model::Large);
  }
};

QTEST_MAIN(TestQueueRunner)
#include "tst_queue_runner.moc"
