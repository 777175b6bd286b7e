// SPDX-License-Identifier: MIT
// Layers whose weights are stored in fp8 and multiplied as they are.
#include "kernels/fp8_product.h"
#include "models/layers.h"
#include "models/wan/wan_transformer.h"
#include "weights/load_model.h"

#include "model_cases.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fb::models {
namespace {

using kernels::Fp8ProductScope;
using weights::Checkpoint;
using weights::LoraStack;
using weights::Placement;

constexpr weights::LoraStrengths kStrengths{0.7, 0.7, 0.7};
// Resident, but without merging LoRAs into the matrices that are not quantised.
constexpr Placement kResident{1000, 2, Placement::Source::Memory};
constexpr std::int64_t kRows = 24, kIn = 64, kOut = 48;

at::Tensor noise(at::IntArrayRef shape, std::uint64_t seed) {
  return at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::TensorOptions(at::kFloat));
}

class Fp8Linear : public testing::Test {
protected:
  Fp8Linear() {
    m_weight.type = weights::StorageType::F8E4M3;
    m_weight.shape = {kOut, kIn};
    m_weight.data = noise({kOut, kIn}, 2).to(at::kFloat8_e4m3fn);
    m_weight.scale = noise({kOut, 1}, 3).abs();
  }
  // What a LoRA file with these tensors adds to the layer.
  std::shared_ptr<const weights::LoraLayer> lora(const weights::NamedTensors& tensors) {
    m_lora.emplace(m_scratch.of(tensors));
    weights::LoraTargets targets;
    targets.add({"layer.weight", {kOut, kIn}}, "");
    m_set.emplace(LoraStack{{&*m_lora, kStrengths}}, targets, /*merges=*/false);
    std::uint64_t bytes = 0;
    return m_set->layer("layer.weight", {kOut, kIn}, at::kCPU, at::kFloat, bytes);
  }
  at::Tensor product() const { return kernels::fp8Product(m_x, m_weight.data, m_weight.scale, m_bias); }
  at::Tensor wide() const { return at::linear(m_x, weights::dequantized(m_weight, at::kFloat), m_bias); }

  const at::Tensor m_x = noise({1, kRows, kIn}, 1), m_bias = noise({kOut}, 4);
  weights::PackedWeight m_weight;

private:
  ScratchFolder m_scratch;
  std::optional<Checkpoint> m_lora;
  std::optional<weights::LoraSet> m_set;
};

TEST_F(Fp8Linear, MultipliesTheStoredNumbersInsideAScope) {
  const Linear layer(m_weight, m_bias, at::kFloat);
  EXPECT_LE(relativeError(layer(m_x), wide()), 1e-6);
  const Fp8ProductScope scope(true);
  EXPECT_TRUE(layer(m_x).equal(product()));
  EXPECT_TRUE(layer.withGeluTanh(m_x).equal(at::gelu(product(), "tanh")));
}

TEST_F(Fp8Linear, OtherStorageTypesAndShapesAreNotAffected) {
  auto e5m2 = m_weight;
  e5m2.type = weights::StorageType::F8E5M2;
  e5m2.data = m_weight.data.to(at::kFloat).to(at::kFloat8_e5m2);
  auto narrow = m_weight;
  narrow.shape = {kOut - 8, kIn};
  narrow.data = m_weight.data.narrow(0, 0, kOut - 8);
  narrow.scale = m_weight.scale.narrow(0, 0, kOut - 8);
  const auto plain = weights::unpacked(noise({kOut, kIn}, 5));
  for (const auto& weight : {e5m2, narrow, plain}) {
    const Linear layer(weight, {}, at::kFloat);
    const auto expected = layer(m_x);
    const Fp8ProductScope scope(true);
    EXPECT_TRUE(layer(m_x).equal(expected));
  }
  const Linear layer(m_weight, m_bias, at::kFloat);
  const auto few = m_x.narrow(1, 0, 2);
  const auto expected = layer(few);
  const Fp8ProductScope scope(true);
  EXPECT_TRUE(layer(few).equal(expected));
}

TEST_F(Fp8Linear, ALoraOfLowRankIsAddedInTheWideDtype) {
  const auto down = noise({4, kIn}, 6), up = noise({kOut, 4}, 7);
  const Linear layer(m_weight, m_bias, at::kFloat, lora({{"layer.lora_A.weight", down}, {"layer.lora_B.weight", up}}));
  const auto added = at::linear(at::linear(m_x, down), up) * kStrengths[0];
  EXPECT_LE(relativeError(layer(m_x), wide() + added), 1e-6);
  const Fp8ProductScope scope(true);
  EXPECT_LE(relativeError(layer(m_x), product() + added), 1e-6);
}

// The sum of weight and change is not in fp8.
TEST_F(Fp8Linear, AWeightThatALoraChangesAsAWholeIsDequantized) {
  const Linear layer(m_weight, m_bias, at::kFloat, lora({{"layer.diff", noise({kOut, kIn}, 8)}}));
  const auto expected = layer(m_x);
  EXPECT_GT(relativeError(expected, wide()), 1e-2);
  const Fp8ProductScope scope(true);
  EXPECT_TRUE(layer(m_x).equal(expected));
}

class Fp8Model : public testing::Test {
protected:
  at::Tensor result(const std::string& folder, bool fp8, const Placement& placement = {},
                    const LoraStack& loras = {}) const {
    const auto checkpoint = Checkpoint::open(oracle("../models_lora/wan/" + folder));
    const auto model = weights::loadModel<WanTransformer>(checkpoint, at::kFloat, at::kCPU, placement, {}, {loras, {}});
    const Fp8ProductScope scope(fp8);
    return model->forward(m_latents, 500, model->prepareRope(3, 8, 8), model->prepareText(m_text), {});
  }

private:
  const at::Tensor m_latents = noise({1, 16, 3, 8, 8}, 9);
  const at::Tensor m_text = weights::loadTensors(oracle("../models_lora/wan.safetensors")).tensors.at("text");
};

TEST_F(Fp8Model, IsCloseToItsDequantizedTwin) {
  const auto exact = result("fp8_plain", false);
  EXPECT_TRUE(result("fp8", false).equal(exact));
  const double error = relativeError(result("fp8", true), exact);
  RecordProperty("relative_error", std::to_string(error));
  EXPECT_LE(error, 0.05);
  EXPECT_GT(error, 1e-4);
}

TEST_F(Fp8Model, ModelsInOtherTypesGiveTheSameBits) {
  for (const auto* folder : {"fp8_plain", "q8"}) EXPECT_TRUE(result(folder, true).equal(result(folder, false)));
}

TEST_F(Fp8Model, StreamedWeightsGiveTheSameBits) {
  const auto lora = Checkpoint::open(oracle("../models_lora/wan/comfy.safetensors"));
  for (const auto& loras : {LoraStack{}, LoraStack{{&lora, kStrengths}}}) {
    const auto want = result("fp8", true, kResident, loras);
    for (const auto source : {Placement::Source::Memory, Placement::Source::Disk})
      for (const int slots : {1, 2}) EXPECT_TRUE(result("fp8", true, {1, slots, source}, loras).equal(want)) << slots;
  }
}

}  // namespace
}  // namespace fb::models
