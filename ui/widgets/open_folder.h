// SPDX-License-Identifier: MIT
// Opens a folder in the desktop's file manager.
#pragma once

class QString;
class QWidget;

namespace fb::ui {

// If nothing on this machine can open it, a message says so and names it. GUI thread.
void openFolder(const QString& folder, QWidget* parent);

}  // namespace fb::ui
