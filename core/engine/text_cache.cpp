// SPDX-License-Identifier: MIT
#include "engine/text_cache.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/user_folders.h"
#include "engine/text_loras.h"
#include "flowblend/engine_library.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/hash.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxBytes = 256'000'000;  // about 25 pairs of prompts at WAN's size
constexpr const char* kEnding = ".safetensors";
constexpr unsigned kOwnerOnly = 0700;                // prompts are private
constexpr auto kClockError = std::chrono::hours(1);  // of a file server

void addFile(weights::Hash& hash, const fs::path& path) {
  std::error_code error;
  hash.add(fmt::format("{} {}\n", fs::weakly_canonical(path, error).string(), weights::sampledHash(path)));
}

constexpr const char* kPrompt = "prompt_embeds";
constexpr const char* kNegative = "negative_prompt_embeds";

// Of one set of LoRAs.
std::string nameOf(const char* what, std::size_t set) { return set == 0 ? what : fmt::format("{}.{}", what, set); }

TextConditioning conditioningFrom(const weights::TensorFile& saved, const fs::path& file) {
  TextConditioning text;
  text.ids = tensorOf(saved, "input_ids", file);
  text.negativeIds = tensorOf(saved, "negative_input_ids", file);
  for (std::size_t set = 0; set == 0 || saved.tensors.contains(nameOf(kPrompt, set)); ++set)
    text.prompts.push_back(
        {tensorOf(saved, nameOf(kPrompt, set).c_str(), file), tensorOf(saved, nameOf(kNegative, set).c_str(), file)});
  if (saved.tensors.contains("prompt_mask")) {
    text.mask = tensorOf(saved, "prompt_mask", file);
    text.negativeMask = tensorOf(saved, "negative_prompt_mask", file);
  }
  return text;
}

// Named by a key, which is a SHA-256.
bool isOurs(const fs::path& file) {
  constexpr std::size_t kDigits = 64;
  const auto name = file.stem().string();
  return file.extension() == kEnding && name.size() == kDigits &&
         name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

const at::Tensor& tensorOf(const weights::TensorFile& saved, const char* name, const fs::path& path) {
  const auto entry = saved.tensors.find(name);
  if (entry == saved.tensors.end())
    fail(ErrorKind::Corrupt, "{}: the tensor \"{}\" is missing; start the run again", path.string(), name);
  return entry->second;
}

void saveConditioning(const fs::path& file, const TextConditioning& text) {
  weights::NamedTensors tensors{{"input_ids", text.ids}, {"negative_input_ids", text.negativeIds}};
  for (std::size_t set = 0; set < text.prompts.size(); ++set) {
    tensors[nameOf(kPrompt, set)] = text.prompts[set].positive;
    tensors[nameOf(kNegative, set)] = text.prompts[set].negative;
  }
  if (text.mask.defined()) {
    tensors["prompt_mask"] = text.mask;
    tensors["negative_prompt_mask"] = text.negativeMask;
  }
  weights::saveWithChecksum(file, tensors);
}

TextConditioning loadConditioning(const fs::path& file) { return conditioningFrom(weights::loadTensors(file), file); }

std::string textKey(const GenerationRequest& request, const std::string& place, weights::CheckpointCache& checkpoints) {
  weights::Hash hash(weights::HashKind::Sha256);
  hash.add(interfaceVersion());
  GenerationRequest pairAlone;
  pairAlone.pair = request.pair;
  pairAlone.pair.largeMagCache = pairAlone.pair.smallMagCache = {};  // found only when the run begins
  for (const auto& text : {request.clip.prompt, request.clip.negativePrompt, place,
                           std::string(toString(request.options.dtype)), toJson(pairAlone)})
    hash.add(fmt::format("{} {}\n", text.size(), text));
  for (const auto& path : checkpoints.open(request.pair.textEncoder).paths()) addFile(hash, path);
  const auto& tokenizer = request.pair.tokenizer;
  if (tokenizers::isInWeights(tokenizer))
    addFile(hash, tokenizer);
  else
    for (const auto& path : tokenizers::SentencePieceTokenizer::filesAt(tokenizer)) addFile(hash, path);
  hash.add(TextLoras(request, checkpoints).key());
  return hash.hex();
}

TextCache::TextCache(fs::path folder) : m_folder(std::move(folder)) {}

TextCache TextCache::ofUser() { return TextCache(userCacheFolder() / "texts"); }

bool TextCache::has(const std::string& key) const {
  std::error_code error;
  return fs::exists(m_folder / (key + kEnding), error);
}

std::optional<TextConditioning> TextCache::find(const std::string& key) const {
  const auto file = m_folder / (key + kEnding);
  if (!has(key)) return {};
  std::error_code error;
  try {
    // Files without a checksum are not ours.
    const auto saved = weights::loadTensors(file);
    if (!saved.metadata.contains("checksum")) fail(ErrorKind::Corrupt, "{}", file.string());
    auto text = conditioningFrom(saved, file);
    fs::last_write_time(file, fs::file_time_type::clock::now(), error);  // the most recently used are removed last
    return text;
  } catch (const Failure& failure) {
    // A file that cannot be read now, for want of memory or descriptors, is sound.
    if (failure.error().kind == ErrorKind::Corrupt) fs::remove(file, error);
    return {};
  } catch (const std::exception&) {
    return {};
  }
}

void TextCache::keep(const std::string& key, const TextConditioning& text) const noexcept {
  try {
    makeFolder(m_folder, kOwnerOnly);
    removeAbandonedTemporaries(m_folder);
    saveConditioning(m_folder / (key + kEnding), text);
    std::vector<fs::directory_entry> files;
    for (const auto& path : entriesOf(m_folder))
      if (const fs::directory_entry entry(path); isOurs(path) && entry.is_regular_file()) files.push_back(entry);
    // A file from the future, of a time when the clock was wrong, was not used more recently than all others.
    const auto now = fs::file_time_type::clock::now();
    std::ranges::sort(files, std::greater(), [now](const auto& entry) {
      const auto used = entry.last_write_time();
      return used > now + kClockError ? fs::file_time_type::min() : used;
    });
    std::uintmax_t bytes = 0;
    for (const auto& entry : files)
      if ((bytes += entry.file_size()) > kMaxBytes) fs::remove(entry.path());
  } catch (const std::exception&) {
    // The prompt will be encoded again next time.
  }
}

}  // namespace fb::engine
