// SPDX-License-Identifier: MIT
// Options that take several numbers, separated by commas.
#pragma once

#include "flowblend/numbers.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb::cli {

// "0.1,0.2": numbers from 0 to max; max 0: without an end. Throws CLI::ValidationError.
template <class Number>
std::vector<Number> listOf(const std::string& option, std::string_view text, double max) {
  std::vector<Number> numbers;
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find(',', first), text.size());
    const auto number = numberFrom<Number>(text.substr(first, end - first));
    if (!number || *number < 0 || (max > 0 && static_cast<double>(*number) > max))
      throw CLI::ValidationError(option, fmt::format("\"{}\" is not a list of {}, separated by commas", text,
                                                     max > 0 ? fmt::format("numbers from 0 to {}", max)
                                                             : std::string("whole numbers from 0 on")));
    numbers.push_back(*number);
    first = end + 1;
  }
  return numbers;
}

template <class Number>
void addList(CLI::App& group, const std::string& name, std::optional<std::vector<Number>>& target, double max,
             const std::string& help) {
  group
      .add_option_function<std::string>(
          name, [&target, name, max](const std::string& text) { target = listOf<Number>(name, text, max); }, help)
      ->type_name("LIST");
}

}  // namespace fb::cli
