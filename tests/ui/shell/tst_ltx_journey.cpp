// SPDX-License-Identifier: MIT
// The journey with an LTX-Video pair: an image is dropped on the window, two passes are chosen, a run is stopped and
// continued, and the next start finds everything as it was. Real window, real engine, tiny random pair.
#include "prompt/image_row.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "studio_fixture.h"
#include "viewer/preview_panel.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kPatience = 60'000;

}  // namespace

class TestLtxJourney : public QObject, StudioFixture {
  Q_OBJECT
private:
  QDir m_oracle;

  void open() {
    StudioFixture::open(EngineHost::sharedLibrary(QStringLiteral(FB_ENGINE_FOLDER), 0));
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>("generateAction")->isEnabled(), kPatience);
  }

  void dropOnWindow(const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({600, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({600, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
  }

  // For viewing, if FB_IMAGES is set to a folder.
  void keepImage(const char* name) {
    const auto folder = qEnvironmentVariable("FB_IMAGES");
    if (folder.isEmpty()) return;
    QTest::qWait(300);
    m_window->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
  }

  // The pair of the oracle's tiny models, from a document that is dropped on the window.
  void usePair() {
    auto& engine = *m_studio->host()->engine();
    auto made = engine.pairFromFolders(m_oracle.filePath("ltx-tiny-097/large").toStdString(),
                                       m_oracle.filePath("ltx-tiny-097/small").toStdString());
    QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
    auto pair = std::move(made).value();
    pair.name = "Tiny LTX";
    pair.upsampler = m_oracle.filePath("upsampler").toStdString();
    pair.defaults.clip.width = 64;
    pair.defaults.clip.height = 32;
    pair.defaults.clip.frames = 17;
    pair.defaults.sampling.schedule.steps = 6;
    // Long enough to be stopped in the second pass.
    for (pair.refineSigmas.clear(); pair.refineSigmas.size() < 24;)
      pair.refineSigmas.push_back(0.9 - 0.03 * static_cast<double>(pair.refineSigmas.size()));
    const auto document = m_folder->filePath("tiny-ltx.json");
    QVERIFY(engine.writePair(pair, document.toStdString()).ok());
    dropOnWindow(document);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->request().pair.name, std::string("Tiny LTX"), kPatience);
    find<QPlainTextEdit>("promptEdit")->setPlainText(QStringLiteral("a boat on a lake"));
  }
  void dropImages() {
    dropOnWindow(m_oracle.filePath("first.png"));
    QTRY_COMPARE(m_window->request().clip.images.size(), std::size_t(1));
    dropOnWindow(m_oracle.filePath("last.png"));
    QTRY_COMPARE(m_window->request().clip.images.size(), std::size_t(2));
  }
  void chooseTwoPasses() {
    auto* both = find<QCheckBox>("twoPassCheck");
    QTest::mouseClick(both, Qt::LeftButton, {}, QPoint(8, both->height() / 2));
    QVERIFY(m_window->request().sampling.twoPass);
  }

private Q_SLOTS:
  void initTestCase() {
    m_oracle = QDir(qEnvironmentVariable("FB_ORACLE_DIR") + QStringLiteral("/engine_ltx"));
    QVERIFY2(m_oracle.exists(QStringLiteral("ltx-tiny-097/large/transformer")), qPrintable(m_oracle.path()));
  }
  void init() {
    open();
    QVERIFY(!find<QWidget>("imageList")->isVisible());
    usePair();
  }
  void cleanup() { leave(); }

  void aDroppedDocumentBecomesThePairInUse() {
    QVERIFY(find<QWidget>("imageList")->isVisible());
    QCOMPARE(find<QSpinBox>("widthSpin")->singleStep(), 32);
    QCOMPARE(find<QSpinBox>("framesSpin")->singleStep(), 8);
  }

  void droppedImagesAreRunThrough() {
    dropImages();
    QCOMPARE(m_window->request().clip.images[1].frame, 16);
    find<QAction>("generateAction")->trigger();
    const auto record = finishedRun(kPatience);
    QCOMPARE(record.request.clip.images.size(), std::size_t(2));
    QCOMPARE(find<PreviewPanel>("previewPanel")->clip().frames.size(), std::size_t(17));
  }

  void twoPassesAreStoppedAndContinued() {
    dropImages();
    chooseTwoPasses();
    QCOMPARE(m_window->request().clip.height % 64, 0);
    auto* runner = m_studio->runner();
    QSignalSpy steps(runner, &QueueRunner::stepFinished), paused(runner, &QueueRunner::runPaused);
    find<QAction>("generateAction")->trigger();
    // In the second pass, where only the large model runs.
    QTRY_VERIFY_WITH_TIMEOUT(steps.count() >= 7, kPatience);
    QCOMPARE(m_studio->queue()->rowCount(), 1);
    QVERIFY(m_studio->queue()->index(0, 0).data(QueueModel::ProgressRole).toDouble() <= 1);
    find<QAction>("stopAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(paused.count(), 1, kPatience);
    const auto record = paused[0][0].value<RunRecord>();
    QVERIFY(record.stepsDone >= 7 && record.stepsDone < 30);
    runner->resume(record.id);
    const auto done = finishedRun(kPatience);
    QCOMPARE(done.stepsDone, done.request.totalSteps());
    QCOMPARE(done.request.totalSteps(), 30);
    QCOMPARE(steps.count(), 30);
    const auto& clip = find<PreviewPanel>("previewPanel")->clip();
    QCOMPARE(clip.frames.size(), std::size_t(17));
    QCOMPARE(clip.width(), done.request.clip.width);
  }

  void theNextStartFindsItAll() {
    dropImages();
    find<QAction>("generateAction")->trigger();
    QVERIFY(finishedRun(kPatience).id != 0);
    chooseTwoPasses();
    const auto before = m_window->request();
    QTRY_VERIFY(isKept());
    close();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->request().pair.name, std::string("Tiny LTX"), kPatience);
    QTRY_COMPARE(m_window->request().clip.images, before.clip.images);
    QVERIFY(m_window->request().sampling.twoPass);
    QCOMPARE(m_window->request().sampling.seed, before.sampling.seed);
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
    keepImage("ltx-idle");
  }

  void theBuiltInPairTakesNoImages() {
    dropImages();
    auto* pairs = find<QComboBox>("pairCombo");
    pairs->setFocus();
    QTest::keyClick(pairs, Qt::Key_Home);
    QTRY_VERIFY(m_window->request().pair.name != "Tiny LTX");
    QVERIFY(!find<QWidget>("imageList")->isVisible());
    QVERIFY(m_window->request().clip.images.empty());
  }
};

QTEST_MAIN(TestLtxJourney)
#include "tst_ltx_journey.moc"
