// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fb {

// $XDG_STATE_HOME/flowblending-studio, by default in ~/.local/state; it need not exist yet.
std::filesystem::path userStateFolder();

// Makes the folder of `file`, which is to be written in the user's state folder, and checks that it can be written
// there, before the work. Throws a Failure that says where else it could be kept.
void requireKeepable(const std::filesystem::path& file);

// $XDG_CACHE_HOME/flowblending-studio, by default in ~/.cache: data that can be recreated. It need not exist yet.
std::filesystem::path userCacheFolder();

}  // namespace fb
