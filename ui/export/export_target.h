// SPDX-License-Identifier: MIT
// What is where an export is to be written: asked on a thread, since a network share may take long to answer.
#pragma once

#include "session/worker_thread.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace fb::ui {

// Called on the thread of the ExportTargets that has it, one call at a time.
struct ExportDisk {
  enum class Found { Nothing, BrokenLink, File, Folder };

  std::function<Found(const QString& path)> look;
  std::function<bool(const QString& folder)> makeFolder;  // with its parents; whether it is there

  static ExportDisk real();
};

// A place that the user wants exports to go to.
struct ExportTarget {
  QString file;  // empty if there are several clips, which get names of their own in the folder
  QString folder;
  bool mayReplace = false;
  bool mayMakeFolder = false;
};

// GUI thread. Answers come in the order of the questions, on the GUI thread, unless this is destroyed first.
class ExportTargets {
public:
  enum class Answer {
    Free,         // nothing is in the way, and the folder is there
    Replaces,     // a file that may be replaced is there
    IsTaken,      // a file that may not be replaced is there
    NoFolder,     // the folder is not there, and may not be made
    CannotMakeIt  // the folder
  };
  explicit ExportTargets(ExportDisk disk);

  // The folder is made only if nothing else is in the way.
  void ask(const ExportTarget& target, std::function<void(Answer)> then);
  // The first of `base` with the ending, "base (2)", ... that is neither on the disk nor one of `others`, which are
  // clean absolute paths.
  void findFree(const QString& base, const QString& ending, const QStringList& others,
                std::function<void(const QString&)> then);

private:
  ExportDisk m_disk;
  QObject m_here;  // receives the answers
  WorkerThread m_thread;
};

}  // namespace fb::ui
