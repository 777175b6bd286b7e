// SPDX-License-Identifier: MIT
// Inputs for the operations of kernels/fused.h: random, but the same every time.
#pragma once

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cstdint>

namespace fb::kernels {

// N(0, 1), float32, on the CPU.
inline at::Tensor noise(at::IntArrayRef shape, std::uint64_t seed) {
  return at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::TensorOptions(at::kFloat));
}

// The arguments of a call of one of them, in a model's dtype if requested.
struct KernelCase {
  std::int64_t tokens, dim, heads;
  at::ScalarType dtype = at::kFloat;

  // Not centred, like real activations.
  at::Tensor x() const { return (noise({1, tokens, dim}, 1) * 2 + 0.5).to(dtype); }
  at::Tensor y() const { return noise({1, tokens, dim}, 2).to(dtype); }
  at::Tensor weight() const { return (noise({dim}, 3) * 0.2 + 1).to(dtype); }
  // [count, dim] each, strided as slices of a table of six are.
  at::Tensor vectors(std::int64_t count, std::int64_t which, at::ScalarType type = at::kFloat) const {
    return (noise({count, 6, dim}, 4) * 0.5).to(type).select(1, which);
  }
  // The timestep, out of `count`, of every token: [N] int64.
  at::Tensor row(std::int64_t count) const { return at::arange(tokens, at::kLong).remainder(count).flip(0); }
  // cos + i sin of every token's angles, the same for each head or for all channels.
  at::Tensor rotation(bool headsAlike) const {
    const auto angles = headsAlike ? noise({tokens, 1, dim / heads / 2}, 5) * 3 : noise({1, tokens, dim / 2}, 5) * 3;
    return at::complex(angles.cos(), angles.sin());
  }
};

// |a - b| / |b|, summed in float64.
inline double relativeError(const at::Tensor& a, const at::Tensor& b) {
  const auto exact = b.to(at::kCPU, at::kDouble);
  return ((a.to(at::kCPU, at::kDouble) - exact).norm() / exact.norm()).item<double>();
}

}  // namespace fb::kernels
