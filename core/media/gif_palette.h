// SPDX-License-Identifier: MIT
// At most 256 colours for a whole clip.
#pragma once

#include "flowblend/frame.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fb::media {

using Color = std::array<std::uint8_t, 3>;

// The frames of a clip, which are asked for one after the other, and more than once: not all of them need to be in
// memory.
struct FrameSequence {
  std::size_t count = 0;
  std::function<std::shared_ptr<const Frame>(std::size_t)> at;
};

class Palette {
public:
  // The exact colours of the frames if they are few enough; otherwise a median cut of their histogram. A stop is
  // noticed between two frames and throws Stopped.
  Palette(const FrameSequence& frames, const std::stop_token& stop);

  const std::vector<Color>& colors() const { return m_colors; }
  // One index per pixel. Colours that are not in the palette are dithered with an ordered pattern, which stays still
  // where the clip does.
  std::vector<std::uint8_t> indicesOf(const Frame& frame);

private:
  bool collectExact(const FrameSequence& frames, const std::stop_token& stop);
  void cut(const FrameSequence& frames, const std::stop_token& stop);
  std::uint8_t nearest(const Color& color);

  std::vector<Color> m_colors;
  std::vector<std::int16_t> m_nearest;  // by 6-bit-per-channel colour, -1 if not looked up yet
  bool m_exact = false;
};

}  // namespace fb::media
