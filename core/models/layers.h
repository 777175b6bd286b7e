// SPDX-License-Identifier: MIT
// The few layers that the models share because they use them identically.
#pragma once

#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <optional>
#include <string>

namespace fb::models {

struct Linear {
  at::Tensor weight;  // [out, in]
  at::Tensor bias;    // [out], or undefined

  // x: [..., in] -> [..., out]
  at::Tensor operator()(const at::Tensor& x) const;
};

enum class Bias { None, Yes };

// Takes `name`.weight and `name`.bias.
Linear takeLinear(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out,
                  Bias bias = Bias::Yes, std::optional<at::ScalarType> keepAs = {});

// Mean and variance over the last dimension in float32 whatever x is; the result has x's dtype. weight and bias are
// float32, [dim], or undefined.
at::Tensor layerNorm32(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps);

// [..., heads * headDim] -> [..., heads, S, headDim], for attention().
at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads);

// The one door to attention. q: [B, heads, S, d], k and v: [B, heads, S', d], mask additive. Gives [B, S, heads * d].
at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                     const std::optional<at::Tensor>& mask = {}, std::optional<double> scale = {});

}  // namespace fb::models
