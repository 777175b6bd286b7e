// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

namespace fb::media {

// These pixels of the frame, unchanged; the part lies within it.
Frame cropped(const Frame& frame, const PixelRect& part);

}  // namespace fb::media
