// SPDX-License-Identifier: MIT
// What the WAN pipeline does to a prompt before it is tokenised.
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// Text repair (ligatures, full-width forms, curly quotes, terminal escapes, NFC), HTML entities unescaped twice,
// white space collapsed and trimmed: ftfy.fix_text, html.unescape(html.unescape(..)), re.sub(r"\s+", " ", ..).strip().
// Not ftfy's repair of text that was decoded with the wrong encoding ("Ã©" for "é"): it stays as it is.
// Invalid UTF-8 is Failure(Invalid).
std::string cleanPrompt(std::string_view prompt);

}  // namespace fb::tokenizers
