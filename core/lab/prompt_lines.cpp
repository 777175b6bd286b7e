// SPDX-License-Identifier: MIT
#include "lab/prompt_lines.h"

#include "base/atomic_file.h"
#include "base/failure.h"

#include <algorithm>
#include <string_view>

namespace fb::lab {

std::vector<PromptLine> readPromptLines(const std::filesystem::path& file) {
  const auto text = readTextFile(file);
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
