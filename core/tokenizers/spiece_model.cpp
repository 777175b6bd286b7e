// SPDX-License-Identifier: MIT
#include "tokenizers/spiece_model.h"

#include <algorithm>
#include <bit>

namespace fb::tokenizers {
namespace {

enum WireType : std::uint32_t { kVarint = 0, kBytes = 2, kFixed32 = 5 };

void addVarint(std::string& message, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) message.push_back(static_cast<char>((value & 0x7F) | 0x80));
  message.push_back(static_cast<char>(value));
}

void addTag(std::string& message, std::uint32_t field, WireType type) { addVarint(message, field << 3 | type); }

void addNumber(std::string& message, std::uint32_t field, std::uint64_t value) {
  addTag(message, field, kVarint);
  addVarint(message, value);
}

void addFloat(std::string& message, std::uint32_t field, float value) {
  addTag(message, field, kFixed32);
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int i = 0; i < 4; ++i) message.push_back(static_cast<char>(bits >> (8 * i) & 0xff));
}

void addBytes(std::string& message, std::uint32_t field, std::string_view bytes) {
  addTag(message, field, kBytes);
  addVarint(message, bytes.size());
  message += bytes;
}

}  // namespace

std::string composeModel(std::span<const std::string> pieces, std::span<const float> scores,
                         std::span<const std::int32_t> types, std::string_view charsMap) {
  constexpr std::uint32_t kPieces = 1, kTrainer = 2, kNormalizer = 3;
  constexpr std::uint32_t kText = 1, kScore = 2, kType = 3;  // of a piece
  constexpr std::uint32_t kModelType = 3, kVocabularySize = 4, kByteFallback = 35;
  constexpr std::uint32_t kCharsMap = 2;
  constexpr std::uint64_t kUnigram = 1;
  constexpr std::int32_t kBytePiece = 6;
  std::string model, part;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    part.clear();
    addBytes(part, kText, pieces[i]);
    addFloat(part, kScore, scores[i]);
    addNumber(part, kType, static_cast<std::uint32_t>(types[i]));
    addBytes(model, kPieces, part);
  }
  part.clear();
  addNumber(part, kModelType, kUnigram);
  addNumber(part, kVocabularySize, pieces.size());
  addNumber(part, kByteFallback, std::ranges::find(types, kBytePiece) != types.end());
  addBytes(model, kTrainer, part);
  part.clear();
  addBytes(part, kCharsMap, charsMap);
  addBytes(model, kNormalizer, part);
  return model;
}

}  // namespace fb::tokenizers
