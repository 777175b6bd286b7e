// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fb {

// Why nothing is found at `path`: "does not exist", or that it is a link to a missing file, as an unfinished download
// leaves it.
std::string whyMissing(const std::filesystem::path& path);

}  // namespace fb
