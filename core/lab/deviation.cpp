// SPDX-License-Identifier: MIT
#include "flowblend/deviation.h"

#include "base/guarded.h"
#include "flowblend/counted.h"
#include "lab/deviation_document.h"
#include "lab/known_deviations.h"
#include "lab/probe_store.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace fb {
namespace {

constexpr int kFewestCandidates = 3;
// Below this share of a sum of squares, another variable explains all of it.
constexpr double kNoVariation = 1e-9;

// What the law depends on, of one candidate.
struct Course {
  double integral = 0;  // I
  double late = 0;      // sigma_late
};

// The noise levels of one cell and the sums of its divergence up to each step. growth: g.
class Curve {
public:
  Curve(const ProbeCell& cell, DivergenceKind kind, double growth) : m_sigmas(cell.sigmas), m_sums{0} {
    const auto values = cell.values(kind);
    if (values.empty()) fail(ErrorKind::Invalid, "the profile has no divergence of the kind {}", toString(kind));
    m_sigmas.push_back(0);
    for (std::size_t i = 0; i < values.size(); ++i)
      m_sums.push_back(m_sums.back() +
                       values[i] * (m_sigmas[i] - m_sigmas[i + 1]) * std::exp(growth * m_sigmas[i + 1]));
  }

  Course of(const SweepCandidate& candidate) const {
    const auto early = static_cast<std::size_t>(candidate.early);
    const auto late = m_sums.size() - 1 - static_cast<std::size_t>(candidate.late);
    // LLL is {steps, 0}.
    return {m_sums[late] - m_sums[early], m_sigmas[late]};
  }

private:
  std::vector<double> m_sigmas, m_sums;
};

std::vector<Curve> curvesOf(const std::vector<ProbeCell>& cells, DivergenceKind kind, double growth) {
  std::vector<Curve> curves;
  for (const auto& cell : cells) curves.emplace_back(cell, kind, growth);
  return curves;
}

double meanIntegral(const std::vector<Curve>& curves, const SweepCandidate& candidate) {
  double sum = 0;
  for (const auto& curve : curves) sum += curve.of(candidate).integral;
  return sum / static_cast<double>(curves.size());
}

std::vector<ProbeCell> cellsOf(const ProbeProfile& profile, const std::string& prompt) {
  std::vector<ProbeCell> cells;
  std::ranges::copy_if(profile.cells, std::back_inserter(cells),
                       [&](const ProbeCell& cell) { return cell.prompt == prompt; });
  return cells;
}

// log D = a + p logI - q late
struct Row {
  double logI = 0, late = 0, logD = 0;
};

// With the growth that the rows were made with.
void solve(const std::vector<Row>& rows, DeviationFit& fit) {
  const auto count = static_cast<double>(rows.size());
  const auto mean = [&](double Row::*member) {
    return std::accumulate(rows.begin(), rows.end(), 0.0,
                           [&](double sum, const Row& row) { return sum + row.*member; }) /
           count;
  };
  const double meanI = mean(&Row::logI), meanLate = mean(&Row::late), meanD = mean(&Row::logD);
  double ii = 0, ll = 0, il = 0, id = 0, ld = 0, lateSquares = 0;
  for (const auto& row : rows) {
    const double i = row.logI - meanI, l = row.late - meanLate, d = row.logD - meanD;
    ii += i * i, ll += l * l, il += i * l, id += i * d, ld += l * d;
    lateSquares += row.late * row.late;
  }
  if (!(ii > kNoVariation))
    fail(ErrorKind::Invalid, "the sweep's candidates do not differ in where the small model runs");
  const bool lateVaries = ll > kNoVariation * lateSquares;
  const double determinant = ii * ll - il * il;
  if (lateVaries && !(determinant > kNoVariation * ii * ll))
    fail(ErrorKind::Invalid,
         "the early and late stages of the sweep change together, so their effects cannot be told apart: sweep more "
         "pairs of them");
  fit.lateRate = lateVaries ? -(ld * ii - id * il) / determinant : 0;
  // A longer late stage that makes a clip worse is no law, but what is left of the noise.
  fit.lateRate = std::max(fit.lateRate, 0.0);
  fit.exponent = fit.lateRate > 0 ? (id * ll - ld * il) / determinant : id / ii;
  if (!(fit.exponent > 0))
    fail(ErrorKind::Invalid,
         "the sweep's clips do not get further away with more divergence, so nothing can be predicted "
         "from a probe of this pair");
  const double constant = meanD - fit.exponent * meanI + fit.lateRate * meanLate;
  double smearing = 0, squares = 0;
  for (const auto& row : rows) {
    const double residual = row.logD - constant - fit.exponent * row.logI + fit.lateRate * row.late;
    smearing += std::exp(residual) / count;
    squares += residual * residual;
  }
  constexpr double kConstants = 4;
  fit.spread = std::sqrt(squares / std::max(1.0, count - kConstants));
  fit.scale = std::exp(constant) * smearing;
}

double floorOf(const SweepScores& scores) {
  const auto& floors = scores.from == SamenessFloor::OtherSeed ? scores.seedFloor : scores.smallFloor;
  return floors[static_cast<std::size_t>(scores.by)];
}

void noteRange(const SweepScores& scores, DeviationFit& fit) {
  const auto share = [&](int steps) { return static_cast<double>(steps) / scores.steps; };
  fit.minEarly = 1;
  for (const auto& score : scores.candidates) {
    const int early = score.candidate.early, late = score.candidate.late;
    if (score.candidate.isRival()) continue;
    if (early + late == 0 || early == scores.steps) continue;
    fit.minEarly = std::min(fit.minEarly, share(early));
    fit.maxEarly = std::max(fit.maxEarly, share(early));
    fit.maxLate = std::max(fit.maxLate, share(late));
  }
  fit.minEarly = std::min(fit.minEarly, fit.maxEarly);
}

// What a sweep's clips and the profile say, before anything is fitted.
struct Measured {
  // Of one prompt: the cells of its divergence, and how far each candidate's clip is from the large model's.
  struct Prompt {
    std::vector<ProbeCell> cells;
    std::vector<std::pair<SweepCandidate, double>> distances;  // shares of the floor's
  };
  std::vector<Prompt> prompts;
  DivergenceKind divergence = DivergenceKind::RelativeL2;

  std::vector<Row> rows(double growth) const {
    std::vector<Row> rows;
    for (const auto& prompt : prompts) {
      const auto curves = curvesOf(prompt.cells, divergence, growth);
      for (const auto& [candidate, distance] : prompt.distances)
        if (const double integral = meanIntegral(curves, candidate); integral > 0)
          rows.push_back({std::log(integral), curves.front().of(candidate).late, std::log(distance)});
    }
    return rows;
  }
};

Measured measuredOf(const SweepResults& results, const ProbeProfile& profile, const SweepScores& scores,
                    DivergenceKind divergence) {
  const double floor = floorOf(scores);
  Measured measured;
  measured.divergence = divergence;
  for (const int prompt : scores.prompts) {
    const std::vector<int> single{prompt};
    // A prompt whose clips do not differ at all has nothing to fit.
    const auto own = scoreSweep(results, scores.by, scores.from, single);
    if (!own) continue;
    Measured::Prompt added;
    added.cells = cellsOf(profile, results.sweep.prompts.at(static_cast<std::size_t>(prompt)));
    if (added.cells.empty()) added.cells = profile.cells;
    const auto curves = curvesOf(added.cells, divergence, 0);
    for (const auto& score : own.value().candidates) {
      if (score.candidate.isRival()) continue;
      const double distance = score.distances[static_cast<std::size_t>(scores.by)] / floor;
      if (distance > 0 && meanIntegral(curves, score.candidate) > 0)
        added.distances.emplace_back(score.candidate, distance);
    }
    if (!added.distances.empty()) measured.prompts.push_back(std::move(added));
  }
  return measured;
}

// The growth with which the rest fits best.
void solve(const Measured& measured, DeviationFit& fit) {
  constexpr double kStep = 0.25;
  constexpr int kGrowths = 80;
  solve(measured.rows(0), fit);
  for (int i = 1; i <= kGrowths; ++i) {
    auto other = fit;
    other.growth = i * kStep;
    try {
      solve(measured.rows(other.growth), other);
    } catch (const Failure&) {
      continue;  // no law with this growth
    }
    if (other.spread < fit.spread * (1 - kNoVariation) && lab::problemOf(other).empty()) fit = other;
  }
}

DeviationFit fitted(const SweepResults& results, const ProbeProfile& profile, const SweepScores& scores,
                    DivergenceKind divergence) {
  if (profile.cells.empty())
    fail(ErrorKind::Invalid, "there is no divergence profile of the sweep's pair and settings");
  lab::requireSameSettings("the profile", profile.settings, probeSettings(results.sweep.base));
  if (profile.steps() != scores.steps)
    fail(ErrorKind::Invalid, "the profile has {}, the sweep {}", counted(profile.steps(), "step"), scores.steps);
  DeviationFit fit;
  fit.pair = profile.pair;
  fit.settings = profile.settings;
  fit.by = scores.by;
  fit.from = scores.from;
  fit.divergence = divergence;
  const auto measured = measuredOf(results, profile, scores, divergence);
  std::set<SweepCandidate> candidates;
  for (const auto& prompt : measured.prompts) {
    for (const auto& [candidate, distance] : prompt.distances) candidates.insert(candidate);
    fit.points += static_cast<int>(prompt.distances.size());
  }
  if (candidates.size() < kFewestCandidates)
    fail(ErrorKind::Invalid,
         "{} of the sweep's candidates have clips that differ from the large model's; at least {} are "
         "needed",
         candidates.size(), kFewestCandidates);
  fit.prompts = static_cast<int>(measured.prompts.size());
  noteRange(scores, fit);
  solve(measured, fit);
  if (const auto problem = lab::problemOf(fit); !problem.empty())
    fail(ErrorKind::Invalid,
         "the sweep's clips hardly differ in their divergence but much in their sameness, so nothing can be predicted "
         "from a probe of this pair: {}",
         problem);
  return fit;
}

std::vector<PredictedCandidate> predicted(const DeviationFit& fit, const ProbeProfile& profile, const CostEstimate& run,
                                          const StageSchedule& schedule, std::span<const SweepCandidate> candidates) {
  if (profile.cells.empty()) fail(ErrorKind::Invalid, "there is no divergence profile to predict from");
  if (profile.pair != fit.pair)
    fail(ErrorKind::Invalid, "the constants were fitted on another pair than \"{}\"", profile.pairName);
  if (profile.steps() != schedule.steps)
    fail(ErrorKind::Invalid, "the profile has {}, the schedule {}", counted(profile.steps(), "step"), schedule.steps);
  const auto curves = curvesOf(profile.cells, fit.divergence, fit.growth);
  constexpr double kNinety = 1.6449;  // normal distribution, nine of ten
  std::vector<PredictedCandidate> result;
  for (const auto& candidate : candidates) {
    if (candidate.early < 0 || candidate.late < 0 || candidate.early + candidate.late > schedule.steps)
      fail(ErrorKind::Invalid, "{} and {} are out of range for {}", counted(candidate.early, "early step"),
           counted(candidate.late, "late step"), counted(schedule.steps, "step"));
    double distance = 0;
    for (const auto& curve : curves) {
      const auto course = curve.of(candidate);
      distance += fit.scale * std::pow(course.integral, fit.exponent) * std::exp(-fit.lateRate * course.late) /
                  static_cast<double>(curves.size());
    }
    auto stages = schedule;
    stages.early = static_cast<double>(candidate.early) / schedule.steps;
    stages.late = static_cast<double>(candidate.late) / schedule.steps;
    const double factor = std::exp(kNinety * fit.spread);
    result.push_back({candidate, flopsOfRun(run, stages) / run.totalLargeOnly, 1 - distance, 1 - distance * factor,
                      1 - distance / factor});
  }
  std::ranges::stable_sort(result, [](const PredictedCandidate& a, const PredictedCandidate& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.sameness > b.sameness;
  });
  return result;
}

DeviationJudgement judged(const SweepScores& heldOut, const std::vector<PredictedCandidate>& predictions,
                          double sameness, int prompt) {
  DeviationJudgement judgement;
  judgement.prompt = prompt;
  const auto& proposal = cheapestOf(predictions, sameness);
  const auto& own = heldOut.of(proposal.candidate);
  const auto best = std::ranges::find_if(heldOut.candidates, [&](const CandidateScore& score) {
    return !score.candidate.isRival() && heldOut.sameness(score) >= heldOut.sameness(own);
  });
  judgement.proposed = proposal.candidate;
  judgement.predicted = proposal.sameness;
  judgement.reached = heldOut.sameness(own);
  judgement.cost = own.cost;
  judgement.best = best->candidate;
  judgement.costAboveBest = own.cost / best->cost - 1;
  for (const auto& prediction : predictions)
    judgement.error += std::abs(prediction.sameness - heldOut.sameness(heldOut.of(prediction.candidate))) /
                       static_cast<double>(predictions.size());
  return judgement;
}

DeviationJudgements judgedOn(const SweepResults& results, const ProbeProfile& profile, SamenessMeasure by,
                             std::optional<SamenessFloor> from, DivergenceKind divergence, double sameness,
                             int heldOut) {
  const auto all = valueOrFail(scoreSweep(results, by, from));
  const auto count = static_cast<int>(all.prompts.size());
  if (heldOut < 1 || heldOut >= count)
    fail(ErrorKind::Invalid, "{} of {} cannot be held out: at least one must be left on either side", heldOut,
         counted(count, "measured prompt"));
  const std::span prompts(all.prompts);
  const auto seen = prompts.first(static_cast<std::size_t>(count - heldOut));
  const auto held = prompts.subspan(seen.size());
  DeviationJudgements judgements;
  // What was held out must not be known to the fit, in its profile either.
  auto known = profile;
  const auto isHeld = [&](const ProbeCell& cell) {
    return std::ranges::any_of(
        held, [&](int prompt) { return results.sweep.prompts.at(static_cast<std::size_t>(prompt)) == cell.prompt; });
  };
  std::erase_if(known.cells, isHeld);
  judgements.fit = fitted(results, known, valueOrFail(scoreSweep(results, by, all.from, seen)), divergence);
  const auto scores = valueOrFail(scoreSweep(results, by, all.from, held));
  for (const int prompt : held) {
    auto probe = profile;
    probe.cells = cellsOf(profile, results.sweep.prompts.at(static_cast<std::size_t>(prompt)));
    if (probe.cells.empty()) continue;
    probe.cells.resize(1);
    const auto predictions = predicted(judgements.fit, probe, results.run, results.sweep.base.sampling.schedule,
                                       results.sweep.fixedBoundaries());
    judgements.probes.push_back(judged(scores, predictions, sameness, prompt));
  }
  if (judgements.probes.empty()) fail(ErrorKind::Invalid, "none of the held-out prompts was probed");
  return judgements;
}

}  // namespace

Result<DeviationFit> fitDeviation(const SweepResults& results, const ProbeProfile& profile, SamenessMeasure by,
                                  std::optional<SamenessFloor> from, DivergenceKind divergence,
                                  std::span<const int> prompts) {
  return guarded(
      [&] { return fitted(results, profile, valueOrFail(scoreSweep(results, by, from, prompts)), divergence); });
}

Result<std::vector<DeviationFit>> fitDeviations(const SweepResults& results, const ProbeProfile& profile,
                                                std::optional<SamenessFloor> from, DivergenceKind divergence) {
  std::vector<DeviationFit> fits;
  std::optional<Error> problem;
  for (const auto measure : kSamenessMeasures) {
    auto fit = fitDeviation(results, profile, measure, from, divergence);
    if (fit)
      fits.push_back(std::move(fit).value());
    else if (!problem)
      problem = fit.error();
  }
  if (fits.empty()) return problem.value_or(Error{ErrorKind::Invalid, "there is no measure to fit"});
  return fits;
}

std::vector<SweepCandidate> predictableCandidates(const DeviationFit& fit, int steps) {
  constexpr double kRounding = 1e-9;
  const auto isIn = [&](int count, double low, double high) {
    const double share = static_cast<double>(count) / steps;
    return share >= low - kRounding && share <= high + kRounding;
  };
  std::vector<SweepCandidate> candidates{{steps, 0}, {0, 0}};
  for (int early = 0; early < steps; ++early)
    for (int late = 0; early + late < steps; ++late)
      if (isIn(early, fit.minEarly, fit.maxEarly) && isIn(late, 0, fit.maxLate) && early + late > 0)
        candidates.push_back({early, late});
  return candidates;
}

Result<std::vector<PredictedCandidate>> predict(const DeviationFit& fit, const ProbeProfile& profile,
                                                const CostEstimate& run, const StageSchedule& schedule,
                                                std::span<const SweepCandidate> candidates) {
  return guarded([&] { return predicted(fit, profile, run, schedule, candidates); });
}

const PredictedCandidate& cheapestOf(std::span<const PredictedCandidate> predicted, double sameness) {
  const auto found = std::ranges::find_if(
      predicted, [&](const PredictedCandidate& candidate) { return candidate.sameness >= sameness; });
  return found == predicted.end() ? predicted.back() : *found;
}

double DeviationJudgements::worstCostAboveBest() const {
  return std::ranges::max_element(probes, {}, &DeviationJudgement::costAboveBest)->costAboveBest;
}

double DeviationJudgements::meanCostAboveBest() const {
  double sum = 0;
  for (const auto& probe : probes) sum += probe.costAboveBest;
  return sum / static_cast<double>(probes.size());
}

Result<DeviationJudgements> judgeDeviation(const SweepResults& results, const ProbeProfile& profile, SamenessMeasure by,
                                           std::optional<SamenessFloor> from, DivergenceKind divergence,
                                           double sameness, int heldOut) {
  return guarded([&] { return judgedOn(results, profile, by, from, divergence, sameness, heldOut); });
}

Result<CostEstimate> costOfWholeRuns(Engine& engine, const GenerationRequest& request) {
  auto small = withoutBranch(request);
  small.sampling.schedule.early = small.sampling.schedule.late = 0;
  return engine.estimateCost(small);
}

Status keepDeviation(const DeviationFit& fit) {
  return guarded([&] {
    lab::ProbeStore::ofUser().keep(fit);
    return Done{};
  });
}

Result<std::optional<DeviationFit>> storedDeviation(Engine& engine, const GenerationRequest& request,
                                                    SamenessMeasure by, std::optional<SamenessFloor> from) {
  return guarded([&]() -> std::optional<DeviationFit> {
    const auto kind = lab::emptyProfile(engine, request);
    auto fits = lab::ProbeStore::ofUser().loadFits(kind.pair);
    std::ranges::move(lab::knownDeviations(kind.pair), std::back_inserter(fits));
    std::erase_if(fits, [&](const DeviationFit& fit) { return fit.by != by || (from && fit.from != *from); });
    if (fits.empty()) return std::nullopt;
    const auto own = std::ranges::find(fits, kind.settings, &DeviationFit::settings);
    return own == fits.end() ? fits.front() : *own;
  });
}

}  // namespace fb
