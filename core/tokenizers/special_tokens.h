// SPDX-License-Identifier: MIT
// Tokens that are found in the text itself, before it is cut into words: "</s>", "<pad>", "<extra_id_0>".
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fb::tokenizers {

// What a tokenizer_config.json says of tokens beside those of the model; the defaults are transformers' for T5.
struct SpecialTokenSettings {
  int extraIds = 100;  // <extra_id_0>, ... that follow the model's pieces, the last one first
  std::map<std::string, std::int64_t> added;
};

std::filesystem::path specialTokenSettingsFile(const std::filesystem::path& folder);
// Of the folder that a tokenizer lies in. Throws Failure(Corrupt) that names the file.
SpecialTokenSettings readSpecialTokenSettings(const std::filesystem::path& folder);

// Constant after its tokens were added; safe on any thread.
class SpecialTokens {
public:
  // A second token of the same text replaces the first; an empty text is no token.
  void add(const std::string& text, std::int64_t id);

  struct Match {
    std::size_t begin = 0, end = 0;
    std::int64_t id = 0;
  };
  // The first token in the text, the longest if several begin there.
  std::optional<Match> find(std::string_view text) const;

private:
  // Descending, so that of two tokens that begin alike the longer one comes first.
  std::map<std::string, std::int64_t, std::greater<>> m_tokens;
};

}  // namespace fb::tokenizers
