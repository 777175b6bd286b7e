// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/frame.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace fb::media {

// Writes an animated GIF with one palette. Used on one thread. All calls throw a Failure(Io) that names `shownPath`.
class GifWriter {
public:
  // Browsers treat delays below 2/100 s as 1/10 s.
  static constexpr double kMaxFps = 50;

  struct Settings {
    int width = 0;
    int height = 0;
    double fps = 16;
    int loopCount = 0;  // 0: forever
    std::string comment;
    std::vector<std::array<std::uint8_t, 3>> palette;  // 1..256
  };
  GifWriter(const std::filesystem::path& file, const std::filesystem::path& shownPath, const Settings& settings);

  // One palette index per pixel; only the part that differs from the previous frame is stored.
  void write(const std::vector<std::uint8_t>& indices);
  void finish();

private:
  void writeImage(const std::vector<std::uint8_t>& indices, int left, int top, int width, int height);
  void put(std::string_view bytes) { m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }
  void put16(int value);
  void putBlocks(std::string_view bytes);
  void check();

  std::ofstream m_out;
  std::filesystem::path m_shownPath;
  int m_width;
  int m_height;
  double m_fps;
  int m_paletteBits;  // the palette has 2^bits entries
  int m_framesWritten = 0;
  std::vector<std::uint8_t> m_last;
};

// The comments of a GIF file, joined; empty if there are none or the file is broken.
std::string readGifComment(const std::filesystem::path& file);

}  // namespace fb::media
