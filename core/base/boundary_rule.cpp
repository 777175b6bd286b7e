// SPDX-License-Identifier: MIT
#include "flowblend/boundary_rule.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace fb {
namespace {

using Verdict = BoundarySuggestion::Verdict;

constexpr std::size_t kFewestSteps = 5;
constexpr double kDepth = .25;   // of a valley, as a share of the lower of its sides
constexpr double kNoKnee = .05;  // below the line from top to floor, as a share of the side's height
constexpr double kHalfway = .5;

std::vector<double> smoothed(std::span<const double> values) {
  std::vector<double> result(values.begin(), values.end());
  for (std::size_t i = 1; i + 1 < values.size(); ++i) {
    const auto [low, high] = std::minmax(values[i - 1], values[i + 1]);
    result[i] = std::clamp(values[i], low, high);
  }
  return result;
}

// How far the boundary is from the start of `side`, which begins with its top and ends with the floor.
int boundaryIn(std::span<const double> side) {
  const double top = side.front(), floor = side.back(), height = top - floor;
  const auto last = static_cast<double>(side.size() - 1);
  double deepest = kNoKnee * height;
  std::size_t knee = 0;
  for (std::size_t i = 0; i < side.size(); ++i) {
    const double below = top - height * static_cast<double>(i) / last - side[i];
    if (below > deepest) {
      deepest = below;
      knee = i;
    }
  }
  if (knee == 0)
    while (side[knee] > floor + kHalfway * height) ++knee;
  return static_cast<int>(knee);
}

}  // namespace

StageSchedule BoundarySuggestion::appliedTo(const StageSchedule& schedule) const {
  auto moved = schedule;
  if (!isFound() || schedule.steps <= 0) return moved;
  moved.early = static_cast<double>(earlySteps) / schedule.steps;
  moved.late = static_cast<double>(lateSteps) / schedule.steps;
  return moved;
}

std::string_view reasonFor(Verdict verdict) {
  switch (verdict) {
    case Verdict::Found:
      return "";
    case Verdict::TooFewSteps:
      return "the divergence of at least 5 steps must be known, and of all of them";
    case Verdict::Flat:
      return "the models differ about equally on all steps";
    case Verdict::NoFall:
      return "the models differ least at the start, so there is no valley between two sides";
    case Verdict::NoRise:
      return "the models differ least at the end, so there is no valley between two sides";
  }
  return "";
}

std::vector<double> divergenceProfile(std::span<const StepReport> steps, int intervals) {
  std::vector<double> profile;
  for (const auto& step : steps) {
    if (step.step >= intervals) break;
    if (!step.divergence || step.step != static_cast<int>(profile.size())) return {};
    profile.insert(profile.end(), static_cast<std::size_t>(step.next() - step.step), step.divergence->relativeL2);
  }
  return static_cast<int>(profile.size()) == intervals ? profile : std::vector<double>();
}

BoundarySuggestion suggestBoundaries(std::span<const double> divergence) {
  if (divergence.size() < kFewestSteps) return {};
  const auto curve = smoothed(divergence);
  // Its first and its last step if there are several.
  const auto floor = std::ranges::min_element(curve);
  const auto end = std::prev(std::ranges::find(curve.rbegin(), curve.rend(), *floor).base());
  // Of equal tops the one nearest to the floor.
  const auto left = std::prev(std::max_element(std::reverse_iterator(std::next(floor)), curve.rend()).base());
  const auto right = std::max_element(end, curve.end());
  const auto isBelow = [&](double top) { return *floor < top && *floor <= (1 - kDepth) * top; };
  const bool falls = isBelow(*left), rises = isBelow(*right);
  if (!falls && !rises) return {Verdict::Flat, 0, 0};
  if (!falls) return {Verdict::NoFall, 0, 0};
  if (!rises) return {Verdict::NoRise, 0, 0};
  const std::vector<double> down(left, std::next(floor));
  std::vector<double> up(end, std::next(right));
  std::ranges::reverse(up);
  // The step at the boundary is the first, or the last, of the small model.
  const auto early = std::distance(curve.begin(), left) + boundaryIn(down);
  const auto late = std::distance(right, curve.end()) - 1 + boundaryIn(up);
  return {Verdict::Found, static_cast<int>(early), static_cast<int>(late)};
}

}  // namespace fb
