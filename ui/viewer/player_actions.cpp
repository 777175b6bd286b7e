// SPDX-License-Identifier: MIT
#include "viewer/player_actions.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/clip_clock.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QLocale>
#include <QWidget>

namespace fb::ui {
namespace {

void say(QAction* action, const QString& text, const QString& tip) {
  action->setText(text);
  action->setToolTip(action->shortcut().isEmpty()
                         ? tip
                         : QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
  action->setStatusTip(tip);
}

}  // namespace

PlayerActions::PlayerActions(const Theme* theme, ClipClock* clock, QObject* parent)
    : QObject(parent), speeds(new QActionGroup(this)), zooms(new QActionGroup(this)), m_theme(theme), m_clock(clock) {
  play = make("playAction", "play", Qt::Key_Space);
  backwards = make("backwardsAction", "play-back", Qt::Key_J);
  hold = make("holdAction", "pause", Qt::Key_K);
  forwards = make("forwardsAction", "play-fast", Qt::Key_L);
  stepBack = make("stepBackAction", "step-back", Qt::Key_Comma);
  stepOn = make("stepOnAction", "step-forward", Qt::Key_Period);
  first = make("firstFrameAction", "skip-start", Qt::Key_Home);
  last = make("lastFrameAction", "skip-end", Qt::Key_End);
  loop = make("loopAction", "loop");
  smooth = make("smoothAction", "wand");
  fullScreen = make("fullScreenPreviewAction", "full-screen", Qt::Key_F);
  copyFrame = make("copyShownFrameAction", "copy");
  saveFrame = make("saveFrameAction", "save");
  for (auto* action : {loop, smooth, fullScreen}) action->setCheckable(true);
  loop->setChecked(clock->loops());
  addChoices(speeds, {.25, .5, 1., 2., 4.});
  addChoices(zooms, {0, 100, 200, 400, 800});
  zooms->actions().first()->setChecked(true);
  checkSpeed(clock->speed());

  connect(play, &QAction::triggered, clock, &ClipClock::toggle);
  connect(backwards, &QAction::triggered, clock, [clock] { clock->shuttle(-1); });
  connect(hold, &QAction::triggered, clock, &ClipClock::pause);
  connect(forwards, &QAction::triggered, clock, [clock] { clock->shuttle(1); });
  connect(stepBack, &QAction::triggered, clock, [clock] { clock->stepBy(-1); });
  connect(stepOn, &QAction::triggered, clock, [clock] { clock->stepBy(1); });
  connect(first, &QAction::triggered, clock, [clock] { clock->seek(0); });
  connect(last, &QAction::triggered, clock, [clock] { clock->seek(clock->frames() - 1); });
  connect(loop, &QAction::toggled, clock, &ClipClock::setLoop);
  connect(speeds, &QActionGroup::triggered, clock,
          [clock](const QAction* action) { clock->setSpeed(action->data().toDouble()); });
  connect(clock, &ClipClock::speedChanged, this, &PlayerActions::checkSpeed);
  connect(clock, &ClipClock::playingChanged, this, &PlayerActions::sayPlaying);
  retranslate();
}

QAction* PlayerActions::make(const char* objectName, const char* icon, const QKeySequence& keys) {
  auto* action = new QAction(m_theme->icon(QLatin1String(icon)), {}, this);
  action->setObjectName(QLatin1String(objectName));
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  return action;
}

void PlayerActions::addChoices(QActionGroup* group, const QList<QVariant>& values) {
  for (const auto& value : values) {
    auto* action = group->addAction(QString());
    action->setCheckable(true);
    action->setData(value);
  }
}

QList<QAction*> PlayerActions::transport() const {
  return {play, backwards, hold, forwards, stepBack, stepOn, first, last, fullScreen};
}

void PlayerActions::attachTo(QWidget* widget) const { widget->addActions(transport()); }

void PlayerActions::setHasClip(bool hasClip) {
  for (auto* action : {fullScreen, copyFrame, saveFrame}) action->setEnabled(hasClip);
}

void PlayerActions::checkSpeed(double speed) {
  // When playing backwards, or at a speed without an entry, none is checked.
  for (auto* action : speeds->actions()) action->setChecked(action->data().toDouble() == speed);
}

void PlayerActions::sayPlaying() {
  const bool playing = m_clock->isPlaying();
  play->setIcon(m_theme->icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
  say(play, playing ? tr("&Pause") : tr("&Play"), playing ? tr("Stop at this frame") : tr("Play the clip"));
}

void PlayerActions::retranslate() {
  sayPlaying();
  say(backwards, tr("Play &backwards"), tr("Play backwards; press again to go faster, up to four times the speed"));
  say(hold, tr("&Hold"), tr("Stop at this frame"));
  say(forwards, tr("Play &forwards"), tr("Play forwards; press again to go faster, up to four times the speed"));
  say(stepBack, tr("One frame b&ack"), tr("Stop and show the frame before this one"));
  say(stepOn, tr("One frame f&orward"), tr("Stop and show the frame after this one"));
  say(first, tr("F&irst frame"), tr("Go to the first frame"));
  say(last, tr("La&st frame"), tr("Go to the last frame"));
  say(loop, tr("&Loop"), tr("Start over at the end"));
  say(smooth, tr("S&mooth pixels"), tr("Smooth the pixels of an enlarged clip; otherwise each stays a sharp square"));
  say(fullScreen, tr("Clip in f&ull screen"), tr("Fill the screen with the clip; Esc leaves"));
  say(copyFrame, tr("&Copy frame"), tr("Copy the frame shown to the clipboard"));
  say(saveFrame, tr("Sa&ve frame as PNG…"), tr("Save the frame shown as an image, at the size of the clip"));
  for (auto* action : speeds->actions()) action->setText(tr("%1×").arg(QLocale().toString(action->data().toDouble())));
  for (auto* action : zooms->actions())
    action->setText(action->data().toInt() == 0 ? tr("Fit") : percent(action->data().toInt() / 100.));
}

}  // namespace fb::ui
