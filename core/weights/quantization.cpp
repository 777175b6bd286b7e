// SPDX-License-Identifier: MIT
#include "weights/quantization.h"

#include "base/failure.h"
#include "base/json.h"

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
    const auto document = checkpoint.path().string() + ", tensor " + name;
    const auto json = parseJson(textOf(view), document);
    addLayer(name.substr(0, name.size() - kFormatTensor.size()), JsonObject(json, document).string("format"));
  }
  if (const auto found = checkpoint.metadata().find(kMetadataKey); found != checkpoint.metadata().end())
    readMetadata(found->second);
}

void Quantization::addLayer(const std::string& layer, const std::string& format) {
  if (format != "float8_e4m3fn" && format != "float8_e5m2")
    fail(ErrorKind::Unsupported,
         "{}: the layer {} is quantised as {}, which this program does not read; take an fp16, bf16 or fp8 version",
         m_checkpoint.path().string(), layer, format);
  m_marked = true;
  m_layers.insert(layer);
}

void Quantization::readMetadata(const std::string& text) {
  const auto document = m_checkpoint.path().string() + ", metadata " + kMetadataKey;
  const auto json = parseJson(text, document);
  const auto& layers = JsonObject(json, document).at("layers");
  if (!layers.is_object()) fail(ErrorKind::Corrupt, "{}: \"layers\" is not an object", document);
  for (const auto& [name, layer] : layers.items())
    addLayer(name.starts_with(kSingleFilePrefix) ? name.substr(kSingleFilePrefix.size()) : name,
             JsonObject(layer, fmt::format("{}, layer {}", document, name)).string("format"));
}

bool Quantization::mustBeScaled(const std::string& layer, const TensorView& weight) const {
  return m_layers.contains(layer) || (m_marked && isFp8(weight.type) && weight.shape.size() == 2);
}

const TensorView* Quantization::scaleOf(const std::string& name, const TensorView& weight) const {
  const auto file = m_checkpoint.path().string();
  if (!name.ends_with(kWeight)) return nullptr;
  const auto layer = name.substr(0, name.size() - kWeight.size());
  for (const auto* key : kScaleKeys) {
    const auto* scale = m_checkpoint.find(layer + key);
    if (!scale) continue;
    if (scale->elements() != 1 || !isFloating(scale->type))
      fail(ErrorKind::Corrupt, "{}: the scale {}{} has {} values of type {}, where one number is expected", file, layer,
           key, scale->elements(), toString(scale->type));
    if (!isFloating(weight.type))
      fail(ErrorKind::Unsupported, "{}: {} is quantised to {}, which this program does not read", file, name,
           toString(weight.type));
    return scale;
  }
  if (mustBeScaled(layer, weight))
    fail(ErrorKind::Corrupt, "{}: the file says that its fp8 weights are scaled, but {} has no scale", file, name);
  return nullptr;
}

}  // namespace fb::weights
