// SPDX-License-Identifier: MIT
// Names the kind of a file that cannot be read as a clip or image, in everyday words.
#pragma once

#include "flowblend/status.h"

#include <filesystem>
#include <string>

namespace fb::media {

// Unsupported: the file is of a kind that is not read, which the message names. Corrupt: it is of a kind that is read,
// or of no known kind; in the former case `reason` gives details.
Error cannotOpen(const std::filesystem::path& file, const std::string& reason);

// A WebP file with several images, which FFmpeg does not decode.
bool isAnimatedWebp(const std::filesystem::path& file);

}  // namespace fb::media
