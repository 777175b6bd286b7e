// SPDX-License-Identifier: MIT
#include "tokenizers/utf8.h"

#include "base/failure.h"

#include <utf8proc.h>

namespace fb::tokenizers {

std::u32string decodeUtf8(std::string_view text, std::string_view what) {
  std::u32string decoded;
  decoded.reserve(text.size());
  auto rest = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(rest, left, &c);
    if (length <= 0)
      fail(ErrorKind::Invalid, "{} is not valid UTF-8 at byte {}; save it as UTF-8 text", what,
           text.size() - static_cast<std::size_t>(left));
    decoded.push_back(static_cast<char32_t>(c));
    rest += length;
    left -= length;
  }
  return decoded;
}

std::string encodeUtf8(std::u32string_view text) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char32_t c : text) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
    encoded.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return encoded;
}

bool isWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace fb::tokenizers
