// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fb::media {

class LeavableThread;

struct VideoSettings {
  ExportFormat format = ExportFormat::Mp4H264;
  int width = 0;   // even
  int height = 0;  // even
  double fps = 16;
  int quality = 80;
  std::string metadata;
};

// Encodes frames into one MP4, MOV or WebM file. Used on one thread. All calls throw Failure naming `shownPath`.
class VideoWriter {
public:
  static bool available(ExportFormat format);

  VideoWriter(const std::filesystem::path& file, const std::filesystem::path& shownPath, const VideoSettings& settings);
  ~VideoWriter();

  // A stop throws Stopped at once, from here and from finish(), and leaves the encoder to a thread that ends by itself.
  void write(const Frame& frame, const std::stop_token& stop);
  // Without it the file is not whole. Encoders look far ahead, so much of their work is left for the end.
  void finish(const std::stop_token& stop);

private:
  struct Impl;
  Impl* m_impl;  // owned by m_encoding
  std::unique_ptr<LeavableThread> m_encoding;
};

}  // namespace fb::media
