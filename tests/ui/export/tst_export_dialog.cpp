// SPDX-License-Identifier: MIT
#include "export/export_dialog.h"

#include "fake_engine.h"
#include "session/engine_host.h"
#include "session/export_session.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest>

using namespace fb;
using namespace fb::ui;

class TestExportDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_engine = std::make_shared<FakeEngine>();
    m_host = std::make_unique<EngineHost>([engine = m_engine](Error&) { return engine; });
    QSignalSpy opened(m_host.get(), &EngineHost::opened);
    m_host->open();
    QTRY_COMPARE(opened.count(), 1);
    m_session = std::make_unique<ExportSession>(m_host.get());
    m_dialog = std::make_unique<ExportDialog>(m_session.get());
    m_dialog->setAvailableFormats(m_engine->availableExportFormats());
    GenerationRequest request;
    request.clip.width = request.clip.height = 64;
    m_dialog->setClip(FakeEngine::clipOf(request, 17), "{\"seed\": 7}", m_dir->path(), "clip");
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
  }
  void cleanup() {
    m_dialog.reset();
    m_session.reset();
    m_host.reset();
  }

  void theEndingFollowsTheFormat() {
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.mp4"));
    choose(ExportFormat::Gif);
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.gif"));
    choose(ExportFormat::PngSequence);
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip"));
    choose(ExportFormat::WebmVp9);
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.webm"));
  }

  void aNameWithoutEndingGetsOne() {
    auto* path = find<QLineEdit>("pathEdit");
    path->setFocus();
    path->selectAll();
    QTest::keyClicks(path, m_dir->filePath("my clip v1.5"));
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    QTest::keyClick(path, Qt::Key_Return);
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported[0][0].toString(), m_dir->filePath("my clip v1.5.mp4"));
    QVERIFY(QFile::exists(m_dir->filePath("my clip v1.5.mp4")));
  }

  void onlyWhatTheFormatUsesIsShown() {
    QVERIFY(find<QSlider>("qualitySlider")->isVisible());
    QVERIFY(!find<QSpinBox>("loopsSpin")->isVisible());
    choose(ExportFormat::Gif);
    QVERIFY(!find<QSlider>("qualitySlider")->isVisible());
    QVERIFY(find<QSpinBox>("loopsSpin")->isVisible());
  }

  void formatsThatAreNotThereCannotBeChosen() {
    auto* combo = find<QComboBox>("formatCombo");
    auto* items = qobject_cast<QStandardItemModel*>(combo->model());
    const int h265 = combo->findData(static_cast<int>(ExportFormat::Mp4H265));
    QVERIFY(!items->item(h265)->isEnabled());
    QVERIFY(combo->itemText(h265).contains("no encoder"));
    // If the chosen one is missing, another is chosen.
    m_dialog->setAvailableFormats({ExportFormat::Gif, ExportFormat::PngSequence});
    QVERIFY(m_dialog->options().format == ExportFormat::Gif);
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.gif"));
  }

  void theEstimateGrowsWithQualityScaleAndFrames() {
    ExportOptions options{.format = ExportFormat::Mp4H264};
    const double usual = ExportDialog::estimatedBytes(options, 64, 64, 17);
    options.quality = 100;
    QVERIFY(ExportDialog::estimatedBytes(options, 64, 64, 17) > usual);
    options.quality = 80;
    options.scalePercent = 200;
    QCOMPARE(ExportDialog::estimatedBytes(options, 64, 64, 17), 4 * usual);
    QCOMPARE(ExportDialog::estimatedBytes(options, 64, 64, 34), 8 * usual);
  }

  void optionsAreThoseOfTheControls() {
    choose(ExportFormat::Gif);
    auto* first = find<QSpinBox>("firstFrameSpin");
    first->setFocus();
    first->selectAll();
    QTest::keyClicks(first, "5\t");
    auto* loops = find<QSpinBox>("loopsSpin");
    loops->setFocus();
    QTest::keyClick(loops, Qt::Key_Up);
    const auto with = m_dialog->options();
    QCOMPARE(with.firstFrame, 4);
    QCOMPARE(with.lastFrame.value(), 16);
    QCOMPARE(with.loopCount, 1);
    QCOMPARE(with.metadata, "{\"seed\": 7}");
    auto* embed = find<QCheckBox>("embedCheck");
    embed->setFocus();
    QTest::keyClick(embed, Qt::Key_Space);
    QVERIFY(m_dialog->options().metadata.empty());
  }

  void anExistingFileIsReplacedOnlyWhenAsked() {
    const auto path = m_dir->filePath("clip.mp4");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    press("exportButton");
    QVERIFY(!m_session->isRunning());
    auto* message = find<QLabel>("exportMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains("already exists"));
    QVERIFY(find<QPushButton>("exportButton")->text().contains("place"));
    // Another name cancels the question.
    auto* edit = find<QLineEdit>("pathEdit");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, m_dir->filePath("other.mp4"));
    QVERIFY(!message->isVisible());
    QVERIFY(!find<QPushButton>("exportButton")->text().contains("place"));
    edit->selectAll();
    QTest::keyClicks(edit, path);
    press("exportButton");
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\"seed\": 7}");
  }

  // A home without a folder for videos.
  void theProposedFolderIsMade() {
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    m_dialog->setClip(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "{}", m_dir->filePath("not/there"),
                      "clip");
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFileInfo::exists(m_dir->filePath("not/there/clip.mp4")));
  }

  void anotherFolderIsMadeOnlyWhenAsked() {
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    auto* edit = find<QLineEdit>("pathEdit");
    edit->setText(m_dir->filePath("mistyped/clip.mp4"));
    press("exportButton");
    QVERIFY(!m_session->isRunning());
    QVERIFY(!QFileInfo::exists(m_dir->filePath("mistyped")));
    QVERIFY(find<QLabel>("exportMessage")->text().contains("mistyped"));
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFileInfo::exists(m_dir->filePath("mistyped/clip.mp4")));
  }

  void anExportGoesOnBehindAClosedDialogAndTellsItsEnd() {
    m_engine->exporting.close(5);
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    press("exportButton");
    QVERIFY(m_session->isRunning());
    QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
    auto* bar = find<QProgressBar>("exportProgress");
    QVERIFY(bar->isVisible());
    QTRY_VERIFY(bar->value() > 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_session->isRunning());
    m_engine->exporting.open();
    QTRY_COMPARE(exported.count(), 1);
    m_dialog->show();
    QVERIFY(find<QPushButton>("showInFolderButton")->isVisible());
    QVERIFY(!bar->isVisible());
  }

  void cancelStopsAndLeavesNoFile() {
    m_engine->exporting.close(5);
    press("exportButton");
    QVERIFY(m_session->isRunning());
    press("cancelExportButton");
    QTRY_VERIFY(!m_session->isRunning());
    QTRY_VERIFY(find<QLabel>("exportMessage")->text().contains("cancelled"));
    QVERIFY(!QFile::exists(m_dir->filePath("clip.mp4")));
    QVERIFY(find<QPushButton>("exportButton")->isEnabled());
  }

  void aFailureIsToldInASentence() {
    auto* edit = find<QLineEdit>("pathEdit");
    edit->setFocus();
    edit->selectAll();
    const auto longName = QString("too long a name ").repeated(20);
    edit->setText(m_dir->filePath(longName + ".mp4"));
    QSignalSpy failed(m_dialog.get(), &ExportDialog::exportFailed);
    press("exportButton");
    QTRY_COMPARE(failed.count(), 1);
    auto* message = find<QLabel>("exportMessage");
    QVERIFY(message->text().contains("too long a name"));
    QCOMPARE(message->property("role").toString(), "error");
  }

private:
  template <class T>
  T* find(const char* name) const {
    auto* found = m_dialog->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }
  void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
  // With the keyboard, since that skips entries that cannot be chosen.
  void choose(ExportFormat format) {
    auto* combo = find<QComboBox>("formatCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < combo->count() && combo->currentData().toInt() != static_cast<int>(format); ++i)
      QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentData().toInt(), static_cast<int>(format));
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<EngineHost> m_host;
  std::unique_ptr<ExportSession> m_session;
  std::unique_ptr<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
