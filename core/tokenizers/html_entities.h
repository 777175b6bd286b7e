// SPDX-License-Identifier: MIT
// HTML character references, as Python's html module reads them.
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// The characters of a named reference of HTML 5; empty if there is none. `name` is the text after the ampersand,
// including its semicolon; the few that may omit it are listed both ways.
std::u32string_view findEntity(std::u32string_view name);

// HTML 5's mapping of 0x80..0x9F.
char32_t windows1252Character(char32_t c);

// html.unescape: named and numeric references, also without a semicolon if HTML 5 allows it.
std::u32string unescapeHtml(std::u32string_view text);

}  // namespace fb::tokenizers
