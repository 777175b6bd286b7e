// SPDX-License-Identifier: MIT
// The text to paste into a bug report.
#pragma once

#include <QString>
#include <QStringList>

namespace fb::ui {

class LogBook;

// What the user has written, which a report contains only if they want it to.
struct ReportPrompts {
  QStringList newest;  // whole prompts, newest first
  QStringList traces;  // all that may be in the log: prompts, and names of files made from them
};

// In English, since developers read it. Folder names below the home folder are kept; the home folder itself becomes
// "~". With prompts, the newest are added; without, every trace of them in the log becomes "(prompt)".
QString bugReport(const LogBook& book, const QStringList& devices, const ReportPrompts& prompts, bool withPrompts);

}  // namespace fb::ui
