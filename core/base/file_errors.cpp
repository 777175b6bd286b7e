// SPDX-License-Identifier: MIT
#include "base/file_errors.h"

#include <cerrno>
#include <system_error>

namespace fb {
namespace {

std::filesystem::file_status checked(std::filesystem::file_status status, const std::error_code& error,
                                     const std::filesystem::path& path) {
  if (status.type() == std::filesystem::file_type::none) failWithErrno("look at", path, error.value());
  return status;
}

}  // namespace

ErrorKind kindOfErrno(int error) {
  switch (error) {
    case ENOENT:
      return ErrorKind::NotFound;
    case EEXIST:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case ENOTDIR:
      return ErrorKind::Invalid;
    case ENOMEM:
      return ErrorKind::OutOfMemory;
    default:
      return ErrorKind::Io;
  }
}

std::string reasonOf(int error) {
  auto reason = std::generic_category().message(error);
  if (error == EMFILE) reason += "; raise this process's limit (ulimit -n)";
  if (error == ENFILE) reason += "; close other programs";
  return reason;
}

void failWithErrno(const char* verb, const std::filesystem::path& path, int error) {
  fail(kindOfErrno(error), "cannot {} {}: {}", verb, path.string(), reasonOf(error));
}

std::ifstream openToRead(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) failWithErrno("read", path, errno);
  return file;
}

void requireRead(const std::ifstream& file, const std::filesystem::path& path) {
  if (file.bad()) failWithErrno("read", path, errno != 0 ? errno : EIO);
}

Error errorOf(const std::filesystem::filesystem_error& error) {
  const auto reason = reasonOf(error.code().value());
  if (error.path1().empty()) return {kindOfErrno(error.code().value()), fmt::format("cannot use a file: {}", reason)};
  return {kindOfErrno(error.code().value()), fmt::format("cannot use {}: {}", error.path1().string(), reason)};
}

std::filesystem::file_status statusOf(const std::filesystem::path& path) {
  std::error_code error;
  return checked(std::filesystem::status(path, error), error, path);
}

std::filesystem::file_status linkStatusOf(const std::filesystem::path& path) {
  std::error_code error;
  return checked(std::filesystem::symlink_status(path, error), error, path);
}

std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder, const std::filesystem::path& shown) {
  std::vector<std::filesystem::path> entries;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    entries.push_back(entry->path());
  if (!error) return entries;
  if (shown.empty()) failWithErrno("list", folder, error.value());
  failWithErrno("list the folder of", shown, error.value());
}

}  // namespace fb
