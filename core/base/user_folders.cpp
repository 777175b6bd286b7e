// SPDX-License-Identifier: MIT
#include "base/user_folders.h"

#include "base/atomic_file.h"
#include "base/failure.h"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

namespace fb {
namespace {

// The XDG Base Directory Specification has relative paths ignored: they would mean another folder in each place.
std::optional<std::filesystem::path> absoluteFolder(const char* variable) {
  const char* value = std::getenv(variable);
  if (!value) return std::nullopt;
  std::filesystem::path folder(value);
  return folder.is_absolute() ? std::optional(std::move(folder)) : std::nullopt;
}

// In the folder that the variable gives, or in `byDefault` in the home folder.
std::filesystem::path userFolder(const char* variable, const std::filesystem::path& byDefault) {
  constexpr auto kName = "flowblending-studio";
  if (const auto folder = absoluteFolder(variable)) return *folder / kName;
  if (const auto home = absoluteFolder("HOME")) return *home / byDefault / kName;
  std::error_code error;
  const auto temporary = std::filesystem::temp_directory_path(error);
  return (error ? std::filesystem::path("/tmp") : temporary) / kName;
}

constexpr std::uint64_t kLargestKept = 1'000'000;  // bytes of a document, far more than any has

}  // namespace

std::filesystem::path userStateFolder() { return userFolder("XDG_STATE_HOME", ".local/state"); }

void requireKeepable(const std::filesystem::path& file) {
  try {
    makeFolder(file.parent_path());
    requireSpace(file.parent_path(), kLargestKept);
    requirePublishable(file, Existing::Replace);
  } catch (const Failure& failure) {
    fail(failure.error().kind,
         "{}. What is measured is kept there: let this user write there, or name another folder in the environment "
         "variable XDG_STATE_HOME",
         failure.what());
  }
}

std::filesystem::path userCacheFolder() { return userFolder("XDG_CACHE_HOME", ".cache"); }

}  // namespace fb
