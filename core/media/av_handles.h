// SPDX-License-Identifier: MIT
// Ownership and error messages for the objects of FFmpeg's libraries, without their headers.
#pragma once

#include "base/failure.h"

#include <filesystem>
#include <memory>
#include <string>

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVIOContext;
struct AVPacket;
struct SwsContext;

namespace fb::media {

struct AvDelete {
  void operator()(AVCodecContext* context) const;
  void operator()(AVFormatContext* context) const;  // for reading; closes its file
  void operator()(AVFrame* frame) const;
  void operator()(AVIOContext* file) const;
  void operator()(AVPacket* packet) const;
  void operator()(SwsContext* context) const;
};
template <class T>
using AvPtr = std::unique_ptr<T, AvDelete>;

AvPtr<AVFrame> makeFrame(int width, int height, int pixelFormat);
AvPtr<AVPacket> makePacket();

// Sends libav's own messages to avReason() instead of the terminal.
void quietAv();

// The text of an error code, and the last error line that libav logged on this thread.
std::string avReason(int code);

// A path that libav cannot mistake for a protocol ("a:b.mp4").
std::string avUrl(const std::filesystem::path& path);

// Throws Failure "cannot <doing> <path>: <reason>" if `code` is negative, of the kind named unless memory or the system
// are to blame (OutOfMemory, Io); otherwise returns it.
int checkAv(int code, std::string_view doing, const std::filesystem::path& path, ErrorKind kind = ErrorKind::Io);

}  // namespace fb::media
