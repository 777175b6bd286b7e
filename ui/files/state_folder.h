// SPDX-License-Identifier: MIT
// The folder in which a Studio stores its state, and which process owns it.
#pragma once

#include <QString>

namespace fb::ui {

// Made by main, before anything reads or writes in the folder.
class StateFolder {
public:
  // Makes the folder so that only its owner can access it, or revokes other users' access if it contains only a
  // Studio's files.
  explicit StateFolder(const QString& path);
  ~StateFolder();
  StateFolder(const StateFolder&) = delete;
  StateFolder& operator=(const StateFolder&) = delete;

  const QString& path() const { return m_path; }
  // False if another live process has claimed it. It is a lock on a file, which the system releases when the process
  // ends, however that happens. True on file systems that do not support locks.
  bool claim();

private:
  QString m_path;
  int m_lock = -1;
};

}  // namespace fb::ui
