// SPDX-License-Identifier: MIT
#include "engine/caches.h"

#include "base/failure.h"
#include "engine/family.h"
#include "engine/memory_planner.h"

namespace fb::engine {

sampling::CachePlan cachePlan(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  sampling::CachePlan plan{request.sampling.cache, request.sampling.cacheThreshold, {}};
  if (plan.rule != CacheRule::TeaCache) return plan;
  const auto& family = familyOf(request.pair.family);
  for (const auto model : {Model::Large, Model::Small}) {
    const auto& own = model == Model::Large ? request.pair.largeTeaCache : request.pair.smallTeaCache;
    auto& polynomial = plan.polynomials[static_cast<std::size_t>(model)];
    // A model that takes no step is not looked at; should its stage be moved into the run, it computes every step.
    if (takesSteps(request, model))
      polynomial = own.empty() ? family.teaCachePolynomial(request.pair, model, checkpoints) : own;
  }
  return plan;
}

std::vector<std::string> cacheProblems(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<std::string> problems;
  if (request.sampling.cache != CacheRule::TeaCache) return problems;
  sampling::CachePlan plan;
  try {
    plan = cachePlan(request, checkpoints);
  } catch (const Failure&) {
    return problems;  // a file that cannot be read is reported by the run
  }
  for (const auto model : {Model::Large, Model::Small})
    if (takesSteps(request, model) && plan.polynomials[static_cast<std::size_t>(model)].empty())
      problems.push_back(fmt::format(
          "teacache has no published coefficients for the {0} model, {1}: choose easycache, or give the pair's "
          "document coefficients of its own (\"teacache\", \"{0}\")",
          toString(model), (model == Model::Large ? request.pair.large : request.pair.small).string()));
  return problems;
}

}  // namespace fb::engine
