// SPDX-License-Identifier: MIT
#include "shell/compare_presenter.h"

#include "desk.h"
#include "viewer/compare_view.h"

using namespace fb;
using namespace fb::ui;

class TestComparePresenter : public QObject {
  Q_OBJECT
private:
  struct CompareDesk : Desk {
    ComparePresenter compare{{&window, &theme, &studio, &pair, &request, &clip}};
    CompareView* view() { return window.findChild<CompareView*>(); }
    RunId shown(int side) { return view()->clip(side).id; }
  };

private Q_SLOTS:
  void beginsWithTheNewestTwo() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto a = desk.finish("a"), b = desk.finish("b"), c = desk.finish("c");
    QVERIFY(a > 0 && b > 0 && c > 0);
    QVERIFY(!desk.view());
    desk.compare.show();
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), c);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), b);
    // What is compared stays when it is opened again.
    desk.view()->close();
    const auto d = desk.finish("d");
    QVERIFY(d > 0);
    desk.compare.show();
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.shown(ComparePresenter::Right), c);
    Q_EMIT desk.view()->pickRequested(ComparePresenter::Left, a);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), a);
    desk.compare.compareWith(d);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), d);
    desk.compare.compareBoth(b, a);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), b);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), a);
  }

  void comparesTheClipThatIsWatched() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto a = desk.finish("a"), b = desk.finish("b"), c = desk.finish("c");
    desk.clip.openRun(b);
    QTRY_COMPARE(desk.clip.watched(), b);
    desk.compare.show();
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), b);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), a);
    desk.view()->close();
    desk.clip.openRun(c);
    QTRY_COMPARE(desk.clip.watched(), c);
    desk.compare.show();
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), c);
    QCOMPARE(desk.shown(ComparePresenter::Left), a);
  }

  void aLateAnswerDoesNotReplaceANewerPick() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto a = desk.finish("a"), b = desk.finish("b"), c = desk.finish("c");
    desk.compare.show();
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), b);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), c);
    desk.engine->hold(desk.folderOf(a));
    Q_EMIT desk.view()->pickRequested(ComparePresenter::Left, a);
    Q_EMIT desk.view()->pickRequested(ComparePresenter::Left, c);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), c);
    // The other side is a separate question.
    Q_EMIT desk.view()->pickRequested(ComparePresenter::Right, b);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), b);
    desk.engine->release(desk.folderOf(a));
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.shown(ComparePresenter::Left), c);
  }

  void comparesWhatIsShownWithTheLargeModelAlone() {
    CompareDesk desk;
    QVERIFY(desk.start());
    desk.window.show();
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    const auto made = desk.finish("a star", 5);
    bool shown = false;
    desk.clip.openRun(made, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.compare.compareWithLargeOnly();
    QTRY_COMPARE(finished.count(), 1);
    const auto large = finished[0][0].value<RunRecord>();
    QCOMPARE(large.title, QString("a star (large only)"));
    QCOMPARE(large.request.sampling.seed, std::uint64_t(5));
    QCOMPARE(large.request.sampling.schedule.largeSteps(), 10);
    QVERIFY(desk.view());
    QVERIFY(desk.view()->isVisible());
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.shown(ComparePresenter::Left), made);
    QCOMPARE(desk.shown(ComparePresenter::Right), large.id);

    // If the comparison is open, its left side is what is compared.
    const auto other = desk.finish("a ring", 6);
    Q_EMIT desk.view()->pickRequested(ComparePresenter::Left, other);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), other);
    finished.clear();
    Q_EMIT desk.view()->largeOnlyRequested();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().request.clip.prompt, std::string("a ring"));
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.shown(ComparePresenter::Left), other);
    QCOMPARE(desk.shown(ComparePresenter::Right), finished[0][0].value<RunRecord>().id);
  }

  void nobodyElsewhereIsPulledBack() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto made = desk.finish("a star");
    bool shown = false;
    desk.clip.openRun(made, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QVERIFY(!desk.window.isActiveWindow());
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.compare.compareWithLargeOnly();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!desk.view());
  }

  void aClipFileIsComparedWithThePairInUse() {
    CompareDesk desk;
    QVERIFY(desk.start());
    auto settings = defaultRequest(FakeEngine::testPair());
    settings.pair = {};
    settings.pair.name = "Test pair";
    settings.clip.prompt = "from a file";
    settings.options.branchFrom = "/somewhere";
    settings.options.branchAt = 4;
    desk.clip.showFile(FakeEngine::clipOf(settings, 9), "clip.mp4", settings);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.compare.compareWithLargeOnly();
    QTRY_COMPARE(finished.count(), 1);
    const auto run = finished[0][0].value<RunRecord>();
    QVERIFY(run.request.pair.large == FakeEngine::testPair().large);
    QCOMPARE(run.request.clip.prompt, std::string("from a file"));
    QVERIFY(run.request.options.branchFrom.empty() && run.request.options.branchAt == 0);
  }
};

QTEST_MAIN(TestComparePresenter)
#include "tst_compare_presenter.moc"
