// SPDX-License-Identifier: MIT
// The exports in progress, recorded on disk: if the process dies, the remains can be found and removed later.
#pragma once

#include <QString>

namespace fb::ui {

// The engine writes an export under a temporary name next to its target and renames it when it is complete, so a killed
// process leaves only a hidden file of that name. Used on one worker thread; with an empty folder, nothing is recorded.
class ExportJournal {
public:
  explicit ExportJournal(const QString& folder = {}) : m_folder(folder) {}

  // Before the first byte of an export, and after its end.
  void begin(const QString& target) const;
  void end() const;
  // Removes what dead processes have left behind. Call before the first begin() of this one.
  void clearLeftOvers() const;

private:
  QString entry(qint64 process) const;

  QString m_folder;
};

}  // namespace fb::ui
