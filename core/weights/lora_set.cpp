// SPDX-License-Identifier: MIT
#include "weights/lora_set.h"

#include "base/failure.h"
#include "weights/block_stream.h"
#include "weights/tensor_types.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <utility>

namespace fb::weights {
namespace {

// One of the layer's tensors, in the file's dtype; empty on the meta device.
at::Tensor tensorOf(const LoraLayerParts& parts, LoraPart part, at::Device device) {
  const auto& view = parts.at(part);
  if (device.is_meta()) return at::empty(view.shape, at::TensorOptions(device).dtype(toScalarType(view.type)));
  return copied(view).to(device);
}

// As a matrix of float32 numbers.
at::Tensor matrix(const at::Tensor& stored) { return stored.to(at::kFloat).flatten(1); }

// The tensors of one layer on the device, by their part.
class Stored {
public:
  Stored(const LoraLayerParts& parts, at::Device device) {
    for (const auto& [part, view] : parts.parts)
      if (part != LoraPart::BiasDifference && part != LoraPart::UpBias) m_tensors[part] = tensorOf(parts, part, device);
  }
  bool has(LoraPart part) const { return m_tensors.contains(part); }
  const at::Tensor& at(LoraPart part) const { return m_tensors.at(part); }
  at::Tensor product(LoraPart a, LoraPart b) const { return at::mm(matrix(at(a)), matrix(at(b))); }
  std::uint64_t bytes() const {
    std::uint64_t sum = 0;
    for (const auto& [part, tensor] : m_tensors) sum += alignedBytes(tensor.sizes(), tensor.scalar_type());
    return sum;
  }

private:
  std::map<LoraPart, at::Tensor> m_tensors;
};

// What the factors stand for, [out, in] float32, without its scale.
at::Tensor factorized(const Stored& stored) {
  using enum LoraPart;
  if (stored.has(Up)) return stored.product(Up, Down);
  if (stored.has(HadaA1)) return stored.product(HadaA1, HadaB1) * stored.product(HadaA2, HadaB2);
  const auto first = stored.has(Kron1) ? matrix(stored.at(Kron1)) : stored.product(KronA1, KronB1);
  const auto second = stored.has(Kron2) ? matrix(stored.at(Kron2)) : stored.product(KronA2, KronB2);
  return at::kron(first, second);
}

// DoRA: the changed weight with other lengths of its rows or columns. The lengths that are replaced are those of the
// changed weight, except for rows in ComfyUI's notation, where they are the original weight's.
at::Tensor withLengths(const at::Tensor& weight, const at::Tensor& changed, const Stored& stored) {
  constexpr double kEps = 1.1920928955078125e-07;  // of float32, as in ComfyUI
  const auto rows = weight.size(0);
  if (stored.has(LoraPart::Magnitude))
    return changed * (stored.at(LoraPart::Magnitude).to(at::kFloat).view({rows, 1}) / changed.norm(2, {1}, true));
  const auto& scale = stored.at(LoraPart::DoraScale);
  if (scale.size(0) == rows && scale.numel() == rows)
    return changed * (scale.to(at::kFloat).view({rows, 1}) / (weight.norm(2, {1}, true) + kEps));
  return changed * (scale.to(at::kFloat).view({1, -1}) / (changed.norm(2, {0}, true) + kEps));
}

// What a layer's tensors add to the weight at strength 1. weight, result: float32, [out, in].
at::Tensor changeOf(const Stored& stored, double scale, const at::Tensor& weight) {
  at::Tensor change;
  if (stored.has(LoraPart::Up) || stored.has(LoraPart::HadaA1) || stored.has(LoraPart::Kron1) ||
      stored.has(LoraPart::KronA1))
    change = factorized(stored) * scale;
  if (stored.has(LoraPart::DoraScale) || stored.has(LoraPart::Magnitude))
    change = withLengths(weight, weight + change, stored) - weight;
  if (!stored.has(LoraPart::Difference)) return change;
  const auto difference = stored.at(LoraPart::Difference).to(at::kFloat).view_as(weight);
  return change.defined() ? change + difference : difference;
}

// A pair of low rank and nothing else.
bool isPlainPair(const LoraLayerParts& parts) {
  return parts.kind() == LoraKind::LowRank && !parts.has(LoraPart::Difference);
}

}  // namespace

at::Tensor LoraLayer::changed(const at::Tensor& weight) const {
  if (std::ranges::all_of(m_changes, [](const Change& change) { return change.strength == 0; })) return weight;
  const auto original = weight.to(at::kFloat);
  auto sum = original.clone();
  for (const auto& change : m_changes)
    if (change.strength != 0) sum.add_(change.of(original), change.strength);
  return sum.to(weight.scalar_type());
}

at::Tensor LoraLayer::added(at::Tensor y, const at::Tensor& x) const {
  if (!m_scales.defined()) return y;
  auto hidden = at::linear(x.reshape({-1, x.size(-1)}), m_down);  // [tokens, sum of ranks]
  hidden.mul_(m_scales);
  y.view({-1, y.size(-1)}).addmm_(hidden, m_up.t());
  return y;
}

at::Tensor LoraLayer::whole(const at::Tensor& weight) const {
  auto table = changed(weight);
  if (!m_scales.defined()) return table;
  const auto pairs = at::mm(m_up.to(at::kFloat) * m_scales, m_down.to(at::kFloat));
  return (table.to(at::kFloat) + pairs).to(weight.scalar_type());
}

LoraSet::LoraSet(const LoraStack& uses, const LoraTargets& targets, bool merges) : m_merges(merges) {
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const auto file = LoraFile::read(*uses[i].checkpoint);
    const auto fit = fitLora(file, targets);
    if (!fit.isWhole() || !file.unknown().empty())
      fail(ErrorKind::Invalid, "the LoRA {} does not fit its model", file.path().string());
    for (const auto& match : fit.matches) {
      if (!match.weight.empty()) m_terms[match.weight].push_back({i, *match.layer, false});
      if (!match.bias.empty()) m_terms[match.bias].push_back({i, *match.layer, true});
    }
    m_strengths.push_back(uses[i].strengths.front());
  }
}

at::Tensor LoraSet::merged(const std::string& tensor, const at::Tensor& weight) {
  m_merged.insert(tensor);
  if (weight.device().is_meta()) return weight;
  const auto original = weight.to(at::kFloat).flatten(1);
  auto sum = original.clone();
  for (const auto& term : m_terms.at(tensor))
    if (const double strength = strengthOf(term.file); strength != 0)
      sum.add_(changeOf(Stored(term.parts, weight.device()), term.parts.scale(), original), strength);
  return sum.to(weight.scalar_type()).view(weight.sizes());
}

std::shared_ptr<const LoraLayer> LoraSet::layer(const std::string& tensor, at::IntArrayRef shape, at::Device device,
                                                at::ScalarType dtype, std::uint64_t& bytes) {
  if (!changes(tensor) || m_merged.contains(tensor)) return nullptr;
  auto layer = std::make_shared<LoraLayer>();
  std::vector<at::Tensor> downs, ups;
  for (const auto& term : m_terms.at(tensor)) {
    if (isPlainPair(term.parts)) {
      downs.push_back(tensorOf(term.parts, LoraPart::Down, device).to(dtype).flatten(1));
      ups.push_back(tensorOf(term.parts, LoraPart::Up, device).to(dtype).flatten(1));
      layer->m_pairs.push_back({term.file, downs.back().size(0), term.parts.scale()});
    } else {
      Stored stored(term.parts, device);
      bytes += stored.bytes();
      layer->m_changes.push_back(
          {term.file, [stored = std::move(stored), scale = term.parts.scale()](const at::Tensor& weight) {
             return changeOf(stored, scale, weight);
           }});
    }
  }
  if (!downs.empty()) {
    layer->m_down = at::cat(downs).contiguous();
    layer->m_up = at::cat(ups, 1).contiguous();
    bytes += alignedBytes(layer->m_down.sizes(), dtype) + alignedBytes(layer->m_up.sizes(), dtype);
  }
  if (device.is_meta()) return layer;
  TORCH_CHECK(downs.empty() || (layer->m_up.size(0) == shape[0]), "a LoRA of another shape");
  apply(*layer);
  m_layers.push_back(layer);
  return layer;
}

at::Tensor LoraSet::followed(const std::string& tensor, const at::Tensor& original, std::uint64_t& bytes) {
  const auto& terms = m_terms.at(tensor);
  const auto numbers = alignedBytes(original.sizes(), at::kFloat);
  bytes += 2 * alignedBytes(original.sizes(), original.scalar_type()) + terms.size() * numbers;
  if (original.device().is_meta()) return original;
  Follower follower{original.clone(), original, {}};
  for (const auto& term : terms) {
    const auto add = [&](LoraPart part, double scale) {
      if (term.parts.has(part))
        follower.differences.push_back(
            {term.file, tensorOf(term.parts, part, original.device()).to(at::kFloat).view_as(original) * scale});
    };
    if (term.isBias) {
      add(LoraPart::BiasDifference, 1);
      add(LoraPart::UpBias, term.parts.scale());
    } else {
      add(LoraPart::Difference, 1);
    }
  }
  apply(follower);
  m_followers.push_back(follower);
  return follower.live;
}

void LoraSet::setStrengths(std::span<const double> strengths) {
  if (std::ranges::equal(strengths, m_strengths)) return;
  const c10::InferenceMode inference;
  m_strengths.assign(strengths.begin(), strengths.end());
  ++m_revision;
  for (const auto& layer : m_layers) apply(*layer);
  for (const auto& follower : m_followers) apply(follower);
}

void LoraSet::apply(LoraLayer& layer) const {
  for (auto& change : layer.m_changes) change.strength = strengthOf(change.file);
  std::vector<double> scales;
  for (const auto& pair : layer.m_pairs)
    scales.insert(scales.end(), static_cast<std::size_t>(pair.rank), pair.scale * strengthOf(pair.file));
  layer.m_scales = std::ranges::all_of(scales, [](double scale) { return scale == 0; })
                       ? at::Tensor()
                       : at::tensor(scales, at::kFloat).to(layer.m_down.device());
}

void LoraSet::apply(const Follower& follower) const {
  auto sum = follower.original.to(at::kFloat, /*non_blocking=*/false, /*copy=*/true);
  for (const auto& difference : follower.differences)
    if (const double strength = strengthOf(difference.file); strength != 0) sum.add_(difference.numbers, strength);
  auto live = follower.live;
  live.copy_(sum);
}

}  // namespace fb::weights
