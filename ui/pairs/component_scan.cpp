// SPDX-License-Identifier: MIT
#include "pairs/component_scan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// Enough for every published layout, and a limit when a whole disk is searched.
constexpr int kDeepest = 4;
constexpr std::size_t kMaxFound = 64;
// Of all watched folders together.
constexpr std::size_t kMaxWatched = 2000;
constexpr int kMaxEntries = 20000;

bool isIndex(const fs::path& path) { return path.filename().string().ends_with(".safetensors.index.json"); }
bool isWeights(const fs::path& path) { return path.extension() == ".safetensors" || path.extension() == ".gguf"; }
// Refused, since opening one can run arbitrary code.
bool isPickle(const fs::path& path) {
  return path.extension() == ".pth" || path.extension() == ".pt" || path.extension() == ".ckpt";
}
bool isPairDocument(const fs::path& path) { return path.extension() == ".json" && !isIndex(path); }

bool isTokenizer(const fs::path& path) {
  std::error_code error;
  return path.extension() == ".model" || fs::is_regular_file(path / "spiece.model", error);
}

struct Candidate {
  fs::path path;
  bool tokenizer = false;
};

// As far as times of folders tell: the earliest one if there is none.
fs::file_time_type changeTime(const fs::path& folder) {
  std::error_code error;
  const auto time = fs::last_write_time(folder, error);
  return error ? fs::file_time_type::min() : time;
}

class Search {
public:
  explicit Search(std::size_t maxFound = kMaxFound) : m_maxFound(maxFound) {}

  void folder(const fs::path& path, int depth = 0) {
    m_searched.push_back({path, changeTime(path), fs::file_time_type::clock::now()});
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
      else if (isPickle(entry->path()))
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
      if (depth < kDeepest && m_found.size() < m_maxFound) folder(sub, depth + 1);
  }

  std::vector<Candidate> take() { return std::move(m_found); }
  const std::vector<FolderScan::Searched>& searched() const { return m_searched; }
  // Why the first folder could not be listed.
  const std::error_code& problem() const { return m_problem; }

private:
  void add(std::vector<fs::path> paths) {
    std::sort(paths.begin(), paths.end());
    for (auto& path : paths) m_found.push_back({std::move(path)});
  }

  std::size_t m_maxFound;
  std::vector<Candidate> m_found;
  std::vector<FolderScan::Searched> m_searched;
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

Finding findingOf(Engine& engine, const Candidate& candidate) {
  return candidate.tokenizer ? Finding{candidate.path, TokenizerFiles{}} : inspect(engine, candidate.path);
}

// The folders of a ComfyUI tree that may hold parts of a pair or LoRAs; others hold outputs, programs, other models.
constexpr std::array kComfyFolders = {"diffusion_models", "unet", "checkpoints", "text_encoders", "clip",
                                      "clip_vision",      "vae",  "loras"};

// Empty if `folder` is no such tree.
std::vector<fs::path> comfyFolders(const fs::path& folder) {
  std::error_code error;
  const auto models = fs::is_directory(folder / "models", error) ? folder / "models" : folder;
  std::vector<fs::path> found;
  for (const auto* name : kComfyFolders)
    if (fs::is_directory(models / name, error)) found.push_back(models / name);
  // A downloaded repository may have a folder "vae".
  return found.size() > 1 ? found : std::vector<fs::path>();
}

FileState stateOf(const fs::path& path) {
  FileState state;
  const auto add = [&state](const fs::path& file) {
    std::error_code error;
    if (const auto bytes = fs::file_size(file, error); !error) state.bytes += bytes;
    if (const auto written = fs::last_write_time(file, error); !error) state.written = std::max(state.written, written);
  };
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    add(path);
    return state;
  }
  for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    add(entry->path());
  return state;
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
  for (const auto& candidate : candidates) findings.push_back(findingOf(engine, candidate));
  return findings;
}

bool hasChangedSince(const FolderScan::Searched& searched) { return changeTime(searched.path) != searched.changed; }

bool wasListedTooSoon(const FolderScan::Searched& searched) {
  return searched.changed <= searched.listed && searched.changed > searched.listed - kCoarsestTimes;
}

FolderScan scanModelFolders(Engine& engine, const std::vector<fs::path>& folders, const KnownFindings& before,
                            const std::stop_token& stop) {
  FolderScan scan;
  for (const auto& folder : folders) {
    FolderScan::Folder told{folder, {}, {}};
    std::error_code error;
    if (const auto space = fs::space(folder, error); !error) told.freeBytes = space.available;
    auto roots = comfyFolders(folder);
    if (roots.empty()) roots.push_back(folder);
    for (const auto& root : roots) {
      Search search(kMaxWatched - std::min(kMaxWatched, scan.findings.size()));
      search.folder(root);
      scan.searched.insert(scan.searched.end(), search.searched().begin(), search.searched().end());
      if (search.problem()) {
        const auto kind =
            search.problem() == std::errc::no_such_file_or_directory ? ErrorKind::NotFound : ErrorKind::Io;
        told.problem = Error{kind, "cannot list " + root.string() + ": " + search.problem().message()};
      }
      for (const auto& candidate : search.take()) {
        if (stop.stop_requested()) return scan;
        if (scan.known.contains(candidate.path)) continue;
        const auto state = stateOf(candidate.path);
        const auto known = before.find(candidate.path);
        const bool isKnown = known != before.end() && known->second.state == state;
        auto finding = isKnown ? known->second.finding : findingOf(engine, candidate);
        scan.findings.push_back(finding);
        scan.known[candidate.path] = {state, std::move(finding)};
      }
    }
    scan.folders.push_back(std::move(told));
  }
  return scan;
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
