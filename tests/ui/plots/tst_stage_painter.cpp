// SPDX-License-Identifier: MIT
// Where the texts of the stage plot are.
#include "plots/stage_painter.h"

#include "theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace fb;
using namespace fb::ui;

class TestStagePainter : public QObject {
  Q_OBJECT

  static StageImage image(const QSize& size, const StageSchedule& schedule) {
    StageImage image;
    image.area = QRect(QPoint(40, 20), size);
    image.pixelOf = [area = image.area, steps = schedule.steps](double step) {
      return area.left() + step / steps * area.width();
    };
    image.schedule = schedule;
    image.early = QStringLiteral("large until 40 % · 12 steps");
    image.earlyShort = QStringLiteral("40 %");
    image.late = QStringLiteral("large again from 80 % · 6 steps");
    image.lateShort = QStringLiteral("20 %");
    image.hint = QStringLiteral("Probe to see where the two models differ");
    return image;
  }

private Q_SLOTS:
  void curvesDoNotRunThroughCaptions() {
    const Theme theme(*qApp);
    const auto picture = image({700, 140}, {.4, .2, 30});
    QImage canvas(800, 200, QImage::Format_RGB32);
    canvas.fill(Qt::magenta);
    QPainter painter(&canvas);
    paintHandles(painter, picture, theme.colors());
    painter.end();
    const auto panel = theme.colors().panel;
    const auto boxes = captionBoxes(picture);
    QCOMPARE(boxes.size(), std::size_t{2});
    for (const auto& box : boxes) {
      // In front of the first letter.
      const auto ground = canvas.pixelColor(QPointF(box.left() + 2, box.center().y()).toPoint());
      for (const int difference :
           {ground.red() - panel.red(), ground.green() - panel.green(), ground.blue() - panel.blue()})
        QVERIFY2(std::abs(difference) < 30, qPrintable(ground.name()));
    }
  }

  // Where the stages are wide, nothing of the curve is covered; elsewhere, they do not touch the names.
  void captionsAreBesideTheNamesIfThereIsRoom() {
    auto picture = image({900, 140}, {.4, .3, 30});
    picture.large = QStringLiteral("LARGE");
    picture.small = QStringLiteral("SMALL");
    picture.early = QStringLiteral("early 40 %");
    picture.late = QStringLiteral("late 20 %");
    const auto wide = captionBoxes(picture);
    QCOMPARE(wide.size(), std::size_t{2});
    const double row = QFontMetricsF(picture.font).height();
    for (const auto& box : wide) QVERIFY(box.top() < picture.area.top() + row);
    // To the right of their lines, and clear of the grips.
    QVERIFY(wide[0].left() > picture.pixelOf(12) + kGripWidth / 2. && wide[0].right() < picture.pixelOf(16));
    QVERIFY(wide[1].left() > picture.pixelOf(21) + kGripWidth / 2. && wide[1].right() < picture.pixelOf(25));

    picture.late = QStringLiteral("large again from 80 % to the end");
    const auto below = captionBoxes(picture);
    for (const auto& box : below) QVERIFY(box.top() > picture.area.top() + .8 * row);
    // Clear of the markers of branches, which are on the same lines.
    constexpr double kHalfMarker = 9;
    QVERIFY2(below[0].left() > picture.pixelOf(12) + kHalfMarker, qPrintable(QString::number(below[0].left())));
  }

  void theHintCoversNoCaptionAndStaysInside() {
    int shown = 0, left = 0;
    for (const int width : {240, 400, 700, 1200, 1900})
      for (const int height : {28, 45, 60, 90, 140, 240})
        for (const auto& schedule : {StageSchedule{.4, .2, 30}, StageSchedule{.1, .1, 30}, StageSchedule{.5, .5, 30},
                                     StageSchedule{1, 0, 30}, StageSchedule{0, 0, 30}}) {
          const auto picture = image({width, height}, schedule);
          const auto hint = hintBox(picture);
          ++(hint ? shown : left);
          if (!hint) continue;
          const auto words = QStringLiteral("%1 x %2, %3").arg(width).arg(height).arg(schedule.early);
          QVERIFY2(QRectF(picture.area).contains(*hint), qPrintable(words));
          for (const auto& caption : captionBoxes(picture)) QVERIFY2(!hint->intersects(caption), qPrintable(words));
        }
    // Where there is room, it is there.
    QVERIFY2(shown > left, qPrintable(QStringLiteral("%1 shown, %2 left out").arg(shown).arg(left)));
    QVERIFY(hintBox(image({1200, 45}, {.4, .2, 30})));
    QVERIFY(hintBox(image({700, 240}, {.4, .2, 30})));
    auto silent = image({700, 240}, {.4, .2, 30});
    silent.hint.clear();
    QVERIFY(!hintBox(silent));
  }

  // A run goes through the middle stage below the hint.
  void theHintDoesNotCoverTheRunningStep() {
    int shown = 0;
    for (const int height : {60, 140, 240})
      for (const bool isOfHandles : {false, true})
        for (int step = 0; step <= 30; ++step) {
          auto picture = image({700, height}, {.4, .2, 30});
          picture.isHintOfHandles = isOfHandles;
          picture.now = QStringLiteral("now");
          picture.running = step;
          const auto now = nowBox(picture);
          QVERIFY(now);
          const auto hint = hintBox(picture);
          if (!hint) continue;
          ++shown;
          QVERIFY2(!hint->intersects(*now), qPrintable(QStringLiteral("step %1, %2 high").arg(step).arg(height)));
        }
    QVERIFY2(shown > 0, "the hint is never shown");
    QVERIFY(!nowBox(image({700, 140}, {.4, .2, 30})));
  }

  // What says what dragging the handles does is between them, or nowhere.
  void theHintOfTheHandlesIsBetweenThem() {
    int shown = 0;
    for (const int width : {240, 700, 1200, 1900})
      for (const int height : {28, 60, 140, 240})
        for (const auto& schedule : {StageSchedule{.4, .2, 30}, StageSchedule{.1, .1, 30}, StageSchedule{.5, .5, 30},
                                     StageSchedule{1, 0, 30}, StageSchedule{0, 0, 30}}) {
          auto picture = image({width, height}, schedule);
          picture.isHintOfHandles = true;
          const auto hint = hintBox(picture);
          if (!hint) continue;
          ++shown;
          const auto words = QStringLiteral("%1 x %2, %3").arg(width).arg(height).arg(schedule.early);
          QVERIFY2(hint->left() >= gripX(picture, Handle::Early), qPrintable(words));
          QVERIFY2(hint->right() <= gripX(picture, Handle::Late), qPrintable(words));
          for (const auto& caption : captionBoxes(picture)) QVERIFY2(!hint->intersects(caption), qPrintable(words));
        }
    QVERIFY2(shown >= 10, qPrintable(QString::number(shown)));
    auto picture = image({1200, 240}, {.4, .2, 30});
    picture.isHintOfHandles = true;
    QVERIFY(hintBox(picture));
    // A run that has passed the first boundary leaves the second to be dragged, then none.
    picture.passed = 15;
    QVERIFY(hintBox(picture));
    picture.passed = 24;
    QVERIFY(!hintBox(picture));
  }
};

QTEST_MAIN(TestStagePainter)
#include "tst_stage_painter.moc"
