// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fb {

// $XDG_STATE_HOME/flowblending-studio, by default below ~/.local/state; it need not exist yet.
std::filesystem::path userStateFolder();

// $XDG_CACHE_HOME/flowblending-studio, by default below ~/.cache: what can be made again. It need not exist yet.
std::filesystem::path userCacheFolder();

}  // namespace fb
