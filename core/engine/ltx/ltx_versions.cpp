// SPDX-License-Identifier: MIT
// Sources: the configuration files of Lightricks' LTX-Video repository and the model cards of its checkpoints.
#include "engine/ltx/ltx_versions.h"

#include "base/json.h"
#include "models/ltx/ltx_transformer.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace fb::engine {
namespace {

GuidanceSpec rescaled(double share) {
  GuidanceSpec spec;
  spec.rescale = share;
  return spec;
}

// Spatio-temporal guidance of the small models: block 19, with most of the standard deviation restored.
GuidanceSpec smallGuidance() {
  auto spec = rescaled(0.7);
  spec.stg = 1;
  spec.stgBlocks = {19};
  return spec;
}

// The recipe of the 13B dev models, by noise level. Its rescaling_scale of 1 stands for none in the authors' program.
GuidanceSpec largeGuidanceTable() {
  GuidanceSpec spec;
  spec.projectNegative = true;
  spec.table = {{1.0, 1, 0, 0, {}},
                {0.996, 1, 0, 0, {11, 25, 35, 39}},
                {0.9933, 6, 4, 0.5, {22, 35, 39}},
                {0.985, 8, 4, 0.5, {28}},
                {0.9767, 6, 4, 0, {28}},
                {0.9008, 1, 2, 0, {28}},
                {0.618, 1, 1, 0, {28}}};
  return spec;
}

SigmaSpec ruled(SigmaRule rule) {
  SigmaSpec sigmas;
  sigmas.rule = rule;
  return sigmas;
}
SigmaSpec distilledList() {
  auto sigmas = ruled(SigmaRule::Listed);
  sigmas.listed = {1.0, 0.9937, 0.9875, 0.9812, 0.975, 0.9094, 0.725};
  return sigmas;
}

const std::array<LtxVersion, 10>& table() {
  static const std::array<LtxVersion, 10> versions{{
      {"13B 0.9.8 distilled", true, true, true, 7, 1, distilledList(), {}},
      {"13B 0.9.8 dev", true, false, true, 30, 8, ruled(SigmaRule::LinearQuadratic), largeGuidanceTable()},
      {"13B 0.9.7 distilled", true, true, true, 7, 1, distilledList(), {}},
      {"13B 0.9.7 dev", true, false, true, 30, 8, ruled(SigmaRule::LinearQuadratic), largeGuidanceTable()},
      {"2B 0.9.8 distilled", false, true, true, 7, 1, distilledList(), {}},
      {"2B 0.9.6 distilled", false, true, true, 8, 1, ruled(SigmaRule::LinearQuadratic), {}, true},
      {"2B 0.9.6 dev", false, false, true, 40, 3, ruled(SigmaRule::LinearQuadratic), smallGuidance()},
      {"2B 0.9.5", false, false, true, 40, 3, ruled(SigmaRule::LinearQuadratic), smallGuidance()},
      {"2B 0.9.1", false, false, false, 40, 3, ruled(SigmaRule::ResolutionShift), smallGuidance()},
      {"2B 0.9.0", false, false, false, 40, 3, ruled(SigmaRule::ResolutionShift), smallGuidance()},
  }};
  return versions;
}

// Extracts "0.9.8" from "13B 0.9.8 distilled".
std::string_view numberOf(const LtxVersion& version) {
  const auto number = version.name.substr(version.name.find(' ') + 1);
  return number.substr(0, number.find(' '));
}

// Extracts "0.9.8" from "ltxv-13b-0.9.8-dev", and "0.9.0" from "ltx-video-2b-v0.9".
std::string numberIn(std::string_view name) {
  constexpr std::string_view kSeries = "0.9";
  const auto digitAt = [&](std::size_t i) {
    return i < name.size() && std::isdigit(static_cast<unsigned char>(name[i]));
  };
  for (auto at = name.find(kSeries); at != std::string_view::npos; at = name.find(kSeries, at + 1)) {
    const auto end = at + kSeries.size();
    if ((at > 0 && digitAt(at - 1)) || digitAt(end)) continue;
    const bool has = end < name.size() && name[end] == '.' && digitAt(end + 1);
    return fmt::format("{}.{}", kSeries, has ? name[end + 1] : '0');
  }
  return {};
}

// The names that may contain a version, in lower case: the file's own, then those of the folders around a diffusers
// checkpoint, up to a download cache's <name>/snapshots/<revision>/transformer.
std::vector<std::string> namesAt(std::filesystem::path path) {
  constexpr std::size_t kNames = 5;
  std::vector<std::string> names;
  for (; names.size() < kNames && path.has_relative_path(); path = path.parent_path()) {
    auto name = path.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    names.push_back(std::move(name));
  }
  return names;
}

const LtxVersion& known(std::string_view name) { return *std::ranges::find(table(), name, &LtxVersion::name); }

// Several versions with the same recipe.
LtxVersion oneOf(std::string_view names, std::string_view recipe) {
  auto version = known(recipe);
  version.name = names;
  return version;
}

// Distilled checkpoints list the noise levels that they know.
bool saysDistilled(const weights::Checkpoint& checkpoint) {
  const auto found = checkpoint.metadata().find("config");
  if (found == checkpoint.metadata().end()) return false;
  const auto config = parseJson(found->second, "the metadata of " + checkpoint.path().string());
  const auto steps = config.find("allowed_inference_steps");
  return steps != config.end() && steps->is_array() && !steps->empty();
}

}  // namespace

std::string ltxNumberNamed(const std::filesystem::path& path) {
  for (const auto& name : namesAt(path))
    if (auto number = numberIn(name); !number.empty()) return number;
  return {};
}

std::optional<LtxVersion> ltxVersionNamed(const std::filesystem::path& path, bool large) {
  for (const auto& name : namesAt(path)) {
    const auto number = numberIn(name);
    const bool distilled = name.find("distilled") != std::string::npos;
    for (const auto& version : table())
      if (version.large == large && numberOf(version) == number && version.distilled == distilled) return version;
  }
  return std::nullopt;
}

std::optional<LtxVersion> ltxVersionOf(const weights::Checkpoint& transformer,
                                       std::optional<models::LtxVaeLayout> vae) {
  using enum models::LtxVaeLayout;
  const auto config = models::LtxTransformerConfig::detect(transformer);
  const bool large = config.variant() == "13B";
  if (config.variant().empty()) return std::nullopt;
  if (auto named = ltxVersionNamed(transformer.path(), large)) return named;

  const bool distilled = saysDistilled(transformer);
  const auto causal = config.causalCoordinates;
  if (large) {
    if (distilled) return oneOf("13B 0.9.7 or 0.9.8 distilled", "13B 0.9.8 distilled");
    // Without its header, nothing distinguishes a distilled model from others.
    if (causal) return oneOf("13B 0.9.7 or 0.9.8 dev", "13B 0.9.8 dev");
    return std::nullopt;
  }
  if (vae == V090) return known("2B 0.9.0");
  if (vae == V091) return known("2B 0.9.1");
  if (distilled) return oneOf("2B 0.9.6 or 0.9.8 distilled", "2B 0.9.8 distilled");
  if (!causal) return std::nullopt;
  return *causal ? oneOf("2B 0.9.5 or 0.9.6 dev", "2B 0.9.6 dev") : oneOf("2B 0.9.0 or 0.9.1", "2B 0.9.1");
}

}  // namespace fb::engine
