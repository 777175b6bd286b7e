// SPDX-License-Identifier: MIT
// Files that are either whole or absent: written under a temporary name beside the target, flushed to disk, renamed.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace fb {

// A name in the same folder that no other process or thread uses, with the same ending.
std::filesystem::path temporaryNameFor(const std::filesystem::path& target);

// `write` fills the temporary file; then it is synced and renamed over `target`. If `write` throws, the temporary file
// is removed and `target` is left as it was. Throws Failure(Io).
void writeAtomically(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path& temporary)>& write);
void writeTextAtomically(const std::filesystem::path& target, std::string_view text);

// The whole file; throws Failure(NotFound | Io), or Failure(Corrupt) where it is longer than maxBytes.
std::string readTextFile(const std::filesystem::path& path, std::size_t maxBytes = 64u << 20);

}  // namespace fb
