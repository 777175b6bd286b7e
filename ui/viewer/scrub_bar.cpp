// SPDX-License-Identifier: MIT
#include "viewer/scrub_bar.h"

#include "text/durations.h"

#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace fb::ui {

ScrubBar::ScrubBar(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setMouseTracking(true);
  setPageStep(5);
}

void ScrubBar::setClip(int frames, double fps) {
  const QSignalBlocker blocker(this);
  m_frames = frames;
  m_fps = fps;
  setRange(0, std::max(0, frames - 1));
  setEnabled(frames > 1);
}

void ScrubBar::setFrame(int frame) {
  const QSignalBlocker blocker(this);
  setValue(frame);
}

QString ScrubBar::timeText(bool withTotal) const {
  if (m_frames == 0) return {};
  if (!withTotal) return timecode(value(), m_fps);
  return QStringLiteral("%1 / %2").arg(timecode(value(), m_fps), timecode(m_frames, m_fps));
}

int ScrubBar::frameAt(double x) const {
  const int grip = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
  return QStyle::sliderValueFromPosition(minimum(), maximum(), static_cast<int>(x) - grip / 2, width() - grip);
}

void ScrubBar::mousePressEvent(QMouseEvent* event) {
  // On its own, the slider would only move one page towards the press.
  if (event->button() == Qt::LeftButton) setValue(frameAt(event->position().x()));
  QSlider::mousePressEvent(event);
}

void ScrubBar::mouseMoveEvent(QMouseEvent* event) {
  const int frame = frameAt(event->position().x());
  QToolTip::showText(event->globalPosition().toPoint(), tr("%1 · frame %2").arg(timecode(frame, m_fps)).arg(frame + 1),
                     this);
  if (event->buttons() & Qt::LeftButton) setValue(frame);
}

}  // namespace fb::ui
