// SPDX-License-Identifier: MIT
#include "viewer/clip_clock.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace fb::ui {
namespace {

qint64 steadyTime() {
  using namespace std::chrono;
  return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

ClipClock::ClipClock(QObject* parent, Now now) : QObject(parent), m_now(now ? std::move(now) : Now(steadyTime)) {
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &ClipClock::tick);
}

int ClipClock::frameAfter(int from, double milliseconds, int frames, double fps, double speed, bool loop) {
  const auto passed = static_cast<long long>(std::floor(milliseconds * fps * std::abs(speed) / 1000 + 1e-9));
  const long long frame = from + (speed < 0 ? -passed : passed);
  if (loop) return static_cast<int>(((frame % frames) + frames) % frames);
  return frame < 0 || frame >= frames ? -1 : static_cast<int>(frame);
}

void ClipClock::setClip(int frames, double fps) {
  if (frames == m_frames && fps == m_fps) {
    Q_EMIT frameChanged(m_frame);  // the same position in another clip
    return;
  }
  const int before = m_frames;
  m_frames = frames;
  m_fps = fps > 0 ? fps : 1;
  const int frame = before > 0 && frames > 0 ? m_frame * frames / before : 0;
  m_frame = std::clamp(frame, 0, std::max(0, frames - 1));
  if (frames < 1) pause();
  anchor();
  if (isPlaying()) runTimer();
  Q_EMIT frameChanged(m_frame);
}

void ClipClock::runTimer() { m_timer.start(std::max(1, static_cast<int>(1000 / (m_fps * std::abs(m_speed)) / 2))); }

void ClipClock::anchor() {
  m_from = m_frame;
  m_since = m_now();
}

void ClipClock::play() {
  if (m_frames < 1 || isPlaying()) return;
  // At its end a clip starts over.
  if (!m_loop && m_speed > 0 && m_frame == m_frames - 1) show(0);
  if (!m_loop && m_speed < 0 && m_frame == 0) show(m_frames - 1);
  anchor();
  runTimer();
  Q_EMIT playingChanged(true);
}

void ClipClock::pause() {
  if (!isPlaying()) return;
  m_timer.stop();
  Q_EMIT playingChanged(false);
}

void ClipClock::stepBy(int frames) {
  pause();
  seek(m_frame + frames);
}

void ClipClock::seek(int frame) {
  show(std::clamp(frame, 0, std::max(0, m_frames - 1)));
  anchor();
}

void ClipClock::setSpeed(double speed) {
  if (speed == m_speed || speed == 0) return;
  m_speed = speed;
  anchor();
  if (isPlaying()) runTimer();
  Q_EMIT speedChanged(speed);
}

void ClipClock::shuttle(int direction) {
  const bool sameWay = isPlaying() && (m_speed > 0) == (direction > 0);
  setSpeed(sameWay ? std::clamp(m_speed * 2, -4., 4.) : direction);
  play();
}

void ClipClock::tick() {
  const int frame = frameAfter(m_from, static_cast<double>(m_now() - m_since) / 1e6, m_frames, m_fps, m_speed, m_loop);
  if (frame < 0) {
    show(m_speed > 0 ? m_frames - 1 : 0);
    pause();
  } else {
    show(frame);
  }
}

void ClipClock::show(int frame) {
  if (frame == m_frame) return;
  m_frame = frame;
  Q_EMIT frameChanged(frame);
}

}  // namespace fb::ui
