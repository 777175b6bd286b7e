// SPDX-License-Identifier: MIT
#include "sampling/divergence.h"

#include <algorithm>
#include <cmath>

namespace fb::sampling {

Divergence divergence(const at::Tensor& large, const at::Tensor& small) {
  // In pieces, so that no tensor is ever copied to float64 as a whole.
  constexpr std::int64_t kPiece = 1 << 18;
  const auto flatLarge = large.reshape({-1});
  const auto flatSmall = small.reshape({-1});
  auto sums = at::zeros({4}, large.options().dtype(at::kDouble));  // |l-s|^2, |l|^2, |s|^2, <l,s>
  for (std::int64_t begin = 0; begin < flatLarge.numel(); begin += kPiece) {
    const auto length = std::min(kPiece, flatLarge.numel() - begin);
    const auto l = flatLarge.narrow(0, begin, length).to(at::kDouble);
    const auto s = flatSmall.narrow(0, begin, length).to(at::kDouble);
    const auto difference = l - s;
    sums += at::stack({at::dot(difference, difference), at::dot(l, l), at::dot(s, s), at::dot(l, s)});
  }
  const auto onCpu = sums.cpu();
  const auto* sum = onCpu.const_data_ptr<double>();
  return {std::sqrt(sum[0] / sum[1]), 1 - sum[3] / std::sqrt(sum[1] * sum[2])};
}

}  // namespace fb::sampling
