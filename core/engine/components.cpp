// SPDX-License-Identifier: MIT
#include "engine/components.h"

#include "base/enum_names.h"
#include "engine/guarded.h"
#include "models/text/umt5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"

#include <algorithm>
#include <map>

namespace fb {
namespace engine {
namespace {

// The dtype that most bytes have, and whether fp8 weights come with scales.
std::string storageOf(const weights::Checkpoint& checkpoint) {
  std::map<weights::StorageType, std::size_t> bytes;
  bool scaled = checkpoint.metadata().contains("_quantization_metadata");
  for (const auto& [name, view] : checkpoint.tensors()) {
    bytes[view.type] += view.data.size();
    scaled = scaled || name.ends_with(".scale_weight") || name.ends_with(".weight_scale");
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  if (most == bytes.end()) return "empty";
  return fmt::format("{}{}", weights::toString(most->first), scaled ? ", scaled" : "");
}

// Takes every tensor on the meta device: the model's own construction tells what it needs.
template <class Model, class Config>
void check(ComponentInfo& info, const weights::Checkpoint& checkpoint, const Config& config, weights::NameMap names) {
  weights::WeightReader reader(checkpoint, std::move(names), at::kMeta, at::kFloat);
  const Model model(config, reader);
  const auto report = reader.report();
  info.missing = report.missing;
  info.unexpected = report.unexpected;
  info.misshapen = report.misshapen;
}

std::string layoutOf(const weights::Checkpoint& checkpoint, const char* ownName, const char* ownLayout) {
  return std::ranges::any_of(checkpoint.tensors(),
                             [&](const auto& entry) { return entry.first.find(ownName) != std::string::npos; })
             ? ownLayout
             : "original";
}

}  // namespace

ComponentInfo inspect(const weights::Checkpoint& checkpoint) {
  ComponentInfo info;
  info.storage = storageOf(checkpoint);
  info.files = checkpoint.files();
  for (const auto& [name, view] : checkpoint.tensors()) info.parameters += static_cast<std::uint64_t>(view.elements());
  if (models::isWanTransformer(checkpoint)) {
    const auto config = models::WanTransformerConfig::detect(checkpoint);
    info.kind = ComponentKind::WanTransformer;
    info.layout = layoutOf(checkpoint, "condition_embedder.", "diffusers");
    info.variant = config.dim() == 1536 && config.layers == 30   ? "1.3B"
                   : config.dim() == 5120 && config.layers == 40 ? "14B"
                                                                 : fmt::format("{} x {}", config.layers, config.dim());
    info.sizes = {{"channels", config.channels}, {"dim", config.dim()},     {"ffn_dim", config.ffnDim},
                  {"heads", config.heads},       {"layers", config.layers}, {"text_dim", config.textDim}};
    check<models::WanTransformer>(info, checkpoint, config, models::wanTransformerNames(checkpoint));
  } else if (models::isWanVae(checkpoint)) {
    const auto config = models::WanVaeConfig::detect(checkpoint);
    info.kind = ComponentKind::WanVae;
    info.layout = layoutOf(checkpoint, "decoder.conv_in.", "diffusers");
    info.variant = config.baseDim == 96 ? "WAN 2.1" : fmt::format("base {}", config.baseDim);
    info.sizes = {{"base_dim", config.baseDim}, {"channels", config.latentChannels}};
    check<models::WanVae>(info, checkpoint, config, models::wanVaeNames(checkpoint));
  } else if (models::isUmt5Encoder(checkpoint)) {
    const auto config = models::Umt5Config::detect(checkpoint);
    info.kind = ComponentKind::Umt5Encoder;
    info.layout = layoutOf(checkpoint, "SelfAttention", "transformers");
    info.variant =
        config.dim == 4096 && config.layers == 24 ? "XXL" : fmt::format("{} x {}", config.layers, config.dim);
    info.sizes = {
        {"dim", config.dim}, {"heads", config.heads}, {"layers", config.layers}, {"vocabulary", config.vocab}};
    check<models::Umt5Encoder>(info, checkpoint, config, models::umt5Names(checkpoint));
  } else {
    fail(
        ErrorKind::Unsupported,
        "{} is of no known model: its tensor names are not those of a WAN 2.1 transformer, a WAN VAE or a UMT5 encoder",
        checkpoint.path().string());
  }
  return info;
}

}  // namespace engine

namespace {

constexpr EnumNames<ComponentKind, 3> kKindNames{{{ComponentKind::WanTransformer, "WAN transformer"},
                                                  {ComponentKind::WanVae, "WAN VAE"},
                                                  {ComponentKind::Umt5Encoder, "UMT5 text encoder"}}};

}  // namespace

std::string_view toString(ComponentKind kind) { return kKindNames.name(kind); }

Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) {
  return engine::guarded([&] { return engine::inspect(weights::Checkpoint::open(path)); });
}

}  // namespace fb
