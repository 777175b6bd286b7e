// SPDX-License-Identifier: MIT
// The INI text of settings, as QSettings reads it.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

namespace fb::ui {

// Keys are "group/name" of ASCII letters; values are texts, lists of texts, bytes, numbers and flags. QSettings writes
// such a text only into a file and on the thread that it is used on.
QByteArray toIni(const QMap<QString, QVariant>& values);

}  // namespace fb::ui
