// SPDX-License-Identifier: MIT
// The folders that runs were given, and the end of those that nothing refers to any more.
#pragma once

#include "session/worker_thread.h"

#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

namespace fb::ui {

// A run that is edited, restarted or deleted leaves its folder behind. A list on disk says which folders this Studio
// has made: other programs' runs may lie in the same place and are none of its business. Owned by the Studio, used on
// the GUI thread; all work on files is done on a thread of its own, in order.
class RunFolders {
public:
  explicit RunFolders(const QString& list);

  // A run is about to begin in this folder.
  void note(const QString& folder);
  // Folders of runs that someone has deleted.
  void moveToTrash(const QStringList& folders);
  // Removes what no run of `used` refers to and nobody has touched for a day.
  void cleanUp(const QStringList& used);
  // The list of runs is lost, so no folder can be told to be unused: all there are now stay for ever.
  void leaveAll();
  // Waits until all of the above is done.
  void wait();

private:
  QString m_list;
  QSet<QString> m_noted;
  WorkerThread m_thread{QStringLiteral("run folders")};
};

}  // namespace fb::ui
