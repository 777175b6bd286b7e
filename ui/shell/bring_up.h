// SPDX-License-Identifier: MIT
// Brings a requested window to the front, whether it was open or not.
#pragma once

#include <QWidget>

namespace fb::ui {

inline void bringUp(QWidget* window) {
  window->show();
  window->raise();
  window->activateWindow();
}

}  // namespace fb::ui
