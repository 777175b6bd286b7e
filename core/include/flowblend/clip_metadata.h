// SPDX-License-Identifier: MIT
// Tells whether this program wrote the comment in a clip file (ClipInfo::metadata).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fb {

// True if the comment holds the settings of a clip that this program made; other programs may put anything there. If
// true, it is JSON of limited depth and number of values, but requestFromJson() may still refuse it. Any thread.
bool isOwnMetadata(std::string_view metadata);

// The prompt in another program's comment, if that is a JSON object whose "prompt" is a string; otherwise absent. Any
// thread.
std::optional<std::string> foreignPrompt(std::string_view metadata);

}  // namespace fb
