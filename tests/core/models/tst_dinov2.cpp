// SPDX-License-Identifier: MIT
#include "models/perception/dinov2.h"

#include "model_cases.h"

#include <fstream>

namespace fb::models {
namespace {

namespace fs = std::filesystem;

fs::path modelFolder(const std::string& name) { return oracle("../perception/" + name); }

Dinov2 loadDinov2(const weights::Checkpoint& checkpoint) {
  return load<Dinov2, Dinov2Config>(checkpoint, Dinov2::names(checkpoint), at::kFloat);
}

struct Cases {
  weights::NamedTensors tensors = weights::loadTensors(modelFolder("dinov2.safetensors")).tensors;
  at::Tensor at(const std::string& model, int i, const char* what) const {
    return tensors.at(fmt::format("{}.{}.{}", model, i, what));
  }
  int count(const std::string& model) const {
    int cases = 0;
    while (tensors.contains(fmt::format("{}.{}.images", model, cases))) ++cases;
    return cases;
  }
};

class Dinov2Models : public testing::TestWithParam<const char*> {};

TEST_P(Dinov2Models, EqualTransformersAtEverySize) {
  const std::string name = GetParam();
  const auto model = loadDinov2(weights::Checkpoint::open(modelFolder(name)));
  const Cases cases;
  ASSERT_GT(cases.count(name), 0);
  for (int i = 0; i < cases.count(name); ++i) {
    const auto features = model.forward(cases.at(name, i, "images"), {});
    EXPECT_LE(relativeError(features, cases.at(name, i, "features")), 1e-5) << name << " " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Dinov2Models,
                         testing::Values("dinov2", "dinov2_registers", "dinov2_gated", "dinov2_vits"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(Dinov2Files, AreRecognisedByTheirTensors) {
  for (const auto* name : {"dinov2", "dinov2_registers", "dinov2_gated", "dinov2_vits"})
    EXPECT_TRUE(isDinov2(weights::Checkpoint::open(modelFolder(name)))) << name;
  EXPECT_FALSE(isDinov2(weights::Checkpoint::open(modelFolder("lpips_tiny_vgg.safetensors"))));
  const auto config = Dinov2Config::detect(weights::Checkpoint::open(modelFolder("dinov2_registers")));
  EXPECT_EQ(config.dim, 48);
  EXPECT_EQ(config.heads, 4);
  EXPECT_EQ(config.layers, 3);
  EXPECT_EQ(config.side, 4);
  EXPECT_EQ(config.registers, 3);
  EXPECT_FALSE(config.gated);
  EXPECT_EQ(config.name(), "DINOv2 3 x 48 with registers");
  EXPECT_TRUE(Dinov2Config::detect(weights::Checkpoint::open(modelFolder("dinov2_gated"))).gated);
}

// A downloaded file may lie alone, or next to the config of another model.
TEST(Dinov2Files, HaveThePublishedHeadsWithoutAConfigOfTheirOwn) {
  const TemporaryFolder folder;
  fs::copy_file(modelFolder("dinov2_vits") / "model.safetensors", folder / "model.safetensors");
  const auto named = [&] {
    const auto config = Dinov2Config::detect(weights::Checkpoint::open(folder / "model.safetensors"));
    EXPECT_EQ(config.heads, 6);
    EXPECT_EQ(config.eps, 1e-6);
    return config.name();
  };
  EXPECT_EQ(named(), "DINOv2 ViT-S/14");
  std::ofstream(folder / "config.json") << R"({"model_type": "bert", "num_attention_heads": 2, "hidden_act": "relu"})";
  EXPECT_EQ(named(), "DINOv2 ViT-S/14");
}

TEST(Dinov2Files, NameMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(modelFolder("dinov2"), [](weights::NamedTensors& tensors) {
    tensors.erase("encoder.layer.1.norm2.bias");
    tensors.erase("embeddings.mask_token");  // not needed
    tensors["encoder.layer.1.norm3.bias"] = at::zeros({48});
    tensors["layernorm.bias"] = at::zeros({47});
  });
  const auto error = errorOf([&] { loadDinov2(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  for (const auto* name : {"encoder.layer.1.norm2.bias", "encoder.layer.1.norm3.bias", "layernorm.bias: is [47]"})
    EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
  EXPECT_EQ(error.message.find("mask_token"), std::string::npos) << error.message;
}

TEST(Dinov2Files, WithOtherActivationsLayersOrHeadsAreRefused) {
  const ScratchFolder scratch;
  const auto folder = scratch.edited(modelFolder("dinov2"), [](weights::NamedTensors&) {}).path();
  const auto refused = [&](const char* fields) {
    std::ofstream(folder / "config.json") << R"({"model_type": "dinov2", )" << fields << '}';
    return errorOf([&] { Dinov2Config::detect(weights::Checkpoint::open(folder)); });
  };
  EXPECT_EQ(refused(R"("hidden_act": "relu", "num_attention_heads": 4)").kind, ErrorKind::Unsupported);
  EXPECT_NE(refused(R"("num_hidden_layers": 2147483647)").message.find("3 layers"), std::string::npos);
  for (const auto* heads : {"0", "-4", "5"})
    EXPECT_EQ(refused(fmt::format(R"("num_attention_heads": {})", heads).c_str()).kind, ErrorKind::Corrupt) << heads;
}

TEST(Dinov2Files, WhosePositionsFormNoSquareAreRefused) {
  const ScratchFolder scratch;
  for (const int positions : {1, 16, 18}) {
    const auto checkpoint = scratch.edited(modelFolder("dinov2"), [&](weights::NamedTensors& tensors) {
      tensors["embeddings.position_embeddings"] = at::zeros({1, positions, 48});
    });
    EXPECT_EQ(errorOf([&] { Dinov2Config::detect(checkpoint); }).kind, ErrorKind::Corrupt) << positions;
  }
}

TEST(Dinov2Forward, StopsOnRequest) {
  const auto model = loadDinov2(weights::Checkpoint::open(modelFolder("dinov2")));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(model.forward(Cases().at("dinov2", 0, "images"), stop.get_token()), Stopped);
}

}  // namespace
}  // namespace fb::models
