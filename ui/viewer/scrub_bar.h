// SPDX-License-Identifier: MIT
// A slider over the frames of a clip that jumps to where it is pressed.
#pragma once

#include <QSlider>

namespace fb::ui {

// Owned by a transport. Shows the timecode under the mouse.
class ScrubBar : public QSlider {
  Q_OBJECT
public:
  explicit ScrubBar(QWidget* parent = nullptr);
  // Both without a signal: they update the bar, they do not scrub.
  void setClip(int frames, double fps);
  void setFrame(int frame);
  // "00:01.0 / 00:02.1" for the current frame, or only the first part; empty without a clip.
  QString timeText(bool withTotal = true) const;

protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

private:
  int frameAt(double x) const;

  int m_frames = 0;
  double m_fps = 16;
};

}  // namespace fb::ui
