// SPDX-License-Identifier: MIT
// Detects the layout of an LTX-Video VAE and maps diffusers' names to those of the original release, on its own or
// under "vae." in a single file.
#include "base/failure.h"
#include "base/json.h"
#include "models/checkpoint_probe.h"
#include "models/ltx/ltx_vae.h"
#include "weights/tensor_types.h"

#include <fmt/format.h>

#include <string_view>

namespace fb::models {
namespace {

constexpr std::string_view kPrefix = "vae.";
constexpr std::string_view kOriginalMean = "per_channel_statistics.mean-of-means";

// The original numbers the parts of each side in one list: these are diffusers' names for them, in that order.
using Parts = std::vector<std::string_view>;

const Parts kEncoder090 = {"down_blocks.0", "down_blocks.0.downsamplers.0", "down_blocks.0.conv_out",
                           "down_blocks.1", "down_blocks.1.downsamplers.0", "down_blocks.1.conv_out",
                           "down_blocks.2", "down_blocks.2.downsamplers.0", "down_blocks.3",
                           "mid_block"};
const Parts kEncoder095 = {
    "down_blocks.0", "down_blocks.0.downsamplers.0", "down_blocks.1", "down_blocks.1.downsamplers.0",
    "down_blocks.2", "down_blocks.2.downsamplers.0", "down_blocks.3", "down_blocks.3.downsamplers.0",
    "mid_block"};
const Parts kDecoder090 = {"mid_block",   "up_blocks.0",         "up_blocks.1.upsamplers.0",
                           "up_blocks.1", "up_blocks.2.conv_in", "up_blocks.2.upsamplers.0",
                           "up_blocks.2", "up_blocks.3.conv_in", "up_blocks.3.upsamplers.0",
                           "up_blocks.3"};
// For 0.9.1 and all later versions.
const Parts kDecoder091 = {"mid_block",   "up_blocks.0.upsamplers.0", "up_blocks.0", "up_blocks.1.upsamplers.0",
                           "up_blocks.1", "up_blocks.2.upsamplers.0", "up_blocks.2"};

const std::vector<Renaming> kRules = {
    {".resnets.", ".res_blocks."},
    {".conv_shortcut.conv.", ".conv_shortcut."},
    {".norm3.", ".norm3.norm."},
    {"decoder.time_embedder.", "decoder.last_time_embedder."},
    {"decoder.scale_shift_table", "decoder.last_scale_shift_table"},
    {"latents_mean", kOriginalMean},
    {"latents_std", "per_channel_statistics.std-of-means"},
};

// "<side><part>.rest" -> "<side><list>.<number of the part>.rest"
std::string numbered(const std::string& name, std::string_view side, std::string_view list, const Parts& parts) {
  if (!name.starts_with(side)) return name;
  const auto inside = std::string_view(name).substr(side.size());
  std::size_t best = 0, length = 0;  // a block's name is a prefix of its parts' names: the longest wins
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].size() > length && inside.starts_with(parts[i]) && inside.substr(parts[i].size()).starts_with('.'))
      best = i, length = parts[i].size();
  return length == 0 ? name : fmt::format("{}{}.{}{}", side, list, best, inside.substr(length));
}

bool hasStatistics(const weights::Checkpoint& checkpoint, const std::string& prefix) {
  return checkpoint.find(prefix + "latents_mean") || checkpoint.find(prefix + std::string(kOriginalMean));
}

std::string prefixOf(const weights::Checkpoint& checkpoint) {
  const std::string prefix(kPrefix);
  return hasStatistics(checkpoint, prefix) ? prefix : "";
}

std::string blockName(const std::string& block, std::int64_t layer) {
  return fmt::format("{}.resnets.{}.conv1.conv.weight", block, layer);
}

std::int64_t layersIn(const CheckpointProbe& probe, const std::string& block) {
  std::int64_t layers = 0;
  while (probe.has(blockName(block, layers))) ++layers;
  return layers;
}

std::int64_t channelsOf(const CheckpointProbe& probe, const std::string& block) {
  return probe.shape(blockName(block, 0), 5)[1];
}

LtxVaeLayout layoutOf(const CheckpointProbe& probe) {
  const bool timestep = probe.has("decoder.scale_shift_table");
  if (!probe.has("encoder.down_blocks.0.downsamplers.0.conv.conv.weight"))
    return timestep ? LtxVaeLayout::V091 : LtxVaeLayout::V090;
  if (!timestep)
    fail(ErrorKind::Unsupported,
         "{} is a VAE without a decode timestep, as used by LTX-2; this program runs those of LTX-Video 0.9.0 to 0.9.8",
         probe.file());
  return LtxVaeLayout::V095;
}

// A single file's metadata may specify the padding; diffusers supports only zeros.
void refuseOtherPadding(const weights::Checkpoint& checkpoint) {
  const auto found = checkpoint.metadata().find("config");
  if (found == checkpoint.metadata().end()) return;
  const auto document = "the metadata of " + checkpoint.path().string();
  const auto config = parseJson(found->second, document);
  const JsonObject whole(config, document);
  if (!whole.has("vae")) return;
  const auto padding = JsonObject(whole.at("vae"), document).stringOr("spatial_padding_mode", "zeros");
  if (padding != "zeros")
    fail(ErrorKind::Unsupported, "{}: the VAE pads its frames with \"{}\"; this program supports only \"zeros\"",
         document, padding);
}

}  // namespace

bool isLtxVae(const weights::Checkpoint& checkpoint) {
  const auto prefix = prefixOf(checkpoint);
  return hasStatistics(checkpoint, prefix) && checkpoint.find(prefix + "encoder.conv_in.conv.weight") &&
         checkpoint.find(prefix + "decoder.conv_in.conv.weight");
}

weights::NameMap ltxVaeNames(const weights::Checkpoint& checkpoint) {
  const auto prefix = prefixOf(checkpoint);
  if (!checkpoint.find(prefix + std::string(kOriginalMean)))
    return [prefix](const std::string& name) { return prefix + name; };
  const auto& encoder = checkpoint.find(prefix + "encoder.down_blocks.1.conv.conv.weight") ? kEncoder095 : kEncoder090;
  const auto& decoder = checkpoint.find(prefix + "decoder.last_scale_shift_table") ? kDecoder091 : kDecoder090;
  return [prefix, &encoder, &decoder](const std::string& name) {
    const auto down = numbered(name, "encoder.", "down_blocks", encoder);
    return prefix + renamed(numbered(down, "decoder.", "up_blocks", decoder), kRules);
  };
}

LtxLatentStatistics ltxLatentStatistics(const weights::Checkpoint& checkpoint) {
  const auto names = ltxVaeNames(checkpoint);
  const auto read = [&](const char* name) {
    const auto* tensor = checkpoint.find(names(name));
    if (!tensor)
      fail(ErrorKind::Corrupt, "{}: the tensor {} of an LTX-Video VAE is missing", checkpoint.path().string(),
           names(name));
    return weights::copied(*tensor, at::kFloat);
  };
  return {read("latents_mean"), read("latents_std")};
}

LtxVaeConfig LtxVaeConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, ltxVaeNames(checkpoint), "LTX-Video VAE");
  refuseOtherPadding(checkpoint);
  LtxVaeConfig config;
  config.layout = layoutOf(probe);
  config.latentChannels = probe.shape("decoder.conv_in.conv.weight", 5)[1];

  for (int i = 0; i < 4; ++i) {
    const auto block = fmt::format("encoder.down_blocks.{}", i);
    config.encoderChannels.push_back(channelsOf(probe, block));
    config.encoderLayers.push_back(layersIn(probe, block));
  }
  if (config.layout == LtxVaeLayout::V095) config.encoderChannels.push_back(channelsOf(probe, "encoder.mid_block"));
  config.encoderLayers.push_back(layersIn(probe, "encoder.mid_block"));

  const int levels = config.layout == LtxVaeLayout::V090 ? 4 : 3;
  const std::int64_t narrowing = config.layout == LtxVaeLayout::V090 ? 1 : 2;
  for (int i = levels - 1; i >= 0; --i) {
    const auto block = fmt::format("decoder.up_blocks.{}", i);
    config.decoderChannels.push_back(narrowing * channelsOf(probe, block));
    config.decoderLayers.push_back(layersIn(probe, block));
  }
  config.decoderLayers.push_back(layersIn(probe, "decoder.mid_block"));
  return config;
}

}  // namespace fb::models
