// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include "base/failure.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace fb {
namespace {

void syncToDisk(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(ErrorKind::Io, "cannot reopen {}: {}", path.string(), std::strerror(errno));
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  // Some file systems cannot sync folders; the rename is then as durable as they make it.
  if (result != 0 && error != EINVAL)
    fail(ErrorKind::Io, "cannot write {} to disk: {}", path.string(), std::strerror(error));
}

}  // namespace

std::filesystem::path temporaryNameFor(const std::filesystem::path& target) {
  static std::atomic<unsigned> counter{0};
  auto name =
      fmt::format(".{}.{}-{}.part{}", target.stem().string(), ::getpid(), counter++, target.extension().string());
  return target.parent_path() / name;
}

void writeAtomically(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path& temporary)>& write) {
  const auto temporary = temporaryNameFor(target);
  try {
    write(temporary);
    syncToDisk(temporary);
    std::filesystem::rename(temporary, target);
    syncToDisk(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
  } catch (const std::filesystem::filesystem_error& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    fail(ErrorKind::Io, "cannot write {}: {}", target.string(), error.code().message());
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw;
  }
}

void writeTextAtomically(const std::filesystem::path& target, std::string_view text) {
  writeAtomically(target, [&](const std::filesystem::path& temporary) {
    std::ofstream file(temporary, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) fail(ErrorKind::Io, "cannot write {}: {}", target.string(), std::strerror(errno));
  });
}

std::string readTextFile(const std::filesystem::path& path, std::size_t maxBytes) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) fail(ErrorKind::NotFound, "{} does not exist", path.string());
  if (!std::filesystem::is_regular_file(status)) fail(ErrorKind::Io, "{} is not a file", path.string());
  const auto size = std::filesystem::file_size(path, error);
  if (error) fail(ErrorKind::Io, "cannot read {}: {}", path.string(), error.message());
  if (size > maxBytes)
    fail(ErrorKind::Corrupt, "{} is {} bytes long, more than the {} that such a file may have", path.string(), size,
         maxBytes);
  std::ifstream file(path, std::ios::binary);
  std::string text(size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  if (!file) fail(ErrorKind::Io, "cannot read {}: {}", path.string(), std::strerror(errno));
  return text;
}

}  // namespace fb
