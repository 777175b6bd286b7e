// SPDX-License-Identifier: MIT
#include "viewer/compare_transport.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/clip_clock.h"
#include "viewer/scrub_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace fb::ui {

CompareTransport::CompareTransport(const Theme* theme, ClipClock* clock, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_clock(clock) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  m_back = addButton("compareBackButton", "step-back");
  m_play = addButton("comparePlayButton", "play");
  m_forward = addButton("compareForwardButton", "step-forward");
  m_scrub = new ScrubBar(this);
  m_scrub->setObjectName(QStringLiteral("compareScrubBar"));
  m_scrub->setMinimumWidth(40);
  layout->addWidget(m_scrub, 1);
  m_time = new QLabel(this);
  m_time->setObjectName(QStringLiteral("compareTimecode"));
  m_time->setProperty("role", "muted");
  layout->addWidget(m_time);
  m_loop = addButton("compareLoopButton", "loop");
  m_loop->setCheckable(true);
  m_loop->setChecked(clock->loops());

  connect(m_back, &QToolButton::clicked, clock, [clock] { clock->stepBy(-1); });
  connect(m_play, &QToolButton::clicked, clock, &ClipClock::toggle);
  connect(m_forward, &QToolButton::clicked, clock, [clock] { clock->stepBy(1); });
  connect(m_loop, &QToolButton::toggled, clock, &ClipClock::setLoop);
  connect(m_scrub, &QSlider::valueChanged, clock, &ClipClock::seek);
  connect(clock, &ClipClock::frameChanged, this, &CompareTransport::showFrame);
  connect(clock, &ClipClock::playingChanged, this, &CompareTransport::retranslate);
  refreshClip();
}

QToolButton* CompareTransport::addButton(const char* objectName, const char* icon) {
  auto* button = new QToolButton(this);
  button->setObjectName(QLatin1String(objectName));
  button->setIcon(m_theme->icon(QLatin1String(icon)));
  layout()->addWidget(button);
  return button;
}

void CompareTransport::refreshClip() {
  {
    const QSignalBlocker blocker(m_scrub);
    m_scrub->setClip(m_clock->frames(), m_clock->fps());
  }
  for (auto* button : {m_back, m_play, m_forward, m_loop}) button->setEnabled(m_clock->frames() > 1);
  retranslate();
  showFrame();
}

void CompareTransport::showFrame() {
  const QSignalBlocker blocker(m_scrub);
  m_scrub->setValue(m_clock->frame());
  const auto at = [this](int frame) { return timecode(frame, m_clock->fps()); };
  m_time->setText(m_clock->frames() > 0 ? tr("%1 / %2").arg(at(m_clock->frame()), at(m_clock->frames())) : QString());
}

void CompareTransport::retranslate() {
  const auto say = [](QToolButton* button, const QString& name, const QString& hint) {
    button->setAccessibleName(name);
    button->setToolTip(hint);
  };
  m_play->setIcon(m_theme->icon(m_clock->isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
  if (m_clock->isPlaying())
    say(m_play, tr("Pause"), tr("Pause all clips (Space or K)"));
  else
    say(m_play, tr("Play"), tr("Play all clips together (Space; J backwards, L faster)"));
  say(m_back, tr("One frame back"), tr("One frame back in all clips (,)"));
  say(m_forward, tr("One frame forward"), tr("One frame forward in all clips (.)"));
  say(m_loop, tr("Play in a loop"), tr("Start over at the end"));
  m_scrub->setAccessibleName(tr("Frame of all clips"));
}

void CompareTransport::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    showFrame();
  }
  QWidget::changeEvent(event);
}

void CompareTransport::resizeEvent(QResizeEvent* event) {
  // In a narrow window, the bar needs the room more than the time display does.
  m_time->setVisible(width() > 22 * fontMetrics().averageCharWidth() + 260);
  QWidget::resizeEvent(event);
}

}  // namespace fb::ui
