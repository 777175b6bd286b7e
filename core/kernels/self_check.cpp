// SPDX-License-Identifier: MIT
#include "kernels/self_check.h"

#include "base/failure.h"
#include "kernels/fused.h"
#include "kernels/launches.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fb::kernels {
namespace {

constexpr double kEps = 1e-6;
// Chosen such that some threads have two pieces of a row, some one, and some none.
constexpr std::int64_t kTokens = 5, kHeads = 6, kDim = 344 * kHeads;
constexpr std::int64_t kTimesteps = 2;

// Random inputs, the same every time; does not touch torch's own generator.
class Inputs {
public:
  Inputs(const at::Device& device, at::ScalarType dtype) : m_device(device), m_dtype(dtype) {}

  at::Tensor noise(at::IntArrayRef shape, at::ScalarType dtype) {
    return at::randn(shape, m_generator, at::TensorOptions(at::kFloat)).to(m_device, dtype);
  }
  at::Tensor activations() { return noise({1, kTokens, kDim}, m_dtype); }
  at::Tensor vectors() { return noise({kTimesteps, kDim}, m_dtype); }
  at::Tensor vector() { return noise({1, kDim}, at::kFloat); }
  at::Tensor row() const { return at::arange(kTokens, at::kLong).remainder(kTimesteps).to(m_device); }
  at::Tensor weight() { return noise({kDim}, m_dtype); }
  at::Tensor rotation(at::IntArrayRef shape) {
    const auto angles = noise(shape, at::kFloat);
    return at::complex(angles.cos(), angles.sin());
  }

private:
  at::Device m_device;
  at::ScalarType m_dtype;
  at::Generator m_generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{1});
};

double difference(const at::Tensor& result, const at::Tensor& expected) {
  const auto exact = expected.to(at::kDouble);
  return ((result.to(at::kDouble) - exact).norm() / exact.norm()).item<double>();
}

// The relative error of the kernel against torch's operations.
double errorOf(std::string_view name, const Function& kernel, Inputs inputs) {
  const auto x = inputs.activations();
  if (name == kLayerNorm) {
    const auto shift = inputs.vector(), scale = inputs.vector();
    return difference(own::layerNorm(kernel, x, scale, shift, 1, kEps),
                      reference::layerNormModulated(x, shift, scale, kEps));
  }
  if (name == kRmsNormModulated) {
    const auto shift = inputs.vectors(), scale = inputs.vectors(), row = inputs.row();
    return difference(own::rmsNormModulated(kernel, x, shift, scale, row, kEps),
                      reference::rmsNormModulated(x, shift, scale, row, kEps));
  }
  if (name == kRmsNormRotated) {
    const auto weight = inputs.weight();
    const auto error = [&](const at::Tensor& rotation) {
      const auto expected = reference::rmsNormRotated(x, weight, kEps, rotation, kHeads);
      return difference(own::rmsNormRotated(kernel, x.clone(), weight, kEps, rotation, kHeads), expected);
    };
    return std::max(error(inputs.rotation({kTokens, 1, kDim / kHeads / 2})),
                    error(inputs.rotation({1, kTokens, kDim / 2})));
  }
  if (name == kQuantizeRows) {
    const auto numbers = [](const QuantizedRows& rows) { return rows.numbers.to(at::kFloat) * rows.scales; };
    return difference(numbers(own::quantizeRows(kernel, x)), numbers(reference::quantizeRows(x)));
  }
  const auto y = inputs.activations();
  if (name == kAddGatedFloat) {
    const auto gate = inputs.vector();
    return difference(own::addGatedFloat(kernel, x.clone(), y, gate), reference::addGated(x.clone(), y, gate));
  }
  const auto gate = inputs.vectors(), row = inputs.row();
  return difference(own::addGated(kernel, x.clone(), y, gate, row), reference::addGated(x.clone(), y, gate, row));
}

}  // namespace

double roundingError(at::ScalarType dtype) {
  if (dtype == at::kFloat) return 1e-5;
  return dtype == at::kHalf ? 2e-3 : 1e-2;
}

void selfCheck(std::string_view name, const Function& kernel, const at::Device& device, at::ScalarType dtype) {
  const double error = errorOf(name, kernel, {device, dtype});
  // NaN fails as well.
  if (!(error <= roundingError(dtype)))
    fail(ErrorKind::Internal, "the kernel {} differs from PyTorch's operations by {:.1e}", name, error);
}

}  // namespace fb::kernels
