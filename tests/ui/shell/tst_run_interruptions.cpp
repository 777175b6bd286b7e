// SPDX-License-Identifier: MIT
#include "run_desk.h"

#include <QMessageBox>
#include <QRegularExpression>

using namespace fb;
using namespace fb::ui;

// Runs that are paused, skipped, cancelled, or cut off by the end of the program.
class TestRunInterruptions : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void pausesAndStopsTheRunningRun_data() {
    QTest::addColumn<bool>("pauses");
    QTest::newRow("pause holds the queue") << true;
    QTest::newRow("stop goes on with the next") << false;
  }
  void pausesAndStopsTheRunningRun() {
    QFETCH(bool, pauses);
    RunDesk desk;
    QVERIFY(desk.start());
    // Without a run, there is nothing to do.
    desk.runs.pause();
    desk.runs.stop();
    QVERIFY(desk.generateUpTo(2));
    if (pauses)
      desk.runs.pause();
    else
      desk.runs.stop();
    QTRY_COMPARE(desk.paused.count(), 1);
    QCOMPARE(desk.studio.runner()->isHeld(), pauses);
    QVERIFY(!desk.studio.runner()->runningRun());
    QCOMPARE(desk.paused[0][0].value<RunRecord>().stepsDone, 2);
    QVERIFY2(desk.status.currentMessage().contains('2'), qPrintable(desk.status.currentMessage()));
  }

  void cancelDiscardsAndCanBeUndone() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(3));
    const auto id = desk.studio.queue()->at(0).id;
    QSignalSpy removed(desk.studio.runner(), &QueueRunner::runRemoved);
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression("run \\d+ was cancelled after step 3 of \\d+"));
    desk.runs.cancel();
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    QVERIFY(desk.preview.clip().frames.empty());
    desk.offered()->click();
    QCOMPARE(desk.studio.queue()->rowCount(), 1);
    QCOMPARE(desk.studio.queue()->at(0).id, id);
    QCOMPARE(desk.studio.queue()->at(0).stepsDone, 3);
    // It goes on from where it was.
    desk.engine->steps.open();
    desk.runs.resume();
    QTRY_COMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.finished[0][0].value<RunRecord>().id, id);
    QCOMPARE(desk.engine->calls().back(), std::string("resume"));
  }

  void afterACancelledRunTheNextOneIsWatched() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(3));
    const auto id = desk.studio.queue()->at(0).id;
    QCOMPARE(desk.clip.watched(), id);
    desk.runs.generate();
    QCOMPARE(desk.studio.queue()->rowCount(), 2);
    const auto next = desk.studio.queue()->at(1).id;
    desk.runs.cancel();
    QTRY_COMPARE(desk.studio.runner()->runningRun(), std::optional(next));
    QCOMPARE(desk.clip.watched(), next);
    // Of a run that is not watched, the clip that is shown stays.
    desk.runs.generate();
    desk.clip.showFile(FakeEngine::clipOf(desk.request.request(), 9), "clip.mp4", {});
    desk.runs.cancel();
    QTRY_VERIFY(desk.studio.runner()->runningRun() && desk.studio.runner()->runningRun() != next);
    QCOMPARE(desk.clip.watched(), RunId(0));
    desk.engine->steps.open();
  }

  void resumeGoesOnWhereItWasPaused() {
    RunDesk desk;
    QVERIFY(desk.start());
    bool canResume = false;
    connect(&desk.runs, &RunPresenter::pausedChanged, &desk.window, [&](bool paused) { canResume = paused; });
    QVERIFY(desk.generateUpTo(2));
    QVERIFY(!canResume);
    desk.runs.pause();
    QTRY_COMPARE(desk.paused.count(), 1);
    QTRY_VERIFY(canResume);
    desk.engine->steps.open();
    desk.runs.resume();
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(!canResume);
    QVERIFY(desk.clip.isWhole());
    QVERIFY2(desk.status.currentMessage().contains("Done in"), qPrintable(desk.status.currentMessage()));
  }

  void offersToLetAHeldQueueRun() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(1));
    desk.runs.pause();
    QTRY_COMPARE(desk.paused.count(), 1);
    desk.engine->steps.open();
    desk.runs.generate();
    QVERIFY(desk.studio.runner()->isHeld());
    QVERIFY(!desk.notice.text().isEmpty());
    desk.offered()->click();
    QTRY_COMPARE(desk.finished.count(), 1);
  }

  void generateLetsAQueueRunThatNobodyPaused() {
    RunDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    desk.runs.generate();
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(desk.notice.text().isEmpty());
  }

  void offersWhatTheLastSessionLeft_data() {
    QTest::addColumn<int>("state");
    QTest::newRow("cut off") << static_cast<int>(RunState::Running);
    QTest::newRow("waiting") << static_cast<int>(RunState::Waiting);
    QTest::newRow("kept for later") << static_cast<int>(RunState::Paused);
  }
  void offersWhatTheLastSessionLeft() {
    QFETCH(int, state);
    RunDesk desk;
    RunRecord record;
    record.id = desk.studio.store()->newId();
    record.state = static_cast<RunState>(state);
    record.request = defaultRequest(FakeEngine::testPair());
    record.created = QDateTime::currentDateTimeUtc();
    desk.studio.store()->save(record);
    QVERIFY(desk.start());
    QVERIFY(desk.settle());
    QCOMPARE(desk.started.count(), 0);
    QVERIFY(!desk.notice.text().isEmpty());
    desk.offered()->click();
    QTRY_COMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.finished[0][0].value<RunRecord>().id, record.id);
  }

  void theProgramMayEndWhenNothingRuns() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.runs.mayLeave());
  }

  void aRunningRunIsKeptBeforeTheProgramEnds() {
    RunDesk desk;
    QVERIFY(desk.start());
    QSignalSpy ready(&desk.runs, &RunPresenter::readyToLeave);
    QVERIFY(desk.generateUpTo(1));

    desk.onceAsked([](QMessageBox& box) { RunDesk::press(box, QMessageBox::RejectRole); });
    QVERIFY(!desk.runs.mayLeave());
    QVERIFY(desk.studio.runner()->runningRun());

    desk.onceAsked([](QMessageBox& box) { RunDesk::press(box, QMessageBox::AcceptRole); });
    QVERIFY(!desk.runs.mayLeave());
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(desk.paused.count(), 1);
    QVERIFY(desk.runs.mayLeave());
    QVERIFY(desk.studio.queue()->at(0).state == RunState::Paused);
  }

  void aRunThatEndsDuringTheQuestionHoldsNobody() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(1));
    desk.onceAsked([&desk](QMessageBox& box) {
      desk.engine->steps.open();
      QTRY_COMPARE(desk.finished.count(), 1);
      RunDesk::press(box, QMessageBox::AcceptRole);
    });
    QVERIFY(desk.runs.mayLeave());
    QCOMPARE(desk.finished.count(), 1);
  }
};

QTEST_MAIN(TestRunInterruptions)
#include "tst_run_interruptions.moc"
