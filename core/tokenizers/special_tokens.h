// SPDX-License-Identifier: MIT
// Tokens that are recognised in the text itself, before it is split into words: "</s>", "<pad>", "<extra_id_0>".
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fb::tokenizers {

// The tokens that a tokenizer_config.json adds to the model's; the defaults are transformers' for T5.
struct SpecialTokenSettings {
  int extraIds = 100;  // <extra_id_0>, ... after the model's pieces, in reverse order
  std::map<std::string, std::int64_t> added;
};

std::filesystem::path specialTokenSettingsFile(const std::filesystem::path& folder);
// Reads the config in a tokenizer's folder. Throws a Failure(Corrupt) that names the file.
SpecialTokenSettings readSpecialTokenSettings(const std::filesystem::path& folder);

// Constant after its tokens were added; safe on any thread.
class SpecialTokens {
public:
  // A second token with the same text replaces the first; an empty text is not a token.
  void add(const std::string& text, std::int64_t id);

  struct Match {
    std::size_t begin = 0, end = 0;
    std::int64_t id = 0;
  };
  // The first token in the text, the longest if several begin there.
  std::optional<Match> find(std::string_view text) const;

private:
  // Descending, so that of two tokens with a common prefix the longer one comes first.
  std::map<std::string, std::int64_t, std::greater<>> m_tokens;
};

}  // namespace fb::tokenizers
