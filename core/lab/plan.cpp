// SPDX-License-Identifier: MIT
#include "lab/plan.h"

#include "lab/join.h"
#include "lab/shared_steps.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace fb::lab {
namespace {

// The runs of one prompt and seed, which can share steps.
struct Group {
  int prompt = 0;
  std::uint64_t seed = 0;
  std::vector<SweepCandidate> candidates;
};

std::vector<Group> groupsOf(const Sweep& sweep) {
  std::vector<Group> groups;
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt) {
    for (const auto seed : sweep.seeds) groups.push_back({prompt, seed, sweep.candidates});
    for (const auto seed : sweep.seeds)
      if (const auto other = sweep.otherSeed(seed); std::ranges::find(sweep.seeds, other) == sweep.seeds.end())
        groups.push_back({prompt, other, {sweep.largeOnly()}});
  }
  return groups;
}

class GroupPlan {
public:
  GroupPlan(const Sweep& sweep, const Group& group, const FindRun& find) : m_sweep(sweep), m_group(group) {
    for (const auto& candidate : group.candidates) {
      const auto found = find(runOf(candidate));
      if (!found.isMeasured) m_toDo.push_back({candidate, found});
      m_states[candidate].insert(found.keptSteps.begin(), found.keptSteps.end());
    }
  }

  std::vector<SweepPlan::Step> steps() {
    std::vector<SweepPlan::Step> steps;
    for (std::size_t i = 0; i < m_toDo.size(); ++i) steps.push_back(stepOf(i));
    return steps;
  }

private:
  struct Source {
    std::optional<SweepCandidate> parent;
    int shared = 0;
  };
  struct ToDo {
    SweepCandidate candidate;
    FoundRun found;
  };

  SweepRun runOf(const SweepCandidate& candidate) const { return {m_group.prompt, m_group.seed, candidate}; }

  // The stored state with the most steps of this candidate.
  Source sourceOf(const SweepCandidate& candidate) const {
    Source best;
    for (const auto& [owner, states] : m_states) {
      if (owner == candidate) continue;
      const int common = sharedSteps(m_sweep, owner, candidate);
      const auto after = states.upper_bound(common);
      if (after != states.begin() && *std::prev(after) > best.shared) best = {owner, *std::prev(after)};
    }
    return best;
  }

  SweepPlan::Step stepOf(std::size_t index) {
    const auto& [candidate, found] = m_toDo[index];
    SweepPlan::Step step;
    step.run = runOf(candidate);
    step.continues = found.stepsDone > 0;
    if (step.continues) {
      step.shared = found.stepsDone;
      step.keepEvery = found.keepEvery;
    } else {
      const auto source = sourceOf(candidate);
      step.parent = source.parent;
      step.shared = source.shared;
      step.keepEvery = spacing(candidate, neededAfter(index, step.shared));
    }
    addStates(step);
    return step;
  }

  // The states that later runs have in common with this one and find nowhere else.
  std::set<int> neededAfter(std::size_t index, int first) const {
    std::set<int> needed;
    for (std::size_t i = index + 1; i < m_toDo.size(); ++i) {
      const auto& other = m_toDo[i];
      const int common = sharedSteps(m_sweep, m_toDo[index].candidate, other.candidate);
      if (other.found.stepsDone == 0 && common > std::max(first, sourceOf(other.candidate).shared))
        needed.insert(common);
    }
    return needed;
  }

  // The smallest keepEvery that keeps them; 0 if a run keeps all of them unasked, since the models change there.
  int spacing(const SweepCandidate& candidate, const std::set<int>& needed) const {
    const auto trajectory = trajectoryOf(m_sweep.scheduleOf(candidate));
    int every = 0;
    for (std::size_t i = 0; i + 1 < trajectory.size(); ++i)
      if (needed.contains(trajectory[i].end) && trajectory[i].model == trajectory[i + 1].model)
        every = std::gcd(every, static_cast<int>(i) + 1);
    return every;
  }

  void addStates(const SweepPlan::Step& step) {
    const auto trajectory = trajectoryOf(m_sweep.scheduleOf(step.run.candidate));
    auto& states = m_states[step.run.candidate];
    for (std::size_t i = 0; i + 1 < trajectory.size(); ++i) {
      const bool isKept = trajectory[i].model != trajectory[i + 1].model ||
                          (step.keepEvery > 0 && (i + 1) % static_cast<std::size_t>(step.keepEvery) == 0);
      if (trajectory[i].end > step.shared && isKept) states.insert(trajectory[i].end);
    }
  }

  const Sweep& m_sweep;
  const Group& m_group;
  std::vector<ToDo> m_toDo;
  std::map<SweepCandidate, std::set<int>> m_states;
};

std::vector<SweepPlan::Step> stepsOf(const Sweep& sweep, const FindRun& find) {
  std::vector<SweepPlan::Step> steps;
  for (const auto& group : groupsOf(sweep)) {
    auto planned = GroupPlan(sweep, group, find).steps();
    steps.insert(steps.end(), planned.begin(), planned.end());
  }
  return steps;
}

// Which prompts were encoded, if they are kept from run to run.
class KeptTexts {
public:
  explicit KeptTexts(bool keeps) : m_keeps(keeps) {}

  // Whether a run of this prompt that does not take its texts from another one encodes them.
  bool isEncoded(int prompt) {
    const bool isNew = m_known.insert(prompt).second;
    return isNew || !m_keeps;
  }

private:
  bool m_keeps;
  std::set<int> m_known;
};

// Which prompt each model has keys and values of, if it keeps them from run to run.
class KeptPrompts {
public:
  KeptPrompts(const CostEstimate& run, const StageSchedule& schedule) : m_run(run), m_schedule(schedule) {}

  // What a run of this prompt that takes so many steps of the model does not compute again, in FLOPs.
  double saved(Model model, int prompt, int steps) {
    if (!m_run.keepsPrompts || steps == 0) return 0;
    auto& last = m_last[static_cast<std::size_t>(model)];
    return std::exchange(last, prompt) == prompt ? promptFlops(m_run, m_schedule, model) : 0;
  }

private:
  const CostEstimate& m_run;
  const StageSchedule& m_schedule;
  std::array<std::optional<int>, 2> m_last;
};

// Also counts each run by itself.
SweepPlan::Amount amountOf(const Sweep& sweep, const CostEstimate& run, std::vector<SweepPlan::Step>& steps) {
  SweepPlan::Amount sum;
  sum.seconds = 0;
  const auto addTime = [&](const std::optional<double>& seconds) {
    if (sum.seconds && seconds)
      *sum.seconds += *seconds;
    else
      sum.seconds.reset();
  };
  KeptPrompts kept(run, sweep.base.sampling.schedule);
  KeptTexts texts(run.keepsTexts);
  for (auto& step : steps) {
    const auto schedule = sweep.scheduleOf(step.run.candidate);
    const auto amount = costAfter(sweep, run, step.run.candidate, step.shared);
    step.largeSteps = amount.largeSteps;
    step.smallSteps = amount.smallSteps;
    sum.largeSteps += amount.largeSteps;
    sum.smallSteps += amount.smallSteps;
    const int prompt = step.run.prompt;
    const double sampling = amount.flops - kept.saved(Model::Large, prompt, step.largeSteps) -
                            kept.saved(Model::Small, prompt, step.smallSteps);
    sum.sampling += sampling;
    step.flops = sampling;
    addTime(amount.seconds);
    const auto addPart = [&](const CostEstimate::Part& part) {
      step.flops += part.flops;
      addTime(part.seconds);
    };
    if (!sweep.latentsOnly) addPart(run.decode);
    if (isProbed(sweep, step.run) && step.largeSteps > 0) {
      // The small model's velocity on each of the large one's steps.
      const double probing = step.largeSteps * run.smallStep.flops + promptFlops(run, schedule, Model::Small) -
                             kept.saved(Model::Small, prompt, step.largeSteps);
      sum.sampling += probing;
      step.flops += probing;
      if (run.smallStep.seconds)
        addTime(step.largeSteps * *run.smallStep.seconds);
      else
        addTime(std::nullopt);
    }
    // A branch takes the texts from the other run, and a continued run has its own.
    if (!step.parent && !step.continues && texts.isEncoded(prompt)) addPart(run.text);
    sum.flops += step.flops;
  }
  sum.runs = static_cast<int>(steps.size());
  return sum;
}

}  // namespace

SweepPlan planOf(const Sweep& sweep, const CostEstimate& run, const FindRun& find) {
  SweepPlan plan;
  plan.run = run;
  plan.steps = stepsOf(sweep, find);
  plan.left = amountOf(sweep, run, plan.steps);
  auto all = stepsOf(sweep, [](const SweepRun&) { return FoundRun{}; });
  plan.whole = amountOf(sweep, run, all);
  return plan;
}

int saveEvery(const CostEstimate& run, int asked) {
  constexpr double kMostLost = 0.5;  // seconds
  const auto seconds = run.largeStep.seconds.value_or(0);
  if (seconds <= 0) return asked;
  const double most = settingOf(&RunOptions::saveEvery).range.max;
  return std::max(asked, static_cast<int>(std::min(most, kMostLost / seconds)));
}

}  // namespace fb::lab
