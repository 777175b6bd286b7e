// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include "base/file_errors.h"
#include "base/missing_file.h"
#include "base/size_text.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".flowblend-";
constexpr std::string_view kMark = ".part";
constexpr int kRandomDigits = 16;
// In a temporary folder: its files are complete and are getting their names; what had these names before.
constexpr std::string_view kPublishing = ".publishing";
constexpr std::string_view kReplaced = ".replaced-";

class Descriptor {
public:
  explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
  ~Descriptor() {
    if (m_descriptor >= 0) ::close(m_descriptor);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return m_descriptor; }

private:
  int m_descriptor;
};

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

fs::path temporaryNameFor(const fs::path& target) {
  std::uint64_t number = 0;
  // Cannot fail for so few bytes.
  [[maybe_unused]] const auto got = ::getrandom(&number, sizeof number, 0);
  constexpr std::size_t kLongestEnding = 20;
  const auto ending = target.extension().string();
  return target.parent_path() / fmt::format("{}{:0{}x}{}{}", kPrefix, number, kRandomDigits, kMark,
                                            ending.size() <= kLongestEnding ? ending : "");
}

bool isTemporaryName(std::string_view name) {
  return name.starts_with(kPrefix) && name.size() >= kPrefix.size() + kRandomDigits + kMark.size() &&
         name.substr(kPrefix.size() + kRandomDigits).starts_with(kMark);
}

bool isSameFile(const fs::path& path, int descriptor) {
  struct stat named {
  }, opened{};
  return ::lstat(path.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 && named.st_dev == opened.st_dev &&
         named.st_ino == opened.st_ino;
}

void sync(int descriptor, const fs::path& target) {
  // Some file systems cannot sync folders; the rename is then as durable as they make it.
  if (::fsync(descriptor) != 0 && errno != EINVAL) failWithErrno("write to disk", target, errno);
}

// An errno, 0 for success.
int renameWithoutReplacing(const fs::path& from, const fs::path& to, bool folder) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // This file system does not support the flag. A second link, or an empty file or folder, claims the name just as
  // well.
  if (folder) {
    if (::mkdir(to.c_str(), 0777) != 0) return errno;
  } else {
    if (::link(from.c_str(), to.c_str()) == 0) {
      ::unlink(from.c_str());
      return 0;
    }
    const Descriptor claim(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (claim.get() < 0) return errno;
  }
  if (::rename(from.c_str(), to.c_str()) == 0) return 0;
  const int error = errno;
  std::error_code ignored;
  fs::remove(to, ignored);
  return error;
}

// Refuses the name `target` if it may not be used.
void requireFree(const fs::path& target, Existing existing) {
  const auto status = linkStatusOf(target);
  if (!fs::exists(status)) return;
  if (existing == Existing::Keep)
    fail(ErrorKind::Invalid, "{} already exists: choose another name, or allow it to be replaced", target.string());
  if (!fs::is_regular_file(status))
    fail(ErrorKind::Invalid,
         "cannot write {}: something other than a regular file has this name, and only regular files are replaced",
         target.string());
}

}  // namespace

Temporary::Temporary(const fs::path& target, Kind kind) : m_target(target), m_kind(kind) {
  // The name may be taken, and a process that removes abandoned temporary files may get in before the lock.
  for (int attempt = 0; attempt < 100; ++attempt) {
    m_path = temporaryNameFor(target);
    open();
    if (m_descriptor < 0) continue;
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
      if (isSameFile(m_path, m_descriptor)) return;
    ::close(m_descriptor);
    m_descriptor = -1;
  }
  fail(ErrorKind::Io, "cannot write {}: no free temporary name was found", m_target.string());
}

// Leaves m_descriptor below 0 if the name is taken.
void Temporary::open() {
  if (m_kind == Kind::Folder) {
    if (::mkdir(m_path.c_str(), 0777) == 0) {
      m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (m_descriptor < 0) ::rmdir(m_path.c_str());
    }
  } else {
    m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  }
  if (m_descriptor < 0 && errno != EEXIST) failWithErrno("write", m_target, errno);
}

Temporary::~Temporary() {
  if (!m_path.empty() && isSameFile(m_path, m_descriptor)) {
    if (m_kind == Kind::Folder) {
      std::error_code ignored;
      emptyFolder();
      fs::remove_all(m_path, ignored);
    } else {
      ::unlink(m_path.c_str());  // remove_all() would open the folder first
    }
  }
  if (m_descriptor >= 0) ::close(m_descriptor);
}

// Removes the files in the folder through the descriptor that is open already: opening may be what fails. What it
// leaves, such as other folders, remove_all() opens.
void Temporary::emptyFolder() {
  DIR* folder = ::fdopendir(m_descriptor);
  if (!folder) return;
  while (const auto* entry = ::readdir(folder)) ::unlinkat(m_descriptor, entry->d_name, 0);
  ::rmdir(m_path.c_str());
  ::closedir(folder);
  m_descriptor = -1;
}

void Temporary::publish(Existing existing) {
  if (!isSameFile(m_path, m_descriptor))
    fail(ErrorKind::Io, "cannot write {}: its temporary file was removed or replaced", m_target.string());
  sync(m_descriptor, m_target);
  if (m_kind == Kind::File)
    giveName(m_path, m_target, existing);
  else if (const int error = renameWithoutReplacing(m_path, m_target, true))
    failWithErrno("write", m_target, error);
  m_path.clear();
  syncNames(folderOf(m_target), m_target);
}

// A second name for what is going to be replaced.
Temporary::Replaced Temporary::keepReplaced(const std::string& name) const {
  const auto target = folderOf(m_target) / name;
  if (::link(target.c_str(), (m_path / (std::string(kReplaced) + name)).c_str()) == 0) return Replaced::Kept;
  return errno == ENOENT ? Replaced::Nothing : Replaced::Lost;
}

void Temporary::restore(const std::vector<std::string>& names, const std::vector<Replaced>& replaced) const {
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    const auto target = folderOf(m_target) / names[i];
    if (replaced[i] == Replaced::Kept)
      ::rename((m_path / (std::string(kReplaced) + names[i])).c_str(), target.c_str());
    else if (replaced[i] == Replaced::Nothing)
      ::unlink(target.c_str());
  }
  ::unlink((m_path / kPublishing).c_str());
}

void Temporary::publishFiles(const std::vector<std::string>& names, Existing existing, const fs::path& shown) {
  if (!isSameFile(m_path, m_descriptor))
    fail(ErrorKind::Io, "cannot write {}: its temporary files were removed or replaced", m_target.string());
  if (Descriptor(::open((m_path / kPublishing).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)).get() < 0)
    failWithErrno("write", m_target, errno);
  sync(m_descriptor, m_target);
  const auto folder = folderOf(m_target);
  std::vector<Replaced> replaced;
  try {
    for (const auto& name : names) {
      const auto before = existing == Existing::Replace ? keepReplaced(name) : Replaced::Nothing;
      giveName(m_path / name, folder / name, existing);
      replaced.push_back(before);
    }
    syncNames(folder, shown);
  } catch (const Failure&) {
    restore(names, replaced);
    throw;
  }
  ::unlink((m_path / kPublishing).c_str());
}

void syncNames(const fs::path& folder, const fs::path& shown) {
  const auto& named = shown.empty() ? folder : shown;
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A folder may be writable but not readable; the names in it are then as durable as the file system makes them.
  if (descriptor.get() < 0 && errno == EACCES) return;
  if (descriptor.get() < 0) failWithErrno("write to disk", named, errno);
  sync(descriptor.get(), named);
}

void flushToDisk(const fs::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (descriptor.get() < 0) failWithErrno("reopen", file, errno);
  sync(descriptor.get(), file);
}

void giveName(const fs::path& file, const fs::path& target, Existing existing) {
  if (existing == Existing::Replace) {
    requireFree(target, existing);
    if (::rename(file.c_str(), target.c_str()) != 0) failWithErrno("write", target, errno);
  } else if (const int error = renameWithoutReplacing(file, target, false)) {
    failWithErrno("write", target, error);
  }
}

void requireSpace(const fs::path& folder, std::uint64_t bytes) {
  // If a file system cannot be queried or gives no answer, writing is attempted.
  std::error_code error;
  auto place = folder.empty() ? fs::path(".") : folder;
  while (!fs::exists(place, error) && !error && folderOf(place) != place) place = folderOf(place);
  const auto space = fs::space(place, error);
  if (error || space.available >= bytes) return;
  fail(ErrorKind::Io, "{} has {} left, but {} are needed: free some space, or choose another location", place.string(),
       sizeText(space.available, bytes), sizeText(bytes, space.available));
}

void writeAtomically(const fs::path& target, const std::function<void(const fs::path& temporary)>& write,
                     Existing existing) {
  Temporary temporary(target);
  write(temporary.path());
  temporary.publish(existing);
}

void writeTextAtomically(const fs::path& target, std::string_view text, Existing existing) {
  const auto write = [&](const fs::path& temporary) {
    std::ofstream file(temporary, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) failWithErrno("write", target, errno);
  };
  writeAtomically(target, write, existing);
}

void requirePublishable(const fs::path& target, Existing existing) {
  requireFree(target, existing);
  const Temporary attempt(target);
}

namespace {

std::vector<std::string> unpublishedIn(const fs::path& temporary) {
  std::error_code error;
  std::vector<std::string> names;
  if (!fs::exists(fs::symlink_status(temporary / kPublishing, error))) return names;
  for (fs::directory_iterator entry(temporary, error), end; !error && entry != end; entry.increment(error))
    if (auto name = entry->path().filename().string(); !name.starts_with('.')) names.push_back(std::move(name));
  return names;
}

// False if something is left.
bool completePublishing(const fs::path& temporary) {
  bool isComplete = true;
  for (const auto& name : unpublishedIn(temporary)) {
    const auto target = folderOf(temporary) / name;
    std::error_code error;
    const auto status = fs::symlink_status(target, error);
    const bool isFree = !fs::exists(status) || fs::is_regular_file(status);
    isComplete = isFree && ::rename((temporary / name).c_str(), target.c_str()) == 0 && isComplete;
  }
  return isComplete;
}

}  // namespace

std::vector<std::string> unpublishedFiles(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (isTemporaryName(entry->path().filename().native()))
      for (auto& name : unpublishedIn(entry->path())) names.push_back(std::move(name));
  return names;
}

void removeAbandonedTemporaries(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const auto& path = entry->path();
    if (!isTemporaryName(path.filename().native())) continue;
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (descriptor.get() < 0 || ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) continue;
    std::error_code ignored;
    if (isSameFile(path, descriptor.get()) && completePublishing(path)) fs::remove_all(path, ignored);
  }
}

bool claimFolder(const fs::path& folder, unsigned mode) {
  const auto make = [&] { return ::mkdir(folder.c_str(), mode) == 0 ? 0 : errno; };
  const auto parent = folderOf(folder);
  int error = make();
  if (error == ENOENT && parent != folder) {
    makeFolder(parent);
    error = make();
  }
  if (error == EEXIST) return false;
  if (error != 0) failWithErrno("make the folder", folder, error);
  try {
    syncNames(parent, folder);
  } catch (const Failure&) {
    ::rmdir(folder.c_str());
    throw;
  }
  return true;
}

bool makeFolder(const fs::path& folder, unsigned mode) {
  if (claimFolder(folder, mode)) return true;
  requireNoFileNamed(folder);
  return false;
}

void requireNoFileNamed(const fs::path& folder) {
  // A link counts as what it leads to, and as a file if that is nothing.
  if (!fs::exists(linkStatusOf(folder)) || fs::is_directory(statusOf(folder))) return;
  fail(ErrorKind::Invalid, "cannot use {} as a folder: a file has this name. Rename the file, or choose another place",
       folder.string());
}

std::string readTextFile(const fs::path& path, std::size_t maxBytes) {
  const auto status = statusOf(path);
  if (!fs::exists(status)) fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
  if (!fs::is_regular_file(status)) fail(ErrorKind::Io, "{} is not a file", path.string());
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) failWithErrno("read", path, error.value());
  if (size > maxBytes)
    fail(ErrorKind::Corrupt, "{} is {} bytes long; such a file may have at most {}", path.string(), size, maxBytes);
  std::ifstream file(path, std::ios::binary);
  std::string text(size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  if (!file) failWithErrno("read", path, errno);
  return text;
}

}  // namespace fb
