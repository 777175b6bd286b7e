// SPDX-License-Identifier: MIT
// The first directory of TIFF data, which is also Exif's format.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb::media {

class TiffDirectory {
public:
  // `data` must outlive this object.
  explicit TiffDirectory(std::string_view data);

  // The numbers of a field of type SHORT or LONG; empty if there is none or if it is outside the data.
  std::vector<std::uint32_t> values(std::uint32_t tag) const;

private:
  // A number in the byte order that the data's first two letters give.
  std::optional<std::uint32_t> at(std::size_t begin, std::size_t bytes) const;

  std::string_view m_data;
  bool m_littleEndian;
  std::size_t m_begin = 0;  // of the entries
  std::uint32_t m_entries = 0;
};

// The whole file; empty if it is larger than images that are read. Throws Failure.
std::string readTiffFile(const std::filesystem::path& file);

}  // namespace fb::media
