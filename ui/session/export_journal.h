// SPDX-License-Identifier: MIT
// Which exports are under way, kept on disk: what the end of the process leaves of one can be found and removed later.
#pragma once

#include <QString>

namespace fb::ui {

// The engine writes an export under a temporary name beside its target and renames it when it is whole, so a killed
// process leaves a hidden file of that name and nothing else. Used on one worker thread; an empty folder keeps nothing.
class ExportJournal {
public:
  explicit ExportJournal(const QString& folder = {}) : m_folder(folder) {}

  // Before the first byte of an export, and after its end.
  void begin(const QString& target) const;
  void end() const;
  // Removes what processes that are gone have left behind. Before the first begin() of this one.
  void clearLeftOvers() const;

private:
  QString entry(qint64 process) const;

  QString m_folder;
};

}  // namespace fb::ui
