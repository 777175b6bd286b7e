// SPDX-License-Identifier: MIT
// Brings a requested window to the front, whether it was open or not; how large it can be at first.
#pragma once

#include <QScreen>
#include <QSize>
#include <QWidget>

namespace fb::ui {

// As wanted, unless the screen has no room for that and for the frame that the window manager adds, whose size is not
// known before the window is shown.
inline QSize fittingSize(const QWidget* window, const QSize& wanted) {
  constexpr QSize kFrame(16, 48);
  return wanted.boundedTo(window->screen()->availableSize() - kFrame);
}

inline void bringUp(QWidget* window) {
  window->show();
  window->raise();
  window->activateWindow();
}

}  // namespace fb::ui
