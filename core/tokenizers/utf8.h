// SPDX-License-Identifier: MIT
// Text as code points.
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// Throws Failure(Invalid) if the bytes are not UTF-8; `what` names the text in the message.
std::u32string decodeUtf8(std::string_view text, std::string_view what);
std::string encodeUtf8(std::u32string_view text);

// Unicode's White_Space property.
bool isWhiteSpace(char32_t c);

}  // namespace fb::tokenizers
