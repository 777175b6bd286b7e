// SPDX-License-Identifier: MIT
// LoRAs on the transformers: merged, added at use, next to streamed and to quantised weights.
#include "models/ltx/ltx_transformer.h"
#include "models/wan/wan_transformer.h"

#include "lora_cases.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

namespace fb::models {
namespace {

using weights::Checkpoint;
using weights::LoraStack;
using weights::Placement;

std::filesystem::path loraOracle(const std::string& name) { return oracle("../models_lora/" + name); }

std::vector<std::string> casesOf(const std::string& family) {
  std::ifstream file(loraOracle("cases.json"));
  return nlohmann::json::parse(file).at(family).get<std::vector<std::string>>();
}

at::Tensor forward(const WanTransformer& model, const weights::NamedTensors& in) {
  return model.forward(in.at("latents"), 500, model.prepareRope(3, 4, 4), model.prepareText(in.at("text")), {});
}
at::Tensor forward(const LtxTransformer& model, const weights::NamedTensors& in) {
  return model.forward(in.at("latents"), in.at("timestep"),
                       model.prepareRope(latentCoordinates(3, 4, 4, 25, /*causal=*/false)),
                       model.prepareText(in.at("text"), in.at("mask")), {}, {});
}

template <class Model>
struct Subject;
template <>
struct Subject<WanTransformer> {
  static constexpr auto kName = "wan";
};
template <>
struct Subject<LtxTransformer> {
  static constexpr auto kName = "ltx";
};

template <class Model>
class Lora : public testing::Test {
protected:
  const std::string m_name = Subject<Model>::kName;
  const weights::NamedTensors m_tensors = weights::loadTensors(loraOracle(m_name + ".safetensors")).tensors;

  std::filesystem::path file(const std::string& name) const { return loraOracle(m_name + "/" + name); }
  Checkpoint loraFile(const std::string& name) const { return Checkpoint::open(file(name + ".safetensors")); }
  at::Tensor result(const std::string& folder, const LoraStack& loras, const Placement& placement,
                    at::ScalarType dtype = at::kFloat) const {
    const auto checkpoint = Checkpoint::open(file(folder));
    const auto model = weights::loadModel<Model>(checkpoint, dtype, at::kCPU, placement, {}, {loras, {}});
    return forward(*model, m_tensors);
  }
};
using Models = testing::Types<WanTransformer, LtxTransformer>;
TYPED_TEST_SUITE(Lora, Models);

TYPED_TEST(Lora, EverySpellingAndKindEqualsDiffusers) {
  for (const auto& name : casesOf(this->m_name)) {
    const auto lora = this->loraFile(name);
    const LoraStack stack{{&lora, always(kStrength)}};
    const auto& want = this->m_tensors.at(name);
    EXPECT_GT(relativeError(this->m_tensors.at("base"), want), 1e-2) << name;
    for (const auto* folder : {"transformer", "transformer_original"}) {
      EXPECT_LE(relativeError(this->result(folder, stack, {}), want), 1e-5) << name << " merged";
      EXPECT_LE(relativeError(this->result(folder, stack, kUnmerged), want), 1e-5) << name << " at use";
    }
  }
}

TYPED_TEST(Lora, EveryFileThatDiffusersReadsEqualsDiffusersWithPeft) {
  std::ifstream json(loraOracle("peft.json"));
  const auto strengths = nlohmann::json::parse(json).at(this->m_name).template get<std::map<std::string, double>>();
  EXPECT_GE(strengths.size(), 8u);
  for (const auto& [name, strength] : strengths) {
    const auto lora = this->loraFile(name);
    const LoraStack stack{{&lora, always(strength)}};
    for (const auto* folder : {"transformer", "transformer_original"})
      for (const auto& placement : {Placement{}, kUnmerged})
        EXPECT_LE(relativeError(this->result(folder, stack, placement), this->m_tensors.at(name)), 1e-5)
            << name << " " << folder;
  }
}

TYPED_TEST(Lora, StreamedWeightsGiveTheSameBits) {
  for (const auto& name : casesOf(this->m_name)) {
    const auto lora = this->loraFile(name);
    const LoraStack stack{{&lora, always(kStrength)}};
    for (const auto dtype : {at::kFloat, at::kBFloat16}) {
      const auto want = this->result("transformer", stack, kUnmerged, dtype);
      for (const auto& placement : {kStreamed, Placement{1, 1, Placement::Source::Disk}})
        EXPECT_TRUE(this->result("transformer", stack, placement, dtype).equal(want)) << name;
    }
  }
}

TYPED_TEST(Lora, SeveralAddUp) {
  const auto first = this->loraFile("comfy"), second = this->loraFile("loha");
  const LoraStack stack{{&first, always(kStrength)}, {&second, always(-0.4)}};
  EXPECT_LE(relativeError(this->result("transformer", stack, {}), this->m_tensors.at("both")), 1e-5);
  EXPECT_LE(relativeError(this->result("transformer", stack, kUnmerged), this->m_tensors.at("both")), 1e-5);
}

TYPED_TEST(Lora, StrengthsFollowTheStage) {
  for (const auto* name : {"comfy", "loha", "dora_rows", "vectors"}) {
    const auto lora = this->loraFile(name);
    const LoraStack stack{{&lora, {kStrength, 0, kStrength}}};
    for (const auto& placement : {Placement{}, kStreamed}) {
      const auto model = weights::loadModel<TypeParam>(Checkpoint::open(this->file("transformer")), at::kFloat,
                                                       at::kCPU, placement, {}, {stack, {}});
      const auto early = forward(*model, this->m_tensors);
      EXPECT_LE(relativeError(early, this->m_tensors.at(name)), 1e-5) << name;
      model->setLoraStrengths(std::array{0.0});
      const auto without = this->result("transformer", {}, placement);
      EXPECT_TRUE(forward(*model, this->m_tensors).equal(without)) << name;
      model->setLoraStrengths(std::array{kStrength});
      EXPECT_TRUE(forward(*model, this->m_tensors).equal(early)) << name;
    }
  }
}

TYPED_TEST(Lora, StrengthZeroGivesTheSameBitsAsNone) {
  const auto lora = this->loraFile("vectors");
  const LoraStack stack{{&lora, always(0)}};
  for (const auto& placement : {Placement{}, kUnmerged, kStreamed})
    EXPECT_TRUE(this->result("transformer", stack, placement).equal(this->result("transformer", {}, placement)));
}

TYPED_TEST(Lora, MemoryIsCounted) {
  const auto checkpoint = Checkpoint::open(this->file("transformer"));
  const auto lora = this->loraFile("comfy");
  const LoraStack stack{{&lora, always(1)}};
  std::uint64_t stored = 0;
  for (const auto& [name, view] : lora.tensors())
    if (!name.ends_with(".alpha")) stored += weights::alignedBytes(view.shape, at::kFloat);
  const auto without = weights::sizesOf<TypeParam>(checkpoint, at::kFloat).total();
  EXPECT_EQ(weights::sizesOf<TypeParam>(checkpoint, at::kFloat, stack, kStreamed).total(), without + stored);
  EXPECT_EQ(weights::sizesOf<TypeParam>(checkpoint, at::kFloat, stack, {}).total(), without);  // merged
}

TYPED_TEST(Lora, TheOtherModelsDoesNotFit) {
  const auto other = weights::loraTargetsOf<TypeParam>(Checkpoint::open(this->file("other")));
  const auto file = weights::LoraFile::read(this->loraFile("comfy"));
  const auto fit = weights::fitLora(file, other);
  EXPECT_FALSE(fit.isWhole());
  EXPECT_FALSE(fit.misshapen.empty());  // the same names in other shapes
  EXPECT_FALSE(fit.unmatched.empty());  // the third block
  EXPECT_EQ(fit.matches.size() + fit.misshapen.size() + fit.unmatched.size(), file.layers().size());
}

class QuantizedLora : public Lora<WanTransformer> {};

TEST_F(QuantizedLora, EqualsTheDequantizedWeights) {
  for (const auto* name : {"comfy", "loha", "dora_rows", "vectors"}) {
    const auto lora = loraFile(name);
    const LoraStack stack{{&lora, always(kStrength)}};
    for (const std::string type : {"fp8", "q8"}) {
      const auto want = result(type + "_plain", stack, {});
      for (const auto& placement : {Placement{}, kStreamed})
        EXPECT_LE(relativeError(result(type, stack, placement), want), 1e-5) << name << " " << type;
      EXPECT_GT(relativeError(result(type, {}, {}), want), 1e-2);
    }
  }
}

}  // namespace
}  // namespace fb::models
