// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace fb::media {

// How many bytes of frames may be held: three quarters of the machine's free memory, as the caller needs the rest.
std::uint64_t roomForFrames();

// Reads one file with a video or an image as a player shows it: rotated as the file says, limited to the edit list,
// with correct timing and square pixels. Used on one thread; only one of the calls, once. All throw a Failure that
// names the file.
class VideoReader {
public:
  explicit VideoReader(const std::filesystem::path& file);
  ~VideoReader();

  // Counts the frames by scanning the file.
  ClipInfo info();
  // Throws Failure(Unsupported) if they would take more than `room` bytes.
  Clip frames(std::uint64_t room = roomForFrames());
  // Decodes only the first frame.
  std::shared_ptr<const Frame> firstFrame();

private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::media
