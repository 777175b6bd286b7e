// SPDX-License-Identifier: MIT
// The folder in which a Studio keeps what it remembers, and whose it is.
#pragma once

#include <QString>

namespace fb::ui {

// Main's, before anything that reads or writes in the folder.
class StateFolder {
public:
  // Makes the folder for its owner's eyes alone, or takes what others may do with it away if nothing but a Studio's
  // files is in it.
  explicit StateFolder(const QString& path);
  ~StateFolder();
  StateFolder(const StateFolder&) = delete;
  StateFolder& operator=(const StateFolder&) = delete;

  const QString& path() const { return m_path; }
  // False if another process has claimed it that still lives. It is a lock on a file, which the system takes back when
  // the process ends, however it ends. True on file systems that cannot lock.
  bool claim();

private:
  QString m_path;
  int m_lock = -1;
};

}  // namespace fb::ui
