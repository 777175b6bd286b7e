// SPDX-License-Identifier: MIT
#include "tokenizers/spiece_check.h"

#include "base/failure.h"
#include "tokenizers/utf8.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <unordered_set>

namespace fb::tokenizers {
namespace {

// One field of a protobuf message: a number or bytes, by its wire type.
struct Field {
  std::uint32_t number = 0;
  std::uint32_t wireType = 0;
  std::uint64_t value = 0;
  std::string_view bytes;
};

enum WireType : std::uint32_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

class MessageReader {
public:
  MessageReader(std::string_view message, const std::string& origin) : m_rest(message), m_origin(origin) {}

  bool next(Field& field) {
    if (m_rest.empty()) return false;
    const std::uint64_t tag = varint();
    field = {static_cast<std::uint32_t>(tag >> 3), static_cast<std::uint32_t>(tag & 7), 0, {}};
    if (field.number == 0 || tag >> 32 != 0) broken("a field number");
    switch (field.wireType) {
      case kVarint:
        field.value = varint();
        break;
      case kFixed64:
        field.bytes = take(8);
        break;
      case kBytes:
        field.bytes = take(varint());
        break;
      case kFixed32:
        field.bytes = take(4);
        break;
      default:
        broken("a field type");
    }
    return true;
  }

  [[noreturn]] void broken(std::string_view what) const {
    fail(ErrorKind::Corrupt, "{} is not a complete SentencePiece model: {} is broken; download the file again",
         m_origin, what);
  }

private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<std::uint8_t>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    broken("a number");
  }

  std::string_view take(std::uint64_t size) {
    if (size > m_rest.size()) broken("its end");
    const auto taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
  }

  std::string_view m_rest;
  const std::string& m_origin;
};

std::uint32_t littleEndian32(std::string_view bytes) {
  const auto at = [&](int i) { return static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[i])); };
  return at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24;
}

// A normalisation table: the length of the trie, the trie (a Darts-clone double array of 32-bit units), and the
// replacement texts, each terminated by a NUL, to whose first bytes the leaves of the trie point.
void checkCharsMap(std::string_view map, const MessageReader& reader) {
  if (map.empty()) return;
  constexpr std::string_view kWhat = "the normalisation table";
  constexpr std::uint32_t kBlockUnits = 256;
  if (map.size() < 4) reader.broken(kWhat);
  const std::uint32_t trieSize = littleEndian32(map);
  const auto rest = map.substr(4);
  if (trieSize % (4 * kBlockUnits) != 0 || trieSize == 0 || trieSize >= rest.size()) reader.broken(kWhat);
  const auto texts = rest.substr(trieSize);
  if (texts.back() != '\0') reader.broken(kWhat);
  const std::uint32_t units = trieSize / 4;
  for (std::uint32_t i = 0; i < units; ++i) {
    const std::uint32_t unit = littleEndian32(rest.substr(4 * i, 4));
    if (unit >> 31) {
      const std::uint32_t begin = unit & 0x7FFFFFFF;
      if (begin >= texts.size() || (static_cast<std::uint8_t>(texts[begin]) & 0xC0) == 0x80) reader.broken(kWhat);
    } else {
      const std::uint32_t offset = (unit >> 10) << ((unit & (1u << 9)) >> 6);
      // A child is at this position, with any of its low eight bits changed by the label.
      if ((i ^ offset) >= units) reader.broken(kWhat);
    }
  }
  try {
    decodeUtf8(texts, kWhat);
  } catch (const Failure&) {
    reader.broken(kWhat);
  }
}

void checkNormalizer(std::string_view message, const std::string& origin) {
  constexpr std::uint32_t kPrecompiledCharsMap = 2;
  MessageReader reader(message, origin);
  for (Field field; reader.next(field);)
    if (field.number == kPrecompiledCharsMap && field.wireType == kBytes) checkCharsMap(field.bytes, reader);
}

void checkTrainer(std::string_view message, const std::string& origin) {
  constexpr std::uint32_t kModelType = 3;
  constexpr std::uint64_t kUnigram = 1;
  MessageReader reader(message, origin);
  for (Field field; reader.next(field);)
    if (field.number == kModelType && field.wireType == kVarint && field.value != kUnigram)
      fail(ErrorKind::Unsupported, "{} is not a unigram SentencePiece model, the kind that T5 and UMT5 use", origin);
}

struct Piece {
  std::string_view text;
  float score = 0;
  std::uint64_t type = 1;
};

Piece readPiece(std::string_view message, const std::string& origin) {
  constexpr std::uint32_t kText = 1;
  constexpr std::uint32_t kScore = 2;
  constexpr std::uint32_t kType = 3;
  constexpr std::uint64_t kLastType = 6;
  MessageReader reader(message, origin);
  Piece piece;
  for (Field field; reader.next(field);) {
    if (field.number == kText && field.wireType == kBytes) piece.text = field.bytes;
    if (field.number == kScore && field.wireType == kFixed32) std::memcpy(&piece.score, field.bytes.data(), 4);
    if (field.number == kType && field.wireType == kVarint) piece.type = field.value;
  }
  const bool sane = !piece.text.empty() && piece.text.find('\0') == std::string_view::npos &&
                    std::isfinite(piece.score) && piece.type >= 1 && piece.type <= kLastType;
  if (!sane) reader.broken("a piece");
  try {
    decodeUtf8(piece.text, "a piece");
  } catch (const Failure&) {
    reader.broken("a piece");
  }
  return piece;
}

}  // namespace

void checkSentencePieceModel(std::string_view model, const std::string& origin) {
  constexpr std::uint32_t kPieces = 1;
  constexpr std::uint32_t kTrainer = 2;
  constexpr std::uint32_t kNormalizer = 3;
  constexpr std::uint32_t kDenormalizer = 5;
  constexpr std::uint64_t kUnknownType = 2;
  MessageReader reader(model, origin);
  std::unordered_set<std::string_view> texts;
  int unknownPieces = 0;
  for (Field field; reader.next(field);) {
    if (field.wireType != kBytes) continue;
    if (field.number == kPieces) {
      const Piece piece = readPiece(field.bytes, origin);
      if (!texts.insert(piece.text).second) reader.broken("the list of pieces");
      unknownPieces += piece.type == kUnknownType;
    }
    if (field.number == kTrainer) checkTrainer(field.bytes, origin);
    if (field.number == kNormalizer || field.number == kDenormalizer) checkNormalizer(field.bytes, origin);
  }
  if (texts.empty()) reader.broken("the list of pieces");
  if (unknownPieces != 1) reader.broken("the piece for unknown characters");
}

}  // namespace fb::tokenizers
