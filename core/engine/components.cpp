// SPDX-License-Identifier: MIT
#include "engine/components.h"

#include "engine/family.h"
#include "engine/foreign_models.h"
#include "engine/loras.h"
#include "models/image/vision_encoder.h"
#include "models/text/t5_encoder.h"
#include "tokenizers/spiece_model.h"
#include "weights/gguf_file.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace fb::engine {
namespace {

// The kind of vocabulary that T5 and UMT5 have in GGUF files.
constexpr std::string_view kTokenizerInGguf = "t5";

// The dtype of most bytes, and whether they are scaled or quantised.
std::string storageOf(const weights::Checkpoint& checkpoint) {
  std::map<weights::StorageType, std::uint64_t> bytes;
  std::uint64_t all = 0;
  bool scaled = checkpoint.metadata().contains("_quantization_metadata");
  for (const auto& [name, view] : checkpoint.tensors()) {
    bytes[view.type] += view.bytes;
    all += view.bytes;
    scaled = scaled || name.ends_with(".scale_weight") || name.ends_with(".weight_scale");
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  if (most == bytes.end()) return "empty";
  const auto type = weights::toString(most->first);
  if (checkpoint.container() == weights::Container::Gguf)
    return fmt::format("GGUF, mostly {}, {:.1f} MB", type, static_cast<double>(all) / 1e6);
  return fmt::format("{}{}", type, scaled ? ", scaled" : "");
}

// A text encoder's file, safetensors or GGUF. What is wrong with a vocabulary is told when it is read as a tokenizer.
bool containsTokenizer(const weights::Checkpoint& checkpoint) {
  const auto& tensors = checkpoint.tensors();
  if (checkpoint.container() != weights::Container::Gguf || tensors.empty())
    return checkpoint.find("spiece_model") != nullptr;
  try {
    return weights::readVocabulary(*tensors.begin()->second.file).kind == kTokenizerInGguf;
  } catch (const Failure&) {
    return false;
  }
}

// The text and image encoders do not belong to a single family.
ComponentInfo inspectText(const weights::Checkpoint& checkpoint) {
  const auto config = models::T5Config::detect(checkpoint);
  auto info = describe(checkpoint, config.tableInEveryLayer ? kUmt5Encoder : kT5Encoder);
  info.layout =
      checkpoint.find("token_embd.weight") ? "llama.cpp" : layoutOf(checkpoint, "SelfAttention", "transformers");
  info.variant = config.dim == 4096 && config.layers == 24 ? "XXL" : fmt::format("{} x {}", config.layers, config.dim);
  info.sizes = {{"dim", config.dim}, {"heads", config.heads}, {"layers", config.layers}, {"vocabulary", config.vocab}};
  if (containsTokenizer(checkpoint)) info.sizes["own_tokenizer"] = 1;
  checkTensors<models::T5Encoder>(info, checkpoint, config);
  return info;
}

ComponentInfo inspectVisionEncoder(const weights::Checkpoint& checkpoint) {
  const auto config = models::VisionEncoderConfig::detect(checkpoint);
  auto info = describe(checkpoint, kVisionEncoder);
  info.layout = "transformers";
  info.variant =
      config.dim == 1280 && config.layers == 32 ? "ViT-H/14" : fmt::format("{} x {}", config.layers, config.dim);
  info.sizes = {{"dim", config.dim}, {"heads", config.heads}, {"layers", config.layers}, {"side", config.imageSize}};
  checkTensors<models::VisionEncoder>(info, checkpoint, config);
  return info;
}

[[noreturn]] void refuseWithoutTokenizer(const std::filesystem::path& path) {
  fail(ErrorKind::NotFound,
       "{} contains no tokenizer: give a spiece.model or its folder. For UMT5 (WAN), it is in the folder "
       "google/umt5-xxl "
       "of Wan-AI/Wan2.1-T2V-1.3B, for T5 (LTX-Video), in the folder tokenizer of Lightricks/LTX-Video, both on "
       "huggingface.co",
       path.string());
}

// The parts of all families, each once.
std::vector<std::string> knownKinds() {
  std::vector<std::string> names;
  const auto add = [&](const ComponentKind& kind) {
    if (std::ranges::find(names, kind.name()) == names.end()) names.push_back(kind.name());
  };
  for (const auto* family : families()) {
    for (const auto& kind : {family->transformer, family->vae, family->textEncoder}) add(kind);
    for (const auto& kind : {family->imageEncoder, family->upsampler})
      if (kind) add(*kind);
  }
  return names;
}

}  // namespace

ComponentInfo describe(const weights::Checkpoint& checkpoint, const ComponentKind& kind) {
  ComponentInfo info;
  info.kind = kind;
  info.storage = storageOf(checkpoint);
  info.files = checkpoint.files();
  for (const auto& [name, view] : checkpoint.tensors())
    if (view.type != weights::StorageType::U8)  // a tokenizer inside, or a description
      info.parameters += static_cast<std::uint64_t>(view.elements());
  return info;
}

std::string layoutOf(const weights::Checkpoint& checkpoint, const char* ownName, const char* ownLayout) {
  return std::ranges::any_of(checkpoint.tensors(),
                             [&](const auto& entry) { return entry.first.find(ownName) != std::string::npos; })
             ? ownLayout
             : "original";
}

ComponentInfo inspect(const weights::Checkpoint& checkpoint, weights::CheckpointCache& checkpoints) {
  if (weights::LoraFile::isLora(checkpoint)) return inspectLora(checkpoint);
  const auto refuse = [&](std::string_view model) {
    fail(ErrorKind::Unsupported, "{} is {}, which this program does not run; it needs a {}", checkpoint.path().string(),
         model, fmt::join(knownKinds(), ", "));
  };
  if (const auto model = steeringModel(checkpoint); !model.empty()) refuse(model);
  if (const auto format = unreadQuantization(checkpoint); !format.empty())
    fail(ErrorKind::Unsupported,
         "{} is quantised with {}, which this program does not read; use an fp16, bf16, fp8 or GGUF version",
         checkpoint.path().string(), format);
  for (const auto* family : modelFamilies())
    if (auto info = family->inspect(checkpoint, checkpoints)) return *std::move(info);
  if (models::isT5Encoder(checkpoint)) return inspectText(checkpoint);
  if (models::isVisionEncoder(checkpoint)) return inspectVisionEncoder(checkpoint);
  if (const auto model = foreignModel(checkpoint); !model.empty()) refuse(model);
  fail(ErrorKind::Unsupported, "{} is not a known model: its tensor names are not those of a {}",
       checkpoint.path().string(), fmt::join(knownKinds(), ", "));
}

ComponentInfo expectKind(const std::filesystem::path& path, const ComponentKind& kind, const char* part,
                         weights::CheckpointCache& checkpoints) {
  auto info = inspect(checkpoints.open(path), checkpoints);
  if (info.kind != kind)
    fail(ErrorKind::Invalid, "the pair's {} must be a {}, but {} is a {}", part, kind.name(), path.string(),
         info.kind.name());
  return info;
}

std::shared_ptr<const tokenizers::SentencePieceTokenizer> openTokenizer(const std::filesystem::path& path,
                                                                        weights::CheckpointCache& checkpoints) {
  if (!tokenizers::isInWeights(path)) return std::make_shared<const tokenizers::SentencePieceTokenizer>(path);
  const auto& checkpoint = checkpoints.open(path);
  const auto& tensors = checkpoint.tensors();
  if (checkpoint.container() == weights::Container::Gguf && !tensors.empty()) {
    const auto found = weights::readVocabulary(*tensors.begin()->second.file);
    if (found.kind != kTokenizerInGguf) refuseWithoutTokenizer(path);
    const auto model = tokenizers::composeModel(found.pieces, found.scores, found.types, found.charsMap);
    return std::make_shared<const tokenizers::SentencePieceTokenizer>(model, path.string());
  }
  const auto* bytes = checkpoint.find("spiece_model");
  if (!bytes) refuseWithoutTokenizer(path);
  const auto content = weights::bytesOf(*bytes);
  const std::string_view model(reinterpret_cast<const char*>(content.data()), content.size());
  return std::make_shared<const tokenizers::SentencePieceTokenizer>(model, path.string());
}

void requireTokenizer(const std::filesystem::path& tokenizer, const ComponentInfo& text,
                      weights::CheckpointCache& checkpoints) {
  const auto words = openTokenizer(tokenizer, checkpoints)->vocabularySize();
  const auto rows = text.sizes.at("vocabulary");
  // Published encoders have a few more rows than their tokenizers have pieces; T5's and UMT5's differ by a factor of
  // eight.
  if (words <= rows && 2 * words >= rows) return;
  fail(ErrorKind::Invalid,
       "these parts do not form a pair: the tokenizer {} has {} pieces, but the text encoder has rows for {}; give the "
       "tokenizer that the text encoder was published with",
       tokenizer.string(), words, rows);
}

void requireEqual(const PartSize& a, const PartSize& b, const char* what) {
  const auto left = a.info.sizes.at(a.size), right = b.info.sizes.at(b.size);
  if (left == right) return;
  fail(ErrorKind::Invalid, "these parts do not form a pair: the {} has {} {}, but the {} has {}", a.part, left, what,
       b.part, right);
}

void requireSameWidths(const ComponentInfo& large, const ComponentInfo& small, const ComponentInfo& text,
                       const ComponentInfo& vae) {
  requireEqual({large, "channels", "large model"}, {small, "channels", "small model"}, "latent channels");
  requireEqual({large, "channels", "large model"}, {vae, "channels", "VAE"}, "latent channels");
  requireEqual({large, "text_dim", "large model"}, {small, "text_dim", "small model"}, "channels of text width");
  requireEqual({large, "text_dim", "large model"}, {text, "dim", "text encoder"}, "channels of text width");
}

void requireOrder(const PairSpec& pair, const ComponentInfo& large, const ComponentInfo& small) {
  // The parameters of a file also count the scales of quantised weights.
  const auto inBlocks = [](const ComponentInfo& info) {
    return info.sizes.at("layers") * info.sizes.at("dim") * info.sizes.at("dim");
  };
  if (inBlocks(small) <= inBlocks(large)) return;
  fail(
      ErrorKind::Invalid,
      "the large and the small model of this pair are exchanged: {} is a {} {}, {} a {} {}; give the larger one as the "
      "large model",
      pair.large.string(), large.kind.name(), large.variant, pair.small.string(), small.kind.name(), small.variant);
}

}  // namespace fb::engine
