// SPDX-License-Identifier: MIT
#include "flowblend/sweep.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/guarded.h"
#include "lab/shared_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace fb {

Result<std::vector<std::string>> readPrompts(const std::filesystem::path& file) {
  return guarded([&] {
    std::istringstream text(readTextFile(file));
    std::vector<std::string> prompts;
    for (std::string line; std::getline(text, line);) {
      if (prompts.empty() && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
      if (line.ends_with('\r')) line.pop_back();
      if (line.find_first_not_of(" \t") != std::string::npos) prompts.push_back(std::move(line));
    }
    if (prompts.empty()) fail(ErrorKind::Invalid, "{} has no prompt in it", file.string());
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
