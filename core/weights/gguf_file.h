// SPDX-License-Identifier: MIT
// The GGUF container, versions 2 and 3: typed metadata, a table of tensors, aligned little-endian data. std types only.
// Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
#pragma once

#include "weights/weights_file.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fb::weights {

// Judged by its first bytes.
bool isGguf(const DataFile& file);

// Shapes are in torch's order, and have more dimensions than ggml's if `comfy.gguf.orig_shape.<name>` says so. The
// metadata includes only strings. Throws Failure: Corrupt (with the file's name and what is wrong), Unsupported for
// other versions and for types that this program does not read.
WeightsFile readGguf(std::shared_ptr<const DataFile> file);

// The tokenizer that llama.cpp's conversion puts into a text encoder's metadata, `tokenizer.ggml.*`. The lists are
// equally long; the pieces that only fill the vocabulary up to the size of the embedding ("[PAD32000]") are left out.
struct GgufVocabulary {
  std::string kind;  // "t5"; empty if the file has none
  std::vector<std::string> pieces;
  std::vector<float> scores;
  std::vector<std::int32_t>
      types;             // as in SentencePiece: 1 normal, 2 unknown, 3 control, 4 user-defined, 5 unused, 6 byte
  std::string charsMap;  // SentencePiece's normalisation table; empty if there is none
};
// Throws Failure, like readGguf.
GgufVocabulary readVocabulary(const DataFile& file);

}  // namespace fb::weights
