// SPDX-License-Identifier: MIT
#include "random_weights.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <cstdint>

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

RandomWeights::RandomWeights(at::Device device, at::ScalarType dtype, Made made)
    : WeightReader(device, dtype), m_made(made) {}

at::Tensor RandomWeights::take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs) {
  const auto as = keepAs.value_or(dtype());
  const auto [mean, deviation] = spreadOf(name, shape);
  if (m_made == Made::OnTheDevice)
    return at::randn(shape, at::TensorOptions(device()).dtype(as)).mul_(deviation).add_(mean);
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seedOf(name));
  const auto tensor = at::randn(shape, generator, at::TensorOptions(at::kFloat)).mul_(deviation).add_(mean);
  m_tensors.insert_or_assign(name, tensor);
  return tensor.to(device(), as, /*non_blocking=*/false, /*copy=*/true);
}

}  // namespace fb::gpu
