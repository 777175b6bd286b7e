// SPDX-License-Identifier: MIT
#include "flowblend/boundary_rule.h"
#include "stages/cost_words.h"
#include "stages_under_test.h"
#include "text/durations.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>
#include <functional>

using namespace fb;
using namespace fb::ui;

class TestStageSuggestions : public QObject, StagesUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { m_panel.reset(); }
  void cleanupTestCase() { m_theme.reset(); }

  void aProbeSuggestsBoundariesThatCanBeApplied() {
    auto* line = find<QWidget>("suggestionLine");
    const auto text = [this] { return plain(find<QLabel>("suggestionText")->text()); };
    QVERIFY(!line->isVisible());
    m_panel->setCost(estimate(), m_panel->schedule());
    auto probe = reports(30);
    for (auto& step : probe) step.divergence->relativeL2 = 1 + 4 * std::pow((step.step - 14.5) / 29, 2);
    m_panel->addProbe(probe);
    QVERIFY(line->isVisible());
    const auto suggested = suggestBoundaries(divergenceProfile(probe, 30));
    QVERIFY(suggested.isFound());
    const int early = static_cast<int>(std::lround(suggested.earlySteps / .3)),
              late = static_cast<int>(std::lround(suggested.lateSteps / .3));
    const int saved = static_cast<int>(std::lround((30 - suggested.earlySteps - suggested.lateSteps) * .9 / .3));
    QCOMPARE(text(), QString("Suggested %1 % / %2 %: %3 % less work").arg(early).arg(late).arg(saved));
    // The plot shows them beside the real ones.
    plot()->repaintNow();
    const auto withGhosts = plot()->grab().toImage();
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    const auto before = m_panel->schedule();
    find<QToolButton>("suggestionAction")->click();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_panel->schedule().earlySteps(), suggested.earlySteps);
    QCOMPARE(m_panel->schedule().lateSteps(), suggested.lateSteps);
    QVERIFY(!line->isVisible());
    plot()->repaintNow();
    QVERIFY(plot()->grab().toImage() != withGhosts);
    m_undo->undo();
    QCOMPARE(m_panel->schedule(), before);
    QVERIFY(line->isVisible());
    // While a run is shown, or steps of another one are taken over, there is nothing to apply it to.
    m_panel->beginRun(before, {});
    QVERIFY(!line->isVisible());
    m_panel->endRun();
    QVERIFY(line->isVisible());
    m_panel->setBranch(StagePanel::Branch{"a star", 4});
    QVERIFY(!line->isVisible());
    m_panel->setBranch({});
    QVERIFY(line->isVisible());
    find<QToolButton>("suggestionRemove")->click();
    QVERIFY(!line->isVisible());
    m_panel->addProbe(probe);
    QVERIFY(line->isVisible());
    m_panel->clearProbes();
    QVERIFY(!line->isVisible());
  }

  void aProbeWithoutAValleySaysWhyNothingIsSuggested() {
    const auto tell = [this](const std::function<double(int)>& at) {
      auto probe = reports(30);
      for (auto& step : probe) step.divergence->relativeL2 = at(step.step);
      m_panel->clearProbes();
      m_panel->addProbe(probe);
      return find<QLabel>("suggestionText")->text();
    };
    QCOMPARE(tell([](int) { return .5; }), QString("No suggestion: the models differ about equally on all steps."));
    QCOMPARE(tell([](int step) { return 1 - step / 30.; }),
             QString("No suggestion: the models differ least at the end."));
    QCOMPARE(tell([](int step) { return .1 + step / 30.; }),
             QString("No suggestion: the models differ least at the start."));
    // Measuring needs no valley.
    QSignalSpy wanted(m_panel.get(), &StagePanel::findRequested);
    find<QToolButton>("suggestionAction")->click();
    find<QToolButton>("findBoundaries")->click();
    QCOMPARE(wanted.count(), 2);
  }

  void whatASweepProposesComesBeforeWhatProbesDo() {
    auto* line = find<QWidget>("suggestionLine");
    const auto text = [this] { return plain(find<QLabel>("suggestionText")->text()); };
    auto probe = reports(30);
    for (auto& step : probe) step.divergence->relativeL2 = 1 + 4 * std::pow((step.step - 14.5) / 29, 2);
    m_panel->addProbe(probe);
    const auto probed = text();
    const StagePanel::Measured measured{8, 4, 30, .55, .957};
    m_panel->setMeasured(measured);
    QVERIFY(line->isVisible());
    QCOMPARE(text(), QString("Suggested 27 % / 13 %: 45 % less work · sameness 0.96"));
    // It was measured with this number of steps.
    m_panel->setSteps(20);
    QVERIFY(!text().contains("sameness"));
    m_panel->setSteps(30);
    const auto before = m_panel->schedule();
    find<QToolButton>("suggestionAction")->click();
    QCOMPARE(m_panel->schedule().earlySteps(), 8);
    QCOMPARE(m_panel->schedule().lateSteps(), 4);
    QVERIFY(!line->isVisible());
    m_undo->undo();
    QCOMPARE(m_panel->schedule(), before);
    // Dismissed, it leaves the place to the other one until something else is proposed.
    find<QToolButton>("suggestionRemove")->click();
    QCOMPARE(text(), probed);
    m_panel->setMeasured(measured);
    QCOMPARE(text(), probed);
    m_panel->setMeasured(StagePanel::Measured{9, 4, 30, .6, .97});
    QVERIFY(text().contains("sameness 0.97"));
    m_panel->setMeasured({});
    QCOMPARE(text(), probed);
    m_panel->clearProbes();
    QVERIFY(!line->isVisible());
  }

  void howLongAProbeTakesIsSaidBefore() {
    const auto tip = [this] { return find<QPushButton>("probeButton")->toolTip(); };
    m_panel->setCost(estimate(), {.4, .2, 30});
    QVERIFY(!tip().contains("That takes"));
    auto cost = estimate();
    cost.largeStep.seconds = 2;
    cost.smallStep.seconds = .5;
    cost.text.seconds = 1;
    m_panel->setCost(cost, {.4, .2, 30});
    QVERIFY2(tip().endsWith(QString("That takes %1.").arg(aboutDuration(30 * 2.5 + 1))), qPrintable(tip()));
  }

  void keptProbesAreShownUntilThereAreOthers() {
    auto* line = find<QWidget>("suggestionLine");
    const auto text = [this] { return plain(find<QLabel>("suggestionText")->text()); };
    auto valley = reports(30), flat = reports(30);
    for (auto& step : valley) step.divergence->relativeL2 = 1 + 4 * std::pow((step.step - 14.5) / 29, 2);
    for (auto& step : flat) step.divergence->relativeL2 = 1;
    m_panel->setKeptProbes({valley, valley, valley, valley, valley, valley, valley});
    QVERIFY(line->isVisible());
    const auto suggested = text();
    QVERIFY(suggested.startsWith("Suggested "));
    // The median of all of them, not of the last five.
    for (int i = 0; i < 5; ++i) m_panel->addProbe(flat);
    QCOMPARE(text(), suggested);
    find<QToolButton>("suggestionRemove")->click();
    QVERIFY(!line->isVisible());
    m_panel->setKeptProbes({valley});
    QVERIFY2(!line->isVisible(), "nothing is new");
    m_panel->setKeptProbes({valley, valley});
    QVERIFY(line->isVisible());
    m_panel->setKeptProbes({});
    QVERIFY(!line->isVisible());
    // Without anything kept, what was added stays.
    m_panel->addProbe(valley);
    m_panel->setKeptProbes({});
    QVERIFY(line->isVisible());
  }

  void whatIsPredictedComesAfterWhatIsMeasured() {
    const auto text = [this] { return plain(find<QLabel>("suggestionText")->text()); };
    auto probe = reports(30);
    for (auto& step : probe) step.divergence->relativeL2 = 1 + 4 * std::pow((step.step - 14.5) / 29, 2);
    m_panel->setKeptProbes({probe});
    const auto byShape = text();
    m_panel->setPredicted(StagePanel::Measured{6, 3, 30, .6, .931});
    QCOMPARE(text(), QString("Suggested 20 % / 10 %: 40 % less work · predicted sameness 0.93"));
    m_panel->setMeasured(StagePanel::Measured{8, 4, 30, .55, .957});
    QCOMPARE(text(), QString("Suggested 27 % / 13 %: 45 % less work · sameness 0.96"));
    m_panel->setMeasured({});
    QVERIFY(text().contains("predicted"));
    find<QToolButton>("suggestionAction")->click();
    QCOMPARE(m_panel->schedule().earlySteps(), 6);
    QCOMPARE(m_panel->schedule().lateSteps(), 3);
    m_undo->undo();
    m_panel->setPredicted({});
    QCOMPARE(text(), byShape);
    m_panel->setPredicted(StagePanel::Measured{6, 3, 30, .6, .931});
    find<QToolButton>("suggestionRemove")->click();
    QVERIFY(!find<QWidget>("suggestionLine")->isVisible());
  }

  void predictedSamenessIsToldWithTheCostAlsoWhileDragging() {
    m_panel->setCost(estimate(), {.4, .2, 30});
    m_panel->setSchedule({.4, .2, 30});
    QVERIFY(!words().contains("sameness"));
    m_panel->setPredictedSameness({30, {{{12, 6}, .806}, {{11, 6}, .781}}});
    QVERIFY2(words().contains(QStringLiteral(" · sameness about 0.81 · about 41 s")), qPrintable(words()));
    QVERIFY(find<QLabel>("costWords")->toolTip().contains("Predicted"));
    const auto from = plot()->handlePosition(Handle::Early);
    const auto moveBy = [&](int steps) {
      QTest::mouseMove(plot(), from + QPoint(plot()->plotArea().width() * steps / 30, 30));
    };
    QTest::mousePress(plot(), Qt::LeftButton, Qt::NoModifier, from);
    moveBy(-1);
    QVERIFY2(words().contains("sameness about 0.78"), qPrintable(words()));
    moveBy(-2);
    QVERIFY2(!words().contains("sameness"), "the sweep did not cover these");
    moveBy(0);
    QTest::mouseRelease(plot(), Qt::LeftButton, Qt::NoModifier, from);
    QVERIFY2(words().contains("sameness about 0.81"), qPrintable(words()));
    m_panel->setSchedule({1, 0, 30});
    QVERIFY2(!words().contains("sameness"), "the large model's clip itself");
    m_panel->setSchedule({.4, .2, 20});
    QVERIFY2(!words().contains("sameness"), "of other steps");
    m_panel->setSchedule({.4, .2, 30});
    m_panel->beginRun({.4, .2, 30}, {});
    QVERIFY2(!words().contains("sameness"), "a run may be another clip");
    m_panel->endRun();
    QVERIFY(words().contains("sameness"));
    m_panel->clearProbes();
    QVERIFY(!words().contains("sameness"));
  }

  void boundariesFromOutsideAreUndoableAndMayBeMerged() {
    const auto before = m_panel->schedule();
    m_panel->applyBoundaries(.5, .1, "Choose", false);
    m_panel->applyBoundaries(.6, .1, "Choose", true);
    m_panel->applyBoundaries(.7, .2, "Choose", true);
    QCOMPARE(m_panel->schedule().earlySteps(), 21);
    m_undo->undo();
    QCOMPARE(m_panel->schedule().earlySteps(), 15);
    m_undo->undo();
    QCOMPARE(m_panel->schedule(), before);
    // A run is not changed by it.
    m_panel->beginRun(before, {});
    QSignalSpy moved(m_panel.get(), &StagePanel::boundariesMovedDuringRun);
    m_panel->applyBoundaries(.5, .1, "Choose", false);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(m_panel->schedule().earlySteps(), 15);
    m_panel->endRun();
    QCOMPARE(m_panel->schedule().earlySteps(), 15);
  }
};

QTEST_MAIN(TestStageSuggestions)
#include "tst_stage_suggestions.moc"
