// SPDX-License-Identifier: MIT
#include "base/user_folders.h"

#include <cstdlib>

namespace fb {

std::filesystem::path userStateFolder() {
  constexpr auto kName = "flowblending-studio";
  if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state) return std::filesystem::path(state) / kName;
  if (const char* home = std::getenv("HOME"); home && *home)
    return std::filesystem::path(home) / ".local" / "state" / kName;
  std::error_code error;
  const auto temporary = std::filesystem::temp_directory_path(error);
  return (error ? std::filesystem::path("/tmp") : temporary) / kName;
}

}  // namespace fb
