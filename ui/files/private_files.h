// SPDX-License-Identifier: MIT
// Files and folders that only their owner may access: they contain prompts. Any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace fb::ui {

// Makes the folder, with mode 0700, and its parents; an existing one is left as it is. Returns an errno, 0 on success.
int makePrivateFolder(const QString& folder);
// Makes an empty file with mode 0600, or revokes other users' access to an existing one. Returns an errno, 0 on
// success. A file of another owner is left as it is, without an error.
int makePrivateFile(const QString& file);
// Writes the file so that it contains these bytes and only its owner can access it, or leaves it as it was. Returns
// what went wrong; a null string on success.
QString replaceFile(const QString& file, const QByteArray& bytes);

}  // namespace fb::ui
