// SPDX-License-Identifier: MIT
// LoRAs on the text encoders: merged, added at use, next to streamed weights.
#include "models/text/t5_encoder.h"

#include "lora_cases.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>

namespace fb::models {
namespace {

using weights::Checkpoint;
using weights::LoraStack;
using weights::Placement;

std::filesystem::path textOracle(const std::string& name) { return oracle("../text_lora/" + name); }

std::vector<std::string> cases() {
  std::ifstream file(textOracle("cases.json"));
  return nlohmann::json::parse(file).get<std::vector<std::string>>();
}

class TextLora : public testing::TestWithParam<const char*> {
protected:
  const std::string m_name = GetParam();
  const weights::NamedTensors m_tensors = weights::loadTensors(textOracle(m_name + ".safetensors")).tensors;

  Checkpoint loraFile(const std::string& name) const {
    return Checkpoint::open(textOracle(m_name + "/" + name + ".safetensors"));
  }
  std::shared_ptr<const T5Encoder> encoder(const std::string& folder, const LoraStack& loras,
                                           const Placement& placement, at::ScalarType dtype = at::kFloat) const {
    return weights::loadModel<T5Encoder>(Checkpoint::open(textOracle(m_name + "/" + folder)), dtype, at::kCPU,
                                         placement, {}, {loras, {}});
  }
  at::Tensor encoded(const T5Encoder& model) const {
    return model.forward(m_tensors.at("ids"), m_tensors.at("mask"), {});
  }
  at::Tensor result(const std::string& folder, const LoraStack& loras, const Placement& placement,
                    at::ScalarType dtype = at::kFloat) const {
    return encoded(*encoder(folder, loras, placement, dtype));
  }
  // T5's files have transformers' names only.
  std::vector<std::string> folders() const {
    return m_name == "umt5" ? std::vector<std::string>{"model", "model_original"} : std::vector<std::string>{"model"};
  }
};

TEST_P(TextLora, EverySpellingAndKindEqualsTransformersInFloat64) {
  EXPECT_GE(cases().size(), 13u);
  for (const auto& name : cases()) {
    const auto lora = loraFile(name);
    const LoraStack stack{{&lora, always(kStrength)}};
    const auto& want = m_tensors.at(name);
    EXPECT_GT(relativeError(m_tensors.at("base"), want), 1e-2) << name;
    for (const auto& folder : folders()) {
      EXPECT_LE(relativeError(result(folder, stack, {}), want), 1e-5) << name << " merged " << folder;
      EXPECT_LE(relativeError(result(folder, stack, kUnmerged), want), 1e-5) << name << " at use " << folder;
    }
  }
}

TEST_P(TextLora, SeveralAddUp) {
  const auto first = loraFile("comfy"), second = loraFile("loha");
  const LoraStack stack{{&first, always(kStrength)}, {&second, always(-0.4)}};
  for (const auto& placement : {Placement{}, kUnmerged})
    EXPECT_LE(relativeError(result("model", stack, placement), m_tensors.at("both")), 1e-5);
}

TEST_P(TextLora, StreamedWeightsGiveTheSameBits) {
  for (const auto& name : cases()) {
    const auto lora = loraFile(name);
    const LoraStack stack{{&lora, always(kStrength)}};
    for (const auto dtype : {at::kFloat, at::kBFloat16}) {
      const auto want = result("model", stack, kUnmerged, dtype);
      for (const auto& placement : {kStreamed, Placement{1, 1, Placement::Source::Disk}})
        EXPECT_TRUE(result("model", stack, placement, dtype).equal(want)) << name;
    }
  }
}

TEST_P(TextLora, OneEncoderServesSeveralStrengths) {
  for (const auto* name : {"comfy", "loha", "dora_rows", "tables"}) {
    const auto lora = loraFile(name);
    const LoraStack stack{{&lora, {0, kStrength, kStrength}}};
    const auto model = encoder("model", stack, {});
    const auto without = result("model", {}, {});
    EXPECT_TRUE(encoded(*model).equal(without)) << name;
    model->setLoraStrengths(std::array{kStrength});
    EXPECT_LE(relativeError(encoded(*model), m_tensors.at(name)), 1e-5) << name;
    model->setLoraStrengths(std::array{0.0});
    EXPECT_TRUE(encoded(*model).equal(without)) << name;
  }
}

TEST_P(TextLora, MemoryIsCounted) {
  const auto checkpoint = Checkpoint::open(textOracle(m_name + "/model"));
  const auto lora = loraFile("comfy");
  const LoraStack stack{{&lora, always(1)}};
  std::uint64_t stored = 0;
  for (const auto& [name, view] : lora.tensors())
    if (!name.ends_with(".alpha")) stored += weights::alignedBytes(view.shape, at::kFloat);
  const auto without = weights::sizesOf<T5Encoder>(checkpoint, at::kFloat).total();
  EXPECT_EQ(weights::sizesOf<T5Encoder>(checkpoint, at::kFloat, stack, kStreamed).total(), without + stored);
  EXPECT_EQ(weights::sizesOf<T5Encoder>(checkpoint, at::kFloat, stack, {}).total(), without);  // merged
}

INSTANTIATE_TEST_SUITE_P(Encoders, TextLora, testing::Values("umt5", "t5"));

}  // namespace
}  // namespace fb::models
