// SPDX-License-Identifier: MIT
// Prompt to token ids with a SentencePiece model, as transformers' T5Tokenizer gives them.
#pragma once

#include "tokenizers/special_tokens.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fb::tokenizers {

// As transformers 5 builds it, whatever the model's own settings say: text is cut at white space, each word begins with
// "▁", and every run of characters outside the vocabulary becomes the id 2, with or without byte pieces in the model.
// Special tokens in the text ("</s>") have their own ids: the model's, <extra_id_0> and so on after them, and those of
// a tokenizer_config.json beside the model. Constant after construction; safe on any thread.
class SentencePieceTokenizer {
public:
  // `path`: a spiece.model, or a folder with one. Throws Failure: NotFound, Corrupt; a folder with tokenizer.json alone
  // is refused with the reason.
  explicit SentencePieceTokenizer(const std::filesystem::path& path);
  // The bytes of a model file, as some single-file checkpoints carry them; `origin` names them in errors.
  SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin);
  ~SentencePieceTokenizer();

  // The model file that such a path stands for, and with it the tokenizer_config.json beside it, if there is one.
  static std::filesystem::path fileAt(const std::filesystem::path& path);
  static std::vector<std::filesystem::path> filesAt(const std::filesystem::path& path);

  struct Encoded {
    std::vector<std::int64_t> ids;   // exactly maxLength, padded with the pad id
    std::vector<std::int64_t> mask;  // 1 on the prompt and its end token
    int tokens = 0;                  // before truncation, end token included
  };
  // Truncated so that the end token stays; padded to maxLength.
  Encoded encode(std::string_view text, int maxLength) const;
  int vocabularySize() const;

private:
  SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin, const SpecialTokenSettings& settings);

  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::tokenizers
