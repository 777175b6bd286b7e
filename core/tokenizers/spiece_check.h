// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fb::tokenizers {

// The SentencePiece library trusts the tables inside a model file: with a damaged file, it reads out of bounds. This
// checks the file first. Throws a Failure that names `origin`: Corrupt, or Unsupported for a model that is not unigram.
void checkSentencePieceModel(std::string_view model, const std::string& origin);

}  // namespace fb::tokenizers
