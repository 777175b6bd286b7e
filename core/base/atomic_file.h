// SPDX-License-Identifier: MIT
// Files that are either complete or absent: written under a temporary name next to the target, flushed to disk, and
// only then given their final name. Names are claimed by creating them, never by checking whether they are free.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

// What happens to an existing file with the final name.
enum class Existing { Replace, Keep };

// A file or folder with a hidden, unpredictable name next to `target`. It is locked as long as its process lives, and
// is removed unless it is published. All calls throw a Failure(Io | Invalid) that names the target.
class Temporary {
public:
  enum class Kind { File, Folder };
  explicit Temporary(const std::filesystem::path& target, Kind kind = Kind::File);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  // The file exists, is empty and has the target's extension.
  const std::filesystem::path& path() const { return m_path; }
  // Flushes it to disk and gives it its final name. Existing::Replace replaces only regular files; with Existing::Keep,
  // and always for folders, a name that is taken is an error.
  void publish(Existing existing);
  // For folders: gives the flushed files in it these names next to it, in this order, and flushes them. All of them or
  // none: if one fails, what was replaced comes back, on file systems with links. If the process dies in between,
  // removeAbandonedTemporaries() gives the remaining ones their names. `shown`: what a failure of the flush names.
  void publishFiles(const std::vector<std::string>& names, Existing existing, const std::filesystem::path& shown);

private:
  enum class Replaced { Nothing, Kept, Lost };
  Replaced keepReplaced(const std::string& name) const;
  void restore(const std::vector<std::string>& names, const std::vector<Replaced>& replaced) const;
  void open();
  void emptyFolder();

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
// Gives a flushed file its final name, within one file system. Like Temporary::publish(), for files in the caller's own
// folder; the caller flushes the names with syncNames(), once for all of them.
void giveName(const std::filesystem::path& file, const std::filesystem::path& target, Existing existing);
// `shown`: what a failure names; the folder if there is none.
void syncNames(const std::filesystem::path& folder, const std::filesystem::path& shown = {});

// Throws Failure(Io) if the file system of `folder` has less than `bytes` available for this user. The folder, or those
// above it, need not exist yet.
void requireSpace(const std::filesystem::path& folder, std::uint64_t bytes);

// Checks that a file of this name can be created and later published. Throws what publishing would throw.
void requirePublishable(const std::filesystem::path& target, Existing existing);

// Removes the temporary files in `folder` whose processes are gone, as far as possible, and completes what they were
// publishing.
void removeAbandonedTemporaries(const std::filesystem::path& folder);
// The names that files next to them are still to be replaced with, or get, because publishFiles() is under way or was
// interrupted.
std::vector<std::string> unpublishedFiles(const std::filesystem::path& folder);

// Makes a folder and its parents, each flushed to disk. False if the folder already exists. Throws a Failure(Invalid)
// that names it if something else than a folder has the name, and Failure otherwise.
bool makeFolder(const std::filesystem::path& folder, unsigned mode = 0777);
// The same for a name of the caller's choice: false if anything has it already. If several callers claim one name at
// once, only one gets true.
bool claimFolder(const std::filesystem::path& folder, unsigned mode = 0777);
// Throws what makeFolder() would throw because something else than a folder has the name; asked before the work.
void requireNoFileNamed(const std::filesystem::path& folder);

// The whole file; throws Failure(NotFound | Io), or Failure(Corrupt) if it is longer than maxBytes.
std::string readTextFile(const std::filesystem::path& path, std::size_t maxBytes = 64u << 20);

}  // namespace fb
