// SPDX-License-Identifier: MIT
#include "base/user_folders.h"

#include <cstdlib>

namespace fb {
namespace {

// In the folder that the variable gives, or in `byDefault` in the home folder.
std::filesystem::path userFolder(const char* variable, const std::filesystem::path& byDefault) {
  constexpr auto kName = "flowblending-studio";
  if (const char* folder = std::getenv(variable); folder && *folder) return std::filesystem::path(folder) / kName;
  if (const char* home = std::getenv("HOME"); home && *home) return home / byDefault / kName;
  std::error_code error;
  const auto temporary = std::filesystem::temp_directory_path(error);
  return (error ? std::filesystem::path("/tmp") : temporary) / kName;
}

}  // namespace

std::filesystem::path userStateFolder() { return userFolder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path userCacheFolder() { return userFolder("XDG_CACHE_HOME", ".cache"); }

}  // namespace fb
