// SPDX-License-Identifier: MIT
#include "tokenizers/html_entities.h"

#include "tokenizers/html_entity_table.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace fb::tokenizers {
namespace {

constexpr std::size_t kLongestName = 32;

constexpr char32_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool isNonCharacter(std::uint64_t number) {
  return (number >= 0xFDD0 && number <= 0xFDEF) || (number & 0xFFFE) == 0xFFFE;
}

std::u32string characterOf(std::uint64_t number) {
  if (number >= 0x80 && number <= 0x9F) return {windows1252Character(static_cast<char32_t>(number))};
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return U"\uFFFD";
  const bool control = number < 0x20 && !(number == 9 || number == 10 || number == 12 || number == 13);
  if (control || number == 0x7F || isNonCharacter(number)) return {};
  return {static_cast<char32_t>(number)};
}

int digitValue(char32_t c, int base) {
  int value = base;
  if (c >= U'0' && c <= U'9') value = static_cast<int>(c - U'0');
  if (c >= U'a' && c <= U'f') value = static_cast<int>(c - U'a') + 10;
  if (c >= U'A' && c <= U'F') value = static_cast<int>(c - U'A') + 10;
  return value < base ? value : -1;
}

// `reference` begins after "&#". Returns how many characters were used, 0 if it is not a number.
std::size_t readNumber(std::u32string_view reference, std::u32string& out) {
  const bool hexadecimal = !reference.empty() && (reference[0] == U'x' || reference[0] == U'X');
  const int base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 1 : 0;
  std::size_t end = begin;
  std::uint64_t number = 0;
  for (; end < reference.size() && digitValue(reference[end], base) >= 0; ++end)
    number = std::min<std::uint64_t>(number * base + digitValue(reference[end], base), 0x110000);
  if (end == begin) return 0;
  out += characterOf(number);
  return end + (end < reference.size() && reference[end] == U';');
}

// `reference` begins after "&". The longest name that it starts with is used.
std::size_t readName(std::u32string_view reference, std::u32string& out) {
  constexpr std::u32string_view kEnd = U"\t\n\f <&#;";
  std::size_t length = std::min({reference.find_first_of(kEnd), reference.size(), kLongestName});
  if (length == 0) return 0;
  if (length < reference.size() && reference[length] == U';') ++length;
  for (; length > 1; --length) {
    if (const auto characters = findEntity(reference.substr(0, length)); !characters.empty()) {
      out += characters;
      return length;
    }
  }
  return 0;
}

}  // namespace

char32_t windows1252Character(char32_t c) { return kWindows1252[c - 0x80]; }

std::u32string_view findEntity(std::u32string_view name) {
  if (name.size() > kLongestName || std::any_of(name.begin(), name.end(), [](char32_t c) { return c > 0x7F; }))
    return {};
  const std::string key(name.begin(), name.end());
  const auto found = std::lower_bound(std::begin(kHtmlEntities), std::end(kHtmlEntities), std::string_view(key),
                                      [](const HtmlEntity& entity, std::string_view k) { return entity.name < k; });
  return found != std::end(kHtmlEntities) && found->name == key ? found->characters : std::u32string_view();
}

std::u32string unescapeHtml(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t used = 0;
    if (text[i] == U'&') {
      const auto rest = text.substr(i + 1);
      if (!rest.empty() && rest[0] == U'#') {
        used = readNumber(rest.substr(1), out);
        if (used > 0) ++used;
      } else {
        used = readName(rest, out);
      }
      if (used > 0) ++used;
    }
    if (used == 0) out.push_back(text[i++]);
    i += used;
  }
  return out;
}

}  // namespace fb::tokenizers
