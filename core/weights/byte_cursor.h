// SPDX-License-Identifier: MIT
// Reads little-endian numbers and length-prefixed strings from the unverified start of a file.
#pragma once

#include "base/failure.h"
#include "weights/data_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace fb::weights {

// Every read throws Failure(Corrupt) past the end of the file or of the `mostBytes` that it may read.
class ByteCursor {
public:
  ByteCursor(const DataFile& file, std::uint64_t mostBytes);

  std::uint64_t position() const { return m_position; }

  template <class Number>
  Number number() {
    static_assert(std::is_integral_v<Number>);
    std::array<std::byte, sizeof(Number)> bytes;
    read(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) value |= std::to_integer<std::uint64_t>(bytes[i]) << 8 * i;
    return static_cast<Number>(value);
  }
  // At most `mostBytes` long, preceded by its 64-bit length. `what` names it in errors.
  std::string text(std::uint64_t mostBytes, const char* what);
  void skip(std::uint64_t bytes);
  // Checks that this many items of at least `leastBytes` can follow at all: counts are trusted afterwards.
  void requireRoom(std::uint64_t count, std::uint64_t leastBytes, const char* what) const;

  // Failure(Corrupt): "<file>: <what is wrong>".
  template <class... Args>
  [[noreturn]] void refuse(fmt::format_string<Args...> format, Args&&... args) const {
    fail(ErrorKind::Corrupt, "{}: {}", m_file.path().string(), fmt::format(format, std::forward<Args>(args)...));
  }
  // Failure(Unsupported): "<file> <what it is>".
  template <class... Args>
  [[noreturn]] void refuseKind(fmt::format_string<Args...> format, Args&&... args) const {
    fail(ErrorKind::Unsupported, "{} {}", m_file.path().string(), fmt::format(format, std::forward<Args>(args)...));
  }

private:
  void read(std::span<std::byte> into);
  std::uint64_t left() const { return m_end - m_position; }

  const DataFile& m_file;
  std::uint64_t m_position = 0;
  std::uint64_t m_end;
  std::vector<std::byte> m_window;  // of the file, from m_windowAt
  std::uint64_t m_windowAt = 0;
};

}  // namespace fb::weights
