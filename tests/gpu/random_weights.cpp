// SPDX-License-Identifier: MIT
#include "random_weights.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/ranges.h>

#include <cmath>
#include <cstdint>
#include <utility>

namespace fb::gpu {
namespace {

bool contains(const std::string& name, const char* part) { return name.find(part) != std::string::npos; }

// FNV-1a: std::hash may differ between libraries.
std::uint64_t seedOf(const std::string& name) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

// How a trained tensor of this name is spread: mean and standard deviation.
std::pair<double, double> spreadOf(const std::string& name, at::IntArrayRef shape) {
  if (contains(name, "timestep_scale_multiplier")) return {1000, 0};
  if (contains(name, "latents_std") || name.ends_with("std-of-means")) return {1, 0.05};
  if (name.ends_with(".gamma") || (contains(name, "norm") && name.ends_with(".weight"))) return {1, 0.1};
  if (name.ends_with(".bias")) return {0, 0.05};
  if (contains(name, "scale_shift_table") || contains(name, "per_channel_scale")) return {0, 0.2};
  if (contains(name, "relative_attention_bias") || contains(name, "shared")) return {0, 0.7};
  if (shape.size() < 2) return {0, 0.2};
  return {0, 1 / std::sqrt(static_cast<double>(c10::multiply_integers(shape.slice(1))))};
}

}  // namespace

RandomWeights::RandomWeights(at::Device device, at::ScalarType dtype, Made made,
                             std::shared_ptr<weights::BlockStream> stream)
    : WeightReader(device, dtype), m_made(made), m_stream(std::move(stream)) {}

void RandomWeights::beginBlock(std::int64_t block) {
  m_sizes.blocks.push_back(0);
  m_inBlock = true;
  if (m_stream) m_stream->begin(block);
}

void RandomWeights::endBlock() {
  m_inBlock = false;
  if (m_stream) m_stream->end();
}

at::Tensor RandomWeights::take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs) {
  const auto as = keepAs.value_or(dtype());
  (m_inBlock ? m_sizes.blocks.back() : m_sizes.fixed) += weights::alignedBytes(shape, as);
  if (device().is_meta()) return at::empty(shape, at::TensorOptions(device()).dtype(as));
  if (m_stream && m_stream->isStreaming())
    return m_stream->add(shape, as, [values = made(name, shape, as)](at::Tensor& host) { host.copy_(values); });
  if (m_made == Made::OnTheDevice) {
    const auto [mean, deviation] = spreadOf(name, shape);
    const auto drawn = as == at::kFloat8_e4m3fn ? at::kBFloat16 : as;
    return at::randn(shape, at::TensorOptions(device()).dtype(drawn)).mul_(deviation).add_(mean).to(as);
  }
  return made(name, shape, as).to(device(), as, /*non_blocking=*/false, /*copy=*/true);
}

weights::PackedWeight RandomWeights::takePacked(const std::string& name, at::IntArrayRef shape,
                                                std::optional<at::ScalarType> keepAs) {
  if (!m_fp8 || keepAs) return WeightReader::takePacked(name, shape, keepAs);
  weights::PackedWeight weight;
  weight.type = weights::StorageType::F8E4M3;
  weight.shape = shape.vec();
  weight.data = take(name, shape, at::kFloat8_e4m3fn);
  if (!device().is_meta()) weight.scale = at::full({1}, 0.75, at::TensorOptions(device()).dtype(at::kFloat));
  return weight;
}

// On the CPU.
at::Tensor RandomWeights::made(const std::string& name, at::IntArrayRef shape, at::ScalarType as) {
  const auto [mean, deviation] = spreadOf(name, shape);
  const auto key = fmt::format("{} {} {} {}", fmt::join(shape, "x"), c10::toString(as), mean, deviation);
  if (m_made != Made::OnTheCpu)
    if (const auto known = m_once.find(key); known != m_once.end()) return known->second;
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seedOf(name));
  auto values = at::randn(shape, generator, at::TensorOptions(at::kFloat)).mul_(deviation).add_(mean).to(as);
  if (m_made != Made::OnTheCpu) m_once.emplace(key, values);
  return values;
}

}  // namespace fb::gpu
