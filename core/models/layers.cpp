// SPDX-License-Identifier: MIT
#include "models/layers.h"

#include "base/failure.h"
#include "kernels/fp8_product.h"
#include "kernels/fused.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/_addmm_activation.h>
#include <ATen/ops/_fused_sdp_choice.h>

#include <atomic>

namespace fb::models {
namespace {

using FusedLinear = at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&, std::string_view,
                               c10::List<std::optional<at::Scalar>>, std::optional<std::string_view>);

// oneDNN's product with a fused bias and activation; builds of torch without oneDNN lack it.
const std::optional<c10::TypedOperatorHandle<FusedLinear>>& fusedLinearOperator() {
  static const auto found = []() -> std::optional<c10::TypedOperatorHandle<FusedLinear>> {
    const auto handle = c10::Dispatcher::singleton().findSchema({"mkldnn::_linear_pointwise", ""});
    if (!handle) return {};
    return handle->typed<FusedLinear>();
  }();
  return found;
}

bool suitsFusedLinear(const at::Tensor& x) {
  return x.is_cpu() && x.scalar_type() == at::kFloat && fusedLinearOperator();
}

at::Tensor fusedLinear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                       std::string_view activation, std::string_view algorithm) {
  return fusedLinearOperator()->call(x, weight, bias.defined() ? std::optional(bias) : std::nullopt, activation,
                                     c10::List<std::optional<at::Scalar>>(), algorithm);
}

// at::SDPBackend of the last self-attention of a block, or kNone.
constexpr std::int64_t kNone = -1, kMath = 0;
std::atomic<std::int64_t> lastBackend = kNone;

std::int64_t backendOf(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                       const std::optional<at::Tensor>& mask = {}, std::optional<double> scale = {}) {
  return at::_fused_sdp_choice(q, k, v, mask, /*dropout_p=*/0.0, /*is_causal=*/false, scale);
}

std::string_view nameOfBackend(std::int64_t backend) {
  switch (backend) {
    case kNone:
      return "";
    case kMath:
      return "math";
    case 1:
      return "flash";
    case 2:
      return "memory-efficient";
    case 3:
      return "cuDNN";
    default:
      return "another";
  }
}

// On the CPU, attention is a tenth faster if the channels of a head follow each other in memory, token by token.
at::Tensor byHead(at::Tensor x) { return x.is_cpu() ? x.contiguous() : x; }

at::Tensor activated(at::Tensor x, Activation activation) {
  switch (activation) {
    case Activation::Silu:
      return at::silu_(x);
    case Activation::Gelu:
      return at::gelu_(x);
    case Activation::GeluTanh:
      return at::gelu_(x, "tanh");
  }
  return x;
}

}  // namespace

Linear::Linear(weights::WeightReader& reader, const std::string& name, std::int64_t in, std::int64_t out, Bias bias,
               std::optional<at::ScalarType> keepAs)
    : Linear(overPatches(reader, name, {out, in}, bias, keepAs)) {}

Linear::Linear(at::Tensor weight, at::Tensor bias)
    : m_weight(weights::unpacked(weight)), m_bias(std::move(bias)), m_dtype(weight.scalar_type()) {}

Linear::Linear(weights::PackedWeight weight, at::Tensor bias, at::ScalarType dtype,
               std::shared_ptr<const weights::LoraLayer> lora)
    : m_weight(std::move(weight)), m_bias(std::move(bias)), m_dtype(dtype), m_lora(std::move(lora)) {}

Linear Linear::overPatches(weights::WeightReader& reader, const std::string& name, at::IntArrayRef kernel, Bias bias,
                           std::optional<at::ScalarType> keepAs) {
  auto weight = kernel.size() == 2 ? reader.takePacked(name + ".weight", kernel, keepAs)
                                   : weights::unpacked(reader.take(name + ".weight", kernel, keepAs).flatten(1));
  auto added = bias == Bias::Yes ? reader.take(name + ".bias", {kernel[0]}, keepAs) : at::Tensor();
  const auto dtype = keepAs.value_or(reader.dtype());
  return {std::move(weight), std::move(added), dtype, reader.lora(name + ".weight", kernel, dtype)};
}

at::Tensor Linear::weight() const {
  auto weight = weights::dequantized(m_weight, m_dtype);
  return m_lora ? m_lora->changed(weight) : weight;
}

at::Tensor Linear::operator()(const at::Tensor& x) const { return m_lora ? m_lora->added(product(x), x) : product(x); }

bool Linear::multipliesFp8(const at::Tensor& x) const {
  return kernels::usesFp8Products() && m_weight.type == weights::StorageType::F8E4M3 &&
         !(m_lora && m_lora->changesWeight()) && kernels::suitsFp8Product(x, m_weight.data);
}

at::Tensor Linear::product(const at::Tensor& x) const {
  if (multipliesFp8(x)) return kernels::fp8Product(x, m_weight.data, m_weight.scale, m_bias);
  // at::linear sends float32 to the BLAS library, which is up to 15 % slower on wide layers (MKL on AMD Zen 3 and 4).
  return suitsFusedLinear(x) ? fusedLinear(x, weight(), m_bias, "none", "") : at::linear(x, weight(), m_bias);
}

// The activation is part of the product and is applied to its sums before they are written, on a CUDA device also
// before they are rounded.
at::Tensor Linear::withGeluTanh(const at::Tensor& x) const {
  const bool fp8 = multipliesFp8(x);
  if (!fp8 && !(m_lora && m_lora->adds()) && suitsFusedLinear(x))
    return fusedLinear(x, weight(), m_bias, "gelu", "tanh");
  if (fp8 || !x.is_cuda() || !m_bias.defined() || m_lora) return activated((*this)(x), Activation::GeluTanh);
  auto sizes = x.sizes().vec();
  sizes.back() = m_bias.size(0);
  return at::_addmm_activation(m_bias, x.reshape({-1, x.size(-1)}), weight().t(), 1, 1, /*use_gelu=*/true).view(sizes);
}

Mlp::Mlp(Linear in, Linear out, Activation activation)
    : m_in(std::move(in)), m_out(std::move(out)), m_activation(activation) {}

at::Tensor Mlp::operator()(const at::Tensor& x) const {
  if (m_activation == Activation::GeluTanh) return m_out(m_in.withGeluTanh(x));
  return m_out(activated(m_in(x), m_activation));
}

LayerNorm::LayerNorm(weights::WeightReader& reader, const std::string& name, std::int64_t dim, double eps,
                     std::optional<at::ScalarType> keepAs)
    : m_weight(reader.take(name + ".weight", {dim}, keepAs)),
      m_bias(reader.take(name + ".bias", {dim}, keepAs)),
      m_eps(eps) {}

at::Tensor LayerNorm::operator()(const at::Tensor& x) const {
  if (m_weight.scalar_type() == at::kFloat) return kernels::layerNorm(x, m_weight, m_bias, m_eps);
  return at::layer_norm(x.to(m_weight.scalar_type()), m_weight.sizes(), m_weight, m_bias, m_eps).to(x.scalar_type());
}

RmsNorm::RmsNorm(weights::WeightReader& reader, const std::string& name, std::int64_t dim, double eps)
    : m_weight(reader.take(name + ".weight", {dim})), m_eps(eps) {}

at::Tensor RmsNorm::operator()(const at::Tensor& x) const { return at::rms_norm(x, m_weight.sizes(), m_weight, m_eps); }

at::Tensor RmsNorm::rotated(at::Tensor x, const at::Tensor& rotations, std::int64_t heads) const {
  return kernels::rmsNormRotated(std::move(x), m_weight, m_eps, rotations, heads);
}

AttentionProjections::AttentionProjections(weights::WeightReader& reader, const std::string& name, std::int64_t dim,
                                           double eps)
    : to_q(reader, name + ".to_q", dim, dim),
      to_k(reader, name + ".to_k", dim, dim),
      to_v(reader, name + ".to_v", dim, dim),
      to_out(reader, name + ".to_out.0", dim, dim),
      norm_q(reader, name + ".norm_q", dim, eps),
      norm_k(reader, name + ".norm_k", dim, eps) {}

at::Tensor AttentionProjections::attendRotated(const at::Tensor& x, const at::Tensor& rotations,
                                               std::int64_t heads) const {
  at::Tensor mixed;
  {
    // Freed before the last product allocates memory.
    const auto q = byHead(norm_q.rotated(to_q(x), rotations, heads));
    const auto k = byHead(norm_k.rotated(to_k(x), rotations, heads));
    const auto v = byHead(splitHeads(value(x), heads));
    lastBackend.store(backendOf(q, k, v), std::memory_order_relaxed);
    mixed = attention(q, k, v);
  }
  return to_out(mixed);
}

at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads) {
  return x.unflatten(-1, {heads, -1}).transpose(-2, -3);
}

at::Tensor attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                     const std::optional<at::Tensor>& mask, std::optional<double> scale) {
  constexpr std::int64_t kLong = 8192;  // at which the scores of 40 heads take 5 GB
  if (q.is_cuda() && q.size(2) > kLong && k.size(2) > kLong && backendOf(q, k, v, mask, scale) == kMath)
    fail(ErrorKind::Unsupported,
         "this GPU has no memory-efficient attention for {} tokens in {}: choose bf16 or fp16, or a smaller clip",
         q.size(2), c10::toString(q.scalar_type()));
  return at::scaled_dot_product_attention(q, k, v, mask, /*dropout_p=*/0.0, /*is_causal=*/false, scale)
      .transpose(1, 2)
      .flatten(2);
}

std::string_view attentionBackend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {
  return nameOfBackend(backendOf(q, k, v));
}

std::string_view lastAttentionBackend() { return nameOfBackend(lastBackend.load(std::memory_order_relaxed)); }

}  // namespace fb::models
