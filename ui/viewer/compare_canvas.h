// SPDX-License-Identifier: MIT
// Two images compared: side by side, with a divider, or as their difference.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

class QPainter;

namespace fb::ui {

class Theme;

enum class CompareMode { SideBySide, Wipe, Difference };

// Owned by the compare view. GUI thread. The divider of the wipe is dragged or moved with the arrow keys (Shift: ten
// times as far), Home and End.
class CompareCanvas : public QWidget {
  Q_OBJECT
public:
  explicit CompareCanvas(const Theme* theme, QWidget* parent = nullptr);

  // Both of the same size, or null: then the sentence is shown.
  void setImages(const QImage& a, const QImage& b);
  void setSentence(const QString& sentence);
  const QString& sentence() const { return m_sentence; }
  void setMode(CompareMode mode);
  CompareMode mode() const { return m_mode; }
  void setGain(int gain);
  int gain() const { return m_gain; }
  // Fraction of the image, from the left, that shows A.
  void setDivider(double share);
  double divider() const { return m_divider; }
  // Where A and B are drawn: the same place except side by side.
  QRectF imageRect(int side) const;
  QSize sizeHint() const override { return {520, 320}; }
  QSize minimumSizeHint() const override { return {180, 130}; }

Q_SIGNALS:
  void dividerMoved(double share);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  bool dividerIsAt(const QPointF& place) const;
  void dragTo(double x);
  void paintWipe(QPainter& painter) const;
  void paintTag(QPainter& painter, const QRectF& image, int side) const;

  const Theme* m_theme;
  QImage m_a;
  QImage m_b;
  QImage m_difference;  // made when first painted
  QString m_sentence;
  CompareMode m_mode = CompareMode::SideBySide;
  int m_gain = 4;
  double m_divider = .5;
  bool m_dragging = false;
};

}  // namespace fb::ui
