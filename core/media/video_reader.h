// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <filesystem>
#include <memory>

namespace fb::media {

// Reads one video, GIF or PNG file. Used on one thread. All calls throw Failure naming the file.
class VideoReader {
public:
  explicit VideoReader(const std::filesystem::path& file);
  ~VideoReader();

  // Counts the frames by walking the file.
  ClipInfo info();
  Clip frames();

private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::media
