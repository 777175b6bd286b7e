// SPDX-License-Identifier: MIT
#include "tokenizers/text_repair.h"

#include "base/failure.h"
#include "tokenizers/html_entities.h"
#include "tokenizers/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace fb::tokenizers {
namespace {

std::u32string normalize(std::u32string_view text, int options) {
  const std::string bytes = encodeUtf8(text);
  utf8proc_uint8_t* result = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(bytes.size()),
                   &result, static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (length < 0) fail(ErrorKind::Internal, "cannot normalise the prompt: {}", utf8proc_errmsg(length));
  return decodeUtf8({reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)}, "the prompt");
}

// Appends the replacement of a character, or nothing if it is dropped.
template <class Replace>
std::u32string translate(std::u32string_view text, Replace replace) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) replace(c, out);
  return out;
}

std::u32string_view ligatureParts(char32_t c) {
  switch (c) {
    case U'Ĳ':
      return U"IJ";
    case U'ĳ':
      return U"ij";
    case U'ŉ':
      return U"ʼn";
    case U'Ǳ':
      return U"DZ";
    case U'ǲ':
      return U"Dz";
    case U'ǳ':
      return U"dz";
    case U'Ǆ':
      return U"DŽ";
    case U'ǅ':
      return U"Dž";
    case U'ǆ':
      return U"dž";
    case U'Ǉ':
      return U"LJ";
    case U'ǈ':
      return U"Lj";
    case U'ǉ':
      return U"lj";
    case U'Ǌ':
      return U"NJ";
    case U'ǋ':
      return U"Nj";
    case U'ǌ':
      return U"nj";
    case U'ﬀ':
      return U"ff";
    case U'ﬁ':
      return U"fi";
    case U'ﬂ':
      return U"fl";
    case U'ﬃ':
      return U"ffi";
    case U'ﬄ':
      return U"ffl";
    case U'ﬅ':
      return U"ſt";
    case U'ﬆ':
      return U"st";
    default:
      return {};
  }
}

std::u32string splitLigatures(std::u32string_view text) {
  return translate(text, [](char32_t c, std::u32string& out) {
    if (const auto parts = ligatureParts(c); !parts.empty())
      out += parts;
    else
      out.push_back(c);
  });
}

std::u32string upperCase(std::u32string_view text) {
  return translate(splitLigatures(text), [](char32_t c, std::u32string& out) {
    if (c == U'ß')
      out += U"SS";
    else
      out.push_back(static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))));
  });
}

bool isAsciiAlphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// `entity`: "&name;" or "&#number;". ftfy also accepts names in capitals ("&EACUTE;") that HTML does not have.
std::u32string entityText(std::u32string_view entity) {
  const std::u32string unescaped = unescapeHtml(entity);
  const auto name = entity.substr(1);
  if (name[0] == U'#') return unescaped.find(U';') == std::u32string::npos ? unescaped : std::u32string(entity);
  if (const auto known = findEntity(name); !known.empty()) return std::u32string(known);
  if (unescaped != entity) return std::u32string(entity);
  const bool hasSmall = std::any_of(name.begin(), name.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
  if (hasSmall) return std::u32string(entity);
  const auto small = translate(
      name, [](char32_t c, std::u32string& out) { out.push_back(c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c); });
  const auto known = findEntity(small);
  return known.empty() ? std::u32string(entity) : upperCase(known);
}

// Only references that end with a semicolon, since "this&not that" is not a reference: &#?[0-9A-Za-z]{1,24};
std::u32string unescapeEntities(std::u32string_view text) {
  constexpr std::size_t kLongestName = 24;
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    if (text[i] == U'&') {
      const std::size_t begin = i + 1 + (i + 1 < text.size() && text[i + 1] == U'#');
      end = begin;
      while (end < text.size() && end - begin < kLongestName && isAsciiAlphanumeric(text[end])) ++end;
      if (end == begin || end == text.size() || text[end] != U';') end = i;
    }
    if (end == i) {
      out.push_back(text[i++]);
    } else {
      out += entityText(text.substr(i, end + 1 - i));
      i = end + 1;
    }
  }
  return out;
}

std::u32string replaceC1Controls(std::u32string_view text) {
  return translate(text, [](char32_t c, std::u32string& out) {
    if (c >= 0x80 && c <= 0x9F)
      out.push_back(windows1252Character(c));
    else
      out.push_back(c);
  });
}

std::u32string fixWidth(std::u32string_view text) {
  return translate(text, [](char32_t c, std::u32string& out) {
    if (c == 0x3000)
      out.push_back(U' ');
    else if (c >= 0xFF01 && c <= 0xFFEF)
      out += normalize({&c, 1}, UTF8PROC_COMPAT);
    else
      out.push_back(c);
  });
}

std::u32string straightenQuotes(std::u32string_view text) {
  return translate(text, [](char32_t c, std::u32string& out) {
    if (c == 0x2BC || (c >= 0x2018 && c <= 0x201B)) c = U'\'';
    if (c >= 0x201C && c <= 0x201F) c = U'"';
    out.push_back(c);
  });
}

std::u32string fixLineBreaks(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n') continue;
    const bool lineBreak = text[i] == U'\r' || text[i] == 0x2028 || text[i] == 0x2029;
    out.push_back(lineBreak ? U'\n' : text[i]);
  }
  return out;
}

// Colours and cursor movements: ESC [ digits or semicolons, one letter.
std::u32string removeTerminalEscapes(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == U"\033[") {
      std::size_t end = i + 2;
      while (end < text.size() && ((text[end] >= U'0' && text[end] <= U'9') || text[end] == U';')) ++end;
      if (end < text.size() && isAsciiAlphanumeric(text[end])) {
        i = end;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

std::u32string removeControls(std::u32string_view text) {
  return translate(text, [](char32_t c, std::u32string& out) {
    const bool control = c <= 0x08 || c == 0x0B || (c >= 0x0E && c < 0x20) || c == 0x7F ||
                         (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFC);
    if (!control) out.push_back(c);
  });
}

// The steps affect each other ("&amp;amp;"), so they are repeated until nothing changes.
std::u32string repairLine(std::u32string text, bool unescape) {
  for (;;) {
    std::u32string fixed = unescape ? unescapeEntities(text) : text;
    fixed = replaceC1Controls(fixed);
    fixed = splitLigatures(fixed);
    fixed = fixWidth(fixed);
    fixed = straightenQuotes(fixed);
    fixed = fixLineBreaks(fixed);
    fixed = removeTerminalEscapes(fixed);
    fixed = removeControls(fixed);
    fixed = normalize(fixed, 0);
    if (fixed == text) return fixed;
    text = std::move(fixed);
  }
}

}  // namespace

std::u32string repairText(std::u32string_view text) {
  std::u32string out;
  bool unescape = true;
  while (!text.empty()) {
    const auto length = std::min(text.find(U'\n'), text.size() - 1) + 1;
    const auto line = text.substr(0, length);
    // A "<" means that this is real HTML, whose entities are intended; that also applies to the lines after it.
    unescape = unescape && line.find(U'<') == std::u32string_view::npos;
    out += repairLine(std::u32string(line), unescape);
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace fb::tokenizers
