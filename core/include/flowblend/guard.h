// SPDX-License-Identifier: MIT
// The guard: a middle stage in which the large model has a say in when the small one takes over (docs/guard.md). The
// rules are pure arithmetic on what the steps so far report, so a run that continues after any step decides as one that
// was never interrupted. Values; safe on any thread.
#pragma once

#include "flowblend/events.h"
#include "flowblend/settings.h"

#include <optional>
#include <string>

namespace fb {

struct GuardPlan {
  GuardRule rule = GuardRule::None;
  // Verify: a check passes if the relative L2 divergence of the guided velocities is below. OneWay: the small model
  // takes over if the relative change of the predicted clean latents is below. SrDiffusion: it does if the velocity
  // settles, by less than this.
  double bound = 0;
  int every = 1;         // Verify: see Guard
  bool returns = false;  // Verify: see Guard

  explicit operator bool() const { return rule != GuardRule::None; }
  // Whether the rule goes by the large model alone and compares each of its steps with the one before.
  bool comparesSteps() const { return rule == GuardRule::OneWay || rule == GuardRule::SrDiffusion; }
  bool operator==(const GuardPlan&) const = default;
};
GuardPlan guardPlanOf(const SamplingSettings& sampling);

// What a step's report decides by this rule: whether the small model takes over. Absent if it decides nothing.
std::optional<bool> decisionOf(const GuardPlan& plan, const StepReport& report);

// A rule over the steps of one middle stage. The large model takes the first steps, and the small one, once it has been
// let, all further ones.
// Verify: the first step and each `every`-th after it are checks, until one passes. If it returns, the small model
// takes only the next steps then: `every` of them, and one more after each further check that passes. After one that is
// refused, the large model goes on, every `every`-th of its steps is a check, and the small model begins with `every`
// steps again.
// OneWay: from the second step on, each reports how much its predicted clean latents differ from those of the step
// before; the small model takes over once that is below the bound. SrDiffusion: from the second step on, each reports
// by which share its velocity differs from that of the step before, and from the third on, how much less that is than
// for the step before; the small model takes over once that is above 0 and below the bound.
class Guard {
public:
  explicit Guard(const GuardPlan& plan) : m_plan(plan), m_drafts(plan.every) {}

  struct Step {
    Model model = Model::Large;  // that takes the step
    bool isCheck = true;         // the other model is asked as well
  };
  Step next() const;
  // The step that was taken.
  void add(const StepReport& report);
  // What decides in the report of the next step, if it lets the small model take over or does not.
  StepReport foreseen(bool pass) const;

private:
  GuardPlan m_plan;
  int m_drafts;  // Verify, if it returns: of the small model, after the next check that passes
  Model m_going = Model::Large;
  int m_unchecked = 0;  // Verify: steps before the next check
  int m_taken = 0;
};

// Steps of a middle stage by what they cost.
struct GuardedSteps {
  int checks = 0;  // both models
  int large = 0, small = 0;
};
// What the next `intervals` steps of the stage are if the small model may take over as soon as that is decided, or
// never.
GuardedSteps guardedSteps(Guard guard, int intervals, bool pass);

// How many steps a middle stage has at least if the small model can take any of them, whatever its bound is; 1 without
// a guard.
int leastGuardedSteps(GuardRule rule);
// Why the guard cannot hand over to the small model whatever the run's steps report, since its middle stage has too few
// of them: a sentence, empty if it can. With bound 0, which asks for that, only a stage without steps counts.
std::string guardInVain(const SamplingSettings& sampling);

}  // namespace fb
