// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fb::media {

class LeavableThread;
struct AudioTrack;

struct VideoSettings {
  ExportFormat format = ExportFormat::Mp4H264;
  int width = 0;   // even
  int height = 0;  // even
  double fps = 16;
  int quality = 80;
  std::optional<int> rateFactor;  // instead of the quality
  std::string metadata;
  std::shared_ptr<const AudioTrack> audio;  // may be null
};

// Encodes frames into one MP4, MOV or WebM file. Used on one thread. All calls throw a Failure that names `shownPath`.
class VideoWriter {
public:
  static bool available(ExportFormat format);

  VideoWriter(const std::filesystem::path& file, const std::filesystem::path& shownPath, const VideoSettings& settings);
  ~VideoWriter();

  // On a stop, this and finish() throw Stopped immediately and leave the encoder to a thread that ends on its own.
  void write(const Frame& frame, const std::stop_token& stop);
  // Without this call, the file is incomplete. Encoders look far ahead, so much of their work is done here.
  void finish(const std::stop_token& stop);

private:
  struct Impl;
  Impl* m_impl;  // owned by m_encoding
  std::unique_ptr<LeavableThread> m_encoding;
};

}  // namespace fb::media
