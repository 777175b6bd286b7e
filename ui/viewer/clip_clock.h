// SPDX-License-Identifier: MIT
// Which frame is shown now: exact to the frame, whatever the timer's jitter.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace fb::ui {

// Counts from an anchor (time, frame) and never adds up delays: a late tick skips frames instead of slowing down. GUI
// thread only.
class ClipClock : public QObject {
  Q_OBJECT
public:
  // The time in nanoseconds; tests provide their own.
  using Now = std::function<qint64()>;
  explicit ClipClock(QObject* parent = nullptr, Now now = {});

  // A clip of the same length and rate continues at exactly the position of the one before it: a preview that is
  // updated at every step plays smoothly. Otherwise the position is kept in proportion.
  void setClip(int frames, double fps);
  int frames() const { return m_frames; }
  double fps() const { return m_fps; }
  int frame() const { return m_frame; }
  bool isPlaying() const { return m_timer.isActive(); }
  double speed() const { return m_speed; }
  bool loops() const { return m_loop; }

  void play();
  void pause();
  void toggle() { isPlaying() ? pause() : play(); }
  // Pauses; beyond the ends, it stays at them.
  void stepBy(int frames);
  void seek(int frame);
  // 1 = as recorded, negative = backwards.
  void setSpeed(double speed);
  void setLoop(bool loop) { m_loop = loop; }
  // J (-1) and L (+1): play in that direction; pressed again, faster, up to four times the speed.
  void shuttle(int direction);
  // Shows the current frame; called by the timer.
  void tick();

  // The frame `milliseconds` after frame `from`; -1 if a clip that does not loop has ended.
  static int frameAfter(int from, double milliseconds, int frames, double fps, double speed, bool loop);

Q_SIGNALS:
  void frameChanged(int frame);
  void playingChanged(bool playing);
  void speedChanged(double speed);

private:
  void runTimer();  // two ticks per frame
  void anchor();
  void show(int frame);

  Now m_now;
  int m_frames = 0;
  double m_fps = 16;
  int m_frame = 0;
  double m_speed = 1;
  bool m_loop = true;
  int m_from = 0;
  qint64 m_since = 0;
  QTimer m_timer;
};

}  // namespace fb::ui
