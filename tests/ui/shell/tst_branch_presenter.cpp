// SPDX-License-Identifier: MIT
#include "shell/branch_presenter.h"

#include "desk.h"
#include "runs/history_panel.h"
#include "runs/queue_panel.h"
#include "shell/edit_presenter.h"
#include "shell/run_presenter.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QSlider>
#include <QTimer>
#include <QToolButton>

using namespace fb;
using namespace fb::ui;

namespace {

// A star of 10 steps, made with the seed 7: large until step 4, small until step 8.
struct BranchDesk : Desk {
  using Desk::Desk;

  HistoryPanel panel{&theme, studio.history(), &window};
  QueuePanel queuePanel{&theme, studio.queue(), studio.runner(), &window};
  RunPresenter runs{{&window, &studio, &pair, &request, &clip, &queuePanel, &stages, &status, &announcer}};
  EditPresenter edit{{&window, &studio, &request, &promptPanel, &queuePanel, &announcer}};
  BranchPresenter branches{{&studio, &pair, &request, &clip, &promptPanel, &panel, &stages, &undo, &announcer}};
  RunId star = 0;

  bool startWithStar() {
    window.resize(1200, 400);
    stages.resize(1200, 300);
    window.show();
    if (!start()) return false;
    star = finish("a star", 7);
    return star > 0 && settleAll();
  }
  QToolButton* marker(int step) { return stages.findChild<QToolButton*>(QStringLiteral("branchMarker%1").arg(step)); }
  QList<QToolButton*> markers() {
    auto* plot = stages.findChild<DivergencePlot*>();
    auto found = plot->findChildren<QToolButton*>(QRegularExpression("branchMarker"));
    found.removeIf([](const QToolButton* button) { return button->isHidden(); });
    return found;
  }
  bool hasLine() { return !stages.findChild<QWidget*>("branchLine")->isHidden(); }
  QString line() { return stages.findChild<QLabel*>("branchText")->text(); }
  QString cost() { return stages.findChild<QLabel*>("costWords")->text(); }
  QString problems() {
    auto* strip = promptPanel.findChild<QLabel*>("problemStrip");
    return strip->isHidden() ? QString() : strip->text();
  }
  std::filesystem::path starFolder() { return folderOf(star); }
  // Opens the menu of the newest clip, and acts on its branches once they can be chosen or a reason is known.
  bool inMenu(const std::function<void(QMenu&)>& act) {
    auto* list = panel.findChild<QListView*>("historyList");
    list->setCurrentIndex(list->model()->index(0, 0));
    bool acted = false;
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, &looking, [&] {
      auto* offered = panel.findChild<QMenu*>("branchMenu");
      if (!offered || offered->menuAction()->toolTip().startsWith("Looking")) return;
      looking.stop();
      acted = true;
      act(*offered);
      panel.findChild<QMenu*>("historyMenu")->close();
    });
    looking.start(0);
    Q_EMIT list->customContextMenuRequested(list->visualRect(list->currentIndex()).center());
    return acted;
  }
};

}  // namespace

class TestBranchPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theClipShownHasAMarkerForEachStepThatIsKept() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    // The run that has just finished is shown; after its last step, nothing is left to compute.
    QCOMPARE(desk.clip.shown().run, desk.star);
    QTRY_COMPARE(desk.markers().size(), 2);
    QVERIFY(desk.marker(4) && desk.marker(8));
    QVERIFY2(desk.marker(4)->accessibleName().contains("4"), qPrintable(desk.marker(4)->accessibleName()));
    // While another one runs, the plot is its.
    desk.engine->steps.close(1);
    desk.runs.generate();
    QTRY_VERIFY(desk.engine->steps.isHolding());
    QCOMPARE(desk.markers().size(), 0);
    desk.engine->steps.open();
    QVERIFY(desk.settleAll());
    QTRY_COMPARE(desk.markers().size(), 2);
    // A clip from a file has none, nor has one that is deleted.
    desk.clip.showFile(FakeEngine::clipOf(desk.request.request(), 9), "clip.mp4", {});
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.markers().size(), 0);
    desk.clip.openRun(desk.star);
    QTRY_COMPARE(desk.markers().size(), 2);
    desk.studio.deleteRuns({desk.star});
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.markers().size(), 0);
  }

  void aMarkerBranchesAndTheLineTakesItBack() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    QTRY_COMPARE(desk.markers().size(), 2);
    const auto before = desk.request.request();
    QVERIFY(!desk.promptPanel.seedIsFixed());
    QVERIFY(!desk.hasLine());
    desk.marker(4)->click();
    const auto branch = desk.request.request();
    QVERIFY(branch.options.branchFrom == desk.starFolder());
    QCOMPARE(branch.options.branchAt, 4);
    QCOMPARE(branch.clip.prompt, std::string("a star"));
    QCOMPARE(branch.sampling.seed, std::uint64_t(7));
    QVERIFY(desk.hasLine());
    QCOMPARE(desk.line(), QString("Continues \"a star\" from step 4; changes before it have no effect"));
    QTRY_VERIFY2(desk.cost().contains("4 step(s) taken over"), qPrintable(desk.cost()));

    desk.stages.findChild<QToolButton*>("branchRemove")->click();
    QVERIFY(!desk.hasLine());
    QVERIFY(desk.request.request().options.branchFrom.empty());
    QCOMPARE(desk.request.request().options.branchAt, 0);
    QCOMPARE(desk.prompt(), QString("a star"));
    QTRY_VERIFY2(!desk.cost().contains("taken over"), qPrintable(desk.cost()));

    desk.undo.undo();
    QVERIFY(desk.hasLine());
    QCOMPARE(toJson(desk.request.request()), toJson(branch));
    desk.undo.undo();
    QVERIFY(!desk.hasLine());
    QCOMPARE(toJson(desk.request.request()), toJson(before));
    QVERIFY(!desk.promptPanel.seedIsFixed());
    desk.undo.redo();
    QVERIFY(desk.hasLine());
    QCOMPARE(toJson(desk.request.request()), toJson(branch));
  }

  void aMenuOffersTheStepsOrSaysWhyThereAreNone() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    QStringList offered;
    QVERIFY(desk.inMenu([&](QMenu& menu) {
      QVERIFY(menu.menuAction()->isEnabled());
      for (auto* action : menu.actions()) offered << action->text();
      menu.actions().last()->trigger();
    }));
    QCOMPARE(offered, QStringList({"After step 4 of 10", "After step 8 of 10"}));
    QCOMPARE(desk.request.request().options.branchAt, 8);
    QVERIFY(desk.request.request().options.branchFrom == desk.starFolder());
    QCOMPARE(desk.curvePoints(), 10);

    const auto expectReason = [&](const char* reason) {
      QVERIFY(desk.inMenu([&](QMenu& menu) {
        QVERIFY(!menu.menuAction()->isEnabled());
        QVERIFY(menu.actions().isEmpty());
        QVERIFY2(menu.menuAction()->toolTip().contains(reason), qPrintable(menu.menuAction()->toolTip()));
      }));
    };
    desk.engine->forgetStates(desk.starFolder());
    expectReason("keeps no state");
    desk.engine->forgetRun(desk.starFolder());
    expectReason("no longer exists");
  }

  void aProbeCannotBeContinued() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.runs.probe();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(desk.inMenu([](QMenu& menu) {
      QVERIFY(!menu.menuAction()->isEnabled());
      QVERIFY2(menu.menuAction()->toolTip().contains("probe"), qPrintable(menu.menuAction()->toolTip()));
    }));
  }

  void generateQueuesItWithItsSeed() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    desk.branches.branch(desk.star, 8);
    desk.studio.runner()->pauseQueue();
    desk.runs.generate();
    desk.runs.generate();
    QCOMPARE(desk.studio.queue()->rowCount(), 2);
    const auto& queued = desk.studio.queue()->at(1).request;
    QVERIFY(queued.options.branchFrom == desk.starFolder());
    QCOMPARE(queued.options.branchAt, 8);
    QCOMPARE(queued.sampling.seed, std::uint64_t(7));
    // From the queue back into the panels.
    desk.branches.remove();
    QVERIFY(!desk.hasLine());
    Q_EMIT desk.queuePanel.editRequested(desk.studio.queue()->at(1).id);
    QCOMPARE(desk.request.request().options.branchAt, 8);
    QVERIFY(desk.hasLine());
    // Only the rest is computed.
    QSignalSpy steps(desk.studio.runner(), &QueueRunner::stepFinished);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.studio.runner()->start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(steps.count(), 2);
    QCOMPARE(finished[0][0].value<RunRecord>().steps.size(), std::size_t(10));
  }

  void whatWouldChangeTheStepsTakenOverIsRefusedByName() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    desk.branches.branch(desk.star, 4);
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.problems(), QString());
    desk.promptPanel.usePrompt("a ring");
    QTRY_VERIFY2(desk.problems().contains("prompt"), qPrintable(desk.problems()));
    desk.branches.remove();
    QTRY_COMPARE(desk.problems(), QString());
    // What it continues may be gone by then.
    desk.branches.branch(desk.star, 4);
    desk.engine->forgetRun(desk.starFolder());
    Q_EMIT desk.promptPanel.requestChanged();
    QTRY_VERIFY2(desk.problems().contains("not a run folder"), qPrintable(desk.problems()));
  }

  void boundariesWithinTheStepsTakenOverAreLocked() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    desk.branches.branch(desk.star, 8);
    auto* plot = desk.stages.findChild<DivergencePlot*>();
    const auto sliders = desk.stages.findChildren<QSlider*>();
    QCOMPARE(sliders.size(), 2);
    QVERIFY(!sliders[0]->isEnabled());
    QVERIFY(sliders[1]->isEnabled());
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(handleStep(plot->schedule(), Handle::Early), 4);
    QTest::keyClick(plot, Qt::Key_Tab);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(handleStep(plot->schedule(), Handle::Late), 9);
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(handleStep(plot->schedule(), Handle::Late), 8);
    desk.branches.remove();
    QVERIFY(sliders[0]->isEnabled());
  }

  void itIsThereAfterARestart() {
    QByteArray last;
    {
      BranchDesk desk;
      QVERIFY(desk.startWithStar());
      desk.branches.branch(desk.star, 4);
      desk.request.remember();
      last = desk.settings.lastRequest();
    }
    BranchDesk desk([&](Settings& settings) { settings.setLastRequest(last); });
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.hasLine());
    QCOMPARE(desk.request.request().options.branchAt, 4);
    // Its name is known by its prompt, even if the clip is not in the history.
    QVERIFY2(desk.line().contains("a star"), qPrintable(desk.line()));
  }

  void anotherPairIsAnOrdinaryClip() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    desk.branches.branch(desk.star, 4);
    auto other = FakeEngine::testPair();
    other.name = "Another";
    other.large = "/nowhere/another.safetensors";
    desk.pair.choose(other);
    QVERIFY(!desk.hasLine());
    QVERIFY(desk.request.request().options.branchFrom.empty());
    // Back to the pair of the clip; what another pair was set to cannot be undone.
    desk.branches.branch(desk.star, 4);
    QCOMPARE(desk.pair.pair().name, FakeEngine::testPair().name);
    QVERIFY(desk.hasLine());
    desk.undo.undo();
    QVERIFY(!desk.hasLine());
    QCOMPARE(desk.prompt(), QString("a star"));
    QVERIFY(!desk.undo.canUndo());
  }

  void aProbeIsOfAllSteps() {
    BranchDesk desk;
    QVERIFY(desk.startWithStar());
    desk.branches.branch(desk.star, 4);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    desk.runs.probe();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][0].value<RunRecord>().request.options.branchFrom.empty());
    QVERIFY(desk.hasLine());
  }
};

QTEST_MAIN(TestBranchPresenter)
#include "tst_branch_presenter.moc"
