// SPDX-License-Identifier: MIT
#include "flowblend/sweep.h"

#include "base/guarded.h"
#include "flowblend/counted.h"
#include "flowblend/guard.h"
#include "lab/join.h"
#include "lab/prompt_lines.h"
#include "lab/shared_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>

namespace fb {

bool isSetBySweep(const Setting& setting) {
  static const SettingMember members[] = {&ClipSpec::prompt, &SamplingSettings::seed, &StageSchedule::early,
                                          &StageSchedule::late};
  return std::ranges::find(members, setting.member) != std::end(members);
}

Result<std::vector<std::string>> readPrompts(const std::filesystem::path& file) {
  return guarded([&] {
    std::vector<std::string> prompts;
    for (auto& line : lab::readPromptLines(file)) prompts.push_back(std::move(line.text));
    return prompts;
  });
}

std::vector<SweepCandidate> sweepGrid(int steps, std::span<const double> early, std::span<const double> late) {
  std::vector<SweepCandidate> candidates{{steps, 0}, {0, 0}};
  for (const double first : early)
    for (const double last : late) {
      const StageSchedule schedule{first, last, steps};
      if (schedule.largeSteps() < steps) candidates.push_back({schedule.earlySteps(), schedule.lateSteps()});
    }
  lab::sortAsRun(candidates);
  return candidates;
}

std::string boundariesText(const SweepCandidate& candidate, int steps) {
  if (candidate.fewerSteps > 0) return "large model, " + counted(candidate.fewerSteps, "step");
  const auto stages =
      fmt::format("{:.0f} % / {:.0f} %", 100.0 * candidate.early / steps, 100.0 * candidate.late / steps);
  switch (candidate.guard()) {
    case GuardRule::None:
      break;
    case GuardRule::Verify: {
      const auto every =
          candidate.guardEvery == SweepRivals{}.guardEvery ? "" : fmt::format(" every {}", candidate.guardEvery);
      return fmt::format("{}guard {}{}, {}", candidate.guardReturns ? "returning " : "", candidate.guardBound, every,
                         stages);
    }
    case GuardRule::OneWay:
      return fmt::format("one-way guard {}, {}", candidate.guardChange, stages);
    case GuardRule::SrDiffusion:
      return fmt::format("SRDiffusion guard {}, {}", candidate.guardSettling, stages);
  }
  if (candidate == SweepCandidate{steps, 0}) return "large model alone";
  if (candidate == SweepCandidate{0, 0}) return "small model alone";
  return stages;
}

StageSchedule Sweep::scheduleOf(const SweepCandidate& candidate) const {
  auto schedule = base.sampling.schedule;
  if (candidate.fewerSteps > 0) return {1, 0, candidate.fewerSteps, 0};
  schedule.early = static_cast<double>(candidate.early) / schedule.steps;
  schedule.late = static_cast<double>(candidate.late) / schedule.steps;
  return schedule;
}

std::vector<SweepCandidate> Sweep::fixedBoundaries() const {
  auto fixed = candidates;
  std::erase_if(fixed, [](const SweepCandidate& candidate) { return candidate.isRival(); });
  return fixed;
}

std::uint64_t Sweep::otherSeed(std::uint64_t seed) const {
  const auto own = std::ranges::find(seeds, seed);
  if (seeds.size() < 2 || own == seeds.end()) return seed + 1;
  return std::next(own) == seeds.end() ? seeds.front() : *std::next(own);
}

std::string SweepRun::name() const {
  auto name = fmt::format("p{:03}-s{}-e{:02}-l{:02}", prompt, seed, candidate.early, candidate.late);
  if (candidate.fewerSteps > 0) name += fmt::format("-t{}", candidate.fewerSteps);
  switch (candidate.guard()) {
    case GuardRule::None:
      return name;
    case GuardRule::Verify:
      // The first of the two is what sweeps were made with before there was the other.
      return name +
             fmt::format("-{}{}-k{}", candidate.guardReturns ? 'g' : 'v', candidate.guardBound, candidate.guardEvery);
    case GuardRule::OneWay:
      return name + fmt::format("-c{}", candidate.guardChange);
    case GuardRule::SrDiffusion:
      return name + fmt::format("-d{}", candidate.guardSettling);
  }
  return name;
}

double flopsOfRun(const CostEstimate& run, const StageSchedule& schedule) {
  return lab::costAfter(run, schedule, 0).flops + run.text.flops + run.decode.flops;
}

double flopsOfRun(const Sweep& sweep, const CostEstimate& run, const SweepCandidate& candidate) {
  return lab::costAfter(sweep, run, candidate, 0).flops + run.text.flops + run.decode.flops;
}

double flopsOfRun(const Sweep& sweep, const CostEstimate& run, const SweepRecord& record) {
  if (!record.run.candidate.isGuarded()) return flopsOfRun(sweep, run, record.run.candidate);
  const auto sampling = lab::costOfSteps(run, sweep.base.sampling.schedule, record.largeSteps, record.smallSteps);
  return sampling.flops + run.text.flops + run.decode.flops;
}

namespace {

// Where checks begin, in per cent of the steps, as near as the grid has it. On the built-in pair, runs that were
// checked from here on cost what the best fixed boundaries do or up to 2 % less, those checked from 30 % on up to 4.5 %
// more (docs/guard.md).
constexpr int kCheckedFrom = 40;

// Between its first and its last value, evenly; all of them if there are no more than `count`.
std::vector<int> spread(const std::set<int>& values, int count) {
  const std::vector<int> all(values.begin(), values.end());
  if (count >= std::ssize(all)) return all;
  std::vector<int> chosen;
  for (int i = 0; i < count; ++i) {
    const double place = count > 1 ? i * static_cast<double>(all.size() - 1) / (count - 1) : 0;
    chosen.push_back(all[static_cast<std::size_t>(std::lround(place))]);
  }
  return chosen;
}

// Numbers of steps with which the large model alone costs as much as one of the candidates.
std::set<int> stepsOfEqualWork(const Sweep& sweep, const std::vector<SweepCandidate>& grid, const CostEstimate& run) {
  std::set<int> steps;
  const int all = sweep.base.sampling.schedule.steps;
  const double whole = flopsOfRun(sweep, run, sweep.largeOnly());
  for (const auto& candidate : grid) {
    const double saved = whole - flopsOfRun(sweep, run, candidate);
    const int fewer = all - static_cast<int>(std::lround(saved / run.largeStep.flops));
    if (fewer > 0 && fewer < all) steps.insert(fewer);
  }
  return steps;
}

}  // namespace

std::vector<SweepCandidate> rivalsOf(const Sweep& sweep, const SweepRivals& rivals, const CostEstimate& run) {
  std::vector<SweepCandidate> grid;
  for (const auto& candidate : sweep.fixedBoundaries())
    if (candidate != sweep.largeOnly() && candidate.early > 0) grid.push_back(candidate);
  std::set<int> early, late;
  for (const auto& candidate : grid) {
    early.insert(candidate.early);
    late.insert(candidate.late);
  }
  std::vector<SweepCandidate> added;
  for (const int fewer : spread(stepsOfEqualWork(sweep, grid, run), rivals.fewerSteps))
    added.push_back({fewer, 0, fewer});
  // Without a grid, every step is the guard's.
  const int shortest = early.empty() ? 0 : *early.begin();
  const int checked = early.empty() ? 0 : std::ranges::min(early, {}, [&](int steps) {
    return std::abs(steps - kCheckedFrom * sweep.base.sampling.schedule.steps / 100.);
  });
  // The sweep's first rival under this rule: further ones are compared with it, whatever the grid is by now.
  const auto knownUnder = [&](GuardRule rule) -> std::optional<SweepCandidate> {
    const auto known = std::ranges::find(sweep.candidates, rule, &SweepCandidate::guard);
    return known == sweep.candidates.end() ? std::nullopt : std::optional(*known);
  };
  // The late stage leaves the guard as many steps as it takes to hand over.
  const auto lastAfter = [&](int first, GuardRule rule) {
    const int most = sweep.base.sampling.schedule.steps - first - leastGuardedSteps(rule);
    return std::clamp(late.empty() ? 0 : *late.rbegin(), 0, std::max(most, 0));
  };
  const auto under = [&](GuardRule rule, int first, double SweepCandidate::*bound, const std::vector<double>& values) {
    auto rival = knownUnder(rule).value_or(SweepCandidate{first, lastAfter(first, rule)});
    if (rule == GuardRule::Verify) rival.guardEvery = rivals.guardEvery;
    for (const double value : values) {
      rival.*bound = value;
      added.push_back(rival);
    }
  };
  under(GuardRule::Verify, checked, &SweepCandidate::guardBound, rivals.guardBounds);
  under(GuardRule::OneWay, shortest, &SweepCandidate::guardChange, rivals.guardChanges);
  under(GuardRule::SrDiffusion, shortest, &SweepCandidate::guardSettling, rivals.guardSettlings);
  if (rivals.smallFirst)
    for (const int last : late)
      if (last > 0) added.push_back({0, last});
  return added;
}

Result<Sweep> withRivals(Engine& engine, const Sweep& sweep, const SweepRivals& rivals) {
  if (rivals == SweepRivals{}) return sweep;
  return guarded([&] {
    const auto cost = valueOrFail(engine.estimateCost(lab::requestOf(sweep, {0, sweep.seeds.front(), {0, 0}})));
    auto both = sweep;
    const int steps = sweep.base.sampling.schedule.steps;
    for (const auto& rival : rivalsOf(sweep, rivals, cost)) {
      if (std::ranges::find(both.candidates, rival) != both.candidates.end()) continue;
      if (const int least = leastGuardedSteps(rival.guard()); rival.isGuarded() && steps - rival.early < least)
        fail(ErrorKind::Invalid,
             "{}: this guard needs {} after the early stage before the small model can take one, and the sweep has {}: "
             "leave this rival out, or sweep more steps",
             boundariesText(rival, steps), least, steps - rival.early);
      both.candidates.push_back(rival);
    }
    lab::sortAsRun(both.candidates);
    return both;
  });
}

}  // namespace fb
