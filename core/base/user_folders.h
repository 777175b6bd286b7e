// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fb {

// $XDG_STATE_HOME/flowblending-studio, by default in ~/.local/state; it need not exist yet.
std::filesystem::path userStateFolder();

// $XDG_CACHE_HOME/flowblending-studio, by default in ~/.cache: data that can be recreated. It need not exist yet.
std::filesystem::path userCacheFolder();

}  // namespace fb
