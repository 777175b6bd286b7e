// SPDX-License-Identifier: MIT
#include "engine/pairs.h"

#include "base/atomic_file.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "engine/diffusers_folder.h"
#include "engine/family.h"

#include <dlfcn.h>
#include <fmt/ranges.h>

#include <array>
#include <cstdlib>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::array kBuiltInDocuments = {"pair.json", "pair-distilled.json"};

// The transformer's family.
Family familyAt(const fs::path& transformer, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = checkpoints.open(transformer);
  for (const auto* family : modelFamilies())
    if (family->inspect(checkpoint, checkpoints)) return family->description().info.family;
  std::vector<std::string> known;
  for (const auto* family : families()) known.push_back(family->models);
  fail(ErrorKind::Unsupported, "{} is not a known video transformer ({})", transformer.string(),
       fmt::join(known, ", "));
}

// For a transformer's own folder inside a pipeline, the pipeline's folder.
fs::path pipelineOf(const fs::path& transformer) {
  return transformer.filename() == "transformer" ? transformer.parent_path() : transformer;
}

// A given path that does not exist is an error, not a request for the default.
void requireNamedParts(const PairSpec& pair) {
  for (const auto& part : kPairParts) {
    const auto& path = pair.*part.member;
    std::error_code error;
    if (path.empty() || fs::exists(path, error)) continue;
    fail(ErrorKind::NotFound, "the pair's {} {} {}", part.name, path.string(),
         error ? "cannot be opened: " + error.message() : whyMissing(path));
  }
}

void requireVae(const PairSpec& pair) {
  if (!pair.vae.empty()) return;
  const auto& kind = familyOf(pair.family).description().info.vae;
  fail(ErrorKind::Invalid, "{} contains no VAE and none is given: add the {} to the pair", pair.large.string(),
       kind.name());
}

PairSpec withSettings(PairSpec pair) {
  weights::CheckpointCache checkpoints;
  pair.family = familyAt(pair.large, checkpoints);
  familyOf(pair.family).readSettings(pair, pipelineOf(pair.large), pipelineOf(pair.small), checkpoints);
  return pair;
}

// The file that contains this code: the program, or the engine's shared library. Empty if unknown.
fs::path ownFile() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<void*>(&ownFile), &info) == 0 || !info.dli_fname) return {};
  std::error_code error;
  auto file = fs::canonical(info.dli_fname, error);
  return error ? fs::path() : file;
}

fs::path builtInFolder() {
  std::vector<fs::path> candidates;
  if (const char* resources = std::getenv("FLOWBLEND_RESOURCES")) candidates.emplace_back(resources);
  std::error_code error;
  if (const auto program = fs::read_symlink("/proc/self/exe", error); !error) {
    candidates.push_back(program.parent_path() / "resources");
    candidates.push_back(program.parent_path().parent_path() / "share" / "flowblending-studio");
  }
  // For an installed engine that another program uses: lib/flowblending-studio/libflowblend_engine.so.
  if (const auto library = ownFile(); !library.empty())
    candidates.push_back(library.parent_path().parent_path().parent_path() / "share" / "flowblending-studio");
  candidates.emplace_back(FB_SOURCE_RESOURCES);
  for (const auto& folder : candidates)
    if (fs::exists(folder / "demo-pair" / kBuiltInDocuments.front())) return folder / "demo-pair";
  fail(ErrorKind::NotFound,
       "the built-in pair was not found; set FLOWBLEND_RESOURCES to the program's resources folder");
}

}  // namespace

PairSpec readPair(const fs::path& document) {
  const auto json = parseJson(readTextFile(document), document.string());
  return pairFromJson(json, document.string(), fs::absolute(document).parent_path());
}

void writePair(const PairSpec& pair, const fs::path& document) {
  const auto json = toJsonValue(pair, fs::absolute(document).parent_path());
  if (const auto problems = textProblems(json); !problems.empty()) fail(ErrorKind::Invalid, "{}", problems.front());
  writeTextAtomically(document, json.dump(2) + "\n");
}

PairSpec pairFromFolders(const fs::path& large, const fs::path& small) {
  for (const auto& folder : {large, small})
    if (!fs::is_directory(folder)) fail(ErrorKind::NotFound, "{} is not a folder", folder.string());
  const auto inside = [](const fs::path& folder, const char* part) {
    return fs::is_directory(folder / part) ? folder / part : folder;
  };
  PairSpec pair;
  pair.name =
      fmt::format("{} and {}", fs::canonical(large).filename().string(), fs::canonical(small).filename().string());
  pair.large = inside(large, "transformer");
  pair.small = inside(small, "transformer");
  pair.textEncoder = large / "text_encoder";
  pair.tokenizer = large / "tokenizer";
  if (fs::is_directory(large / "vae")) pair.vae = large / "vae";
  // If the folder is a transformer's own, the pipeline around it has more information.
  return withSettings(std::move(pair));
}

PairSpec pairFromParts(PairSpec parts) {
  requireNamedParts(parts);
  auto pair = withSettings(std::move(parts));
  requireVae(pair);
  return pair;
}

std::optional<PipelineInfo> inspectPipeline(const PairSpec& pair) { return describePipeline(pipelineOf(pair.large)); }

void checkPair(const PairSpec& pair) {
  requireVae(pair);
  weights::CheckpointCache checkpoints;
  familyOf(pair.family).checkPair(pair, checkpoints);
}

std::vector<PairSpec> builtInPairs() {
  const auto folder = builtInFolder();
  std::vector<PairSpec> pairs;
  pairs.reserve(kBuiltInDocuments.size());
  for (const char* document : kBuiltInDocuments) pairs.push_back(readPair(folder / document));
  return pairs;
}

}  // namespace fb::engine
