// SPDX-License-Identifier: MIT
// Prompts with alternatives, {red|green}, as flowblend/batch.h defines them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fb::lab {

class PromptPattern {
public:
  // Throws Failure(Invalid), also if it stands for more than kMaxBatchClips texts.
  explicit PromptPattern(std::string_view text);

  // How many texts it stands for.
  std::uint64_t count() const;
  // index: below count().
  std::string text(std::uint64_t index) const;

private:
  struct Part {
    std::string text;                    // if there are no choices
    std::vector<PromptPattern> choices;  // each with its own alternatives
  };
  PromptPattern() = default;

  static PromptPattern parse(std::string_view whole, std::size_t& at, bool inside);

  std::vector<Part> m_parts;
};

}  // namespace fb::lab
