// SPDX-License-Identifier: MIT
#include "engine/validate.h"

#include "base/failure.h"
#include "engine/family.h"
#include "flowblend/engine.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fb {
namespace {

constexpr int kMostSteps = 1000;  // the models know 1000 timesteps
constexpr int kLongestSide = 8192;
constexpr int kMostFrames = 4097;

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

}  // namespace

std::vector<std::string> engine::validate(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  if (!findFamily(request.pair.family))
    return {fmt::format("the pair \"{}\" is of the model family \"{}\", which is not known", request.pair.name,
                        request.pair.family.id())};
  const auto limits = limitsOf(request.pair);
  const int multiple = limits.sideMultiple, ratio = limits.frameRatio;
  Problems problems;
  for (const auto& [name, side] : {std::pair{"width", request.clip.width}, std::pair{"height", request.clip.height}})
    problems.require(side >= multiple && side <= kLongestSide && side % multiple == 0,
                     "{} is {}: it must be a multiple of {} from {} to {}", name, side, multiple, multiple,
                     kLongestSide);
  problems.require(
      request.clip.frames >= 1 && request.clip.frames <= kMostFrames && (request.clip.frames - 1) % ratio == 0,
      "frames is {}: it must be 1 more than a multiple of {}, such as {}", request.clip.frames, ratio,
      std::clamp(request.clip.frames, 1, kMostFrames) / ratio * ratio + 1);
  problems.require(std::isfinite(request.clip.fps) && request.clip.fps >= 1 && request.clip.fps <= 240,
                   "fps is {}: it must be from 1 to 240", request.clip.fps);
  problems.require(request.sampling.schedule.steps >= 1 && request.sampling.schedule.steps <= kMostSteps,
                   "steps is {}: it must be from 1 to {}", request.sampling.schedule.steps, kMostSteps);
  if (const auto& sigmas = request.pair.sigmas; sigmas.rule == SigmaRule::Listed)
    problems.require(request.sampling.schedule.steps == static_cast<int>(sigmas.listed.size()),
                     "steps is {}: this pair was distilled for {} noise levels, so it must be {}",
                     request.sampling.schedule.steps, sigmas.listed.size(), sigmas.listed.size());
  problems.require(request.sampling.schedule.middleSteps >= 0,
                   "middle_steps is {}: it must be 0 (one a noise level) or the number of the middle stage's steps",
                   request.sampling.schedule.middleSteps);
  problems.require(isFraction(request.sampling.schedule.early), "early is {}: it is a share of the steps, from 0 to 1",
                   request.sampling.schedule.early);
  problems.require(isFraction(request.sampling.schedule.late), "late is {}: it is a share of the steps, from 0 to 1",
                   request.sampling.schedule.late);
  problems.require(std::isfinite(request.sampling.shift) && request.sampling.shift > 0 && request.sampling.shift <= 100,
                   "shift is {}: it must be above 0 and at most 100", request.sampling.shift);
  for (const double scale : {request.sampling.guidance, request.sampling.guidanceSmall.value_or(1)})
    problems.require(std::isfinite(scale) && scale >= 0 && scale <= 100,
                     "guidance is {}: it must be from 0 to 100 (1 and below: no guidance)", scale);
  problems.require(request.clip.images.empty() || limits.images != ImageUse::None,
                   "images are given, but the pair \"{}\" makes clips from text alone: take the images away or choose "
                   "a pair that takes images",
                   request.pair.name);
  for (const auto& image : request.clip.images) {
    const auto file = image.file.string();
    problems.require(image.frame % ratio == 0 && std::abs(image.frame) < request.clip.frames,
                     "the frame of {} is {}: it must be a multiple of {} within the clip's {} frames", file,
                     image.frame, ratio, request.clip.frames);
    problems.require(isFraction(image.strength), "the strength of {} is {}: it must be from 0 to 1", file,
                     image.strength);
  }
  if (request.sampling.twoPass) {
    problems.require(!request.pair.upsampler.empty() && !request.pair.refineSigmas.empty(),
                     "two passes are asked for, but the pair \"{}\" has no latent upsampler: add one to the pair, or "
                     "sample in one pass",
                     request.pair.name);
    problems.require(request.clip.width % (2 * multiple) == 0 && request.clip.height % (2 * multiple) == 0,
                     "{}x{} cannot be halved for the first of two passes: both sides must be multiples of {}",
                     request.clip.width, request.clip.height, 2 * multiple);
  }
  problems.require(std::isfinite(request.options.memoryBudget) && request.options.memoryBudget >= 0,
                   "memory_budget is {}: it must be a number of GB, or 0 for what is free",
                   request.options.memoryBudget);
  problems.require(request.options.saveEvery >= 1, "save_every is {}: it must be at least 1",
                   request.options.saveEvery);
  problems.append(engine::familyOf(request.pair.family).problems(request, checkpoints));
  return problems.take();
}

std::vector<std::string> validate(const GenerationRequest& request) {
  weights::CheckpointCache checkpoints;
  return engine::validate(request, checkpoints);
}

}  // namespace fb
