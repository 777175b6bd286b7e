// SPDX-License-Identifier: MIT
// Errors of the operating system about files, as Failures that name the file.
#pragma once

#include "base/failure.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fb {

// `error` is an errno. NotFound and Invalid if another path would help; otherwise Io or OutOfMemory.
ErrorKind kindOfErrno(int error);

// "cannot <verb> <path>: <what the system says>".
[[noreturn]] void failWithErrno(const char* verb, const std::filesystem::path& path, int error);

// What the system says about `error`, with the way out if another path would not help: no descriptor is left.
std::string reasonOf(int error);

// A file to be read byte by byte; throws Failure if it cannot be opened. What was read counts after requireRead(),
// which throws Failure if it ended because reading failed and not because the file did.
std::ifstream openToRead(const std::filesystem::path& path);
void requireRead(const std::ifstream& file, const std::filesystem::path& path);

Error errorOf(const std::filesystem::filesystem_error& error);

// Unlike exists() and its relatives, this distinguishes what does not exist from what cannot be examined: no
// permission, a loop of links, a name that is too long. Throws Failure for the latter.
std::filesystem::file_status statusOf(const std::filesystem::path& path);
// The same for a link itself.
std::filesystem::file_status linkStatusOf(const std::filesystem::path& path);

// The paths of everything in a folder, in no particular order. Throws Failure: a folder that cannot be listed is not
// an empty one. `shown`: what the failure names if the user knows the folder only by a path in it.
std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder,
                                             const std::filesystem::path& shown = {});

}  // namespace fb
