// SPDX-License-Identifier: MIT
// Boundaries from a divergence profile, in numbers: how far a clip will be from the large model's, predicted from where
// the small model runs.
//
// On its steps, the small model leaves the large one's trajectory by the difference of their velocities times the
// change of the noise level. What differs grows on the way that is left (as by Groenwall's inequality, exponentially in
// the noise level that is still to be passed), and steps of the large model that follow take part of it back. So
//
//   I = sum over the small model's steps i of d_i (sigma_i - sigma_(i+1)) exp(g sigma_(i+1))
//   D = a I^p exp(-q sigma_late)
//
// where d is the divergence, sigma_late the noise level at which the late stage begins (0 without one), and D the
// distance of the clips as a share of the floor's, so that sameness is 1 - D. This form is our own: an empirical law,
// whose constants a, p > 0, q >= 0 and g >= 0 are fitted on a finished sweep by least squares of log D over its
// candidates and prompts, g to a quarter. a includes the factor by which the mean exceeds the exponential of the mean
// logarithm (smearing; Duan 1983, "Smearing estimate: a nonparametric retransformation method"). docs/boundaries.md
// tells what it is worth.
//
// Pure functions unless they say otherwise. No call throws; any thread.
#pragma once

#include "flowblend/probe.h"
#include "flowblend/proposal.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fb {

struct DeviationFit {
  std::string pair;                             // Engine::pairIdentity()
  std::map<std::string, std::string> settings;  // of the sweep, as ProbeProfile::settings
  SamenessMeasure by = SamenessMeasure::Ssim;
  SamenessFloor from = SamenessFloor::OtherSeed;
  DivergenceKind divergence = DivergenceKind::RelativeL2;
  double scale = 0;     // a
  double exponent = 0;  // p
  double lateRate = 0;  // q
  double growth = 0;    // g
  // Standard deviation of log D around the fit, of one prompt's clips.
  double spread = 0;
  int prompts = 0, points = 0;  // that were fitted
  // The smallest and largest early stage and the largest late one that were fitted, as shares of the steps; SSS and LLL
  // aside. There are no predictions outside.
  double minEarly = 0, maxEarly = 0, maxLate = 0;

  bool operator==(const DeviationFit&) const = default;
};

// prompts: indices of those to fit; empty: all. A prompt that the profile has is fitted with its own divergence, any
// other with the mean of all. Invalid if the profile is of other settings than the sweep, has no such divergence, or if
// the sweep cannot tell the constants: too few candidates, or a deviation that does not grow with the divergence.
Result<DeviationFit> fitDeviation(const SweepResults& results, const ProbeProfile& profile, SamenessMeasure by,
                                  std::optional<SamenessFloor> from = {},
                                  DivergenceKind divergence = DivergenceKind::RelativeL2,
                                  std::span<const int> prompts = {});

// By every measure for which there is a fit; Invalid, with the reason of the first measure, if there is none.
Result<std::vector<DeviationFit>> fitDeviations(const SweepResults& results, const ProbeProfile& profile,
                                                std::optional<SamenessFloor> from = {},
                                                DivergenceKind divergence = DivergenceKind::RelativeL2);

struct PredictedCandidate {
  SweepCandidate candidate;  // in whole steps of the profile
  double cost = 0;           // as CandidateScore::cost
  double sameness = 0;
  // Between which nine of ten clips are expected, if their logarithms are spread normally.
  double low = 0, high = 0;
};

// Every pair of boundaries in whole steps inside of what was fitted, with LLL and SSS, for a schedule with this number
// of steps.
std::vector<SweepCandidate> predictableCandidates(const DeviationFit& fit, int steps);

// The cheapest first. The mean of the cells' predictions. The profile may be of other settings than the fit's sweep,
// but not of another pair. schedule: its boundaries do not matter; run: as in SweepPlan. Invalid if the profile is
// empty, of another pair or number of steps, or lacks the fit's kind of divergence.
Result<std::vector<PredictedCandidate>> predict(const DeviationFit& fit, const ProbeProfile& profile,
                                                const CostEstimate& run, const StageSchedule& schedule,
                                                std::span<const SweepCandidate> candidates);
// The cheapest whose predicted sameness is at least that asked for. predicted: as from predict(), with LLL.
const PredictedCandidate& cheapestOf(std::span<const PredictedCandidate> predicted, double sameness);

// What a proposal is worth that needs no sweep of the prompts at hand, only one probe of one of them.
struct DeviationJudgement {
  int prompt = 0;            // that was probed
  SweepCandidate proposed;   // among the sweep's candidates
  double predicted = 0;      // sameness
  double reached = 0;        // on all held-out prompts
  double cost = 0;           // of the proposal
  SweepCandidate best;       // the cheapest of the held-out prompts' candidates that is at least as near
  double costAboveBest = 0;  // as a share of its cost
  double error = 0;          // mean difference of predicted and measured sameness over the candidates, without sign
};
struct DeviationJudgements {
  DeviationFit fit;                        // from all other prompts
  std::vector<DeviationJudgement> probes;  // one for each held-out prompt that the profile has
  double worstCostAboveBest() const;
  double meanCostAboveBest() const;
};
// Fits on all but the last `heldOut` scored prompts and judges on those. Invalid as in fitDeviation(), if none is left
// on either side, or if the profile has none of the held-out prompts.
Result<DeviationJudgements> judgeDeviation(const SweepResults& results, const ProbeProfile& profile, SamenessMeasure by,
                                           std::optional<SamenessFloor> from, DivergenceKind divergence,
                                           double sameness, int heldOut);

// The cost that predict() needs, of whole runs of the request. Reads headers of weight files.
Result<CostEstimate> costOfWholeRuns(Engine& engine, const GenerationRequest& request);

// What is kept in the user's state folder. keepDeviation() replaces the fit of the same pair, settings, measure, floor
// and divergence.
Status keepDeviation(const DeviationFit& fit);
// One of the request's pair by this measure, from this floor if it is given: that of the request's own settings,
// otherwise the latest. What is kept comes before what the program knows of its built-in pair. Absent if there is none.
// Damaged files are refused by name.
Result<std::optional<DeviationFit>> storedDeviation(Engine& engine, const GenerationRequest& request,
                                                    SamenessMeasure by, std::optional<SamenessFloor> from = {});

}  // namespace fb
