// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "media/av_input.h"

#include <functional>
#include <stop_token>

struct AVStream;

namespace fb::media {

// Reads the sound of an audio or video file. Used on one thread; only one of packets() and frames(), once. All throw a
// Failure that names the file.
class AudioReader {
public:
  explicit AudioReader(const std::filesystem::path& file);

  const AudioInfo& info() const { return m_info; }
  const AVStream& stream() const { return *m_stream; }
  // In the file's order, until `take` returns false.
  void packets(const std::function<bool(AVPacket& packet)>& take, const std::stop_token& stop);
  // Decoded. At the end of the file, checks that it was as long as it says.
  void frames(const std::function<bool(AVFrame& frame)>& take, const std::stop_token& stop);

private:
  int check(int code) const { return checkAv(code, "read", m_path, ErrorKind::Corrupt); }
  void openDecoder();
  bool receive(const std::function<bool(AVFrame& frame)>& take);

  std::filesystem::path m_path;
  AvInput m_input;
  AvPtr<AVCodecContext> m_codec;
  AvPtr<AVPacket> m_packet = makePacket();
  AvPtr<AVFrame> m_frame;
  AVStream* m_stream = nullptr;
  AudioInfo m_info;
  double m_secondsDecoded = 0;
};

}  // namespace fb::media
