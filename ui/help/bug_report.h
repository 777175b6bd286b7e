// SPDX-License-Identifier: MIT
// The text that someone pastes into a bug report.
#pragma once

#include <QString>
#include <QStringList>

namespace fb::ui {

class LogBook;

// In English, since those who mend bugs read it. Names of the user's folders below home are kept, home itself is "~".
QString bugReport(const LogBook& book, const QStringList& devices);

}  // namespace fb::ui
