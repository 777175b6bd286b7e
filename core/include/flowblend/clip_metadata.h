// SPDX-License-Identifier: MIT
// Whose the comment in a clip's file is (ClipInfo::metadata).
#pragma once

#include <string_view>

namespace fb {

// Whether it is the settings of a clip that this program made; other programs write into that place what they like. If
// so, it is JSON of no great depth or number of values, though requestFromJson() may still refuse it. Any thread.
bool isOwnMetadata(std::string_view metadata);

}  // namespace fb
