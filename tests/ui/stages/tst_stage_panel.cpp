// SPDX-License-Identifier: MIT
#include "stages/cost_words.h"
#include "stages_under_test.h"
#include "text/durations.h"
#include "text/language.h"
#include "widgets/elided_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace fb;
using namespace fb::ui;

class TestStagePanel : public QObject, StagesUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { m_panel.reset(); }
  void cleanupTestCase() { m_theme.reset(); }

  void aScheduleThatAsksInVainIsRemarkedOn() {
    auto* line = find<QWidget>("remarkLine");
    auto* text = find<QLabel>("remarkText");
    QVERIFY(!line->isVisible());
    m_panel->setSchedule({.4, .2, 2});
    QVERIFY(line->isVisible());
    QCOMPARE(plain(text->text()), QString("The late stage, 20 % of the steps, rounds to no step."));
    QCOMPARE(text->accessibleName(), text->text());
    m_panel->setSchedule({.4, .2, 1});
    QCOMPARE(plain(text->text()),
             QString("The early stage, 40 % of the steps, rounds to no step. The late stage, 20 % of the steps, rounds "
                     "to no step."));
    m_panel->setSchedule({.5, .4, 4});
    QCOMPARE(text->text(), QString("The early and the late stage leave no step to the small model."));
    m_panel->setSchedule({.4, .2, 4, 3});
    QCOMPARE(text->text(), QString("The small model takes only 1 of its 3 steps: its stage has no more."));
    m_panel->setExpanded(false);
    QVERIFY(line->isVisible());
    m_panel->setExpanded(true);
    // Dismissed until there is something else to say.
    find<QToolButton>("remarkRemove")->click();
    QVERIFY(!line->isVisible());
    m_panel->setSchedule({.4, .2, 4, 2});
    QVERIFY(!line->isVisible());
    m_panel->setSchedule({.4, .2, 30});
    QVERIFY(!line->isVisible());
    m_panel->setSchedule({.4, .2, 4, 3});
    QVERIFY(line->isVisible());
    m_panel->setSchedule({1, 0, 4});
    QVERIFY(!line->isVisible());
  }

  void wordsSayWhatAScheduleMeans() {
    const StageSchedule known{.4, .2, 30};
    auto cost = std::optional(estimate());
    const auto wordsOf = [&](const StageSchedule& schedule) {
      return plain(factsLine(costFacts(schedule, cost, known)));
    };
    QVERIFY(wordsOf(known).startsWith(QStringLiteral("Large 18 of 30 step")));
    QVERIFY(wordsOf(known).endsWith(QStringLiteral(" · 36 % fewer FLOPs · about 41 s instead of 1:03")));
    // Another schedule, derived from the same estimate: each small step is 22/12 s faster.
    QVERIFY(wordsOf({.2, .1, 30}).endsWith(QStringLiteral(" · 63 % fewer FLOPs · about 25 s instead of 1:03")));
    QVERIFY(wordsOf({1, 0, 30}).startsWith(QStringLiteral("Large on all 30")));
    QVERIFY(wordsOf({1, 0, 30}).endsWith(QStringLiteral(" · about 1:03")));
    QVERIFY(wordsOf({0, 0, 30}).startsWith(QStringLiteral("Small on all 30")));
    cost->most.emplace();
    QVERIFY(wordsOf(known).contains(QStringLiteral(" · if the guard lets the small model go on · ")));
    QVERIFY(!wordsOf({1, 0, 30}).contains(QStringLiteral("checks")));
    cost->most.reset();
    cost->seconds.reset();
    QVERIFY(wordsOf(known).endsWith(QStringLiteral("36 % fewer FLOPs")));
    cost.reset();
    QVERIFY(wordsOf(known).startsWith(QStringLiteral("Large 18 of 30 step")));
    QVERIFY(!wordsOf(known).contains(QStringLiteral("·")));
  }

  void presetsSetBothBoundaries() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    QVERIFY(find<QPushButton>("presetLSL")->isChecked());
    click("presetLSS");
    checkStages(12, 0);
    click("presetSLL");
    checkStages(0, 24);
    click("presetLLL");
    checkStages(30, 0);
    click("presetSSS");
    checkStages(0, 0);
    m_panel->setPresetBoundaries(.3, .1);
    click("presetLSL");
    checkStages(9, 3);
    QCOMPARE(changed.count(), 5);
    QCOMPARE(changed.last()[0].value<StageSchedule>().earlySteps(), 9);
    click("presetLSL");  // chosen already
    QCOMPARE(changed.count(), 5);
    QVERIFY(find<QPushButton>("presetLSL")->isChecked());
  }

  void theCheckedPresetFollowsTheBoundaries() {
    m_panel->setSchedule({.3, 0, 30});
    QVERIFY(find<QPushButton>("presetLSS")->isChecked());
    QVERIFY(!find<QPushButton>("presetLSL")->isChecked());
    m_panel->setSchedule({.5, .5, 30});
    QVERIFY(find<QPushButton>("presetLLL")->isChecked());
  }

  void aDragOnThePlotMovesAllElse() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    QSignalSpy dragged(m_panel.get(), &StagePanel::scheduleDragged);
    m_panel->setCost(estimate(), m_panel->schedule());
    dragPlot(Handle::Early, -3);
    checkStages(9, 6);
    QCOMPARE(changed.count(), 1);
    QVERIFY(dragged.count() >= 1);
    QVERIFY2(words().contains(QStringLiteral("45 % fewer")), qPrintable(words()));
    dragPlot(Handle::Late, 2);
    checkStages(9, 4);
  }

  void slidersAndSpinBoxesMoveThePlot() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    auto* slider = find<QSlider>("lateSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    checkStages(12, 0);
    typeShare("earlyShare", QStringLiteral("50"));
    checkStages(15, 0);
    typeShare("lateShare", QStringLiteral("90 %"));  // held at the early stage
    checkStages(15, 15);
    QCOMPARE(plain(find<QSpinBox>("lateShare")->text()), QStringLiteral("50 %"));
    typeShare("earlyShare", QStringLiteral("34"));  // 10.2 steps
    checkStages(10, 15);
    QCOMPARE(plain(find<QSpinBox>("earlyShare")->text()), QStringLiteral("33 %"));
    QCOMPARE(changed.count(), 4);
    QCOMPARE(changed.last()[0].value<StageSchedule>(), m_panel->schedule());
  }

  void aSliderIsDraggedAsOneChange() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    QSignalSpy dragged(m_panel.get(), &StagePanel::scheduleDragged);
    auto* slider = find<QSlider>("earlySlider");
    const QPoint knob(QStyle::sliderPositionFromValue(0, 30, slider->value(), slider->width()), slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, knob);
    for (const int x : {20, 40, 60}) QTest::mouseMove(slider, knob - QPoint(x, 0));
    QVERIFY(dragged.count() >= 2);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(plot()->schedule().earlySteps(), slider->value());
    QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier, knob - QPoint(60, 0));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_undo->count(), 1);
    QVERIFY(m_panel->schedule().earlySteps() < 12);
  }

  void undoAndRedo() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    dragPlot(Handle::Early, 3);
    dragPlot(Handle::Early, 2);
    QCOMPARE(m_undo->count(), 2);
    // A series of key presses on one handle is one undo step; the other handle is another.
    plot()->setFocus();
    for (int i = 0; i < 4; ++i) QTest::keyClick(plot(), Qt::Key_Left);
    QCOMPARE(m_undo->count(), 3);
    QTest::keyClick(plot(), Qt::Key_Tab);
    QTest::keyClick(plot(), Qt::Key_Left);
    QCOMPARE(m_undo->count(), 4);
    checkStages(13, 7);
    m_undo->undo();
    checkStages(13, 6);
    m_undo->undo();
    checkStages(17, 6);
    m_undo->undo();
    m_undo->undo();
    checkStages(12, 6);
    m_undo->redo();
    checkStages(15, 6);
    QCOMPARE(changed.last()[0].value<StageSchedule>(), m_panel->schedule());
    // The number of steps is changed elsewhere and stays.
    m_panel->setSteps(60);
    m_undo->undo();
    QCOMPARE(m_panel->schedule(), (StageSchedule{.4, .2, 60}));
  }

  void valuesFromOutsideAreNoEdits() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    m_panel->setSchedule({.2, .1, 20});
    m_panel->setSteps(40);
    checkStages(8, 4);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_undo->count(), 0);
  }

  void aRunLocksWhatIsBehindIt() {
    m_panel->beginRun(m_panel->schedule(), {});
    QVERIFY(!find<QPushButton>("presetLSL")->isEnabled());
    QVERIFY(find<QSlider>("earlySlider")->isEnabled());
    for (int i = 0; i < 13; ++i) m_panel->addStep(report(i));
    QVERIFY(!find<QSlider>("earlySlider")->isEnabled());
    QVERIFY(!find<QSpinBox>("earlyShare")->isEnabled());
    QVERIFY(find<QSlider>("lateSlider")->isEnabled());
    m_panel->endRun();
    QVERIFY(find<QPushButton>("presetLSL")->isEnabled());
    QVERIFY(find<QSlider>("earlySlider")->isEnabled());
  }

  void boundariesAheadOfARunMoveIt() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    QSignalSpy moved(m_panel.get(), &StagePanel::boundariesMovedDuringRun);
    m_panel->beginRun(m_panel->schedule(), {});
    for (int i = 0; i < 5; ++i) m_panel->addStep(report(i));
    dragPlot(Handle::Early, 4);
    checkStages(16, 6);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][0].toDouble(), 16 / 30.);
    QCOMPARE(moved[0][1].toDouble(), .2);
    typeShare("lateShare", QStringLiteral("10"));
    QCOMPARE(moved.count(), 2);
    // A slider cannot move behind the run either: step 5 is running.
    typeShare("earlyShare", QStringLiteral("0"));
    checkStages(6, 3);
    QCOMPARE(moved.count(), 3);
    QCOMPARE(m_undo->count(), 0);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_panel->schedule(), (StageSchedule{.4, .2, 30}));
    // The run was made with the panel's own boundaries: the result is kept, and can be undone.
    m_panel->endRun();
    QCOMPARE(changed.count(), 1);
    checkStages(6, 3);
    m_undo->undo();
    checkStages(12, 6);
  }

  // The next request may have other steps, another size and another policy.
  void theWordsAboutARunAreNotThoseOfTheNextRequest() {
    m_panel->setProbePolicy(ProbePolicy::None);
    m_panel->setCost(estimate(), m_panel->schedule());
    const auto next = words();
    QVERIFY2(next.contains("about 41 s instead of 1:03"), qPrintable(next));
    m_panel->beginRun({.4, .2, 400}, {});
    // Until it is known.
    QCOMPARE(words(), QString("Large 240 of 400 step(s)"));
    auto cost = estimate();
    cost.sampling = 240 * 10 + 160;
    cost.samplingLargeOnly = 4000;
    cost.seconds = 410;
    cost.secondsLargeOnly = 630;
    m_panel->setRunCost(cost, {.4, .2, 400}, ProbePolicy::None);
    const auto running = words();
    QVERIFY2(running.contains("36 % fewer FLOPs") && running.contains("about 6:50 instead of 10:30"),
             qPrintable(running));
    // Neither a new estimate of the next request nor where that compares says anything of the run.
    cost.seconds = 1;
    m_panel->setCost(cost, m_panel->schedule());
    m_panel->setProbePolicy(ProbePolicy::All);
    QCOMPARE(words(), running);
    m_panel->setProbePolicy(ProbePolicy::None);
    m_panel->setCost(estimate(), m_panel->schedule());
    find<QPushButton>("showNext")->click();
    QCOMPARE(words(), next);
    find<QPushButton>("showRunning")->click();
    QCOMPARE(words(), running);
    m_panel->endRun();
    QCOMPARE(words(), next);
    // An answer that comes too late.
    m_panel->setRunCost(cost, {.4, .2, 400}, ProbePolicy::None);
    QCOMPARE(words(), next);
  }

  void theRunHasTheLastWord() {
    QSignalSpy changed(m_panel.get(), &StagePanel::scheduleChanged);
    m_panel->beginRun(m_panel->schedule(), reports(5));
    connect(m_panel.get(), &StagePanel::boundariesMovedDuringRun, this, [this] {
      m_panel->setRunSchedule({.5, .2, 30});
    });
    dragPlot(Handle::Early, 2);
    checkStages(15, 6);
    QCOMPARE(m_panel->schedule(), (StageSchedule{.4, .2, 30}));
    m_panel->endRun();
    QCOMPARE(m_panel->schedule(), (StageSchedule{.5, .2, 30}));
    QCOMPARE(changed.count(), 1);
  }

  void aRunOfOthersLeavesTheScheduleAlone() {
    m_panel->beginRun({.5, .1, 20}, reports(3, 20));
    checkStages(10, 2);
    m_panel->setSteps(40);  // for the next request
    checkStages(10, 2);
    QCOMPARE(m_panel->schedule(), (StageSchedule{.4, .2, 40}));
    m_panel->endRun();
    checkStages(16, 8);
    QCOMPARE(m_undo->count(), 0);
  }

  void policyAndProbeAreAskedFor() {
    QSignalSpy probe(m_panel.get(), &StagePanel::probeRequested);
    QSignalSpy policy(m_panel.get(), &StagePanel::probePolicyChanged);
    click("probeButton");
    QCOMPARE(probe.count(), 1);
    m_panel->setProbePolicy(ProbePolicy::Large);
    QCOMPARE(policy.count(), 0);
    auto* combo = find<QComboBox>("probePolicy");
    QCOMPARE(combo->currentText(), QStringLiteral("on large steps"));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(policy.count(), 1);
    // What it costs is in the words.
    m_panel->setCost(estimate(), m_panel->schedule());
    QVERIFY2(words().contains(QStringLiteral("more FLOPs")), qPrintable(words()));
    QVERIFY2(words().contains(QStringLiteral("with comparing")), qPrintable(words()));
    m_panel->setProbePolicy(ProbePolicy::None);
    QVERIFY2(words().contains(QStringLiteral("36 % fewer FLOPs")), qPrintable(words()));
    QVERIFY(policy[0][0].value<ProbePolicy>() == ProbePolicy::All);
  }

  void theHintGoesOnceSomethingIsKnown() {
    const auto empty = plot()->grab().toImage();
    m_panel->addProbe(reports(30));
    plot()->repaintNow();
    const auto band = plot()->grab().toImage();
    QVERIFY(band != empty);
    m_panel->clearProbes();
    // The line with the suggestion gives its place back.
    QTRY_COMPARE(plot()->size(), empty.size());
    plot()->repaintNow();
    QCOMPARE(plot()->grab().toImage(), empty);
  }

  void aRunOfMoreThanAnHourIsToldInAnotherColour() {
    auto cost = estimate();
    for (const double seconds : {41., 92'243., 60.}) {
      const bool isLong = seconds > 3600;
      cost.seconds = seconds;
      cost.secondsLargeOnly = 1.5 * seconds;
      m_panel->setCost(cost, m_panel->schedule());
      for (const char* name : {"costWords", "costLine"}) {
        const auto* label = find<QLabel>(name);
        QCOMPARE(label->property("isLong").toBool(), isLong);
        QCOMPARE(label->toolTip().contains("More than an hour"), isLong);
        QCOMPARE(plain(label->text()).contains(" h "), isLong);
      }
    }
  }

  // Until the first boundary is moved, by whatever control.
  void theLessonIsGoneOnceABoundaryIsMoved_data() {
    QTest::addColumn<bool>("isTyped");
    QTest::newRow("in the plot") << false;
    QTest::newRow("as a number") << true;
  }
  void theLessonIsGoneOnceABoundaryIsMoved() {
    QFETCH(bool, isTyped);
    m_panel->resize(1200, 500);
    const auto hasLesson = [this] {
      plot()->repaintNow();
      const auto before = plot()->grab().toImage();
      plot()->setLesson(false);
      plot()->repaintNow();
      return plot()->grab().toImage() != before;
    };
    QVERIFY(!hasLesson());
    m_panel->setLesson(true);
    QVERIFY(hasLesson());
    plot()->setLesson(true);
    QSignalSpy learned(m_panel.get(), &StagePanel::lessonLearned);
    // What moves them from outside teaches nothing.
    m_panel->applyBoundaries(.3, .1, "test", false);
    QCOMPARE(learned.count(), 0);
    const auto move = [&] {
      auto* control = isTyped ? static_cast<QWidget*>(find<QSpinBox>("earlyShare")) : plot();
      control->setFocus();
      QTest::keyClick(control, isTyped ? Qt::Key_Up : Qt::Key_Right);
    };
    move();
    QCOMPARE(learned.count(), 1);
    QVERIFY(!hasLesson());
    move();
    QCOMPARE(learned.count(), 1);
  }

  void itFitsWhereThereIsLittleRoom() {
    auto* scroll = m_panel->findChild<QScrollArea*>();
    for (const int width : {300, 640, 900, 1300, 2000}) {
      m_panel->resize(width, 320);
      QCoreApplication::processEvents();
      QCOMPARE(m_panel->width(), width);
      QVERIFY2(scroll->widget()->width() <= width, qPrintable(QString::number(width)));
      for (auto* button : m_panel->findChildren<QPushButton*>())
        QVERIFY(button->mapTo(m_panel.get(), QPoint(button->width(), 0)).x() <= width);
    }
    m_panel->resize(300, 320);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
  }

  void slidersInARowAreAlikeAndNeverTiny() {
    const auto *early = find<QSlider>("earlySlider"), *late = find<QSlider>("lateSlider");
    const auto topOf = [&](const QWidget* widget) { return widget->mapTo(m_panel.get(), QPoint()).y(); };
    int inARow = 0;
    for (int width = 320; width <= 2000; width += 20) {
      m_panel->resize(width, 420);
      QCoreApplication::processEvents();
      const auto words = QStringLiteral("%1: %2 and %3").arg(width).arg(early->width()).arg(late->width());
      QVERIFY2(early->width() >= 100 && late->width() >= 100, qPrintable(words));
      if (topOf(early) != topOf(late)) continue;
      ++inARow;
      QVERIFY2(std::abs(early->width() - late->width()) <= 3, qPrintable(words));
    }
    QVERIFY(inARow > 20);
  }

  void aStripHasTheNumbersAndTheWords() {
    m_panel->setExpanded(false);
    m_panel->setCost(estimate(), m_panel->schedule());
    QVERIFY(!find<QSlider>("earlySlider")->isVisible());
    QVERIFY(find<QSpinBox>("earlyShare")->isVisible());
    typeShare("earlyShare", QStringLiteral("50"));
    checkStages(15, 6);
    // Time first.
    QVERIFY2(plain(find<QLabel>("costLine")->text()).startsWith("about "),
             qPrintable(find<QLabel>("costLine")->text()));
    // Then the saving: what is cut at the end matters least.
    auto* policy = find<QComboBox>("probePolicy");
    policy->setCurrentIndex(static_cast<int>(ProbePolicy::Large));
    Q_EMIT policy->activated(policy->currentIndex());
    const auto line = plain(find<QLabel>("costLine")->text());
    QVERIFY2(line.indexOf("FLOPs") > 0 && line.indexOf("FLOPs") < line.indexOf("with comparing"), qPrintable(line));
    for (const int width : {420, 640, 900, 1300, 2000}) {
      m_panel->resize(width, 180);
      QCoreApplication::processEvents();
      QVERIFY2(m_panel->findChild<QScrollArea*>()->widget()->width() <= width, qPrintable(QString::number(width)));
    }
    QSignalSpy expanded(m_panel.get(), &StagePanel::expandedChanged);
    find<QToolButton>("expandStages")->click();
    QCOMPARE(expanded.count(), 1);
    QVERIFY(find<QSlider>("earlySlider")->isVisible());
  }

  // In the window at its least width, in any language: the rest of the line may be left out, this may not.
  void aStripShowsHowLongItTakesInEveryLanguage_data() {
    QTest::addColumn<QString>("language");
    for (const auto& code : Language::available()) QTest::newRow(qPrintable(code)) << code;
  }
  void aStripShowsHowLongItTakesInEveryLanguage() {
    QFETCH(QString, language);
    Language chosen;
    chosen.setLanguage(language);
    m_panel->setExpanded(false);
    auto* line = find<QLabel>("costLine");
    auto* policy = find<QComboBox>("probePolicy");
    for (const double seconds : {.7, 41., 1321., 17'000.}) {
      auto cost = estimate();
      cost.seconds = seconds;
      cost.secondsLargeOnly = 1.5 * seconds;
      m_panel->setCost(cost, m_panel->schedule());
      for (const int width : {1024, 1280}) {
        m_panel->resize(width, 180);
        QCoreApplication::processEvents();
        QVERIFY(line->isVisible());
        const auto parts = line->text().split(QStringLiteral(" · "));
        QVERIFY(parts.size() > 1);
        const auto shown = fittingParts(line->text(), line->fontMetrics(), line->contentsRect().width());
        QVERIFY2(shown.startsWith(parts.front()), qPrintable(QStringLiteral("%1: %2").arg(width).arg(shown)));
        // What is chosen there has its label.
        if (policy->isVisible()) QVERIFY(policy->parentWidget()->findChild<QLabel*>()->isVisible());
      }
    }
    chosen.setLanguage("en");
  }

  void everythingHasAName() {
    for (auto* widget : m_panel->findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLineEdit*>(widget)) continue;
      if (qobject_cast<QScrollArea*>(widget) || widget->inherits("QComboBoxPrivateContainer")) continue;
      if (!widget->isVisible()) continue;
      QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
      QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
  }
};

QTEST_MAIN(TestStagePanel)
#include "tst_stage_panel.moc"
