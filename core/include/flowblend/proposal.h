// SPDX-License-Identifier: MIT
// Which boundaries a sweep speaks for. Pure functions of its results; any thread.
#pragma once

#include "flowblend/sweep.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fb {

// By which a clip is compared with the large model's. Each is a distance that is 0 for the same clip:
// Ssim: 1 - SSIM; Latents: relative L2 of the final latents; Rmse: root mean squared difference of the frames (PSNR as
// a distance); Motion: difference of temporal gradients; Flicker: difference in flicker; Dinov2, Lpips: as in
// flowblend/perception.h, of sweeps that were given the weights. Of a sweep that compares latents only, Latents alone
// is measured.
enum class SamenessMeasure { Ssim, Latents, Rmse, Motion, Flicker, Dinov2, Lpips };
inline constexpr std::array kSamenessMeasures = {
    SamenessMeasure::Ssim,    SamenessMeasure::Latents, SamenessMeasure::Rmse, SamenessMeasure::Motion,
    SamenessMeasure::Flicker, SamenessMeasure::Dinov2,  SamenessMeasure::Lpips};
// "ssim", "latents", "rmse", "motion", "flicker", "dinov2", "lpips"
std::string_view toString(SamenessMeasure measure);
std::optional<SamenessMeasure> samenessMeasureFromString(std::string_view text);
bool isMeasured(const SweepRecord& record, SamenessMeasure measure);
double distanceOf(const SweepRecord& record, SamenessMeasure measure);  // if isMeasured(), otherwise 0
// `wanted` if any record has it, otherwise Ssim, or Latents if nothing was decoded.
SamenessMeasure measuredOr(const SweepResults& results, SamenessMeasure wanted);

// What counts as no sameness at all: the large model's clip with another seed, or the small model's clip.
enum class SamenessFloor { OtherSeed, SmallModel };
inline constexpr std::array kSamenessFloors = {SamenessFloor::OtherSeed, SamenessFloor::SmallModel};
std::string_view toString(SamenessFloor floor);  // "seed", "small"
std::optional<SamenessFloor> samenessFloorFromString(std::string_view text);

// Over all prompts and seeds that are scored. Sameness is the share of the way from a floor to identity:
// 1 - (sum of the candidate's distances) / (sum of the floor's). It is 1 for LLL, 0 for clips as far as the floor, and
// below 0 for clips that are further away.
struct CandidateScore {
  SweepCandidate candidate;
  double cost = 0;     // FLOPs of a whole run, as a share of the large model's; of guarded runs, their mean
  double seconds = 0;  // of a whole run, as measured
  // Means of the distances, in the order of kSamenessMeasures, as far as they are among SweepScores::measures; and of
  // PSNR in dB, if Rmse is.
  std::array<double, kSamenessMeasures.size()> distances{};
  std::optional<double> psnr;
  // From either floor.
  std::array<double, kSamenessMeasures.size()> samenessToSeed{}, samenessToSmall{};
  // 5th and 95th percentile of SweepScores::sameness() in 2000 resamplings of the prompts with a fixed seed
  // (bootstrap). With a single prompt they equal it.
  double low = 0, high = 0;
  bool isOnFront = false;  // no other candidate is cheaper and at least as near, or as cheap and nearer
};

struct SweepScores {
  SamenessMeasure by = SamenessMeasure::Ssim;
  SamenessFloor from = SamenessFloor::OtherSeed;
  std::vector<SamenessMeasure> measures;  // by which all that is scored was measured, in the order of kSamenessMeasures
  int steps = 0;
  std::vector<int> prompts;  // those that were scored
  std::size_t cells = 0;     // prompts times seeds
  // Means of the floors' distances.
  std::array<double, kSamenessMeasures.size()> seedFloor{}, smallFloor{};
  std::vector<CandidateScore> candidates;  // the cheapest first

  // By the measure and from the floor of these scores; or by another measure.
  bool has(SamenessMeasure measure) const { return std::ranges::find(measures, measure) != measures.end(); }
  double sameness(const CandidateScore& score) const { return sameness(score, by); }
  double sameness(const CandidateScore& score, SamenessMeasure measure) const {
    const auto& all = from == SamenessFloor::OtherSeed ? score.samenessToSeed : score.samenessToSmall;
    return all[static_cast<std::size_t>(measure)];
  }
  // Of one of the candidates.
  const CandidateScore& of(const SweepCandidate& candidate) const;
};

// from: absent: the floor that is further from the large model's clips, so that 0 is far for any pair; a model may make
// nearly the same clip from every seed. prompts: indices of those to score; empty: all. Only prompts whose runs are all
// measured, also by `by`, are scored; Invalid if there is none, or if the floor does not differ from the large model's
// clips at all.
Result<SweepScores> scoreSweep(const SweepResults& results, SamenessMeasure by, std::optional<SamenessFloor> from = {},
                               std::span<const int> prompts = {});

// Of fixed boundaries; rivals are never proposed.
struct SweepProposal {
  double asked = 0;  // sameness
  // The cheapest candidate whose sameness is at least that asked for; LLL if no other is.
  SweepCandidate cheapest;
  // The same for the low end of the interval.
  SweepCandidate sure;
  // The candidate of their front that lies furthest above the straight line between its ends, cost against sameness:
  // from here on, more large steps bring less than on average.
  SweepCandidate knee;
  // The paper's criteria (arXiv 2512.24724). Early: with the shortest late stage of the sweep, the boundary from which
  // on sameness falls fast; late: for this early stage, the one up to which it rises fast. Both are the knee of their
  // curve, the point furthest above the line between its ends.
  SweepCandidate paper;
};
SweepProposal propose(const SweepScores& scores, double sameness);

}  // namespace fb
