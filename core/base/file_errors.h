// SPDX-License-Identifier: MIT
// What the operating system says about files, as Failures that name the file.
#pragma once

#include "base/failure.h"

#include <filesystem>

namespace fb {

// `error` is an errno. NotFound and Invalid where another path would help; else Io or OutOfMemory.
ErrorKind kindOfErrno(int error);

// "cannot <verb> <path>: <what the system says>".
[[noreturn]] void failWithErrno(const char* verb, const std::filesystem::path& path, int error);

Error errorOf(const std::filesystem::filesystem_error& error);

// Unlike exists() and its relatives this tells what is not there from what cannot be looked at: no permission, a link
// that leads in a circle, a name that is too long. Throws Failure for the latter.
std::filesystem::file_status statusOf(const std::filesystem::path& path);
// The same of a link itself.
std::filesystem::file_status linkStatusOf(const std::filesystem::path& path);

}  // namespace fb
