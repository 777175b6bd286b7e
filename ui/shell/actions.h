// SPDX-License-Identifier: MIT
// Every command of the window as one QAction, and the menus that contain them.
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>

class QAction;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace fb::ui {

class Theme;
class UndoOffers;

// Owned by the window. Texts follow the language through retranslate(), icons the theme.
class Actions : public QObject {
  Q_OBJECT
public:
  Actions(QMainWindow* window, QUndoStack* undo, const Theme* theme);

  QAction* generate;
  QList<QAction*> generateSeeds;  // how many: their data
  QAction* pause;
  QAction* stop;  // and keep
  QAction* cancel;
  QAction* probe;
  QAction* importProfile;
  QAction* exportProfile;
  QAction* findBoundaries;
  QAction* compare;
  QAction* compareLargeOnly;
  QAction* exportClip;
  QAction* openClip;
  QAction* queueList;
  QAction* copyFrame;
  QAction* searchHistory;
  QAction* quit;
  UndoOffers* undoOffers;
  QAction* undo;
  QAction* redo;
  QAction* models;
  QAction* settings;
  QAction* resetLayout;
  QAction* fullScreen;
  QAction* help;
  QAction* tour;
  QAction* log;
  QAction* report;  // a problem
  QAction* about;

  QMenu* viewMenu() const { return m_view; }
  QMenu* seedsMenu() const { return m_seeds; }
  // The preview's commands: adds them to the playback menu and the list of keys.
  void addPlayback(const QList<QAction*>& actions);
  // Name and keys of every command that has keys, for the help page.
  QList<QPair<QString, QString>> shortcuts() const;
  // Whether the pause action resumes.
  void setPaused(bool paused);
  void retranslate();

private:
  QAction* make(const char* objectName, const char* icon, const QKeySequence& keys = {});
  void fillMenus(QMainWindow* window);
  void refreshIcons();
  void sayPause();

  QMainWindow* m_window;
  const Theme* m_theme;
  QHash<QAction*, QString> m_icons;
  bool m_isPaused = false;
  QMenu* m_file = nullptr;
  QMenu* m_edit = nullptr;
  QMenu* m_run = nullptr;
  QMenu* m_seeds = nullptr;
  QMenu* m_playback = nullptr;
  QMenu* m_view = nullptr;
  QMenu* m_models = nullptr;
  QMenu* m_help = nullptr;
};

}  // namespace fb::ui
