// SPDX-License-Identifier: MIT
// Sources: the configuration files of Lightricks' LTX-Video repository and the model cards of its checkpoints.
#include "engine/ltx/ltx_versions.h"

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

// The recipe of 13B 0.9.8 dev, by noise level.
GuidanceSpec largeGuidanceTable() {
  GuidanceSpec spec;
  spec.projectNegative = true;
  spec.table = {{1.0, 1, 0, 1, {}},
                {0.996, 1, 0, 1, {11, 25, 35, 39}},
                {0.9933, 6, 4, 0.5, {22, 35, 39}},
                {0.985, 8, 4, 0.5, {28}},
                {0.9767, 6, 4, 1, {28}},
                {0.9008, 1, 2, 1, {28}},
                {0.618, 1, 1, 1, {28}}};
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

// The more telling name first: the first that fits is taken.
const std::array<LtxVersion, 11>& table() {
  static const std::array<LtxVersion, 11> versions{{
      {"13B 0.9.8 distilled", true, true, true, 7, 1, distilledList(), {}},
      {"13B 0.9.8 dev", true, false, true, 30, 8, ruled(SigmaRule::LinearQuadratic), largeGuidanceTable()},
      {"13B 0.9.7 distilled", true, true, true, 7, 1, distilledList(), {}},
      {"13B 0.9.7 dev", true, false, true, 30, 5, ruled(SigmaRule::LinearQuadratic), rescaled(0.7)},
      {"2B 0.9.8 distilled", false, true, true, 7, 1, distilledList(), {}},
      {"2B 0.9.6 distilled", false, true, true, 8, 1, ruled(SigmaRule::LinearQuadratic), {}},
      {"2B 0.9.6 dev", false, false, true, 40, 3, ruled(SigmaRule::LinearQuadratic), smallGuidance()},
      {"2B 0.9.5", false, false, true, 40, 3, ruled(SigmaRule::LinearQuadratic), smallGuidance()},
      {"2B 0.9.1", false, false, false, 40, 3, ruled(SigmaRule::ResolutionShift), smallGuidance()},
      {"2B 0.9.0", false, false, false, 40, 3, ruled(SigmaRule::ResolutionShift), smallGuidance()},
      {"2B 0.9", false, false, false, 40, 3, ruled(SigmaRule::ResolutionShift), smallGuidance()},
  }};
  return versions;
}

// "0.9.8" and "distilled" of "13B 0.9.8 distilled" occur in the name; "dev" is what is not distilled.
bool fits(const LtxVersion& version, std::string_view name) {
  const auto number = version.name.substr(version.name.find(' ') + 1);
  const auto digits = number.substr(0, number.find(' '));
  const auto at = name.find(digits);
  if (at == std::string_view::npos) return false;
  // "0.9" of "ltx-video-2b-v0.9.safetensors" is no "0.9.5".
  const auto next = name.substr(at + digits.size());
  const bool longer = next.size() > 1 && next[0] == '.' && std::isdigit(static_cast<unsigned char>(next[1]));
  return !longer && (name.find("distilled") != std::string_view::npos) == version.distilled;
}

}  // namespace

std::span<const LtxVersion> ltxVersions() { return table(); }

std::optional<LtxVersion> ltxVersionNamed(const std::filesystem::path& path, bool large) {
  // The file's own name, then those of the folders that a diffusers checkpoint lies in.
  auto part = path;
  for (int level = 0; level < 3 && part.has_filename(); ++level, part = part.parent_path()) {
    auto name = part.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto& version : table())
      if (version.large == large && fits(version, name)) return version;
  }
  return std::nullopt;
}

}  // namespace fb::engine
