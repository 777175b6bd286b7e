// SPDX-License-Identifier: MIT
// Handles a user's file that cannot be parsed: it is kept next to the new one that replaces it. One that a newer
// version of the program has written is left as it is.
#pragma once

#include <QByteArray>
#include <QString>

namespace fb::ui {

// Renames `file` to "<file>.damaged-<date and time>", choosing a free name. Returns the new name; empty if the file
// could not be renamed, in which case it must not be written. Any thread.
QString keepAside(const QString& file);

// Whether the "version" of a JSON document is above the newest one that this program writes. Any thread.
bool isOfNewerVersion(const QByteArray& json, int newest);
// What is to be said of such a file.
QString newerVersionSentence(const QString& file);

}  // namespace fb::ui
