// SPDX-License-Identifier: MIT
// Parses numbers from outside the program: files, command lines, metadata.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace fb {

// Parses the whole text as a decimal number; empty if it is not one. Nothing is skipped, truncated, wrapped or clamped
// to the type's range: no spaces, no plus sign, no octal or hexadecimal, no locale, neither NaN nor infinity.
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
