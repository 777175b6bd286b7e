// SPDX-License-Identifier: MIT
#include "engine/run_inputs.h"

#include "base/absolute_paths.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/kept_document.h"
#include "engine/pairs.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/hash.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRequest = "request";

// Without hashes.
InputFile describe(std::string_view part, const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) failWithErrno("read", path, errno);
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return {std::string(part),
          path,
          static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec,
          {},
          {}};
}

// The files of one part, as its reader opens them.
std::vector<fs::path> filesOf(const PairPart& part, const fs::path& path, weights::CheckpointCache& checkpoints) {
  if (part.member == &PairSpec::tokenizer && !tokenizers::isInWeights(path))
    return tokenizers::SentencePieceTokenizer::filesAt(path);
  return checkpoints.open(path).paths();
}

std::vector<InputFile> inputsOf(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<InputFile> inputs;
  for (const auto& part : kPairParts) {
    const auto& path = request.pair.*part.member;
    if (path.empty()) continue;
    for (const auto& file : filesOf(part, path, checkpoints)) inputs.push_back(describe(part.key, file));
  }
  for (const auto& image : request.clip.images) inputs.push_back(describe(kImagePart, image.file));
  for (const auto& lora : request.sampling.loras) inputs.push_back(describe(kLoraPart, lora.file));
  return inputs;
}

bool isPart(std::string_view part) {
  return part == kImagePart || part == kLoraPart ||
         std::ranges::find(kPairParts, part, &PairPart::key) != std::end(kPairParts);
}

// One of the pair's; what is read from a file was checked by isPart().
const PairPart& partNamed(std::string_view key) { return *std::ranges::find(kPairParts, key, &PairPart::key); }

std::string_view nameOf(std::string_view part) {
  if (part == kLoraPart) return "LoRA";
  return part == kImagePart ? kImagePart : std::string_view(partNamed(part).name);
}

bool isSame(const InputFile& then) {
  std::error_code error;
  const auto size = fs::file_size(then.path, error);
  return !error && size == then.size && weights::sampledHash(then.path) == then.sampled &&
         (then.whole.empty() || weights::wholeHash(then.path, {}) == then.whole);
}

bool isNeeded(const InputFile& file, NeededParts needed) {
  return needed == NeededParts::All || file.part == partNamed("vae").key;
}

// One path of a request and what the run read there: a file, or files in and next to it.
struct Place {
  std::string_view name;
  fs::path* path;
  std::vector<InputFile*> files;

  // Where a file is if the place is at `root`.
  fs::path at(const fs::path& root, const InputFile& file) const {
    const auto inside = file.path.lexically_relative(*path);
    return inside == "." ? root : (root / inside).lexically_normal();
  }
  bool isSameAt(const fs::path& root) const {
    std::error_code error;
    return fs::exists(root, error) && std::ranges::all_of(files, [&](const InputFile* file) {
             auto moved = *file;
             moved.path = at(root, *file);
             return isSame(moved);
           });
  }
  void moveTo(const fs::path& root) {
    for (auto* file : files) file->path = at(root, *file);
    *path = root;
  }
};

// The pair's parts, then the images and the LoRAs in their order.
std::vector<Place> placesOf(RunInputs& inputs, GenerationRequest& request) {
  std::vector<Place> places;
  for (const auto& part : kPairParts) places.push_back({part.name, &(request.pair.*part.member), {}});
  for (auto& image : request.clip.images) places.push_back({kImagePart, &image.file, {}});
  auto image = places.size() - request.clip.images.size();
  for (auto& lora : request.sampling.loras) places.push_back({nameOf(kLoraPart), &lora.file, {}});
  auto lora = places.size() - request.sampling.loras.size();
  for (auto& file : inputs.files) {
    const auto place = file.part == kImagePart ? image++
                       : file.part == kLoraPart
                           ? lora++
                           : static_cast<std::size_t>(&partNamed(file.part) - std::begin(kPairParts));
    if (place < places.size()) places[place].files.push_back(&file);
  }
  return places;
}

// The path in `folder` that has all of the place's files with their original content; empty if there is none.
fs::path find(const Place& place, const fs::path& folder) {
  // It is searched for by its first file: a folder's has its name there, but a single file may have been renamed.
  const auto& first = *place.files.front();
  const auto inside = first.path.lexically_relative(*place.path);
  const bool isFile = inside == ".";
  const auto rootOf = [&](fs::path file) {
    if (isFile) return file;
    // A shard is next to the index that the path names.
    const bool isNext = *inside.begin() == "..";
    for (const auto& step : inside)
      if (step != "..") file = file.parent_path();
    return isNext ? file / place.path->filename() : file;
  };
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && entry != end; entry.increment(error)) {
    const auto& file = entry->path();
    std::error_code unreadable;
    if (fs::file_size(file, unreadable) != first.size || unreadable) continue;
    if (!isFile && file.filename() != first.path.filename()) continue;
    if (const auto root = rootOf(file); place.isSameAt(root)) return root;
  }
  if (error) failWithErrno("search", folder, error.value());
  return {};
}

}  // namespace

std::string hashOfRequest(std::string_view text) {
  weights::Hash hash(weights::HashKind::Sha256);
  hash.add(text);
  return hash.hex();
}

RunInputs readInputs(const GenerationRequest& request, std::string_view requestText,
                     weights::CheckpointCache& checkpoints, std::stop_token stop) {
  RunInputs inputs{hashOfRequest(requestText), inputsOf(request, checkpoints)};
  for (auto& file : inputs.files) file.sampled = weights::sampledHash(file.path);
  if (request.options.hashInputs)
    for (auto& file : inputs.files) file.whole = weights::wholeHash(file.path, stop);
  return inputs;
}

RunInputs expectInputs(const GenerationRequest& request, const RunInputs& known,
                       weights::CheckpointCache& checkpoints) {
  RunInputs inputs{{}, inputsOf(request, checkpoints)};
  for (auto& file : inputs.files) {
    const auto same = std::ranges::find_if(known.files, [&file](const InputFile& then) {
      return then.path == file.path && then.size == file.size && then.changed == file.changed;
    });
    file.sampled = same == known.files.end() ? weights::sampledHash(file.path) : same->sampled;
  }
  return inputs;
}

bool sameContent(const RunInputs& a, const RunInputs& b, std::string_view part) {
  const auto contentOf = [part](const RunInputs& inputs) {
    std::vector<std::string> content;
    for (const auto& file : inputs.files)
      if (file.part == part) content.push_back(file.sampled);
    return content;
  };
  return contentOf(a) == contentOf(b);
}

std::vector<ChangedInput> changedInputs(const RunInputs& then, const fs::path& runFolder, std::string_view requestText,
                                        NeededParts needed) {
  std::vector<ChangedInput> changes;
  if (hashOfRequest(requestText) != then.request) changes.push_back({std::string(kRequest), runFolder, false});
  for (const auto& file : then.files) {
    if (!isNeeded(file, needed) || isSame(file)) continue;
    std::error_code error;
    changes.push_back({file.part, file.path, !fs::exists(file.path, error)});
  }
  return changes;
}

void requireSame(const RunInputs& then, const GenerationRequest& request, std::string_view requestText,
                 NeededParts needed) {
  const auto changes = changedInputs(then, request.options.runFolder, requestText, needed);
  if (changes.empty()) return;
  const auto& [part, path, isMissing] = changes.front();
  constexpr auto kWayOn = "restore the original, or let the run continue with the current files";
  if (part == kRequest)
    fail(ErrorKind::Invalid, "the request in {} was changed after the run began; {}",
         request.options.runFolder.string(), kWayOn);
  if (!isMissing)
    fail(ErrorKind::Invalid, "the {} {} has changed since the run began; {}", nameOf(part), path.string(), kWayOn);
  fail(ErrorKind::NotFound, "the {} {} no longer exists; put it back, or let the run look for it where it is now",
       nameOf(part), path.string());
}

Relocation relocated(RunInputs then, GenerationRequest request, const std::vector<fs::path>& folders) {
  Relocation result{std::move(request), std::move(then), {}};
  for (auto& place : placesOf(result.inputs, result.request)) {
    if (std::ranges::all_of(place.files, [](const InputFile* file) { return isSame(*file); })) continue;
    fs::path found;
    for (auto folder = folders.begin(); folder != folders.end() && found.empty(); ++folder)
      found = find(place, absolutePath(*folder));
    if (found.empty())
      result.missing.push_back(fmt::format("the {} {}", place.name, place.path->string()));
    else
      place.moveTo(found);
  }
  return result;
}

std::string toJson(const RunInputs& inputs) {
  auto files = nlohmann::ordered_json::array();
  for (const auto& file : inputs.files) {
    files.push_back({{"part", file.part},
                     {"path", file.path.string()},
                     {"size", file.size},
                     {"changed", static_cast<std::uint64_t>(file.changed)},  // of a time before 1970, too
                     {"sampled_sha256", file.sampled}});
    if (!file.whole.empty()) files.back()["sha256"] = file.whole;
  }
  return documentText({{"request_sha256", inputs.request}, {"files", files}});
}

RunInputs runInputsFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  requireChecksum(json, document);
  RunInputs inputs{object.string("request_sha256"), {}};
  for (const auto& entry : object.list("files")) {
    const JsonObject file(entry, document);
    inputs.files.push_back({file.string("part"), file.string("path"), file.unsignedInteger("size"),
                            static_cast<std::int64_t>(file.unsignedInteger("changed")), file.string("sampled_sha256"),
                            file.stringOr("sha256", {})});
    if (const auto& part = inputs.files.back().part; !isPart(part))
      fail(ErrorKind::Corrupt, "{}: runs have no part \"{}\"", document, part);
  }
  return inputs;
}

}  // namespace fb::engine
