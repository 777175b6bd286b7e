// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/frame.h"

namespace fb::media {

// Repeats pixels if both sizes are whole multiples; otherwise bicubic (Catmull-Rom, with a wider kernel for shrinking).
Frame resize(const Frame& frame, int width, int height);

}  // namespace fb::media
