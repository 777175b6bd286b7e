// SPDX-License-Identifier: MIT
#include "cli/sweep_tables.h"

#include "flowblend/counted.h"

#include <fmt/format.h>

#include <algorithm>

namespace fb::cli {
namespace {

double share(int steps, int of) { return static_cast<double>(steps) / of; }

// The columns of those that only some sweeps have.
template <class Write>
void forEachLearned(const SweepScores& scores, const Write& write) {
  for (const auto measure : {SamenessMeasure::Dinov2, SamenessMeasure::Lpips})
    if (std::ranges::find(scores.measures, measure) != scores.measures.end()) write(measure);
}

// Empty where they do not apply.
std::string rivalColumns(const SweepCandidate& candidate) {
  if (candidate.fewerSteps > 0) return fmt::format("{},,,,,", candidate.fewerSteps);
  switch (candidate.guard()) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      return fmt::format(",{},{},{},,", candidate.guardBound, candidate.guardEvery, candidate.guardReturns ? 1 : 0);
    case GuardRule::OneWay:
      return fmt::format(",,,,{},", candidate.guardChange);
    case GuardRule::SrDiffusion:
      return fmt::format(",,,,,{}", candidate.guardSettling);
  }
  return ",,,,,";
}

}  // namespace

std::string scoreTable(const SweepScores& scores) {
  constexpr std::size_t kNarrowest = 19;
  auto width = kNarrowest;
  for (const auto& score : scores.candidates)
    width = std::max(width, boundariesText(score.candidate, scores.steps).size());
  const bool isDecoded = scores.has(SamenessMeasure::Ssim);
  std::string table = fmt::format(
      "sameness by {}, from 0 ({}) to 1 (the large model's clip); {}, {} per row\n"
      "{:<{}}  cost  sameness  90 % interval  {}  latents",
      toString(scores.by),
      scores.from == SamenessFloor::OtherSeed ? "its clip with another seed" : "the small model's clip",
      counted(scores.prompts.size(), "prompt"), counted(scores.cells, "clip"), "early / late", width,
      isDecoded ? "  SSIM   PSNR" : "(not decoded)");
  forEachLearned(scores, [&](SamenessMeasure measure) { table += fmt::format("  {:>6}", toString(measure)); });
  for (const auto& score : scores.candidates) {
    table += fmt::format("\n{:<{}} {:4.0f} %  {:8.3f}  {:5.2f} to {:<5.2f}  {:>13}  {:7.3f}",
                         boundariesText(score.candidate, scores.steps), width, 100 * score.cost, scores.sameness(score),
                         score.low, score.high,
                         isDecoded ? fmt::format("{:6.3f}  {:5.1f}", 1 - score.distances[0], *score.psnr) : "",
                         score.distances[1]);
    forEachLearned(scores, [&](SamenessMeasure measure) {
      table += fmt::format("  {:6.3f}", score.distances[static_cast<std::size_t>(measure)]);
    });
    if (!score.isOnFront) table += "  dominated";
  }
  return table;
}

std::string scoreCsv(const SweepScores& scores) {
  std::string csv =
      "early,late,early_steps,late_steps,fewer_steps,guard_bound,guard_every,guard_returns,guard_change,"
      "guard_settling,cost,seconds,sameness,low,high,on_front,psnr";
  for (const auto measure : scores.measures)
    csv += fmt::format(",{0}_distance,{0}_sameness_to_seed,{0}_sameness_to_small", toString(measure));
  for (const auto& score : scores.candidates) {
    csv += fmt::format("\n{},{},{},{},{},{},{},{},{},{},{},{}", share(score.candidate.early, scores.steps),
                       share(score.candidate.late, scores.steps), score.candidate.early, score.candidate.late,
                       rivalColumns(score.candidate), score.cost, score.seconds, scores.sameness(score), score.low,
                       score.high, score.isOnFront ? 1 : 0, score.psnr ? fmt::format("{}", *score.psnr) : "");
    for (const auto measure : scores.measures) {
      const auto i = static_cast<std::size_t>(measure);
      csv += fmt::format(",{},{},{}", score.distances[i], score.samenessToSeed[i], score.samenessToSmall[i]);
    }
  }
  return csv;
}

nlohmann::ordered_json toJson(const CandidateScore& score, const SweepScores& scores) {
  nlohmann::ordered_json json{{"early", share(score.candidate.early, scores.steps)},
                              {"late", share(score.candidate.late, scores.steps)},
                              {"early_steps", score.candidate.early},
                              {"late_steps", score.candidate.late},
                              {"cost", score.cost},
                              {"seconds", score.seconds},
                              {"sameness", scores.sameness(score)},
                              {"low", score.low},
                              {"high", score.high},
                              {"on_front", score.isOnFront},
                              {"psnr", score.psnr ? nlohmann::ordered_json(*score.psnr) : nullptr}};
  if (score.candidate.fewerSteps > 0) json["fewer_steps"] = score.candidate.fewerSteps;
  switch (score.candidate.guard()) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      json["guard"] = {{"bound", score.candidate.guardBound},
                       {"every", score.candidate.guardEvery},
                       {"returns", score.candidate.guardReturns}};
      break;
    case GuardRule::OneWay:
      json["guard"] = {{"change", score.candidate.guardChange}};
      break;
    case GuardRule::SrDiffusion:
      json["guard"] = {{"settling", score.candidate.guardSettling}};
      break;
  }
  for (const auto measure : scores.measures) {
    const auto i = static_cast<std::size_t>(measure);
    json["measures"][std::string(toString(measure))] = {{"distance", score.distances[i]},
                                                        {"sameness_to_seed", score.samenessToSeed[i]},
                                                        {"sameness_to_small", score.samenessToSmall[i]}};
  }
  return json;
}

nlohmann::ordered_json toJson(const SweepScores& scores) {
  auto candidates = nlohmann::ordered_json::array();
  for (const auto& score : scores.candidates) candidates.push_back(toJson(score, scores));
  return {{"by", toString(scores.by)},        {"floor", toString(scores.from)}, {"steps", scores.steps},
          {"prompts", scores.prompts.size()}, {"clips", scores.cells},          {"candidates", candidates}};
}

}  // namespace fb::cli
