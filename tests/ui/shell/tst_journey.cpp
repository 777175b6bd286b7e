// SPDX-License-Identifier: MIT
// The whole journey with mouse and keys on the real window and the built-in pair.
#include "flowblend/clip_comparison.h"
#include "heartbeat.h"
#include "plots/divergence_plot.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "settings/settings_dialog.h"
#include "stages/stage_panel.h"
#include "studio_fixture.h"
#include "viewer/compare_view.h"
#include "viewer/comparison_sheet.h"
#include "viewer/preview_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 30'000;
const QString kWords = QStringLiteral("a yellow circle moves up on a blue background");

}  // namespace

class TestJourney : public QObject, StudioFixture {
  Q_OBJECT
private:
  void open() {
    StudioFixture::open(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0));
    auto* generate = find<QAction>("generateAction");
    QTRY_VERIFY_WITH_TIMEOUT(generate->isEnabled(), kPatience);
    QTRY_COMPARE(find<QComboBox>("pairCombo")->count(), 2);
  }

  void type(const QString& words) {
    auto* prompt = find<QPlainTextEdit>("promptEdit");
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(prompt, words);
  }
  // A clip of this prompt with that preset; no id: none was made.
  RunRecord generate(const char* preset) {
    type(kWords);
    QTest::mouseClick(find<QPushButton>(preset), Qt::LeftButton);
    find<QAction>("generateAction")->trigger();
    return finishedRun(kPatience);
  }

  QString promptNow() const { return QString::fromStdString(m_window->request().clip.prompt); }

  void drag(Handle handle, int toStep) {
    auto* plot = find<DivergencePlot>("divergencePlot");
    plot->repaintNow();
    const auto from = plot->handlePosition(handle);
    const auto area = plot->plotArea();
    const QPoint to(area.left() + area.width() * toStep / plot->schedule().steps, from.y());
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, (from + to) / 2);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
  }

  // As one video, which shows what the comparison shows.
  void exportComparison(CompareView* view) {
    QTRY_VERIFY_WITH_TIMEOUT(view->findChild<QLabel*>("factsB")->text().contains("SSIM"), kPatience);
    QTest::mouseClick(view->findChild<QPushButton*>("exportComparisonButton"), Qt::LeftButton);
    auto* file = find<QLineEdit>("pathEdit");
    QTRY_VERIFY(file->isVisible());
    const auto path = m_folder->filePath("comparison.mp4");
    file->setText(path);
    QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
    QTRY_COMPARE(m_studio->exportQueue()->unfinished(), 0);
    find<QDialog>("exportDialog")->close();
    const auto video = m_studio->host()->engine()->readClip(path.toStdString());
    QVERIFY2(video.ok(), video.ok() ? "" : video.error().message.c_str());
    const ComparisonSheet sheet(view->parts());
    QCOMPARE(video.value().frames.size(), std::size_t(17));
    QCOMPARE(video.value().fps, sheet.shape().fps);
    for (const int frame : {0, 16}) {
      const auto& shown = *video.value().frames[static_cast<std::size_t>(frame)];
      QCOMPARE(QSize(shown.width, shown.height), QSize(sheet.shape().width, sheet.shape().height));
      // The rest is what the encoder loses.
      const auto psnrTo = [&](int other) { return compareFrames(shown, *sheet.frame(other)).value().psnr; };
      const double likeness = psnrTo(frame), toAnother = psnrTo(16 - frame);
      QVERIFY2(likeness > 25 && likeness > toAnother,
               qPrintable(QStringLiteral("%1 dB, to another frame %2 dB").arg(likeness).arg(toAnother)));
    }
  }

private Q_SLOTS:
  void init() { open(); }
  void cleanup() { leave(); }

  void typesGeneratesDragsStopsAndResumes() {
    Heartbeat heart;
    type(kWords);
    QCOMPARE(promptNow(), kWords);

    // Both boundaries, before the run.
    drag(Handle::Early, 10);
    QCOMPARE(m_window->request().sampling.schedule.earlySteps(), 10);
    drag(Handle::Late, 26);
    QCOMPARE(m_window->request().sampling.schedule.lateSteps(), 4);
    find<QAction>("undoAction")->trigger();
    QCOMPARE(m_window->request().sampling.schedule.lateSteps(), 6);

    auto* runner = m_studio->runner();
    QSignalSpy steps(runner, &QueueRunner::stepFinished), paused(runner, &QueueRunner::runPaused),
        finished(runner, &QueueRunner::runFinished);
    QTest::keyClick(find<QPlainTextEdit>("promptEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(steps.count() >= 2, kPatience);
    // The boundary ahead follows the mouse while the run continues.
    drag(Handle::Late, 28);
    QTRY_COMPARE(m_studio->queue()->at(0).request.sampling.schedule.lateSteps(), 2);

    QElapsedTimer watch;
    watch.start();
    find<QAction>("stopAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(paused.count(), 1, kPatience);
    qInfo("stop pressed to run ended: %lld ms", watch.elapsed());
    const auto record = paused[0][0].value<RunRecord>();
    QVERIFY(record.stepsDone >= 2 && record.stepsDone < 30);
    QCOMPARE(finished.count(), 0);

    runner->resume(record.id);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
    QCOMPARE(steps.count(), 30);
    QCOMPARE(m_studio->queue()->rowCount(), 0);
    QCOMPARE(m_studio->history()->rowCount(), 1);
    QCOMPARE(find<PreviewPanel>("previewPanel")->clip().frames.size(), std::size_t(17));
    qInfo("event loop gaps: median %.1f ms, 99.9th percentile %.1f ms", heart.quantile(.5), heart.quantile(.999));
  }

  void branchesFromAMarkerToTheClipOfAWholeRun() {
    const auto first = generate("presetLSL");
    QVERIFY(first.id > 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QToolButton*>("branchMarker24"), kPatience);
    find<QToolButton>("branchMarker24")->click();
    QCOMPARE(m_window->request().options.branchAt, 24);
    // What would change the steps taken over is named before anything is generated.
    auto* problems = find<QLabel>("problemStrip");
    type("a blue star turns on a green background");
    QTRY_VERIFY_WITH_TIMEOUT(problems->isVisible() && problems->text().contains("prompt"), kPatience);
    const auto clipOf = [this](const RunRecord& run) {
      std::vector<std::vector<std::uint8_t>> frames;
      const auto clip = m_studio->host()->engine()->loadRunClip(run.request.options.runFolder);
      if (clip)
        for (const auto& frame : clip.value().frames) frames.push_back(frame->rgb);
      return frames;
    };
    QSignalSpy steps(m_studio->runner(), &QueueRunner::stepFinished);
    const auto branch = generate("presetLSS");
    QVERIFY(branch.id > 0);
    QCOMPARE(steps.count(), 6);
    find<QToolButton>("branchRemove")->click();
    const auto whole = generate("presetLSS");
    QVERIFY(whole.id > 0);
    QCOMPARE(steps.count(), 6 + 30);
    QVERIFY(!clipOf(whole).empty());
    QVERIFY(clipOf(branch) == clipOf(whole));
    QVERIFY(clipOf(branch) != clipOf(first));
  }

  void comparesWithTheLargeModelAlone() {
    const auto blended = generate("presetLSL");
    QVERIFY(blended.request.sampling.schedule.largeSteps() < 30);
    QTRY_VERIFY(find<QAction>("compareLargeOnlyAction")->isEnabled());
    find<QAction>("compareLargeOnlyAction")->trigger();
    const auto record = finishedRun(kPatience);
    QCOMPARE(record.request.sampling.schedule.largeSteps(), 30);
    find<QAction>("compareAction")->trigger();
    auto* view = find<CompareView>("compareView");
    QTRY_VERIFY(view->isVisible());
    QTRY_COMPARE(view->clip(0).clip.frames.size(), std::size_t(17));
    QTRY_COMPARE(view->clip(1).clip.frames.size(), std::size_t(17));
    QCOMPARE(view->clip(0).id, blended.id);
    QCOMPARE(view->clip(1).id, record.id);
    exportComparison(view);
    view->close();
    QCOMPARE(QString::fromStdString(record.request.clip.prompt), kWords);
  }

  void exportsAndTakesTheSettingsBack() {
    QCOMPARE(generate("presetLLL").request.sampling.schedule.largeSteps(), 30);
    QTRY_VERIFY(find<QAction>("exportAction")->isEnabled());
    find<QAction>("exportAction")->trigger();
    auto* file = find<QLineEdit>("pathEdit");
    QTRY_VERIFY(file->isVisible());
    const auto path = m_folder->filePath("journey.mp4");
    file->setText(path);
    auto* button = find<QPushButton>("exportButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
    QTRY_COMPARE(m_studio->exportQueue()->unfinished(), 0);
    const auto size = QFileInfo(path).size();
    // Never overwrites without asking.
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Re&place"));
    QVERIFY(!m_studio->exports()->isRunning());
    QCOMPARE(QFileInfo(path).size(), size);
    find<QDialog>("exportDialog")->close();

    type(QStringLiteral("something else"));
    QTest::mouseClick(find<QPushButton>("presetSSS"), Qt::LeftButton);
    QCOMPARE(m_window->request().sampling.schedule.largeSteps(), 0);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({400, 300}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QDropEvent drop({400, 300}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(promptNow(), kWords, kPatience);
    QCOMPARE(m_window->request().sampling.schedule.largeSteps(), 30);
  }

  void numbersFollowTheLanguageAtOnce() {
    auto* guidance = find<QDoubleSpinBox>("guidanceSpin");
    find<QAction>("settingsAction")->trigger();
    auto* settings = m_window->findChild<SettingsDialog*>();
    QVERIFY(settings);
    QVERIFY2(guidance->text().contains('.'), qPrintable(guidance->text()));
    m_language->setLanguage(QStringLiteral("de"));
    QTRY_VERIFY2(guidance->text().contains(','), qPrintable(guidance->text()));
    QCOMPARE(settings->locale().language(), QLocale::German);
    m_language->setLanguage(QStringLiteral("en"));
    QTRY_VERIFY2(guidance->text().contains('.'), qPrintable(guidance->text()));
    settings->close();
  }

  void remembersAcrossAStart() {
    QVERIFY(generate("presetSSS").id != 0);
    QTRY_VERIFY(isKept());
    close();
    open();
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
    QCOMPARE(promptNow(), kWords);
    QCOMPARE(m_window->request().sampling.schedule.largeSteps(), 0);
  }

  void refusesAFileWithASentence() {
    QFile file(m_folder->filePath("broken.mp4"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no clip");
    file.close();
    m_window->openFile(file.fileName());
    auto* notice = find<QLabel>("noticeText");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
    QVERIFY2(notice->text().contains("broken.mp4"), qPrintable(notice->text()));
  }
};

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
