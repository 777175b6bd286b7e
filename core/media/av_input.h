// SPDX-License-Identifier: MIT
#pragma once

#include "media/av_handles.h"

#include <functional>

namespace fb::media {

// An open file, and what FFmpeg found in it.
struct AvInput {
  AvPtr<AVIOContext> file;
  AvPtr<AVFormatContext> format;
};

// Opens a file by its content alone: FFmpeg takes an image called "a%3d.png" or "what?.png", and some others by their
// extension, for a numbered sequence. `containers`: FFmpeg's names of those that are accepted; other files throw the
// error that `notOne` makes of FFmpeg's reason. Throws Failure if the file cannot be read.
AvInput openInput(const std::filesystem::path& path, const char* containers,
                  const std::function<Error(const std::string& reason)>& notOne);

}  // namespace fb::media
