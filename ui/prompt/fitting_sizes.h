// SPDX-License-Identifier: MIT
// Which clip sizes a pair is likely made for.
#pragma once

#include "flowblend/request.h"

#include <utility>
#include <vector>

namespace fb::ui {

// Models make poor clips far from the size that they were trained for, which the pair's default size tells: from an
// eighth to four times as many pixels fit. In pixels, as are all sizes here.
bool fitsPair(int width, int height, const PairSpec& pair);

// Width and height of common sizes that fit, and the pair's own if it is not among them, upright and across.
std::vector<std::pair<int, int>> fittingSizes(const PairSpec& pair);

}  // namespace fb::ui
