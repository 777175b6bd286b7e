// SPDX-License-Identifier: MIT
// Which tensors of a model a LoRA file changes: the names of its layers are looked up in every spelling of the model's.
#pragma once

#include "weights/lora_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fb::weights {

// The tensors of a model that LoRA files may change. Constant after filling.
class LoraTargets {
public:
  LoraTargets() = default;  // of a transformer
  explicit LoraTargets(LoraOwner owner) : m_owner(owner) {}

  struct Tensor {
    std::string name;  // the model's own
    std::vector<std::int64_t> shape;
  };

  // otherName: the same tensor in the family's other layout.
  void add(Tensor tensor, const std::string& otherName);
  // The weight or bias of the layer with this name in a file; null if the model has none. Understands the prefixes that
  // trainers put before it, and underscores in place of dots or of some of them.
  const Tensor* weightOf(const std::string& layer) const { return find(m_weights, layer); }
  const Tensor* biasOf(const std::string& layer) const { return find(m_biases, layer); }
  LoraOwner owner() const { return m_owner; }

private:
  using Names = std::map<std::string, Tensor>;
  static const Tensor* find(const Names& names, const std::string& layer);

  LoraOwner m_owner = LoraOwner::Transformer;
  Names m_weights, m_biases;  // by every spelling of the layer's name
};

// A layer of a file and the tensors of the model that it changes; empty: it changes none.
struct LoraMatch {
  const LoraLayerParts* layer = nullptr;
  std::string weight, bias;
};

struct LoraFit {
  std::vector<LoraMatch> matches;      // those layers that the model has, in the right shapes
  std::vector<std::string> unmatched;  // names of layers that the model does not have
  std::vector<std::string> misshapen;  // "name: changes [2, 3], but the model's is [3, 2]"

  bool isWhole() const { return !matches.empty() && misshapen.empty(); }
};
// Of the file's layers, those that belong to the owner of the targets. `file` must outlive the result.
LoraFit fitLora(const LoraFile& file, const LoraTargets& targets);

}  // namespace fb::weights
