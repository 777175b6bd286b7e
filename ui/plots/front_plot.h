// SPDX-License-Identifier: MIT
// Cost against sameness of a sweep's candidates, with the front of those to which nothing is better in both.
#pragma once

#include <QChar>
#include <QList>
#include <QRectF>
#include <QSharedPointer>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QCPGraph;
class QCPErrorBars;
class QCPItemStraightLine;
class QCustomPlot;

namespace fb::ui {

class ShareTicker;
class Theme;

// Owned by the results page. GUI thread. Points are selected by mouse, or by the arrow keys in the order of their cost.
class FrontPlot : public QWidget {
  Q_OBJECT
public:
  struct Point {
    double cost = 0;  // share of the large model's
    double sameness = 0;
    double low = 0, high = 0;  // the interval's ends
    bool isOnFront = false;
    QString name;     // for the tooltip and screen readers
    QString symbols;  // of the rules that propose it
    bool isChosen = false;
    bool isRival = false;  // shown as a square
  };
  explicit FrontPlot(const Theme* theme, QWidget* parent = nullptr);
  ~FrontPlot() override;

  // In ascending order of cost.
  void setPoints(std::vector<Point> points);
  const std::vector<Point>& points() const { return m_points; }
  void setAsked(double sameness);
  // The point with the cross hairs; absent: none. No signal.
  void select(std::optional<int> point);
  std::optional<int> selected() const { return m_selected; }
  // Where the window's boundaries are; absent: at none of the points.
  void setHandles(std::optional<int> point);
  // Widget position of a point.
  QPointF positionOf(int point) const;
  // Widget positions of the numbers below the plot, as they were last painted.
  QList<QRectF> sharesBelow() const;

  QSize sizeHint() const override { return {320, 170}; }
  QSize minimumSizeHint() const override { return {220, 150}; }

Q_SIGNALS:
  // By the user. merges: one of a series of keys.
  void chosen(int point, bool merges);

protected:
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  std::optional<int> pointAt(const QPointF& position) const;
  void choose(int point, bool merges);
  void refresh();
  void recolor();
  void describe();
  void paintMarks(QPainter& painter) const;

  const Theme* m_theme;
  QCustomPlot* m_plot;
  QSharedPointer<ShareTicker> m_shares;
  QCPGraph* m_front;
  QCPGraph* m_others;
  QCPErrorBars* m_intervals;
  QCPGraph* m_all;  // carries the intervals
  QCPItemStraightLine* m_line;
  std::vector<Point> m_points;
  std::optional<int> m_selected, m_handles;
  double m_asked = 0;
};

}  // namespace fb::ui
