// SPDX-License-Identifier: MIT
// The memory of the next run in the status bar: read at a glance, and phase by phase on demand.
#include "shell/memory_bar.h"
#include "shell/memory_chart.h"
#include "shell/status_line.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QtTest>

#include <cmath>
#include <memory>
#include <utility>

using namespace fb;
using namespace fb::ui;

namespace {

// A card of 12 GB whose large model is streamed, with a browser beside it.
MemoryPlan smallCard() {
  MemoryPlan plan;
  plan.device = "cuda:0";
  plan.total = 12'000'000'000;
  plan.free = 10'500'000'000;
  plan.limit = 10'000'000'000;
  plan.parts.push_back({"large model", "bf16", 28'000'000'000, MemoryPlan::Place::Streamed, 6'000'000'000, 0, 40, 8});
  plan.phases = {{"encoding", 4'000'000'000, 300'000'000},
                 {"early", 7'000'000'000, 2'600'000'000},
                 {"middle", 7'000'000'000, 1'000'000'000},
                 {"decoding", 500'000'000, 6'000'000'000, true}};
  return plan;
}

QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }

// How many columns in the middle of a bar have this colour.
int columnsOf(const QColor& color, const MemoryPlan& plan, const MemoryPlan::PhaseUse& use, const ThemeColors& colors) {
  constexpr int kWidth = 120;
  QImage image(kWidth, 12, QImage::Format_RGB32);
  image.fill(colors.panel);
  QPainter painter(&image);
  MemoryBar::paintUse(painter, QRectF(0, 2, kWidth, 8), plan, use, colors);
  painter.end();
  int found = 0;
  for (int x = 0; x < kWidth; ++x) found += image.pixelColor(x, 6) == color ? 1 : 0;
  return found;
}

}  // namespace

class TestMemoryBar : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_theme = std::make_unique<Theme>(*qApp);
    m_status = std::make_unique<StatusLine>(m_theme.get());
    m_status->resize(1200, 28);
    m_status->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_status.get()));
    m_bar = m_status->findChild<MemoryBar*>("memoryBar");
    QVERIFY(m_bar);
  }
  void cleanup() {
    m_status.reset();
    m_theme.reset();
  }

  void itSaysHowMuchOfTheDeviceAndWhatIsStreamed() {
    QVERIFY(m_bar->isHidden());
    auto plan = smallCard();
    m_status->setMemoryPlan(plan);
    QVERIFY(!m_bar->isHidden());
    QCOMPARE(plain(m_bar->words()), QString("Next run: 9.6 GB of 12.0 GB, streamed"));
    plan.parts.front().place = MemoryPlan::Place::Device;
    m_status->setMemoryPlan(plan);
    QCOMPARE(plain(m_bar->words()), QString("Next run: 9.6 GB of 12.0 GB"));
    plan.phases[1].working = 9'000'000'000;
    plan.problem = "use a smaller size";
    m_status->setMemoryPlan(plan);
    QCOMPARE(plain(m_bar->words()), QString("Next run does not fit: 16.0 GB of 12.0 GB"));
    m_status->setMemoryPlan({});
    QVERIFY(m_bar->isHidden());
    QVERIFY(m_bar->words().isEmpty() && m_bar->toolTip().isEmpty());
  }

  // The program's own memory stands beside it: a machine must not have two sizes.
  void bothSizesOfAMachineAreTheSame() {
    DeviceInfo device;
    device.id = "cpu";
    device.memoryTotal = 25'300'000'000;
    m_status->setDevice(device, 2);
    MemoryPlan plan;
    plan.device = "cpu";
    plan.total = plan.free = plan.limit = device.memoryTotal;
    plan.phases = {{"early", 1'000'000'000, 0}};
    m_status->setMemoryPlan(plan);
    const auto size = QStringLiteral(" of 25.3 GB");
    QVERIFY2(plain(m_bar->words()).endsWith(size), qPrintable(m_bar->words()));
    QStringList texts;
    for (const auto* label : m_status->findChildren<QLabel*>()) texts << plain(label->text());
    QVERIFY2(texts.join('\n').contains("Memory ") && texts.join('\n').contains(size), qPrintable(texts.join('\n')));
  }

  // However little is used, the track is as long; where room is short, the words go and the bar stays.
  void theTrackIsAlwaysWhole() {
    auto plan = smallCard();
    m_status->setMemoryPlan(plan);
    const auto full = m_bar->sizeHint(), least = m_bar->minimumSizeHint();
    QVERIFY(least.width() >= 64);
    QCOMPARE(full.width() > least.width() + m_bar->fontMetrics().horizontalAdvance(m_bar->words()), true);
    plan.phases = {{"early", 1'000'000, 0}};
    m_status->setMemoryPlan(plan);
    QCOMPARE(m_bar->minimumSizeHint(), least);
    QTRY_COMPARE(m_bar->width(), m_bar->sizeHint().width());
  }

  void aBarShowsEachKindOfUse() {
    const auto& colors = m_theme->colors();
    auto plan = smallCard();
    // 7 of 12 GB in 120 columns, less the outline.
    QVERIFY(std::abs(columnsOf(colors.large, plan, plan.phases[1], colors) - 70) <= 2);
    QVERIFY(std::abs(columnsOf(colors.small, plan, plan.phases[2], colors) - 70) <= 2);
    QCOMPARE(columnsOf(colors.large, plan, plan.phases[2], colors), 0);
    QCOMPARE(columnsOf(colors.error, plan, plan.phases[1], colors), 0);
    // Little is visible, too, and nothing is not.
    const MemoryPlan::PhaseUse little{"early", 1'000, 0}, nothing{"early", 0, 0};
    QVERIFY(columnsOf(colors.large, plan, little, colors) >= 1);
    QCOMPARE(columnsOf(colors.large, plan, nothing, colors), 0);
    // 9.6 of 12 GB may be 8 only.
    plan.limit = 8'000'000'000;
    plan.problem = "use a smaller size";
    QVERIFY(std::abs(columnsOf(colors.error, plan, plan.phases[1], colors) - 16) <= 3);
  }

  void theKeyboardOpensAChartOfThePhases() {
    m_status->setMemoryPlan(smallCard());
    m_status->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_status.get()));
    m_bar->setFocus(Qt::TabFocusReason);
    QVERIFY(m_bar->hasFocus());
    QTest::keyClick(m_bar, Qt::Key_Space);
    QPointer<MemoryChart> chart = m_bar->findChild<MemoryChart*>();
    QVERIFY(chart && chart->isVisible());
    for (const auto& [phase, words] : {std::pair("encoding", "4.3 GB"), std::pair("early", "9.6 GB"),
                                       std::pair("middle", "8.0 GB"), std::pair("decoding", "6.5 GB")}) {
      const auto* size = chart->findChild<QLabel*>(QStringLiteral("memoryOf_") + QLatin1String(phase));
      QVERIFY2(size, phase);
      QCOMPARE(plain(size->text()), QString(words));
    }
    QStringList texts;
    for (const auto* label : chart->findChildren<QLabel*>()) texts << plain(label->text());
    QCOMPARE(texts.count("measured"), 1);
    QVERIFY2(texts.contains("Streamed: 8 of 40 blocks of the large model stay on the device"),
             qPrintable(texts.join('\n')));
    QVERIFY(texts.contains("limit: 10.0 GB") && texts.contains("other programs"));
    // It is no part of the status bar, whose texts are faint.
    const auto inkOf = [](const QLabel* label) { return label->palette().color(QPalette::WindowText); };
    QCOMPARE(inkOf(chart->findChild<QLabel*>("memoryOf_early")), m_theme->colors().text);
    // A screen reader has it all at once.
    auto* reader = QAccessible::queryAccessibleInterface(chart.data());
    QCOMPARE(reader->text(QAccessible::Name), QString("Memory for the next run"));
    QVERIFY(reader->text(QAccessible::Description).contains("Decoding"));
    QTest::keyClick(chart.data(), Qt::Key_Escape);
    QTRY_VERIFY(!chart);
  }

  void whatDoesNotFitIsToldInTheChart() {
    auto plan = smallCard();
    plan.problem = "use a smaller size";
    m_status->setMemoryPlan(plan);
    m_bar->click();
    auto* chart = m_bar->findChild<MemoryChart*>();
    QVERIFY(chart);
    QStringList texts;
    for (const auto* label : chart->findChildren<QLabel*>()) texts << label->text();
    QVERIFY2(texts.contains("use a smaller size"), qPrintable(texts.join('\n')));
    chart->close();
  }

private:
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<StatusLine> m_status;
  MemoryBar* m_bar = nullptr;
};

QTEST_MAIN(TestMemoryBar)
#include "tst_memory_bar.moc"
