// SPDX-License-Identifier: MIT
#include "plots/front_plot.h"
#include "theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace fb::ui;

class TestFrontPlot : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void numbersBelowHaveRoom_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("fontScale");
    QTest::addColumn<double>("cheapest");
    for (const int width : {220, 260, 320, 480, 1000})
      for (const double scale : {1., 2.})
        for (const double cheapest : {.1, .35, .6, .86, .97})
          QTest::addRow("%d pixels, font x%.0f, from %.2f", width, scale, cheapest) << width << scale << cheapest;
  }
  void numbersBelowHaveRoom() {
    QFETCH(int, width);
    QFETCH(double, fontScale);
    QFETCH(double, cheapest);
    auto font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * fontScale);
    FrontPlot plot(&m_theme);
    plot.setFont(font);
    FrontPlot::Point least, most;
    least.cost = cheapest;
    most.cost = most.sameness = 1;
    plot.setPoints({least, most});
    plot.show();
    for (const int each : {width, width + 300, width}) {
      plot.resize(each, 170);
      QCoreApplication::processEvents();
      QTRY_VERIFY(haveRoom(plot));
    }
  }

  // A large plot is no emptier than before.
  void aWidePlotHasSeveralNumbers() {
    FrontPlot plot(&m_theme);
    FrontPlot::Point least, most;
    least.cost = .4;
    most.cost = most.sameness = 1;
    plot.setPoints({least, most});
    plot.resize(900, 300);
    plot.show();
    QTRY_VERIFY(plot.sharesBelow().size() >= 4);
  }

private:
  // At least one number, and a gap that the eye sees between any two.
  static bool haveRoom(const FrontPlot& plot) {
    const auto numbers = plot.sharesBelow();
    const double gap = plot.fontMetrics().averageCharWidth();
    for (qsizetype i = 1; i < numbers.size(); ++i)
      if (numbers[i].left() - numbers[i - 1].right() < gap) return false;
    return !numbers.isEmpty();
  }

  Theme m_theme{*qApp};
};

QTEST_MAIN(TestFrontPlot)
#include "tst_front_plot.moc"
