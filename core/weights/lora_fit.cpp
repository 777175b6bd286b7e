// SPDX-License-Identifier: MIT
#include "weights/lora_fit.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

namespace fb::weights {
namespace {

using Shape = std::vector<std::int64_t>;

constexpr std::string_view kWeight = ".weight";
constexpr std::string_view kBias = ".bias";

// A longer prefix comes before one that it begins with.
constexpr std::string_view kPrefixes[] = {"base_model.model.",
                                          "model.diffusion_model.",
                                          "diffusion_model.",
                                          "transformer.",
                                          "lora_unet__",
                                          "lora_unet_",
                                          "lora_transformer_",
                                          "lycoris_",
                                          "text_encoder.",
                                          "text_encoder_2.",
                                          "text_encoder_3.",
                                          "text_encoders.",
                                          "t5xxl.",
                                          "umt5xxl.",
                                          "lora_te_",
                                          "lora_te1_",
                                          "lora_te2_",
                                          "lora_te3_"};

std::string withUnderscores(std::string name) {
  std::ranges::replace(name, '.', '_');
  return name;
}

std::int64_t numbersIn(const Shape& shape) {
  return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

// Rows and columns of a matrix; a convolution's kernel counts as columns.
struct Matrix {
  std::int64_t rows = 0, columns = 0;
  bool operator==(const Matrix&) const = default;
};
std::optional<Matrix> matrixOf(const Shape& shape) {
  if (shape.size() < 2) return {};
  return Matrix{shape.front(), numbersIn(shape) / shape.front()};
}
std::optional<Matrix> product(const Shape& a, const Shape& b) {
  const auto left = matrixOf(a), right = matrixOf(b);
  if (!left || !right || left->columns != right->rows) return {};
  return Matrix{left->rows, right->columns};
}

// The matrix that the layer's tensors stand for; absent if they do not fit together.
std::optional<Matrix> changeOf(const LoraLayerParts& layer) {
  using enum LoraPart;
  const auto shape = [&](LoraPart part) -> const Shape& { return layer.at(part).shape; };
  if (layer.has(Up)) return product(shape(Up), shape(Down));
  if (layer.has(HadaA1)) {
    const auto first = product(shape(HadaA1), shape(HadaB1)), second = product(shape(HadaA2), shape(HadaB2));
    return first == second ? first : std::nullopt;
  }
  const auto first = layer.has(Kron1) ? matrixOf(shape(Kron1)) : product(shape(KronA1), shape(KronB1));
  const auto second = layer.has(Kron2) ? matrixOf(shape(Kron2)) : product(shape(KronA2), shape(KronB2));
  if (!first || !second) return {};
  return Matrix{first->rows * second->rows, first->columns * second->columns};
}

bool fitsWeight(const LoraLayerParts& layer, const Shape& weight) {
  using enum LoraPart;
  if (layer.has(Difference) && numbersIn(layer.at(Difference).shape) != numbersIn(weight)) return false;
  if (layer.kind() == LoraKind::Difference) return true;
  const auto matrix = matrixOf(weight);
  if (!matrix || changeOf(layer) != matrix) return false;
  if (layer.has(Magnitude) && numbersIn(layer.at(Magnitude).shape) != matrix->rows) return false;
  if (!layer.has(DoraScale)) return true;
  const auto& scale = layer.at(DoraScale).shape;
  const auto numbers = numbersIn(scale);
  return !scale.empty() && (numbers == matrix->rows || numbers == matrix->columns);
}

std::string mismatch(const LoraLayerParts& layer, const Shape& weight) {
  std::string parts;
  for (const auto& [part, view] : layer.parts)
    parts += fmt::format("{}[{}]", parts.empty() ? "" : " and ", fmt::join(view.shape, ", "));
  return fmt::format("{}: is made of {}, which does not fit the model's [{}]", layer.layer, parts,
                     fmt::join(weight, ", "));
}

bool fitsBias(const LoraLayerParts& layer, const Shape& bias) {
  using enum LoraPart;
  return std::ranges::all_of(std::initializer_list<LoraPart>{BiasDifference, UpBias}, [&](LoraPart part) {
    return !layer.has(part) || numbersIn(layer.at(part).shape) == numbersIn(bias);
  });
}

}  // namespace

void LoraTargets::add(Tensor tensor, const std::string& otherName) {
  for (const auto& name : {tensor.name, otherName}) {
    const bool isBias = name.ends_with(kBias);
    auto layer = name;
    if (isBias || name.ends_with(kWeight)) layer.resize(name.size() - (isBias ? kBias : kWeight).size());
    auto& names = isBias ? m_biases : m_weights;
    names.emplace(withUnderscores(layer), tensor);
    names.emplace(std::move(layer), tensor);
  }
}

const LoraTargets::Tensor* LoraTargets::find(const Names& names, const std::string& layer) {
  std::string_view rest = layer;
  for (;;) {
    // Some trainers write underscores in place of some of the dots only.
    for (const auto& name : {std::string(rest), withUnderscores(std::string(rest))})
      if (const auto found = names.find(name); found != names.end()) return &found->second;
    const auto* prefix =
        std::ranges::find_if(kPrefixes, [&](std::string_view known) { return rest.starts_with(known); });
    if (prefix == std::end(kPrefixes)) return nullptr;
    rest.remove_prefix(prefix->size());
  }
}

LoraFit fitLora(const LoraFile& file, const LoraTargets& targets) {
  LoraFit fit;
  for (const auto& layer : file.layers()) {
    if (ownerOf(layer.layer) != targets.owner()) continue;
    const auto* weight = targets.weightOf(layer.layer);
    const auto* bias = targets.biasOf(layer.layer);
    if ((layer.changesWeight() && !weight) || (layer.changesBias() && !bias)) {
      fit.unmatched.push_back(layer.layer);
    } else if (layer.changesWeight() && !fitsWeight(layer, weight->shape)) {
      fit.misshapen.push_back(mismatch(layer, weight->shape));
    } else if (layer.changesBias() && !fitsBias(layer, bias->shape)) {
      fit.misshapen.push_back(mismatch(layer, bias->shape));
    } else {
      fit.matches.push_back({&layer, layer.changesWeight() ? weight->name : std::string(),
                             layer.changesBias() ? bias->name : std::string()});
    }
  }
  return fit;
}

}  // namespace fb::weights
