// SPDX-License-Identifier: MIT
#include "engine/pairs.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "engine/components.h"
#include "engine/diffusers_folder.h"
#include "engine/family.h"

#include <dlfcn.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::array kBuiltInDocuments = {"pair.json", "pair-distilled.json"};

// The family of a transformer. part: what it is for the pair, in errors.
const ModelFamily& familyAt(const fs::path& transformer, const char* part, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = checkpoints.open(transformer);
  // Throws for what no pair can contain.
  const auto info = inspect(checkpoint, checkpoints);
  std::vector<std::string> known;
  for (const auto* family : modelFamilies()) {
    const auto description = family->description();
    if (description.info.transformer == info.kind) return *family;
    known.push_back(description.info.transformer.name());
  }
  fail(ErrorKind::Invalid, "the pair's {} must be a {}, but {} is a {}", part, fmt::join(known, " or "),
       transformer.string(), info.kind.name());
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

// WAN's original release has text encoder and VAE as pickles, which would not be read: says so if one is beside the
// large model, and what to use. word: in its name, in lower case.
void refuseAsPickle(const PairSpec& pair, const char* part, std::string_view word, const char* instead) {
  const auto folder = pipelineOf(pair.large);
  std::error_code error;
  if (!fs::is_directory(folder, error)) return;
  for (const auto& path : entriesOf(folder)) {
    auto name = path.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (path.extension() != ".pth" || name.find(word) == std::string::npos) continue;
    fail(ErrorKind::Invalid,
         "{} contains no {} that can be read: {} is a pickle file, which can run arbitrary code when opened. Add "
         "another one to the pair, such as {} of Comfy-Org/Wan_2.1_ComfyUI_repackaged on huggingface.co",
         folder.string(), part, path.filename().string(), instead);
  }
}

void requireVae(const PairSpec& pair) {
  if (!pair.vae.empty()) return;
  refuseAsPickle(pair, "VAE", "vae", "wan_2.1_vae.safetensors");
  const auto& kind = familyOf(pair.family).description().info.vae;
  fail(ErrorKind::Invalid, "{} contains no VAE and none is given: add the {} to the pair", pair.large.string(),
       kind.name());
}

PairSpec withSettings(PairSpec pair) {
  weights::CheckpointCache checkpoints;
  const auto& family = familyAt(pair.large, "large model", checkpoints);
  const auto& other = familyAt(pair.small, "small model", checkpoints);
  if (&family != &other)
    fail(ErrorKind::Invalid, "these parts do not form a pair: {} belongs to {}, but {} to {}", pair.large.string(),
         family.description().info.models, pair.small.string(), other.description().info.models);
  pair.family = family.description().info.family;
  family.readSettings(pair, pipelineOf(pair.large), pipelineOf(pair.small), checkpoints);
  return pair;
}

bool isFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// The part of a pipeline's folder, or the path itself if it is that of the part.
fs::path inside(const fs::path& path, const char* part) { return isFolder(path / part) ? path / part : path; }

// The text encoder and tokenizer that `parts` leaves out and the folders of its models contain: a diffusers pipeline
// has both, WAN's original release only its tokenizer in a format that is read.
void addFromFolders(PairSpec& parts, const std::array<fs::path, 2>& models) {
  const auto add = [&](fs::path PairSpec::*part, const char* folder) {
    for (const auto& model : models) {
      if (!(parts.*part).empty()) return;
      if (isFolder(pipelineOf(model) / folder)) parts.*part = pipelineOf(model) / folder;
    }
  };
  // The tokenizer of an encoder that was given is in its file or given, too.
  const bool isEncoderGiven = !parts.textEncoder.empty();
  add(&PairSpec::textEncoder, "text_encoder");
  if (!isEncoderGiven) add(&PairSpec::tokenizer, "tokenizer");
  add(&PairSpec::tokenizer, "google/umt5-xxl");
  if (parts.tokenizer.empty()) parts.tokenizer = parts.textEncoder;
}

void requireTextEncoder(const PairSpec& pair) {
  if (!pair.textEncoder.empty()) return;
  refuseAsPickle(pair, "text encoder", "t5", "umt5_xxl_fp8_e4m3fn_scaled.safetensors");
  fail(ErrorKind::Invalid, "{} contains no text encoder and none is given: add the {} to the pair", pair.large.string(),
       familyOf(pair.family).description().info.textEncoder.name());
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
  for (const auto& folder : {large, small}) {
    if (!fs::exists(statusOf(folder))) fail(ErrorKind::NotFound, "{} {}", folder.string(), whyMissing(folder));
    if (!fs::is_directory(folder)) fail(ErrorKind::NotFound, "{} is not a folder", folder.string());
  }
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
  const std::array models = {parts.large, parts.small};
  parts.large = inside(parts.large, "transformer");
  parts.small = inside(parts.small, "transformer");
  addFromFolders(parts, models);
  auto pair = withSettings(std::move(parts));
  requireTextEncoder(pair);
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
