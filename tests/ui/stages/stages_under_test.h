// SPDX-License-Identifier: MIT
// The stage panel on the screen, with its own undo.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/events.h"
#include "plots/divergence_plot.h"
#include "stages/stage_panel.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace fb::ui {

inline CostEstimate estimate() {
  CostEstimate cost;  // for early 40 %, late 20 % of 30 steps
  cost.largeForward = 10;
  cost.smallForward = 1;
  cost.sampling = 18 * 10 + 12;
  cost.samplingLargeOnly = 300;
  cost.seconds = 41;
  cost.secondsLargeOnly = 63;
  return cost;
}

inline StepReport report(int step, int steps = 30) {
  StepReport report;
  report.step = step;
  report.steps = steps;
  report.sigma = 1 - static_cast<double>(step) / steps;
  report.divergence = Divergence{.5, .1};
  return report;
}

inline std::vector<StepReport> reports(int count, int steps = 30) {
  std::vector<StepReport> all;
  for (int i = 0; i < count; ++i) all.push_back(report(i, steps));
  return all;
}

// A base of test classes, beside QObject.
class StagesUnderTest {
protected:
  void open() {
    if (!m_theme) m_theme = std::make_unique<Theme>(*qApp);
    m_undo = std::make_unique<QUndoStack>();
    m_panel = std::make_unique<StagePanel>(m_theme.get(), m_undo.get());
    m_panel->resize(1300, 320);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    plot()->repaintNow();
  }

  template <class Widget>
  Widget* find(const char* name) const {
    return m_panel->findChild<Widget*>(QString::fromLatin1(name));
  }
  DivergencePlot* plot() const { return m_panel->findChild<DivergencePlot*>(); }
  static QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }
  QString words() const { return plain(find<QLabel>("costWords")->text()); }
  void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
  void dragPlot(Handle handle, int steps) {
    auto* target = plot();
    const auto from = target->handlePosition(handle);
    const QPoint to = from + QPoint(target->plotArea().width() * steps / target->schedule().steps, 30);
    QTest::mousePress(target, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(target, to);
    QTest::mouseRelease(target, Qt::LeftButton, Qt::NoModifier, to);
  }
  void typeShare(const char* name, const QString& text) {
    auto* spin = find<QSpinBox>(name);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, text);
    QTest::keyClick(spin, Qt::Key_Return);
  }
  void checkStages(int early, int late) const {
    QCOMPARE(plot()->schedule().earlySteps(), early);
    QCOMPARE(plot()->schedule().lateSteps(), late);
    QCOMPARE(find<QSlider>("earlySlider")->value(), early);
    QCOMPARE(find<QSlider>("lateSlider")->value(), late);
    QCOMPARE(find<QSpinBox>("earlyShare")->value(), early);
    QCOMPARE(find<QSpinBox>("lateShare")->value(), late);
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QUndoStack> m_undo;
  std::unique_ptr<StagePanel> m_panel;
};

}  // namespace fb::ui
