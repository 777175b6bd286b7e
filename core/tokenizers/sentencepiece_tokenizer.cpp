// SPDX-License-Identifier: MIT
#include "tokenizers/sentencepiece_tokenizer.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/missing_file.h"
#include "tokenizers/spiece_check.h"
#include "tokenizers/utf8.h"

#include <fmt/format.h>
#include <sentencepiece_processor.h>

namespace fb::tokenizers {
namespace {

constexpr std::size_t kLargestModel = 64u << 20;
constexpr std::int64_t kUnknownId = 2;

// Protobuf uses the last value of a field, and merges messages given twice. normalizer_spec: add_dummy_prefix,
// remove_extra_whitespaces and escape_whitespaces on; trainer_spec: treat_whitespace_as_suffix off.
constexpr std::string_view kWordRules("\x1a\x06\x18\x01\x20\x01\x28\x01\x12\x03\xc0\x01\x00", 13);

std::string readModel(const std::filesystem::path& path) {
  const auto file = SentencePieceTokenizer::fileAt(path);
  if (file != path && !std::filesystem::exists(file) && std::filesystem::exists(path / "tokenizer.json"))
    fail(ErrorKind::Unsupported,
         "{} has a tokenizer.json but no spiece.model; only the SentencePiece file is read, so put it into the same "
         "folder",
         path.string());
  return readTextFile(file, kLargestModel);
}

// SentencePiece splits only at spaces, which it writes as U+2581; its usual table drops the vertical tab.
std::string spacesForWhiteSpace(std::string_view text) {
  auto characters = decodeUtf8(text, "the prompt");
  for (auto& c : characters)
    if ((isWhiteSpace(c) && c != U'\v') || c == 0x2581) c = U' ';
  return encodeUtf8(characters);
}

}  // namespace

bool isInWeights(const std::filesystem::path& path) {
  return path.extension() == ".safetensors" || path.extension() == ".gguf";
}

std::filesystem::path SentencePieceTokenizer::fileAt(const std::filesystem::path& path) {
  return std::filesystem::is_directory(path) ? path / "spiece.model" : path;
}

std::vector<std::filesystem::path> SentencePieceTokenizer::filesAt(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files = {fileAt(path)};
  if (const auto settings = specialTokenSettingsFile(files.front().parent_path()); isPresent(settings))
    files.push_back(settings);
  return files;
}

struct SentencePieceTokenizer::Impl {
  sentencepiece::SentencePieceProcessor processor;

  SpecialTokens special;

  void addSpecialTokens(const SpecialTokenSettings& settings) {
    const int pieces = processor.GetPieceSize();
    for (int i = 0; i < settings.extraIds; ++i)
      special.add(fmt::format("<extra_id_{}>", i), pieces + settings.extraIds - 1 - i);
    for (int id = 0; id < pieces; ++id)
      if (processor.IsControl(id) || processor.IsUnknown(id)) special.add(processor.IdToPiece(id), id);
    for (const auto& [text, id] : settings.added) special.add(text, id);
  }

  // Ids as in transformers, without the end token.
  std::vector<std::int64_t> idsOf(std::string_view text) const {
    std::vector<std::int64_t> ids;
    for (auto token = special.find(text); token; token = special.find(text)) {
      appendWords(text.substr(0, token->begin), ids);
      ids.push_back(token->id);
      text.remove_prefix(token->end);
    }
    appendWords(text, ids);
    return ids;
  }

private:
  void appendWords(std::string_view text, std::vector<std::int64_t>& ids) const {
    std::vector<int> pieces;
    if (const auto status = processor.Encode(spacesForWhiteSpace(text), &pieces); !status.ok())
      fail(ErrorKind::Internal, "cannot tokenise the prompt: {}", status.ToString());
    bool wasUnknown = false;
    for (const int piece : pieces) {
      const bool unknown = processor.IsUnknown(piece) || processor.IsByte(piece);
      if (!(unknown && wasUnknown)) ids.push_back(unknown ? kUnknownId : piece);
      wasUnknown = unknown;
    }
  }
};

SentencePieceTokenizer::SentencePieceTokenizer(const std::filesystem::path& path)
    : SentencePieceTokenizer(readModel(path), fileAt(path).string(),
                             readSpecialTokenSettings(fileAt(path).parent_path())) {}

SentencePieceTokenizer::SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin)
    : SentencePieceTokenizer(modelBytes, origin, SpecialTokenSettings()) {}

SentencePieceTokenizer::SentencePieceTokenizer(std::string_view modelBytes, const std::string& origin,
                                               const SpecialTokenSettings& settings)
    : m_impl(std::make_unique<Impl>()) {
  checkSentencePieceModel(modelBytes, origin);
  const std::string model = std::string(modelBytes) + std::string(kWordRules);
  if (const auto status = m_impl->processor.LoadFromSerializedProto(model); !status.ok())
    fail(ErrorKind::Corrupt, "{} is not a usable SentencePiece model: {}", origin, status.ToString());
  const auto& processor = m_impl->processor;
  if (processor.eos_id() < 0 || processor.pad_id() < 0)
    fail(ErrorKind::Unsupported, "{} has no end token or no padding token, which T5 and UMT5 need", origin);
  m_impl->addSpecialTokens(settings);
}

SentencePieceTokenizer::~SentencePieceTokenizer() = default;

SentencePieceTokenizer::Encoded SentencePieceTokenizer::encode(std::string_view text, int maxLength) const {
  if (maxLength < 1) fail(ErrorKind::Invalid, "a prompt needs room for at least one token, not {}", maxLength);
  const auto length = static_cast<std::size_t>(maxLength);
  Encoded encoded;
  encoded.ids = m_impl->idsOf(text);
  encoded.tokens = static_cast<int>(encoded.ids.size()) + 1;
  if (encoded.ids.size() >= length) encoded.ids.resize(length - 1);
  encoded.ids.push_back(m_impl->processor.eos_id());
  encoded.mask.assign(encoded.ids.size(), 1);
  encoded.ids.resize(length, m_impl->processor.pad_id());
  encoded.mask.resize(length, 0);
  return encoded;
}

int SentencePieceTokenizer::vocabularySize() const { return m_impl->processor.GetPieceSize(); }

}  // namespace fb::tokenizers
