// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// The SentencePiece library trusts the tables inside a model file: a damaged one makes it read outside of them. This
// walks the file first. Throws Failure naming `origin`: Corrupt, or Unsupported for a model that is not unigram.
void checkSentencePieceModel(std::string_view model, const std::string& origin);

}  // namespace fb::tokenizers
