// SPDX-License-Identifier: MIT
// How the WAN pipeline cleans a prompt before tokenising it.
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// Text repair (ligatures, full-width forms, curly quotes, terminal escapes, NFC), HTML entities unescaped twice,
// white space collapsed and trimmed: ftfy.fix_text, html.unescape(html.unescape(..)), re.sub(r"\s+", " ", ..).strip().
// Does not include ftfy's repair of text that was decoded with the wrong encoding ("Ã©" for "é"), which is left as it
// is. Throws Failure(Invalid) for invalid UTF-8.
std::string cleanPrompt(std::string_view prompt);

}  // namespace fb::tokenizers
