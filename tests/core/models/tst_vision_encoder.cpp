// SPDX-License-Identifier: MIT
#include "models/image/vision_encoder.h"

#include "model_cases.h"

#include <fstream>

namespace fb::models {
namespace {

constexpr int kCases = 3;

VisionEncoder loadEncoder(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<VisionEncoder, VisionEncoderConfig>(checkpoint, visionEncoderNames(checkpoint), dtype);
}

VisionEncoder loadEncoder(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadEncoder(weights::Checkpoint::open(oracle(folder)), dtype);
}

struct Cases {
  weights::NamedTensors tensors = weights::loadTensors(oracle("vision_encoder.safetensors")).tensors;
  at::Tensor at(int i, const char* what) const { return tensors.at(fmt::format("{}.{}", i, what)); }
};

TEST(VisionEncoder, EqualsTransformersInFloat32) {
  const auto model = loadEncoder("vision_encoder");
  const Cases cases;
  for (int i = 0; i < kCases; ++i)
    EXPECT_LE(relativeError(model.forward(cases.at(i, "image"), {}), cases.at(i, "float32")), 1e-5) << i;
}

TEST(VisionEncoder, EqualsTransformersInBFloat16) {
  const auto model = loadEncoder("vision_encoder", at::kBFloat16);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    const auto rows = model.forward(cases.at(i, "image"), {});
    EXPECT_EQ(rows.scalar_type(), at::kBFloat16);
    EXPECT_LE(relativeError(rows, cases.at(i, "bfloat16")), 2e-2) << i;
  }
}

TEST(VisionEncoder, NamesWithPrefixAndProjectionGiveTheSameBits) {
  const auto model = loadEncoder("vision_encoder"), projecting = loadEncoder("vision_encoder_projection");
  const Cases cases;
  for (int i = 0; i < kCases; ++i)
    EXPECT_TRUE(model.forward(cases.at(i, "image"), {}).equal(projecting.forward(cases.at(i, "image"), {}))) << i;
}

TEST(VisionEncoder, IsRecognisedByItsTensors) {
  for (const auto* folder : {"vision_encoder", "vision_encoder_projection"}) {
    const auto checkpoint = weights::Checkpoint::open(oracle(folder));
    EXPECT_TRUE(isVisionEncoder(checkpoint)) << folder;
    const auto config = VisionEncoderConfig::detect(checkpoint);
    EXPECT_EQ(config.dim, 32);
    EXPECT_EQ(config.heads, 4);
    EXPECT_EQ(config.layers, 4);
    EXPECT_EQ(config.imageSize, 56);
    EXPECT_EQ(config.tokens(), 17);
  }
  for (const auto* folder : {"umt5", "vae", "transformer"})
    EXPECT_FALSE(isVisionEncoder(weights::Checkpoint::open(oracle(folder)))) << folder;
}

// ComfyUI's file comes without a config.
TEST(VisionEncoder, HasViTHsHeadsWithoutAConfig) {
  const ScratchFolder scratch;
  const auto config = VisionEncoderConfig::detect(
      scratch.of({{"vision_model.embeddings.patch_embedding.weight", at::zeros({1280, 3, 14, 14}, at::kHalf)},
                  {"vision_model.embeddings.position_embedding.weight", at::zeros({257, 1280}, at::kHalf)},
                  {"vision_model.encoder.layers.0.layer_norm1.weight", at::zeros({1280}, at::kHalf)},
                  {"vision_model.encoder.layers.0.mlp.fc1.weight", at::zeros({5120, 1280}, at::kHalf)}}));
  EXPECT_EQ(config.heads, 16);
  EXPECT_EQ(config.imageSize, 224);
  EXPECT_EQ(config.tokens(), 257);
}

TEST(VisionEncoder, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("vision_encoder"), [](weights::NamedTensors& tensors) {
    tensors.erase("encoder.layers.3.mlp.fc2.bias");  // of the last layer, which is not computed
    tensors.erase("encoder.layers.1.layer_norm2.bias");
    tensors["encoder.layers.1.layer_norm3.bias"] = at::zeros({32});
  });
  const auto error = errorOf([&] { loadEncoder(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  for (const auto* name :
       {"encoder.layers.3.mlp.fc2.bias", "encoder.layers.1.layer_norm2.bias", "encoder.layers.1.layer_norm3.bias"})
    EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
}

TEST(VisionEncoder, RefusesOtherActivations) {
  const ScratchFolder scratch;
  const auto folder = scratch.edited(oracle("vision_encoder"), [](weights::NamedTensors&) {}).path();
  std::ofstream(folder / "config.json") << R"({"hidden_act": "quick_gelu", "num_attention_heads": 4})";
  const auto checkpoint = weights::Checkpoint::open(folder);
  const auto error = errorOf([&] { VisionEncoderConfig::detect(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Unsupported);
  EXPECT_NE(error.message.find("quick_gelu"), std::string::npos) << error.message;
}

// Its layers are counted, so a large number in the config takes no memory.
TEST(VisionEncoder, RefusesAConfigThatSaysOtherLayersThanThereAre) {
  const ScratchFolder scratch;
  const auto folder = scratch.edited(oracle("vision_encoder"), [](weights::NamedTensors&) {}).path();
  for (const auto* layers : {"2147483647", "0", "-1", "5"}) {
    std::ofstream(folder / "config.json") << R"({"num_attention_heads": 4, "num_hidden_layers": )" << layers << '}';
    const auto error = errorOf([&] { VisionEncoderConfig::detect(weights::Checkpoint::open(folder)); });
    EXPECT_EQ(error.kind, ErrorKind::Corrupt);
    EXPECT_NE(error.message.find(layers), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("4 layers"), std::string::npos) << error.message;
  }
}

TEST(VisionEncoder, StopsOnRequest) {
  const auto model = loadEncoder("vision_encoder");
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(model.forward(Cases().at(0, "image"), stop.get_token()), Stopped);
}

}  // namespace
}  // namespace fb::models
