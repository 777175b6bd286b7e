// SPDX-License-Identifier: MIT
#include "run_desk.h"
#include "text/durations.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace fb;
using namespace fb::ui;

class TestRunPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void saysThatTheEngineIsStillOpening() {
    RunDesk desk;
    QVERIFY(!desk.engineState().isEmpty());
    const auto opening = desk.engineState();
    desk.runs.generate();
    QVERIFY(!desk.status.currentMessage().isEmpty());
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    QVERIFY(desk.start());
    QVERIFY(desk.engineState() != opening);
  }

  // How long steps take is known only then.
  void theCostIsEstimatedAgainAfterARun() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(3));
    QVERIFY(settle(*desk.studio.host()));
    const int before = desk.engine->estimates;
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 1);
    QTRY_VERIFY(desk.engine->estimates > before);
  }

  void theEndOfALongRunIsToldOutsideTheWindow() {
    RunDesk desk;
    QVERIFY(desk.start());
    QSignalSpy notified(&desk.announcer, &Announcer::notified);
    QVERIFY(!desk.window.isActiveWindow());
    // A short run is over before anybody has looked away.
    desk.runs.generate();
    QTRY_COMPARE(desk.finished.count(), 1);
    QCOMPARE(notified.count(), 0);
    QVERIFY(QTest::qWaitFor([&] { return desk.clip.isWhole(); }));
    // The time before the pause counts.
    desk.steps.clear();
    QVERIFY(desk.generateUpTo(2));
    desk.runs.pause();
    QTRY_COMPARE(desk.paused.count(), 1);
    auto run = desk.studio.queue()->at(0);
    run.secondsSpent = 30;
    desk.studio.queue()->setRecord(run);
    desk.engine->steps.open();
    desk.runs.resume();
    QTRY_COMPARE(desk.finished.count(), 2);
    QCOMPARE(notified.count(), 1);
    QVERIFY(notified[0][0].toString().contains(run.displayTitle()));
    // A failure is told in any case.
    desk.engine->failAtStep = 1;
    desk.runs.generate();
    QTRY_COMPARE(notified.count(), 2);
    QVERIFY(notified[1][0].toString().contains("could not be generated"));
  }

  void theStatusLineCountsAsTheQueueDoes() {
    RunDesk desk;
    QVERIFY(desk.start());
    const auto* counted = desk.status.findChild<QLabel*>("queueLabel");
    QVERIFY(counted->text().isEmpty());
    QVERIFY(desk.generateUpTo(2));
    // What is left of a run alone is told once, beside its step.
    QTRY_VERIFY2(desk.engineState().contains(" left"), qPrintable(desk.engineState()));
    QCOMPARE(counted->text(), runCount(1));
    desk.runs.generate(2);
    QVERIFY2(counted->text().startsWith(runCount(3)), qPrintable(counted->text()));
    // In the words of the queue's panel.
    QTRY_COMPARE(counted->text(), desk.queuePanel.findChild<QLabel*>("queueFooter")->text());
    desk.studio.runner()->pause(desk.studio.queue()->at(2).id);
    QVERIFY2(counted->text().startsWith(runCount(2) + ", 1 paused"), qPrintable(counted->text()));
    QVERIFY(counted->text().startsWith(QueuePanel::countWords(*desk.studio.queue())));
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 2);
    QTRY_COMPARE(counted->text(), QString("1 paused"));
  }

  // A seed that is locked by loading a clip is easily forgotten.
  void tellsThatTheClipWillBeTheSame() {
    RunDesk desk;
    QVERIFY(desk.start());
    QStringList told;
    connect(&desk.status, &QStatusBar::messageChanged, &desk.window, [&](const QString& text) { told << text; });
    const auto isTold = [&] { return !told.filter("clip shown once more").isEmpty(); };
    desk.runs.generate();
    QTRY_COMPARE(desk.finished.count(), 1);
    QTRY_VERIFY(desk.clip.isWhole());
    // Another random seed.
    desk.runs.generate();
    QTRY_COMPARE(desk.finished.count(), 2);
    QTRY_VERIFY(desk.clip.isWhole());
    QVERIFY2(!isTold(), qPrintable(told.join(u'\n')));
    desk.request.takeOver(desk.clip.shown().request.value());
    desk.runs.generate();
    QVERIFY2(isTold(), qPrintable(told.join(u'\n')));
    QTRY_COMPARE(desk.finished.count(), 3);
    // Another prompt with the same seed is another clip.
    told.clear();
    auto other = desk.clip.shown().request.value();
    other.clip.prompt = "a ring";
    desk.request.takeOver(other);
    desk.runs.generate();
    QVERIFY2(!isTold(), qPrintable(told.join(u'\n')));
    QTRY_COMPARE(desk.finished.count(), 4);
  }

  void whatARunCostsIsAskedForThatRun() {
    RunDesk desk;
    QVERIFY(desk.start());
    const auto words = [&] {
      auto text = desk.stages.findChild<QLabel*>("costWords")->text();
      return text.replace(QChar(QChar::Nbsp), u' ');
    };
    QVERIFY(desk.generateUpTo(3));
    QVERIFY(settle(*desk.studio.host()));
    const auto running = words();
    QVERIFY2(running.contains("about "), qPrintable(running));
    // The next clip is to have ten times as many steps.
    desk.promptPanel.findChild<QSpinBox*>("stepsSpin")->setValue(10 * desk.stages.schedule().steps);
    QVERIFY(settle(*desk.studio.host()));
    QTRY_COMPARE(desk.stages.schedule().steps, desk.request.request().sampling.schedule.steps);
    desk.stages.findChild<QPushButton*>("showRunning")->click();
    QCOMPARE(words(), running);
    desk.stages.findChild<QPushButton*>("showNext")->click();
    QTRY_VERIFY2(words() != running, qPrintable(words()));
    QVERIFY2(!words().contains(QChar(0x2013)), qPrintable(words()));
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 1);
  }

  void generatesAClipAndShowsIt() {
    RunDesk desk;
    QVERIFY(desk.start());
    const auto ready = desk.engineState();
    // The run may be over before the test looks again, so what the window shows is recorded as it changes.
    bool isRunning = false, wasRunning = false;
    QString stateWhileRunning;
    connect(&desk.runs, &RunPresenter::runningChanged, &desk.window, [&](bool runs) {
      isRunning = runs;
      if (!runs) return;
      wasRunning = true;
      stateWhileRunning = desk.engineState();
    });
    double furthest = 0;
    connect(desk.bar(), &QProgressBar::valueChanged, &desk.window,
            [&](int value) { furthest = std::max<double>(furthest, value); });
    desk.runs.generate();
    QTRY_COMPARE(desk.started.count(), 1);
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(wasRunning);
    QVERIFY(stateWhileRunning != ready);
    QVERIFY(!isRunning);
    QCOMPARE(desk.engineState(), ready);
    QVERIFY(desk.bar()->isHidden());
    QVERIFY2(furthest > 900, qPrintable(QString::number(furthest)));
    QCOMPARE(desk.clip.shown().run, desk.studio.history()->summary(0).id);
    QCOMPARE(desk.curvePoints(), 10);
    QVERIFY(desk.clip.isWhole());
  }

  void generatesSeveralSeedsInARow() {
    RunDesk desk;
    QVERIFY(desk.start());
    desk.runs.generate(3);
    QTRY_COMPARE(desk.finished.count(), 3);
    // The latest clip is the first entry.
    const auto seed = [&](int row) { return desk.studio.history()->summary(row).seed; };
    QCOMPARE(seed(1), seed(2) + 1);
    QCOMPARE(seed(0), seed(2) + 2);
  }

  void showsPreviewsAndTheCurveWhileItRuns() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(2));
    QTRY_VERIFY(desk.preview.isPreview());
    QTRY_COMPARE(desk.curvePoints(), 2);
    QVERIFY(desk.studio.runner()->runningRun());
    QVERIFY(!desk.clip.isWhole());
  }

  // A finished clip is watched while another one is made, and exported; a button leads back.
  void aFinishedClipIsWatchedWhileAnotherRuns() {
    RunDesk desk;
    QVERIFY(desk.start());
    const auto first = desk.finish("a star");
    QVERIFY(first > 0);
    desk.steps.clear();
    QVERIFY(desk.generateUpTo(2));
    QTRY_VERIFY(desk.preview.isPreview());
    bool told = false;
    desk.clip.openRun(first, [&] { told = true; });
    QTRY_VERIFY(told);
    auto* live = desk.preview.findChild<QToolButton*>("liveButton");
    QVERIFY(!live->isHidden());
    QVERIFY2(live->text().contains("3"), qPrintable(live->text()));
    // Its curve, not that of the run.
    desk.stages.showNext();
    QCOMPARE(desk.curvePoints(), 10);
    desk.engine->steps.letPass(2);
    QTRY_COMPARE(desk.steps.count(), 4);
    QCOMPARE(desk.curvePoints(), 10);
    QVERIFY(desk.clip.isWhole());
    QCOMPARE(desk.clip.shown().run, first);
    live->click();
    QVERIFY(desk.preview.isPreview());
    QVERIFY(!desk.clip.isWhole());
    QCOMPARE(desk.curvePoints(), 4);
    // Away again: the end of the run is told, but not shown.
    desk.clip.openRun(first);
    QTRY_COMPARE(desk.clip.watched(), first);
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 2);
    QCOMPARE(desk.clip.shown().run, first);
    QVERIFY(live->isHidden());
    QVERIFY(!desk.status.currentMessage().isEmpty());
  }

  void whatIsQueuedDuringARunIsWhatIsShown() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(1));
    auto* plot = desk.stages.findChild<DivergencePlot*>();
    const auto queued = [&] { return desk.studio.queue()->at(1).request.sampling.schedule; };
    // The run's boundaries, as moved during the run, are those of the next request, too.
    Q_EMIT plot->boundariesCommitted({.5, .2, 10}, Handle::Early, false);
    QTRY_COMPARE(plot->schedule().earlySteps(), 5);
    desk.runs.generate();
    QCOMPARE(queued(), plot->schedule());
    desk.studio.runner()->remove(desk.studio.queue()->at(1).id);
    // The next request's own.
    desk.stages.findChild<QPushButton*>("showNext")->click();
    QCOMPARE(plot->schedule().earlySteps(), 5);
    desk.stages.findChild<QPushButton*>("presetLSS")->click();
    QCOMPARE(plot->schedule().lateSteps(), 0);
    QCOMPARE(desk.studio.queue()->at(0).request.sampling.schedule.lateSteps(), 2);
    desk.runs.generate();
    QCOMPARE(queued(), plot->schedule());
    desk.studio.runner()->remove(desk.studio.queue()->at(1).id);
    // Those of the run are shown, but the request differs: what is queued is shown from now on.
    desk.stages.findChild<QPushButton*>("showRunning")->click();
    QCOMPARE(plot->schedule().lateSteps(), 2);
    desk.runs.generate();
    QCOMPARE(plot->schedule().lateSteps(), 0);
    QCOMPARE(queued(), plot->schedule());
    desk.studio.runner()->remove(desk.studio.queue()->at(1).id);
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.stages.schedule().lateSteps(), 0);
    QVERIFY(desk.stages.findChild<QWidget*>("runSwitch")->isHidden());
  }

  void probesIntoTheBandAndShowsTheClipAgain() {
    RunDesk desk;
    QVERIFY(desk.start());
    desk.runs.generate();
    QTRY_COMPARE(desk.finished.count(), 1);
    const auto shown = desk.clip.shown().run;
    Q_EMIT desk.stages.probeRequested();
    QTRY_COMPARE(desk.finished.count(), 2);
    QVERIFY(desk.finished[1][0].value<RunRecord>().kind == RunKind::Probe);
    QCOMPARE(desk.clip.shown().run, shown);
    QVERIFY(desk.clip.isWhole());
    QVERIFY(!desk.status.currentMessage().isEmpty());
  }

  void calibratesTheModelsThatMagCacheNeeds() {
    RunDesk desk;
    desk.engine->isCalibrated = false;
    QVERIFY(desk.start());
    auto* offer = desk.promptPanel.findChild<QWidget*>("calibrationOffer");
    auto* text = desk.promptPanel.findChild<QLabel*>("calibrationText");
    auto* button = desk.promptPanel.findChild<QPushButton*>("calibrateButton");
    QVERIFY(desk.settle());
    QVERIFY(offer->isHidden());
    auto asked = desk.request.request();
    asked.sampling.cache = CacheRule::MagCache;
    desk.request.takeOver(asked);
    QTRY_VERIFY(!offer->isHidden());
    // What it takes is told before: ten steps of each model, 8 TFLOPs per pair of steps and 1 for the text.
    QVERIFY2(text->text().contains("10"), qPrintable(text->text()));
    QVERIFY2(text->text().contains(aboutDuration((10 * 8 + 1) / 10.)), qPrintable(text->text()));
    QVERIFY(!button->isHidden());

    // A clip that is running comes first, and its stages stay on the plot.
    desk.engine->steps.close(2);
    desk.studio.runner()->enqueue(defaultRequest(FakeEngine::testPair()));
    QTRY_VERIFY(desk.steps.count() == 2 && desk.engine->steps.isHolding());
    button->click();
    QCOMPARE(desk.studio.queue()->rowCount(), 2);
    QVERIFY(desk.studio.queue()->at(1).kind == RunKind::Calibrate);
    QTRY_VERIFY(button->isHidden());
    desk.engine->steps.letPass(8 + 13);
    QTRY_VERIFY(desk.steps.count() == 10 + 13 && desk.engine->steps.isHolding());
    // Thirteen of twice ten steps are done; the small model is next.
    const auto row = desk.studio.queue()->index(0);
    QCOMPARE(row.data(QueueModel::StepsRole).toInt(), 20);
    QCOMPARE(row.data(QueueModel::StepRole).toInt(), 13);
    QCOMPARE(row.data(QueueModel::ModelRole).toInt(), static_cast<int>(Model::Small));
    QVERIFY(std::abs(row.data(QueueModel::ProgressRole).toDouble() - 13. / 20) < 1e-9);
    QVERIFY(desk.stages.findChild<QWidget*>("runSwitch")->isHidden());
    QCOMPARE(desk.curvePoints(), 10);

    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 2);
    QCOMPARE(desk.engine->calls().back(), std::string("calibrate"));
    // Nothing of it is left but the clip, and there is nothing more to measure.
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    QCOMPARE(desk.studio.history()->rowCount(), 1);
    QVERIFY(!desk.status.currentMessage().isEmpty());
    QTRY_VERIFY(offer->isHidden());
    QVERIFY(desk.promptPanel.findChild<QLabel*>("problemStrip")->isHidden());
  }

  void aCancelledCalibrationIsOfferedAgain() {
    RunDesk desk;
    desk.engine->isCalibrated = false;
    QVERIFY(desk.start());
    auto asked = desk.request.request();
    asked.sampling.cache = CacheRule::MagCache;
    desk.request.takeOver(asked);
    auto* button = desk.promptPanel.findChild<QPushButton*>("calibrateButton");
    QTRY_VERIFY(button->isVisibleTo(&desk.promptPanel));
    desk.engine->steps.close(3);
    button->click();
    QTRY_VERIFY(desk.steps.count() == 3 && desk.engine->steps.isHolding());
    QTRY_VERIFY(button->isHidden());
    QSignalSpy removed(desk.studio.runner(), &QueueRunner::runRemoved);
    desk.runs.cancel();
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    QTRY_VERIFY(!button->isHidden());
    // Paused in the second model, it keeps its row; what is offered then is the rest.
    desk.engine->steps.close(13);
    button->click();
    QTRY_VERIFY(desk.steps.count() == 3 + 13 && desk.engine->steps.isHolding());
    auto* text = desk.promptPanel.findChild<QLabel*>("calibrationText");
    desk.runs.pause();
    QTRY_COMPARE(desk.paused.count(), 1);
    QCOMPARE(desk.studio.queue()->at(0).stepsDone, 0);
    QCOMPARE(desk.studio.queue()->at(0).totalSteps(), 20);
    QTRY_VERIFY(!button->isHidden());
    QTRY_VERIFY2(text->text().contains("one model"), qPrintable(text->text()));
    // It measures only the small model.
    button->click();
    QCOMPARE(desk.studio.queue()->at(1).totalSteps(), 10);
    QVERIFY(desk.studio.queue()->at(1).modelAt(0) == Model::Small);
    desk.studio.runner()->remove(desk.studio.queue()->at(0).id);
    desk.engine->steps.open();
    desk.runs.resume();
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(desk.engine->isCalibrated);
    QTRY_VERIFY(button->parentWidget()->isHidden());
  }

  void aRequestThatIsRefusedForAnotherReasonIsNotMeasured() {
    RunDesk desk;
    desk.engine->isCalibrated = false;
    QVERIFY(desk.start());
    auto* offer = desk.promptPanel.findChild<QWidget*>("calibrationOffer");
    auto asked = desk.request.request();
    asked.sampling.cache = CacheRule::MagCache;
    desk.request.takeOver(asked);
    QTRY_VERIFY(!offer->isHidden());
    asked.clip.prompt = "too large";
    desk.request.takeOver(asked);
    QTRY_VERIFY(offer->isHidden());
    QVERIFY(!desk.promptPanel.findChild<QLabel*>("problemStrip")->isHidden());
  }

  void anEmptyDescriptionIsAskedAbout() {
    RunDesk desk;
    QVERIFY(desk.start());
    desk.promptPanel.findChild<QPlainTextEdit*>("promptEdit")->setPlainText("  ");
    desk.runs.generate();
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    QVERIFY(!desk.notice.text().isEmpty());
    desk.offered()->click();
    QTRY_COMPARE(desk.finished.count(), 1);
    // It has a name nevertheless.
    QVERIFY(!desk.studio.history()->summary(0).displayTitle().trimmed().isEmpty());
  }

  void tellsAFailure() {
    RunDesk desk;
    QVERIFY(desk.start());
    desk.engine->failAtStep = 3;
    QSignalSpy failed(desk.studio.runner(), &QueueRunner::runFailed);
    desk.runs.generate();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY2(desk.notice.text().contains("too little memory"), qPrintable(desk.notice.text()));
    // The next run starts without it.
    desk.runs.generate();
    QTRY_VERIFY(desk.notice.text().isEmpty());
  }

  void movesBoundariesOfTheRunningRun() {
    RunDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.generateUpTo(1));
    Q_EMIT desk.stages.boundariesMovedDuringRun(.8, .2);
    QCOMPARE(desk.studio.queue()->at(0).request.sampling.schedule.early, .8);
    desk.engine->steps.open();
    QTRY_COMPARE(desk.finished.count(), 1);
    // The schedule that the run was given is now the panel's.
    QCOMPARE(desk.stages.schedule().earlySteps(), 8);
    QVERIFY(desk.undo.canUndo());
  }
};

QTEST_MAIN(TestRunPresenter)
#include "tst_run_presenter.moc"
