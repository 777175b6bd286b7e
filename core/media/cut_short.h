// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

namespace fb::media {

// Whether a file ends before its own structure does, as an interrupted copy or download leaves it. FFmpeg shows such a
// file as far as it goes. `container`: FFmpeg's name for it; for those that FFmpeg itself checks, and those without an
// end, this is false. Throws Failure if the file cannot be read.
bool isCutShort(const std::filesystem::path& file, std::string_view container);

}  // namespace fb::media
