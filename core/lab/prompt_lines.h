// SPDX-License-Identifier: MIT
// Text files with one prompt per line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fb::lab {

// The whole text of a list. Throws Failure(Invalid) if it is not UTF-8.
std::string readList(const std::filesystem::path& file);

struct PromptLine {
  int number = 0;  // in the file, from 1
  std::string text;
};

// The lines that are not empty. Throws Failure(NotFound | Io) with the path, Failure(Invalid) if there are none.
std::vector<PromptLine> readPromptLines(const std::filesystem::path& file);

}  // namespace fb::lab
