// SPDX-License-Identifier: MIT
#include "media/audio_reader.h"

#include "base/file_errors.h"
#include "media/cut_short.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <new>

namespace fb::media {
namespace {

// Containers that hold one recording. Playlists and scripts, which would open other files, are excluded.
constexpr const char* kContainers =
    "wav,w64,aiff,flac,mp3,aac,ac3,eac3,ogg,caf,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg";

// What a file may be shorter than it says: some containers count whole packets.
constexpr double kTolerance = 0.25;

void requireFile(const std::filesystem::path& path) {
  const auto status = statusOf(path);
  if (!std::filesystem::exists(status)) fail(ErrorKind::NotFound, "{} does not exist", path.string());
  if (!std::filesystem::is_regular_file(status))
    fail(ErrorKind::Unsupported, "{} is not a file; choose an audio or video file", path.string());
}

Error notSound(const std::filesystem::path& path, const std::string& reason) {
  return {
      ErrorKind::Corrupt,
      fmt::format("{} is damaged or not an audio or video file that this program reads ({}); save the sound as WAV, "
                  "FLAC, MP3, M4A or OGG",
                  path.string(), reason)};
}

// 0 if FFmpeg only guesses it from the size of the file.
double secondsOf(const AVFormatContext& format, const AVStream& stream) {
  if (format.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) return 0;
  if (stream.duration > 0) return static_cast<double>(stream.duration) * av_q2d(stream.time_base);
  return format.duration > 0 ? static_cast<double>(format.duration) / AV_TIME_BASE : 0;
}

double startOf(const AVFormatContext& format, const AVStream& stream) {
  if (stream.start_time == AV_NOPTS_VALUE || format.start_time == AV_NOPTS_VALUE) return 0;
  const double own = static_cast<double>(stream.start_time) * av_q2d(stream.time_base);
  const double late = own - static_cast<double>(format.start_time) / AV_TIME_BASE;
  // Starts are rounded to microseconds.
  return late < 1e-5 ? 0 : late;
}

}  // namespace

AudioReader::AudioReader(const std::filesystem::path& file) : m_path(file), m_frame(av_frame_alloc()) {
  if (!m_frame) throw std::bad_alloc();
  quietAv();
  requireFile(file);
  m_input = openInput(file, kContainers, [&file](const std::string& reason) { return notSound(file, reason); });
  auto* format = m_input.format.get();
  if (isCutShort(file, format->iformat->name))
    fail(ErrorKind::Corrupt, "{} is incomplete: the file was cut off; copy or download it again", file.string());
  check(avformat_find_stream_info(format, nullptr));
  const int index = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
  if (index < 0)
    fail(ErrorKind::Unsupported, "{} has no sound; choose an audio file, or a video with sound", file.string());
  m_stream = format->streams[index];
  const auto& parameters = *m_stream->codecpar;
  if (parameters.ch_layout.nb_channels < 1 || parameters.sample_rate < 1)
    throw Failure(notSound(file, "its sound has no channels"));
  m_info = {avcodec_get_name(parameters.codec_id), secondsOf(*format, *m_stream), startOf(*format, *m_stream),
            parameters.ch_layout.nb_channels, parameters.sample_rate};
  openDecoder();
}

void AudioReader::openDecoder() {
  const AVCodec* decoder = avcodec_find_decoder(m_stream->codecpar->codec_id);
  if (!decoder)
    fail(ErrorKind::Unsupported,
         "the sound of {} is coded as {}, which this machine's FFmpeg cannot read; save it as WAV, FLAC, MP3, M4A or "
         "OGG",
         m_path.string(), m_info.codec);
  m_codec.reset(avcodec_alloc_context3(decoder));
  if (!m_codec) throw std::bad_alloc();
  check(avcodec_parameters_to_context(m_codec.get(), m_stream->codecpar));
  m_codec->pkt_timebase = m_stream->time_base;
  check(avcodec_open2(m_codec.get(), decoder, nullptr));
}

void AudioReader::packets(const std::function<bool(AVPacket& packet)>& take, const std::stop_token& stop) {
  const auto* file = m_input.format->pb;
  for (;;) {
    throwIfStopped(stop);
    av_packet_unref(m_packet.get());
    const int code = av_read_frame(m_input.format.get(), m_packet.get());
    // To a demuxer a read that fails is often the end of the file.
    if (file && file->error != AVERROR_EOF) check(file->error);
    if (code == AVERROR_EOF) return;
    check(code);
    if (m_packet->stream_index != m_stream->index) continue;
    if (m_packet->flags & AV_PKT_FLAG_CORRUPT) fail(ErrorKind::Corrupt, "{} is damaged or incomplete", m_path.string());
    if (!take(*m_packet)) return;
  }
}

bool AudioReader::receive(const std::function<bool(AVFrame& frame)>& take) {
  for (;;) {
    const int code = avcodec_receive_frame(m_codec.get(), m_frame.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return true;
    check(code);
    m_secondsDecoded += static_cast<double>(m_frame->nb_samples) / std::max(1, m_frame->sample_rate);
    if (!take(*m_frame)) return false;
  }
}

void AudioReader::frames(const std::function<bool(AVFrame& frame)>& take, const std::stop_token& stop) {
  bool wantsMore = true;
  packets(
      [&](AVPacket& packet) {
        check(avcodec_send_packet(m_codec.get(), &packet));
        return wantsMore = receive(take);
      },
      stop);
  if (!wantsMore) return;
  check(avcodec_send_packet(m_codec.get(), nullptr));
  if (!receive(take)) return;
  if (m_secondsDecoded < m_info.seconds - kTolerance)
    fail(ErrorKind::Corrupt, "{} is incomplete: it has {:.1f} of its {:.1f} seconds of sound", m_path.string(),
         m_secondsDecoded, m_info.seconds);
}

}  // namespace fb::media
