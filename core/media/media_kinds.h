// SPDX-License-Identifier: MIT
// What a file is that cannot be read as a clip or image, in the words of those who have it.
#pragma once

#include "flowblend/status.h"

#include <filesystem>
#include <string>

namespace fb::media {

// Unsupported: the file is of a kind that is not read, which the message names. Corrupt: it is of one that is, or of
// none that is known; `reason` says more of the former.
Error cannotOpen(const std::filesystem::path& file, const std::string& reason);

// A WebP file of several images, which FFmpeg shows none of.
bool isAnimatedWebp(const std::filesystem::path& file);

}  // namespace fb::media
