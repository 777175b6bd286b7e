// SPDX-License-Identifier: MIT
#include "lab/csv.h"

#include "base/failure.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace fb::lab {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

char separatorOf(std::string_view text) {
  bool quoted = false;
  std::string_view found = ",";
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    if (c == '\t' || (c == ';' && found == ",")) found = c == '\t' ? "\t" : ";";
  }
  return found.front();
}

class Parser {
public:
  Parser(std::string_view text, const std::string& file) : m_text(text), m_file(file), m_separator(separatorOf(text)) {}

  std::vector<CsvRow> rows() {
    while (m_at < m_text.size()) readRow();
    return std::move(m_rows);
  }

private:
  bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

  void readRow() {
    CsvRow row{m_line, {}};
    do row.cells.push_back(isAt('"') ? quoted() : plain());
    while (consumed(m_separator));
    consumed('\r');
    if (m_at < m_text.size() && !consumed('\n'))
      fail(ErrorKind::Corrupt, "{}, line {}: text after a closing quote; write \"\" for a quote inside of quotes",
           m_file, m_line);
    ++m_line;
    const bool empty = std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); });
    if (!empty) m_rows.push_back(std::move(row));
  }

  bool consumed(char c) {
    if (!isAt(c)) return false;
    ++m_at;
    return true;
  }

  std::string plain() {
    const auto begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' &&
           !(m_text[m_at] == '\r' && (m_at + 1 == m_text.size() || m_text[m_at + 1] == '\n')))
      ++m_at;
    return std::string(m_text.substr(begin, m_at - begin));
  }

  std::string quoted() {
    const int begun = m_line;
    std::string cell;
    for (++m_at; m_at < m_text.size(); ++m_at) {
      const char c = m_text[m_at];
      if (c == '\n') ++m_line;
      if (c != '"') {
        cell += c;
        continue;
      }
      ++m_at;
      if (!isAt('"')) return cell;
      cell += '"';
    }
    fail(ErrorKind::Corrupt, "{}, line {}: a quote is not closed", m_file, begun);
  }

  std::string_view m_text;
  const std::string& m_file;
  char m_separator;
  std::size_t m_at = 0;
  int m_line = 1;
  std::vector<CsvRow> m_rows;
};

}  // namespace

std::vector<CsvRow> parseCsv(std::string_view text, const std::string& file) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Parser(text, file).rows();
}

}  // namespace fb::lab
