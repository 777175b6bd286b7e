// SPDX-License-Identifier: MIT
// Every command of the preview as one QAction: shared by buttons, context menu, the window's menu and the full screen
// view.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QVariant>

class QAction;
class QActionGroup;
class QWidget;

namespace fb::ui {

class ClipClock;
class Theme;

// Owned by the preview panel; controls its clock. The panel implements what concerns the image (zoom, smoothing, full
// screen, copy, save). Keys work only in the widgets of attachTo(): space and letters are needed for typing elsewhere.
// GUI thread.
class PlayerActions : public QObject {
  Q_OBJECT
public:
  PlayerActions(const Theme* theme, ClipClock* clock, QObject* parent);

  QAction* play;  // and pause
  QAction* backwards;
  QAction* hold;
  QAction* forwards;
  QAction* stepBack;
  QAction* stepOn;
  QAction* first;
  QAction* last;
  QAction* loop;
  QActionGroup* speeds;  // data: double
  QActionGroup* zooms;   // data: int, percent; 0 fits
  QAction* smooth;
  QAction* fullScreen;
  QAction* copyFrame;
  QAction* saveFrame;

  // The commands with keys, as shown in a menu.
  QList<QAction*> transport() const;
  // Their keys work while the widget or a child of it has the focus.
  void attachTo(QWidget* widget) const;
  // The actions that need a clip.
  void setHasClip(bool hasClip);
  void retranslate();

private:
  QAction* make(const char* objectName, const char* icon, const QKeySequence& keys = {});
  static void addChoices(QActionGroup* group, const QList<QVariant>& values);
  void sayPlaying();
  void checkSpeed(double speed);

  const Theme* m_theme;
  ClipClock* m_clock;
};

}  // namespace fb::ui
