// SPDX-License-Identifier: MIT
#include "models/ltx/frame_layers.h"

#include "models/winograd.h"

#include <algorithm>
#include <vector>

namespace fb::models {
namespace {

constexpr std::int64_t kTaps = 3;         // of every kernel, in time and in space
constexpr std::int64_t kPieceFrames = 8;  // output frames that a convolution computes at a time

// The first and the last frame repeated before and after.
at::Tensor withEdges(const at::Tensor& frames, std::int64_t before, std::int64_t after) {
  if (before == 0 && after == 0) return frames;
  const auto repeated = [&](std::int64_t frame, std::int64_t times) {
    return frames.narrow(0, frame, 1).expand({times, -1, -1, -1});
  };
  return at::cat({repeated(0, before), frames, repeated(frames.size(0) - 1, after)});
}

}  // namespace

at::Tensor spaceToDepth(const at::Tensor& x, const Factors& factors) {
  const auto [t, h, w] = factors;
  const auto split = x.unflatten(2, {-1, w}).unflatten(1, {-1, h}).unflatten(0, {-1, t});
  return split.permute({0, 2, 4, 6, 1, 3, 5}).flatten(3);
}

at::Tensor depthToSpace(const at::Tensor& x, const Factors& factors) {
  const auto [t, h, w] = factors;
  const auto split = x.unflatten(3, {-1, t, h, w});
  return split.permute({0, 4, 1, 5, 2, 6, 3}).flatten(4, 5).flatten(2, 3).flatten(0, 1);
}

FrameConv::FrameConv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
                     bool causal, std::int64_t stride)
    : m_weight(reader.takeLate(name + ".conv.weight", {out, in, kTaps, kTaps, kTaps}, kTapsOrder)),
      m_bias(reader.takeLate(name + ".conv.bias", {out})),
      m_out(out),
      m_past(causal ? kTaps - 1 : kTaps / 2),
      m_stride(stride) {}

at::Tensor FrameConv::operator()(const at::Tensor& x) const {
  auto y = at::empty({places(x.size(0)), places(x.size(1)), places(x.size(2)), out()}, x.options());
  inPieces(
      x, [](const at::Tensor& frames) { return frames; },
      [&](std::int64_t first, const at::Tensor& part) { y.narrow(0, first, part.size(0)).copy_(part); });
  return y;
}

void FrameConv::inPieces(const at::Tensor& x, const Prepare& prepare, const Take& take) const {
  const auto weight = tapsAsChannels(*m_weight);  // [out, 3 * in, 3, 3], oldest frame first
  const auto& bias = *m_bias;
  const auto total = places(x.size(0));
  for (std::int64_t from = 0; from < total; from += kPieceFrames) {
    const auto count = std::min(kPieceFrames, total - from), span = m_stride * (count - 1) + 1;
    const auto first = m_stride * from - m_past, last = first + span + kTaps - 2;  // some are outside the clip
    const auto begin = std::max<std::int64_t>(first, 0), end = std::min(last, x.size(0) - 1);
    const auto frames = withEdges(prepare(x.narrow(0, begin, end - begin + 1)), begin - first, last - end);
    if (m_stride == 1 && suitsWinograd(frames, weight, count)) {
      take(from, winogradConv(frames, weight, bias));
      continue;
    }
    std::vector<at::Tensor> taps;
    for (std::int64_t tap = 0; tap < kTaps; ++tap) taps.push_back(frames.slice(0, tap, tap + span, m_stride));
    const auto stacked = at::cat(taps, -1).permute({0, 3, 1, 2});
    take(from, at::conv2d(stacked, weight, bias, m_stride, 1).permute({0, 2, 3, 1}));
  }
}

}  // namespace fb::models
