// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fb {

// Why nothing is found at `path`: "does not exist", or that it is a link to a missing file, as an unfinished download
// leaves it.
std::string whyMissing(const std::filesystem::path& path);

// Whether there is an optional file or folder at `path`. Without it the program does something else, so what cannot be
// examined, and a link to a missing file, are not taken for absent: they throw a Failure that names it.
bool isPresent(const std::filesystem::path& path);

}  // namespace fb
