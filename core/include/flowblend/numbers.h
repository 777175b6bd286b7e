// SPDX-License-Identifier: MIT
// Numbers that come as text from outside: files, command lines, metadata.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace fb {

// The decimal number that the whole text is. Nothing is skipped, cut, wrapped or rounded into the type's range: no
// spaces, no plus sign, no octal or hexadecimal, no locale, neither NaN nor infinity; empty if it is no such number.
// Any thread.
template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if constexpr (std::is_floating_point_v<Number>)
    if (!std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace fb
