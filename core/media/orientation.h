// SPDX-License-Identifier: MIT
// The orientation in which an image is to be shown, according to the camera.
#pragma once

#include "flowblend/frame.h"

#include <cstdint>
#include <filesystem>

namespace fb::media {

// A quarter turn and mirroring: a point (x, y) is shown at (x * xx + y * yx, x * xy + y * yy).
struct Turn {
  int xx = 1, xy = 0, yx = 0, yy = 1;
  bool isNone() const { return xx == 1 && yy == 1; }
  bool isSideways() const { return xx == 0; }
};

// From the nine numbers of a display matrix. Angles other than quarter turns are ignored, as players do.
Turn turnOfMatrix(const std::int32_t* matrix);

// From the tag Orientation, 1 to 8; any other value means no rotation.
Turn turnOfOrientation(int orientation);

// From a PNG file's Exif or from a TIFF file itself, which FFmpeg ignores; 0 if there is none.
int orientationInPng(const std::filesystem::path& file);
int orientationInTiffFile(const std::filesystem::path& file);

Frame turned(const Frame& frame, const Turn& turn);

}  // namespace fb::media
