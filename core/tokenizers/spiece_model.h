// SPDX-License-Identifier: MIT
// Makes a SentencePiece model from its parts, for files that store these in a format of their own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fb::tokenizers {

// The bytes of a unigram model, as in a spiece.model; SentencePieceTokenizer checks them. Lists of equal length; types
// are SentencePiece's; charsMap is its normalisation table, empty for none. Format: sentencepiece_model.proto of
// https://github.com/google/sentencepiece
std::string composeModel(std::span<const std::string> pieces, std::span<const float> scores,
                         std::span<const std::int32_t> types, std::string_view charsMap);

}  // namespace fb::tokenizers
