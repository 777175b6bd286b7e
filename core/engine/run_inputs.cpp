// SPDX-License-Identifier: MIT
#include "engine/run_inputs.h"

#include "base/file_errors.h"
#include "base/json.h"
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

std::string hashOf(std::string_view text) {
  weights::Hash hash(weights::HashKind::Sha256);
  hash.add(text);
  return hash.hex();
}

// The files of one part, as its reader opens them.
std::vector<fs::path> filesOf(const PairPart& part, const fs::path& path, weights::CheckpointCache& checkpoints) {
  if (part.member == &PairSpec::tokenizer && path.extension() != ".safetensors")
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
  return inputs;
}

const PairPart& partNamed(std::string_view key) {
  const auto found = std::ranges::find(kPairParts, key, &PairPart::key);
  if (found == std::end(kPairParts)) fail(ErrorKind::Corrupt, "runs have no part \"{}\"", key);
  return *found;
}

std::string_view nameOf(std::string_view part) {
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

// The path in `folder` that has all of the part's files with their original content; empty if there is none.
fs::path findPart(const std::vector<InputFile>& files, const fs::path& before, const fs::path& folder) {
  // A part is a file, or a folder with files; it is searched for by the first of them.
  const auto relative = [&](const InputFile& file) {
    const auto inside = file.path.lexically_relative(before);
    return inside == "." ? fs::path() : inside;
  };
  const auto isSameAt = [&](const fs::path& root) {
    return std::ranges::all_of(files, [&](InputFile file) {
      const auto inside = relative(file);
      file.path = inside.empty() ? root : root / inside;
      return isSame(file);
    });
  };
  const auto& first = files.front();
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && entry != end; entry.increment(error)) {
    const auto& path = entry->path();
    std::error_code unreadable;
    if (path.filename() != first.path.filename() || fs::file_size(path, unreadable) != first.size || unreadable)
      continue;
    auto root = path;
    for ([[maybe_unused]] const auto& step : relative(first)) root = root.parent_path();
    if (isSameAt(root)) return root;
  }
  return {};
}

}  // namespace

GenerationRequest withAbsolutePaths(GenerationRequest request) {
  const auto makeAbsolute = [](fs::path& path) {
    if (path.empty()) return;
    std::error_code error;
    const auto absolute = fs::absolute(path, error);
    if (error) failWithErrno("find", path, error.value());
    path = absolute.lexically_normal();
  };
  for (const auto& part : kPairParts) makeAbsolute(request.pair.*part.member);
  for (auto& image : request.clip.images) makeAbsolute(image.file);
  makeAbsolute(request.options.runFolder);
  makeAbsolute(request.options.traceFile);
  makeAbsolute(request.options.branchFrom);
  return request;
}

RunInputs readInputs(const GenerationRequest& request, std::string_view requestText,
                     weights::CheckpointCache& checkpoints, std::stop_token stop) {
  RunInputs inputs{hashOf(requestText), inputsOf(request, checkpoints)};
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

std::vector<ChangedInput> changedInputs(const RunInputs& then, const fs::path& runFolder, std::string_view requestText,
                                        NeededParts needed) {
  std::vector<ChangedInput> changes;
  if (hashOf(requestText) != then.request) changes.push_back({std::string(kRequest), runFolder, false});
  for (const auto& file : then.files) {
    if (!isNeeded(file, needed) || isSame(file)) continue;
    std::error_code error;
    changes.push_back({file.part, file.path, !fs::exists(file.path, error)});
  }
  return changes;
}

void requireSame(const RunInputs& then, const GenerationRequest& request, std::string_view requestText,
                 NeededParts needed) {
  const auto run = request.options.runFolder.string();
  const auto changes = changedInputs(then, request.options.runFolder, requestText, needed);
  if (changes.empty()) return;
  const auto& [part, path, isMissing] = changes.front();
  const auto wayOn = fmt::format("to use the current files: flowblend resume {} --accept-changed", run);
  if (part == kRequest) fail(ErrorKind::Invalid, "the request in {} was changed after the run began; {}", run, wayOn);
  if (!isMissing)
    fail(ErrorKind::Invalid, "the {} {} has changed since the run began; restore the original, or, {}", nameOf(part),
         path.string(), wayOn);
  const auto gone = fmt::format("the {} {} no longer exists; put it back", nameOf(part), path.string());
  if (part == kImagePart) fail(ErrorKind::NotFound, "{}", gone);
  fail(ErrorKind::NotFound, "{}, or say where to look for it: flowblend resume {} --models FOLDER", gone, run);
}

GenerationRequest relocated(const RunInputs& then, GenerationRequest request, const std::vector<fs::path>& folders) {
  for (const auto& part : kPairParts) {
    std::vector<InputFile> files;
    for (const auto& file : then.files)
      if (file.part == part.key) files.push_back(file);
    if (std::ranges::all_of(files, isSame)) continue;
    fs::path found;
    for (auto folder = folders.begin(); folder != folders.end() && found.empty(); ++folder)
      found = findPart(files, request.pair.*part.member, *folder);
    if (found.empty())
      fail(ErrorKind::NotFound, "no file with the content of the {} {} was found", part.name,
           (request.pair.*part.member).string());
    request.pair.*part.member = found;
  }
  return withAbsolutePaths(std::move(request));
}

std::string toJson(const RunInputs& inputs) {
  auto files = nlohmann::ordered_json::array();
  for (const auto& file : inputs.files) {
    files.push_back({{"part", file.part},
                     {"path", file.path.string()},
                     {"size", file.size},
                     {"changed", file.changed},
                     {"sampled_sha256", file.sampled}});
    if (!file.whole.empty()) files.back()["sha256"] = file.whole;
  }
  return nlohmann::ordered_json{{"request_sha256", inputs.request}, {"files", files}}.dump(
             2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

RunInputs runInputsFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  RunInputs inputs{object.string("request_sha256"), {}};
  for (const auto& entry : object.list("files")) {
    const JsonObject file(entry, document);
    inputs.files.push_back({file.string("part"), file.string("path"), file.unsignedInteger("size"),
                            static_cast<std::int64_t>(file.unsignedInteger("changed")), file.string("sampled_sha256"),
                            file.stringOr("sha256", {})});
    if (inputs.files.back().part != kImagePart) partNamed(inputs.files.back().part);
  }
  return inputs;
}

}  // namespace fb::engine
