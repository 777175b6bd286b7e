// SPDX-License-Identifier: MIT
#include "pairs/component_scan.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// Enough for every published layout, and a limit when a whole disk is searched.
constexpr int kDeepest = 4;
constexpr std::size_t kMaxFound = 64;
constexpr int kMaxEntries = 20000;

bool isIndex(const fs::path& path) { return path.filename().string().ends_with(".safetensors.index.json"); }
bool isWeights(const fs::path& path) { return path.extension() == ".safetensors" || path.extension() == ".gguf"; }
bool isPairDocument(const fs::path& path) { return path.extension() == ".json" && !isIndex(path); }

bool isTokenizer(const fs::path& path) {
  std::error_code error;
  return path.extension() == ".model" || fs::is_regular_file(path / "spiece.model", error);
}

struct Candidate {
  fs::path path;
  bool tokenizer = false;
};

class Search {
public:
  void folder(const fs::path& path, int depth = 0) {
    std::vector<fs::path> folders, indexes, weights, pickles;
    std::error_code error;
    for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      if (++m_entries > kMaxEntries) return;
      std::error_code unreadable;
      if (entry->is_directory(unreadable))
        folders.push_back(entry->path());
      else if (isIndex(entry->path()))
        indexes.push_back(entry->path());
      else if (isWeights(entry->path()))
        weights.push_back(entry->path());
      else if (entry->path().extension() == ".pth")
        pickles.push_back(entry->path());
      else if (entry->path().filename() == "pair.json")
        m_found.push_back({entry->path()});
    }
    if (depth == 0) m_problem = error;
    const bool component =
        indexes.size() == 1 || (indexes.empty() && weights.size() == 1 && fs::exists(path / "config.json", error));
    // One path stands for one part, so a tokenizer next to weights is represented by its file.
    if (isTokenizer(path)) m_found.push_back({component ? path / "spiece.model" : path, true});
    if (component)
      m_found.push_back({path});
    else
      add(indexes.empty() ? weights : indexes);
    // The original releases contain some parts as pickles: their refusal explains why they are not in the list.
    add(pickles);
    std::sort(folders.begin(), folders.end());
    for (const auto& sub : folders)
      if (depth < kDeepest && m_found.size() < kMaxFound) folder(sub, depth + 1);
  }

  std::vector<Candidate> take() { return std::move(m_found); }
  // Why the first folder could not be listed.
  const std::error_code& problem() const { return m_problem; }

private:
  void add(std::vector<fs::path> paths) {
    std::sort(paths.begin(), paths.end());
    for (auto& path : paths) m_found.push_back({std::move(path)});
  }

  std::vector<Candidate> m_found;
  std::error_code m_problem;
  int m_entries = 0;
};

template <class T>
Finding findingOf(const fs::path& path, Result<T> result) {
  if (!result) return {path, result.error()};
  return {path, std::move(result).value()};
}

Finding inspect(Engine& engine, const fs::path& path) {
  if (isPairDocument(path)) return findingOf(path, engine.readPair(path));
  return findingOf(path, engine.inspectComponent(path));
}

// "WAN 2.1: 14B + 1.3B" -> "wan-2.1-14b-1.3b"; letters outside ASCII are kept.
std::string fileStem(const std::string& name) {
  std::string stem;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) || c == '.')
      stem += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
  }
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '.')) stem.pop_back();
  while (!stem.empty() && stem.front() == '.') stem.erase(stem.begin());
  return stem.empty() ? "pair" : stem;
}

fs::path freeDocument(const fs::path& folder, const std::string& name) {
  const auto stem = fileStem(name);
  auto document = folder / (stem + ".json");
  std::error_code error;
  for (int number = 2; fs::exists(document, error); ++number)
    document = folder / (stem + "-" + std::to_string(number) + ".json");
  return document;
}

}  // namespace

std::vector<Finding> scanComponents(Engine& engine, const fs::path& path) {
  std::error_code error;
  std::vector<Candidate> candidates;
  if (fs::is_directory(path, error)) {
    Search search;
    search.folder(path);
    candidates = search.take();
    if (search.problem())
      return {{path, Error{ErrorKind::Io, "cannot list " + path.string() + ": " + search.problem().message()}}};
    if (candidates.empty())
      return {
          {path, Error{ErrorKind::NotFound, "no checkpoint was found in " + path.string() +
                                                "; add a .safetensors or .gguf file, an index, or a folder with one"}}};
  } else {
    candidates.push_back({path, isTokenizer(path)});
  }
  std::vector<Finding> findings;
  findings.reserve(candidates.size());
  for (const auto& candidate : candidates)
    findings.push_back(candidate.tokenizer ? Finding{candidate.path, TokenizerFiles{}}
                                           : inspect(engine, candidate.path));
  return findings;
}

Result<BuiltPair> buildPair(Engine& engine, const PairSpec& parts, const fs::path& folder) {
  auto known = engine.pairFromParts(parts);
  if (!known) return known.error();
  auto pair = std::move(known).value();
  if (const auto status = engine.checkPair(pair); !status) return status.error();
  std::error_code error;  // errors here are reported when the document is written
  fs::create_directories(folder, error);
  const auto document = freeDocument(folder, pair.name);
  if (const auto status = engine.writePair(pair, document); !status) return status.error();
  return BuiltPair{std::move(pair), document};
}

}  // namespace fb::ui
