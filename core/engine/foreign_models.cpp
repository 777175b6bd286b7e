// SPDX-License-Identifier: MIT
#include "engine/foreign_models.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace fb::engine {
namespace {

// A tensor's name begins with `prefix` and, if `also` is given, another one's begins with that.
struct Signature {
  std::string_view prefix;
  std::string_view also;
  std::string_view model;
};

constexpr std::array kSteering = {
    Signature{"controlnet_", "", "a ControlNet"},       Signature{"control_model.", "", "a ControlNet"},
    Signature{"input_hint_block.", "", "a ControlNet"}, Signature{"zero_convs.", "", "a ControlNet"},
    Signature{"ip_adapter.", "", "an IP-Adapter"},
};

// The first that fits; the more special ones come first.
constexpr std::array kForeign = {
    Signature{"vace_blocks.", "", "a WAN VACE module, a part of a transformer"},
    Signature{"double_blocks.", "txt_in.individual_token_refiner.", "a HunyuanVideo transformer"},
    Signature{"double_blocks.", "distilled_guidance_layer.", "a Chroma transformer"},
    Signature{"double_blocks.", "", "a FLUX transformer"},
    Signature{"single_transformer_blocks.", "", "a FLUX transformer"},
    Signature{"transformer_blocks.0.img_mod.", "", "a Qwen-Image transformer"},
    Signature{"joint_blocks.", "", "a Stable Diffusion 3 transformer"},
    Signature{"input_blocks.", "output_blocks.", "a Stable Diffusion U-Net"},
    Signature{"model.diffusion_model.input_blocks.", "", "a Stable Diffusion model"},
    Signature{"down_blocks.", "up_blocks.", "a U-Net for images"},
    Signature{"text_model.encoder.", "", "a CLIP text encoder"},
    Signature{"model.layers.", "model.embed_tokens.", "a language model"},
    // A checkpoint drops a prefix that all of its names have.
    Signature{"layers.", "embed_tokens.", "a language model"},
    Signature{"blk.", "token_embd.", "a language model"},
    Signature{"first_stage_model.", "", "a VAE for images"},
    Signature{"decoder.up.", "encoder.down.", "a VAE for images"},
    Signature{"conv_first.", "", "an upscaler for images"},
    Signature{"model.1.sub.", "", "an upscaler for images"},
};

// By the ends of the names of what such files store beside the packed weights; the more special ones come first.
constexpr std::pair<std::string_view, std::string_view> kUnreadQuantizations[] = {
    {".wscales", "SVDQuant (nunchaku)"},
    {".qweight", "GPTQ or AWQ"},
    {".quant_state.bitsandbytes__nf4", "bitsandbytes (NF4)"},
    {".quant_state.bitsandbytes__fp4", "bitsandbytes (FP4)"},
};

bool has(const weights::Checkpoint& checkpoint, std::string_view prefix) {
  // The names are sorted.
  const auto& tensors = checkpoint.tensors();
  const auto found = tensors.lower_bound(std::string(prefix));
  return found != tensors.end() && found->first.starts_with(prefix);
}

std::string_view firstOf(std::span<const Signature> signatures, const weights::Checkpoint& checkpoint) {
  const auto found = std::ranges::find_if(signatures, [&](const Signature& signature) {
    return has(checkpoint, signature.prefix) && (signature.also.empty() || has(checkpoint, signature.also));
  });
  return found == signatures.end() ? std::string_view() : found->model;
}

}  // namespace

std::string_view steeringModel(const weights::Checkpoint& checkpoint) { return firstOf(kSteering, checkpoint); }

std::string_view unreadQuantization(const weights::Checkpoint& checkpoint) {
  for (const auto& [ending, name] : kUnreadQuantizations)
    if (std::ranges::any_of(checkpoint.tensors(), [&](const auto& entry) { return entry.first.ends_with(ending); }))
      return name;
  return {};
}

std::string_view foreignModel(const weights::Checkpoint& checkpoint) { return firstOf(kForeign, checkpoint); }

}  // namespace fb::engine
