// SPDX-License-Identifier: MIT
#include "models/wan/wan_flops.h"
#include "models/wan/wan_transformer.h"

#include "model_cases.h"
#include "stop_at_first.h"

#include <limits>
#include <thread>

namespace fb::models {
namespace {

constexpr int kCases = 3;

WanTransformer loadTransformer(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<WanTransformer, WanTransformerConfig>(checkpoint, wanTransformerNames(checkpoint), dtype);
}

WanTransformer loadTransformer(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadTransformer(weights::Checkpoint::open(oracle(folder)), dtype);
}

WanTransformer::Rope ropeOf(const WanTransformer& model, const at::Tensor& latents) {
  return model.prepareRope(latents.size(2), latents.size(3), latents.size(4));
}

struct Cases {
  weights::NamedTensors tensors;
  explicit Cases(const char* file = "transformer.safetensors") : tensors(weights::loadTensors(oracle(file)).tensors) {}

  at::Tensor at(int i, const char* what) const { return tensors.at(fmt::format("{}.{}", i, what)); }
  at::Tensor velocity(const WanTransformer& model, int i, std::stop_token stop = {}) const {
    auto context = model.prepareText(at(i, "text"));
    if (model.config().takesImage()) context.image = model.prepareImage(at(i, "image"));
    return model.forward(at(i, "latents"), at(i, "timestep").item<float>(), ropeOf(model, at(i, "latents")), context,
                         stop);
  }
};

TEST(WanTransformer, EqualsDiffusersInFloat32) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  for (int i = 0; i < kCases; ++i)
    EXPECT_LE(relativeError(cases.velocity(model, i), cases.at(i, "float32")), 1e-5) << i;
}

TEST(WanTransformer, KeepsWhatItMadeOfAPromptForTheNextRun) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  const auto first = cases.velocity(model, 0);
  const auto context = model.prepareText(cases.at(0, "text"));
  // Its keys and values are there: the first run has released them.
  context.text->of(0, [](const at::Tensor&) -> KeysValues {
    ADD_FAILURE() << "made again";
    return {at::zeros({1}), at::zeros({1})};
  });
  EXPECT_NE(model.prepareText(cases.at(0, "text")).text, context.text) << "one that is in use is not shared";
  EXPECT_TRUE(cases.velocity(model, 0).equal(first));
  EXPECT_TRUE(model.dropSpareContexts());
  EXPECT_TRUE(cases.velocity(model, 0).equal(first));
  EXPECT_TRUE(cases.velocity(model, 1).equal(cases.velocity(loadTransformer("transformer"), 1)));
}

TEST(WanTransformer, EqualsDiffusersInBFloat16) {
  const auto model = loadTransformer("transformer", at::kBFloat16);
  const Cases cases;
  for (int i = 0; i < kCases; ++i) {
    const auto velocity = cases.velocity(model, i);
    EXPECT_EQ(velocity.scalar_type(), at::kBFloat16);
    EXPECT_LE(relativeError(velocity, cases.at(i, "bfloat16")), 2e-2) << i;
  }
}

TEST(WanTransformer, EqualRowsAfterThePromptCountAsOneThatOften) {
  const auto model = loadTransformer("transformer");
  Cases cases;
  int shortened = 0;
  for (int i = 0; i < kCases; ++i) {
    const auto text = cases.at(i, "text");
    const auto rows = text.ne(0).any(2).sum().item<std::int64_t>();
    const auto context = model.prepareText(text);
    ASSERT_EQ(context.repeats.defined(), rows + 1 < text.size(1));
    if (!context.repeats.defined()) continue;
    ++shortened;
    EXPECT_EQ(context.repeats.size(3), rows + 1);
    EXPECT_NEAR(context.repeats.exp().sum().item<double>(), static_cast<double>(text.size(1)), 1e-3);

    const auto before = cases.velocity(model, i);
    text.select(1, text.size(1) - 1).fill_(1e-30);  // as good as zero, but another row
    EXPECT_FALSE(model.prepareText(text).repeats.defined());
    EXPECT_LE(relativeError(cases.velocity(model, i), before), 1e-6) << i;
  }
  EXPECT_GE(shortened, 2);
  EXPECT_FALSE(loadTransformer("transformer", at::kBFloat16).prepareText(cases.at(0, "text")).repeats.defined());
  // A row that differs even from itself.
  const auto broken = cases.at(0, "text").clone();
  broken.select(1, broken.size(1) - 1).fill_(std::numeric_limits<float>::quiet_NaN());
  EXPECT_FALSE(model.prepareText(broken).repeats.defined());
}

TEST(WanTransformer, EqualRowsOfPromptsOfDifferentLengths) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  auto texts = at::cat({cases.at(0, "text"), cases.at(0, "text")});
  texts[1].narrow(0, 2, texts.size(1) - 2).zero_();
  const auto latents = cases.at(0, "latents");
  const auto velocity = [&](const at::Tensor& x, const at::Tensor& text) {
    return model.forward(x, 500, ropeOf(model, latents), model.prepareText(text), {});
  };
  const auto together = velocity(at::cat({latents, latents}), texts);
  for (const std::int64_t i : {0, 1})
    EXPECT_LE(relativeError(together.narrow(0, i, 1), velocity(latents, texts.narrow(0, i, 1))), 1e-6) << i;
}

TEST(WanTransformer, OriginalLayoutGivesTheSameBits) {
  const auto model = loadTransformer("transformer"), original = loadTransformer("transformer_original");
  const Cases cases;
  for (int i = 0; i < kCases; ++i) EXPECT_TRUE(cases.velocity(model, i).equal(cases.velocity(original, i))) << i;
}

TEST(WanImageTransformer, EqualsDiffusersInFloat32) {
  const auto model = loadTransformer("i2v");
  const Cases cases("i2v.safetensors");
  for (int i = 0; i < kCases; ++i)
    EXPECT_LE(relativeError(cases.velocity(model, i), cases.at(i, "float32")), 1e-5) << i;
}

TEST(WanImageTransformer, EqualsDiffusersInBFloat16) {
  const auto model = loadTransformer("i2v", at::kBFloat16);
  const Cases cases("i2v.safetensors");
  for (int i = 0; i < kCases; ++i) {
    const auto velocity = cases.velocity(model, i);
    EXPECT_EQ(velocity.scalar_type(), at::kBFloat16);
    EXPECT_LE(relativeError(velocity, cases.at(i, "bfloat16")), 2e-2) << i;
  }
}

TEST(WanImageTransformer, OriginalLayoutGivesTheSameBits) {
  const auto model = loadTransformer("i2v"), original = loadTransformer("i2v_original");
  const Cases cases("i2v.safetensors");
  for (int i = 0; i < kCases; ++i) EXPECT_TRUE(cases.velocity(model, i).equal(cases.velocity(original, i))) << i;
}

TEST(WanImageTransformer, SeesTheImage) {
  const auto model = loadTransformer("i2v");
  const Cases cases("i2v.safetensors");
  auto context = model.prepareText(cases.at(0, "text"));
  context.image = model.prepareImage(cases.at(1, "image"));
  const auto latents = cases.at(0, "latents");
  const auto other = model.forward(latents, cases.at(0, "timestep").item<float>(), ropeOf(model, latents), context, {});
  EXPECT_GT(relativeError(other, cases.at(0, "float32")), 1e-2);
}

TEST(WanImageTransformer, IsCountedAsTorchCounts) {
  const auto config = WanTransformerConfig::detect(weights::Checkpoint::open(oracle("i2v")));
  const Cases cases("i2v.safetensors");
  for (int i = 0; i < kCases; ++i) {
    const auto latents = cases.at(i, "latents");
    const LatentSize size{latents.size(2), latents.size(3), latents.size(4)};
    const auto rows = cases.at(i, "image").size(1);
    EXPECT_EQ(wanTransformerFlops(config, size, 512, true, rows), cases.at(i, "flops").item<double>()) << i;
  }
}

TEST(WanImageTransformer, NamesMissingTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("i2v"), [](weights::NamedTensors& tensors) {
    tensors.erase("blocks.1.attn2.norm_added_k.weight");
    tensors.erase("condition_embedder.image_embedder.norm2.bias");
  });
  const auto error = errorOf([&] { loadTransformer(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("blocks.1.attn2.norm_added_k.weight"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("image_embedder.norm2.bias"), std::string::npos) << error.message;
}

TEST(WanTransformer, SeveralThreadsShareOneModel) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  std::vector<at::Tensor> alone(kCases), together(kCases);
  for (int i = 0; i < kCases; ++i) alone[i] = cases.velocity(model, i);
  {
    std::vector<std::jthread> threads;  // each with another latent size
    for (int i = 0; i < kCases; ++i) threads.emplace_back([&, i] { together[i] = cases.velocity(model, i); });
  }
  for (int i = 0; i < kCases; ++i) EXPECT_LE(relativeError(together[i], alone[i]), 1e-6) << i;
}

// A relative change of 2^-10 is less than half a step of bfloat16 everywhere: it affects the result exactly if the
// weights are kept in float32.
TEST(WanTransformer, KeepsTimeEmbedderTablesAndNorm2InFloat32) {
  const ScratchFolder scratch;
  const Cases cases;
  const auto velocityWithChanged = [&](const std::string& name) {
    const auto checkpoint = scratch.edited(oracle("transformer"), [&](weights::NamedTensors& tensors) {
      for (auto& [key, tensor] : tensors) tensor = tensor.to(at::kBFloat16).to(at::kFloat);
      if (!name.empty()) tensors.at(name) *= at::where(at::arange(tensors.at(name).size(-1)) % 2 == 0, 1 + 0x1p-10, 1.);
    });
    return cases.velocity(loadTransformer(checkpoint, at::kBFloat16), 0);
  };
  const auto reference = velocityWithChanged("");
  for (const char* kept :
       {"condition_embedder.time_embedder.linear_1.weight", "condition_embedder.time_embedder.linear_1.bias",
        "condition_embedder.time_embedder.linear_2.weight", "condition_embedder.time_embedder.linear_2.bias",
        "blocks.0.scale_shift_table", "blocks.2.scale_shift_table", "scale_shift_table", "blocks.1.norm2.weight",
        "blocks.0.norm2.bias"})
    EXPECT_FALSE(velocityWithChanged(kept).equal(reference)) << kept;
  for (const char* rounded : {"condition_embedder.time_proj.weight", "condition_embedder.text_embedder.linear_1.weight",
                              "patch_embedding.weight", "proj_out.weight", "blocks.0.attn1.to_q.weight",
                              "blocks.0.attn2.norm_k.weight", "blocks.1.ffn.net.0.proj.weight"})
    EXPECT_TRUE(velocityWithChanged(rounded).equal(reference)) << rounded;
}

TEST(WanTransformer, StopsWithinOneBlock) {
  const auto model = loadTransformer("transformer");
  const Cases cases;
  const auto text = model.prepareText(cases.at(0, "text"));
  const auto rope = ropeOf(model, cases.at(0, "latents"));
  const StopAtFirst norms("aten::layer_norm");
  EXPECT_THROW(model.forward(cases.at(0, "latents"), 999, rope, text, norms.token()), Stopped);
  EXPECT_EQ(norms.calls(), 3);  // those of the first block
}

TEST(WanTransformer, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("transformer"), [](weights::NamedTensors& tensors) {
    tensors.erase("blocks.1.norm2.bias");
    tensors["blocks.1.norm3.bias"] = at::zeros({64});
  });
  const auto error = errorOf([&] { loadTransformer(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("missing: blocks.1.norm2.bias"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("unexpected: blocks.1.norm3.bias"), std::string::npos) << error.message;
}

TEST(WanTransformer, IsInspectedOnTheMetaDevice) {
  const auto checkpoint = weights::Checkpoint::open(oracle("transformer_original"));
  weights::CheckpointReader reader(checkpoint, wanTransformerNames(checkpoint), at::kMeta, at::kFloat);
  const WanTransformer model(WanTransformerConfig::detect(checkpoint), reader);
  EXPECT_TRUE(reader.report().ok());
}

TEST(WanTransformer, RefusesOtherVariantsByName) {
  const ScratchFolder scratch;
  const auto message = [&](int channels, const std::string& extra) {
    const auto checkpoint = scratch.of({{"patch_embedding.weight", at::zeros({128, channels, 1, 2, 2})},
                                        {"head.modulation", at::zeros({1, 2, 128})},
                                        {extra, at::zeros({1})}});
    EXPECT_TRUE(isWanTransformer(checkpoint));
    const auto error = errorOf([&] { WanTransformerConfig::detect(checkpoint); });
    EXPECT_EQ(error.kind, ErrorKind::Unsupported);
    return error.message;
  };
  EXPECT_NE(message(36, "img_emb.emb_pos").find("FLF2V"), std::string::npos);
  EXPECT_NE(message(36, "x").find("WAN 2.2 image-to-video"), std::string::npos);
  EXPECT_NE(message(16, "vace_blocks.0.before_proj.weight").find("VACE"), std::string::npos);
  EXPECT_NE(message(36, "face_adapter.fuser_blocks.0.k_norm.weight").find("Animate"), std::string::npos);
  EXPECT_NE(message(48, "x").find("5B"), std::string::npos);
  EXPECT_NE(message(48, "img_emb.proj.0.weight").find("Fun Control"), std::string::npos);
}

}  // namespace
}  // namespace fb::models
