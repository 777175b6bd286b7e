// SPDX-License-Identifier: MIT
#include "weights/byte_cursor.h"

#include <algorithm>

namespace fb::weights {

constexpr std::uint64_t kWindow = 1u << 20;

ByteCursor::ByteCursor(const DataFile& file, std::uint64_t mostBytes)
    : m_file(file), m_end(std::min(file.size(), mostBytes)) {}

void ByteCursor::read(std::span<std::byte> into) {
  if (into.size() > left()) skip(into.size());
  while (!into.empty()) {
    const auto windowEnd = m_windowAt + m_window.size();
    if (m_position < m_windowAt || m_position >= windowEnd) {
      m_windowAt = m_position;
      m_window.resize(static_cast<std::size_t>(std::min(kWindow, left())));
      m_file.read(m_windowAt, m_window);
      continue;
    }
    const auto at = static_cast<std::size_t>(m_position - m_windowAt);
    const auto part = std::min(into.size(), m_window.size() - at);
    std::copy_n(m_window.begin() + static_cast<std::ptrdiff_t>(at), part, into.begin());
    m_position += part;
    into = into.subspan(part);
  }
}

std::string ByteCursor::text(std::uint64_t mostBytes, const char* what) {
  const auto length = number<std::uint64_t>();
  if (length > mostBytes) refuse("{} has {} bytes", what, length);
  if (length > left()) skip(length);
  std::string text(length, '\0');
  read(std::as_writable_bytes(std::span(text)));
  return text;
}

void ByteCursor::skip(std::uint64_t bytes) {
  if (bytes > left() && m_end == m_file.size())
    fail(ErrorKind::Corrupt, "{} ends inside its header: it is damaged or incompletely downloaded",
         m_file.path().string());
  if (bytes > left()) refuse("its header has more than {} bytes", m_end);
  m_position += bytes;
}

void ByteCursor::requireRoom(std::uint64_t count, std::uint64_t leastBytes, const char* what) const {
  if (count > left() / leastBytes)
    refuse("{} {} do not fit into it: it is damaged or incompletely downloaded", count, what);
}

}  // namespace fb::weights
