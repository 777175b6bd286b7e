// SPDX-License-Identifier: MIT
#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/compare_view.h"
#include "viewer/similarity_curve.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

#include <array>
#include <cmath>
#include <memory>

using namespace fb;
using namespace fb::ui;

namespace {

// Every frame in one colour that encodes its number.
Clip flatClip(int size, int frames, const QColor& color, int step = 4, int height = 0) {
  Clip clip{8, {}};
  for (int i = 0; i < frames; ++i) {
    auto frame = std::make_shared<Frame>();
    frame->width = size;
    frame->height = height > 0 ? height : size;
    for (int p = 0; p < frame->width * frame->height; ++p) {
      frame->rgb.push_back(static_cast<std::uint8_t>(color.red()));
      frame->rgb.push_back(static_cast<std::uint8_t>(color.green()));
      frame->rgb.push_back(static_cast<std::uint8_t>(color.blue() + step * i));
    }
    clip.frames.push_back(frame);
  }
  return clip;
}

}  // namespace

class TestCompareView : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_theme = std::make_unique<Theme>(*qApp);
    m_view = std::make_unique<CompareView>(m_theme.get());
    m_view->resize(800, 640);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  }
  void cleanup() {
    m_view.reset();
    m_theme.reset();
  }

  void emptyViewSaysWhatToDo() {
    QVERIFY(m_view->canvas()->sentence().contains("Choose two results"));
    QVERIFY(!child<QPushButton>("wipeButton")->isEnabled());
    setBoth(5, 5);
    QVERIFY(child<QPushButton>("wipeButton")->isEnabled());
    m_view->setClip(1, {});
    QVERIFY(m_view->canvas()->sentence().contains("for B"));
  }

  void modesPaintWhatTheyPromise() {
    setBoth(3, 3);
    auto* canvas = m_view->canvas();
    // Side by side: each where it belongs.
    QCOMPARE(colorAt(canvas->imageRect(0).center()), QColor(200, 10, 0));
    QCOMPARE(colorAt(canvas->imageRect(1).center()), QColor(190, 20, 0));
    QVERIFY(!canvas->imageRect(0).intersects(canvas->imageRect(1)));

    QTest::mouseClick(child<QPushButton>("wipeButton"), Qt::LeftButton);
    const auto image = canvas->imageRect(0);
    QCOMPARE(canvas->imageRect(1), image);
    QCOMPARE(colorAt(image.center() - QPointF(image.width() / 4, 0)), QColor(200, 10, 0));
    QCOMPARE(colorAt(image.center() + QPointF(image.width() / 4, 0)), QColor(190, 20, 0));

    QVERIFY(!child<QComboBox>("gainCombo")->isVisible());
    QTest::mouseClick(child<QPushButton>("differenceButton"), Qt::LeftButton);
    QVERIFY(child<QComboBox>("gainCombo")->isVisible());
    QCOMPARE(colorAt(image.center()), QColor(40, 40, 0));
    child<QComboBox>("gainCombo")->setCurrentIndex(3);
    QCOMPARE(canvas->gain(), 8);
    QCOMPARE(colorAt(image.center()), QColor(80, 80, 0));
  }

  void dividerIsDraggedByMouse() {
    setBoth(3, 3);
    m_view->setMode(CompareMode::Wipe);
    auto* canvas = m_view->canvas();
    const auto image = canvas->imageRect(0);
    const QPoint middle = image.center().toPoint();
    QTest::mouseMove(canvas, middle);
    QTRY_COMPARE(canvas->cursor().shape(), Qt::SplitHCursor);
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle);
    const QPoint goal(static_cast<int>(image.left() + image.width() * .2), middle.y());
    QTest::mouseMove(canvas, goal);
    QTRY_VERIFY(std::abs(canvas->divider() - .2) < .01);
    QCOMPARE(colorAt(image.center()), QColor(190, 20, 0));
    QTest::mouseMove(canvas, QPoint(1, 1));
    QTRY_COMPARE(canvas->divider(), 0.);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(1, 1));  // (0, 0) would mean the middle
    // To a new place: Qt Test's moves with a pressed button left the cursor in the middle, and a move to the same place
    // sends no event.
    QTest::mouseMove(canvas, middle + QPoint(9, 9));
    QTRY_COMPARE(canvas->cursor().shape(), Qt::ArrowCursor);  // it has arrived
    QCOMPARE(canvas->divider(), 0.);
  }

  void dividerIsMovedByKeys() {
    setBoth(3, 3);
    m_view->setMode(CompareMode::Wipe);
    auto* canvas = m_view->canvas();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(std::abs(canvas->divider() - .51) < 1e-9);
    QTest::keyClick(canvas, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(canvas->divider() - .41) < 1e-9);
    QVERIFY(canvas->accessibleDescription().contains("41"));
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(canvas->divider(), 1.);
    QTest::keyClick(canvas, Qt::Key_Home);
    QCOMPARE(canvas->divider(), 0.);
    // Only in the wipe do the keys move the divider.
    m_view->setMode(CompareMode::Difference);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->divider(), 0.);
  }

  void bothClipsAreScrubbedTogether() {
    setBoth(5, 5);
    QTest::keyClick(m_view->canvas(), Qt::Key_Period);
    QCOMPARE(m_view->clock()->frame(), 1);
    QCOMPARE(colorAt(m_view->canvas()->imageRect(0).center()).blue(), 4);
    QCOMPARE(colorAt(m_view->canvas()->imageRect(1).center()).blue(), 4);
    child<QSlider>("compareScrubBar")->setValue(3);
    QCOMPARE(colorAt(m_view->canvas()->imageRect(1).center()).blue(), 12);
    QTest::keyClick(m_view->canvas(), Qt::Key_Space);
    QVERIFY(m_view->clock()->isPlaying());
    QTest::keyClick(m_view->canvas(), Qt::Key_K);
    QVERIFY(!m_view->clock()->isPlaying());
  }

  void curvesAreMeasuredAndAskForFrames() {
    setBoth(5, 5);
    auto* curve = child<SimilarityCurve>("ssimCurve");
    QTRY_COMPARE(curve->lines().size(), std::size_t{1});
    const auto& values = curve->lines()[0].values;
    QCOMPARE(values.size(), std::size_t{5});
    QVERIFY(values[0] > .9 && values[0] < 1);
    QVERIFY(child<SimilarityCurve>("psnrCurve")->accessibleName().contains("dB"));
    QTest::mouseClick(curve, Qt::LeftButton, {}, curve->pointOf(4).toPoint());
    QCOMPARE(m_view->clock()->frame(), 4);
  }

  // Two clips that are almost the same look so: the axis does not follow the values.
  void theAxisOfACurveIsAlwaysTheSame() {
    SimilarityCurve curve(m_theme.get(), {0, 1, 3});
    curve.resize(300, 120);
    const auto heightOf = [&](double value) {
      curve.setLines({{"B", {value, value}}});
      return curve.pointOf(0).y();
    };
    const double top = heightOf(1), bottom = heightOf(0);
    QVERIFY(bottom - top > 50);
    QVERIFY(std::abs(heightOf(.5) - (top + bottom) / 2) < 1e-6);
    QVERIFY(std::abs(heightOf(.98) - heightOf(.995)) < .02 * (bottom - top));
    // Beyond its ends, values are drawn at them.
    QCOMPARE(heightOf(-.2), bottom);
    QCOMPARE(heightOf(1.5), top);
  }

  // Also where there is no room for the values.
  void everyLineOfSeveralIsNamedInItsColour() {
    SimilarityCurve curve(m_theme.get(), {0, 1, 3});
    curve.setTexts("SSIM to A", {});
    curve.setLines({{"B", {.5, .5}}, {"C", {.5, .5}}, {"D", {.5, .5}}});
    for (const int width : {180, 400}) {
      curve.resize(width, 120);
      const auto header = curve.grab().toImage().copy(0, 0, width, curve.fontMetrics().height());
      const auto& colors = m_theme->colors();
      for (const auto& color : {colors.focus, colors.large, colors.success}) {
        bool isThere = false;
        for (int x = 0; x < width; ++x) isThere = isThere || header.pixelColor(x, header.height() / 2) == color;
        QVERIFY2(isThere, qPrintable(QString("%1 at %2").arg(color.name()).arg(width)));
      }
    }
  }

  void otherSizesAreShownInTheSizeOfAButNotMeasured() {
    setBoth(5, 5);
    m_view->setMode(CompareMode::Difference);
    m_view->setClip(1, {2, "wide", flatClip(96, 5, QColor(190, 20, 0), 4, 48), {}});
    auto* canvas = m_view->canvas();
    // There is no difference between them, so they are side by side again.
    QVERIFY(canvas->mode() == CompareMode::SideBySide);
    QVERIFY(!child<QPushButton>("differenceButton")->isEnabled());
    QVERIFY(child<QPushButton>("wipeButton")->isEnabled());
    const auto a = canvas->imageRect(0), b = canvas->imageRect(1);
    QCOMPARE(b.width(), a.width());
    QVERIFY(std::abs(b.height() - a.height() / 2) < 1e-6);
    QVERIFY(std::abs(b.center().y() - a.center().y()) < 1e-6);
    QCOMPARE(colorAt(b.center()), QColor(190, 20, 0));
    const auto remark = child<QLabel>("compareRemark")->text();
    QVERIFY2(remark.contains("B is " + fb::ui::frameSize(96, 48)) && remark.contains("not measured"),
             qPrintable(remark));
    QVERIFY(child<SimilarityCurve>("ssimCurve")->lines().empty());
    QCOMPARE(m_view->clock()->frames(), 5);
  }

  void fShowsTheClipsInTurn() {
    setBoth(3, 3);
    auto* canvas = m_view->canvas();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F);
    QVERIFY(canvas->mode() == CompareMode::Flicker);
    const auto image = canvas->imageRect(0);
    QCOMPARE(canvas->imageRect(1), image);
    QCOMPARE(colorAt(image.center()), QColor(200, 10, 0));
    QCOMPARE(child<QPushButton>("nextSideButton")->text(), "Sh&ow B");
    QTest::keyClick(canvas, Qt::Key_F);
    QCOMPARE(colorAt(image.center()), QColor(190, 20, 0));
    QVERIFY(canvas->accessibleDescription().contains("B"));
    QTest::mouseClick(child<QPushButton>("nextSideButton"), Qt::LeftButton);
    QCOMPARE(canvas->shown(), 0);
    // All of them, with their letters.
    m_view->setClip(2, {3, "third", flatClip(32, 3, QColor(0, 0, 90)), {}});
    for (const int side : {1, 2, 0}) {
      QTest::keyClick(canvas, Qt::Key_F);
      QCOMPARE(canvas->shown(), side);
    }
  }

  void hShowsTheOtherClipWhileItIsHeld() {
    setBoth(3, 3);
    auto* canvas = m_view->canvas();
    m_view->setMode(CompareMode::Flicker);
    canvas->setFocus();
    QTest::keyPress(canvas, Qt::Key_H);
    QCOMPARE(canvas->shown(), 1);
    // Another key changes nothing, and it may be let go wherever the focus has gone.
    QTest::keyClick(canvas, Qt::Key_Period);
    QCOMPARE(canvas->shown(), 1);
    child<QComboBox>("pickerA")->setFocus();
    QTest::keyRelease(child<QComboBox>("pickerA"), Qt::Key_H);
    QCOMPARE(canvas->shown(), 0);
    // A clip that is taken away is not held.
    QTest::keyPress(canvas, Qt::Key_H);
    m_view->setClip(1, {});
    QCOMPARE(canvas->shown(), 0);
    QTest::keyRelease(canvas, Qt::Key_H);
    QVERIFY(canvas->mode() == CompareMode::Flicker);
  }

  void zoomAndPlaceAreThoseOfAllClips() {
    setBoth(3, 3);
    auto* canvas = m_view->canvas();
    auto* combo = child<QComboBox>("compareZoom");
    QCOMPARE(combo->currentText(), "Fit");
    canvas->setFocus();
    const auto fitted = canvas->imageRect(0);
    canvas->setZoom(800);
    QCOMPARE(combo->currentData().toInt(), 800);
    const auto a = canvas->imageRect(0), b = canvas->imageRect(1);
    QCOMPARE(a.size() * canvas->devicePixelRatioF(), QSizeF(256, 256));
    QCOMPARE(b.size(), a.size());
    QCOMPARE(a.topLeft() - canvas->cellRect(0).topLeft(), b.topLeft() - canvas->cellRect(1).topLeft());
    QVERIFY(!canvas->cellRect(0).intersects(canvas->cellRect(1)));
    QTest::keyClick(canvas, Qt::Key_0);
    QCOMPARE(canvas->zoom(), 0);
    QCOMPARE(canvas->imageRect(0), fitted);
    canvas->setZoom(200);
    QTest::keyClick(canvas, Qt::Key_Plus);
    QCOMPARE(canvas->zoom(), 400);
    QTest::keyClick(canvas, Qt::Key_Minus);
    QCOMPARE(canvas->zoom(), 200);
  }

  void anEnlargedImageIsMovedInAllCells() {
    setBoth(3, 3);
    m_view->resize(400, 500);
    auto* canvas = m_view->canvas();
    setClips({1, "a", flatClip(200, 3, QColor(200, 10, 0)), {}}, {2, "b", flatClip(200, 3, QColor(9, 9, 9)), {}});
    canvas->setZoom(400);
    const auto before = canvas->imageRect(0), cell = canvas->cellRect(0);
    QVERIFY(before.width() > cell.width());
    const QPoint from = cell.center().toPoint();
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, from + QPoint(-20, -30));
    QTRY_COMPARE(canvas->imageRect(0).topLeft(), before.topLeft() + QPointF(-20, -30));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, from + QPoint(-20, -30));
    QCOMPARE(canvas->imageRect(1).topLeft() - canvas->cellRect(1).topLeft(),
             canvas->imageRect(0).topLeft() - cell.topLeft());
    // It never leaves its cell, and never leaves a part of it empty.
    canvas->setFocus();
    for (int i = 0; i < 20; ++i) QTest::keyClick(canvas, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(canvas->imageRect(0).left() - cell.left()) < 1e-6);
    for (int i = 0; i < 20; ++i) QTest::keyClick(canvas, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(std::abs(canvas->imageRect(0).bottom() - cell.bottom()) < 1e-6);
    // What is outside of its cell is not painted over the other one.
    QCOMPARE(colorAt(canvas->cellRect(1).center()), QColor(9, 9, 9));
  }

  void theWheelZoomsWhereTheMouseIs() {
    setBoth(3, 3);
    m_view->resize(400, 500);
    auto* canvas = m_view->canvas();
    setClips({1, "a", flatClip(300, 3, QColor(200, 10, 0)), {}}, {2, "b", flatClip(300, 3, QColor(9, 9, 9)), {}});
    canvas->setZoom(200);
    const QPointF place = canvas->cellRect(1).center() + QPointF(20, 10);
    const auto share = [&] {
      const auto image = canvas->imageRect(1);
      return QPointF((place.x() - image.left()) / image.width(), (place.y() - image.top()) / image.height());
    };
    const auto before = share();
    turnWheel(place, 120);
    QCOMPARE(canvas->zoom(), 400);
    QVERIFY((share() - before).manhattanLength() < 1e-6);
    turnWheel(place, -120);
    QCOMPARE(canvas->zoom(), 200);
    // Parts of a notch add up.
    for (const int zoom : {200, 200, 100}) {
      turnWheel(place, -40);
      QCOMPARE(canvas->zoom(), zoom);
    }
    for (int i = 0; i < 2; ++i) turnWheel(place, -120);
    QCOMPARE(canvas->zoom(), 0);
  }

  void threeAndFourClipsAreShownAtOnce() {
    setBoth(5, 5);
    QVERIFY(!child<QComboBox>("pickerC")->isVisible());
    auto* add = child<QToolButton>("addSideButton");
    auto* remove = child<QToolButton>("removeSideButton");
    QVERIFY(!remove->isVisible());
    m_view->setCandidates({{1, "large"}, {2, "small"}, {3, "another"}});
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(child<QComboBox>("pickerC")->isVisible() && !child<QComboBox>("pickerD")->isVisible());
    // Before one is chosen, A and B stay as they are.
    QVERIFY(!m_view->canvas()->imageRect(0).isNull() && m_view->canvas()->imageRect(2).isNull());
    QSignalSpy picked(m_view.get(), &CompareView::pickRequested);
    child<QComboBox>("pickerC")->setFocus();
    QTest::keyClick(child<QComboBox>("pickerC"), Qt::Key_Down);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].toInt(), 2);
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(!add->isEnabled());
    m_view->setClip(2, {3, "third", flatClip(32, 4, QColor(0, 0, 90)), {}});
    m_view->setClip(3, {4, "fourth", flatClip(32, 5, QColor(0, 90, 0)), {}});
    auto* canvas = m_view->canvas();
    const std::array colors = {QColor(200, 10, 0), QColor(190, 20, 0), QColor(0, 0, 90), QColor(0, 90, 0)};
    for (int side = 0; side < 4; ++side) {
      QCOMPARE(colorAt(canvas->imageRect(side).center()), colors[static_cast<std::size_t>(side)]);
      for (int other = 0; other < side; ++other) QVERIFY(!canvas->imageRect(side).intersects(canvas->imageRect(other)));
    }
    QCOMPARE(m_view->clock()->frames(), 4);
    // Each is measured against A.
    QTRY_COMPARE(child<SimilarityCurve>("ssimCurve")->lines().size(), std::size_t{3});
    const auto& lines = child<SimilarityCurve>("ssimCurve")->lines();
    QCOMPARE(lines[0].name + lines[1].name + lines[2].name, "BCD");
    QVERIFY(lines[0].values[0] > lines[1].values[0]);
    QVERIFY(plain(child<QLabel>("factsC")).contains("SSIM to A"));
    m_view->setMode(CompareMode::Wipe);
    QVERIFY(child<QLabel>("compareRemark")->text().contains("A and B only"));
    // The last one goes first.
    QTest::mouseClick(remove, Qt::LeftButton);
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(m_view->clip(2).clip.frames.empty() && !remove->isVisible());
    QCOMPARE(m_view->clock()->frames(), 5);
  }

  // Where three in a row would be as large as two, too.
  void fourAreTwoByTwo() {
    CompareCanvas canvas(m_theme.get());
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    canvas.setImages({image, image, image, image});
    for (const auto& size : {QSize(500, 300), QSize(560, 300), QSize(400, 400)}) {
      canvas.resize(size);
      const QList cells{canvas.cellRect(0), canvas.cellRect(1), canvas.cellRect(2), canvas.cellRect(3)};
      QCOMPARE(cells[1].top(), cells[0].top());
      QCOMPARE(cells[2].left(), cells[0].left());
      QVERIFY(cells[2].top() > cells[0].bottom());
      QCOMPARE(cells[3].topLeft(), QPointF(cells[1].left(), cells[2].top()));
      // As large as two rows can be.
      QVERIFY(std::abs(cells[0].height() - (size.height() - 8.) / 2) < 1 ||
              std::abs(cells[0].width() - (size.width() - 8.) / 2) < 1);
    }
    // In a wide window, all next to each other.
    canvas.resize(1200, 200);
    QCOMPARE(canvas.cellRect(3).top(), canvas.cellRect(0).top());
  }

  void everySideTellsItsSecondsAndWhatItSaved() {
    GenerationRequest request;
    setClips({1, "a", flatClip(32, 3, QColor(200, 10, 0)), request, "LLL", 4},
             {2, "b", flatClip(32, 3, QColor(190, 20, 0)), request, "LSL", 3});
    m_view->setSaving(0, 1, 0);
    m_view->setSaving(1, 2, .33);
    m_view->setSaving(1, 7, .9);  // of a clip that is not there any more
    const auto a = child<QLabel>("factsA")->text(), b = child<QLabel>("factsB")->text();
    QCOMPARE(a, elapsed(4));
    QVERIFY2(b.startsWith(elapsed(3)) && b.contains(percent(.25) + " less time than A") &&
                 b.contains(percent(.33) + " fewer FLOPs"),
             qPrintable(b));
    QTRY_VERIFY(plain(child<QLabel>("factsB")).contains("SSIM to A"));
    // Above twice as much, a percentage says nothing.
    const auto other = [&](double seconds) {
      m_view->setClip(1, {2, "b", flatClip(32, 3, QColor(190, 20, 0)), request, "LSL", seconds});
      return child<QLabel>("factsB")->text();
    };
    QVERIFY2(other(46).contains(number(11.5, 1) + " times the time of A"), qPrintable(other(46)));
    QVERIFY2(other(8).contains(number(2., 1) + " times the time of A"), qPrintable(other(8)));
    QVERIFY2(other(6).contains(percent(.5) + " more time than A"), qPrintable(other(6)));
    QVERIFY2(!other(4).contains("time"), qPrintable(other(4)));
    // What comparing the models took is said, and not blamed on the clip.
    request.options.probe = ProbePolicy::Large;
    QVERIFY2(other(6).startsWith(elapsed(6) + " with comparing the models") && !other(6).contains("than A"),
             qPrintable(other(6)));
    request.options.probe = ProbePolicy::None;
    // What a branch takes over was not computed: its seconds are no measure.
    request.options.branchAt = 4;
    m_view->setClip(1, {2, "b", flatClip(32, 3, QColor(190, 20, 0)), request, "LSL", 1});
    const auto branch = child<QLabel>("factsB")->text();
    QVERIFY2(branch.contains("without the steps taken over") && !branch.contains("less time"), qPrintable(branch));
  }

  void whatIsExportedHasTheLabelsOfTheSides() {
    QSignalSpy asked(m_view.get(), &CompareView::exportRequested);
    auto* button = child<QPushButton>("exportComparisonButton");
    QVERIFY(!button->isEnabled());
    QVERIFY(m_view->parts().empty());
    setClips({1, "a", flatClip(32, 3, QColor(200, 10, 0)), {}, "LLL · seed 7", 4},
             {2, "b", flatClip(32, 3, QColor(190, 20, 0)), {}, {}, 3});
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    const auto parts = m_view->parts();
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].label, "A · LLL · seed 7");
    QCOMPARE(parts[1].label, "B · b");
    QCOMPARE(parts[0].facts, elapsed(4));
    QCOMPARE(parts[1].clip.frames.size(), std::size_t{3});
  }

  void differentLengthsAreComparedOverTheCommonFrames() {
    setBoth(9, 5);
    QCOMPARE(m_view->clock()->frames(), 5);
    auto* remark = child<QLabel>("compareRemark");
    QVERIFY(remark->isVisible());
    QVERIFY2(remark->text().contains("9 frame") && remark->text().contains("first 5 frame"),
             qPrintable(remark->text()));
    setBoth(5, 5);
    QVERIFY(!remark->isVisible());
  }

  void settingsThatDifferAreListedAndSwapped() {
    setBoth(3, 3);
    auto* list = child<QTreeWidget>("differencesList");
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), "Seed");
    QCOMPARE(list->topLevelItem(0)->text(2), "9");
    QTest::mouseClick(child<QToolButton>("swapButton"), Qt::LeftButton);
    QCOMPARE(list->topLevelItem(0)->text(2), "7");
    QCOMPARE(m_view->clip(0).title, "small");
    QCOMPARE(child<QComboBox>("pickerA")->currentText(), "small");
    QVERIFY(child<QLabel>("differencesHeading")->text().contains('1'));
  }

  // Four columns beside the curves have no room for a sentence each.
  void stagesOfFourClipsAreReadInFull() {
    m_view->resize(1008, 752);
    for (int side = 0; side < 4; ++side) {
      GenerationRequest request;
      request.sampling.schedule.early = .1 * (side + 1);
      m_view->setClip(side, {side + 1, "clip", flatClip(32, 3, QColor(40 * side, 10, 0)), request});
    }
    const auto* list = child<QTreeWidget>("differencesList");
    QCOMPARE(list->topLevelItemCount(), 1);
    const auto* row = list->topLevelItem(0);
    QCOMPARE(row->text(0), "Stages");
    QCOMPARE(row->text(4), "LSL 40/20");
    QVERIFY2(row->toolTip(4).startsWith("large for the first "), qPrintable(row->toolTip(4)));
    for (int column = 1; column <= 4; ++column)
      QTRY_VERIFY2(list->fontMetrics().horizontalAdvance(row->text(column)) + 12 < list->columnWidth(column),
                   qPrintable(QString::number(list->columnWidth(column))));
  }

  void pickersAskForRuns() {
    setBoth(3, 3);
    m_view->setCandidates({{1, "large"}, {2, "small"}, {3, "another"}});
    auto* picker = child<QComboBox>("pickerB");
    QCOMPARE(picker->currentText(), "small");
    QSignalSpy picked(m_view.get(), &CompareView::pickRequested);
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.first().at(0).toInt(), 1);
    QCOMPARE(picked.first().at(1).toLongLong(), 3);
    QSignalSpy largeOnly(m_view.get(), &CompareView::largeOnlyRequested);
    QTest::mouseClick(child<QPushButton>("largeOnlyButton"), Qt::LeftButton);
    QCOMPARE(largeOnly.count(), 1);
  }

  // In a window that half a screen holds.
  void whatEachClipCostIsReadInFull() {
    GenerationRequest request;
    m_view->resize(900, 720);
    for (const int side : {0, 1}) {
      m_view->setClip(side, {side + 1, "a red circle moves right", flatClip(32, 5, QColor(200, 10, 20 * side)), request,
                             "LSL 40/20 · seed 3969… · 2.6 s · 5:09 PM", 4. - side});
      m_view->setSaving(side, side + 1, .23);
    }
    auto* facts = child<QLabel>("factsB");
    QTRY_VERIFY(plain(facts).contains("SSIM to A"));
    // The number is never alone in a line.
    QVERIFY2(!facts->text().split(" · ").last().contains(' '), qPrintable(facts->text()));
    QVERIFY(facts->text().contains("less time than A") && facts->text().contains("FLOPs"));
    QVERIFY(facts->fontMetrics().horizontalAdvance(facts->text()) > facts->width());
    QTRY_VERIFY2(facts->height() >= facts->heightForWidth(facts->width()),
                 qPrintable(QString::number(facts->height())));
    // The list of a picker shows entries that the picker itself cuts.
    m_view->setCandidates(
        {{1, "a red circle moves right on a blue background, slowly", "LSL 40/20 · seed 3969… · 2.6 s"},
         {2, "another", "LLL · seed 1"}});
    const auto* picker = child<QComboBox>("pickerA");
    const int needed = picker->fontMetrics().horizontalAdvance(picker->itemText(0));
    QVERIFY(needed > picker->width() - 60);
    QVERIFY(picker->view()->minimumWidth() > needed);
  }

  // With one clip in the history, there is nothing to choose for B.
  void aSingleClipCanBeComparedWithLargeOnly() {
    auto* offer = child<QPushButton>("offerLargeOnlyButton");
    QVERIFY(!offer->isVisible());
    m_view->setClip(0, {1, "a star", flatClip(32, 5, QColor(200, 10, 0)), GenerationRequest()});
    QVERIFY(offer->isVisible());
    QVERIFY(!child<QPushButton>("largeOnlyButton")->isVisible());
    QSignalSpy wanted(m_view.get(), &CompareView::largeOnlyRequested);
    QTest::mouseClick(offer, Qt::LeftButton);
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    m_view->setCandidates({{1, "a star"}});
    QVERIFY(offer->isEnabled());
    // How a clip from a file was made may be unknown.
    m_view->setClip(0, {0, "clip.mp4", flatClip(32, 5, QColor(200, 10, 0)), {}});
    QVERIFY(!offer->isVisible());
    setBoth(5, 5);
    QVERIFY(!offer->isVisible());
    QVERIFY(child<QPushButton>("largeOnlyButton")->isVisible());
  }

  void viewFitsNarrowPlaces() {
    setBoth(9, 5);
    m_view->setMode(CompareMode::Difference);
    m_view->setClip(3, {4, "fourth", flatClip(32, 5, QColor(0, 90, 0)), {}});
    QVERIFY2(m_view->minimumSizeHint().width() <= 440, qPrintable(QString::number(m_view->minimumSizeHint().width())));
  }

private:
  // With plain spaces.
  static QString plain(const QLabel* label) { return label->text().replace(QChar(QChar::Nbsp), QLatin1Char(' ')); }
  template <class Widget>
  Widget* child(const char* name) {
    return m_view->findChild<Widget*>(QLatin1String(name));
  }
  void setClips(const CompareClip& a, const CompareClip& b) {
    m_view->setClip(0, a);
    m_view->setClip(1, b);
  }
  void setBoth(int framesA, int framesB) {
    GenerationRequest a, b;
    a.sampling.seed = 7;
    b.sampling.seed = 9;
    setClips({1, "large", flatClip(32, framesA, QColor(200, 10, 0)), a},
             {2, "small", flatClip(32, framesB, QColor(190, 20, 0)), b});
  }
  void turnWheel(const QPointF& place, int by) {
    auto* canvas = m_view->canvas();
    QWheelEvent event(place, canvas->mapToGlobal(place), {}, {0, by}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(canvas, &event);
  }
  QColor colorAt(const QPointF& place) { return m_view->canvas()->grab().toImage().pixelColor(place.toPoint()); }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<CompareView> m_view;
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
