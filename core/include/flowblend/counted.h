// SPDX-License-Identifier: MIT
// Counted things in English sentences.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace fb {

// "1 step", "2 steps", "0 steps". plural: if it is not the noun with an s. Any thread.
template <std::integral Number>
std::string counted(Number number, std::string_view noun, std::string_view plural = {}) {
  auto text = std::to_string(number);
  text += ' ';
  if (number == 1) return text.append(noun);
  return plural.empty() ? text.append(noun).append("s") : text.append(plural);
}

}  // namespace fb
