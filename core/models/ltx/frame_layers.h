// SPDX-License-Identifier: MIT
// Operations of the LTX VAE and its latent upsampler on frames [T, H, W, C].
#pragma once

#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <array>
#include <cstdint>
#include <functional>
#include <string>

namespace fb::models {

// Of time, height and width.
using Factors = std::array<std::int64_t, 3>;

// Channels are ordered (c, t, h, w) with w fastest. [T, H, W, C] -> [T/t, H/h, W/w, C*t*h*w]
at::Tensor spaceToDepth(const at::Tensor& x, const Factors& factors);
// The reverse: [T, H, W, C*t*h*w] -> [T*t, H*h, W*w, C]
at::Tensor depthToSpace(const at::Tensor& x, const Factors& factors);

// Kernel 3x3x3: zeros around every frame, the clip's edge frames repeated in time.
class FrameConv {
public:
  // Takes `name`.conv.weight and `name`.conv.bias. Causal: uses no later frames. stride: in time and in space.
  FrameConv(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out, bool causal,
            std::int64_t stride = 1);

  std::int64_t out() const { return m_out; }

  // x: [T, H, W, in] -> [T', H', W', out]
  at::Tensor operator()(const at::Tensor& x) const;

  using Prepare = std::function<at::Tensor(const at::Tensor& frames)>;
  using Take = std::function<void(std::int64_t first, const at::Tensor& part)>;
  // Returns the result in pieces of a few frames [n, H', W', out] with the number of their first; `prepare` is applied
  // to each input frame first.
  void inPieces(const at::Tensor& x, const Prepare& prepare, const Take& take) const;

private:
  std::int64_t places(std::int64_t size) const { return (size - 1) / m_stride + 1; }

  weights::LateTensor m_weight;  // in kTapsOrder
  weights::LateTensor m_bias;
  std::int64_t m_out;
  std::int64_t m_past;  // frames before the current one that it uses
  std::int64_t m_stride;
};

}  // namespace fb::models
