// SPDX-License-Identifier: MIT
// Maps diffusers' names of WAN's tensors to those of the original release, which ComfyUI's single files use as well.
#include "models/checkpoint_probe.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"

#include <fmt/format.h>

#include <charconv>

namespace fb::models {
namespace {

std::string sameName(const std::string& name) { return name; }

// What diffusers calls norm2 (affine, before the cross-attention) is norm3 in the original.
const std::vector<Renaming> kTransformerRules = {
    {"condition_embedder.image_embedder.pos_embed", "img_emb.emb_pos"},
    {"condition_embedder.image_embedder.norm1.", "img_emb.proj.0."},
    {"condition_embedder.image_embedder.ff.net.0.proj.", "img_emb.proj.1."},
    {"condition_embedder.image_embedder.ff.net.2.", "img_emb.proj.3."},
    {"condition_embedder.image_embedder.norm2.", "img_emb.proj.4."},
    {".add_k_proj.", ".k_img."},
    {".add_v_proj.", ".v_img."},
    {".norm_added_k.", ".norm_k_img."},
    {"condition_embedder.time_embedder.linear_1.", "time_embedding.0."},
    {"condition_embedder.time_embedder.linear_2.", "time_embedding.2."},
    {"condition_embedder.time_proj.", "time_projection.1."},
    {"condition_embedder.text_embedder.linear_1.", "text_embedding.0."},
    {"condition_embedder.text_embedder.linear_2.", "text_embedding.2."},
    {".scale_shift_table", ".modulation"},
    {"scale_shift_table", "head.modulation"},
    {"proj_out.", "head.head."},
    {".norm2.", ".norm3."},
    {".attn1.", ".self_attn."},
    {".attn2.", ".cross_attn."},
    {".to_q.", ".q."},
    {".to_k.", ".k."},
    {".to_v.", ".v."},
    {".to_out.0.", ".o."},
    {".ffn.net.0.proj.", ".ffn.0."},
    {".ffn.net.2.", ".ffn.2."},
};

// The order matters: conv1 and conv2 of a residual block are other layers at the top of the original layout.
const std::vector<Renaming> kVaeRules = {
    {".conv1.", ".residual.2."},
    {".conv2.", ".residual.6."},
    {"post_quant_conv.", "conv2."},
    {"quant_conv.", "conv1."},
    {"coder.conv_in.", "coder.conv1."},
    {"coder.norm_out.", "coder.head.0."},
    {"coder.conv_out.", "coder.head.2."},
    {".mid_block.resnets.0.", ".middle.0."},
    {".mid_block.attentions.0.", ".middle.1."},
    {".mid_block.resnets.1.", ".middle.2."},
    {".down_blocks.", ".downsamples."},
    {".norm1.", ".residual.0."},
    {".norm2.", ".residual.3."},
    {".conv_shortcut.", ".shortcut."},
};

// "decoder.up_blocks.I.resnets.J." -> "decoder.upsamples.(I * stride + J).": the original numbers all layers of the
// decoder in one list, in which every level has its blocks followed by its upsampler.
std::string flattenUpBlocks(const std::string& name, int blocksPerLevel) {
  constexpr std::string_view kPrefix = "decoder.up_blocks.";
  if (!name.starts_with(kPrefix)) return name;
  const char* end = name.data() + name.size();
  int level = 0;
  int block = blocksPerLevel;
  const char* rest = std::from_chars(name.data() + kPrefix.size(), end, level).ptr;
  constexpr std::string_view kBlocks = ".resnets.";
  constexpr std::string_view kUpsampler = ".upsamplers.0";
  if (std::string_view(rest, end).starts_with(kBlocks))
    rest = std::from_chars(rest + kBlocks.size(), end, block).ptr;
  else
    rest += kUpsampler.size();
  return fmt::format("decoder.upsamples.{}{}", level * (blocksPerLevel + 1) + block, std::string_view(rest, end));
}

}  // namespace

bool isWanTransformer(const weights::Checkpoint& checkpoint) {
  return checkpoint.find("patch_embedding.weight") &&
         (checkpoint.find("head.modulation") || checkpoint.find("condition_embedder.time_proj.weight"));
}

weights::NameMap wanTransformerNames(const weights::Checkpoint& checkpoint) {
  if (!checkpoint.find("head.modulation")) return sameName;
  return wanOriginalName;
}

std::string wanOriginalName(const std::string& name) { return renamed(name, kTransformerRules); }

bool isWanVae(const weights::Checkpoint& checkpoint) {
  const auto has = [&](const char* name) { return checkpoint.find(name) != nullptr; };
  return (has("post_quant_conv.weight") && has("decoder.conv_in.weight") && has("decoder.norm_out.gamma")) ||
         (has("conv2.weight") && has("decoder.conv1.weight") && has("decoder.head.0.gamma"));
}

weights::NameMap wanVaeNames(const weights::Checkpoint& checkpoint) {
  if (!checkpoint.find("decoder.conv1.weight")) return sameName;
  // The first level of the encoder ends with its resampler; a level of the decoder has one more block.
  int encoderBlocks = 0;
  while (checkpoint.find(fmt::format("encoder.downsamples.{}.residual.2.weight", encoderBlocks))) ++encoderBlocks;
  return [blocks = encoderBlocks + 1](const std::string& name) {
    return renamed(flattenUpBlocks(name, blocks), kVaeRules);
  };
}

}  // namespace fb::models
