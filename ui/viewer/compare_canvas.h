// SPDX-License-Identifier: MIT
// Two to four images compared: side by side, with a divider, as their difference, or in turn at one place.
#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>

class QPainter;

namespace fb::ui {

class Theme;

enum class CompareMode { SideBySide, Wipe, Difference, Flicker };

// The sides of a comparison, A first.
inline constexpr int kMostSides = 4;
// "A" to "D"
inline QString sideLetter(int side) { return QString(QLatin1Char(static_cast<char>('A' + side))); }

// Owned by the compare view. GUI thread. Every image is fitted into the size of A's. Zoom and place are those of all
// sides: the wheel zooms where the mouse is, dragging moves an enlarged image. Keys: + and - zoom, 0 fits, the arrow
// keys move an enlarged image or, in the wipe, the divider (Shift: ten times as far; Home, End).
class CompareCanvas : public QWidget {
  Q_OBJECT
public:
  explicit CompareCanvas(const Theme* theme, QWidget* parent = nullptr);

  // By side; null: the side has none. Without an A or a B, the sentence is shown.
  void setImages(const QList<QImage>& images);
  void setSentence(const QString& sentence);
  const QString& sentence() const { return m_sentence; }
  // Wipe and difference are those of A and B, which must have the same size for the difference.
  void setMode(CompareMode mode);
  CompareMode mode() const { return m_mode; }
  void setGain(int gain);
  int gain() const { return m_gain; }
  // Fraction of the visible image, from the left, that shows A.
  void setDivider(double share);
  double divider() const { return m_divider; }
  // The side that the flicker shows.
  void setShown(int side);
  int shown() const { return m_shown; }
  // In percent of A's pixels on the screen; 0: fitted.
  void setZoom(int percent);
  int zoom() const { return m_zoom; }
  static constexpr int kZooms[] = {0, 100, 200, 400, 800};

  // Where a side's image is drawn, if it is: beyond the part of the widget that shows it if it is enlarged. The same
  // place for all sides except side by side.
  QRectF imageRect(int side) const;
  QRectF cellRect(int side) const;
  QSize sizeHint() const override { return {520, 320}; }
  QSize minimumSizeHint() const override { return {180, 130}; }

Q_SIGNALS:
  void zoomChanged(int percent);

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  bool isShowing() const;
  QList<int> sides() const;  // that have an image
  const QImage& image(int side) const { return m_images[side]; }
  QRectF boxRect(int side) const;  // of A's size
  QRectF visibleRect() const;      // of the image that has the divider
  QSizeF boxSize() const;          // while enlarged, on the screen
  void zoomAt(int percent, const QPointF& place);
  void zoomBy(int steps, const QPointF& place);
  void moveBy(const QPointF& distance);
  void clampCenter();
  bool isMovable() const;
  bool dividerIsAt(const QPointF& place) const;
  void dragTo(double x);
  void chooseCursor(const QPointF& place);
  void paintImage(QPainter& painter, int side, const QRectF& within) const;
  void paintWipe(QPainter& painter) const;
  void paintTag(QPainter& painter, int side) const;

  const Theme* m_theme;
  QList<QImage> m_images;
  QImage m_difference;  // made when first painted
  QString m_sentence;
  CompareMode m_mode = CompareMode::SideBySide;
  int m_gain = 4;
  double m_divider = .5;
  int m_shown = 0;
  int m_zoom = 0;
  QPointF m_center{.5, .5};  // fraction of the image that is in the middle of its cell
  enum class Drag { None, Divider, Image } m_drag = Drag::None;
  QPointF m_dragged;  // where the mouse was last
  int m_turned = 0;   // of the wheel, less than a notch
};

}  // namespace fb::ui
