// SPDX-License-Identifier: MIT
#include "sampling/divergence.h"

#include <algorithm>
#include <cmath>

namespace fb::sampling {
namespace {

// The sums over the elements of two tensors of what `terms` gives for a piece of both. In pieces, so that no tensor is
// ever copied to float64 as a whole.
template <class Terms>
at::Tensor sumsOver(const at::Tensor& a, const at::Tensor& b, std::int64_t count, const Terms& terms) {
  constexpr std::int64_t kPiece = 1 << 18;
  const auto flatA = a.reshape({-1});
  const auto flatB = b.reshape({-1});
  auto sums = at::zeros({count}, a.options().dtype(at::kDouble));
  for (std::int64_t begin = 0; begin < flatA.numel(); begin += kPiece) {
    const auto length = std::min(kPiece, flatA.numel() - begin);
    sums += terms(flatA.narrow(0, begin, length).to(at::kDouble), flatB.narrow(0, begin, length).to(at::kDouble));
  }
  return sums.cpu();
}

}  // namespace

Divergence divergence(const at::Tensor& large, const at::Tensor& small) {
  // |l-s|^2, |l|^2, |s|^2, <l,s>
  const auto onCpu = sumsOver(large, small, 4, [](const at::Tensor& l, const at::Tensor& s) {
    const auto difference = l - s;
    return at::stack({at::dot(difference, difference), at::dot(l, l), at::dot(s, s), at::dot(l, s)});
  });
  const auto* sum = onCpu.const_data_ptr<double>();
  return {std::sqrt(sum[0] / sum[1]), 1 - sum[3] / std::sqrt(sum[1] * sum[2])};
}

double velocityChange(const at::Tensor& now, const at::Tensor& before) {
  const auto sums = sumsOver(now, before, 2, [](const at::Tensor& v, const at::Tensor& last) {
    return at::stack({(v - last).abs().sum(), last.abs().sum()});
  });
  const auto* sum = sums.const_data_ptr<double>();
  const auto count = static_cast<double>(now.numel());
  return std::tanh(sum[0] / count / std::max(sum[1] / count, 1e-6));
}

}  // namespace fb::sampling
