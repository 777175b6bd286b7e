// SPDX-License-Identifier: MIT
// The colour scale of sameness. Any thread.
#pragma once

#include <QColor>

namespace fb::ui {

// From dark blue (0) to yellow (1), along the scale "cividis" (Nuñez, Anderton, Renslow, PLoS ONE 2018), which
// increases evenly in lightness and looks alike with and without red-green blindness. The same in both themes.
QColor heatColor(double share);
// Black or white, whichever is easier to read on it.
QColor inkOn(const QColor& ground);

}  // namespace fb::ui
