// SPDX-License-Identifier: MIT
// Messages to the user: brief ones, ones to be read, and ones for a user who is elsewhere.
#pragma once

#include "flowblend/status.h"
#include "widgets/notice_bar.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <vector>

class QStatusBar;
class QWidget;

namespace fb::ui {

class Settings;

// Owned by the window, as are its bars. GUI thread.
class Announcer : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;
    NoticeBar* notice;
    QStatusBar* status;
    const Settings* settings;
  };
  explicit Announcer(const Parts& parts, QObject* parent = nullptr);

  // In the status bar, for a while.
  void say(LiveText sentence, std::chrono::milliseconds time = std::chrono::seconds(8));
  // The same, unless a run starts before.
  void sayUntilStart(LiveText sentence);
  // Above the clip, until it is dismissed or resolved.
  void offer(LiveText sentence, LiveText action, std::function<void()> act);
  // The same without an action.
  void inform(LiveText sentence);
  void warn(LiveText sentence);
  // A warning with up to two possible actions.
  void offerWays(LiveText sentence, std::vector<NoticeBar::Action> ways);
  // Above the clip for as long as the problem lasts, with one possible action.
  void stand(const QString& matter, LiveText sentence, LiveText action, std::function<void()> act);
  // The problem is resolved. The sentence says so, if a message was shown.
  void withdraw(const QString& matter, LiveText sentence);
  void tellError(LiveText what, const fb::Error& error);
  // On the desktop, if the window is not in front and the user wants notifications.
  void notifyIfAway(const QString& sentence);
  // A run starts: errors of earlier attempts, offers and what was said until then are no longer relevant.
  void dropOutdated();
  // Something was opened: errors of earlier files are no longer relevant.
  void dropErrors();

Q_SIGNALS:
  // By notifyIfAway(): this was told outside the window, as far as the desktop has a place for it.
  void notified(const QString& sentence);

protected:
  bool eventFilter(QObject* object, QEvent* event) override;

private:
  void showSaid();
  bool isSaidShown() const;

  Parts m_parts;
  LiveText m_said;  // last in the status bar
  QString m_shown;  // its text there
  QDeadlineTimer m_until;
  bool m_endsAtStart = false;
};

}  // namespace fb::ui
