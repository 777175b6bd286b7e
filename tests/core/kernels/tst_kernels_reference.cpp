// SPDX-License-Identifier: MIT
// torch's operations against their formulas, written out in float64.
#include "kernel_cases.h"
#include "kernels/fused.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fb::kernels {
namespace {

constexpr double kEps = 1e-6;

// For float32: a few roundings of each element. For bfloat16: also those of diffusers' intermediate results.
double tolerance(at::ScalarType dtype) { return dtype == at::kFloat ? 1e-6 : 8e-3; }

at::Tensor exact(const at::Tensor& x) { return x.to(at::kDouble); }
at::Tensor layerNormed(const at::Tensor& x) {
  const auto centred = exact(x) - exact(x).mean(-1, true);
  return centred / (centred.square().mean(-1, true) + kEps).sqrt();
}
at::Tensor rmsNormed(const at::Tensor& x) { return exact(x) / (exact(x).square().mean(-1, true) + kEps).sqrt(); }

class Reference : public testing::TestWithParam<at::ScalarType> {
protected:
  void expectNear(const at::Tensor& result, const at::Tensor& formula) {
    EXPECT_EQ(result.scalar_type(), GetParam());
    EXPECT_EQ(result.sizes(), formula.sizes());
    EXPECT_LE(relativeError(result, formula), tolerance(GetParam()));
  }
  KernelCase inputs{.tokens = 6, .dim = 48, .heads = 3, .dtype = GetParam()};
};

TEST_P(Reference, LayerNorms) {
  const auto x = inputs.x(), weight = inputs.weight().to(at::kFloat), bias = inputs.vectors(1, 0).flatten();
  expectNear(reference::layerNorm(x, weight, bias, kEps), layerNormed(x) * exact(weight) + exact(bias));
  const auto shift = inputs.vectors(1, 1), scale = inputs.vectors(1, 2);
  expectNear(reference::layerNormModulated(x, shift, scale, kEps), layerNormed(x) * (1 + exact(scale)) + exact(shift));
}

TEST_P(Reference, ModulatedRmsNormTakesOneTimestepOrTheOneOfEachToken) {
  const auto x = inputs.x();
  const auto shift = inputs.vectors(2, 1, GetParam()), scale = inputs.vectors(2, 2, GetParam());
  const auto modulated = [&](const at::Tensor& s, const at::Tensor& f) {
    return rmsNormed(x) * (1 + exact(f)) + exact(s);
  };
  const auto one = shift.narrow(0, 0, 1), factor = scale.narrow(0, 0, 1);
  expectNear(reference::rmsNormModulated(x, one, factor, {}, kEps), modulated(one, factor));
  const auto row = inputs.row(2);
  expectNear(reference::rmsNormModulated(x, shift, scale, row, kEps),
             modulated(shift.index_select(0, row), scale.index_select(0, row)));
}

TEST_P(Reference, RotatedRmsNormTurnsPairsOfNeighbours) {
  for (const bool headsAlike : {true, false}) {
    const auto x = inputs.x(), weight = inputs.weight(), rotation = inputs.rotation(headsAlike);
    const auto normed = (rmsNormed(x) * exact(weight)).view({inputs.tokens, inputs.heads, -1, 2});
    const auto angles = at::view_as_real(rotation).to(at::kDouble);
    const auto turns = headsAlike ? angles.expand({-1, inputs.heads, -1, -1}) : angles.view(normed.sizes());
    const auto a = normed.select(-1, 0), b = normed.select(-1, 1), c = turns.select(-1, 0), s = turns.select(-1, 1);
    const auto turned = at::stack({a * c - b * s, a * s + b * c}, -1).flatten(2);
    expectNear(reference::rmsNormRotated(x, weight, kEps, rotation, inputs.heads), turned.transpose(0, 1).unsqueeze(0));
  }
}

TEST_P(Reference, GatedSumTakesGatesInFloat32OrInTheModelsDtype) {
  const auto x = inputs.x(), y = inputs.y(), gate = inputs.vectors(1, 3);
  expectNear(reference::addGated(x.clone(), y, gate), exact(x) + exact(y) * exact(gate));
  const auto gates = inputs.vectors(2, 3, GetParam()), row = inputs.row(2);
  expectNear(reference::addGated(x.clone(), y, gates, row), exact(x) + exact(y) * exact(gates.index_select(0, row)));
}

INSTANTIATE_TEST_SUITE_P(Dtypes, Reference, testing::Values(at::kFloat, at::kBFloat16),
                         [](const auto& of) { return std::string(toString(of.param)); });

}  // namespace
}  // namespace fb::kernels
