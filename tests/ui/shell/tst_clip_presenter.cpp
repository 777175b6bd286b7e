// SPDX-License-Identifier: MIT
#include "desk.h"
#include "runs/run_store.h"

#include <QToolButton>

using namespace fb;
using namespace fb::ui;

class TestClipPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void showsARunWithItsCurve() {
    Desk desk;
    QVERIFY(desk.start());
    const auto id = desk.finish("a star");
    QVERIFY(id > 0);
    QSignalSpy whole(&desk.clip, &ClipPresenter::wholeChanged);
    QVERIFY(!desk.clip.isWhole());
    bool told = false;
    desk.clip.openRun(id, [&] { told = true; });
    QTRY_VERIFY(told);
    QVERIFY(desk.clip.isWhole());
    QCOMPARE(whole.last()[0].toBool(), true);
    QCOMPARE(desk.clip.shown().run, id);
    QCOMPARE(desk.clip.shown().title, QString("a star"));
    QCOMPARE(desk.clip.shown().request->clip.prompt, std::string("a star"));
    QCOMPARE(desk.preview.clip().frames.size(), std::size_t(9));
    QCOMPARE(desk.curvePoints(), 10);
  }

  void atTheStartTheClipOfLastTimeIsShownUnlessAnotherIsWanted() {
    Desk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star"), ring = desk.finish("a ring");
    QVERIFY(star > 0 && ring > 0);
    QSignalSpy failed(&desk.studio, &Studio::openFailed);
    {
      ClipPresenter clip(&desk.studio, &desk.preview, &desk.stages);
      QSignalSpy reopened(&clip, &ClipPresenter::reopened);
      clip.reopen(0);
      clip.reopen(12345);
      clip.reopen(star);
      QTRY_COMPARE(clip.shown().run, star);
      QCOMPARE(clip.watched(), star);
      QCOMPARE(reopened.count(), 1);
      QVERIFY(clip.isReopened());
      clip.reopen(ring);
      QVERIFY(desk.settleAll());
      QCOMPARE(clip.shown().run, star);
      clip.openRun(ring);
      QTRY_COMPARE(clip.shown().run, ring);
      QVERIFY(!clip.isReopened());
    }
    {
      ClipPresenter clip(&desk.studio, &desk.preview, &desk.stages);
      desk.engine->hold(desk.folderOf(star));
      clip.reopen(star);
      clip.openRun(ring);
      QTRY_COMPARE(clip.shown().run, ring);
      desk.engine->release(desk.folderOf(star));
      QVERIFY(desk.settleAll());
      QCOMPARE(clip.shown().run, ring);
    }
    QCOMPARE(failed.count(), 0);
  }

  void aLateAnswerDoesNotReplaceANewerQuestions() {
    Desk desk;
    QVERIFY(desk.start());
    const auto slow = desk.finish("slow"), quick = desk.finish("quick");
    QVERIFY(slow > 0 && quick > 0);
    desk.engine->hold(desk.folderOf(slow));
    bool slowTold = false;
    desk.clip.openRun(slow, [&] { slowTold = true; });
    desk.clip.openRun(quick);
    QTRY_COMPARE(desk.clip.shown().run, quick);
    desk.engine->release(desk.folderOf(slow));
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.clip.shown().run, quick);
    QVERIFY(!slowTold);
  }

  void previewsGiveWayToTheClipBefore() {
    Desk desk;
    const auto request = defaultRequest(FakeEngine::testPair());
    const auto clip = FakeEngine::clipOf(request, 9);
    desk.clip.showFile(clip, "clip.mp4", {});
    QVERIFY(desk.clip.isWhole());
    QVERIFY(!desk.clip.shown().request);
    QCOMPARE(desk.clip.shown().run, RunId(0));
    desk.clip.watch(7);
    desk.clip.showPreview(7, request, 3, FakeEngine::clipOf(request, 3, 8));
    QVERIFY(!desk.clip.isWhole());
    QVERIFY(desk.preview.isPreview());
    QCOMPARE(desk.clip.shown().title, QString("clip.mp4"));
    desk.clip.showAgain();
    QVERIFY(desk.clip.isWhole());
    QCOMPARE(desk.preview.clip().frames.size(), std::size_t(9));
  }

  void previewsWithNothingBeforeLeaveNothing() {
    Desk desk;
    const auto request = defaultRequest(FakeEngine::testPair());
    desk.clip.watch(7);
    desk.clip.showPreview(7, request, 3, FakeEngine::clipOf(request, 3, 8));
    QVERIFY(desk.preview.isPreview());
    desk.clip.showAgain();
    QVERIFY(!desk.clip.isWhole());
    QVERIFY(desk.preview.clip().frames.empty());
  }

  void previewsOfAnotherRunAreNotSeen() {
    Desk desk;
    desk.window.show();
    auto* live = desk.preview.findChild<QToolButton*>("liveButton");
    const auto request = defaultRequest(FakeEngine::testPair());
    desk.clip.showFile(FakeEngine::clipOf(request, 9), "clip.mp4", {});
    desk.clip.setLive(ClipPresenter::Live{7, "step 4 of 10"});
    desk.clip.showPreview(7, request, 3, FakeEngine::clipOf(request, 3, 8));
    QVERIFY(desk.clip.isWhole());
    QCOMPARE(desk.preview.clip().frames.size(), std::size_t(9));
    QVERIFY(!live->isHidden());
    QVERIFY2(live->text().contains("step 4 of 10"), qPrintable(live->text()));
    // Back to the run, which shows what came in the meantime.
    live->click();
    QVERIFY(live->isHidden());
    QCOMPARE(desk.clip.watched(), RunId(7));
    QVERIFY(!desk.clip.isWhole());
    QCOMPARE(desk.preview.clip().frames.size(), std::size_t(3));
    // And away again.
    desk.clip.showFile(FakeEngine::clipOf(request, 9), "clip.mp4", {});
    QVERIFY(!live->isHidden());
    desk.clip.setLive({});
    QVERIFY(live->isHidden());
  }

  void aRunThatIsGoneIsTold() {
    Desk desk;
    QVERIFY(desk.start());
    RunRecord record;
    record.id = desk.studio.store()->newId();
    record.state = RunState::Finished;
    record.request = defaultRequest(FakeEngine::testPair());
    record.request.clip.prompt = "lost";
    record.request.options.runFolder = "/nowhere/run";
    record.created = record.ended = QDateTime::currentDateTimeUtc();
    desk.studio.store()->save(record);
    desk.studio.history()->add(record);
    desk.clip.openRun(record.id);
    QTRY_VERIFY(!desk.notice.text().isEmpty());
    QVERIFY2(desk.notice.text().contains("lost"), qPrintable(desk.notice.text()));
  }
};

QTEST_MAIN(TestClipPresenter)
#include "tst_clip_presenter.moc"
