// SPDX-License-Identifier: MIT
// At most 256 colours for a whole clip.
#pragma once

#include "flowblend/frame.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace fb::media {

using Color = std::array<std::uint8_t, 3>;

class Palette {
public:
  // The very colours of the frames where they are few enough; otherwise a median cut of their histogram.
  // A stop is noticed between two frames, and throws Stopped.
  Palette(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);

  const std::vector<Color>& colors() const { return m_colors; }
  // One index for each pixel. Colours that are not in the palette are mixed by an ordered pattern, which stands still
  // where the clip does.
  std::vector<std::uint8_t> indicesOf(const Frame& frame);

private:
  bool collectExact(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);
  void cut(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);
  std::uint8_t nearest(const Color& color);

  std::vector<Color> m_colors;
  std::vector<std::int16_t> m_nearest;  // by colour of 6 bits a channel, -1 where not looked up yet
  bool m_exact = false;
};

}  // namespace fb::media
