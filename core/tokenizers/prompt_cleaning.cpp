// SPDX-License-Identifier: MIT
#include "tokenizers/prompt_cleaning.h"

#include "tokenizers/html_entities.h"
#include "tokenizers/text_repair.h"
#include "tokenizers/utf8.h"

namespace fb::tokenizers {
namespace {

std::u32string collapseWhiteSpace(std::u32string_view text) {
  std::u32string out;
  bool pending = false;
  for (const char32_t c : text) {
    if (isWhiteSpace(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out.push_back(U' ');
    pending = false;
    out.push_back(c);
  }
  return out;
}

}  // namespace

std::string cleanPrompt(std::string_view prompt) {
  const auto repaired = repairText(decodeUtf8(prompt, "the prompt"));
  return encodeUtf8(collapseWhiteSpace(unescapeHtml(unescapeHtml(repaired))));
}

}  // namespace fb::tokenizers
