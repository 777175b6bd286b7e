// SPDX-License-Identifier: MIT
// One table for both directions between an enum and its spelling.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace fb {

template <class Enum, std::size_t N>
struct EnumNames {
  std::pair<Enum, std::string_view> entries[N];

  constexpr std::string_view name(Enum value) const {
    for (const auto& [entry, text] : entries)
      if (entry == value) return text;
    return "?";
  }
  constexpr std::optional<Enum> value(std::string_view name) const {
    for (const auto& [entry, text] : entries)
      if (text == name) return entry;
    return std::nullopt;
  }
};

}  // namespace fb
