// SPDX-License-Identifier: MIT
#include "weights/quantization.h"

#include "base/failure.h"
#include "weights/tensor_types.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace fb::weights {
namespace {

constexpr std::string_view kWeight = ".weight";
constexpr std::string_view kFormatTensor = ".comfy_quant";
constexpr const char* kMetadataKey = "_quantization_metadata";
constexpr std::array kScaleKeys = {".scale_weight", ".weight_scale"};
constexpr std::array<std::string_view, 6> kKeys = {"scaled_fp8",  "scale_weight", "weight_scale",
                                                   "scale_input", "input_scale",  "comfy_quant"};

std::string lastPart(const std::string& name) { return name.substr(name.rfind('.') + 1); }

constexpr std::array<std::int64_t, 6> kRotationGroups = {4, 16, 64, 256, 1024, 4096};

bool isFp8(StorageType type) { return type == StorageType::F8E4M3 || type == StorageType::F8E5M2; }

bool isFloating(StorageType type) {
  return isFp8(type) || type == StorageType::F64 || type == StorageType::F32 || type == StorageType::F16 ||
         type == StorageType::BF16;
}

std::string textOf(const TensorView& view) {
  std::string text(view.bytes, '\0');
  readInto(view, std::as_writable_bytes(std::span(text)));
  return text;
}

}  // namespace

bool isQuantizationKey(const std::string& name) {
  return std::find(kKeys.begin(), kKeys.end(), lastPart(name)) != kKeys.end();
}

Quantization::Quantization(const Checkpoint& checkpoint) : m_checkpoint(checkpoint) {
  for (const auto& [name, view] : checkpoint.tensors()) {
    if (lastPart(name) == "scaled_fp8") m_marked = true;
    if (!name.ends_with(kFormatTensor)) continue;
    const auto document = file() + ", tensor " + name;
    const auto json = parseJson(textOf(view), document);
    addLayer(name.substr(0, name.size() - kFormatTensor.size()), JsonObject(json, document));
  }
  if (const auto found = checkpoint.metadata().find(kMetadataKey); found != checkpoint.metadata().end())
    readMetadata(found->second);
}

void Quantization::addLayer(const std::string& layer, const JsonObject& description) {
  const auto format = description.string("format");
  const bool fp8 = format == "float8_e4m3fn" || format == "float8_e5m2", int8 = format == "int8_tensorwise";
  if (!fp8 && !int8)
    fail(
        ErrorKind::Unsupported,
        "{}: the layer {} is quantised as {}, which this program does not read; use an fp16, bf16, fp8 or GGUF version",
        file(), layer, format);
  const bool rotated = int8 && description.booleanOr("convrot", false);
  const std::int64_t group = rotated ? description.integerOr("convrot_groupsize", 256) : 0;
  if (rotated && std::ranges::find(kRotationGroups, group) == kRotationGroups.end())
    fail(ErrorKind::Unsupported, "{}: the layer {} is rotated in groups of {}, which is not a power of 4 up to {}",
         file(), layer, group, kRotationGroups.back());
  m_marked |= fp8;
  m_layers[layer] = {int8, group};
}

void Quantization::readMetadata(const std::string& text) {
  const auto document = m_checkpoint.path().string() + ", metadata " + kMetadataKey;
  const auto json = parseJson(text, document);
  const auto& layers = JsonObject(json, document).at("layers");
  if (!layers.is_object()) fail(ErrorKind::Corrupt, "{}: \"layers\" is not an object", document);
  for (const auto& [name, layer] : layers.items())
    addLayer(name.starts_with(kSingleFilePrefix) ? name.substr(kSingleFilePrefix.size()) : name,
             JsonObject(layer, fmt::format("{}, layer {}", document, name)));
}

const TensorView* Quantization::scaleOf(const std::string& layer, const TensorView& weight) const {
  for (const auto* key : kScaleKeys) {
    const auto* scale = m_checkpoint.find(layer + key);
    if (!scale) continue;
    const bool byRow = !weight.shape.empty() && scale->elements() == weight.shape.front();
    if ((scale->elements() != 1 && !byRow) || !isFloating(scale->type))
      fail(ErrorKind::Corrupt, "{}: the scale {}{} has {} values of type {}, but one number or one per row is expected",
           file(), layer, key, scale->elements(), toString(scale->type));
    return scale;
  }
  return nullptr;
}

void Quantization::requireFormat(const std::string& layer, const TensorView& weight, bool scaled) const {
  const auto named = m_layers.find(layer);
  const bool int8 = named != m_layers.end() && named->second.int8;
  if (int8 && weight.type != StorageType::I8)
    fail(ErrorKind::Corrupt, "{}: {}.weight is declared as int8 but stored as {}", file(), layer,
         toString(weight.type));
  if (int8 && named->second.rotation > 0 && (weight.shape.size() != 2 || weight.shape[1] % named->second.rotation != 0))
    fail(ErrorKind::Corrupt, "{}: the rows of {}.weight cannot be divided into the declared rotation groups of {}",
         file(), layer, named->second.rotation);
  if (scaled && !int8 && !isFloating(weight.type))
    fail(ErrorKind::Unsupported, "{}: {}.weight is quantised to {}, which this program does not read", file(), layer,
         toString(weight.type));
  const bool mustBeScaled = named != m_layers.end() || (m_marked && isFp8(weight.type) && weight.shape.size() == 2);
  if (!scaled && mustBeScaled)
    fail(ErrorKind::Corrupt, "{}: the file declares its {} weights as scaled, but {}.weight has no scale", file(),
         int8 ? "int8" : "fp8", layer);
}

StoredWeight Quantization::weight(const std::string& name, const TensorView& view) const {
  StoredWeight weight{name, view, {}, 0};
  if (!name.ends_with(kWeight)) return weight;
  const auto layer = name.substr(0, name.size() - kWeight.size());
  const auto* scale = scaleOf(layer, view);
  requireFormat(layer, view, scale != nullptr);
  if (scale) weight.scale = *scale;
  if (const auto named = m_layers.find(layer); named != m_layers.end()) weight.rotation = named->second.rotation;
  return weight;
}

at::Tensor scaleOf(const StoredWeight& weight) {
  if (!weight.scale) return {};
  auto scale = copied(*weight.scale, at::kFloat).flatten();
  if (const auto broken = scale.isfinite().logical_not_(); broken.any().item<bool>())
    fail(ErrorKind::Corrupt, "{}: the scale of {} is {}", weight.data.file->path().string(), weight.name,
         scale.masked_select(broken)[0].item<float>());
  return scale;
}

PackedWeight load(const StoredWeight& weight, at::Device device) {
  auto scale = scaleOf(weight);
  if (scale.defined()) scale = scale.to(device);
  return {copied(weight.data).to(device), weight.data.type, weight.data.shape, scale, weight.rotation};
}

}  // namespace fb::weights
