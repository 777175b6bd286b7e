// SPDX-License-Identifier: MIT
// Source: TIFF 6.0, section 2, and Exif 2.32, tag 0x0112.
#include "media/orientation.h"

#include "base/file_errors.h"
#include "media/png_image.h"

#include <algorithm>
#include <optional>
#include <string>

namespace fb::media {
namespace {

// Numbers in TIFF data, in the byte order that its first two letters specify.
class TiffNumbers {
public:
  explicit TiffNumbers(std::string_view data) : m_data(data), m_littleEndian(data.starts_with("II")) {}

  std::optional<std::uint32_t> at(std::size_t begin, std::size_t bytes) const {
    if (begin > m_data.size() || m_data.size() - begin < bytes) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      const auto byte = static_cast<std::uint8_t>(m_data[begin + (m_littleEndian ? bytes - 1 - i : i)]);
      value = value << 8 | byte;
    }
    return value;
  }

private:
  std::string_view m_data;
  bool m_littleEndian;
};

}  // namespace

Turn turnOfMatrix(const std::int32_t* matrix) {
  const auto sign = [](std::int32_t value) { return (value > 0) - (value < 0); };
  const Turn turn{sign(matrix[0]), sign(matrix[1]), sign(matrix[3]), sign(matrix[4])};
  const bool upright = turn.xx && turn.yy && !turn.xy && !turn.yx;
  const bool sideways = !turn.xx && !turn.yy && turn.xy && turn.yx;
  return upright || sideways ? turn : Turn{};
}

Turn turnOfOrientation(int orientation) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1};
    case 3:
      return {-1, 0, 0, -1};
    case 4:
      return {1, 0, 0, -1};
    case 5:
      return {0, 1, 1, 0};
    case 6:
      return {0, 1, -1, 0};
    case 7:
      return {0, -1, -1, 0};
    case 8:
      return {0, -1, 1, 0};
    default:
      return {};
  }
}

int orientationInTiff(std::string_view tiff) {
  constexpr std::uint32_t kMagic = 42, kOrientation = 0x0112, kShort = 3;
  constexpr std::size_t kEntry = 12;
  if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return 0;
  const TiffNumbers numbers(tiff);
  const auto directory = numbers.at(4, 4);
  if (numbers.at(2, 2) != kMagic || !directory) return 0;
  const auto entries = numbers.at(*directory, 2).value_or(0);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const auto entry = std::size_t{*directory} + 2 + i * kEntry;
    const auto tag = numbers.at(entry, 2);
    if (!tag) return 0;
    if (*tag == kOrientation && numbers.at(entry + 2, 2) == kShort)
      return static_cast<int>(numbers.at(entry + 8, 2).value_or(0));
  }
  return 0;
}

int orientationInPng(const std::filesystem::path& file) { return orientationInTiff(readPngExif(file)); }

int orientationInTiffFile(const std::filesystem::path& file) {
  // The directory may be after the pixels; files larger than this are not images that are read.
  constexpr std::size_t kMaxBytes = 256u << 20;
  auto in = openToRead(file);
  const auto size = in.seekg(0, std::ios::end).tellg();
  if (!in || size < 8 || static_cast<std::uint64_t>(size) > kMaxBytes) return 0;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  const bool isWhole = static_cast<bool>(in.read(bytes.data(), size));
  requireRead(in, file);
  return isWhole ? orientationInTiff(bytes) : 0;
}

Frame turned(const Frame& frame, const Turn& turn) {
  Frame result{turn.xx ? frame.width : frame.height, turn.xx ? frame.height : frame.width, {}};
  result.rgb.resize(frame.rgb.size());
  const int left = turn.xx + turn.yx < 0 ? result.width - 1 : 0, top = turn.xy + turn.yy < 0 ? result.height - 1 : 0;
  for (int y = 0; y < frame.height; ++y)
    for (int x = 0; x < frame.width; ++x) {
      const int toX = left + x * turn.xx + y * turn.yx, toY = top + x * turn.xy + y * turn.yy;
      const auto* from = &frame.rgb[3 * (static_cast<std::size_t>(y) * frame.width + x)];
      std::copy_n(from, 3, &result.rgb[3 * (static_cast<std::size_t>(toY) * result.width + toX)]);
    }
  return result;
}

}  // namespace fb::media
