// SPDX-License-Identifier: MIT
// A window that was asked for comes to the front, whether it was open or not.
#pragma once

#include <QWidget>

namespace fb::ui {

inline void bringUp(QWidget* window) {
  window->show();
  window->raise();
  window->activateWindow();
}

}  // namespace fb::ui
