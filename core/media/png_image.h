// SPDX-License-Identifier: MIT
// Single images with text chunks.
#pragma once

#include "flowblend/frame.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace fb::media {

using PngTexts = std::map<std::string, std::string>;  // keyword (Latin letters) to UTF-8 text

// Used on one thread.
class PngEncoder {
public:
  PngEncoder(int width, int height);
  ~PngEncoder();
  // The bytes of a PNG file.
  std::string encode(const Frame& frame, const PngTexts& texts);

private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

// The uncompressed iTXt and tEXt chunks; empty if the file is not a PNG.
PngTexts readPngTexts(const std::filesystem::path& file);

// The Exif data, in TIFF format; empty if the file is not a PNG or has none.
std::string readPngExif(const std::filesystem::path& file);

}  // namespace fb::media
