// SPDX-License-Identifier: MIT
#include "media/av_handles.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libavutil/log.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <mutex>
#include <new>

namespace fb::media {
namespace {

thread_local std::string lastLogLine;

void keepErrors(void* /*source*/, int level, const char* format, va_list arguments) {
  if (level > AV_LOG_ERROR) return;
  char line[512];
  std::vsnprintf(line, sizeof line, format, arguments);
  lastLogLine = line;
  while (!lastLogLine.empty() && (lastLogLine.back() == '\n' || lastLogLine.back() == '.')) lastLogLine.pop_back();
}

}  // namespace

void AvDelete::operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
void AvDelete::operator()(AVFormatContext* context) const { avformat_close_input(&context); }
void AvDelete::operator()(AVFrame* frame) const { av_frame_free(&frame); }
void AvDelete::operator()(AVIOContext* file) const { avio_close(file); }
void AvDelete::operator()(AVPacket* packet) const { av_packet_free(&packet); }
void AvDelete::operator()(SwsContext* context) const { sws_freeContext(context); }

AvPtr<AVFrame> makeFrame(int width, int height, int pixelFormat) {
  AvPtr<AVFrame> frame(av_frame_alloc());
  if (!frame) throw std::bad_alloc();
  frame->width = width;
  frame->height = height;
  frame->format = pixelFormat;
  if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::bad_alloc();
  return frame;
}

AvPtr<AVPacket> makePacket() {
  AvPtr<AVPacket> packet(av_packet_alloc());
  if (!packet) throw std::bad_alloc();
  return packet;
}

void quietAv() {
  static std::once_flag once;
  std::call_once(once, [] { av_log_set_callback(keepErrors); });
  lastLogLine.clear();
}

std::string avReason(int code) {
  char text[AV_ERROR_MAX_STRING_SIZE] = {};
  av_strerror(code, text, sizeof text);
  return lastLogLine.empty() ? text : fmt::format("{} ({})", text, lastLogLine);
}

std::string avUrl(const std::filesystem::path& path) { return "file:" + path.string(); }

namespace {

// Whether the system kept the file from being read or written; what is in it is then not the matter.
bool isSystems(int code) {
  constexpr std::array kErrors = {EIO, EACCES, EPERM, EMFILE, ENFILE, ENOSPC, EDQUOT, EROFS, ESTALE};
  return std::ranges::find(kErrors, AVUNERROR(code)) != kErrors.end();
}

}  // namespace

int checkAv(int code, std::string_view doing, const std::filesystem::path& path, ErrorKind kind) {
  if (code >= 0) return code;
  if (code == AVERROR(ENOMEM)) throw std::bad_alloc();
  fail(isSystems(code) ? ErrorKind::Io : kind, "cannot {} {}: {}", doing, path.string(), avReason(code));
}

}  // namespace fb::media
