// SPDX-License-Identifier: MIT
// The INI text of settings, as QSettings reads it.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

namespace fb::ui {

// Whether every line is one of such a text. What this is false for was damaged, or is something else.
bool isIni(const QByteArray& bytes);
// Keys are "group/name" in ASCII letters; values are strings, lists of strings, bytes, numbers and flags. QSettings can
// write such a text only to a file and on the thread on which it is used.
QByteArray toIni(const QMap<QString, QVariant>& values);

}  // namespace fb::ui
