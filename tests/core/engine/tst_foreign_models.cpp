// SPDX-License-Identifier: MIT
// Files of other programs, by the tensor names that those publish, are refused as what they are.
#include "../weights/files.h"
#include "flowblend/engine.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

using namespace fb;

namespace {

// Of one number each.
std::filesystem::path fileWith(const std::filesystem::path& path, const std::vector<std::string>& tensors) {
  std::string header, data;
  for (const auto& name : tensors) {
    header += (header.empty() ? "{\"" : ",\"") + name + R"(":{"dtype":"F32","shape":[1],"data_offsets":[)" +
              std::to_string(data.size()) + "," + std::to_string(data.size() + 4) + "]}";
    data += std::string(4, '\0');
  }
  return weights::test::writeFile(path, weights::test::container(header + "}", data));
}

}  // namespace

TEST(ForeignModels, AreRefusedAsWhatTheyAre) {
  const TemporaryFolder folder;
  const auto engine = createEngine({1});
  const std::tuple<const char*, std::vector<std::string>, const char*> cases[] = {
      {"wan-control", {"controlnet_blocks.0.weight", "patch_embedding.weight", "head.modulation"}, "is a ControlNet"},
      {"sd-control", {"control_model.input_blocks.0.0.weight"}, "is a ControlNet"},
      {"xl-control", {"zero_convs.0.0.weight", "input_blocks.0.0.weight", "output_blocks.0.0.weight"}, "a ControlNet"},
      {"adapter", {"image_proj.norm.weight", "ip_adapter.1.to_k_ip.weight"}, "is an IP-Adapter"},
      {"vace-module", {"vace_blocks.0.self_attn.q.weight", "vace_patch_embedding.weight"}, "is a WAN VACE module"},
      {"flux", {"double_blocks.0.img_attn.qkv.weight", "img_in.weight"}, "is a FLUX transformer"},
      {"hunyuan",
       {"double_blocks.0.img_attn.qkv.weight", "txt_in.individual_token_refiner.blocks.0.mlp.0.weight"},
       "is a HunyuanVideo transformer"},
      {"sd", {"input_blocks.0.0.weight", "output_blocks.0.0.weight"}, "is a Stable Diffusion U-Net"},
      {"clip", {"text_model.encoder.layers.0.mlp.fc1.weight"}, "is a CLIP text encoder"},
      {"llm", {"model.embed_tokens.weight", "model.layers.0.mlp.up_proj.weight"}, "is a language model"},
      {"vae", {"decoder.up.0.block.0.conv1.weight", "encoder.down.0.block.0.conv1.weight"}, "is a VAE for images"},
      {"else", {"something.weight"}, "is not a known model"},
  };
  for (const auto& [name, tensors, words] : cases) {
    const auto found = engine->inspectComponent(fileWith(folder / (std::string(name) + ".safetensors"), tensors));
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().kind, ErrorKind::Unsupported) << name;
    EXPECT_NE(found.error().message.find(words), std::string::npos) << found.error().message;
    EXPECT_NE(found.error().message.find(name), std::string::npos) << found.error().message;
    // And what can be used.
    EXPECT_NE(found.error().message.find("WAN transformer"), std::string::npos) << found.error().message;
  }
}

TEST(ForeignModels, PackedWeightsAreRefusedByTheirFormat) {
  const TemporaryFolder folder;
  const auto engine = createEngine({1});
  const std::tuple<const char*, std::vector<std::string>, const char*> cases[] = {
      {"nunchaku",
       {"patch_embedding.weight", "head.modulation", "blocks.0.ffn.0.qweight", "blocks.0.ffn.0.wscales"},
       "SVDQuant (nunchaku)"},
      {"gptq", {"patch_embedding.weight", "head.modulation", "blocks.0.ffn.0.qweight"}, "GPTQ or AWQ"},
      {"nf4",
       {"patch_embedding.weight", "head.modulation", "blocks.0.ffn.0.weight.quant_state.bitsandbytes__nf4"},
       "bitsandbytes"},
  };
  for (const auto& [name, tensors, words] : cases) {
    const auto found = engine->inspectComponent(fileWith(folder / (std::string(name) + ".safetensors"), tensors));
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().kind, ErrorKind::Unsupported) << name;
    EXPECT_NE(found.error().message.find(words), std::string::npos) << found.error().message;
    EXPECT_NE(found.error().message.find("or GGUF version"), std::string::npos) << found.error().message;
  }
}
