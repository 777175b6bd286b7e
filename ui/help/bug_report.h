// SPDX-License-Identifier: MIT
// The text to paste into a bug report.
#pragma once

#include <QString>
#include <QStringList>

namespace fb::ui {

class LogBook;

// In English, since developers read it. Folder names below the home folder are kept; the home folder itself becomes
// "~".
QString bugReport(const LogBook& book, const QStringList& devices);

}  // namespace fb::ui
