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
  // The exact colours of the frames if they are few enough; otherwise a median cut of their histogram. A stop is
  // noticed between two frames and throws Stopped.
  Palette(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);

  const std::vector<Color>& colors() const { return m_colors; }
  // One index per pixel. Colours that are not in the palette are dithered with an ordered pattern, which stays still
  // where the clip does.
  std::vector<std::uint8_t> indicesOf(const Frame& frame);

private:
  bool collectExact(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);
  void cut(std::span<const std::shared_ptr<const Frame>> frames, const std::stop_token& stop);
  std::uint8_t nearest(const Color& color);

  std::vector<Color> m_colors;
  std::vector<std::int16_t> m_nearest;  // by 6-bit-per-channel colour, -1 if not looked up yet
  bool m_exact = false;
};

}  // namespace fb::media
