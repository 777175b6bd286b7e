// SPDX-License-Identifier: MIT
// The two sets of colours and the style sheet made from one of them.
#pragma once

#include "theme/theme.h"

#include <QPalette>

namespace fb::ui {

ThemeColors darkColors();
ThemeColors lightColors();
QPalette paletteOf(const ThemeColors& colors);
// style.qss with its @names replaced.
QString styleSheetOf(const ThemeColors& colors);

}  // namespace fb::ui
