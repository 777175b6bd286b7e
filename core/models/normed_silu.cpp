// SPDX-License-Identifier: MIT
#include "models/normed_silu.h"

#include "models/lanes.h"
#include "models/shared_work.h"

#include <algorithm>
#include <cmath>

namespace fb::models {
namespace {

struct Rows {
  const float* from;
  float* to;
  std::int64_t channels;
  Divisor divisor;
  const float *scale, *shift;  // [channels]
};

// e^x as in the Cephes library: 2^n * e^r with |r| <= log(2) / 2, accurate to 2 units in the last place.
FB_INLINE void exponentiate(Lanes& x) {
  using Integers [[gnu::vector_size(sizeof(Lanes))]] = std::int32_t;
  constexpr float kLeast = -87.0f, kMost = 88.0f;  // the result is a normal number
  constexpr float kRounding = 12582912.0f;         // 1.5 * 2^23: the sum has no bits after the point
  const Lanes least = Lanes() + kLeast, most = Lanes() + kMost;
  x = x < least ? least : x;
  x = x > most ? most : x;
  const Lanes n = (x * 1.44269504f + kRounding) - kRounding;
  const Lanes r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  Lanes p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  const Integers power = (__builtin_convertvector(n, Integers) + 127) << 23;
  x = (p * (r * r) + r + 1.0f) * reinterpret_cast<const Lanes&>(power);
}

FB_INLINE void normAndActivate(const Rows& rows, std::int64_t begin, std::int64_t end) {
  for (auto row = begin; row < end; ++row) {
    const float* const x = rows.from + row * rows.channels;
    float* const y = rows.to + row * rows.channels;
    Lanes squares{};
    for (std::int64_t channel = 0; channel < rows.channels; channel += kLanes)
      squares += lanesAt(x + channel) * lanesAt(x + channel);
    float sums[kLanes];
    lanesAt(sums) = squares;
    for (auto width = kLanes / 2; width > 0; width /= 2)
      for (std::int64_t lane = 0; lane < width; ++lane) sums[lane] += sums[lane + width];
    const auto sum = static_cast<double>(sums[0]);
    const auto divisor = rows.divisor.length == Length::Euclidean
                             ? std::max(std::sqrt(sum), rows.divisor.eps)
                             : std::sqrt(sum / static_cast<double>(rows.channels) + rows.divisor.eps);
    const auto factor = static_cast<float>(1 / divisor);
    for (std::int64_t channel = 0; channel < rows.channels; channel += kLanes) {
      Lanes normed = lanesAt(x + channel) * factor;
      if (rows.scale) normed *= lanesAt(rows.scale + channel);
      if (rows.shift) normed += lanesAt(rows.shift + channel);
      Lanes power = -normed;
      exponentiate(power);
      lanesAt(y + channel) = normed / (power + 1.0f);
    }
  }
}

using NormAndActivate = void (*)(const Rows&, std::int64_t, std::int64_t);
FB_FOR_AVX512 void normAndActivateAvx512(const Rows& rows, std::int64_t begin, std::int64_t end) {
  normAndActivate(rows, begin, end);
}
FB_FOR_AVX2 void normAndActivateAvx2(const Rows& rows, std::int64_t begin, std::int64_t end) {
  normAndActivate(rows, begin, end);
}
void normAndActivatePlain(const Rows& rows, std::int64_t begin, std::int64_t end) { normAndActivate(rows, begin, end); }

}  // namespace

bool suitsNormedSilu(const at::Tensor& x) {
  return x.is_cpu() && x.scalar_type() == at::kFloat && x.is_contiguous() && x.size(-1) % kLanes == 0;
}

at::Tensor normedSilu(const at::Tensor& x, const Divisor& divisor, const at::Tensor& scale, const at::Tensor& shift) {
  const auto work = forThisProcessor<NormAndActivate>(normAndActivateAvx512, normAndActivateAvx2, normAndActivatePlain);
  auto y = at::empty(x.sizes(), x.options());
  const auto numbers = [](const at::Tensor& tensor) {
    return tensor.defined() ? tensor.const_data_ptr<float>() : nullptr;
  };
  const auto channels = x.size(-1);
  const Rows rows{
      x.const_data_ptr<float>(), y.mutable_data_ptr<float>(), channels, divisor, numbers(scale), numbers(shift)};
  constexpr std::int64_t kLeast = 32768;  // numbers for which another thread is worth waking
  shareLoop(channels == 0 ? 0 : x.numel() / channels, kLeast / std::max<std::int64_t>(channels, 1),
            [&](std::int64_t begin, std::int64_t end) { work(rows, begin, end); });
  return y;
}

}  // namespace fb::models
