// SPDX-License-Identifier: MIT
// Esc and Ctrl+W for windows that are no dialogs.
#pragma once

class QWidget;

namespace fb::ui {

// Lets Ctrl+W, and Esc where nothing inside has a use for it, close the window. Once for each window.
void closeByKeys(QWidget* window);

}  // namespace fb::ui
