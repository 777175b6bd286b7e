// SPDX-License-Identifier: MIT
// Source: TIFF 6.0, section 2.
#include "media/tiff.h"

#include "base/file_errors.h"

namespace fb::media {

TiffDirectory::TiffDirectory(std::string_view data) : m_data(data), m_littleEndian(data.starts_with("II")) {
  constexpr std::uint32_t kMagic = 42;
  if (!m_littleEndian && !data.starts_with("MM")) return;
  const auto directory = at(4, 4);
  if (at(2, 2) != kMagic || !directory) return;
  m_entries = at(*directory, 2).value_or(0);
  m_begin = std::size_t{*directory} + 2;
}

std::vector<std::uint32_t> TiffDirectory::values(std::uint32_t tag) const {
  constexpr std::uint32_t kShort = 3, kLong = 4;
  constexpr std::size_t kEntry = 12, kInline = 4;
  for (std::uint32_t i = 0; i < m_entries; ++i) {
    const auto entry = m_begin + i * kEntry;
    const auto found = at(entry, 2);
    if (!found) return {};
    const auto type = at(entry + 2, 2);
    if (*found != tag || (type != kShort && type != kLong)) continue;
    const std::size_t bytes = type == kShort ? 2 : 4, count = at(entry + 4, 4).value_or(0);
    const auto elsewhere = at(entry + 8, 4);
    if (!elsewhere || count > m_data.size() / bytes) return {};
    const auto begin = count * bytes <= kInline ? entry + 8 : std::size_t{*elsewhere};
    std::vector<std::uint32_t> values;
    for (std::size_t k = 0; k < count; ++k) {
      const auto value = at(begin + k * bytes, bytes);
      if (!value) return {};
      values.push_back(*value);
    }
    return values;
  }
  return {};
}

std::optional<std::uint32_t> TiffDirectory::at(std::size_t begin, std::size_t bytes) const {
  if (begin > m_data.size() || m_data.size() - begin < bytes) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    const auto byte = static_cast<std::uint8_t>(m_data[begin + (m_littleEndian ? bytes - 1 - i : i)]);
    value = value << 8 | byte;
  }
  return value;
}

std::string readTiffFile(const std::filesystem::path& file) {
  constexpr std::size_t kMaxBytes = 256u << 20;
  auto in = openToRead(file);
  const auto size = in.seekg(0, std::ios::end).tellg();
  if (!in || size < 8 || static_cast<std::uint64_t>(size) > kMaxBytes) return {};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  const bool isWhole = static_cast<bool>(in.read(bytes.data(), size));
  requireRead(in, file);
  return isWhole ? bytes : std::string();
}

}  // namespace fb::media
