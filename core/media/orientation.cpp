// SPDX-License-Identifier: MIT
// Source: Exif 2.32, tag 0x0112.
#include "media/orientation.h"

#include "media/png_image.h"
#include "media/tiff.h"

#include <algorithm>
#include <string_view>

namespace fb::media {
namespace {

// The tag Orientation in the first directory of TIFF data, which is also Exif's format; 0 if there is none.
int orientationInTiff(std::string_view tiff) {
  constexpr std::uint32_t kOrientation = 0x0112;
  const auto values = TiffDirectory(tiff).values(kOrientation);
  return values.empty() ? 0 : static_cast<int>(values.front());
}

}  // namespace

Turn turnOfMatrix(const std::int32_t* matrix) {
  const auto sign = [](std::int32_t value) { return (value > 0) - (value < 0); };
  const Turn turn{sign(matrix[0]), sign(matrix[1]), sign(matrix[3]), sign(matrix[4])};
  const bool upright = turn.xx && turn.yy && !turn.xy && !turn.yx;
  const bool sideways = !turn.xx && !turn.yy && turn.xy && turn.yx;
  return upright || sideways ? turn : Turn{};
}

Turn turnOfOrientation(int orientation) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1};
    case 3:
      return {-1, 0, 0, -1};
    case 4:
      return {1, 0, 0, -1};
    case 5:
      return {0, 1, 1, 0};
    case 6:
      return {0, 1, -1, 0};
    case 7:
      return {0, -1, -1, 0};
    case 8:
      return {0, -1, 1, 0};
    default:
      return {};
  }
}

int orientationInPng(const std::filesystem::path& file) { return orientationInTiff(readPngExif(file)); }

int orientationInTiffFile(const std::filesystem::path& file) { return orientationInTiff(readTiffFile(file)); }

Frame turned(const Frame& frame, const Turn& turn) {
  Frame result{turn.xx ? frame.width : frame.height, turn.xx ? frame.height : frame.width, {}};
  result.rgb.resize(frame.rgb.size());
  const int left = turn.xx + turn.yx < 0 ? result.width - 1 : 0, top = turn.xy + turn.yy < 0 ? result.height - 1 : 0;
  for (int y = 0; y < frame.height; ++y)
    for (int x = 0; x < frame.width; ++x) {
      const int toX = left + x * turn.xx + y * turn.yx, toY = top + x * turn.xy + y * turn.yy;
      const auto* from = &frame.rgb[3 * (static_cast<std::size_t>(y) * frame.width + x)];
      std::copy_n(from, 3, &result.rgb[3 * (static_cast<std::size_t>(toY) * result.width + toX)]);
    }
  return result;
}

}  // namespace fb::media
