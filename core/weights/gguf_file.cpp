// SPDX-License-Identifier: MIT
#include "weights/gguf_file.h"

#include "base/failure.h"
#include "base/json.h"
#include "weights/byte_cursor.h"
#include "weights/storage_type.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace fb::weights {
namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr std::string_view kOriginalShape = "comfy.gguf.orig_shape.";
constexpr std::uint64_t kMaxHeaderBytes = 256u << 20;  // a tokenizer with 256,000 pieces takes a thirtieth of it
constexpr std::uint64_t kMaxNameBytes = 4096;
constexpr std::uint32_t kMaxDimensions = 8;
constexpr int kMaxNesting = 4;

enum class ValueType : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, Text, Array, U64, I64, F64 };

std::optional<StorageType> storageTypeOf(std::uint32_t ggmlType) {
  constexpr std::pair<std::uint32_t, StorageType> kTypes[] = {
      {0, StorageType::F32},   {1, StorageType::F16},   {2, StorageType::Q4_0},  {3, StorageType::Q4_1},
      {6, StorageType::Q5_0},  {7, StorageType::Q5_1},  {8, StorageType::Q8_0},  {10, StorageType::Q2_K},
      {11, StorageType::Q3_K}, {12, StorageType::Q4_K}, {13, StorageType::Q5_K}, {14, StorageType::Q6_K},
      {24, StorageType::I8},   {25, StorageType::I16},  {26, StorageType::I32},  {27, StorageType::I64},
      {28, StorageType::F64},  {30, StorageType::BF16}};
  for (const auto& [number, type] : kTypes)
    if (number == ggmlType) return type;
  return std::nullopt;
}

std::string nameOfUnknown(std::uint32_t ggmlType) {
  constexpr std::pair<std::uint32_t, std::string_view> kNames[] = {
      {9, "Q8_1"},    {15, "Q8_K"},  {16, "IQ2_XXS"}, {17, "IQ2_XS"}, {18, "IQ3_XXS"}, {19, "IQ1_S"},
      {20, "IQ4_NL"}, {21, "IQ3_S"}, {22, "IQ2_S"},   {23, "IQ4_XS"}, {29, "IQ1_M"},   {34, "TQ1_0"},
      {35, "TQ2_0"},  {39, "MXFP4"}, {40, "NVFP4"},   {41, "Q1_0"}};
  for (const auto& [number, name] : kNames)
    if (number == ggmlType) return std::string(name);
  return fmt::format("ggml's type {}", ggmlType);
}

// Bytes of a value; the minimum for a string or an array.
std::uint64_t leastBytes(ValueType type) {
  switch (type) {
    case ValueType::U8:
    case ValueType::I8:
    case ValueType::Bool:
      return 1;
    case ValueType::U16:
    case ValueType::I16:
      return 2;
    case ValueType::U32:
    case ValueType::I32:
    case ValueType::F32:
      return 4;
    case ValueType::Array:
      return 12;
    default:
      return 8;
  }
}

// A name that can be shown in messages and documents.
std::string nameAt(ByteCursor& cursor, const char* what) {
  auto name = cursor.text(kMaxNameBytes, what);
  if (!textProblems(name).empty() || name.find('\0') != std::string::npos) cursor.refuse("{} is not UTF-8 text", what);
  return name;
}

struct Entry {
  std::string name;
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;  // in torch's order
  std::uint64_t begin = 0;          // in the data
  std::uint64_t bytes = 0;
};

class Header {
public:
  // vocabulary: receives the file's, if given; most readers need none.
  explicit Header(const DataFile& file, GgufVocabulary* vocabulary = nullptr)
      : m_cursor(file, kMaxHeaderBytes), m_vocabulary(vocabulary) {
    const auto [tensors, values] = counts();
    for (std::uint64_t i = 0; i < values; ++i) readValue();
    entries.reserve(tensors);
    for (std::uint64_t i = 0; i < tensors; ++i) readEntry();
    dataAt = (m_cursor.position() + m_alignment - 1) / m_alignment * m_alignment;
    placeTensors(file.size());
  }

  std::vector<Entry> entries;  // sorted by position
  std::map<std::string, std::string> texts;
  std::uint64_t dataAt = 0;

private:
  // The number of tensors or of metadata values.
  std::pair<std::uint64_t, std::uint64_t> counts() {
    m_cursor.skip(kMagic.size());
    const auto version = m_cursor.number<std::uint32_t>();
    if (version != 0 && (version & 0xffff) == 0)
      m_cursor.refuseKind(
          "is a big-endian GGUF file, which this program does not read; use the usual little-endian version");
    if (version < 2 || version > 3)
      m_cursor.refuseKind("is a GGUF file of version {}, but this program reads versions 2 and 3; convert it again",
                          version);
    const auto tensors = m_cursor.number<std::uint64_t>(), values = m_cursor.number<std::uint64_t>();
    m_cursor.requireRoom(tensors, 24, "tensors");
    m_cursor.requireRoom(values, 13, "metadata values");
    return {tensors, values};
  }

  ValueType typeAt() {
    const auto type = m_cursor.number<std::uint32_t>();
    if (type > static_cast<std::uint32_t>(ValueType::F64))
      m_cursor.refuse("a metadata value has the unknown type {}", type);
    return static_cast<ValueType>(type);
  }

  void readValue() {
    auto key = nameAt(m_cursor, "a metadata key");
    if (!m_keys.insert(key).second) m_cursor.refuse("the metadata has \"{}\" twice", key);
    const auto type = typeAt();
    if (m_vocabulary && readVocabularyValue(key, type)) return;
    if (key == "general.alignment")
      readAlignment(type);
    else if (key == "split.count")
      refuseParts(type);
    else if (key.starts_with(kOriginalShape))
      m_originalShapes.emplace(key.substr(kOriginalShape.size()), shapeAt(key, type));
    else if (type == ValueType::Text)
      texts.emplace(std::move(key), m_cursor.text(kMaxHeaderBytes, "a metadata text"));
    else
      skipValue(type, 0);
  }

  // False if the value belongs to no vocabulary.
  bool readVocabularyValue(const std::string& key, ValueType type) {
    auto& vocabulary = *m_vocabulary;
    if (key == "tokenizer.ggml.model" && type == ValueType::Text)
      vocabulary.kind = m_cursor.text(kMaxNameBytes, "the kind of tokenizer");
    else if (key == "tokenizer.ggml.tokens")
      readList(key, type, ValueType::Text,
               [&] { vocabulary.pieces.push_back(m_cursor.text(kMaxNameBytes, "a piece of the tokenizer")); });
    else if (key == "tokenizer.ggml.scores")
      readList(key, type, ValueType::F32,
               [&] { vocabulary.scores.push_back(std::bit_cast<float>(m_cursor.number<std::uint32_t>())); });
    else if (key == "tokenizer.ggml.token_type")
      readList(key, type, ValueType::I32, [&] { vocabulary.types.push_back(m_cursor.number<std::int32_t>()); });
    else if (key == "tokenizer.ggml.precompiled_charsmap")
      readList(key, type, ValueType::U8,
               [&] { vocabulary.charsMap.push_back(static_cast<char>(m_cursor.number<std::uint8_t>())); });
    else
      return false;
    return true;
  }

  template <class ReadElement>
  void readList(const std::string& key, ValueType type, ValueType expected, ReadElement read) {
    if (type != ValueType::Array || typeAt() != expected) m_cursor.refuse("{} is not a list of the usual type", key);
    const auto count = m_cursor.number<std::uint64_t>();
    m_cursor.requireRoom(count, leastBytes(expected), "list elements");
    for (std::uint64_t i = 0; i < count; ++i) read();
  }

  void readAlignment(ValueType type) {
    if (type != ValueType::U32) m_cursor.refuse("general.alignment is not a 32-bit number");
    m_alignment = m_cursor.number<std::uint32_t>();
    const bool powerOfTwo = m_alignment != 0 && (m_alignment & (m_alignment - 1)) == 0;
    if (!powerOfTwo || m_alignment > (1u << 20)) m_cursor.refuse("general.alignment is {}", m_alignment);
  }

  // llama.cpp's splitter marks a file that is one of several.
  void refuseParts(ValueType type) {
    if (type != ValueType::U16) m_cursor.refuse("split.count is not a 16-bit number");
    if (const auto count = m_cursor.number<std::uint16_t>(); count > 1)
      m_cursor.refuseKind("is one of {} parts of a model; merge them into one file with `llama-gguf-split --merge`",
                          count);
  }

  std::vector<std::int64_t> shapeAt(const std::string& key, ValueType type) {
    const auto element = type == ValueType::Array ? typeAt() : ValueType::Array;
    const bool integers = element == ValueType::I32 || element == ValueType::U32 || element == ValueType::I64 ||
                          element == ValueType::U64;
    if (!integers) m_cursor.refuse("{} is not a list of sizes", key);
    const auto count = m_cursor.number<std::uint64_t>();
    if (count > kMaxDimensions) m_cursor.refuse("{} has {} dimensions", key, count);
    std::vector<std::int64_t> shape;
    for (std::uint64_t i = 0; i < count; ++i)
      shape.push_back(leastBytes(element) == 4 ? std::int64_t{m_cursor.number<std::int32_t>()}
                                               : static_cast<std::int64_t>(m_cursor.number<std::uint64_t>()));
    return shape;
  }

  void skipValue(ValueType type, int depth) {
    if (type == ValueType::Text) return m_cursor.skip(m_cursor.number<std::uint64_t>());
    if (type != ValueType::Array) return m_cursor.skip(leastBytes(type));
    if (depth == kMaxNesting) m_cursor.refuse("a metadata list is nested too deeply");
    const auto element = typeAt();
    const auto count = m_cursor.number<std::uint64_t>();
    m_cursor.requireRoom(count, leastBytes(element), "list elements");
    if (element != ValueType::Text && element != ValueType::Array) return m_cursor.skip(count * leastBytes(element));
    for (std::uint64_t i = 0; i < count; ++i) skipValue(element, depth + 1);
  }

  void readEntry() {
    Entry entry;
    entry.name = nameAt(m_cursor, "a tensor's name");
    if (!m_names.insert(entry.name).second) m_cursor.refuse("the tensor \"{}\" occurs twice", entry.name);
    entry.shape = dimensionsAt(entry.name);
    const auto ggmlType = m_cursor.number<std::uint32_t>();
    const auto type = storageTypeOf(ggmlType);
    if (!type)
      m_cursor.refuseKind(
          "stores the tensor \"{}\" as {}, which this program does not read; use a version in Q8_0, Q6_K, Q5_K, Q4_K, "
          "Q3_K, Q2_K, Q5_0, Q5_1, Q4_0, Q4_1, F16 or BF16",
          entry.name, nameOfUnknown(ggmlType));
    entry.type = *type;
    entry.begin = m_cursor.number<std::uint64_t>();
    const bool wholeBlocks = entry.shape.empty() || entry.shape.back() % blockElements(*type) == 0;
    const auto bytes = denseBytes(*type, entry.shape);
    if (!wholeBlocks || !bytes)
      m_cursor.refuse("the shape of the tensor \"{}\" is not a multiple of the block size of {}", entry.name,
                      toString(*type));
    entry.bytes = *bytes;
    restoreShape(entry);
    entries.push_back(std::move(entry));
  }

  // ggml lists dimensions from the innermost.
  std::vector<std::int64_t> dimensionsAt(const std::string& name) {
    const auto count = m_cursor.number<std::uint32_t>();
    if (count > kMaxDimensions) m_cursor.refuse("the tensor \"{}\" has {} dimensions", name, count);
    std::vector<std::int64_t> shape(count);
    for (auto size = shape.rbegin(); size != shape.rend(); ++size) {
      *size = static_cast<std::int64_t>(m_cursor.number<std::uint64_t>());
      if (*size < 0) m_cursor.refuse("the tensor \"{}\" is too large", name);
    }
    return shape;
  }

  void restoreShape(Entry& entry) {
    const auto original = m_originalShapes.find(entry.name);
    if (original == m_originalShapes.end()) return;
    if (denseBytes(entry.type, original->second) != entry.bytes)
      m_cursor.refuse("{}{} does not fit the tensor's data", kOriginalShape, entry.name);
    entry.shape = original->second;
  }

  // The tensors must tile the data, up to alignment: bytes that belong to two tensors or to none could be used to
  // smuggle in other content.
  void placeTensors(std::uint64_t fileBytes) {
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
      return std::pair(a.begin, a.bytes) < std::pair(b.begin, b.bytes);
    });
    std::uint64_t position = 0;  // where the next may begin
    for (const auto& entry : entries) {
      if (entry.begin % m_alignment != 0)
        m_cursor.refuse("the tensor \"{}\" does not begin at a multiple of {} bytes", entry.name, m_alignment);
      if (entry.begin < position) m_cursor.refuse("the tensor \"{}\" overlaps the one before it", entry.name);
      if (entry.begin > position)
        m_cursor.refuse("{} bytes before the tensor \"{}\" belong to no tensor", entry.begin - position, entry.name);
      if (dataAt > fileBytes || entry.begin > fileBytes - dataAt || entry.bytes > fileBytes - dataAt - entry.begin)
        m_cursor.refuse("it ends within the tensor \"{}\": it is damaged or incompletely downloaded", entry.name);
      position = (entry.begin + entry.bytes + m_alignment - 1) / m_alignment * m_alignment;
    }
    if (fileBytes > dataAt && fileBytes - dataAt > position)
      m_cursor.refuse("the last {} bytes belong to no tensor", fileBytes - dataAt - position);
  }

  ByteCursor m_cursor;
  GgufVocabulary* m_vocabulary;
  std::uint64_t m_alignment = 32;
  std::set<std::string> m_keys, m_names;
  std::map<std::string, std::vector<std::int64_t>> m_originalShapes;
};

}  // namespace

bool isGguf(const DataFile& file) {
  std::string start(kMagic.size(), '\0');
  if (file.size() < start.size()) return false;
  file.read(0, std::as_writable_bytes(std::span(start)));
  return start == kMagic;
}

WeightsFile readGguf(std::shared_ptr<const DataFile> file) {
  Header header(*file);
  WeightsFile read{Container::Gguf, file, {}, std::move(header.texts)};
  for (auto& entry : header.entries)
    read.tensors.emplace(std::move(entry.name), TensorView{entry.type, std::move(entry.shape), entry.bytes,
                                                           header.dataAt + entry.begin, file});
  return read;
}

GgufVocabulary readVocabulary(const DataFile& file) {
  GgufVocabulary vocabulary;
  const Header header(file, &vocabulary);
  const auto count = vocabulary.pieces.size();
  if (vocabulary.scores.size() != count || vocabulary.types.size() != count)
    fail(ErrorKind::Corrupt, "{}: its tokenizer has {} pieces, but {} scores and {} types; download the file again",
         file.path().string(), count, vocabulary.scores.size(), vocabulary.types.size());
  constexpr std::int32_t kUnused = 5;
  while (!vocabulary.pieces.empty() && vocabulary.types.back() == kUnused &&
         vocabulary.pieces.back() == fmt::format("[PAD{}]", vocabulary.pieces.size() - 1)) {
    vocabulary.pieces.pop_back();
    vocabulary.scores.pop_back();
    vocabulary.types.pop_back();
  }
  return vocabulary;
}

}  // namespace fb::weights
