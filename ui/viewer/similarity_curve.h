// SPDX-License-Identifier: MIT
// One measure over the frames of a clip as a small line.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace fb::ui {

class Theme;

// Owned by the compare view. GUI thread. Name and mean above the line, the value of the current frame next to them; a
// press or a drag on the line requests that frame.
class SimilarityCurve : public QWidget {
  Q_OBJECT
public:
  explicit SimilarityCurve(const Theme* theme, QWidget* parent = nullptr);

  // Number of `decimals` of the displayed values.
  void setValues(std::vector<double> values, int decimals);
  const std::vector<double>& values() const { return m_values; }
  // caption: with the mean, such as "SSIM 0.953"; waiting: shown while there are no values.
  void setTexts(const QString& caption, const QString& waiting);
  void setFrame(int frame);
  // Where a frame's point is.
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
  void paintLine(QPainter& painter) const;
  QString written(double value) const;

  const Theme* m_theme;
  std::vector<double> m_values;
  double m_low = 0;
  double m_high = 1;
  int m_decimals = 2;
  int m_frame = 0;
  QString m_caption;
  QString m_waiting;
};

}  // namespace fb::ui
