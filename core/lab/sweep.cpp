// SPDX-License-Identifier: MIT
#include "flowblend/sweep.h"

#include "base/guarded.h"
#include "lab/prompt_lines.h"
#include "lab/shared_steps.h"

#include <fmt/format.h>

#include <algorithm>
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
  if (candidate == SweepCandidate{steps, 0}) return "large model alone";
  if (candidate == SweepCandidate{0, 0}) return "small model alone";
  return fmt::format("{:.0f} % / {:.0f} %", 100.0 * candidate.early / steps, 100.0 * candidate.late / steps);
}

StageSchedule Sweep::scheduleOf(const SweepCandidate& candidate) const {
  auto schedule = base.sampling.schedule;
  schedule.early = static_cast<double>(candidate.early) / schedule.steps;
  schedule.late = static_cast<double>(candidate.late) / schedule.steps;
  return schedule;
}

std::uint64_t Sweep::otherSeed(std::uint64_t seed) const {
  const auto own = std::ranges::find(seeds, seed);
  if (seeds.size() < 2 || own == seeds.end()) return seed + 1;
  return std::next(own) == seeds.end() ? seeds.front() : *std::next(own);
}

std::string SweepRun::name() const {
  return fmt::format("p{:03}-s{}-e{:02}-l{:02}", prompt, seed, candidate.early, candidate.late);
}

double flopsOfRun(const CostEstimate& run, const StageSchedule& schedule) {
  return lab::costAfter(run, schedule, 0).flops + run.text.flops + run.decode.flops;
}

}  // namespace fb
