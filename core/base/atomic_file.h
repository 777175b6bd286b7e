// SPDX-License-Identifier: MIT
// Files that are either whole or absent: written under a temporary name beside the target, flushed to disk, and only
// then given their final name. Names are claimed by creating them, never by looking whether they are free.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace fb {

// What becomes of a file that bears the final name already.
enum class Existing { Replace, Keep };

// A file or folder under a hidden name beside `target` that nobody could guess. It is locked as long as its maker
// lives, and goes away unless it is published. All calls throw Failure(Io | Invalid) that names the target.
class Temporary {
public:
  enum class Kind { File, Folder };
  explicit Temporary(const std::filesystem::path& target, Kind kind = Kind::File);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  // A file is there and empty, and has the target's ending.
  const std::filesystem::path& path() const { return m_path; }
  // Flushes it to disk and gives it its final name. Existing::Replace replaces a regular file and nothing else; with
  // Existing::Keep, and for folders always, a name that is taken is an error.
  void publish(Existing existing);

private:
  void open();

  std::filesystem::path m_target;
  std::filesystem::path m_path;
  Kind m_kind;
  int m_descriptor = -1;
};

// `write` fills the temporary file, which is then published. If `write` throws, `target` is left as it was.
void writeAtomically(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path& temporary)>& write,
                     Existing existing = Existing::Replace);
void writeTextAtomically(const std::filesystem::path& target, std::string_view text,
                         Existing existing = Existing::Replace);

// Throws Failure(Io).
void flushToDisk(const std::filesystem::path& file);
// Gives a flushed file its final name, in the same file system. As Temporary::publish(), for files of a folder of one's
// own; the caller flushes the names by syncNames(), once for all of them.
void giveName(const std::filesystem::path& file, const std::filesystem::path& target, Existing existing);
void syncNames(const std::filesystem::path& folder);

// Throws Failure(Io) if the file system of `folder` has less than `bytes` left for files of this user. The folder, or
// those above it, may have to be made yet.
void requireSpace(const std::filesystem::path& folder, std::uint64_t bytes);

// Whether a file of this name can be made and later be published. Throws what the publishing would throw.
void requirePublishable(const std::filesystem::path& target, Existing existing);

// Removes the temporaries in `folder` whose makers are gone, as far as that can be done.
void removeAbandonedTemporaries(const std::filesystem::path& folder);

// Makes a folder and those above it, each flushed to disk. False if something of this name is there already: of all
// who call this at once, one gets true. Throws Failure.
bool makeFolder(const std::filesystem::path& folder, unsigned mode = 0777);

// The whole file; throws Failure(NotFound | Io), or Failure(Corrupt) where it is longer than maxBytes.
std::string readTextFile(const std::filesystem::path& path, std::size_t maxBytes = 64u << 20);

}  // namespace fb
