// SPDX-License-Identifier: MIT
// The fields of the export dialog that change a clip's shape, how it is played and how large its file may be.
#include "export/crop_view.h"
#include "export/export_fields.h"
#include "export/purpose_menu.h"
#include "export_under_test.h"
#include "text/durations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

using namespace fb;
using namespace fb::ui;

class TestExportShape : public QObject, ExportUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { close(); }
  void cleanupTestCase() { m_theme.reset(); }

  void aClipIsWholeUnlessItIsCropped() {
    QVERIFY(!m_dialog->options().crop);
    QVERIFY(!view()->isVisible());
    QVERIFY(!find<QLabel>("cropWords")->isVisible());
    auto* combo = find<QComboBox>("cropCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY(m_dialog->options().crop == Crop({1, 1}));
    QVERIFY(view()->isVisible());
    QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY(m_dialog->options().crop == Crop({9, 16}));
    QTest::keyClick(combo, Qt::Key_Home);
    QVERIFY(!m_dialog->options().crop);
    QVERIFY(!view()->isVisible());
  }

  void whatStaysIsToldAndSeen() {
    crop(2);
    // 9:16 of 64x64, for a video, enlarged four times.
    QCOMPARE(find<QLabel>("cropWords")->text(), QString("Keeps 36 × 64 of 64 × 64 pixels."));
    QVERIFY2(find<QComboBox>("scaleCombo")->currentText().contains("144 × 256"),
             qPrintable(find<QComboBox>("scaleCombo")->currentText()));
    const auto part = view()->partOnScreen();
    QVERIFY(std::abs(part.width() / part.height() - 36. / 64) < .01);
    // In the middle of a picture that is as wide as high.
    const double scale = part.height() / 64;
    QVERIFY(std::abs(part.left() - 3 - 14 * scale) < 1);
    QVERIFY(view()->rect().contains(part.toAlignedRect()));
    // What goes is darkened; the same place is brighter once it stays.
    const QPoint beside(static_cast<int>(part.left() / 2), static_cast<int>(part.center().y()));
    const auto brightness = [&] { return view()->grab().toImage().pixelColor(beside).lightness(); };
    const int darkened = brightness();
    crop(1);
    QVERIFY2(brightness() > darkened, qPrintable(QString::number(darkened)));
  }

  // Beside a row of several lines, a label belongs to the first one.
  void labelsAreBesideTheFirstLine() {
    crop(2);
    find<QCheckBox>("boomerangCheck")->setChecked(true);
    QTRY_VERIFY(find<QLabel>("playWords")->isVisible());
    const auto middle = [this](const QWidget* widget) {
      return widget->mapTo(m_dialog.get(), widget->rect().center()).y();
    };
    for (const auto* name : {"cropCombo", "boomerangCheck", "rateModeCombo"}) {
      const auto* field = find<QWidget>(name);
      const auto labels = m_dialog->findChildren<QLabel*>();
      const auto label = std::ranges::find(labels, field, [](const QLabel* each) { return each->buddy(); });
      QVERIFY2(label != labels.end(), name);
      QVERIFY2(std::abs(middle(*label) - middle(field)) <= 3,
               qPrintable(QStringLiteral("%1: %2 and %3").arg(name).arg(middle(*label)).arg(middle(field))));
    }
  }

  void theFrameIsDragged() {
    crop(2);
    const auto part = view()->partOnScreen();
    const double scale = part.height() / 64;
    const auto from = part.center().toPoint();
    // Seven of the fourteen pixels that there are on its left.
    const auto to = from - QPoint(static_cast<int>(std::lround(7 * scale)), 0);
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view(), to);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, to);
    const auto dragged = *m_dialog->options().crop;
    QVERIFY2(std::abs(dragged.focusX - .25) < .05, qPrintable(QString::number(dragged.focusX)));
    QCOMPARE(dragged.focusY, .5);
    // It stays in the picture.
    QTest::mousePress(view(), Qt::LeftButton, {}, to);
    QTest::mouseMove(view(), to - QPoint(1000, 0));
    QCOMPARE(m_dialog->options().crop->focusX, 0.);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, to);
    QTest::mouseMove(view(), from);
    QCOMPARE(m_dialog->options().crop->focusX, 0.);
    // Beside the part, a click brings it there.
    const QPoint right(static_cast<int>(3 + 62 * scale), from.y());
    QTest::mouseClick(view(), Qt::LeftButton, {}, right);
    QCOMPARE(m_dialog->options().crop->focusX, 1.);
  }

  void theArrowKeysMoveTheFrame() {
    crop(2);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Right);
    const double step = m_dialog->options().crop->focusX;
    QVERIFY(step > .5 && step < .6);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(m_dialog->options().crop->focusX, .5);
    for (int i = 0; i < 40; ++i) QTest::keyClick(view(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_dialog->options().crop->focusX, 0.);
    QCOMPARE(view()->accessibleDescription(), QString("%1 across, %2 down").arg(percent(0), percent(.5)));
    // There is no room above.
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(m_dialog->options().crop->focusY, .5);
    // Return exports here as well.
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    QTest::keyClick(view(), Qt::Key_Return);
    QTRY_COMPARE(exported.count(), 1);
  }

  void anyShapeCanBeGiven() {
    auto* width = find<QSpinBox>("cropWidthSpin");
    auto* height = find<QSpinBox>("cropHeightSpin");
    QVERIFY(!width->isVisible());
    crop(5);
    QVERIFY(width->isVisible() && height->isVisible());
    width->setFocus();
    width->selectAll();
    QTest::keyClicks(width, "21\t");
    height->setFocus();
    height->selectAll();
    QTest::keyClicks(height, "9\t");
    QVERIFY(m_dialog->options().crop == Crop({21, 9}));
    QVERIFY(find<QPushButton>("exportButton")->isEnabled());
  }

  void aShapeThatLeavesNothingUsefulIsNotExported() {
    crop(5);
    find<QSpinBox>("cropWidthSpin")->setValue(40);
    find<QSpinBox>("cropHeightSpin")->setValue(1);
    auto* words = find<QLabel>("cropWords");
    QCOMPARE(words->text(), QString("Of 64 × 64 pixels, this shape leaves only 64 × 2. Choose another one."));
    QCOMPARE(words->property("role").toString(), QString("error"));
    QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
    find<QSpinBox>("cropHeightSpin")->setValue(40);
    QCOMPARE(words->property("role").toString(), QString("muted"));
    QVERIFY(find<QPushButton>("exportButton")->isEnabled());
  }

  void theLengthIsToldBeforeTheExport() {
    auto* words = find<QLabel>("playWords");
    QVERIFY(!words->isVisible());
    QVERIFY(!m_dialog->options().boomerang);
    QCOMPARE(m_dialog->options().plays, 1);
    auto* check = find<QCheckBox>("boomerangCheck");
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(m_dialog->options().boomerang);
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), clipSummary(32, 16));
    auto* plays = find<QSpinBox>("playsSpin");
    plays->setFocus();
    QTest::keyClick(plays, Qt::Key_Up);
    QCOMPARE(m_dialog->options().plays, 2);
    QCOMPARE(words->text(), clipSummary(64, 16));
    find<QComboBox>("rateModeCombo")->setCurrentIndex(1);
    QCOMPARE(words->text(), clipSummary(96, 24));
    find<QSpinBox>("firstFrameSpin")->setValue(17);
    QCOMPARE(words->text(), clipSummary(3, 24));
  }

  void theSoundFollowsTheLength() {
    find<QLineEdit>("soundEdit")->setText(m_dir->filePath("long.wav"));
    auto* words = find<QLabel>("soundWords");
    QTRY_VERIFY2(words->text().startsWith("The first 1.1 of 60.0 s"), qPrintable(words->text()));
    find<QSpinBox>("playsSpin")->setValue(2);
    QVERIFY2(words->text().startsWith("The first 2.1 of 60.0 s"), qPrintable(words->text()));
    find<QCheckBox>("boomerangCheck")->setChecked(true);
    QVERIFY2(words->text().startsWith("The first 4.0 of 60.0 s"), qPrintable(words->text()));
  }

  void theEstimateKnowsShapeLengthAndLimit() {
    const ClipShape shape{64, 64, 17, 16};
    ExportOptions options{.format = ExportFormat::Mp4H264};
    const auto bytes = [&] { return ExportFields::estimatedBytes(options, shape); };
    const double usual = bytes();
    options.crop = Crop{1, 2};
    QCOMPARE(bytes(), usual / 2);
    options.plays = 4;
    QCOMPARE(bytes(), 2 * usual);
    options.maxMegabytes = 1;
    QCOMPARE(bytes(), 2 * usual);
    options.maxMegabytes = usual / 1e6;
    QCOMPARE(bytes(), usual);
  }

  void onlyFormatsWithQualityHaveALimit() {
    auto* limit = find<QDoubleSpinBox>("limitSpin");
    QVERIFY(!m_dialog->options().maxMegabytes);
    QCOMPARE(limit->text(), QString("none"));
    limit->setFocus();
    limit->selectAll();
    QTest::keyClicks(limit, "8\t");
    QCOMPARE(m_dialog->options().maxMegabytes.value(), 8.);
    choose(ExportFormat::Gif);
    QVERIFY(!limit->isVisible());
    QVERIFY(!m_dialog->options().maxMegabytes);
    choose(ExportFormat::WebmVp9);
    QCOMPARE(m_dialog->options().maxMegabytes.value(), 8.);
    limit->setValue(0);
    QVERIFY(!m_dialog->options().maxMegabytes);
  }

  void aPurposeSetsOnlyItsFields() {
    find<QSpinBox>("rateFactorSpin")->setValue(31);
    trigger("verticalAction");
    QVERIFY(m_dialog->options().crop == Crop({9, 16}));
    view()->setFocus();
    for (int i = 0; i < 20; ++i) QTest::keyClick(view(), Qt::Key_Left);
    // The place of the frame stays.
    trigger("portraitAction");
    QVERIFY(m_dialog->options().crop == Crop({4, 5, 0, .5}));
    trigger("loopAction");
    trigger("attachmentAction");
    const auto all = m_dialog->options();
    QVERIFY(all.crop == Crop({4, 5, 0, .5}) && all.boomerang && all.plays == 1 && all.maxMegabytes == 10);
    QCOMPARE(all.rateFactor.value(), 31);
    QVERIFY(all.format == ExportFormat::Mp4H264);
    trigger("squareAction");
    QVERIFY(m_dialog->options().crop == Crop({1, 1, 0, .5}));
    trigger("widescreenAction");
    QVERIFY(m_dialog->options().crop == Crop({16, 9, 0, .5}));
    trigger("wholeAction");
    const auto whole = m_dialog->options();
    QVERIFY(!whole.crop && !whole.boomerang && whole.plays == 1 && !whole.maxMegabytes);
    QCOMPARE(whole.rateFactor.value(), 31);
    QVERIFY(find<QAction>("attachmentAction")->isEnabled());
    choose(ExportFormat::Gif);
    QVERIFY(!find<QAction>("attachmentAction")->isEnabled());
    QVERIFY(find<QAction>("loopAction")->isEnabled());
  }

  void presetsKeepThem() {
    trigger("verticalAction");
    trigger("attachmentAction");
    find<QCheckBox>("boomerangCheck")->setChecked(true);
    find<QSpinBox>("playsSpin")->setValue(3);
    trigger("saveExportPresetAction");
    name("tall");
    trigger("wholeAction");
    auto* combo = find<QComboBox>("exportPresetCombo");
    QCOMPARE(combo->currentText(), QString("Custom"));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), QString("tall"));
    const auto chosen = m_dialog->options();
    QVERIFY(chosen.crop == Crop({9, 16}) && chosen.boomerang && chosen.plays == 3 && chosen.maxMegabytes == 10);
    QCOMPARE(find<QComboBox>("cropCombo")->currentText(), QString("9:16"));
  }

  void severalClipsAreExportedAlike() {
    m_dialog->setSources({several("a star", 7), several("a ring", 9)});
    trigger("squareAction");
    find<QSpinBox>("playsSpin")->setValue(3);
    const auto options = m_dialog->options();
    QVERIFY(options.crop == Crop({1, 1}));
    QCOMPARE(options.plays, 3);
    // They may have several lengths.
    QVERIFY(!find<QLabel>("playWords")->isVisible());
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    press("exportButton");
    QTRY_COMPARE(exported.count(), 2);
  }

  void theDialogGrowsWithThePicture() {
    const auto isTight = [this] { return std::abs(m_dialog->height() - m_dialog->sizeHint().height()) <= 2; };
    QTRY_VERIFY(isTight());
    const int before = m_dialog->height();
    crop(1);
    QTRY_VERIFY(m_dialog->height() > before);
    crop(0);
    QTRY_COMPARE(m_dialog->height(), before);
  }

private:
  CropView* view() const { return find<CropView>("cropView"); }
  // Until the view, if it is shown, has its place.
  void crop(int index) {
    find<QComboBox>("cropCombo")->setCurrentIndex(index);
    if (index > 0) QTRY_COMPARE(view()->height(), view()->sizeHint().height());
  }
};

QTEST_MAIN(TestExportShape)
#include "tst_export_shape.moc"
