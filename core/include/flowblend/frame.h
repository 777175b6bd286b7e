// SPDX-License-Identifier: MIT
// Images as the engine returns them. Immutable once shared, so any thread may hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fb {

// 8-bit R'G'B', rows top to bottom without padding: rgb.size() == width * height * 3.
struct Frame {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;
};

struct Clip {
  double fps = 16;
  std::vector<std::shared_ptr<const Frame>> frames;  // all of the same size

  int width() const { return frames.empty() ? 0 : frames.front()->width; }
  int height() const { return frames.empty() ? 0 : frames.front()->height; }
};

}  // namespace fb
