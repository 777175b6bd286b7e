// SPDX-License-Identifier: MIT
#include "export/export_fields.h"
#include "export/rate_words.h"
#include "export_under_test.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>

#include <cstdlib>

using namespace fb;
using namespace fb::ui;

class TestExportDialog : public QObject, ExportUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { close(); }
  void cleanupTestCase() { m_theme.reset(); }

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
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
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
    const ClipShape shape{64, 64, 17, 16};
    ExportOptions options{.format = ExportFormat::Mp4H264};
    const auto bytes = [&] { return ExportFields::estimatedBytes(options, shape); };
    const double usual = bytes();
    options.quality = 100;
    QVERIFY(bytes() > usual);
    options.rateFactor = rateFactorFor(ExportFormat::Mp4H264, 80);
    QCOMPARE(bytes(), usual);
    options.scalePercent = 200;
    QCOMPARE(bytes(), 4 * usual);
    options.fps = 32;
    QCOMPARE(bytes(), 8 * usual);
  }

  void showsTheClip() {
    QCOMPARE(find<QLabel>("exportTitle")->text(), QString("a star"));
    QCOMPARE(find<QLabel>("exportSecondLine")->text(), QString("LSL 40/20 · seed 7"));
    const auto image = find<QLabel>("exportThumbnail")->pixmap().toImage();
    QVERIFY(!image.isNull());
    auto other = source(9, "other");
    other.title = "a ring";
    auto request = requestOf();
    request.sampling.seed = 3;
    other.clip = FakeEngine::clipOf(request, 9);
    m_dialog->setSource(other);
    QCOMPARE(find<QLabel>("exportTitle")->text(), QString("a ring"));
    QVERIFY(find<QLabel>("exportThumbnail")->pixmap().toImage() != image);
    QCOMPARE(m_dialog->path(), m_dir->filePath("other.mp4"));
    QCOMPARE(m_dialog->options().lastFrame.value(), 8);
  }

  void theFolderThatWasChosenStaysForTheNextClip() {
    QVERIFY(QDir(m_dir->path()).mkdir("mine"));
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("mine/clip.mp4"));
    m_dialog->setSource(source(9, "other"));
    QCOMPARE(m_dialog->path(), m_dir->filePath("mine/other.mp4"));
  }

  void qualityAndRateFactorAreInStep() {
    auto* quality = find<QSlider>("qualitySlider");
    auto* factor = find<QSpinBox>("rateFactorSpin");
    QCOMPARE(factor->value(), rateFactorFor(ExportFormat::Mp4H264, 80));
    quality->setFocus();
    QTest::keyClick(quality, Qt::Key_End);
    QCOMPARE(factor->value(), 12);
    factor->setFocus();
    factor->selectAll();
    QTest::keyClicks(factor, "27\t");
    QCOMPARE(quality->value(), 50);
    QCOMPARE(m_dialog->options().rateFactor.value(), 27);
    // Beyond the slider's range.
    factor->setValue(3);
    QCOMPARE(quality->value(), 100);
    QCOMPARE(m_dialog->options().rateFactor.value(), 3);
    quality->setValue(50);
    QCOMPARE(factor->value(), 27);
    // The same quality for another encoder.
    choose(ExportFormat::WebmVp9);
    QCOMPARE(quality->value(), 50);
    QCOMPARE(factor->value(), rateFactorFor(ExportFormat::WebmVp9, 50));
    QCOMPARE(factor->maximum(), 63);
    choose(ExportFormat::Gif);
    QVERIFY(!factor->isVisible());
    QVERIFY(!m_dialog->options().rateFactor);
  }

  void sizesAreToldAndComputedWithLanczos() {
    auto* scale = find<QComboBox>("scaleCombo");
    m_dialog->setSource(source(17, "clip", 832, 480));
    scale->setCurrentIndex(1);
    QVERIFY2(scale->currentText().contains("192 × 192"), qPrintable(scale->currentText()));  // of 128x128
    QCOMPARE(m_dialog->options().scalePercent, 150);
    QVERIFY(m_dialog->options().scaleFilter == ScaleFilter::Lanczos);
  }

  // The enlargement of a small clip does not stay for a large one.
  void onlySmallClipsAreEnlargedUnasked() {
    QCOMPARE(m_dialog->options().scalePercent, 400);
    auto large = source(17, "large");
    large.make = [](Engine&, const std::stop_token&) -> Outcome<Clip> { return Cancelled{}; };
    large.madeShape = {646, 714, 17, 16};
    m_dialog->setSource(large);
    QCOMPARE(m_dialog->options().scalePercent, 100);
    find<QComboBox>("scaleCombo")->setCurrentIndex(2);
    large.madeShape.height = 720;
    m_dialog->setSource(large);
    QCOMPARE(m_dialog->options().scalePercent, 200);
    m_dialog->setSource(source(17, "clip"));
    QCOMPARE(m_dialog->options().scalePercent, 400);
  }

  void theFrameRateIsKeptUnlessChosen() {
    auto* mode = find<QComboBox>("rateModeCombo");
    auto* rate = find<QDoubleSpinBox>("rateSpin");
    auto* words = find<QLabel>("rateWords");
    QVERIFY(!m_dialog->options().fps);
    QVERIFY(!rate->isEnabled());
    QVERIFY(!words->isVisible());
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    QCOMPARE(m_dialog->options().fps.value(), 24.);
    QVERIFY(m_dialog->options().rateChange == RateChange::Repeat);
    QCOMPARE(words->text(), QString("16 → 24 fps: every second frame is shown twice."));
    QTest::keyClick(mode, Qt::Key_Down);
    QVERIFY(m_dialog->options().rateChange == RateChange::Blend);
    QVERIFY2(words->text().contains("mixed"), qPrintable(words->text()));
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, "23.976\t");
    QCOMPARE(m_dialog->options().fps.value(), 23.976);
  }

  void rateWordsSayWhatHappens_data() {
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("words");
    const auto row = [](double from, double to, const char* words) {
      QTest::addRow("%g to %g", from, to) << from << to << QString(words);
    };
    row(16, 24, "16 → 24 fps: every second frame is shown twice.");
    row(24, 25, "24 → 25 fps: 1 of 24 frames is shown twice.");
    row(24, 30, "24 → 30 fps: 1 of 4 frames is shown twice.");
    row(16, 30, "16 → 30 fps: 7 of 8 frames are shown twice.");
    row(16, 32, "16 → 32 fps: every frame is shown 2 times.");
    row(24, 60, "24 → 60 fps: frames are shown 2 or 3 times.");
    row(24, 12, "24 → 12 fps: 1 of 2 frames is kept, the others are left out.");
    row(24, 16, "24 → 16 fps: 1 of 3 frames is left out.");
    row(30, 24, "30 → 24 fps: 1 of 5 frames is left out.");
    row(25, 16, "25 → 16 fps: 9 of 25 frames are left out.");
    row(16, 23.976, "16 → 23.976 fps: some frames are shown more than once.");
    row(24, 23.976, "24 → 23.976 fps: some frames are left out.");
    row(16, 16, "The clip has 16 fps, so every frame stays as it is.");
  }
  void rateWordsSayWhatHappens() {
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QString, words);
    QCOMPARE(rateWords(from, to, RateChange::Repeat), words);
  }

  void soundIsInspectedAndTold() {
    auto* edit = find<QLineEdit>("soundEdit");
    auto* words = find<QLabel>("soundWords");
    auto* button = find<QPushButton>("exportButton");
    QVERIFY(m_dialog->options().audio.empty());
    edit->setText(m_dir->filePath("long.wav"));
    QTRY_COMPARE(words->text(), QString("The first 1.1 of 60.0 s are used. Encoded as AAC."));
    QVERIFY(button->isEnabled());
    QCOMPARE(m_dialog->options().audio, std::filesystem::path(m_dir->filePath("long.wav").toStdString()));
    edit->setText(m_dir->filePath("long.m4a"));
    QTRY_COMPARE(words->text(), QString("The first 1.1 of 60.0 s are used. Copied as it is."));
    edit->setText(m_dir->filePath("short.m4a"));
    QTRY_COMPARE(words->text(), QString("After 0.5 s, 0.6 s of silence follow. Encoded as AAC."));
    edit->setText(m_dir->filePath("mute.mp4"));
    QTRY_VERIFY2(words->text().contains("mute.mp4 has no sound"), qPrintable(words->text()));
    QCOMPARE(words->property("role").toString(), QString("error"));
    QVERIFY(!button->isEnabled());
    // A format without sound needs none.
    choose(ExportFormat::Gif);
    QVERIFY(!edit->isEnabled());
    QCOMPARE(words->text(), QString("A GIF has no sound."));
    QVERIFY(button->isEnabled());
    QVERIFY(m_dialog->options().audio.empty());
    choose(ExportFormat::Mp4H264);
    edit->clear();
    QVERIFY(button->isEnabled());
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

  // "Choose another name" is of no use if the name has been scrolled away.
  void aMessageLeavesTheFieldsInView() {
    auto* area = m_dialog->findChild<QScrollArea*>();
    QVERIFY(area);
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
    const int before = m_dialog->height();
    QFile file(m_dir->filePath("clip.mp4"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    press("exportButton");
    auto* message = find<QLabel>("exportMessage");
    QVERIFY(message->isVisible());
    QTRY_VERIFY(m_dialog->height() > before);
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    QVERIFY(message->height() >= message->heightForWidth(message->width()));
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("other.mp4"));
    QVERIFY(!message->isVisible());
    QTRY_COMPARE(m_dialog->height(), before);
  }

  void presetsAreSavedChosenRenamedAndDeleted() {
    auto* combo = find<QComboBox>("exportPresetCombo");
    choose(ExportFormat::WebmVp9);
    find<QSpinBox>("rateFactorSpin")->setValue(31);
    find<QComboBox>("rateModeCombo")->setCurrentIndex(2);
    find<QDoubleSpinBox>("rateSpin")->setValue(30);
    trigger("saveExportPresetAction");
    name("for the web");
    QCOMPARE(combo->currentText(), QString("for the web"));
    const auto saved = m_dialog->options();
    choose(ExportFormat::Mp4H264);
    QCOMPARE(combo->currentText(), QString("Custom"));
    find<QComboBox>("rateModeCombo")->setCurrentIndex(0);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), QString("for the web"));
    const auto chosen = m_dialog->options();
    QVERIFY(chosen.format == saved.format && chosen.rateFactor == saved.rateFactor && chosen.fps == saved.fps &&
            chosen.rateChange == saved.rateChange);
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.webm"));
    trigger("renameExportPresetAction");
    name("web");
    QCOMPARE(combo->currentText(), QString("web"));
    QVERIFY(m_presets->find("web") && !m_presets->find("for the web"));
    // A name that is taken is replaced only when asked.
    find<QSpinBox>("rateFactorSpin")->setValue(20);
    trigger("saveExportPresetAction");
    name("web");
    answer("replaceExportPresetQuestion", QMessageBox::RejectRole);
    QCOMPARE(m_presets->find("web")->choice.rateFactor, 31);
    find<QSpinBox>("rateFactorSpin")->setValue(31);
    trigger("deleteExportPresetAction");
    answer("deleteExportPresetQuestion", QMessageBox::RejectRole);
    QVERIFY(m_presets->find("web"));
    // It cannot be undone, so Enter keeps it.
    trigger("deleteExportPresetAction");
    auto* question = find<QMessageBox>("deleteExportPresetQuestion");
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox*>("deleteExportPresetQuestion"));
    QVERIFY(m_presets->find("web"));
    trigger("deleteExportPresetAction");
    answer("deleteExportPresetQuestion", QMessageBox::DestructiveRole);
    QVERIFY(m_presets->presets().empty());
    QCOMPARE(combo->currentText(), QString("Custom"));
  }

  void theDialogIsAsHighAsItsFields() {
    const auto isTight = [this] { return std::abs(m_dialog->height() - m_dialog->sizeHint().height()) <= 2; };
    QTRY_VERIFY(isTight());
    const int one = m_dialog->height();
    m_dialog->setSources({several("a star", 7), several("a ring", 9)});
    QTRY_VERIFY2(isTight(), qPrintable(QString::number(m_dialog->height())));
    QVERIFY(m_dialog->height() < one);
    // The same if it was closed in between.
    m_dialog->close();
    m_dialog->setSource(source(17, "clip"));
    m_dialog->show();
    QTRY_COMPARE(m_dialog->height(), one);
  }

  void settingsThatAClipDoesNotHaveAreNotOffered() {
    auto* embed = m_dialog->findChild<QCheckBox*>("embedCheck");
    QVERIFY(embed->isVisible());
    auto comparison = source(17, "comparison");
    comparison.metadata.clear();
    m_dialog->setSource(comparison);
    QVERIFY(!embed->isVisible());
    QVERIFY(m_dialog->options().metadata.empty());
    m_dialog->setSource(source(17, "clip"));
    QVERIFY(embed->isVisible() && embed->isChecked());
    // The dialog grows with its rows.
    QTRY_VERIFY(std::abs(m_dialog->height() - m_dialog->sizeHint().height()) <= 2);
  }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
