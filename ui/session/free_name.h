// SPDX-License-Identifier: MIT
// Names of files to be made beside those that exist.
#pragma once

#include <QString>

#include <functional>

namespace fb::ui {

// Without looking at the disk, so that links are not followed. Any thread.
QString cleanAbsolutePath(const QString& path);

// Whether no file can be made there: also if a link that leads nowhere has that name, which no export replaces. Any
// thread.
bool isTaken(const QString& file);

// `base` with the ending or, if that is taken, "base (2)", "base (3)", ...: the first that is not.
QString numberedName(const QString& base, const QString& ending, const std::function<bool(const QString&)>& isTaken);

// The same among the files that exist. Makes the folder that it is to be in, if possible. The name is not claimed:
// whoever writes the file must not replace one that was made meanwhile. Any thread; not the GUI thread if the folder
// may be on a slow disk.
QString freeName(const QString& base, const QString& ending);

}  // namespace fb::ui
