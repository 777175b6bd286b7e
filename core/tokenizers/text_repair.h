// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// ftfy.fix_text (6.3) without its repair of text that was decoded with the wrong encoding: HTML entities on lines
// before the first "<", C1 controls, Latin ligatures, full and half width, curly quotes, line breaks, terminal escapes,
// control characters, NFC.
std::u32string repairText(std::u32string_view text);

}  // namespace fb::tokenizers
