// SPDX-License-Identifier: MIT
// Which way up a camera says that its image is to be shown.
#pragma once

#include "flowblend/frame.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace fb::media {

// A quarter turn and mirroring: a point (x, y) is shown at (x * xx + y * yx, x * xy + y * yy).
struct Turn {
  int xx = 1, xy = 0, yx = 0, yy = 1;
  bool isNone() const { return xx == 1 && yy == 1; }
  bool isSideways() const { return xx == 0; }
};

// Of the nine numbers of a display matrix. Other angles than quarter turns are left alone, as players do.
Turn turnOfMatrix(const std::int32_t* matrix);

// Of the tag Orientation, 1 to 8; all else is no turn.
Turn turnOfOrientation(int orientation);

// The tag Orientation in the first directory of TIFF data, which is also what Exif is; 0 if there is none.
int orientationInTiff(std::string_view tiff);

// Of a PNG file's Exif or of a TIFF file itself, which FFmpeg does not look at; 0 if there is none.
int orientationInPng(const std::filesystem::path& file);
int orientationInTiffFile(const std::filesystem::path& file);

Frame turned(const Frame& frame, const Turn& turn);

}  // namespace fb::media
