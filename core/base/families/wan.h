// SPDX-License-Identifier: MIT
// What both halves of the WAN 2.1 family use.
#pragma once

#include <string_view>

namespace fb::wan {

inline constexpr std::string_view kTransformer = "WAN transformer";
inline constexpr std::string_view kVae = "WAN VAE";

inline constexpr int kTextLength = 512;
inline constexpr int kTemporalRatio = 4;
inline constexpr int kSideMultiple = 16;  // VAE ratio times patch

}  // namespace fb::wan
