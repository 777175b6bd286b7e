// SPDX-License-Identifier: MIT
// Converts a prompt to token ids with a SentencePiece model, like transformers' T5Tokenizer.
#pragma once

#include "tokenizers/special_tokens.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fb::tokenizers {

// Whether the tokenizer at `path` is the copy inside a file of weights, safetensors or GGUF.
bool isInWeights(const std::filesystem::path& path);

// As transformers 5 builds it, whatever the model's own settings are: text is split at white space, each word begins
// with "▁", and every run of characters outside the vocabulary becomes the id 2, whether or not the model has byte
// pieces. Special tokens in the text ("</s>") get their own ids: the model's, then <extra_id_0> and so on, and those of
// a tokenizer_config.json next to the model. Constant after construction; safe on any thread.
class SentencePieceTokenizer {
public:
  // `path`: a spiece.model, or a folder with one. Throws Failure: NotFound, Corrupt; a folder with only a
  // tokenizer.json is refused with the reason.
  explicit SentencePieceTokenizer(const std::filesystem::path& path);
  // The bytes of a model file, as contained in some single-file checkpoints; `origin` names them in errors.
  SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin);
  ~SentencePieceTokenizer();

  // The model file for such a path, and the tokenizer_config.json next to it, if there is one.
  static std::filesystem::path fileAt(const std::filesystem::path& path);
  static std::vector<std::filesystem::path> filesAt(const std::filesystem::path& path);

  struct Encoded {
    std::vector<std::int64_t> ids;   // exactly maxLength, padded with the pad id
    std::vector<std::int64_t> mask;  // 1 on the prompt and its end token
    int tokens = 0;                  // before truncation, including the end token
  };
  // Truncated such that the end token is kept; padded to maxLength.
  Encoded encode(std::string_view text, int maxLength) const;
  int vocabularySize() const;

private:
  SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin, const SpecialTokenSettings& settings);

  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace fb::tokenizers
