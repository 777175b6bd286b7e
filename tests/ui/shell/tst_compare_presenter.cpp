// SPDX-License-Identifier: MIT
#include "shell/compare_presenter.h"

#include "desk.h"
#include "plots/plot_math.h"
#include "text/durations.h"
#include "viewer/compare_view.h"

#include <QComboBox>
#include <QLabel>

#include <vector>

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
    desk.compare.compareMany({b, a});
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
    QTest::keyClick(desk.view(), Qt::Key_Escape);
    QVERIFY(!desk.view()->isVisible());
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

  // Either of a clip and its reference leads to the other.
  void aClipIsComparedWithItsReference() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star", 5), other = desk.finish("a star", 6);
    desk.clip.openRun(star);
    QTRY_COMPARE(desk.clip.watched(), star);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.compare.compareWithLargeOnly();
    QTRY_COMPARE(finished.count(), 1);
    const auto reference = finished[0][0].value<RunRecord>().id;
    const auto newest = desk.finish("a ring", 5);
    QVERIFY(newest > 0);
    const auto words = [&](RunId id) {
      const auto* history = desk.studio.history();
      return history->index(history->row(id)).data(HistoryModel::WordsRole).toString();
    };
    QVERIFY2(words(reference).startsWith("reference · LLL"), qPrintable(words(reference)));
    QVERIFY2(words(star).startsWith("LSL"), qPrintable(words(star)));
    desk.compare.compareWith(star);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), reference);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), star);
    desk.compare.compareWith(reference);
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), star);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), reference);
    // One with another seed has none, and what is on the left stays.
    desk.compare.compareWith(other);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), other);
    QCOMPARE(desk.shown(ComparePresenter::Left), star);
  }

  void comparesUpToFour() {
    CompareDesk desk;
    QVERIFY(desk.start());
    std::vector<RunId> runs;
    for (const char* prompt : {"a", "b", "c", "d"}) runs.push_back(desk.finish(prompt, runs.size() + 1));
    desk.compare.compareMany(runs);
    for (int side = 0; side < 4; ++side) QTRY_COMPARE(desk.shown(side), runs[static_cast<std::size_t>(side)]);
    QVERIFY2(desk.view()->clip(3).words.contains("seed 4"), qPrintable(desk.view()->clip(3).words));
    // What is opened for a side that has been removed in the meantime is not shown.
    desk.engine->hold(desk.folderOf(runs[0]));
    Q_EMIT desk.view()->pickRequested(3, runs[0]);
    desk.view()->setSides(2);
    desk.engine->release(desk.folderOf(runs[0]));
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.view()->sides(), 2);
    QCOMPARE(desk.shown(3), RunId(0));
    // Two again after four.
    desk.compare.compareMany({runs[2], runs[3]});
    QTRY_COMPARE(desk.shown(0), runs[2]);
    QTRY_COMPARE(desk.shown(1), runs[3]);
    QCOMPARE(desk.view()->sides(), 2);
  }

  // Otherwise, its name could be chosen, and would stand over another clip.
  void aClipThatIsGoneIsNotOffered() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto a = desk.finish("a"), b = desk.finish("b"), c = desk.finish("c");
    desk.compare.compareMany({b, c});
    QTRY_COMPARE(desk.shown(ComparePresenter::Left), b);
    QTRY_COMPARE(desk.shown(ComparePresenter::Right), c);
    const auto offers = [&](const char* name, RunId id) {
      return desk.view()->findChild<QComboBox*>(QLatin1String(name))->findData(id) >= 0;
    };
    for (const char* picker : {"pickerA", "pickerB"})
      for (const auto id : {a, b, c}) QVERIFY(offers(picker, id));
    desk.studio.deleteRuns({a, c});
    for (const char* picker : {"pickerA", "pickerB"}) {
      QVERIFY(!offers(picker, a));
      QVERIFY(offers(picker, b));
    }
    // What is shown stays, with its name.
    QVERIFY(!offers("pickerA", c));
    QVERIFY(offers("pickerB", c));
    QCOMPARE(desk.shown(ComparePresenter::Right), c);
    QCOMPARE(desk.view()->findChild<QComboBox*>(QStringLiteral("pickerB"))->currentData().toLongLong(), c);
  }

  void everySideTellsWhatItCost() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto made = desk.finish("a star", 5);
    desk.compare.compareMany({made, made});
    QTRY_COMPARE(desk.shown(1), made);
    const auto run = *desk.studio.history()->record(made);
    QCOMPARE(desk.view()->clip(0).seconds, run.secondsSpent);
    const auto cost = desk.engine->estimateCost(run.request);
    QVERIFY(cost.ok());
    const auto& schedule = run.request.sampling.schedule;
    const double saving = savingOf(schedule, schedule, cost.value());
    QVERIFY(saving > .01);
    auto* facts = desk.view()->findChild<QLabel*>("factsB");
    QTRY_VERIFY(facts->text().contains(percent(saving) + " fewer FLOPs"));
    // A fake run may take no time that can be measured.
    const auto first = run.secondsSpent > 0 ? elapsed(run.secondsSpent) : percent(saving);
    QVERIFY2(facts->text().startsWith(first), qPrintable(facts->text()));
  }

  // A reference whose run also compared the models needed no more for its clip than the large model alone.
  void whatComparingCostBelongsToNoClip() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto made = desk.finish("a star", 5);
    auto asked = desk.studio.history()->record(made)->request;
    asked.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, asked.sampling.schedule.steps);
    asked.options.probe = ProbePolicy::Large;
    const auto reference = desk.studio.runner()->enqueue(asked);
    QTRY_VERIFY(desk.studio.history()->row(reference) >= 0);
    desk.compare.compareMany({made, reference});
    QTRY_COMPARE(desk.shown(1), reference);
    QVERIFY(desk.view()->clip(1).request->options.probe == ProbePolicy::Large);
    QTRY_VERIFY(desk.view()->findChild<QLabel*>("factsA")->text().contains("fewer FLOPs"));
    QVERIFY(desk.settleAll());
    const auto facts = desk.view()->findChild<QLabel*>("factsB")->text();
    QVERIFY2(!facts.contains("FLOPs") && !facts.contains("than A"), qPrintable(facts));
  }

  void exportsTheComparisonAsOneClip() {
    CompareDesk desk;
    QVERIFY(desk.start());
    const auto a = desk.finish("A star; turns", 5), b = desk.finish("a ring", 6);
    desk.compare.compareMany({a, b});
    QTRY_COMPARE(desk.shown(0), a);
    QTRY_COMPARE(desk.shown(1), b);
    QSignalSpy asked(&desk.compare, &ComparePresenter::exportRequested);
    Q_EMIT desk.view()->exportRequested();
    QCOMPARE(asked.count(), 1);
    const auto source = asked[0][0].value<ExportSource>();
    QCOMPARE(source.baseName, QString("a-star-turns-comparison"));
    QVERIFY2(source.words.contains("seed 5") && source.words.contains("seed 6"), qPrintable(source.words));
    QVERIFY(source.metadata.empty());
    const auto shape = source.shape();
    QCOMPARE(shape.frames, 9);
    QVERIFY(shape.width >= 640);
    const auto clip = source.make(*desk.engine, {});
    QVERIFY(clip.done());
    QCOMPARE(clip.value().width(), shape.width);
    QCOMPARE(clip.value().height(), shape.height);
    QCOMPARE(clip.value().frames.size(), std::size_t(9));
    // The dialog shows its first frame before it is made.
    QVERIFY(source.clip.frames.front()->rgb == clip.value().frames.front()->rgb);
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
