// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/frame.h"

namespace fb::media {

// Repeats pixels where both sizes are whole multiples; bicubic (Catmull-Rom, wider when it shrinks) otherwise.
Frame resize(const Frame& frame, int width, int height);

}  // namespace fb::media
