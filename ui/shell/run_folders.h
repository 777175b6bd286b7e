// SPDX-License-Identifier: MIT
// The folders given to runs, and the removal of those that nothing refers to any more.
#pragma once

#include "session/worker_thread.h"
#include "shell/run_sizes.h"

#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

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
  // What a run of the history takes up, and whether it may be reduced.
  struct Kept {
    QString folder;
    QString video, videoState;  // as in RunRecord
    bool mustStay = false;
  };
  // If all of them together take up more than `limit` bytes, the first ones are reduced: states that other runs
  // could branch from are removed first, then everything that a run has computed, if its video is
  // still the file that it was saved as.
  void keepWithin(std::uint64_t limit, const std::vector<Kept>& runs);
  // Waits until all of the above has been done.
  void wait();

private:
  QString m_list;
  QSet<QString> m_noted;
  std::shared_ptr<RunSizes> m_sizes;  // used on the thread
  WorkerThread m_thread{QStringLiteral("run folders")};
};

}  // namespace fb::ui
