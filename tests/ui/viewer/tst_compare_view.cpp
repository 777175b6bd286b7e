// SPDX-License-Identifier: MIT
#include "theme/theme.h"
#include "viewer/compare_view.h"
#include "viewer/similarity_curve.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <memory>

using namespace fb;
using namespace fb::ui;

namespace {

// Every frame in one colour that encodes its number.
Clip flatClip(int size, int frames, const QColor& color, int step = 4) {
  Clip clip{8, {}};
  for (int i = 0; i < frames; ++i) {
    auto frame = std::make_shared<Frame>();
    frame->width = frame->height = size;
    for (int p = 0; p < size * size; ++p) {
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
    QTRY_COMPARE(curve->values().size(), std::size_t{5});
    QVERIFY(curve->values()[0] > .9 && curve->values()[0] < 1);
    QVERIFY(child<SimilarityCurve>("psnrCurve")->accessibleName().contains("dB"));
    QTest::mouseClick(curve, Qt::LeftButton, {}, curve->pointOf(4).toPoint());
    QCOMPARE(m_view->clock()->frame(), 4);
  }

  void differentSizesAreRefused() {
    setBoth(5, 5);
    QSignalSpy nothing(child<SimilarityCurve>("ssimCurve"), &SimilarityCurve::frameRequested);
    m_view->setClip(1, {2, "large", flatClip(48, 5, QColor(190, 20, 0)), {}});
    QVERIFY(m_view->canvas()->imageRect(0).isNull());
    QVERIFY(m_view->canvas()->sentence().contains("Only clips of the same size"));
    QCOMPARE(m_view->clock()->frames(), 0);
    QVERIFY(!child<QTreeWidget>("differencesList")->isVisible());
    QTest::keyClick(m_view->canvas(), Qt::Key_Space);
    QVERIFY(!m_view->clock()->isPlaying());
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

  void viewFitsNarrowPlaces() {
    setBoth(9, 5);
    m_view->setMode(CompareMode::Difference);
    QVERIFY2(m_view->minimumSizeHint().width() <= 360, qPrintable(QString::number(m_view->minimumSizeHint().width())));
  }

private:
  template <class Widget>
  Widget* child(const char* name) {
    return m_view->findChild<Widget*>(QLatin1String(name));
  }
  void setBoth(int framesA, int framesB) {
    GenerationRequest a, b;
    a.sampling.seed = 7;
    b.sampling.seed = 9;
    m_view->setClips({1, "large", flatClip(32, framesA, QColor(200, 10, 0)), a},
                     {2, "small", flatClip(32, framesB, QColor(190, 20, 0)), b});
  }
  QColor colorAt(const QPointF& place) { return m_view->canvas()->grab().toImage().pixelColor(place.toPoint()); }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<CompareView> m_view;
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
