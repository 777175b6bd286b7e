// SPDX-License-Identifier: MIT
#include "weights/checkpoint.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "weights/safetensors.h"

#include <algorithm>
#include <utility>

namespace fb::weights {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPipelineParts[] = {"transformer", "text_encoder", "vae"};

// Names from an index may be longer than the file system allows, so none of these checks may throw.
bool canBeFound(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool isFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool isSafetensors(const fs::path& path) { return path.extension() == ".safetensors"; }

bool isGgufFile(const fs::path& path) { return path.extension() == ".gguf"; }

constexpr std::string_view kIndexMark = ".safetensors.index.";

// "model.safetensors.index.json", or with a variant "model.safetensors.index.fp16.json".
bool isIndex(const fs::path& path) {
  return path.extension() == ".json" && path.filename().string().find(kIndexMark) != std::string::npos;
}

bool isPickle(const fs::path& path) {
  const auto ending = path.extension();
  return ending == ".pth" || ending == ".pt" || ending == ".bin" || ending == ".ckpt";
}

// The visible files of a folder for which `matches` is true, sorted.
template <class Predicate>
std::vector<fs::path> filesIn(const fs::path& folder, Predicate matches) {
  std::vector<fs::path> found;
  for (auto& path : entriesOf(folder))
    if (path.filename().string().front() != '.' && matches(path) && !isFolder(path)) found.push_back(std::move(path));
  std::sort(found.begin(), found.end());
  return found;
}

std::string namesOf(const std::vector<fs::path>& paths) {
  std::string names;
  for (const auto& path : paths) names += (names.empty() ? "" : ", ") + path.filename().string();
  return names;
}

[[noreturn]] void refusePipelineFolder(const fs::path& folder) {
  std::string parts;
  for (const auto part : kPipelineParts)
    if (isFolder(folder / part)) parts += (parts.empty() ? "" : ", ") + (folder / part).string();
  fail(ErrorKind::Invalid, "{} is a whole diffusers pipeline; choose one of its parts: {}", folder.string(),
       parts.empty() ? "it has none of transformer, text_encoder and vae" : parts);
}

// "model" of "model.safetensors.index.fp16.json".
std::string nameOfIndex(const fs::path& index) {
  const auto name = index.filename().string();
  return name.substr(0, name.find(kIndexMark));
}

// True for "model.safetensors.index.fp16.json", false for "model.safetensors.index.json".
bool hasVariant(const fs::path& index) {
  const auto name = index.filename().string();
  return name.substr(name.find(kIndexMark) + kIndexMark.size()) != "json";
}

// Of files that differ only in a variant ("model.safetensors", "model.fp16.safetensors"), the one without it, as in
// diffusers.
std::vector<fs::path> withoutVariants(const std::vector<fs::path>& files) {
  std::vector<fs::path> plain;
  for (const auto& file : files) {
    const auto isVariantOf = [name = file.stem().string()](const fs::path& other) {
      return name.starts_with(other.stem().string() + '.');
    };
    if (std::none_of(files.begin(), files.end(), isVariantOf)) plain.push_back(file);
  }
  return plain;
}

// The indices or files that a folder may stand for; an index takes precedence over a file, unless it is a variant of
// that file, and GGUF files come last.
std::vector<fs::path> candidatesIn(const fs::path& folder) {
  const auto files = withoutVariants(filesIn(folder, isSafetensors));
  std::vector<fs::path> plain, variants;
  for (const auto& index : filesIn(folder, isIndex)) {
    const auto isPlainFile = [&](const fs::path& file) { return file.stem() == nameOfIndex(index); };
    if (!hasVariant(index))
      plain.push_back(index);
    else if (std::none_of(files.begin(), files.end(), isPlainFile))
      variants.push_back(index);
  }
  if (plain.empty() && variants.empty() && files.empty()) return filesIn(folder, isGgufFile);
  return !plain.empty() ? plain : !variants.empty() ? variants : files;
}

// "model" of "model-00002-of-00005.safetensors"; empty for a file that is a whole model.
std::string nameOfShard(const fs::path& file) {
  constexpr std::string_view kEnding = "-00002-of-00005", kWhole = "-of-00001";
  const auto name = file.stem().string();
  if (!isSafetensors(file) || name.size() <= kEnding.size() || name.ends_with(kWhole)) return {};
  const auto begin = name.size() - kEnding.size();
  for (std::size_t i = 0; i < kEnding.size(); ++i) {
    const char c = name[begin + i], expected = kEnding[i];
    const bool fits = expected >= '0' && expected <= '9' ? c >= '0' && c <= '9' : c == expected;
    if (!fits) return {};
  }
  return name.substr(0, begin);
}

[[noreturn]] void refuseShard(const fs::path& file) {
  const auto index = file.parent_path() / (nameOfShard(file) + std::string(kIndexMark) + "json");
  if (canBeFound(index))
    fail(ErrorKind::Invalid, "{} is only one shard of a model: give their index, {}, or the folder", file.string(),
         index.string());
  fail(ErrorKind::NotFound,
       "{} is only one shard of a model, and their index {} is not there: download it and the other shards, and give "
       "the folder",
       file.string(), index.filename().string());
}

// The folders inside one that have weights of their own, as in a ComfyUI tree or in the author's repository.
std::string foldersWithWeights(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& path : entriesOf(folder))
    if (isFolder(path) && (canBeFound(path / "model_index.json") || !candidatesIn(path).empty())) found.push_back(path);
  std::sort(found.begin(), found.end());
  return namesOf(found);
}

// A download cache has one folder for each revision of a repository.
fs::path revisionIn(const fs::path& folder) {
  const auto revisions = folder / "snapshots";
  if (!isFolder(revisions)) return {};
  for (const auto& path : entriesOf(revisions))
    if (isFolder(path)) return path;
  return {};
}

[[noreturn]] void refuseFolder(const fs::path& folder) {
  if (const auto pickles = filesIn(folder, isPickle); !pickles.empty()) refusePickle(pickles.front());
  const auto parts = filesIn(folder, isUnfinishedDownload);
  if (!parts.empty())
    fail(ErrorKind::NotFound, "{} has no weights yet: the download of {} has not finished", folder.string(),
         parts.front().filename().string());
  constexpr auto kNothing = "{} has no .safetensors or .gguf file and no .safetensors.index.json";
  if (const auto revision = revisionIn(folder); !revision.empty())
    fail(ErrorKind::NotFound, "{} is the cache of a download; give the folder of a revision: {}", folder.string(),
         revision.string());
  if (const auto folders = foldersWithWeights(folder); !folders.empty())
    fail(ErrorKind::NotFound, "{}; its folders have ({}): choose one of their files",
         fmt::format(kNothing, folder.string()), folders);
  fail(ErrorKind::NotFound, kNothing, folder.string());
}

// The index or the single weights file that a folder stands for.
fs::path weightsIn(const fs::path& folder) {
  if (canBeFound(folder / "model_index.json")) refusePipelineFolder(folder);
  const auto candidates = candidatesIn(folder);
  if (candidates.size() == 1) return candidates.front();
  const auto isShard = [](const fs::path& file) { return !nameOfShard(file).empty(); };
  if (candidates.size() > 1 && std::all_of(candidates.begin(), candidates.end(), isShard))
    refuseShard(candidates.front());
  if (candidates.size() > 1)
    fail(ErrorKind::Invalid, "{} has several sets of weights ({}); choose one file{}", folder.string(),
         namesOf(candidates),
         isSafetensors(candidates.front()) ? ", or add the index if they are shards of one model" : "");
  refuseFolder(folder);
}

// Lexical on purpose: in download caches, each shard is a symbolic link to another folder.
fs::path shardPath(const fs::path& index, const std::string& shard) {
  const fs::path relative(shard);
  const bool leaves = relative.is_absolute() || std::find(relative.begin(), relative.end(), "..") != relative.end();
  if (shard.empty() || leaves || shard.find('\0') != std::string::npos)
    fail(ErrorKind::Corrupt, "{}: the shard \"{}\" is outside the index's folder", index.string(), shard);
  return index.parent_path() / relative;
}

// Tensor name to shard name.
std::map<std::string, std::string> readIndex(const fs::path& index) {
  const auto file = index.string();
  const auto json = parseJson(readTextFile(index), file);
  const auto& map = JsonObject(json, file).at("weight_map");
  if (!map.is_object()) fail(ErrorKind::Corrupt, "{}: \"weight_map\" is not an object", file);
  std::map<std::string, std::string> weightMap;
  for (const auto& [tensor, shard] : map.items()) {
    if (!shard.is_string()) fail(ErrorKind::Corrupt, "{}: the shard of \"{}\" is not a file name", file, tensor);
    weightMap.emplace(tensor, shard.get<std::string>());
  }
  if (weightMap.empty()) fail(ErrorKind::Corrupt, "{}: \"weight_map\" is empty", file);
  return weightMap;
}

// Prefixes that programs put before a model's names: its place in a single file, and the wrappers of training and
// compiling.
constexpr std::string_view kPrefixes[] = {kSingleFilePrefix, "diffusion_model.", "module.", "_orig_mod.", "model."};

// The one that most tensors have, or nothing.
const std::string_view* carriedPrefix(const std::map<std::string, TensorView>& tensors) {
  const auto* found = std::ranges::find_if(kPrefixes, [&](std::string_view prefix) {
    const auto carries = [&](const auto& entry) { return entry.first.starts_with(prefix); };
    return 2 * static_cast<std::size_t>(std::ranges::count_if(tensors, carries)) > tensors.size();
  });
  return found == std::end(kPrefixes) ? nullptr : found;
}

std::map<std::string, TensorView> withoutPrefix(std::map<std::string, TensorView> tensors, std::string_view prefix,
                                                const fs::path& path) {
  std::map<std::string, TensorView> stripped;
  for (auto& [name, view] : tensors) {
    const auto shortName = name.starts_with(prefix) ? name.substr(prefix.size()) : name;
    if (!stripped.emplace(shortName, std::move(view)).second)
      fail(ErrorKind::Corrupt, "{} has \"{}\" both with and without the prefix \"{}\"", path.string(), shortName,
           prefix);
  }
  return stripped;
}

// Wrappers may be nested.
std::map<std::string, TensorView> withoutPrefixes(std::map<std::string, TensorView> tensors, const fs::path& path) {
  while (const auto* prefix = carriedPrefix(tensors)) tensors = withoutPrefix(std::move(tensors), *prefix, path);
  return tensors;
}

}  // namespace

Checkpoint Checkpoint::open(const fs::path& path) {
  return open(path, [](const fs::path& file) { return std::make_shared<const WeightsFile>(openWeights(file)); });
}

Checkpoint Checkpoint::open(const fs::path& path, const OpenFile& openFile) {
  if (!fs::exists(statusOf(path))) fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
  Checkpoint checkpoint;
  checkpoint.m_path = path;
  const auto weights = isFolder(path) ? weightsIn(path) : path;
  if (!nameOfShard(weights).empty()) refuseShard(weights);
  if (weights.extension() == ".json")
    checkpoint.openShards(weights, openFile);
  else
    checkpoint.m_tensors = checkpoint.add(openFile(weights)).tensors;
  checkpoint.m_tensors = withoutPrefixes(std::move(checkpoint.m_tensors), weights);
  if (const auto config = weights.parent_path() / "config.json"; isPresent(config)) {
    checkpoint.m_config = readTextFile(config);
    checkpoint.m_configFile = config;
  }
  return checkpoint;
}

const WeightsFile& Checkpoint::add(std::shared_ptr<const WeightsFile> file) {
  m_files.push_back(std::move(file));
  m_metadata.insert(m_files.back()->metadata.begin(), m_files.back()->metadata.end());
  return *m_files.back();
}

void Checkpoint::openShards(const fs::path& index, const OpenFile& openFile) {
  std::map<std::string, const WeightsFile*> shards;
  for (const auto& [tensor, shard] : readIndex(index)) {
    const auto file = shardPath(index, shard);
    auto& opened = shards[shard];
    if (!opened) {
      if (!canBeFound(file))
        fail(ErrorKind::NotFound, "{} refers to the shard {}, which {}", index.string(), shard, whyMissing(file));
      opened = &add(openFile(file));
    }
    const auto found = opened->tensors.find(tensor);
    if (found == opened->tensors.end())
      fail(ErrorKind::Corrupt, "{} places the tensor \"{}\" in {}, which does not have it", index.string(), tensor,
           shard);
    m_tensors.emplace(tensor, found->second);
  }
}

std::vector<fs::path> Checkpoint::paths() const {
  std::vector<fs::path> paths;
  for (const auto& file : m_files) paths.push_back(file->path());
  if (!m_configFile.empty()) paths.push_back(m_configFile);
  return paths;
}

Checkpoint::Identity Checkpoint::identity() const {
  Identity identity{{}, m_config};
  for (const auto& file : m_files) identity.files.push_back(file->file->stamp());
  return identity;
}

const TensorView* Checkpoint::find(const std::string& name) const {
  const auto found = m_tensors.find(name);
  return found == m_tensors.end() ? nullptr : &found->second;
}

}  // namespace fb::weights
