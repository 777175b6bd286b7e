// SPDX-License-Identifier: MIT
#include "plots/divergence_plot.h"
#include "theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace fb;
using namespace fb::ui;

namespace {

std::vector<StepReport> curve(int steps) {
  std::vector<StepReport> reports;
  for (int i = 0; i < steps; ++i) {
    StepReport report;
    report.step = i;
    report.steps = steps;
    report.sigma = 1 - static_cast<double>(i) / steps;
    report.divergence = Divergence{.8 - .5 * i / steps, .3 - .2 * i / steps};
    reports.push_back(report);
  }
  return reports;
}

}  // namespace

class TestDivergencePlot : public QObject {
  Q_OBJECT

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<DivergencePlot> m_plot;

  void press(Handle handle) {
    QTest::mousePress(m_plot.get(), Qt::LeftButton, Qt::NoModifier, m_plot->handlePosition(handle));
  }
  QPoint at(double step) const {
    const auto area = m_plot->plotArea();
    return {static_cast<int>(std::lround(area.left() + area.width() * step / m_plot->schedule().steps)),
            area.center().y()};
  }
  void moveTo(double step) { QTest::mouseMove(m_plot.get(), at(step)); }
  void release(double step) { QTest::mouseRelease(m_plot.get(), Qt::LeftButton, Qt::NoModifier, at(step)); }
  void key(Qt::Key key) { QTest::keyClick(m_plot.get(), key); }
  void wheel(int delta, double step) {
    const QPointF position = at(step);
    QWheelEvent event(position, m_plot->mapToGlobal(position), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_plot.get(), &event);
  }
  // Pixels of the first curve in a column of the plot, below the names of the stages.
  int curveIn(int x) {
    m_plot->repaintNow();
    QCoreApplication::processEvents();
    const auto area = m_plot->plotArea();
    const auto image = m_plot->grab().toImage();
    const auto wanted = m_theme->colors().text;
    int found = 0;
    for (int y = area.top() + area.height() / 4; y < area.bottom(); ++y) {
      const auto color = image.pixelColor(x, y);
      const int off = std::abs(color.red() - wanted.red()) + std::abs(color.green() - wanted.green()) +
                      std::abs(color.blue() - wanted.blue());
      if (off < 90) ++found;
    }
    return found;
  }
  int early() const { return handleStep(m_plot->schedule(), Handle::Early); }
  int late() const { return handleStep(m_plot->schedule(), Handle::Late); }

private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }

  void init() {
    m_plot = std::make_unique<DivergencePlot>(m_theme.get());
    m_plot->resize(900, 220);
    m_plot->setSchedule({.4, .2, 30});
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    m_plot->setFocus();
    m_plot->repaintNow();
  }
  void cleanup() { m_plot.reset(); }

  void aDragSnapsToSteps() {
    QSignalSpy moved(m_plot.get(), &DivergencePlot::boundariesMoved);
    QSignalSpy committed(m_plot.get(), &DivergencePlot::boundariesCommitted);
    press(Handle::Early);
    QVERIFY(m_plot->isDragging());
    moveTo(9.3);
    QCOMPARE(early(), 9);
    moveTo(9.4);  // the same step: nothing to tell
    moveTo(6.8);
    QCOMPARE(early(), 7);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(committed.count(), 0);
    release(6.8);
    QCOMPARE(committed.count(), 1);
    const auto schedule = committed[0][0].value<StageSchedule>();
    QCOMPARE(schedule.earlySteps(), 7);
    QCOMPARE(schedule.lateSteps(), 6);
    QVERIFY(!m_plot->isDragging());
  }

  void theLateHandleStopsAtTheEarlyOne() {
    press(Handle::Late);
    moveTo(20);
    QCOMPARE(late(), 20);
    moveTo(2);
    QCOMPARE(late(), 12);
    QCOMPARE(early(), 12);
    release(2);
    // Both are at one step: each can still be grabbed by its own grip.
    press(Handle::Early);
    moveTo(5);
    release(5);
    QCOMPARE(early(), 5);
    QCOMPARE(late(), 12);
  }

  void markersOfABranchAreReachedByKeyAndByMouse() {
    QSignalSpy branched(m_plot.get(), &DivergencePlot::branchRequested);
    const auto marker = [this](int step) {
      return m_plot->findChild<QToolButton*>(QStringLiteral("branchMarker%1").arg(step));
    };
    // Of a run with half as many steps.
    m_plot->setBranchSteps({6, 10, 12}, 15);
    m_plot->repaintNow();
    QVERIFY(std::abs(marker(6)->geometry().center().x() - at(12).x()) <= 1);
    QTest::mouseClick(marker(6), Qt::LeftButton);
    QCOMPARE(branched.takeFirst()[0].toInt(), 6);
    // Tab: from the early boundary to the late one, then to the row of markers, as one stop.
    m_plot->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Tab);
    QVERIFY(m_plot->hasFocus());
    key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), marker(12));
    QTest::keyClick(marker(12), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), marker(10));
    QTest::keyClick(marker(10), Qt::Key_Space);
    QCOMPARE(branched.takeFirst()[0].toInt(), 10);
    QTest::keyClick(marker(10), Qt::Key_Home);
    QTest::keyClick(marker(6), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), marker(6));
    QTest::keyClick(marker(6), Qt::Key_Return);
    QCOMPARE(branched.takeFirst()[0].toInt(), 6);
    // What is not in sight has no marker, and a plot without steps to branch from has none.
    for (int i = 0; i < 6; ++i) wheel(120, 24);
    m_plot->repaintNow();
    QTRY_VERIFY(!marker(6)->isVisible());
    QVERIFY(marker(12)->isVisible());
    m_plot->setBranchSteps({}, 0);
    QTRY_VERIFY(!marker(12));
  }

  // The strip gets higher and lower with the lines above it.
  void markersOfABranchStayInThePlot() {
    m_plot->setBranchSteps({12, 24}, 30);
    const auto size = m_plot->size();
    for (const int height : {size.height(), m_plot->minimumHeight(), 420, m_plot->minimumHeight(), size.height()}) {
      m_plot->resize(size.width(), height);
      m_plot->repaintNow();
      for (const int step : {12, 24}) {
        const auto place = m_plot->findChild<QToolButton*>(QStringLiteral("branchMarker%1").arg(step))->geometry();
        QVERIFY(std::abs(place.center().x() - at(step).x()) <= 1);
        QVERIFY2(m_plot->plotArea().adjusted(-place.width(), 0, place.width(), 0).contains(place),
                 qPrintable(
                     QStringLiteral("%1: %2 of %3").arg(height).arg(place.bottom()).arg(m_plot->plotArea().bottom())));
      }
    }
    m_plot->setBranchSteps({}, 0);
    m_plot->resize(size);
  }

  // A line above the strip goes away in the same moment, so the first marker that is shown lays the window out.
  void markersOfABranchStayInAPlotThatGrows() {
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* line = new QLabel(QStringLiteral("about 11 s instead of 14 s"));
    line->setFixedHeight(40);
    auto* plot = new DivergencePlot(m_theme.get());
    plot->setSchedule({.4, .2, 30});
    layout->addWidget(line);
    layout->addWidget(plot, 1);
    window.resize(700, 260);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    plot->repaintNow();
    const int before = plot->height();
    line->hide();
    plot->setBranchSteps({12, 24}, 30);
    QTRY_VERIFY(plot->height() > before);
    plot->repaintNow();
    for (const int step : {12, 24}) {
      const auto place = plot->findChild<QToolButton*>(QStringLiteral("branchMarker%1").arg(step))->geometry();
      QCOMPARE(place.bottom(), plot->plotArea().bottom() - 2);
    }
    // The other way round: the plot gets lower.
    plot->setBranchSteps({}, 0);
    QTRY_VERIFY(!plot->findChild<QToolButton*>(QStringLiteral("branchMarker12")));
    line->show();
    plot->setBranchSteps({12, 24}, 30);
    QTRY_COMPARE(plot->height(), before);
    plot->repaintNow();
    for (const int step : {12, 24}) {
      const auto place = plot->findChild<QToolButton*>(QStringLiteral("branchMarker%1").arg(step))->geometry();
      QCOMPARE(place.bottom(), plot->plotArea().bottom() - 2);
    }
  }

  void boundariesInStepsTakenOverAreLocked() {
    m_plot->setTakenOver(13);
    press(Handle::Early);
    QVERIFY(!m_plot->isDragging());
    press(Handle::Late);
    moveTo(5);
    QCOMPARE(late(), 13);
    release(5);
    m_plot->setTakenOver(12);
    press(Handle::Early);
    moveTo(2);
    QCOMPARE(early(), 12);
    moveTo(13);
    QCOMPARE(early(), 13);
    release(13);
    m_plot->setTakenOver(0);
    press(Handle::Early);
    moveTo(2);
    QCOMPARE(early(), 2);
    release(2);
  }

  void escapeTakesADragBack() {
    QSignalSpy moved(m_plot.get(), &DivergencePlot::boundariesMoved);
    QSignalSpy committed(m_plot.get(), &DivergencePlot::boundariesCommitted);
    press(Handle::Late);
    moveTo(27);
    key(Qt::Key_Escape);
    QCOMPARE(m_plot->schedule(), (StageSchedule{.4, .2, 30}));
    QCOMPARE(moved.last()[0].value<StageSchedule>(), (StageSchedule{.4, .2, 30}));
    moveTo(20);
    release(20);
    QCOMPARE(late(), 24);
    QCOMPARE(committed.count(), 0);
  }

  void aClickMovesNothing() {
    QSignalSpy committed(m_plot.get(), &DivergencePlot::boundariesCommitted);
    press(Handle::Early);
    QTest::mouseRelease(m_plot.get(), Qt::LeftButton, Qt::NoModifier, m_plot->handlePosition(Handle::Early));
    QCOMPARE(committed.count(), 0);
    QCOMPARE(m_plot->schedule(), (StageSchedule{.4, .2, 30}));
  }

  void theCursorTellsWhatCanBeDragged() {
    moveTo(5);
    QCOMPARE(m_plot->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseMove(m_plot.get(), m_plot->handlePosition(Handle::Early));
    QCOMPARE(m_plot->cursor().shape(), Qt::SplitHCursor);
    m_plot->setRunning(15);
    moveTo(5);
    QTest::mouseMove(m_plot.get(), m_plot->handlePosition(Handle::Early));
    QCOMPARE(m_plot->cursor().shape(), Qt::ForbiddenCursor);
    QTest::mouseMove(m_plot.get(), m_plot->handlePosition(Handle::Late));
    QCOMPARE(m_plot->cursor().shape(), Qt::SplitHCursor);
  }

  void behindTheRunNothingMoves() {
    m_plot->setRunning(15);
    press(Handle::Early);
    QVERIFY(!m_plot->isDragging());
    moveTo(20);
    release(20);
    QCOMPARE(early(), 12);
    press(Handle::Late);
    moveTo(3);
    QCOMPARE(late(), 16);  // the first step that has not begun
    release(3);
    QCOMPARE(late(), 16);
  }

  void aRunThatCatchesUpEndsTheDrag() {
    m_plot->setRunning(10);
    press(Handle::Early);
    moveTo(20);
    QCOMPARE(early(), 20);
    m_plot->setRunning(12);  // the run went on by the old boundary
    QVERIFY(!m_plot->isDragging());
    QCOMPARE(early(), 12);
  }

  void aRunPushesTheDraggedHandleOn() {
    m_plot->setRunning(10);
    press(Handle::Late);
    moveTo(14);
    m_plot->setRunning(15);
    QVERIFY(m_plot->isDragging());
    QCOMPARE(late(), 16);
    release(14);
  }

  void keysMoveTheFocusedHandle() {
    QSignalSpy committed(m_plot.get(), &DivergencePlot::boundariesCommitted);
    key(Qt::Key_Right);
    QCOMPARE(early(), 13);
    QCOMPARE(committed.last()[1].value<Handle>(), Handle::Early);
    QVERIFY(committed.last()[2].toBool());
    key(Qt::Key_PageDown);
    QCOMPARE(early(), 8);
    key(Qt::Key_Tab);
    QCOMPARE(m_plot->focusedHandle(), Handle::Late);
    key(Qt::Key_Left);
    QCOMPARE(late(), 23);
    key(Qt::Key_Home);
    QCOMPARE(late(), 8);
    key(Qt::Key_End);
    QCOMPARE(late(), 30);
    QTest::keyClick(m_plot.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_plot->focusedHandle(), Handle::Early);
    key(Qt::Key_Home);
    QCOMPARE(early(), 0);
    const auto before = committed.count();
    key(Qt::Key_Left);  // at the end already
    QCOMPARE(committed.count(), before);
    m_plot->setRunning(4);
    key(Qt::Key_Right);
    QCOMPARE(early(), 0);
  }

  void theDescriptionSaysWhatIsDrawn() {
    QVERIFY(m_plot->accessibleDescription().startsWith(
        QStringLiteral("Large until step 12 of 30, small until 24, large to the end")));
    key(Qt::Key_Right);
    QVERIFY(m_plot->accessibleDescription().startsWith(QStringLiteral("Large until step 13 of 30")));
    m_plot->setSchedule({1, 0, 30});
    QVERIFY(m_plot->accessibleDescription().startsWith(QStringLiteral("Large on all 30 steps")));
  }

  void theWheelZoomsAndTheSnapStaysExact() {
    for (int i = 0; i < 5; ++i) wheel(120, 12);
    QVERIFY(m_plot->isZoomed());
    m_plot->repaintNow();
    press(Handle::Early);
    QVERIFY(m_plot->isDragging());
    const auto grip = m_plot->handlePosition(Handle::Early);
    QTest::mouseMove(m_plot.get(), grip + QPoint(m_plot->plotArea().width() / 10, 40));
    QTest::mouseRelease(m_plot.get(), Qt::LeftButton, Qt::NoModifier,
                        grip + QPoint(m_plot->plotArea().width() / 10, 40));
    QCOMPARE(early(), 13);  // a tenth of the width is now one step, not three
    QTest::mouseDClick(m_plot.get(), Qt::LeftButton, Qt::NoModifier, at(20));
    QVERIFY(!m_plot->isZoomed());
    wheel(120, 12);
    key(Qt::Key_0);
    QVERIFY(!m_plot->isZoomed());
    wheel(-120, 12);
    QVERIFY(!m_plot->isZoomed());
  }

  void plotsAreSaved() {
    QTemporaryDir folder;
    m_plot->setCurve(curve(30));
    QVERIFY(m_plot->saveAs(folder.filePath(QStringLiteral("a.png"))));
    QCOMPARE(QImage(folder.filePath(QStringLiteral("a.png"))).size(), m_plot->size() * 2);
    QVERIFY(m_plot->saveAs(folder.filePath(QStringLiteral("a.pdf"))));
    QFile pdf(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
    QVERIFY(m_plot->saveAs(folder.filePath(QStringLiteral("a.csv"))));
    QFile csv(folder.filePath(QStringLiteral("a.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 31);
    QVERIFY(!m_plot->saveAs(folder.filePath(QStringLiteral("no/such/folder.png"))));
  }

  void aFileIsReplacedOnlyIfTheUserSaysSo() {
    QTemporaryDir folder;
    m_plot->setCurve(curve(30));
    QFile mine(folder.filePath(QStringLiteral("a.csv")));
    const auto content = [&mine] {
      const bool isOpen = mine.open(QIODevice::ReadOnly);
      const auto bytes = isOpen ? mine.readAll() : QByteArray();
      mine.close();
      return bytes;
    };
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    const auto question = [this] { return m_plot->findChild<QMessageBox*>(QStringLiteral("replaceQuestion")); };
    const auto answer = [&](QMessageBox::ButtonRole role) {
      auto* box = question();
      if (!box || !box->text().contains(mine.fileName())) return false;
      for (auto* button : box->buttons())
        if (box->buttonRole(button) == role) button->click();
      return QTest::qWaitFor([&] { return !question(); });
    };
    // Without an ending, the name does not look taken.
    m_plot->save(folder.filePath(QStringLiteral("a")), QStringLiteral("csv"));
    QCOMPARE(content(), QByteArray("mine"));
    QVERIFY(answer(QMessageBox::RejectRole));
    QCOMPARE(content(), QByteArray("mine"));
    m_plot->save(folder.filePath(QStringLiteral("a.csv")), QStringLiteral("csv"));
    QVERIFY(answer(QMessageBox::DestructiveRole));
    QCOMPARE(content().count('\n'), 31);
    m_plot->save(folder.filePath(QStringLiteral("b")), QStringLiteral("csv"));
    QVERIFY(!question());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("b.csv"))));
  }

  void reusedStepsHaveABar() {
    const auto barAt = [this](double step) {
      m_plot->repaintNow();
      const auto area = m_plot->plotArea();
      const auto grab = m_plot->grab().toImage();
      return grab.pixelColor(at(step).x(), area.bottom() - 1) != grab.pixelColor(at(step).x(), area.bottom() - 8);
    };
    auto steps = curve(30);
    for (auto& step : steps) step.divergence.reset();
    m_plot->setCurve(steps);
    QVERIFY(!barAt(5.5));
    steps[5].reused = true;
    m_plot->setCurve(steps);
    QVERIFY(barAt(5.5));
    QVERIFY(!barAt(4.5));
    QVERIFY(!barAt(6.5));
    // A run with other numbers of steps.
    for (auto& step : steps) step.steps = 60;
    m_plot->setCurve(steps);
    QVERIFY(barAt(2.75));
    QVERIFY(!barAt(5.5));
  }

  // A line there would say that they are as far apart as at its ends, which nobody has measured.
  void noLineCrossesAStageThatWasNotCompared() {
    auto steps = curve(30);
    m_plot->setCurve(steps);
    QVERIFY(curveIn(at(15.).x()) > 0);
    const auto isMiddle = [](const StepReport& step) { return step.step >= 12 && step.step < 24; };
    for (auto& step : steps) {
      if (!isMiddle(step)) continue;
      step.model = Model::Small;
      step.divergence.reset();
    }
    m_plot->setCurve(steps);
    QCOMPARE(curveIn(at(15.).x()), 0);
    QCOMPARE(curveIn(at(21.).x()), 0);
    QVERIFY(curveIn(at(6.).x()) > 0);
    QVERIFY(curveIn(at(27.).x()) > 0);
    // A step that a cache made, or one between two checks of a guard, is none.
    for (auto& step : steps)
      if (isMiddle(step) && step.step % 2 == 0) step.divergence = Divergence{.5, .1};
    m_plot->setCurve(steps);
    QVERIFY(curveIn(at(15.).x()) > 0);
  }

  void pointsOfManyStepsDoNotGrowTogether() {
    m_plot->setSchedule({.4, .2, 400});
    auto steps = curve(400);
    for (auto& step : steps) step.divergence = Divergence{.5, .1};
    m_plot->setCurve(steps);
    int thin = 0, thick = 0;
    for (int x = at(200).x(); x < at(300).x(); ++x) {
      const int height = curveIn(x);
      QVERIFY(height > 0);
      thin += height <= 3 ? 1 : 0;
      thick += height >= 5 ? 1 : 0;
    }
    QVERIFY2(thin > 20 && thick > 5, qPrintable(QStringLiteral("%1 %2").arg(thin).arg(thick)));
  }

  void checksOfAGuardHaveABarOfTheModelThatGoesOn() {
    const auto barAt = [this](double step) {
      m_plot->repaintNow();
      return m_plot->grab().toImage().pixelColor(at(step).x(), m_plot->plotArea().bottom() - 1);
    };
    auto steps = curve(30);
    for (auto& step : steps) step.divergence.reset();
    m_plot->setCurve(steps);
    const auto none = barAt(13.5);
    QCOMPARE(barAt(16.5), none);
    steps[13].check = GuardCheck::Passed;
    steps[16].check = GuardCheck::Refused;
    m_plot->setCurve(steps);
    QVERIFY(barAt(13.5) != none);
    QVERIFY(barAt(16.5) != none);
    QVERIFY(barAt(13.5) != barAt(16.5));
    QCOMPARE(barAt(14.5), none);
    const auto small = barAt(13.5), large = barAt(16.5);
    // A one-way guard: the large model goes on after the first comparison, the small one after the second.
    for (auto& step : steps) step.check = GuardCheck::None;
    steps[13].change = .3;
    steps[14].change = .05;
    steps[13].model = steps[14].model = Model::Large;
    steps[15].model = Model::Small;
    m_plot->setCurve(steps);
    QCOMPARE(barAt(13.5), large);
    QCOMPARE(barAt(14.5), small);
    QCOMPARE(barAt(15.5), none);
    // An SRDiffusion guard: a step whose velocity is compared decides only together with the one before.
    steps[13].change.reset();
    steps[14].change.reset();
    steps[13].velocityChange = .3;
    steps[14].velocityChange = .295;
    steps[14].settling = .005;
    m_plot->setCurve(steps);
    QCOMPARE(barAt(13.5), none);
    QCOMPARE(barAt(14.5), small);
    steps[15].model = Model::Large;
    m_plot->setCurve(steps);
    QCOMPARE(barAt(14.5), large);
  }

  void shadesFollowTheBoundary() {
    const auto colorAt = [this](double step) {
      m_plot->repaintNow();
      const auto grab = m_plot->grab().toImage();
      // Near the bottom, clear of names and captions.
      return grab.pixelColor(at(step).x(), m_plot->plotArea().bottom() - 6);
    };
    const auto large = colorAt(10.5), small = colorAt(14.5);
    QVERIFY(large != small);
    press(Handle::Early);
    moveTo(18);
    QCOMPARE(colorAt(14.5), large);
    release(18);
  }

  void aDragRepaintsTwoLayersAlone() {
    m_plot->setSchedule({.4, .2, 100});
    m_plot->setCurve(curve(100));
    m_plot->setBand(bandOf({curve(100)}, 100));
    m_plot->repaintNow();
    // The library reports when it redraws axes and curves.
    QObject* library = nullptr;
    for (auto* child : m_plot->findChildren<QWidget*>())
      if (child->inherits("QCustomPlot")) library = child;
    QVERIFY(library);
    QCoreApplication::processEvents();
    QSignalSpy wholeReplots(library, SIGNAL(afterReplot()));
    const auto before = m_plot->grab().toImage();
    press(Handle::Early);
    std::vector<double> times;
    for (int i = 0; i < 60; ++i) {
      QElapsedTimer timer;
      timer.start();
      moveTo(10 + i % 2 * 30 + i / 4.);
      QCoreApplication::processEvents();
      times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    QVERIFY(m_plot->grab().toImage() != before);
    QCOMPARE(wholeReplots.count(), 0);
    moveTo(25);
    release(25);
    QCOMPARE(early(), 25);
    std::sort(times.begin(), times.end());
    qInfo("drag, 100 steps, 5 curves: median %.2f ms, worst %.2f ms from mouse move to repainted plot", times[30],
          times.back());
  }
};

QTEST_MAIN(TestDivergencePlot)
#include "tst_divergence_plot.moc"
