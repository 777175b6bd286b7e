// SPDX-License-Identifier: MIT
#include "engine/caches.h"

#include "base/failure.h"
#include "engine/family.h"
#include "engine/magnitudes.h"
#include "engine/memory_planner.h"

namespace fb::engine {

sampling::CachePlan cachePlan(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  sampling::CachePlan plan;
  plan.rule = request.sampling.cache;
  plan.threshold = request.sampling.cacheThreshold;
  if (plan.rule == CacheRule::MagCache) {
    plan.curves = {request.pair.largeMagCache, request.pair.smallMagCache};
    plan.reuseLimit = request.sampling.cacheReuseLimit;
  }
  if (plan.rule != CacheRule::TeaCache) return plan;
  plan.retains = request.sampling.cacheRetention;
  const auto& family = familyOf(request.pair.family);
  const auto& pair = request.pair;
  for (const auto model : {Model::Large, Model::Small}) {
    const bool large = model == Model::Large;
    const auto& own = plan.retains ? large ? pair.largeTeaCacheRetention : pair.smallTeaCacheRetention
                      : large      ? pair.largeTeaCache
                                   : pair.smallTeaCache;
    auto& polynomial = plan.polynomials[static_cast<std::size_t>(model)];
    // A model that takes no step is not looked at; should its stage be moved into the run, it computes every step.
    if (takesSteps(request, model))
      polynomial = own.empty() ? family.teaCachePolynomial(request, model, checkpoints) : own;
  }
  return plan;
}

std::vector<std::string> cacheProblems(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<std::string> problems;
  sampling::CachePlan plan;
  try {
    for (auto& problem : magnitudeProblems(request, checkpoints)) problems.push_back(std::move(problem.sentence));
    plan = cachePlan(request, checkpoints);
  } catch (const Failure&) {
    return problems;  // a file that cannot be read is reported by the run
  }
  if (request.sampling.cache != CacheRule::TeaCache) return problems;
  for (const auto model : {Model::Large, Model::Small})
    if (takesSteps(request, model) && plan.polynomials[static_cast<std::size_t>(model)].empty())
      problems.push_back(fmt::format(
          "teacache{2} has no published coefficients for the {0} model, {1}: choose easycache, or give the pair's "
          "document coefficients of its own (\"teacache\", \"{0}{3}\")",
          toString(model), (model == Model::Large ? request.pair.large : request.pair.small).string(),
          plan.retains ? " with retention steps" : "", plan.retains ? "_retention" : ""));
  return problems;
}

std::string noStepReused(const SamplingSettings& settings) {
  const auto rule = settings.cache;
  const int steps = settings.schedule.modelSteps();
  const int start = sampling::computedAtStart(rule, settings.cacheRetention, steps);
  const bool last = sampling::computesLast(rule, settings.cacheRetention);
  if (rule == CacheRule::None || steps > start + (last ? 1 : 0)) return {};
  return fmt::format("{} reuses no step of this run: it computes the first {}{}, and there are {}", toString(rule),
                     start, last ? " and the last" : "", steps);
}

std::optional<ForeseenReuse> foreseenReuse(const GenerationRequest& request, int first,
                                           weights::CheckpointCache& checkpoints) {
  const auto& family = familyOf(request.pair.family);
  const auto rule = request.sampling.cache;
  if (rule != CacheRule::TeaCache && rule != CacheRule::MagCache) return {};
  std::function<at::Tensor(Model, double)> signal;
  if (rule == CacheRule::TeaCache && !(signal = family.timeSignal(request, checkpoints))) return {};
  const auto steps = family.plannedSteps(request, checkpoints);
  if (steps.empty()) return {};
  const auto reuses = sampling::foreseen(cachePlan(request, checkpoints), steps, signal);
  ForeseenReuse found;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].interval < first) continue;
    auto& of = steps[i].position.model == Model::Large ? found.large : found.small;
    of.evaluations += reuses[i].reused;
    if (reuses[i].isWhole())
      ++of.steps;
    else
      of.partly += reuses[i].reused;
  }
  return found;
}

}  // namespace fb::engine
