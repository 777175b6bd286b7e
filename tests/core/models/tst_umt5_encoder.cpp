// SPDX-License-Identifier: MIT
#include "models/text/umt5_encoder.h"

#include "model_cases.h"

namespace fb::models {
namespace {

constexpr int kCases = 3;

Umt5Encoder loadEncoder(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<Umt5Encoder, Umt5Config>(checkpoint, umt5Names(checkpoint), dtype);
}

Umt5Encoder loadEncoder(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadEncoder(weights::Checkpoint::open(oracle(folder)), dtype);
}

struct Cases {
  weights::NamedTensors tensors = weights::loadTensors(oracle("umt5.safetensors")).tensors;

  at::Tensor at(int i, const char* what) const { return tensors.at(fmt::format("{}.{}", i, what)); }
  at::Tensor encoded(const Umt5Encoder& model, int i) const { return model.forward(at(i, "ids"), at(i, "mask"), {}); }
};

TEST(Umt5Encoder, EqualsTransformersInFloat32) {
  const auto model = loadEncoder("umt5");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_LE(relativeError(cases.encoded(model, i), cases.at(i, "float32")), 1e-5) << i;
}

TEST(Umt5Encoder, EqualsTransformersInBFloat16) {
  const auto model = loadEncoder("umt5", at::kBFloat16);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    const auto encoded = cases.encoded(model, i);
    EXPECT_EQ(encoded.scalar_type(), at::kBFloat16);
    EXPECT_LE(relativeError(encoded, cases.at(i, "bfloat16")), 2e-2) << i;
  }
}

// The products of `wo` leave float16's range in these weights.
TEST(Umt5Encoder, StaysFiniteInFloat16) {
  const auto model = loadEncoder("umt5_wide", at::kHalf);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_LE(relativeError(cases.encoded(model, i), cases.at(i, "wide")), 2e-2) << i;
}

TEST(Umt5Encoder, OriginalLayoutGivesTheSameBits) {
  const auto model = loadEncoder("umt5"), original = loadEncoder("umt5_original");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_TRUE(cases.encoded(model, i).equal(cases.encoded(original, i))) << i;
}

TEST(Umt5Encoder, TakesTheEmbeddingUnderEitherName) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("umt5"), [](weights::NamedTensors& tensors) {
    tensors["encoder.embed_tokens.weight"] = tensors.at("shared.weight");
    tensors.erase("shared.weight");
  });
  const Cases cases;
  EXPECT_TRUE(cases.encoded(loadEncoder(checkpoint), 0).equal(cases.encoded(loadEncoder("umt5"), 0)));
}

TEST(Umt5Encoder, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("umt5"), [](weights::NamedTensors& tensors) {
    tensors.erase("encoder.block.1.layer.1.layer_norm.weight");
    tensors["encoder.block.1.layer.1.surplus"] = at::zeros({1});
  });
  const auto error = errorOf([&] { loadEncoder(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("encoder.block.1.layer.1.layer_norm.weight"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("encoder.block.1.layer.1.surplus"), std::string::npos) << error.message;
}

TEST(Umt5Encoder, RefusesT5ByName) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("umt5"), [](weights::NamedTensors& tensors) {
    for (const char* layer : {"1", "2"})
      tensors.erase(fmt::format("encoder.block.{}.layer.0.SelfAttention.relative_attention_bias.weight", layer));
  });
  const auto error = errorOf([&] { Umt5Config::detect(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Unsupported);
  EXPECT_NE(error.message.find("T5 encoder"), std::string::npos) << error.message;
}

TEST(Umt5Encoder, StopsOnRequest) {
  const auto model = loadEncoder("umt5");
  const Cases cases;
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(model.forward(cases.at(1, "ids"), cases.at(1, "mask"), source.get_token()), Stopped);
}

}  // namespace
}  // namespace fb::models
