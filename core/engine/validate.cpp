// SPDX-License-Identifier: MIT
#include "engine/wan_pipeline.h"
#include "flowblend/engine.h"

#include <cmath>

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
  std::vector<std::string> take() { return std::move(m_sentences); }

private:
  std::vector<std::string> m_sentences;
};

bool isFraction(double value) { return value >= 0 && value <= 1; }

}  // namespace

std::vector<std::string> validate(const GenerationRequest& request) {
  constexpr int kSide = engine::WanPipeline::kSideMultiple, kRatio = engine::WanPipeline::kTemporalRatio;
  Problems problems;
  for (const auto& [name, side] : {std::pair{"width", request.width}, std::pair{"height", request.height}})
    problems.require(side >= kSide && side <= kLongestSide && side % kSide == 0,
                     "{} is {}: it must be a multiple of {} from {} to {}", name, side, kSide, kSide, kLongestSide);
  problems.require(request.frames >= 1 && request.frames <= kMostFrames && request.frames % kRatio == 1,
                   "frames is {}: it must be 1 more than a multiple of {}, such as {}", request.frames, kRatio,
                   std::clamp(request.frames, 1, kMostFrames) / kRatio * kRatio + 1);
  problems.require(std::isfinite(request.fps) && request.fps >= 1 && request.fps <= 240,
                   "fps is {}: it must be from 1 to 240", request.fps);
  problems.require(request.schedule.steps >= 1 && request.schedule.steps <= kMostSteps,
                   "steps is {}: it must be from 1 to {}", request.schedule.steps, kMostSteps);
  problems.require(isFraction(request.schedule.early), "early is {}: it is a share of the steps, from 0 to 1",
                   request.schedule.early);
  problems.require(isFraction(request.schedule.late), "late is {}: it is a share of the steps, from 0 to 1",
                   request.schedule.late);
  problems.require(std::isfinite(request.shift) && request.shift > 0 && request.shift <= 100,
                   "shift is {}: it must be above 0 and at most 100", request.shift);
  for (const double scale : {request.guidance, request.guidanceSmall.value_or(1)})
    problems.require(std::isfinite(scale) && scale >= 0 && scale <= 100,
                     "guidance is {}: it must be from 0 to 100 (1 and below: no guidance)", scale);
  problems.require(request.saveEvery >= 1, "save_every is {}: it must be at least 1", request.saveEvery);
  return problems.take();
}

}  // namespace fb
