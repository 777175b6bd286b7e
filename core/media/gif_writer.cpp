// SPDX-License-Identifier: MIT
#include "media/gif_writer.h"

#include "base/file_errors.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

namespace fb::media {
namespace {

constexpr std::size_t kLongestBlock = 255;
constexpr char kExtension = '\x21';
constexpr char kComment = '\xFE';
constexpr char kImage = '\x2C';

// Codes of increasing width, lowest bits first.
class CodeWriter {
public:
  void put(int code, int bits) {
    m_pending |= static_cast<std::uint32_t>(code) << m_pendingBits;
    m_pendingBits += bits;
    while (m_pendingBits >= 8) takeByte();
  }
  std::string finish() {
    if (m_pendingBits > 0) takeByte();
    return std::move(m_bytes);
  }

private:
  void takeByte() {
    m_bytes.push_back(static_cast<char>(m_pending & 0xFF));
    m_pending >>= 8;
    m_pendingBits -= 8;
  }

  std::string m_bytes;
  std::uint32_t m_pending = 0;
  int m_pendingBits = 0;
};

std::string compress(const std::vector<std::uint8_t>& indices, int colorBits) {
  constexpr int kMaxCodes = 4096;
  const int colors = 1 << colorBits;
  const int clear = colors;
  const int end = colors + 1;
  // children[code * colors + color]: the code for that code's text followed by the colour, 0 if there is none.
  std::vector<std::uint16_t> children(static_cast<std::size_t>(kMaxCodes) * colors, 0);
  CodeWriter out;
  int codeBits = colorBits + 1;
  int next = end + 1;
  out.put(clear, codeBits);
  int code = indices[0];
  for (std::size_t i = 1; i < indices.size(); ++i) {
    auto& child = children[static_cast<std::size_t>(code) * colors + indices[i]];
    if (child != 0) {
      code = child;
      continue;
    }
    out.put(code, codeBits);
    code = indices[i];
    if (next == kMaxCodes) {
      out.put(clear, codeBits);
      std::fill(children.begin(), children.end(), std::uint16_t{0});
      codeBits = colorBits + 1;
      next = end + 1;
      continue;
    }
    if (next == 1 << codeBits) ++codeBits;
    child = static_cast<std::uint16_t>(next++);
  }
  out.put(code, codeBits);
  // The reader adds an entry for this code as well, and may increase its code width for it.
  if (next == 1 << codeBits && codeBits < 12) ++codeBits;
  out.put(end, codeBits);
  return out.finish();
}

}  // namespace

GifWriter::GifWriter(const std::filesystem::path& file, const std::filesystem::path& shownPath,
                     const Settings& settings)
    : m_out(file, std::ios::binary),
      m_shownPath(shownPath),
      m_width(settings.width),
      m_height(settings.height),
      m_fps(settings.fps),
      m_paletteBits(2) {
  while (1u << m_paletteBits < settings.palette.size()) ++m_paletteBits;
  put("GIF89a");
  put16(m_width);
  put16(m_height);
  const char description[] = {static_cast<char>(0x80 | 0x70 | (m_paletteBits - 1)), 0, 0};
  put({description, sizeof description});
  std::string colors(3u << m_paletteBits, '\0');
  for (std::size_t i = 0; i < settings.palette.size(); ++i)
    for (std::size_t c = 0; c < 3; ++c) colors[3 * i + c] = static_cast<char>(settings.palette[i][c]);
  put(colors);
  if (settings.loopCount != 1) {
    put({"\x21\xFF\x0BNETSCAPE2.0\x03\x01", 16});
    put16(std::max(0, settings.loopCount - 1));
    put({"\0", 1});
  }
  if (!settings.comment.empty()) {
    put({&kExtension, 1});
    put({&kComment, 1});
    putBlocks(settings.comment);
  }
  check();
}

void GifWriter::write(const std::vector<std::uint8_t>& indices) {
  int left = 0, top = 0, right = m_width - 1, bottom = m_height - 1;
  if (!m_last.empty()) {
    const auto same = [&](int x, int y) {
      const auto at = static_cast<std::size_t>(y) * m_width + x;
      return indices[at] == m_last[at];
    };
    const auto sameRow = [&](int y) {
      const auto begin = static_cast<std::ptrdiff_t>(y) * m_width;
      return std::equal(indices.begin() + begin, indices.begin() + begin + m_width, m_last.begin() + begin);
    };
    const auto sameColumn = [&](int x) {
      for (int y = top; y <= bottom; ++y)
        if (!same(x, y)) return false;
      return true;
    };
    // At least one pixel, since every frame needs an image.
    while (bottom > top && sameRow(bottom)) --bottom;
    while (top < bottom && sameRow(top)) ++top;
    while (right > left && sameColumn(right)) --right;
    while (left < right && sameColumn(left)) ++left;
  }
  writeImage(indices, left, top, right - left + 1, bottom - top + 1);
  m_last = indices;
  check();
}

void GifWriter::writeImage(const std::vector<std::uint8_t>& indices, int left, int top, int width, int height) {
  // Delays are hundredths of a second; rounding the end times preserves the clip's overall timing.
  const auto endOf = [&](int frame) { return std::lround(frame * 100 / m_fps); };
  const auto delay = std::max(1l, endOf(m_framesWritten + 1) - endOf(m_framesWritten));
  ++m_framesWritten;
  put({"\x21\xF9\x04\x04", 4});  // the image stays beneath the next one
  put16(static_cast<int>(std::min(delay, 65535l)));
  put({"\0\0", 2});

  put({&kImage, 1});
  for (const int value : {left, top, width, height}) put16(value);
  const char description[] = {0, static_cast<char>(m_paletteBits)};
  put({description, sizeof description});
  std::vector<std::uint8_t> part;
  part.reserve(static_cast<std::size_t>(width) * height);
  for (int y = top; y < top + height; ++y) {
    const auto row = indices.begin() + static_cast<std::ptrdiff_t>(y) * m_width + left;
    part.insert(part.end(), row, row + width);
  }
  putBlocks(compress(part, m_paletteBits));
}

void GifWriter::finish() {
  put("\x3B");
  m_out.close();
  check();
}

void GifWriter::put16(int value) {
  const char bytes[] = {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
  put({bytes, sizeof bytes});
}

void GifWriter::putBlocks(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto block = bytes.substr(0, kLongestBlock);
    const char size = static_cast<char>(block.size());
    put({&size, 1});
    put(block);
    bytes.remove_prefix(block.size());
  }
  put({"\0", 1});
}

void GifWriter::check() {
  if (!m_out) fail(ErrorKind::Io, "cannot write {}: {}", m_shownPath.string(), std::strerror(errno));
}

std::string readGifComment(const std::filesystem::path& file) {
  auto in = openToRead(file);
  char header[13] = {};
  in.read(header, sizeof header);
  const auto skipColors = [&](char packed) {
    if (packed & 0x80) in.ignore(3 << ((packed & 7) + 1));
  };
  skipColors(header[10]);
  const auto blocks = [&](std::string* into) {
    for (int size = in.get(); size > 0 && in; size = in.get()) {
      std::string block(static_cast<std::size_t>(size), '\0');
      in.read(block.data(), size);
      if (into && in) *into += block;
    }
  };
  std::string comment;
  while (in) {
    const int kind = in.get();
    if (kind == kExtension) {
      const bool isComment = static_cast<char>(in.get()) == kComment;
      blocks(isComment ? &comment : nullptr);
    } else if (kind == kImage) {
      char description[9] = {};
      in.read(description, sizeof description);
      skipColors(description[8]);
      in.get();
      blocks(nullptr);
    } else {
      break;
    }
  }
  requireRead(in, file);
  return comment;
}

}  // namespace fb::media
