// SPDX-License-Identifier: MIT
// Finding boundaries in the whole window, with a fake engine: measuring, the queue beside it, what is proposed, and the
// next start.
#include "shell/lab_presenter.h"

#include "barriers.h"
#include "lab/heat_map.h"
#include "lab/lab_window.h"
#include "lab_under_test.h"
#include "plots/front_plot.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "stages/stage_panel.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QTabWidget>

#include <chrono>

using namespace fb;
using namespace fb::ui;

class TestLabPresenter : public QObject, LabUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

  void measuresProposesAndMovesTheBoundaries() {
    // What is proposed is offered only if it is not there already.
    m_window->findChild<StagePanel*>()->applyBoundaries(.1, .1, "elsewhere", false);
    openLab();
    lab<QPlainTextEdit>("sweepPrompts")->setPlainText("one\n\ntwo\n");
    setGrid("20, 40, 60", "0 20%");
    // 6 of the grid, both models alone and another seed, for each of 2 prompts.
    QTRY_VERIFY(startButton()->isEnabled());
    const auto takes = lab<QLabel>("whatItTakes")->text();
    QVERIFY2(takes.startsWith("18 clips to make, as much work as "), qPrintable(takes));
    QVERIFY2(takes.contains("That takes about "), qPrintable(takes));
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores() && results->scores()->prompts.size() == 2);
    QTRY_VERIFY(results->isVisible());
    const auto before = schedule();

    // The proposal follows the sameness that is asked for.
    lab<QDoubleSpinBox>("samenessSpin")->setValue(1);
    QCOMPARE(*results->proposed(), (SweepCandidate{6, 2}));
    lab<QDoubleSpinBox>("samenessSpin")->setValue(.5);
    const auto proposed = *results->proposed();
    QVERIFY(proposed != (SweepCandidate{6, 2}));
    const auto scores = *results->scores();
    QVERIFY(scores.sameness(scores.of(proposed)) >= .5);
    for (const auto& score : scores.candidates)
      QVERIFY(scores.sameness(score) < .5 || score.cost >= scores.of(proposed).cost);
    QTRY_COMPARE(find<QLabel>("suggestionText")->text(),
                 QString("Suggested %1 / %2: %3 less work · sameness %4")
                     .arg(share(proposed.early), share(proposed.late), percentOf(1 - scores.of(proposed).cost))
                     .arg(scores.sameness(scores.of(proposed)), 0, 'f', 2));
    QVERIFY(lab<QLabel>("proposalSentence")
                ->text()
                .startsWith(QString("%1 / %2: ").arg(share(proposed.early), share(proposed.late))));

    // Another rule, measure and floor.
    auto* rule = lab<QComboBox>("ruleCombo");
    QCOMPARE(rule->currentData().toString(), QString("cheapest"));
    rule->setCurrentIndex(2);
    Q_EMIT rule->activated(2);
    QCOMPARE(m_settings->labChoices("Test pair").rule, QString("knee"));
    QCOMPARE(*results->proposed(), propose(scores, .5).knee);
    rule->setCurrentIndex(0);
    Q_EMIT rule->activated(0);
    auto* measure = lab<QComboBox>("measureCombo");
    measure->setCurrentIndex(static_cast<int>(SamenessMeasure::Rmse));
    Q_EMIT measure->activated(measure->currentIndex());
    QTRY_VERIFY(results->scores()->by == SamenessMeasure::Rmse);
    auto* floor = lab<QComboBox>("floorCombo");
    floor->setCurrentIndex(floor->findData("small"));
    Q_EMIT floor->activated(floor->currentIndex());
    QTRY_VERIFY(results->scores()->from == SamenessFloor::SmallModel);
    measure->setCurrentIndex(static_cast<int>(SamenessMeasure::Ssim));
    Q_EMIT measure->activated(measure->currentIndex());
    floor->setCurrentIndex(0);
    Q_EMIT floor->activated(0);
    QTRY_VERIFY(results->scores()->by == SamenessMeasure::Ssim);
    QTRY_COMPARE(*results->proposed(), proposed);

    // Choosing moves the window's boundaries; one undo moves them back.
    lab<QPushButton>("useButton")->click();
    QCOMPARE(steps(), proposed);
    QVERIFY(m_lab->isVisible());
    QTRY_VERIFY(!find<QWidget>("suggestionLine")->isVisible());
    find<QAction>("undoAction")->trigger();
    QCOMPARE(schedule(), before);

    auto* map = lab<HeatMap>("heatMap");
    const auto* model = static_cast<BoundaryModel*>(map->model());
    const auto cell = model->indexOf({4, 0});
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->visualRect(cell).center());
    QCOMPARE(steps(), (SweepCandidate{4, 0}));
    QVERIFY((*map->handlesPosition() - QPointF(map->visualRect(cell).center())).manhattanLength() < 3);
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Up);
    QCOMPARE(steps(), (SweepCandidate{6, 2}));
    // A series of keys is one change, the click another.
    find<QAction>("undoAction")->trigger();
    QCOMPARE(steps(), (SweepCandidate{4, 0}));
    find<QAction>("undoAction")->trigger();
    QCOMPARE(schedule(), before);

    auto* front = lab<FrontPlot>("frontPlot");
    front->setFocus();
    QTest::keyClick(front, Qt::Key_Home);
    QCOMPARE(steps(), (SweepCandidate{0, 0}));
    QTest::mouseClick(front, Qt::LeftButton, {}, front->positionOf(3).toPoint());
    QCOMPARE(steps(), scores.candidates[3].candidate);
    QCOMPARE(map->currentIndex(), model->indexOf(scores.candidates[3].candidate));
    // Between two cells, the mark is between them.
    find<QSpinBox>("earlyShare")->setValue(5);
    find<QSpinBox>("lateShare")->setValue(0);
    const double x = map->handlesPosition()->x();
    QVERIFY(x > map->visualRect(model->indexOf({4, 0})).center().x());
    QVERIFY(x < map->visualRect(model->indexOf({6, 0})).center().x());

    const auto file = m_folder->filePath("report.html");
    QSignalSpy saved(results, &ResultsPage::reportSaved);
    results->saveReport(file);
    QTRY_COMPARE(saved.count(), 1);
    QFile report(file);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().startsWith("<!doctype html>"));
    report.close();
    // A file of the user's is replaced only if they say so.
    QVERIFY(report.open(QIODevice::WriteOnly) && report.write("mine") == 4);
    report.close();
    const auto answer = [&](QMessageBox::ButtonRole role) {
      results->saveReport(file);
      auto* question = results->findChild<QMessageBox*>("replaceQuestion");
      if (!question || !question->text().contains(file)) return false;
      for (auto* button : question->buttons())
        if (question->buttonRole(button) == role) button->click();
      return QTest::qWaitFor([&] { return !results->findChild<QMessageBox*>("replaceQuestion"); });
    };
    QVERIFY(answer(QMessageBox::RejectRole));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QCOMPARE(report.readAll(), QByteArray("mine"));
    report.close();
    QCOMPARE(saved.count(), 1);
    QVERIFY(answer(QMessageBox::DestructiveRole));
    QTRY_COMPARE(saved.count(), 2);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().startsWith("<!doctype html>"));
    // The other format, by the name.
    const auto paper = m_folder->filePath("report.PDF");
    results->saveReport(paper);
    QTRY_COMPARE(saved.count(), 3);
    QFile document(paper);
    QVERIFY(document.open(QIODevice::ReadOnly));
    const auto bytes = document.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.count("/Type /Page\n") >= 2);
    for (const auto& entry : QDir(m_folder->path()).entryList(QDir::Files)) QVERIFY(!entry.startsWith("report.PDF."));
    results->saveReport("/nowhere/at/all/report.pdf");
    QTRY_VERIFY(m_lab->results()->findChild<QLabel*>("reportMessage")->text().contains("/nowhere/at/all/report.pdf"));
    results->saveReport("/nowhere/at/all/report.html");
    QTRY_VERIFY(m_lab->results()->findChild<QLabel*>("reportMessage")->text().contains("/nowhere/at/all"));
  }

  void pausesContinuesAndGivesTheQueueItsTurn() {
    openLab();
    setGrid("20, 40", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    // In the middle of the second clip, after the large model's own.
    m_sweepEngine->steps.close(13);
    startButton()->click();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding() && m_studio->sweeps()->progress().clip == 1);
    // It shares 4 steps with the large model's.
    QTRY_COMPARE(m_studio->sweeps()->progress().step, 7);
    // The map shows what has been measured; there is no floor yet.
    QTRY_VERIFY(m_lab->results()->hasResults());
    QVERIFY(!m_lab->results()->scores());
    // What is generated meanwhile waits.
    QSignalSpy started(m_studio->runner(), &QueueRunner::runStarted);
    find<QAction>("generateAction")->trigger();
    QTRY_COMPARE(m_studio->queue()->rowCount(), 1);
    QVERIFY(find<QLabel>("workerLabel")->text().contains("Finding boundaries: clip 2 of 5"));
    QSignalSpy paused(m_studio->sweeps(), &SweepRunner::paused);
    QCOMPARE(started.count(), 0);
    startButton()->click();
    QTRY_COMPARE(paused.count(), 1);
    QVERIFY(m_settings->unfinishedSweep().isEmpty());
    m_sweepEngine->steps.open();
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(startButton()->text(), QString("C&ontinue"));
    QVERIFY(lab<QLabel>("whatItTakes")->text().startsWith("1 of 5 clips are measured."));
    QVERIFY(measure());
    const auto calls = m_sweepEngine->calls();
    QCOMPARE(std::ranges::count(calls, "resume"), 1);
    QCOMPARE(std::ranges::count(calls, "generate"), 5 + 1);
  }

  void waitsForTheClipThatIsBeingGenerated() {
    openLab();
    setGrid("20", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    m_sweepEngine->steps.close(2);
    find<QAction>("generateAction")->trigger();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding());
    startButton()->click();
    QCOMPARE(m_studio->sweeps()->state(), SweepRunner::State::Waiting);
    QVERIFY(lab<QLabel>("sweepState")->text().startsWith("Waits for the clip"));
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    m_sweepEngine->steps.open();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_studio->history()->rowCount(), 1);
    // It may be given up while it waits.
    m_sweepEngine->steps.close(2);
    lab<QPlainTextEdit>("sweepPrompts")->appendPlainText("another");
    QTRY_VERIFY(startButton()->isEnabled());
    find<QAction>("generateAction")->trigger();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding());
    startButton()->click();
    startButton()->click();
    QCOMPARE(m_studio->sweeps()->state(), SweepRunner::State::Idle);
    QVERIFY(!m_studio->runner()->isDeviceLent());
  }

  void theNextStartShowsTheResultsAndSuggestsThem() {
    m_window->findChild<StagePanel*>()->applyBoundaries(.1, .1, "elsewhere", false);
    openLab();
    setGrid("20, 40", "0, 20");
    QVERIFY(measure());
    QTRY_VERIFY(m_lab->results()->scores().has_value());
    lab<QDoubleSpinBox>("samenessSpin")->setValue(.7);
    const auto proposed = *m_lab->results()->proposed();
    close();
    openStudio();
    QTRY_VERIFY(find<QLabel>("suggestionText")->text().contains("sameness"));
    openLab();
    QTRY_VERIFY(m_lab->results()->isVisible());
    QCOMPARE(lab<QDoubleSpinBox>("samenessSpin")->value(), .7);
    QCOMPARE(*m_lab->results()->proposed(), proposed);
    // Below the results, that is said, and nothing is offered; also while the form plans for a change elsewhere.
    auto* state = lab<QLabel>("sweepState");
    QTRY_COMPARE(state->text(), QString("Everything is measured."));
    QVERIFY(!startButton()->isVisible());
    m_lab->form()->planSoon();
    QVERIFY(m_lab->form()->isPlanning());
    QCOMPARE(state->text(), QString("Everything is measured."));
    QVERIFY(!startButton()->isVisible());
    // On the other page, it is told that a plan is being made.
    lab<QTabWidget>("labPages")->setCurrentIndex(0);
    QCOMPARE(state->text(), QString("Planning\u2026"));
    QVERIFY(startButton()->isVisible() && !startButton()->isEnabled());
    lab<QTabWidget>("labPages")->setCurrentIndex(1);
    // Nothing is left to do until something is added.
    QTRY_COMPARE(lab<QLabel>("whatItTakes")->text(),
                 QString("7 of 7 clips are measured. Add prompts, seeds or boundaries to measure more."));
    QCOMPARE(lab<QLineEdit>("sweepEarly")->text(), QString("20, 40"));
    QVERIFY(!startButton()->isEnabled());
    lab<QSpinBox>("sweepSeeds")->setValue(2);
    QTRY_VERIFY(startButton()->isEnabled());
  }

  void aPairThatWasBuiltAgainUnderItsNameHasNoSuggestion() {
    m_window->findChild<StagePanel*>()->applyBoundaries(.1, .1, "elsewhere", false);
    openLab();
    setGrid("20, 40", "0, 20");
    QVERIFY(measure());
    QTRY_VERIFY(find<QLabel>("suggestionText")->text().contains("sameness"));
    QFile document(m_settings->labChoices("Test pair").folder + "/sweep.json");
    close();
    QVERIFY(document.open(QIODevice::ReadOnly));
    auto text = document.readAll();
    document.close();
    QVERIFY(text.contains("/nowhere/small.safetensors"));
    text.replace("\"checksum\"", "\"unchecked\"");  // as of a sweep of an earlier version
    write(document.fileName(), text.replace("/nowhere/small.safetensors", "/nowhere/smaller.safetensors"));
    openStudio();
    QVERIFY(settle(*m_studio->host()));
    QVERIFY2(!find<QLabel>("suggestionText")->text().contains("sameness"),
             qPrintable(find<QLabel>("suggestionText")->text()));
  }

  void whatTheEndOfTheProgramInterruptsGoesOnAtTheNextStart() {
    openLab();
    setGrid("20, 40", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    m_sweepEngine->steps.close(12);
    startButton()->click();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding() && m_studio->sweeps()->progress().clip == 1);
    QSignalSpy paused(m_studio->sweeps(), &SweepRunner::paused);
    m_window->leave();
    QTRY_COMPARE(paused.count(), 1);
    QVERIFY(!m_settings->unfinishedSweep().isEmpty());
    close();
    m_sweepEngine->steps.open();
    openStudio();
    auto* action = find<QPushButton>("noticeAction");
    QTRY_VERIFY(action->isVisible());
    QCOMPARE(action->text(), QString("Continue"));
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    action->click();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(m_settings->unfinishedSweep().isEmpty());
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "resume"), 1);
  }

  // The pair of the interrupted one is gone. A sweep that knows its files by their content goes on with these alone,
  // wherever they are; for one of an earlier version, the form plans another sweep, of the pair in use.
  void continuingStartsNoOtherSweep_data() {
    QTest::addColumn<bool>("isKnownByContent");
    QTest::newRow("other content") << true;
    QTest::newRow("of an earlier version") << false;
  }
  void continuingStartsNoOtherSweep() {
    QFETCH(bool, isKnownByContent);
    openLab();
    setGrid("20, 40", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    m_sweepEngine->steps.close(12);
    startButton()->click();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding() && m_studio->sweeps()->progress().clip == 1);
    QSignalSpy paused(m_studio->sweeps(), &SweepRunner::paused);
    m_window->leave();
    QTRY_COMPARE(paused.count(), 1);
    QFile document(m_settings->unfinishedSweep() + "/sweep.json");
    close();
    m_sweepEngine->steps.open();
    QVERIFY(document.open(QIODevice::ReadOnly));
    auto text = QString::fromUtf8(document.readAll());
    document.close();
    const auto before = text;
    text.replace("\"Test pair\"", "\"Gone pair\"").replace("/nowhere/small.safetensors", "/nowhere/gone.safetensors");
    QVERIFY(text != before);
    const auto renamed = text;
    text.replace(QRegularExpression("\"guidance\": [0-9.]+"), "\"guidance\": 7.5");
    QVERIFY(text != renamed);
    const auto known = text;
    if (isKnownByContent)
      text.replace("\"sampled_sha256\": \"b\"", "\"sampled_sha256\": \"gone\"");
    else
      text.replace("\"inputs\"", "\"unknown\"");
    QVERIFY(text != known);
    text.replace("\"checksum\"", "\"unchecked\"");
    write(document.fileName(), text.toUtf8());
    openStudio();
    auto* action = find<QPushButton>("noticeAction");
    QTRY_VERIFY(action->isVisible() && action->text() == "Continue");
    action->click();
    m_lab = m_window->findChild<LabWindow*>();
    QVERIFY(m_lab && m_lab->isVisible());
    if (isKnownByContent) {
      const auto* problem = lab<QLabel>("sweepProblem");
      QTRY_VERIFY2(problem->text().contains("small.safetensors does not have the content of"),
                   qPrintable(problem->text()));
      QVERIFY(!startButton()->isEnabled());
      QCOMPARE(m_studio->sweeps()->state(), SweepRunner::State::Idle);
      return;
    }
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(m_studio->sweeps()->state(), SweepRunner::State::Idle);
    QVERIFY(m_lab->form()->order()->folder != QFileInfo(document.fileName()).path());
  }

  // As if its disk were removed, or another program had put a file there.
  void aSweepWhoseFolderIsGoneIsToldAndTheQueueGoesOn() {
    openLab();
    setGrid("20, 40", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    m_sweepEngine->steps.close(13);
    startButton()->click();
    QTRY_VERIFY(m_sweepEngine->steps.isHolding() && m_studio->sweeps()->progress().clip == 1);
    find<QAction>("generateAction")->trigger();
    QTRY_COMPARE(m_studio->queue()->rowCount(), 1);
    const auto folder = m_studio->sweeps()->folder();
    QVERIFY(QDir(folder).removeRecursively());
    write(folder, "somebody else's");
    QSignalSpy failed(m_studio->sweeps(), &SweepRunner::failed);
    m_sweepEngine->steps.open();
    QTRY_COMPARE(failed.count(), 1);
    const auto told = QString::fromStdString(failed[0][1].value<Error>().message);
    QVERIFY2(told.contains(folder), qPrintable(told));
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
    QVERIFY(!m_studio->runner()->isDeviceLent());
    QVERIFY(m_settings->unfinishedSweep().isEmpty());
    QFile theirs(folder);
    QVERIFY(theirs.open(QIODevice::ReadOnly));
    QCOMPARE(theirs.readAll(), QByteArray("somebody else's"));
  }

  void anInterruptedSweepThatCannotBeReadIsNotDroppedSilently() {
    openLab();
    const auto folder = m_folder->filePath("sweep");
    QVERIFY(QDir().mkpath(folder));
    write(folder + "/sweep.json", "{\"format\": \"flowb");
    m_settings->setUnfinishedSweep(folder);
    close();
    openStudio();
    auto* notice = m_window->findChild<NoticeBar*>();
    QTRY_VERIFY2(notice->text().contains("Finding boundaries") && notice->text().contains(folder),
                 qPrintable(notice->text()));
    QVERIFY(m_settings->unfinishedSweep().isEmpty());
    QVERIFY(QFileInfo(folder + "/sweep.json").size() > 0);
  }

  // With the frame of the window manager, as every window.
  void itsWindowFitsTheScreen() {
    openLab();
    const auto screen = m_lab->screen()->availableSize();
    QVERIFY2(m_lab->height() <= screen.height() - 40, qPrintable(QString::number(m_lab->height())));
  }

  void aFailureIsToldAndNothingIsLost() {
    openLab();
    setGrid("20, 40", "0");
    QTRY_VERIFY(startButton()->isEnabled());
    m_sweepEngine->failAtStep = 5;
    QSignalSpy failed(m_studio->sweeps(), &SweepRunner::failed);
    startButton()->click();
    QTRY_COMPARE(failed.count(), 1);
    const auto told = lab<QLabel>("labMessage")->text();
    QVERIFY2(told.contains("too little memory. "), qPrintable(told));
    QVERIFY(!m_studio->runner()->isDeviceLent());
    QVERIFY(measure());
    QVERIFY(!lab<QLabel>("labMessage")->isVisible());
  }

  void startsAsSoonAsThereIsRoom() {
    openLab();
    lab<SweepForm>("sweepForm")->setRetryAfter(std::chrono::milliseconds(10));
    // The file system of /proc has no room.
    const auto place = m_folder->filePath("place");
    QVERIFY(QFile::link("/proc", place));
    lab<QPlainTextEdit>("sweepPrompts")->setPlainText("one");
    useFolder(place + "/sweep");
    auto* problem = lab<QLabel>("sweepProblem");
    QTRY_VERIFY(problem->isVisible() && problem->text().contains("are free"));
    QVERIFY(!startButton()->isEnabled());
    QVERIFY(QFile::remove(place));
    QVERIFY(QDir().mkpath(place));
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(!problem->isVisible());
    QVERIFY(measure());
  }
};

QTEST_MAIN(TestLabPresenter)
#include "tst_lab_presenter.moc"
