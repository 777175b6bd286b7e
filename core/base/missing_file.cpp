// SPDX-License-Identifier: MIT
#include "base/missing_file.h"

#include "base/file_errors.h"

namespace fb {

std::string whyMissing(const std::filesystem::path& path) {
  std::error_code error;
  const auto target = std::filesystem::read_symlink(path, error);
  if (error) return "does not exist";
  return fmt::format("is a link to {}, which does not exist: the download did not finish, or the file was moved",
                     target.string());
}

bool isPresent(const std::filesystem::path& path) {
  if (exists(statusOf(path))) return true;
  if (!exists(linkStatusOf(path))) return false;
  fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
}

}  // namespace fb
