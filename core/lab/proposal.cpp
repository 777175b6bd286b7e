// SPDX-License-Identifier: MIT
#include "flowblend/proposal.h"

#include <algorithm>
#include <functional>

namespace fb {
namespace {

struct Point {
  SweepCandidate candidate;
  double x = 0;
  double y = 0;
};

// The point furthest above the straight line from the first to the last; the first if none is above it. points: not
// empty, in ascending order of x.
SweepCandidate kneeOf(const std::vector<Point>& points) {
  const auto& first = points.front();
  const auto& last = points.back();
  const double slope = last.x > first.x ? (last.y - first.y) / (last.x - first.x) : 0;
  const auto height = [&](const Point& point) { return point.y - first.y - slope * (point.x - first.x); };
  // Rounding must not prefer a later point of a straight line.
  constexpr double kAbove = 1e-12;
  const Point* best = &first;
  for (const auto& point : points)
    if (height(point) > height(*best) + kAbove) best = &point;
  return best->candidate;
}

// Of the front of fixed boundaries, on which there may be some that a rival dominates.
SweepCandidate kneeOfFront(const SweepScores& scores) {
  std::vector<Point> front;
  for (const auto& score : scores.candidates)
    if (!score.candidate.isRival() && (front.empty() || scores.sameness(score) > front.back().y))
      front.push_back({score.candidate, score.cost, scores.sameness(score)});
  return kneeOf(front);
}

// A curve through candidates and LLL, along one of the boundaries.
SweepCandidate kneeAlong(const SweepScores& scores, int SweepCandidate::*along,
                         const std::function<bool(const SweepCandidate&)>& isOnCurve) {
  const SweepCandidate large{scores.steps, 0};
  std::vector<Point> points;
  for (const auto& score : scores.candidates)
    if (score.candidate != large && !score.candidate.isRival() && isOnCurve(score.candidate))
      points.push_back({score.candidate, static_cast<double>(score.candidate.*along), scores.sameness(score)});
  if (points.empty()) return large;
  std::ranges::sort(points, {}, &Point::x);
  const int otherSide =
      along == &SweepCandidate::early ? points.front().candidate.late : points.front().candidate.early;
  points.push_back({large, static_cast<double>(scores.steps - otherSide), 1});
  return kneeOf(points);
}

SweepCandidate byThePaper(const SweepScores& scores) {
  const SweepCandidate large{scores.steps, 0};
  int shortest = scores.steps;
  for (const auto& score : scores.candidates)
    if (score.candidate != large && score.candidate != SweepCandidate{0, 0} && !score.candidate.isRival())
      shortest = std::min(shortest, score.candidate.late);
  const auto early = kneeAlong(scores, &SweepCandidate::early, [&](const SweepCandidate& candidate) {
    return candidate.late == shortest || candidate == SweepCandidate{0, 0};
  });
  if (early == large) return early;
  return kneeAlong(scores, &SweepCandidate::late,
                   [&](const SweepCandidate& candidate) { return candidate.early == early.early; });
}

SweepCandidate cheapestWith(const SweepScores& scores, const std::function<bool(const CandidateScore&)>& isEnough) {
  const auto found = std::ranges::find_if(
      scores.candidates, [&](const CandidateScore& score) { return !score.candidate.isRival() && isEnough(score); });
  return found == scores.candidates.end() ? SweepCandidate{scores.steps, 0} : found->candidate;
}

}  // namespace

SweepProposal propose(const SweepScores& scores, double sameness) {
  SweepProposal proposal;
  proposal.asked = sameness;
  proposal.cheapest =
      cheapestWith(scores, [&](const CandidateScore& score) { return scores.sameness(score) >= sameness; });
  proposal.sure = cheapestWith(scores, [&](const CandidateScore& score) { return score.low >= sameness; });
  proposal.knee = kneeOfFront(scores);
  proposal.paper = byThePaper(scores);
  return proposal;
}

}  // namespace fb
