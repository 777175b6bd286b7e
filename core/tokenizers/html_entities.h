// SPDX-License-Identifier: MIT
// HTML character references, as Python's html module reads them.
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// The characters of a named reference of HTML 5, empty where there is none. `name` is what follows the ampersand, with
// its semicolon; the few that may go without one are listed both ways.
std::u32string_view findEntity(std::u32string_view name);

// What HTML 5 makes of 0x80..0x9F.
char32_t windows1252Character(char32_t c);

// html.unescape: named and numeric references, also without a semicolon where HTML 5 allows that.
std::u32string unescapeHtml(std::u32string_view text);

}  // namespace fb::tokenizers
