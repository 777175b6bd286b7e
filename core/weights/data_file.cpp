// SPDX-License-Identifier: MIT
#include "weights/data_file.h"

#include "base/file_errors.h"
#include "base/missing_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace fb::weights {
namespace {

std::int64_t nanoseconds(const struct timespec& time) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  return time.tv_sec * kSecond + time.tv_nsec;
}

FileStamp stampOf(const struct stat& info) {
  return {info.st_dev, info.st_ino, info.st_size, nanoseconds(info.st_mtim)};
}

}  // namespace

// Without O_NONBLOCK, opening a pipe would wait for a writer.
DataFile::DataFile(const std::filesystem::path& path)
    : m_path(path), m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (m_descriptor < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
    if (error == ENXIO) fail(ErrorKind::Unsupported, "{} is not a file", path.string());  // a socket
    failWithErrno("open", path, error);
  }
  struct stat info {};
  const int error = ::fstat(m_descriptor, &info) == 0 ? 0 : errno;
  if (error != 0 || !S_ISREG(info.st_mode)) {
    ::close(m_descriptor);
    if (error != 0) failWithErrno("read", path, error);
    fail(ErrorKind::Unsupported, "{} is not a file", path.string());
  }
  m_stamp = stampOf(info);
}

DataFile::~DataFile() { ::close(m_descriptor); }

std::int64_t DataFile::touched() const {
  struct stat info {};
  if (::fstat(m_descriptor, &info) != 0) failWithErrno("read", m_path, errno);
  return nanoseconds(info.st_ctim);
}

void DataFile::read(std::uint64_t begin, std::span<std::byte> into) const {
  while (!into.empty()) {
    const auto got = ::pread(m_descriptor, into.data(), into.size(), static_cast<off_t>(begin));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failWithErrno("read", m_path, errno);
    if (got == 0) fail(ErrorKind::Corrupt, "{} has been truncated since it was opened", m_path.string());
    begin += static_cast<std::uint64_t>(got);
    into = into.subspan(static_cast<std::size_t>(got));
  }
  // Streamed blocks are read for the whole duration of a run: weights of two versions would be mixed in one clip.
  struct stat info {};
  if (::fstat(m_descriptor, &info) != 0) failWithErrno("read", m_path, errno);
  if (info.st_size < m_stamp.size)
    fail(ErrorKind::Corrupt, "{} has been truncated since it was opened", m_path.string());
  if (stampOf(info) != m_stamp)
    fail(ErrorKind::Corrupt, "{} has changed since it was opened: run again when it is complete", m_path.string());
}

void DataFile::expect(std::uint64_t begin, std::uint64_t bytes) const {
  ::posix_fadvise(m_descriptor, static_cast<off_t>(begin), static_cast<off_t>(bytes), POSIX_FADV_WILLNEED);
}

}  // namespace fb::weights
