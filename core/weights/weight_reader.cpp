// SPDX-License-Identifier: MIT
#include "weights/weight_reader.h"

#include "base/failure.h"
#include "weights/tensor_types.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace fb::weights {
namespace {

std::string list(const char* title, const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 10;
  if (names.empty()) return {};
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) text += (i ? ", " : "") + names[i];
  if (names.size() > kShown) text += fmt::format(" and {} more", names.size() - kShown);
  return fmt::format("; {}: {}", title, text);
}

}  // namespace

CheckpointReader::CheckpointReader(const Checkpoint& checkpoint, NameMap nameMap, at::Device device,
                                   at::ScalarType dtype, std::shared_ptr<BlockStream> stream,
                                   std::shared_ptr<LoraSet> loras)
    : WeightReader(device, dtype),
      m_checkpoint(checkpoint),
      m_quantization(checkpoint),
      m_nameMap(std::move(nameMap)),
      m_stream(std::move(stream)),
      m_loras(std::move(loras)) {}

void CheckpointReader::follow(LoadControl control, std::uint64_t total) {
  m_control = std::move(control);
  m_total = total;
}

// Counts the tensors before the one that is requested now.
void CheckpointReader::tellProgress() {
  if (!m_control.progress || m_total == 0) return;
  const auto percent = 100 * m_sizes.total() / m_total;
  if (percent == std::exchange(m_percent, percent)) return;
  m_control.progress(static_cast<double>(percent) / 100);
}

void CheckpointReader::beginBlock(std::int64_t block) {
  m_sizes.blocks.push_back(0);
  m_inBlock = true;
  if (m_stream) m_stream->begin(block);
}

void CheckpointReader::endBlock() {
  m_inBlock = false;
  if (m_stream) m_stream->end();
}

std::optional<StoredWeight> CheckpointReader::find(const std::string& name, at::IntArrayRef shape) {
  throwIfStopped(m_control.stop);
  tellProgress();
  m_requested[name] = shape.vec();
  const auto inCheckpoint = m_nameMap(name);
  const auto* view = m_checkpoint.find(inCheckpoint);
  if (!view) {
    m_problems.missing.push_back(inCheckpoint);
    return {};
  }
  m_taken.insert(inCheckpoint);
  if (at::IntArrayRef(view->shape) == shape) return m_quantization.weight(inCheckpoint, *view);
  m_problems.misshapen.push_back(
      fmt::format("{}: is [{}], must be [{}]", inCheckpoint, fmt::join(view->shape, ", "), fmt::join(shape, ", ")));
  return {};
}

at::Tensor CheckpointReader::take(const std::string& name, at::IntArrayRef shape,
                                  std::optional<at::ScalarType> keepAs) {
  const auto as = keepAs.value_or(dtype());
  const auto weight = find(name, shape);
  if (!weight) return at::zeros(shape, at::TensorOptions().device(device()).dtype(as));
  return changes(name) ? readChanged(name, *weight, as) : read(*weight, as);
}

// Matrices are merged, or left to the layer that asks for what is added to them.
at::Tensor CheckpointReader::readChanged(const std::string& name, const StoredWeight& weight, at::ScalarType as) {
  const bool isMatrix = weight.data.shape.size() > 1 && name.ends_with(".weight");
  if (isMatrix) return m_loras->merges() ? m_loras->merged(name, read(weight, as)) : read(weight, as);
  std::uint64_t bytes = 0;
  auto followed = m_loras->followed(name, read(weight, as, /*inBlock=*/false), bytes);
  m_sizes.fixed += bytes;
  return followed;
}

std::shared_ptr<const LoraLayer> CheckpointReader::lora(const std::string& name, at::IntArrayRef shape,
                                                        at::ScalarType dtype) {
  if (!changes(name)) return nullptr;
  std::uint64_t bytes = 0;
  auto layer = m_loras->layer(name, shape, device(), dtype, bytes);
  m_sizes.fixed += bytes;
  if (layer && layer->changesWeight()) {
    // The weight as numbers; in float32, the weight, its sum with what changes it, one change, and three matrices with
    // which the change is computed if it sets the lengths of rows or columns.
    constexpr std::uint64_t kMatrices = 6;
    m_sizes.dequantized =
        std::max(m_sizes.dequantized, alignedBytes(shape, dtype) + kMatrices * alignedBytes(shape, at::kFloat));
  }
  return layer;
}

PackedWeight CheckpointReader::takePacked(const std::string& name, at::IntArrayRef shape,
                                          std::optional<at::ScalarType> keepAs) {
  const auto as = keepAs.value_or(dtype());
  const auto weight = find(name, shape);
  if (!weight) return unpacked(at::zeros(shape, at::TensorOptions().device(device()).dtype(as)));
  if (!weight->staysPacked()) return unpacked(changes(name) ? readChanged(name, *weight, as) : read(*weight, as));
  const auto& view = weight->data;
  const auto [stored, dtype] = storedTensor(view);
  sizeHere() += alignedBytes(stored, dtype);
  m_sizes.dequantized = std::max(m_sizes.dequantized, alignedBytes(shape, as));
  auto scale = scaleOf(*weight);
  if (scale.defined()) {
    m_sizes.fixed += alignedBytes(scale.sizes(), at::kFloat);
    scale = scale.to(device());
  }
  const auto packed = [&](at::Tensor data) {
    return PackedWeight{std::move(data), view.type, view.shape, scale, weight->rotation};
  };
  if (device().is_meta()) return packed(at::empty(stored, at::TensorOptions(device()).dtype(dtype)));
  if (!streams()) return load(*weight, device());
  return packed(m_stream->add(stored, dtype, [view](at::Tensor& host) {
    readInto(view, {static_cast<std::byte*>(host.mutable_data_ptr()), host.nbytes()});
  }));
}

LateTensor CheckpointReader::takeLate(const std::string& name, at::IntArrayRef shape, Order order) {
  if (!device().is_cpu() || changes(name)) return WeightReader::takeLate(name, shape, std::move(order));
  const auto weight = find(name, shape);
  if (!weight) return at::zeros(shapeInOrder(shape, order), dtype());
  requireNumbers(*weight, dtype());
  if (weight->isPacked()) scaleOf(*weight);  // throws now instead of at the first use
  sizeHere() += alignedBytes(shape, dtype());
  if (!m_late) m_late = std::make_shared<LateReads>();
  return {m_late, m_late->add(*weight, dtype(), std::move(order))};
}

bool CheckpointReader::has(const std::string& name) const { return m_checkpoint.find(m_nameMap(name)) != nullptr; }

void CheckpointReader::ignore(const std::string& name) { m_taken.insert(m_nameMap(name)); }

void CheckpointReader::ignorePrefix(std::string_view prefix) {
  const auto& tensors = m_checkpoint.tensors();
  for (auto at = tensors.lower_bound(std::string(prefix)); at != tensors.end() && at->first.starts_with(prefix); ++at)
    m_taken.insert(at->first);
}

LoadReport CheckpointReader::report() const {
  auto report = m_problems;
  for (const auto& [name, view] : m_checkpoint.tensors())
    if (!m_taken.contains(name) && !isQuantizationKey(name)) report.unexpected.push_back(name);
  return report;
}

void CheckpointReader::finish() const {
  const auto problems = report();
  if (problems.ok()) return;
  fail(ErrorKind::Corrupt, "{} does not fit the model{}{}{}", m_checkpoint.path().string(),
       list("missing", problems.missing), list("unexpected", problems.unexpected),
       list("with the wrong shape", problems.misshapen));
}

void CheckpointReader::requireNumbers(const StoredWeight& weight, at::ScalarType as) const {
  if (at::isFloatingType(as) && !weight.isPacked() && !at::isFloatingType(toScalarType(weight.data.type)))
    fail(ErrorKind::Unsupported, "{}: {} is stored as {}, but a floating-point type is expected",
         m_checkpoint.path().string(), weight.name, toString(weight.data.type));
}

at::Tensor CheckpointReader::read(const StoredWeight& weight, at::ScalarType as, bool inBlock) {
  const auto& view = weight.data;
  requireNumbers(weight, as);
  const bool inSlot = inBlock && streams();
  if (inBlock) sizeHere() += alignedBytes(view.shape, as);
  if (device().is_meta()) return at::empty(view.shape, at::TensorOptions().device(device()).dtype(as));

  if (!weight.isPacked()) {
    if (inSlot) return m_stream->add(view.shape, as, [view](at::Tensor& host) { copyInto(view, host); });
    return device().is_cpu() ? copied(view, as) : copied(view).to(device()).to(as);
  }
  if (!inSlot) return dequantized(load(weight, device()), as);
  scaleOf(weight);  // throws now instead of at the first use
  return m_stream->add(view.shape, as,
                       [weight, as](at::Tensor& host) { host.copy_(dequantized(load(weight, at::kCPU), as)); });
}

}  // namespace fb::weights
