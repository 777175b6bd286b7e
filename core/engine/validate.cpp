// SPDX-License-Identifier: MIT
#include "engine/validate.h"

#include "base/failure.h"
#include "base/json.h"
#include "engine/caches.h"
#include "engine/family.h"
#include "engine/loras.h"
#include "flowblend/counted.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fb::engine {
namespace {

class Problems {
public:
  template <class... Args>
  void require(bool condition, fmt::format_string<Args...> format, Args&&... args) {
    if (!condition) m_sentences.push_back(fmt::format(format, std::forward<Args>(args)...));
  }
  void append(std::vector<std::string> sentences) { std::ranges::move(sentences, std::back_inserter(m_sentences)); }
  std::vector<std::string> take() { return std::move(m_sentences); }

private:
  std::vector<std::string> m_sentences;
};

bool isFraction(double value) { return value >= 0 && value <= 1; }

// What a guard cannot be combined with, one sentence each.
std::vector<std::string> guardProblems(const GenerationRequest& request) {
  const auto& sampling = request.sampling;
  std::vector<std::string> problems;
  if (sampling.guard == GuardRule::None) return problems;
  const auto guard = toString(sampling.guard);
  const bool compares = sampling.guard == GuardRule::Verify;
  if (request.pair.distilledSmall)
    problems.push_back(
        fmt::format("guard is {}, but the small model of the pair \"{}\" is step-distilled, so {}: set guard to none",
                    guard, request.pair.name,
                    compares ? "its velocity is not comparable with the large one's"
                             : "it cannot take over at whichever step the large one is done"));
  else if (sampling.schedule.middleSteps > 0)
    problems.push_back(
        fmt::format("guard is {} and middle_steps is {}, but a guard needs a step of the small model in every "
                    "interval: set middle_steps to 0, or guard to none",
                    guard, sampling.schedule.middleSteps));
  if (sampling.cache != CacheRule::None)
    problems.push_back(
        fmt::format("guard is {} and cache is {}, but {}: set one of the two to none", guard, toString(sampling.cache),
                    compares ? "a check compares what both models compute, and a cache is dropped at each change "
                               "between them"
                             : "a cache repeats what the large model gave, which then does not change"));
  return problems;
}

}  // namespace

std::vector<std::string> validate(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  if (!findFamily(request.pair.family))
    return {fmt::format("the pair \"{}\" belongs to the model family \"{}\", which is unknown", request.pair.name,
                        request.pair.family.id())};
  const auto limits = limitsOf(request.pair);
  const int ratio = limits.frameRatio;
  Problems problems;
  for (const auto& setting : kSettings)
    if (auto problem = setting.problem(request); !problem.empty()) problems.append({std::move(problem)});
  problems.require(request.clip.images.empty() || limits.images != ImageUse::None,
                   "images are given, but the pair \"{}\" makes clips from text only: remove the images, or choose a "
                   "pair that accepts images",
                   request.pair.name);
  for (const auto& image : request.clip.images) {
    const auto file = image.file.string();
    problems.require(image.frame % ratio == 0 && std::abs(image.frame) < request.clip.frames,
                     "the frame of {} is {}, but must be a multiple of {} within the clip's {}", file, image.frame,
                     ratio, counted(request.clip.frames, "frame"));
    problems.require(isFraction(image.strength), "the strength of {} is {}, but must be from 0 to 1", file,
                     image.strength);
  }
  problems.require(!request.sampling.twoPass || (!request.pair.upsampler.empty() && !request.pair.refineSigmas.empty()),
                   "two passes are requested, but the pair \"{}\" has no latent upsampler: add one to the pair, or "
                   "sample in one pass",
                   request.pair.name);
  problems.require(
      request.sampling.sigmas.empty() || request.sampling.solver != SolverKind::DpmSolverPP,
      "sigmas is given, but the solver dpm++ takes no noise levels of a request: choose euler or unipc, or "
      "leave sigmas out");
  problems.require(request.options.branchAt == 0 || !request.options.branchFrom.empty(),
                   "branch_at is {}, but branch_from does not name the run to branch from", request.options.branchAt);
  for (const auto& lora : request.sampling.loras)
    problems.require(std::abs(lora.strength) <= kMaxLoraStrength, "the strength of {} is {}, but must be from {} to {}",
                     lora.file.string(), lora.strength, -kMaxLoraStrength, kMaxLoraStrength);
  problems.append(textProblems(toJsonValue(request, false)));
  problems.append(familyOf(request.pair.family).problems(request, checkpoints));
  problems.append(guardProblems(request));
  problems.append(cacheProblems(request, checkpoints));
  for (auto& report : checkLoras(request, checkpoints)) problems.require(report.problem.empty(), "{}", report.problem);
  return problems.take();
}

void requireValid(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  if (const auto problems = validate(request, checkpoints); !problems.empty())
    fail(ErrorKind::Invalid, "{}", problems.front());
}

}  // namespace fb::engine
