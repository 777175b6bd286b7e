// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace fb::media {

// How many bytes of frames may be held: the machine's free memory but for a fourth, which whoever asked for them needs.
std::uint64_t roomForFrames();

// Reads one file with a video or an image, as a player shows it: turned as it says, the part that its edit list names,
// in time, with square pixels. Used on one thread; one of the calls, once. All throw Failure naming the file.
class VideoReader {
public:
  explicit VideoReader(const std::filesystem::path& file);
  ~VideoReader();

  // Counts the frames by walking the file.
  ClipInfo info();
  // Throws Failure(Unsupported) if they would take more than `room` bytes.
  Clip frames(std::uint64_t room = roomForFrames());
  // Decodes no more than that one.
  std::shared_ptr<const Frame> firstFrame();

private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::media
