// SPDX-License-Identifier: MIT
#include "weights/lora_file.h"

#include "files.h"
#include "weights/lora_fit.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

constexpr auto kFile = "x.safetensors";

class LoraFiles : public testing::Test {
protected:
  LoraFile read(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata = {}) {
    saveTensors(m_folder / kFile, tensors, metadata);
    return LoraFile::read(Checkpoint::open(m_folder / kFile));
  }
  double scaleWith(const std::string& adapterMetadata) {
    return read(pair("transformer.blocks.0.attn1.to_q", 8), {{"lora_adapter_metadata", adapterMetadata}})
        .layers()
        .front()
        .scale();
  }

  static NamedTensors pair(const std::string& layer, std::int64_t rank = 2) {
    return {{layer + ".lora_A.weight", at::ones({rank, 6})}, {layer + ".lora_B.weight", at::ones({4, rank})}};
  }
  static NamedTensors with(NamedTensors tensors, const std::string& name, const at::Tensor& tensor) {
    tensors[name] = tensor;
    return tensors;
  }

private:
  TemporaryFolder m_folder;
};

TEST_F(LoraFiles, AlphaDividedByRankIsTheScale) {
  EXPECT_EQ(read(pair("a", 2)).layers().front().scale(), 1);
  const auto file = read(with(pair("a", 2), "a.alpha", at::tensor(0.25F).to(at::kHalf)));
  EXPECT_EQ(file.layers().front().scale(), 0.125);
  EXPECT_EQ(file.rank(), 2);
  EXPECT_EQ(file.alpha(), 0.25);
  EXPECT_EQ(file.kinds(), "LoRA");
}

TEST_F(LoraFiles, AlphaFromDiffusersHeader) {
  EXPECT_EQ(scaleWith(R"({"transformer.r": 8, "transformer.lora_alpha": 16})"), 2);
  EXPECT_EQ(scaleWith(R"({"transformer.lora_alpha": 4, "transformer.alpha_pattern": {"attn1.to_q": 32}})"), 4);
  EXPECT_EQ(scaleWith(R"({"transformer.lora_alpha": 4, "transformer.alpha_pattern": {"to_k": 32}})"), 0.5);
  EXPECT_DOUBLE_EQ(scaleWith(R"({"transformer.lora_alpha": 4, "transformer.use_rslora": true})"), std::sqrt(2));
  EXPECT_FAILURE(scaleWith(R"({"transformer.alpha_pattern": {"to_[kq]": 32}})"), ErrorKind::Unsupported, kFile,
                 "to_[kq]");
  EXPECT_FAILURE(scaleWith("[1]"), ErrorKind::Corrupt, kFile, "lora_adapter_metadata");
}

TEST_F(LoraFiles, EveryPartOfTheHeaderHasItsOwnAlpha) {
  const auto transformer = pair("transformer.blocks.0.attn1.to_q", 8), text = pair("text_encoder.encoder.block.0.q", 4);
  auto tensors = transformer;
  tensors.insert(text.begin(), text.end());
  for (const auto* header : {R"({"transformer.lora_alpha": 16, "text_encoder.lora_alpha": 1})",
                             R"({"text_encoder.lora_alpha": 1, "transformer.lora_alpha": 16})"}) {
    const auto file = read(tensors, {{"lora_adapter_metadata", header}});
    for (const auto& layer : file.layers())
      EXPECT_EQ(layer.scale(), layer.layer.starts_with("text_encoder") ? 0.25 : 2) << layer.layer;
  }
  const auto file = read(tensors, {{"lora_adapter_metadata", R"({"text_encoder.lora_alpha": 1})"}});
  for (const auto& layer : file.layers())
    EXPECT_EQ(layer.alpha.has_value(), layer.layer.starts_with("text_encoder")) << layer.layer;
}

TEST_F(LoraFiles, LayersOfATextEncoderAreThoseOfNoTransformer) {
  LoraTargets text(LoraOwner::TextEncoder), transformer;
  const LoraTargets::Tensor q{"encoder.block.0.layer.0.SelfAttention.q.weight", {4, 6}};
  text.add(q, "blocks.0.attn.q.weight");
  text.add({"encoder.block.0.layer.1.layer_norm.weight", {4}}, "blocks.0.norm2.weight");
  transformer.add({"blocks.0.norm2.weight", {4}}, "blocks.0.norm3.weight");
  for (const auto* name :
       {"text_encoder.encoder.block.0.layer.0.SelfAttention.q",
        "text_encoder_2.encoder.block.0.layer.0.SelfAttention.q",
        "text_encoders.t5xxl.transformer.encoder.block.0.layer.0.SelfAttention.q",
        "text_encoders.umt5xxl.transformer.encoder.block.0.layer.0.SelfAttention.q",
        "t5xxl.transformer.encoder.block.0.layer.0.SelfAttention.q", "lora_te_encoder_block_0_layer_0_SelfAttention_q",
        "lora_te1_encoder_block_0_layer_0_SelfAttention_q", "lora_te2_encoder_block_0_layer_0_SelfAttention_q",
        "lora_te3_encoder_block_0_layer_0_SelfAttention_q", "base_model.model.encoder.block.0.layer.0.SelfAttention.q",
        "text_encoder.blocks.0.attn.q"}) {
    const auto file = read(pair(name));
    const auto fit = fitLora(file, text);
    ASSERT_TRUE(fit.isWhole()) << name;
    EXPECT_EQ(fit.matches.front().weight, q.name) << name;
    const auto other = fitLora(file, transformer);
    EXPECT_TRUE(other.matches.empty() && other.unmatched.empty() && other.misshapen.empty()) << name;
  }
  // The same name in both: only what stands before it tells.
  const auto norm = read({{"blocks.0.norm2.diff", at::ones({4})}});
  EXPECT_TRUE(fitLora(norm, transformer).isWhole());
  EXPECT_TRUE(fitLora(norm, text).matches.empty());
  const auto textNorm = read({{"text_encoder.blocks.0.norm2.diff", at::ones({4})}});
  EXPECT_TRUE(fitLora(textNorm, transformer).matches.empty());
  EXPECT_TRUE(fitLora(textNorm, text).isWhole());
  // CLIP's are not T5's.
  const auto clip = read(pair("lora_te1_text_model_encoder_layers_0_self_attn_q_proj"));
  EXPECT_EQ(fitLora(clip, text).unmatched.size(), 1u);
  EXPECT_TRUE(fitLora(clip, transformer).unmatched.empty());
}

TEST_F(LoraFiles, WhatDoesNotFitTogetherIsRefused) {
  const auto one = at::ones({2, 2});
  EXPECT_FAILURE(read({{"blocks.0.q.weight", one}}), ErrorKind::Unsupported, kFile, "not a LoRA");
  EXPECT_FAILURE(read({{"a.lora_A.weight", one}}), ErrorKind::Corrupt, kFile, "the layer a");
  EXPECT_FAILURE(read({{"a.hada_w1_a", one}, {"a.hada_w1_b", one}}), ErrorKind::Corrupt, kFile, "the layer a");
  EXPECT_FAILURE(read({{"a.lokr_w1", one}, {"a.lokr_w2_a", one}}), ErrorKind::Corrupt, kFile, "the layer a");
  EXPECT_FAILURE(read({{"a.lokr_w1", one}, {"a.lokr_w1_a", one}, {"a.lokr_w1_b", one}, {"a.lokr_w2", one}}),
                 ErrorKind::Corrupt, kFile, "whole and as factors");
  EXPECT_FAILURE(read(with(with(pair("a"), "a.lokr_w1", one), "a.lokr_w2", one)), ErrorKind::Corrupt, kFile,
                 "several ways");
  EXPECT_FAILURE(read({{"a.dora_scale", one}}), ErrorKind::Corrupt, kFile, "but no LoRA");
  EXPECT_FAILURE(read(with(pair("a"), "a.lora_down.weight", one)), ErrorKind::Corrupt, kFile, "two spellings");
  EXPECT_FAILURE(read(with(pair("a"), "a.alpha", one)), ErrorKind::Corrupt, kFile, "one number");
  EXPECT_FAILURE(read(with(pair("a"), "a.diff", at::ones({2}, at::kLong))), ErrorKind::Unsupported, kFile, "a.diff");
  EXPECT_FAILURE(read(with(pair("a"), "a.diff", at::ones({0, 2}))), ErrorKind::Corrupt, kFile, "size of 0");
}

TEST_F(LoraFiles, WhatIsNotAppliedIsNamed) {
  for (const auto* suffix :
       {".set_weight", ".reshape_weight", ".lora_mid.weight", ".oft_blocks", ".hada_t1", ".lokr_t2"}) {
    const auto file = read(with(pair("a"), std::string("a") + suffix, at::ones({2, 2})));
    EXPECT_EQ(file.unknown(), std::vector{std::string("a") + suffix});
  }
}

TEST_F(LoraFiles, FitsByNameAndShape) {
  LoraTargets targets;
  targets.add({"blocks.0.attn1.to_q.weight", {4, 6}}, "blocks.0.self_attn.q.weight");
  targets.add({"blocks.0.attn1.to_q.bias", {4}}, "blocks.0.self_attn.q.bias");
  targets.add({"blocks.0.attn1.norm_q.weight", {4}}, "blocks.0.self_attn.norm_q.weight");
  targets.add({"blocks.0.scale_shift_table", {1, 6, 4}}, "blocks.0.modulation");
  for (const auto* name : {"blocks.0.attn1.to_q", "diffusion_model.blocks.0.self_attn.q",
                           "lora_unet_blocks_0_self_attn_q", "lora_unet__blocks_0_attn1_to_q",
                           "lora_unet_blocks_0.self_attn.q", "base_model.model.transformer.blocks.0.attn1.to_q"}) {
    const auto file = read(pair(name));
    const auto fit = fitLora(file, targets);
    ASSERT_TRUE(fit.isWhole()) << name;
    EXPECT_EQ(fit.matches.front().weight, "blocks.0.attn1.to_q.weight");
    EXPECT_EQ(fit.matches.front().bias, "");
  }
  const auto whole = read({{"blocks.0.modulation.diff", at::ones({1, 6, 4})},
                           {"blocks.0.self_attn.norm_q.w_norm", at::ones({4})},
                           {"blocks.0.self_attn.q.diff_b", at::ones({4})}});
  EXPECT_TRUE(fitLora(whole, targets).isWhole());
  EXPECT_EQ(fitLora(whole, targets).matches.size(), 3u);

  const auto refused = [&](const NamedTensors& tensors) {
    const auto file = read(tensors);
    const auto fit = fitLora(file, targets);
    return fit.misshapen.size() == 1 && fit.matches.empty();
  };
  const std::string q = "blocks.0.self_attn.q", a = q + ".lora_A.weight", b = q + ".lora_B.weight";
  EXPECT_TRUE(refused({{a, at::ones({2, 6})}, {b, at::ones({4, 3})}}));
  EXPECT_TRUE(refused({{a, at::ones({2, 5})}, {b, at::ones({4, 2})}}));
  EXPECT_TRUE(refused({{a, at::ones({12})}, {b, at::ones({4, 2})}}));
  EXPECT_TRUE(refused(with(pair(q), q + ".dora_scale", at::ones({3, 1}))));
  EXPECT_TRUE(refused(with(pair(q), q + ".lora_magnitude_vector", at::ones({6}))));
  EXPECT_TRUE(refused({{q + ".diff_b", at::ones({5})}}));
  EXPECT_TRUE(refused(pair("blocks.0.self_attn.norm_q")));
  EXPECT_TRUE(refused({{q + ".lokr_w1", at::ones({2, 2})}, {q + ".lokr_w2", at::ones({2, 2})}}));
  const auto file = read(pair("blocks.1.self_attn.q"));
  EXPECT_EQ(fitLora(file, targets).unmatched, std::vector<std::string>{"blocks.1.self_attn.q"});
}

}  // namespace
