// SPDX-License-Identifier: MIT
// Files and folders that are nobody's business but their owner's: they hold prompts. Any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace fb::ui {

// Makes the folder, with mode 0700, and those above it; one that is there stays as it is. Returns an errno, 0 for
// success.
int makePrivateFolder(const QString& folder);
// Makes an empty file with mode 0600, or takes what others may do with it away from one that is there. Returns an
// errno, 0 for success. Somebody else's file stays as it is, without an error.
int makePrivateFile(const QString& file);
// The file holds these bytes and is its owner's alone, or is as it was before. Returns what went wrong, a null text if
// nothing did.
QString replaceFile(const QString& file, const QByteArray& bytes);

}  // namespace fb::ui
