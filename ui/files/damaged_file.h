// SPDX-License-Identifier: MIT
// Handles a user's file that cannot be parsed: it is kept next to the new one that replaces it.
#pragma once

#include <QString>

namespace fb::ui {

// Renames `file` to "<file>.damaged-<date and time>", choosing a free name. Returns the new name; empty if the file
// could not be renamed, in which case it must not be written. Any thread.
QString keepAside(const QString& file);

}  // namespace fb::ui
