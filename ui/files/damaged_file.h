// SPDX-License-Identifier: MIT
// What becomes of a user's file that cannot be understood: it is kept, beside the new one that takes its place.
#pragma once

#include <QString>

namespace fb::ui {

// Renames `file` to "<file>.damaged-<date and time>", a name that is not taken yet. Returns the new name; empty where
// the file could not be renamed, so that it must not be written. Any thread.
QString keepAside(const QString& file);

}  // namespace fb::ui
