// SPDX-License-Identifier: MIT
// A slider over the frames of a clip that goes where it is pressed.
#pragma once

#include <QSlider>

namespace fb::ui {

// Owned by a transport. Says the timecode under the mouse.
class ScrubBar : public QSlider {
  Q_OBJECT
public:
  explicit ScrubBar(QWidget* parent = nullptr);
  void setClip(int frames, double fps);

protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

private:
  int frameAt(double x) const;

  double m_fps = 16;
};

}  // namespace fb::ui
