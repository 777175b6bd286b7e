// SPDX-License-Identifier: MIT
#include "base/missing_file.h"

#include "base/file_errors.h"

#include <algorithm>
#include <array>

namespace fb {
namespace {

// What browsers and download tools add to a name until the file is complete.
constexpr std::array<std::string_view, 6> kUnfinished = {".part",  ".crdownload", ".incomplete",
                                                         ".aria2", ".download",   ".tmp"};

bool isThere(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// What was probably meant by a name that nobody gives a file; empty if nothing is noticed.
std::string mistakeIn(const std::filesystem::path& path) {
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(path, [&](const std::filesystem::path& part) { return part == name; });
  };
  if (has("http:") || has("https:"))
    return "is an address: download the file, or the whole repository, and give the path of the download";
  const auto text = path.string(), last = path.filename().string();
  const bool isQuoted =
      !last.empty() && (last.back() == '\'' || last.back() == '"') && std::ranges::count(text, last.back()) == 2;
  if (isQuoted) return "does not exist: leave out the quotation marks";
  if (has("~")) return "does not exist: the ~ has been taken literally, so write the whole path of your home folder";
  for (const auto ending : kUnfinished)
    if (auto download = path; isThere(download += ending))
      return fmt::format("does not exist, but {} does: the download has not finished", download.filename().string());
  return {};
}

}  // namespace

std::string whyMissing(const std::filesystem::path& path) {
  std::error_code error;
  const auto target = std::filesystem::read_symlink(path, error);
  if (!error)
    return fmt::format("is a link to {}, which does not exist: the download did not finish, or the file was moved",
                       target.string());
  const auto mistake = mistakeIn(path);
  return mistake.empty() ? "does not exist" : mistake;
}

bool isUnfinishedDownload(const std::filesystem::path& path) {
  return std::ranges::find(kUnfinished, path.extension().string()) != kUnfinished.end();
}

bool isPresent(const std::filesystem::path& path) {
  if (exists(statusOf(path))) return true;
  if (!exists(linkStatusOf(path))) return false;
  fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
}

}  // namespace fb
