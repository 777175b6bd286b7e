// SPDX-License-Identifier: MIT
#include "base/enum_names.h"
#include "base/guarded.h"
#include "flowblend/proposal.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace fb {
namespace {

constexpr EnumNames<SamenessMeasure, kSamenessMeasures.size()> kNames{{{SamenessMeasure::Ssim, "ssim"},
                                                                       {SamenessMeasure::Latents, "latents"},
                                                                       {SamenessMeasure::Rmse, "rmse"},
                                                                       {SamenessMeasure::Motion, "motion"},
                                                                       {SamenessMeasure::Flicker, "flicker"},
                                                                       {SamenessMeasure::Dinov2, "dinov2"},
                                                                       {SamenessMeasure::Lpips, "lpips"}}};

constexpr EnumNames<SamenessFloor, kSamenessFloors.size()> kFloorNames{
    {{SamenessFloor::OtherSeed, "seed"}, {SamenessFloor::SmallModel, "small"}}};

constexpr int kResamplings = 2000;
constexpr std::uint64_t kBootstrapSeed = 14;

// A candidate's, or the floor's, record for each prompt and seed, in the same order.
using Row = std::vector<const SweepRecord*>;

struct Table {
  std::vector<int> prompts;
  std::size_t cells = 0;
  std::map<SweepCandidate, Row> candidates;
  Row floor;
};

bool isComplete(const SweepResults& results, int prompt, SamenessMeasure by) {
  const auto& sweep = results.sweep;
  const auto count = std::ranges::count_if(results.records, [&](const SweepRecord& record) {
    return record.run.prompt == prompt && isMeasured(record, by);
  });
  return static_cast<std::size_t>(count) == sweep.seeds.size() * (sweep.candidates.size() + 1);
}

bool isMeasuredAtAll(const SweepResults& results, SamenessMeasure by) {
  return std::ranges::any_of(results.records, [&](const SweepRecord& record) { return isMeasured(record, by); });
}

Table tableOf(const SweepResults& results, SamenessMeasure by, std::span<const int> asked) {
  if (!results.records.empty() && !isMeasuredAtAll(results, by)) {
    const bool isLearned = by == SamenessMeasure::Dinov2 || by == SamenessMeasure::Lpips;
    if (isMeasuredAtAll(results, SamenessMeasure::Ssim) && isLearned)
      fail(ErrorKind::Invalid,
           "the sweep was not measured by {}: run it with weights for that, or choose another measure", toString(by));
    fail(ErrorKind::Invalid,
         "the sweep compares latents only, and its clips are not decoded, so nothing is known by {}: choose latents as "
         "the measure, or let the sweep go on with its clips decoded{}, which takes no further step",
         toString(by), isLearned ? ", and with weights for that" : "");
  }
  Table table;
  for (int prompt = 0; prompt < static_cast<int>(results.sweep.prompts.size()); ++prompt)
    if ((asked.empty() || std::ranges::find(asked, prompt) != asked.end()) && isComplete(results, prompt, by))
      table.prompts.push_back(prompt);
  if (table.prompts.empty())
    fail(ErrorKind::Invalid,
         "no prompt of the sweep is finished yet: run it to its end, or at least to that of a prompt");
  for (const auto& record : results.records) {
    if (std::ranges::find(table.prompts, record.run.prompt) == table.prompts.end()) continue;
    (record.isFloor() ? table.floor : table.candidates[record.run.candidate]).push_back(&record);
  }
  table.cells = table.floor.size();
  const auto cell = [](const SweepRecord* record) { return std::pair(record->run.prompt, record->referenceSeed); };
  std::ranges::sort(table.floor, {}, cell);
  for (auto& [candidate, row] : table.candidates) std::ranges::sort(row, {}, cell);
  return table;
}

template <class Value>
double meanOf(const Row& row, Value value) {
  double sum = 0;
  for (const auto* record : row) sum += value(*record);
  return sum / static_cast<double>(row.size());
}

// 1 - sum / sum of the floor; the floor itself if both are 0.
double samenessOf(double distance, double floor) { return floor > 0 ? 1 - distance / floor : distance > 0 ? -1 : 1; }

// Sums over the seeds of each prompt.
std::vector<double> sumsByPrompt(const Row& row, const std::vector<int>& prompts, SamenessMeasure by) {
  std::vector<double> sums(prompts.size());
  for (const auto* record : row) {
    const auto at = std::ranges::find(prompts, record->run.prompt) - prompts.begin();
    sums[static_cast<std::size_t>(at)] += distanceOf(*record, by);
  }
  return sums;
}

// The prompts of each resampling, as indices.
std::vector<std::vector<std::size_t>> resamplings(std::size_t prompts) {
  std::mt19937_64 random(kBootstrapSeed);
  std::vector<std::vector<std::size_t>> all(kResamplings, std::vector<std::size_t>(prompts));
  for (auto& one : all)
    for (auto& prompt : one) prompt = random() % prompts;
  return all;
}

void addInterval(CandidateScore& score, const std::vector<double>& distances, const std::vector<double>& floor,
                 const std::vector<std::vector<std::size_t>>& resampled) {
  std::vector<double> values;
  values.reserve(resampled.size());
  for (const auto& prompts : resampled) {
    double sum = 0, floorSum = 0;
    for (const auto prompt : prompts) sum += distances[prompt], floorSum += floor[prompt];
    values.push_back(samenessOf(sum, floorSum));
  }
  std::ranges::sort(values);
  score.low = values[values.size() / 20];
  score.high = values[values.size() - 1 - values.size() / 20];
}

void markFront(SweepScores& scores) {
  double nearest = -std::numeric_limits<double>::infinity();
  for (auto& score : scores.candidates) {
    score.isOnFront = scores.sameness(score) > nearest;
    nearest = std::max(nearest, scores.sameness(score));
  }
}

using Means = std::array<double, kSamenessMeasures.size()>;

Means meansOf(const Row& row, const std::vector<SamenessMeasure>& measures) {
  Means means{};
  for (const auto measure : measures)
    means[static_cast<std::size_t>(measure)] =
        meanOf(row, [&](const SweepRecord& record) { return distanceOf(record, measure); });
  return means;
}

std::vector<SamenessMeasure> measuresOf(const Table& table) {
  std::vector<SamenessMeasure> measures;
  for (const auto measure : kSamenessMeasures) {
    const auto has = [&](const Row& row) {
      return std::ranges::all_of(row, [&](const SweepRecord* record) { return isMeasured(*record, measure); });
    };
    if (has(table.floor) &&
        std::ranges::all_of(table.candidates, [&](const auto& candidate) { return has(candidate.second); }))
      measures.push_back(measure);
  }
  return measures;
}

CandidateScore scoreOf(const SweepResults& results, const SweepCandidate& candidate, const Row& row,
                       const SweepScores& scores) {
  CandidateScore score;
  score.candidate = candidate;
  score.cost = meanOf(row, [&](const SweepRecord& r) { return flopsOfRun(results.sweep, results.run, r); }) /
               results.run.totalLargeOnly;
  score.seconds = meanOf(row, [](const SweepRecord& r) { return r.secondsSampling + r.secondsDecoding; });
  if (scores.has(SamenessMeasure::Rmse)) score.psnr = meanOf(row, [](const SweepRecord& r) { return r.clip->psnr; });
  score.distances = meansOf(row, scores.measures);
  for (const auto measure : scores.measures) {
    const auto i = static_cast<std::size_t>(measure);
    score.samenessToSeed[i] = samenessOf(score.distances[i], scores.seedFloor[i]);
    score.samenessToSmall[i] = samenessOf(score.distances[i], scores.smallFloor[i]);
  }
  return score;
}

SweepScores scored(const SweepResults& results, SamenessMeasure by, std::optional<SamenessFloor> from,
                   std::span<const int> asked) {
  const auto table = tableOf(results, by, asked);
  SweepScores scores;
  scores.by = by;
  scores.measures = measuresOf(table);
  scores.steps = results.sweep.base.sampling.schedule.steps;
  scores.prompts = table.prompts;
  scores.cells = table.cells;
  const auto& small = table.candidates.at({0, 0});
  scores.seedFloor = meansOf(table.floor, scores.measures);
  scores.smallFloor = meansOf(small, scores.measures);
  const auto measure = static_cast<std::size_t>(by);
  scores.from = from.value_or(scores.seedFloor[measure] >= scores.smallFloor[measure] ? SamenessFloor::OtherSeed
                                                                                      : SamenessFloor::SmallModel);
  const bool isSeed = scores.from == SamenessFloor::OtherSeed;
  if ((isSeed ? scores.seedFloor : scores.smallFloor)[measure] <= 0)
    fail(ErrorKind::Invalid, "{} do not differ in {}: choose another measure or floor",
         isSeed ? "two seeds of the large model" : "the two models", toString(by));
  const auto floor = sumsByPrompt(isSeed ? table.floor : small, table.prompts, by);
  const auto resampled = resamplings(table.prompts.size());
  for (const auto& candidate : results.sweep.candidates) {
    auto score = scoreOf(results, candidate, table.candidates.at(candidate), scores);
    addInterval(score, sumsByPrompt(table.candidates.at(candidate), table.prompts, by), floor, resampled);
    scores.candidates.push_back(score);
  }
  // Among equally expensive ones, the nearest first.
  std::ranges::sort(scores.candidates, [&](const CandidateScore& a, const CandidateScore& b) {
    return a.cost != b.cost ? a.cost < b.cost : scores.sameness(a) > scores.sameness(b);
  });
  markFront(scores);
  return scores;
}

}  // namespace

std::string_view toString(SamenessMeasure measure) { return kNames.name(measure); }
std::optional<SamenessMeasure> samenessMeasureFromString(std::string_view text) { return kNames.value(text); }

std::string_view toString(SamenessFloor floor) { return kFloorNames.name(floor); }
std::optional<SamenessFloor> samenessFloorFromString(std::string_view text) { return kFloorNames.value(text); }

bool isMeasured(const SweepRecord& record, SamenessMeasure measure) {
  if (measure == SamenessMeasure::Dinov2) return record.perceptual.dinov2.has_value();
  if (measure == SamenessMeasure::Lpips) return record.perceptual.lpips.has_value();
  return measure == SamenessMeasure::Latents || record.clip;
}

SamenessMeasure measuredOr(const SweepResults& results, SamenessMeasure wanted) {
  if (isMeasuredAtAll(results, wanted)) return wanted;
  const bool isDecoded = results.records.empty() || isMeasuredAtAll(results, SamenessMeasure::Ssim);
  return isDecoded ? SamenessMeasure::Ssim : SamenessMeasure::Latents;
}

double distanceOf(const SweepRecord& record, SamenessMeasure measure) {
  if (!isMeasured(record, measure)) return 0;
  switch (measure) {
    case SamenessMeasure::Ssim:
      return 1 - record.clip->ssim;
    case SamenessMeasure::Latents:
      return record.latents;
    case SamenessMeasure::Rmse:
      return record.clip->rmse;
    case SamenessMeasure::Motion:
      return record.clip->motion;
    case SamenessMeasure::Flicker:
      return std::abs(record.clip->flicker - record.clip->referenceFlicker);
    case SamenessMeasure::Dinov2:
      return record.perceptual.dinov2.value_or(0);
    case SamenessMeasure::Lpips:
      return record.perceptual.lpips.value_or(0);
  }
  return 0;
}

const CandidateScore& SweepScores::of(const SweepCandidate& candidate) const {
  return *std::ranges::find(candidates, candidate, &CandidateScore::candidate);
}

Result<SweepScores> scoreSweep(const SweepResults& results, SamenessMeasure by, std::optional<SamenessFloor> from,
                               std::span<const int> prompts) {
  return guarded([&] { return scored(results, by, from, prompts); });
}

}  // namespace fb
