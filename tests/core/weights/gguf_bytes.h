// SPDX-License-Identifier: MIT
// GGUF files, valid and invalid, assembled by hand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights::test {

// Little-endian.
inline std::string number(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text.push_back(static_cast<char>(value >> (8 * i) & 0xff));
  return text;
}

inline std::string u32(std::uint64_t value) { return number(value, 4); }
inline std::string u64(std::uint64_t value) { return number(value, 8); }
inline std::string counted(std::string_view text) { return u64(text.size()) + std::string(text); }

// Values of metadata, each with its type.
inline std::string textValue(std::string_view text) { return u32(8) + counted(text); }
inline std::string u32Value(std::uint32_t value) { return u32(4) + u32(value); }
inline std::string i32List(const std::vector<std::int32_t>& values) {
  auto bytes = u32(9) + u32(5) + u64(values.size());
  for (const auto value : values) bytes += u32(static_cast<std::uint32_t>(value));
  return bytes;
}
inline std::string textList(const std::vector<std::string>& values) {
  auto bytes = u32(9) + u32(8) + u64(values.size());
  for (const auto& value : values) bytes += counted(value);
  return bytes;
}

inline std::string tensor(std::string_view name, const std::vector<std::uint64_t>& sizes, std::uint32_t type,
                          std::uint64_t begin) {
  auto bytes = counted(name) + u32(sizes.size());
  for (const auto size : sizes) bytes += u64(size);
  return bytes + u32(type) + u64(begin);
}

struct Gguf {
  std::string magic = "GGUF";
  std::uint32_t version = 3;
  std::vector<std::pair<std::string, std::string>> values;  // key, value with its type
  std::vector<std::string> tensors;                         // as tensor() makes them
  std::string data;
  std::size_t alignment = 32;

  std::string bytes() const {
    auto all = magic + u32(version) + u64(tensors.size()) + u64(values.size());
    for (const auto& [key, value] : values) all += counted(key) + value;
    for (const auto& entry : tensors) all += entry;
    all.resize((all.size() + alignment - 1) / alignment * alignment, '\0');
    return all + data;
  }
};

}  // namespace fb::weights::test
