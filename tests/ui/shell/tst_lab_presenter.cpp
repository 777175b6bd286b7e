// SPDX-License-Identifier: MIT
// Finding boundaries in the whole window, with a fake engine: measuring, the queue beside it, what is proposed, and the
// next start.
#include "shell/lab_presenter.h"

#include "barriers.h"
#include "lab/heat_colors.h"
#include "lab/heat_map.h"
#include "lab/lab_window.h"
#include "plots/front_plot.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "stages/stage_panel.h"
#include "studio_fixture.h"
#include "sweep_engine.h"
#include "viewer/frame_view.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <chrono>
#include <cmath>
#include <tuple>

using namespace fb;
using namespace fb::ui;

namespace {

double luminance(const QColor& color) {
  const auto linear = [](double value) {
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
  };
  return .2126 * linear(color.redF()) + .7152 * linear(color.greenF()) + .0722 * linear(color.blueF());
}

}  // namespace

class TestLabPresenter : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_sweepEngine = std::make_shared<SweepEngine>();
    openStudio();
  }
  void cleanup() {
    m_sweepEngine->steps.open();
    leave();
  }

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

  // If the pair of the interrupted one is gone, the form plans one of the pair in use.
  void continuingStartsNoOtherSweep() {
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
    text.replace("\"checksum\"", "\"unchecked\"");
    write(document.fileName(), text.toUtf8());
    openStudio();
    auto* action = find<QPushButton>("noticeAction");
    QTRY_VERIFY(action->isVisible() && action->text() == "Continue");
    action->click();
    m_lab = m_window->findChild<LabWindow*>();
    QVERIFY(m_lab && m_lab->isVisible());
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

  void saysWhatCannotBeMeasured() {
    openLab();
    auto* prompts = lab<QPlainTextEdit>("sweepPrompts");
    auto* problem = lab<QLabel>("sweepProblem");
    QTRY_VERIFY(startButton()->isEnabled());
    prompts->clear();
    QTRY_VERIFY(problem->text().startsWith("Write at least one prompt"));
    QVERIFY(!startButton()->isEnabled());
    m_lab->form()->addPromptsFrom("/nowhere/prompts.txt");
    QTRY_VERIFY(problem->text().contains("/nowhere/prompts.txt"));
    QVERIFY2(problem->text().endsWith('.'), qPrintable(problem->text()));
    const auto file = m_folder->filePath("prompts.txt");
    write(file, "a cat\n\n  a dog  \na cat\n");
    m_lab->form()->addPromptsFrom(file);
    QTRY_COMPARE(prompts->toPlainText(), QString("a cat\na dog"));
    QTRY_VERIFY(startButton()->isEnabled());
    for (const char* grid : {"", "ten", "120", "-1"}) {
      lab<QLineEdit>("sweepEarly")->setText(grid);
      QTRY_VERIFY(problem->text().startsWith("The stages are whole per cents"));
    }
    setGrid("20", "0");
    QTRY_VERIFY(startButton()->isEnabled());

    // A folder of something else, a damaged one, and one of other settings; none of them is touched.
    const auto folder = m_folder->filePath("mine");
    QVERIFY(QDir().mkpath(folder));
    write(folder + "/letter.txt", "dear");
    useFolder(folder);
    QTRY_VERIFY(problem->text().contains("a sweep needs a folder of its own"));
    QVERIFY(QFile::remove(folder + "/letter.txt"));
    write(folder + "/sweep.json", "{");
    lab<QPlainTextEdit>("sweepPrompts")->appendPlainText("more");
    QTRY_VERIFY(problem->text().contains("sweep.json"));
    QVERIFY(lab<QPushButton>("newFolderButton")->isVisible());
    lab<QPushButton>("newFolderButton")->click();
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(measure());
    const auto used = m_studio->sweeps()->folder();
    find<QSpinBox>("stepsSpin")->setValue(12);
    // Other settings have a folder of their own.
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(m_lab->form()->order()->folder != used);
    useFolder(used);
    QTRY_VERIFY(problem->text().contains("steps"));
    QVERIFY(!startButton()->isEnabled());
  }

  void comparesByTheWeightsThatAreGiven() {
    openLab();
    setGrid("20, 40", "0");
    const auto dinov2 = m_folder->filePath("dinov2.safetensors"), lpips = m_folder->filePath("lpips.safetensors");
    auto* field = lab<QWidget>("dinov2Weights");
    const auto problem = [](QWidget* of) { return of->findChild<QLabel*>("problemLabel"); };
    const auto found = [](QWidget* of) { return of->findChild<QLabel*>("foundLabel")->text(); };
    typeWeights("dinov2Weights", dinov2);
    QTRY_VERIFY(problem(field)->text().contains(dinov2));
    QVERIFY2(problem(field)->text().endsWith('.'), qPrintable(problem(field)->text()));
    QVERIFY(!startButton()->isEnabled());
    QVERIFY(lab<QLabel>("sweepProblem")->text().startsWith("These weights cannot be used"));
    for (const auto& [content, words] :
         {std::pair("damaged", "is damaged"), std::pair("for large clips", "needs clips of at least")}) {
      write(dinov2, content);
      m_lab->form()->planSoon();
      QTRY_VERIFY2(problem(field)->text().contains(words), words);
      QVERIFY(!startButton()->isEnabled());
    }
    write(dinov2, "DINOv2 ViT-S/14");
    m_lab->form()->planSoon();
    QTRY_COMPARE(found(field), QString("DINOv2 ViT-S/14"));
    QVERIFY(!problem(field)->isVisible());
    QCOMPARE(m_settings->perceptualWeights().dinov2.string(), dinov2.toStdString());
    QVERIFY(measure());
    auto* results = m_lab->results();
    const auto isOffered = [this](SamenessMeasure by) {
      auto* items = qobject_cast<QStandardItemModel*>(lab<QComboBox>("measureCombo")->model());
      return items->item(static_cast<int>(by))->isEnabled();
    };
    QTRY_VERIFY(results->scores() && isOffered(SamenessMeasure::Dinov2));
    QVERIFY(!isOffered(SamenessMeasure::Lpips));

    // The others later, by a drop: no clip is made again.
    write(lpips, "LPIPS with VGG16");
    drop(lab<QWidget>("lpipsWeights"), lpips);
    QTRY_COMPARE(found(lab<QWidget>("lpipsWeights")), QString("LPIPS with VGG16"));
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY2(lab<QLabel>("whatItTakes")->text().contains("4 clips to compare again"),
             qPrintable(lab<QLabel>("whatItTakes")->text()));
    const auto made = std::ranges::count(m_sweepEngine->calls(), "generate");
    QVERIFY(measure());
    QTRY_VERIFY(isOffered(SamenessMeasure::Lpips));
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), made);

    // What is cleared is no longer used for new sweeps; this one keeps to it.
    lab<QWidget>("lpipsWeights")->findChild<QToolButton*>("clearButton")->click();
    QTRY_VERIFY(found(lab<QWidget>("lpipsWeights")).contains(lpips));
    QVERIFY(m_settings->perceptualWeights().lpips.empty());
    close();
    openStudio();
    openLab();
    // Filled from the folder.
    QTRY_COMPARE(weightsIn("lpipsWeights"), lpips);
    useFolder(m_folder->filePath("new"));
    QTRY_COMPARE(weightsIn("lpipsWeights"), QString());
    QCOMPARE(weightsIn("dinov2Weights"), dinov2);
  }

  void comparesLatentsAloneAndDecodesLater() {
    openLab();
    setGrid("20, 40", "0");
    auto* box = lab<QCheckBox>("latentsOnly");
    QVERIFY(!box->isChecked() && lab<QWidget>("dinov2Weights")->isEnabled());
    QTRY_VERIFY(startButton()->isEnabled());
    const double work = m_lab->form()->order()->plan.left.flops;
    box->setChecked(true);
    QVERIFY(!lab<QWidget>("dinov2Weights")->isEnabled() && !lab<QWidget>("lpipsWeights")->isEnabled());
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(m_lab->form()->order()->sweep.latentsOnly);
    QVERIFY(m_lab->form()->order()->plan.left.flops < work);
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores().has_value());
    QVERIFY(results->scores()->by == SamenessMeasure::Latents);
    QCOMPARE(lab<QComboBox>("measureCombo")->currentData().toString(), QString("latents"));
    auto* items = qobject_cast<QStandardItemModel*>(lab<QComboBox>("measureCombo")->model());
    for (const auto by : kSamenessMeasures) {
      const auto* item = items->item(static_cast<int>(by));
      QCOMPARE(item->isEnabled(), by == SamenessMeasure::Latents);
      if (!item->isEnabled()) QVERIFY(item->toolTip().endsWith("the clips are not decoded."));
    }
    const auto said = [this] {
      const auto views = m_lab->findChild<QWidget*>("contactSheet")->findChildren<FrameView*>();
      return std::ranges::count_if(views, [](const auto* view) { return view->emptyText() == "Not decoded"; });
    };
    QTRY_COMPARE(said(), 3);
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), 0);

    // Filled from the folder; without the tick, clips are decoded and no step is taken.
    close();
    openStudio();
    openLab();
    box = lab<QCheckBox>("latentsOnly");
    QTRY_VERIFY(box->isChecked());
    box->setChecked(false);
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(m_lab->form()->order()->plan.left.largeSteps + m_lab->form()->order()->plan.left.smallSteps, 0);
    QVERIFY(measure());
    QTRY_VERIFY(m_lab->results()->scores() && m_lab->results()->scores()->by == SamenessMeasure::Ssim);
    QTRY_COMPARE(said(), 0);
    QCOMPARE(std::ranges::count(m_sweepEngine->calls(), "generate"), 0);
  }

  void comparesWithRivalsOnTheSameFront() {
    openLab();
    setGrid("20, 40", "0, 20");
    QTRY_VERIFY(startButton()->isEnabled());
    QCOMPARE(m_lab->form()->order()->plan.left.runs, 7);
    lab<QCheckBox>("rivalSteps")->setChecked(true);
    QVERIFY(!lab<QLineEdit>("rivalBounds")->isEnabled());
    lab<QCheckBox>("rivalGuard")->setChecked(true);
    lab<QCheckBox>("rivalSmallFirst")->setChecked(true);
    for (const char* bounds : {"", "half", "11"}) {
      lab<QLineEdit>("rivalBounds")->setText(bounds);
      QTRY_VERIFY(lab<QLabel>("sweepProblem")->text().startsWith("The guard's bounds are numbers from 0 to 10"));
      QVERIFY(!startButton()->isEnabled());
    }
    lab<QLineEdit>("rivalBounds")->setText("0.5 0,8");
    QTRY_VERIFY(startButton()->isEnabled());
    QVERIFY(lab<QLabel>("whatItTakes")->text().contains("A guard that hands over later costs more"));
    const std::tuple<const char*, const char*, const char*, const char*> others[] = {
        {"rivalOneWay", "rivalChanges", "The bounds of the one-way guard are numbers above 0 and at most 10", "11"},
        {"rivalSrDiffusion", "rivalSettlings", "The bounds of SRDiffusion's rule are numbers above 0 and at most 1,",
         "1.5"}};
    for (const auto& [box, field, problem, tooMuch] : others) {
      auto* bounds = lab<QLineEdit>(field);
      QVERIFY(!bounds->isEnabled() && !bounds->accessibleName().isEmpty());
      lab<QCheckBox>(box)->setChecked(true);
      QVERIFY(bounds->isEnabled());
      for (const char* wrong : {"", "half", "0", tooMuch}) {
        bounds->setText(wrong);
        QTRY_VERIFY2(lab<QLabel>("sweepProblem")->text().startsWith(problem),
                     qPrintable(lab<QLabel>("sweepProblem")->text()));
        QVERIFY(!startButton()->isEnabled());
      }
      bounds->setText("0.2");
      QTRY_VERIFY(startButton()->isEnabled());
    }
    lab<QLineEdit>("rivalSettlings")->setText("0.01; 0,02");
    QTRY_VERIFY(startButton()->isEnabled());
    const auto planned = m_lab->form()->order()->sweep.candidates;
    const auto has = [&](const SweepCandidate& candidate) {
      return std::ranges::find(planned, candidate) != planned.end();
    };
    QVERIFY(has({4, 2, 0, 4, .5}) && has({4, 2, 0, 4, .8}) && has({0, 2}));
    QVERIFY(has({2, 2, 0, 0, 0, false, .2}) && has({2, 2, 0, 0, 0, false, 0, .01}) &&
            has({2, 2, 0, 0, 0, false, 0, .02}));
    QVERIFY(std::ranges::any_of(planned, [](const auto& candidate) { return candidate.fewerSteps > 0; }));
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores() && results->scores()->candidates.size() == planned.size());
    QTRY_VERIFY(lab<QLabel>("whatItTakes")->text().endsWith("Add prompts, seeds or boundaries to measure more."));
    QVERIFY(lab<QCheckBox>("rivalSteps")->isChecked() && lab<QCheckBox>("rivalSmallFirst")->isChecked());

    const auto scores = *results->scores();
    auto* front = lab<FrontPlot>("frontPlot");
    const auto before = schedule();
    for (int i = 0; i < std::ssize(scores.candidates); ++i) {
      const auto& candidate = scores.candidates[static_cast<std::size_t>(i)].candidate;
      const auto& point = front->points()[static_cast<std::size_t>(i)];
      QCOMPARE(point.isRival, candidate.isRival());
      if (!candidate.isRival()) continue;
      const auto& name = point.name;
      QVERIFY2(name.startsWith("Guard ") || name.startsWith("One-way guard 0.20, ") ||
                   name.startsWith("SRDiffusion guard 0.0") || name.startsWith("Large model, "),
               qPrintable(name));
      // It is shown, but has no boundaries to take over.
      Q_EMIT front->chosen(i, false);
      QCOMPARE(schedule(), before);
      QVERIFY(!lab<HeatMap>("heatMap")->currentIndex().isValid());
    }
    for (const double asked : {0., .5, .9, 1.}) {
      lab<QDoubleSpinBox>("samenessSpin")->setValue(asked);
      const auto proposal = propose(scores, asked);
      for (const auto& each : {proposal.cheapest, proposal.sure, proposal.knee, proposal.paper})
        QVERIFY(!each.isRival());
    }
    // At the next start, they are what the sweep has.
    close();
    openStudio();
    openLab();
    QTRY_VERIFY(lab<QCheckBox>("rivalGuard")->isChecked());
    QCOMPARE(lab<QLineEdit>("rivalBounds")->text(), QString("0.5 0.8"));
    QVERIFY(lab<QCheckBox>("rivalOneWay")->isChecked() && lab<QCheckBox>("rivalSrDiffusion")->isChecked());
    QCOMPARE(lab<QLineEdit>("rivalChanges")->text(), QString("0.2"));
    QCOMPARE(lab<QLineEdit>("rivalSettlings")->text(), QString("0.01 0.02"));
    QVERIFY(lab<QLineEdit>("rivalSettlings")->isEnabled());
    QCOMPARE(lab<QLineEdit>("sweepEarly")->text(), QString("20, 40"));
    QTRY_VERIFY(lab<QLabel>("whatItTakes")->text().endsWith("Add prompts, seeds or boundaries to measure more."));
  }

  // Whoever measured the sweep.
  void offersLearnedMeasuresWhereTheyWereTaken() {
    openLab();
    setGrid("20, 40", "0");
    QVERIFY(measure());
    auto* results = m_lab->results();
    QTRY_VERIFY(results->scores());
    auto* combo = lab<QComboBox>("measureCombo");
    const auto isOffered = [&](SamenessMeasure by) {
      return qobject_cast<QStandardItemModel*>(combo->model())->item(static_cast<int>(by))->isEnabled();
    };
    QVERIFY(isOffered(SamenessMeasure::Ssim));
    QVERIFY(!isOffered(SamenessMeasure::Dinov2));
    QVERIFY(!isOffered(SamenessMeasure::Lpips));
    // As it was left at another sweep.
    auto choices = m_settings->labChoices("Test pair");
    choices.measure = "lpips";
    results->setChoices(choices);
    QTRY_VERIFY(results->scores() && results->scores()->by == SamenessMeasure::Ssim);
    QCOMPARE(combo->currentIndex(), static_cast<int>(SamenessMeasure::Ssim));
    const QDir records(choices.folder + "/records");
    const auto names = records.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const auto& name : names) {
      QFile file(records.filePath(name));
      QVERIFY(file.open(QFile::ReadOnly));
      auto text = file.readAll();
      file.close();
      const bool isReference = name.endsWith("-e10-l00.json");
      text.replace("\"latents\":", QByteArray("\"lpips\": ") + (isReference ? "0" : "0.25") + ", \"latents\":");
      text.replace("\"checksum\"", "\"unchecked\"");
      QVERIFY(file.open(QFile::WriteOnly));
      file.write(text);
    }
    results->setChoices(choices);
    QTRY_VERIFY(results->scores() && results->scores()->by == SamenessMeasure::Lpips);
    QCOMPARE(combo->currentIndex(), static_cast<int>(SamenessMeasure::Lpips));
    QVERIFY(isOffered(SamenessMeasure::Lpips));
    QVERIFY(!isOffered(SamenessMeasure::Dinov2));
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

  void itsColoursGetLighterAndTheirNumbersStayLegible() {
    double before = -1;
    for (int i = 0; i <= 100; ++i) {
      const auto ground = heatColor(i / 100.);
      const double light = luminance(ground);
      QVERIFY2(light > before, qPrintable(QString::number(i)));
      before = light;
      const double ink = luminance(inkOn(ground));
      const double contrast = (std::max(light, ink) + .05) / (std::min(light, ink) + .05);
      QVERIFY2(contrast >= 4.5, qPrintable(QString("%1: %2").arg(i).arg(contrast)));
    }
  }

private:
  void openStudio() {
    open([engine = m_sweepEngine](Error&) { return engine; });
    // Next to the fixture's own folder, not the user's.
    m_settings->setRunsFolder(m_folder->filePath("runs"));
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    // Everything that the pair brings with it has been asked for.
    QTRY_VERIFY(isKept());
  }
  void openLab() {
    find<QAction>("findBoundariesAction")->trigger();
    m_lab = m_window->findChild<LabWindow*>();
    QVERIFY(m_lab && m_lab->isVisible());
  }
  template <class T>
  T* lab(const char* name) {
    auto* found = m_lab->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s in the lab", name);
    return found;
  }
  QPushButton* startButton() { return lab<QPushButton>("sweepStart"); }
  void setGrid(const char* early, const char* late) {
    lab<QLineEdit>("sweepEarly")->setText(early);
    lab<QLineEdit>("sweepLate")->setText(late);
  }
  void useFolder(const QString& folder) {
    auto* path = lab<QWidget>("sweepFolder")->findChild<QLineEdit*>("pathEdit");
    path->setText(folder);
    QTest::keyClick(path, Qt::Key_Return);
  }
  void typeWeights(const char* name, const QString& file) {
    auto* path = lab<QWidget>(name)->findChild<QLineEdit*>("pathEdit");
    path->setText(file);
    QTest::keyClick(path, Qt::Key_Return);
  }
  QString weightsIn(const char* name) { return lab<QWidget>(name)->findChild<QLineEdit*>("pathEdit")->text(); }
  static void drop(QWidget* field, const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &dropped);
  }
  bool measure() {
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    if (!QTest::qWaitFor([this] { return startButton()->isEnabled(); })) return false;
    startButton()->click();
    return QTest::qWaitFor([&] { return finished.count() > 0; }, 20'000);
  }
  const StageSchedule& schedule() { return m_window->findChild<StagePanel*>()->schedule(); }
  SweepCandidate steps() { return {schedule().earlySteps(), schedule().lateSteps()}; }
  QString share(int part) { return percentOf(part / 10.); }
  static QString percentOf(double value) {
    return QString("%1%2%").arg(std::lround(value * 100)).arg(QChar(QChar::Nbsp));
  }
  static void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }

  std::shared_ptr<SweepEngine> m_sweepEngine;
  LabWindow* m_lab = nullptr;
};

QTEST_MAIN(TestLabPresenter)
#include "tst_lab_presenter.moc"
