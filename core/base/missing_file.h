// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace fb {

// Why nothing is found at `path`: "does not exist", that it is a link to a missing file, as an unfinished download
// leaves it, or what was probably meant: an address, a name in quotation marks, a literal ~, a file whose download has
// not finished.
std::string whyMissing(const std::filesystem::path& path);

// Whether the name is one that browsers and download tools give a file until it is complete.
bool isUnfinishedDownload(const std::filesystem::path& path);

// Whether there is an optional file or folder at `path`. Without it the program does something else, so what cannot be
// examined, and a link to a missing file, are not taken for absent: they throw a Failure that names it.
bool isPresent(const std::filesystem::path& path);

}  // namespace fb
