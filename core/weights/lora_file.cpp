// SPDX-License-Identifier: MIT
#include "weights/lora_file.h"

#include "base/failure.h"
#include "base/json.h"
#include "weights/tensor_types.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <utility>

namespace fb::weights {
namespace {

// LightX2V's spelling of a change of a block's table: "blocks.0.diff_m" for "blocks.0.modulation".
constexpr std::string_view kTableDifference = ".diff_m";
constexpr std::string_view kTable = ".modulation";

struct Suffix {
  std::string_view text;
  LoraPart part;
};

// No suffix is the end of another one that means something else.
constexpr Suffix kSuffixes[] = {
    {".lora_down.weight", LoraPart::Down},
    {".lora_up.weight", LoraPart::Up},
    {".lora_A.weight", LoraPart::Down},
    {".lora_B.weight", LoraPart::Up},
    {".lora_A.default.weight", LoraPart::Down},
    {".lora_B.default.weight", LoraPart::Up},
    {".lora_A", LoraPart::Down},
    {".lora_B", LoraPart::Up},
    {".lora.down.weight", LoraPart::Down},
    {".lora.up.weight", LoraPart::Up},
    {"_lora.down.weight", LoraPart::Down},
    {"_lora.up.weight", LoraPart::Up},
    {".lora_linear_layer.down.weight", LoraPart::Down},
    {".lora_linear_layer.up.weight", LoraPart::Up},
    {".lora_B.bias", LoraPart::UpBias},
    {".lora_B.default.bias", LoraPart::UpBias},
    {".diff", LoraPart::Difference},
    {".w_norm", LoraPart::Difference},
    {kTableDifference, LoraPart::Difference},
    {".diff_b", LoraPart::BiasDifference},
    {".b_norm", LoraPart::BiasDifference},
    {".dora_scale", LoraPart::DoraScale},
    {".lora_magnitude_vector", LoraPart::Magnitude},
    {".lora_magnitude_vector.weight", LoraPart::Magnitude},
    {".lora_magnitude_vector.default", LoraPart::Magnitude},
    {".lora_magnitude_vector.default.weight", LoraPart::Magnitude},
    {".hada_w1_a", LoraPart::HadaA1},
    {".hada_w1_b", LoraPart::HadaB1},
    {".hada_w2_a", LoraPart::HadaA2},
    {".hada_w2_b", LoraPart::HadaB2},
    {".lokr_w1", LoraPart::Kron1},
    {".lokr_w1_a", LoraPart::KronA1},
    {".lokr_w1_b", LoraPart::KronB1},
    {".lokr_w2", LoraPart::Kron2},
    {".lokr_w2_a", LoraPart::KronA2},
    {".lokr_w2_b", LoraPart::KronB2},
};
constexpr std::string_view kAlpha = ".alpha";

// diffusers' text_encoder, text_encoder_2 and text_encoder_3, and ComfyUI's text_encoders; kohya and OneTrainer; and
// ComfyUI's names of the two encoders.
constexpr std::string_view kTextPrefixes[] = {
    "text_encoder", "lora_te_", "lora_te1_",      "lora_te2_",      "lora_te3_",
    "t5xxl.",       "umt5xxl.", "encoder.block.", "encoder_block_", "encoder.final_layer_norm"};
constexpr std::string_view kPeftPrefix = "base_model.model.";

const Suffix* suffixOf(std::string_view key) {
  const auto* found = std::ranges::find_if(kSuffixes, [&](const Suffix& suffix) { return key.ends_with(suffix.text); });
  return found == std::end(kSuffixes) ? nullptr : found;
}

double numberIn(const TensorView& view, const std::string& key, const std::filesystem::path& file) {
  if (view.elements() != 1 || isBlockQuantized(view.type))
    fail(ErrorKind::Corrupt, "{}: {} must be one number", file.string(), key);
  return copied(view, at::kDouble).item<double>();
}

void requireReadable(const TensorView& view, const std::string& key, const std::filesystem::path& file) {
  if (isBlockQuantized(view.type) || !at::isFloatingType(toScalarType(view.type)))
    fail(ErrorKind::Unsupported, "{}: {} is stored as {}, but a LoRA's tensors must be floating-point numbers",
         file.string(), key, toString(view.type));
  if (std::ranges::any_of(view.shape, [](std::int64_t size) { return size < 1; }))
    fail(ErrorKind::Corrupt, "{}: {} has a size of 0", file.string(), key);
}

// Whether one of the groups is there as a whole; throws if part of one is.
bool hasOneOf(const LoraLayerParts& layer, std::initializer_list<std::vector<LoraPart>> groups,
              const std::filesystem::path& file) {
  int whole = 0;
  for (const auto& group : groups) {
    const auto present = std::ranges::count_if(group, [&](LoraPart part) { return layer.has(part); });
    if (present != 0 && present != static_cast<std::ptrdiff_t>(group.size()))
      fail(ErrorKind::Corrupt, "{}: one of the two factors of the layer {} is missing; download the file again",
           file.string(), layer.layer);
    whole += present != 0;
  }
  if (whole > 1)
    fail(ErrorKind::Corrupt, "{}: the layer {} stores a matrix both whole and as factors", file.string(), layer.layer);
  return whole == 1;
}

// Every factor has its other one, and there is one change of the weight at most.
void requireWhole(const LoraLayerParts& layer, const std::filesystem::path& file) {
  using enum LoraPart;
  const bool pair = hasOneOf(layer, {{Down, Up}}, file);
  const bool first = hasOneOf(layer, {{HadaA1, HadaB1}}, file), second = hasOneOf(layer, {{HadaA2, HadaB2}}, file);
  const bool kron1 = hasOneOf(layer, {{Kron1}, {KronA1, KronB1}}, file);
  const bool kron2 = hasOneOf(layer, {{Kron2}, {KronA2, KronB2}}, file);
  if (first != second || kron1 != kron2)
    fail(ErrorKind::Corrupt, "{}: half of the tensors of the layer {} are missing; download the file again",
         file.string(), layer.layer);
  const int changes = pair + first + kron1;
  if (changes > 1)
    fail(ErrorKind::Corrupt, "{}: the layer {} is changed in several ways at once", file.string(), layer.layer);
  if (changes == 0 && (layer.has(DoraScale) || layer.has(Magnitude) || layer.has(UpBias)))
    fail(ErrorKind::Corrupt, "{}: the layer {} has a scale or bias of a LoRA, but no LoRA", file.string(), layer.layer);
}

// The alphas that diffusers writes into the header: JSON with peft's configuration under the names of the pipeline's
// parts, "transformer.lora_alpha", "text_encoder.lora_alpha" and so on.
class HeaderAlphas {
public:
  explicit HeaderAlphas(const Checkpoint& checkpoint) {
    const auto found = checkpoint.metadata().find("lora_adapter_metadata");
    if (found == checkpoint.metadata().end()) return;
    m_document = fmt::format("\"lora_adapter_metadata\" in the header of {}", checkpoint.path().string());
    const auto json = parseJson(found->second, m_document);
    if (!json.is_object()) fail(ErrorKind::Corrupt, "{}: a JSON object is expected", m_document);
    for (const auto& [key, value] : json.items()) {
      const auto dot = key.rfind('.');
      const auto field = key.substr(dot + 1);
      auto& part = m_parts[dot == std::string::npos ? std::string() : key.substr(0, dot)];
      if (field == "lora_alpha" && value.is_number()) part.alpha = value.get<double>();
      if (field == "use_rslora" && value.is_boolean()) part.isRankStabilized = value.get<bool>();
      if (field == "alpha_pattern" && value.is_object()) part.pattern = patternFrom(value);
    }
  }

  void apply(LoraLayerParts& layer) const {
    const auto* part = partOf(layer.layer);
    if (layer.alpha || !part || !part->alpha || layer.rank() == 0) return;
    layer.isRankStabilized = part->isRankStabilized;
    layer.alpha = part->alpha;
    for (const auto& [name, alpha] : part->pattern)
      if (layer.layer == name || layer.layer.ends_with("." + name)) layer.alpha = alpha;
  }

private:
  struct Part {
    std::optional<double> alpha;
    bool isRankStabilized = false;
    std::map<std::string, double> pattern;
  };

  std::map<std::string, double> patternFrom(const nlohmann::json& pattern) const {
    std::map<std::string, double> alphas;
    for (const auto& [name, alpha] : pattern.items()) {
      if (!alpha.is_number() || name.find_first_of("^$*+?()[]{}|\\") != std::string::npos)
        fail(ErrorKind::Unsupported, "{}: this program does not read the alpha_pattern \"{}\", only names of layers",
             m_document, name);
      alphas[name] = alpha.get<double>();
    }
    return alphas;
  }

  // The part that the layer's name begins with; a name without one is of a part with the same owner.
  const Part* partOf(const std::string& layer) const {
    for (const auto& [name, part] : m_parts)
      if (!name.empty() && layer.starts_with(name + ".")) return &part;
    for (const auto& [name, part] : m_parts)
      if (name.empty() || ownerOf(name) == ownerOf(layer)) return &part;
    return nullptr;
  }

  std::string m_document;
  std::map<std::string, Part> m_parts;  // by the names of the pipeline's parts
};

}  // namespace

LoraOwner ownerOf(std::string_view layer) {
  if (layer.starts_with(kPeftPrefix)) layer.remove_prefix(kPeftPrefix.size());
  const bool isText =
      std::ranges::any_of(kTextPrefixes, [&](std::string_view prefix) { return layer.starts_with(prefix); });
  return isText ? LoraOwner::TextEncoder : LoraOwner::Transformer;
}

std::string_view toString(LoraKind kind) {
  switch (kind) {
    case LoraKind::LowRank:
      return "LoRA";
    case LoraKind::Difference:
      return "difference";
    case LoraKind::Dora:
      return "DoRA";
    case LoraKind::LoHa:
      return "LoHa";
    case LoraKind::LoKr:
      return "LoKr";
  }
  return {};
}

bool LoraLayerParts::changesWeight() const {
  return has(LoraPart::Up) || has(LoraPart::HadaA1) || has(LoraPart::Kron1) || has(LoraPart::KronA1) ||
         has(LoraPart::Difference);
}

LoraKind LoraLayerParts::kind() const {
  if (has(LoraPart::DoraScale) || has(LoraPart::Magnitude)) return LoraKind::Dora;
  if (has(LoraPart::HadaA1)) return LoraKind::LoHa;
  if (has(LoraPart::Kron1) || has(LoraPart::KronA1)) return LoraKind::LoKr;
  return has(LoraPart::Up) ? LoraKind::LowRank : LoraKind::Difference;
}

std::int64_t LoraLayerParts::rank() const {
  // The second factor of a Kronecker product takes precedence, as in LyCORIS.
  for (const auto part : {LoraPart::Down, LoraPart::HadaB1, LoraPart::KronB2, LoraPart::KronB1})
    if (const auto found = parts.find(part); found != parts.end() && !found->second.shape.empty())
      return found->second.shape.front();
  return 0;
}

double LoraLayerParts::scale() const {
  const auto columns = static_cast<double>(rank());
  if (!alpha || columns == 0) return 1;
  return *alpha / (isRankStabilized ? std::sqrt(columns) : columns);
}

bool LoraFile::isLora(const Checkpoint& checkpoint) {
  return std::ranges::any_of(checkpoint.tensors(), [](const auto& entry) { return suffixOf(entry.first) != nullptr; });
}

LoraFile LoraFile::read(const Checkpoint& checkpoint) {
  LoraFile file;
  file.m_path = checkpoint.path();
  if (!isLora(checkpoint) || checkpoint.files() != 1)
    fail(ErrorKind::Unsupported, "{} is not a LoRA: give the safetensors file of one", checkpoint.path().string());
  std::map<std::string, LoraLayerParts> layers;
  std::map<std::string, double> alphas;
  for (const auto& [key, view] : checkpoint.tensors()) {
    if (key.ends_with(kAlpha)) {
      alphas[key.substr(0, key.size() - kAlpha.size())] = numberIn(view, key, file.m_path);
    } else if (const auto* suffix = suffixOf(key)) {
      requireReadable(view, key, file.m_path);
      auto name = key.substr(0, key.size() - suffix->text.size());
      if (suffix->text == kTableDifference) name += kTable;
      auto& layer = layers[name];
      layer.layer = name;
      if (!layer.parts.emplace(suffix->part, view).second)
        fail(ErrorKind::Corrupt, "{}: {} is there in two spellings", file.m_path.string(), key);
    } else {
      file.m_unknown.push_back(key);
    }
  }
  const HeaderAlphas header(checkpoint);
  for (auto& [name, layer] : layers) {
    requireWhole(layer, file.m_path);
    if (const auto alpha = alphas.find(name); alpha != alphas.end()) layer.alpha = alpha->second;
    header.apply(layer);
    file.m_layers.push_back(std::move(layer));
  }
  return file;
}

std::string LoraFile::kinds() const {
  std::set<LoraKind> kinds;
  for (const auto& layer : m_layers) kinds.insert(layer.kind());
  std::string text;
  for (const auto kind : kinds) text += fmt::format("{}{}", text.empty() ? "" : ", ", toString(kind));
  return text;
}

std::int64_t LoraFile::rank() const {
  std::int64_t rank = 0;
  for (const auto& layer : m_layers) rank = std::max(rank, layer.rank());
  return rank;
}

std::optional<double> LoraFile::alpha() const {
  for (const auto& layer : m_layers)
    if (layer.rank() > 0 && layer.rank() == rank()) return layer.alpha;
  return {};
}

}  // namespace fb::weights
