// SPDX-License-Identifier: MIT
#include "sampling/guidance.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace fb::sampling {

at::Tensor guide(const at::Tensor& conditional, const at::Tensor& unconditional, double scale) {
  return unconditional + scale * (conditional - unconditional);
}

at::Tensor projected(const at::Tensor& unconditional, const at::Tensor& conditional) {
  constexpr double kTiny = 1e-8;
  const auto fit = (conditional * unconditional).sum() / (unconditional.square().sum() + kTiny);
  return unconditional * fit;
}

at::Tensor rescaled(const at::Tensor& velocity, const at::Tensor& conditional, double share) {
  if (share == 0) return velocity;
  return velocity * (conditional.std() / velocity.std() * share + (1 - share));
}

GuidanceScales guidanceAt(const GuidanceSpec& spec, double guidance, double sigma) {
  for (const auto& entry : spec.table)
    if (sigma >= entry.sigma) return {entry.guidance, entry.stg, entry.rescale, entry.stgBlocks};
  if (!spec.table.empty()) {
    const auto& last = spec.table.back();
    return {last.guidance, last.stg, last.rescale, last.stgBlocks};
  }
  return {guidance, spec.stg, spec.rescale, spec.stgBlocks};
}

bool isGuided(const GuidanceSpec& spec, double guidance) {
  if (spec.table.empty()) return guidance > 1;
  return std::ranges::any_of(spec.table, [](const auto& entry) { return entry.guidance > 1; });
}

int evaluationKinds(const GuidanceSpec& spec, double guidance) {
  std::set<std::string> kinds;
  const auto add = [&](double sigma) {
    const auto names = guidanceEvaluations(guidanceAt(spec, guidance, sigma));
    kinds.insert(names.begin(), names.end());
  };
  if (spec.table.empty()) add(1);
  for (const auto& entry : spec.table) add(entry.sigma);
  return static_cast<int>(kinds.size());
}

std::vector<std::string> guidanceEvaluations(const GuidanceScales& scales) {
  std::vector<std::string> names{"conditional"};
  if (scales.guidance > 1) names.emplace_back("unconditional");
  if (scales.stg > 0) names.push_back(fmt::format("perturbed.{}", fmt::join(scales.stgBlocks, ".")));
  return names;
}

}  // namespace fb::sampling
