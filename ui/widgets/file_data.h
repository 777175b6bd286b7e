// SPDX-License-Identifier: MIT
// Files for the clipboard and for dragging into other programs.
#pragma once

#include <QStringList>

class QMimeData;

namespace fb::ui {

// As file managers offer copied files, so that they and others take them. The caller owns it. GUI thread.
QMimeData* mimeDataOf(const QStringList& files);

}  // namespace fb::ui
