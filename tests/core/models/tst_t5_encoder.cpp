// SPDX-License-Identifier: MIT
#include "models/text/t5_encoder.h"

#include "model_cases.h"

namespace fb::models {
namespace {

constexpr int kCases = 3;

T5Encoder loadEncoder(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<T5Encoder, T5Config>(checkpoint, t5Names(checkpoint), dtype);
}

T5Encoder loadEncoder(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadEncoder(weights::Checkpoint::open(oracle(folder)), dtype);
}

struct Cases {
  explicit Cases(const std::string& kind = "umt5")
      : tensors(weights::loadTensors(oracle(kind + ".safetensors")).tensors) {}
  weights::NamedTensors tensors;

  at::Tensor at(int i, const char* what) const { return tensors.at(fmt::format("{}.{}", i, what)); }
  at::Tensor encoded(const T5Encoder& model, int i) const { return model.forward(at(i, "ids"), at(i, "mask"), {}); }
};

TEST(T5Encoder, EqualsTransformersInFloat32) {
  for (const std::string kind : {"umt5", "t5"}) {
    const auto model = loadEncoder(kind);
    EXPECT_EQ(model.config().tableInEveryLayer, kind == "umt5");
    const Cases cases(kind);
    for (int i = 0; i < kCases; ++i)
      EXPECT_LE(relativeError(cases.encoded(model, i), cases.at(i, "float32")), 1e-5) << kind << i;
  }
}

TEST(T5Encoder, EqualsTransformersInBFloat16) {
  for (const std::string kind : {"umt5", "t5"}) {
    const auto model = loadEncoder(kind, at::kBFloat16);
    const Cases cases(kind);
    for (int i = 0; i < kCases; ++i) {
      const auto encoded = cases.encoded(model, i);
      EXPECT_EQ(encoded.scalar_type(), at::kBFloat16);
      EXPECT_LE(relativeError(encoded, cases.at(i, "bfloat16")), 2e-2) << kind << i;
    }
  }
}

// With these weights, the products of `wo` exceed float16's range.
TEST(T5Encoder, StaysFiniteInFloat16) {
  const auto model = loadEncoder("umt5_wide", at::kHalf);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_LE(relativeError(cases.encoded(model, i), cases.at(i, "wide")), 2e-2) << i;
}

TEST(T5Encoder, OriginalLayoutGivesTheSameBits) {
  const auto model = loadEncoder("umt5"), original = loadEncoder("umt5_original");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_TRUE(cases.encoded(model, i).equal(cases.encoded(original, i))) << i;
}

TEST(T5Encoder, TakesTheEmbeddingUnderEitherName) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("umt5"), [](weights::NamedTensors& tensors) {
    tensors["encoder.embed_tokens.weight"] = tensors.at("shared.weight");
    tensors.erase("shared.weight");
  });
  const Cases cases;
  EXPECT_TRUE(cases.encoded(loadEncoder(checkpoint), 0).equal(cases.encoded(loadEncoder("umt5"), 0)));
}

TEST(T5Encoder, NamesMissingAndUnexpectedTensors) {
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

TEST(T5Encoder, RefusesBucketsThatNoDistanceFallsInto) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("umt5"), [](weights::NamedTensors& tensors) {
    for (auto& [name, tensor] : tensors)
      if (name.ends_with("relative_attention_bias.weight")) tensor = tensor.narrow(0, 0, 3).contiguous();
  });
  const auto error = errorOf([&] { loadEncoder(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("3 buckets"), std::string::npos) << error.message;
}

// Like <extra_id_0> in tokenizers whose model has no more pieces than the encoder has rows.
TEST(T5Encoder, RefusesATokenThatItHasNoRowFor) {
  const auto model = loadEncoder("umt5");
  const auto ids = at::full({1, 4}, model.config().vocab, at::kLong);
  const auto error = errorOf([&] { model.forward(ids, at::ones_like(ids), {}); });
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find("special token"), std::string::npos) << error.message;
}

// Each size that the detection reads, in turn; all models read theirs in the same way.
TEST(T5Encoder, RefusesASizeOfZero) {
  const std::pair<const char*, std::vector<std::int64_t>> tensors[] = {
      {"shared.weight", {0, 32}},
      {"shared.weight", {64, 0}},
      {"encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", {8, 0}},
      {"encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", {0, 4}},
      {"encoder.block.0.layer.0.SelfAttention.q.weight", {0, 32}},
      {"encoder.block.0.layer.1.DenseReluDense.wi_0.weight", {0, 32}},
  };
  for (const auto& [name, shape] : tensors) {
    const ScratchFolder scratch;
    const auto checkpoint = scratch.edited(oracle("umt5"), [&](weights::NamedTensors& all) {
      ASSERT_TRUE(all.contains(name)) << name;
      all[name] = at::zeros(shape);
    });
    const auto error = errorOf([&] { T5Config::detect(checkpoint); });
    EXPECT_EQ(error.kind, ErrorKind::Corrupt);
    EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
  }
}

TEST(T5Encoder, StopsOnRequest) {
  const auto model = loadEncoder("umt5");
  const Cases cases;
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(model.forward(cases.at(1, "ids"), cases.at(1, "mask"), source.get_token()), Stopped);
}

}  // namespace
}  // namespace fb::models
