// SPDX-License-Identifier: MIT
#include "media/png_sequence.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "flowblend/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fb::media {
namespace {

constexpr std::string_view kEnding = ".png";
constexpr std::size_t kLongestNumber = 9;

// -1 if the name is not a frame of the sequence.
int numberOf(std::string_view name, std::string_view stem) {
  const std::string prefix = std::string(stem) + "_";
  if (!name.starts_with(prefix) || !name.ends_with(kEnding)) return -1;
  if (name.size() <= prefix.size() + kEnding.size()) return -1;
  const auto digits = name.substr(prefix.size(), name.size() - prefix.size() - kEnding.size());
  const auto number = digits.size() <= kLongestNumber ? numberFrom<int>(digits) : std::nullopt;
  return number && digits.front() != '-' ? *number : -1;
}

}  // namespace

PngSequence::PngSequence(const std::filesystem::path& path) {
  const bool fileName = path.extension() == kEnding && !std::filesystem::is_directory(statusOf(path));
  folder = fileName || !path.has_filename() ? path.parent_path() : path;
  stem = fileName ? path.stem().string() : "frame";
  if (folder.empty()) folder = ".";
  if (fileName) shown = path;
}

std::string PngSequence::fileName(int number) const { return fmt::format("{}_{:05}{}", stem, number, kEnding); }

std::vector<std::filesystem::path> PngSequence::files() const {
  if (!std::filesystem::is_directory(statusOf(folder))) return {};
  std::vector<std::pair<int, std::filesystem::path>> numbered;
  for (auto& path : entriesOf(folder, shown))
    if (const int number = numberOf(path.filename().string(), stem); number >= 0)
      numbered.emplace_back(number, std::move(path));
  std::sort(numbered.begin(), numbered.end());
  std::vector<std::filesystem::path> files;
  files.reserve(numbered.size());
  for (auto& [number, file] : numbered) files.push_back(std::move(file));
  return files;
}

bool PngSequence::isBeingReplaced() const {
  const auto left = unpublishedFiles(folder);
  return std::any_of(left.begin(), left.end(), [this](const auto& name) { return numberOf(name, stem) >= 0; });
}

}  // namespace fb::media
