// SPDX-License-Identifier: MIT
// One frame, fitted or scaled by whole multiples.
#pragma once

#include <QImage>
#include <QPointF>
#include <QString>
#include <QWidget>

namespace fb::ui {

class Theme;

// Owned by the preview panel. zoom 0: fit. A frame larger than the view is panned by dragging.
class FrameView : public QWidget {
  Q_OBJECT
public:
  explicit FrameView(const Theme* theme, QWidget* parent = nullptr);

  void setImage(const QImage& image);
  const QImage& image() const { return m_image; }
  // Shown while there is no image.
  void setEmptyText(const QString& text);
  const QString& emptyText() const { return m_emptyText; }
  void setZoom(int percent);
  int zoom() const { return m_zoom; }
  void setSmooth(bool smooth);
  bool isSmooth() const { return m_smooth; }
  // Where the image is drawn.
  QRectF imageRect() const;
  QSize sizeHint() const override { return {480, 320}; }
  QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
  void doubleClicked();

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
  const Theme* m_theme;
  QImage m_image;
  QString m_emptyText;
  int m_zoom = 0;
  bool m_smooth = false;
  QPointF m_pan;
  QPointF m_pressed;
};

}  // namespace fb::ui
