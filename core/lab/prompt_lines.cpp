// SPDX-License-Identifier: MIT
#include "lab/prompt_lines.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/json.h"

#include <algorithm>
#include <string_view>

namespace fb::lab {

std::string readList(const std::filesystem::path& file) {
  auto text = readTextFile(file);
  // Most other encodings are no UTF-8; UTF-16 without a mark has zeros.
  if (text.find('\0') != std::string::npos || !textProblems(text).empty())
    fail(ErrorKind::Invalid, "{} is not UTF-8 text: save it as UTF-8", file.string());
  return text;
}

std::vector<PromptLine> readPromptLines(const std::filesystem::path& file) {
  const auto text = readList(file);
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  std::string_view rest = text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<PromptLine> lines;
  for (int number = 1; !rest.empty(); ++number) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) lines.push_back({number, std::string(line)});
  }
  if (lines.empty()) fail(ErrorKind::Invalid, "{} has no prompt in it", file.string());
  return lines;
}

}  // namespace fb::lab
