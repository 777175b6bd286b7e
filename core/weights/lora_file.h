// SPDX-License-Identifier: MIT
// A LoRA file, in the spellings of its many writers: for each layer that it changes, what it stores and its scale.
// Which model's layer that is, the file does not say: weights/lora_fit.h finds it.
#pragma once

#include "weights/checkpoint.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights {

// What a tensor of the file is to its layer. W: the layer's weight, [out, in].
enum class LoraPart {
  Down,            // A: [rank, in]
  Up,              // B: [out, rank]; W + scale B A
  UpBias,          // [out], added to the bias times scale
  Difference,      // added to the weight
  BiasDifference,  // added to the bias
  DoraScale,       // DoRA as ComfyUI applies it: the lengths of W's rows [out, 1], or of its columns [1, in]
  Magnitude,       // DoRA as peft applies it: the lengths of the rows of the changed weight, [out]
  HadaA1,          // LoHa: W + scale (A1 B1) * (A2 B2), elementwise
  HadaB1,
  HadaA2,
  HadaB2,
  Kron1,  // LoKr: W + scale kron(K1, K2); each is stored whole or as a product A B
  KronA1,
  KronB1,
  Kron2,
  KronA2,
  KronB2
};

// Which part of a pipeline a layer's name belongs to.
enum class LoraOwner { Transformer, TextEncoder };
// By what trainers write before the names of a text encoder's layers ("text_encoder.", "lora_te1_",
// "text_encoders.t5xxl.transformer."), or by T5's own names.
LoraOwner ownerOf(std::string_view layer);

enum class LoraKind { LowRank, Difference, Dora, LoHa, LoKr };
std::string_view toString(LoraKind kind);  // "LoRA", "difference", "DoRA", "LoHa", "LoKr"

// What a file stores for one layer.
struct LoraLayerParts {
  std::string layer;  // as in the file
  std::map<LoraPart, TensorView> parts;
  std::optional<double> alpha;
  bool isRankStabilized = false;  // alpha is divided by the root of the rank

  bool has(LoraPart part) const { return parts.contains(part); }
  const TensorView& at(LoraPart part) const { return parts.at(part); }
  // Changes the weight, not only the bias.
  bool changesWeight() const;
  bool changesBias() const { return has(LoraPart::BiasDifference) || has(LoraPart::UpBias); }
  LoraKind kind() const;
  std::int64_t rank() const;  // 0 if it has none
  // alpha / rank; 1 without alpha or rank.
  double scale() const;
};

// Constant; safe on any thread.
class LoraFile {
public:
  // Whether the names of the tensors are those of a LoRA.
  static bool isLora(const Checkpoint& checkpoint);
  // Reads the header and the alphas. Throws Failure: Unsupported if the file is not a LoRA, is in a folder of several
  // files or has unreadable types; Corrupt with the layer's name if one of its tensors is missing.
  static LoraFile read(const Checkpoint& checkpoint);

  const std::filesystem::path& path() const { return m_path; }
  const std::vector<LoraLayerParts>& layers() const { return m_layers; }
  // Names of tensors that say something this program does not apply: such a file is refused.
  const std::vector<std::string>& unknown() const { return m_unknown; }

  std::string kinds() const;            // "LoRA", "LoKr, difference"
  std::int64_t rank() const;            // the largest; 0 if no layer has one
  std::optional<double> alpha() const;  // of a layer with that rank

private:
  std::filesystem::path m_path;
  std::vector<LoraLayerParts> m_layers;
  std::vector<std::string> m_unknown;
};

}  // namespace fb::weights
