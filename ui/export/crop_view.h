// SPDX-License-Identifier: MIT
// A frame of the clip, with the part that stays when it is cropped.
#pragma once

#include "flowblend/export.h"

#include <QImage>
#include <QPointF>
#include <QSize>
#include <QWidget>

#include <optional>

namespace fb::ui {

// The part is moved with the mouse and the arrow keys (with Shift in smaller steps). Part of the export dialog. GUI
// thread.
class CropView : public QWidget {
  Q_OBJECT
public:
  explicit CropView(QWidget* parent = nullptr);

  // Null if no frame is there yet: then an empty one is shown.
  void setPicture(const QImage& picture);
  // In pixels of a clip of this size; each side at least 1.
  void setPart(QSize clip, const PixelRect& part);
  // Where the part is seen, in coordinates of the widget.
  QRectF partOnScreen() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  // Where the part would lie, as in Crop: 0..1 in each direction. Directions without room keep 0.5.
  void moved(double focusX, double focusY);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  QRectF pictureOnScreen() const;
  void moveTo(QPointF topLeft);

  QImage m_picture;
  QSize m_clip = {16, 9};
  PixelRect m_part = {0, 0, 16, 9};
  std::optional<QPointF> m_grabbed;  // from the part's corner, while it is dragged
};

}  // namespace fb::ui
