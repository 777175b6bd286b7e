// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fb {

// Why there is nothing at `path`: "does not exist", or that it is a link to a file that is not there, as an unfinished
// download leaves it.
std::string whyMissing(const std::filesystem::path& path);

}  // namespace fb
