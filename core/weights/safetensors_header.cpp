// SPDX-License-Identifier: MIT
#include "weights/safetensors_header.h"

#include "base/json.h"
#include "weights/storage_type.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace fb::weights {
namespace {

using nlohmann::json;

constexpr std::string_view kMetadataKey = "__metadata__";

// Names come from files that may be damaged; messages stay readable whatever they contain.
std::string shown(std::string_view name) {
  constexpr std::size_t kLongest = 120;
  return name.size() <= kLongest ? fmt::format("\"{}\"", name) : fmt::format("\"{}...\"", name.substr(0, kLongest));
}

// Names, shapes and positions; the format does not allow duplicate names.
json parseStrictly(std::string_view text, const std::string& file) {
  constexpr JsonLimits kLimits{.depth = 3, .values = 4'000'000, .namesMayBeRepeated = false};
  auto header = parseJson(text, file + ": the header", kLimits);
  if (!header.is_object()) fail(ErrorKind::Corrupt, "{}: the header is not a JSON object", file);
  return header;
}

std::map<std::string, std::string> parseMetadata(const json& value, const std::string& file) {
  std::map<std::string, std::string> metadata;
  if (value.is_null()) return metadata;  // as in safetensors
  if (!value.is_object()) fail(ErrorKind::Corrupt, "{}: the header's metadata is not an object", file);
  for (const auto& [key, text] : value.items()) {
    if (!text.is_string()) fail(ErrorKind::Corrupt, "{}: the metadata entry {} is not a string", file, shown(key));
    metadata.emplace(key, text.get<std::string>());
  }
  return metadata;
}

const json& field(const json& object, const char* name, const std::string& tensor, const std::string& file) {
  const auto found = object.find(name);
  if (found == object.end()) fail(ErrorKind::Corrupt, "{}: the tensor {} has no \"{}\"", file, shown(tensor), name);
  return *found;
}

std::vector<std::int64_t> parseShape(const json& value, const std::string& tensor, const std::string& file) {
  if (!value.is_array()) fail(ErrorKind::Corrupt, "{}: the shape of {} is not a list", file, shown(tensor));
  std::vector<std::int64_t> shape;
  for (const auto& size : value) {
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!size.is_number_unsigned() || size.get<std::uint64_t>() > kLargest)
      fail(ErrorKind::Corrupt, "{}: the shape of {} contains something other than sizes", file, shown(tensor));
    shape.push_back(size.get<std::int64_t>());
  }
  return shape;
}

HeaderEntry parseEntry(const std::string& tensor, const json& value, std::uint64_t dataBytes, const std::string& file) {
  if (!value.is_object()) fail(ErrorKind::Corrupt, "{}: the entry of {} is not an object", file, shown(tensor));
  const auto& dtype = field(value, "dtype", tensor, file);
  if (!dtype.is_string()) fail(ErrorKind::Corrupt, "{}: the dtype of {} is not a string", file, shown(tensor));
  const auto& typeName = dtype.get_ref<const std::string&>();
  const auto type = storageTypeFromString(typeName);
  if (!type)
    fail(ErrorKind::Unsupported, "{}: the tensor {} is stored as {}, which this program does not read", file,
         shown(tensor), shown(typeName));

  HeaderEntry entry{*type, parseShape(field(value, "shape", tensor, file), tensor, file)};
  const auto& offsets = field(value, "data_offsets", tensor, file);
  if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
      !offsets[1].is_number_unsigned())
    fail(ErrorKind::Corrupt, "{}: the data_offsets of {} are not two positions", file, shown(tensor));
  entry.begin = offsets[0].get<std::uint64_t>();
  entry.end = offsets[1].get<std::uint64_t>();
  if (entry.begin > entry.end || entry.end > dataBytes)
    fail(ErrorKind::Corrupt,
         "{}: the tensor {} spans bytes {} to {} of the data, which has {}: the file is damaged or incompletely "
         "downloaded",
         file, shown(tensor), entry.begin, entry.end, dataBytes);
  const auto needed = denseBytes(entry.type, entry.shape);
  if (!needed || *needed != entry.end - entry.begin)
    fail(ErrorKind::Corrupt, "{}: the tensor {} takes {} bytes, which does not fit its shape and dtype", file,
         shown(tensor), entry.end - entry.begin);
  return entry;
}

// The tensors must tile the data: bytes that belong to two tensors or to none could be used to smuggle in other
// content.
void checkTiling(const std::map<std::string, HeaderEntry>& entries, std::uint64_t dataBytes, const std::string& file) {
  std::vector<std::pair<const std::string*, const HeaderEntry*>> order;
  order.reserve(entries.size());
  for (const auto& [name, entry] : entries) order.emplace_back(&name, &entry);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second->begin, a.second->end) < std::pair(b.second->begin, b.second->end);
  });
  std::uint64_t position = 0;
  for (const auto& [name, entry] : order) {
    if (entry->begin < position)
      fail(ErrorKind::Corrupt, "{}: the tensor {} overlaps the one before it", file, shown(*name));
    if (entry->begin > position)
      fail(ErrorKind::Corrupt, "{}: {} bytes before the tensor {} belong to no tensor", file, entry->begin - position,
           shown(*name));
    position = entry->end;
  }
  if (position != dataBytes)
    fail(ErrorKind::Corrupt, "{}: the last {} bytes belong to no tensor", file, dataBytes - position);
}

}  // namespace

SafetensorsHeader parseHeader(std::string_view text, std::uint64_t dataBytes, const std::string& file) {
  const auto parsed = parseStrictly(text, file);
  SafetensorsHeader header;
  for (const auto& [name, value] : parsed.items()) {
    if (name == kMetadataKey)
      header.metadata = parseMetadata(value, file);
    else
      header.entries.emplace(name, parseEntry(name, value, dataBytes, file));
  }
  checkTiling(header.entries, dataBytes, file);
  return header;
}

std::string composeHeader(const std::vector<TensorToWrite>& tensors, const std::map<std::string, std::string>& metadata,
                          const std::string& file) {
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!metadata.empty()) header[std::string(kMetadataKey)] = metadata;
  std::uint64_t position = 0;
  for (const auto& tensor : tensors) {
    if (tensor.name == kMetadataKey || header.contains(tensor.name))
      fail(ErrorKind::Invalid, "{}: cannot write the name {} (again)", file, shown(tensor.name));
    if (denseBytes(tensor.type, tensor.shape) != tensor.data.size())
      fail(ErrorKind::Invalid, "{}: cannot write {}, whose data does not fit its shape", file, shown(tensor.name));
    const auto end = position + tensor.data.size();
    header[tensor.name] = {
        {"dtype", toString(tensor.type)}, {"shape", tensor.shape}, {"data_offsets", {position, end}}};
    position = end;
  }
  std::string text;
  try {
    text = header.dump();
  } catch (const json::exception& error) {
    fail(ErrorKind::Invalid, "{}: cannot write its names and metadata: {}", file, error.what());
  }
  text.resize((text.size() + 7) / 8 * 8, ' ');
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(text.size() >> (8 * i) & 0xff));
  return bytes + text;
}

}  // namespace fb::weights
