// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fb {

// $XDG_STATE_HOME/flowblending-studio, by default below ~/.local/state; it need not exist yet.
std::filesystem::path userStateFolder();

}  // namespace fb
