// SPDX-License-Identifier: MIT
#include "media/crop.h"

#include <algorithm>

namespace fb::media {

Frame cropped(const Frame& frame, const PixelRect& part) {
  Frame out{
      part.width, part.height,
      std::vector<std::uint8_t>(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height) * 3)};
  const auto rowBytes = std::ptrdiff_t{3} * part.width;
  auto target = out.rgb.begin();
  for (int y = part.y; y < part.y + part.height; ++y)
    target = std::copy_n(frame.rgb.begin() + (std::ptrdiff_t{y} * frame.width + part.x) * 3, rowBytes, target);
  return out;
}

}  // namespace fb::media
