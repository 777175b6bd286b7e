// SPDX-License-Identifier: MIT
// Sources: GIF89a; PNG (third edition), section 5; JPEG (T.81), annex B; TIFF 6.0, section 3; Matroska (RFC 9559) and
// EBML (RFC 8794), section 4.
#include "media/cut_short.h"

#include "base/file_errors.h"
#include "media/tiff.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace fb::media {
namespace {

constexpr int kEnd = std::ifstream::traits_type::eof();

std::uint64_t bigEndian(std::ifstream& in, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | static_cast<std::uint8_t>(in.get());
  return value;
}

// Blocks up to the trailer. What is no block at all is left to FFmpeg.
bool isGifCutShort(std::ifstream& in) {
  constexpr int kExtension = 0x21, kImage = 0x2C;
  const auto skipColors = [&in](int packed) {
    if (packed & 0x80) in.ignore(3 << ((packed & 7) + 1));
  };
  in.ignore(10);
  const int packed = in.get();
  in.ignore(2);
  skipColors(packed);
  for (;;) {
    const int kind = in.get();
    if (kind == kExtension) {
      in.ignore(1);
    } else if (kind == kImage) {
      in.ignore(8);
      skipColors(in.get());
      in.ignore(1);
    } else {
      return kind == kEnd;
    }
    for (int size = in.get(); size > 0; size = in.get()) in.ignore(size);
  }
}

bool isPngCutShort(std::ifstream& in) {
  constexpr std::uint64_t kLastChunk = 0x49454E44;  // "IEND"
  in.ignore(8);
  while (in) {
    const auto size = static_cast<std::streamoff>(bigEndian(in, 4));
    const bool isLast = bigEndian(in, 4) == kLastChunk;
    in.seekg(size + 3, std::ios::cur);
    if (in.get() == kEnd) return true;
    if (isLast) return false;
  }
  return true;
}

// The end of the image must follow its first scan; what comes after it is not looked at.
bool isJpegCutShort(std::ifstream& in) {
  constexpr int kStartOfScan = 0xDA, kEndOfImage = 0xD9;
  in.ignore(2);
  int marker = 0;
  while (in && marker != kStartOfScan) {
    if (in.get() != 0xFF) continue;
    while ((marker = in.get()) == 0xFF) {
    }
    const bool hasLength = marker > 0x01 && (marker < 0xD0 || marker > 0xD9);
    if (hasLength) in.ignore(std::max<std::streamsize>(0, static_cast<std::streamsize>(bigEndian(in, 2)) - 2));
  }
  for (int before = 0, byte = in.get(); byte != kEnd; before = byte, byte = in.get())
    if (before == 0xFF && byte == kEndOfImage) return false;
  return true;
}

bool isTiffCutShort(const std::filesystem::path& file) {
  constexpr std::uint32_t kStrips[] = {273, 279}, kTiles[] = {324, 325};  // where they are, and their sizes
  const auto bytes = readTiffFile(file);
  const TiffDirectory directory(bytes);
  for (const auto& tags : {kStrips, kTiles}) {
    const auto begins = directory.values(tags[0]), sizes = directory.values(tags[1]);
    for (std::size_t i = 0; i < std::min(begins.size(), sizes.size()); ++i)
      if (std::uint64_t{begins[i]} + sizes[i] > bytes.size()) return true;
  }
  return false;
}

// The size of an EBML element; none if it is unknown, as in a live stream.
std::optional<std::uint64_t> ebmlSize(std::ifstream& in) {
  const int first = in.get();
  if (first <= 0) return std::nullopt;
  int length = 1;
  while (!(first << (length - 1) & 0x80)) ++length;
  const auto value = (static_cast<std::uint64_t>(first) & ((0x80u >> (length - 1)) - 1)) << (8 * (length - 1)) |
                     bigEndian(in, length - 1);
  const auto unknown = (std::uint64_t{1} << (7 * length)) - 1;
  return value == unknown ? std::nullopt : std::optional(value);
}

// The segment, which has everything, tells its size.
bool isMatroskaCutShort(std::ifstream& in, std::uint64_t fileSize) {
  constexpr std::uint64_t kHeader = 0x1A45DFA3, kSegment = 0x18538067;
  if (bigEndian(in, 4) != kHeader) return false;
  const auto header = ebmlSize(in);
  if (!header || *header > fileSize) return false;
  in.seekg(static_cast<std::streamoff>(*header), std::ios::cur);
  if (bigEndian(in, 4) != kSegment) return false;
  const auto size = ebmlSize(in);
  return in && size && *size > fileSize - static_cast<std::uint64_t>(in.tellg());
}

}  // namespace

bool isCutShort(const std::filesystem::path& file, std::string_view container) {
  if (container == "tiff_pipe") return isTiffCutShort(file);
  auto in = openToRead(file);
  bool isCut = false;
  if (container == "gif") isCut = isGifCutShort(in);
  if (container == "png_pipe" || container == "apng") isCut = isPngCutShort(in);
  if (container == "jpeg_pipe") isCut = isJpegCutShort(in);
  if (container.starts_with("matroska")) {
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(in.tellg());
    in.seekg(0);
    isCut = isMatroskaCutShort(in, size);
  }
  requireRead(in, file);
  return isCut;
}

}  // namespace fb::media
