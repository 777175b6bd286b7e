// SPDX-License-Identifier: MIT
// One measure over the frames of one or several clips as small lines, on an axis that is always the same.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace fb::ui {

class Theme;

// Owned by the compare view. GUI thread. Name and mean above the lines, the values of the current frame next to them; a
// press or a drag requests that frame.
class SimilarityCurve : public QWidget {
  Q_OBJECT
public:
  // The ends of the axis; values beyond them are drawn at its end. `decimals` of the displayed values.
  struct Axis {
    double low;
    double high;
    int decimals;
  };
  struct Line {
    QString name;  // shown if there are several
    std::vector<double> values;
  };
  SimilarityCurve(const Theme* theme, const Axis& axis, QWidget* parent = nullptr);

  void setLines(std::vector<Line> lines);
  const std::vector<Line>& lines() const { return m_lines; }
  // caption: with the mean, such as "SSIM 0.953"; waiting: shown while there are no values.
  void setTexts(const QString& caption, const QString& waiting);
  void setFrame(int frame);
  // Where a frame's point is, on the first line.
  QPointF pointOf(int frame) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  void frameRequested(int frame);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

private:
  QRectF plotRect() const;
  void request(double x);
  QPointF pointOf(const Line& line, int frame) const;
  QColor colorOf(std::size_t line) const;
  int frames() const;
  void paintAxis(QPainter& painter) const;
  void paintLine(QPainter& painter, std::size_t index) const;
  void paintValues(QPainter& painter) const;
  QString valueOf(const Line& line) const;  // of the current frame, with its name if there are several

  const Theme* m_theme;
  Axis m_axis;
  std::vector<Line> m_lines;
  int m_frame = 0;
  QString m_caption;
  QString m_waiting;
};

}  // namespace fb::ui
