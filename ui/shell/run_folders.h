// SPDX-License-Identifier: MIT
// The folders given to runs, and the removal of those that nothing refers to any more.
#pragma once

#include "session/worker_thread.h"

#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

namespace fb::ui {

// A run that is edited, restarted or deleted leaves its folder behind. A list on disk records which folders this Studio
// has made: other programs' runs may be in the same place and must not be touched. Owned by the Studio, used on the GUI
// thread; all file operations happen on a separate thread, in order.
class RunFolders {
public:
  explicit RunFolders(const QString& list);

  // A run is about to start in this folder.
  void note(const QString& folder);
  // Folders of runs that the user has deleted.
  void moveToTrash(const QStringList& folders);
  // Removes what no run of `used` refers to and nobody has touched for a day.
  void cleanUp(const QStringList& used);
  // The list of runs is lost, so it is unknown which folders are unused: all existing ones are kept forever.
  void leaveAll();
  // Waits until all of the above has been done.
  void wait();

private:
  QString m_list;
  QSet<QString> m_noted;
  WorkerThread m_thread{QStringLiteral("run folders")};
};

}  // namespace fb::ui
