// SPDX-License-Identifier: MIT
// The guard: a middle stage in which the large model has a say in when the small one takes over (docs/guard.md). The
// rules are pure arithmetic on what the steps so far report, so a run that continues after any step decides as one that
// was never interrupted. Values; safe on any thread.
#pragma once

#include "flowblend/events.h"
#include "flowblend/settings.h"

namespace fb {

struct GuardPlan {
  GuardRule rule = GuardRule::None;
  // Verify: a check passes if the relative L2 divergence of the guided velocities is below. OneWay: the small model
  // takes over if the relative change of the predicted clean latents is below.
  double bound = 0;
  int every = 1;  // Verify: see Guard

  explicit operator bool() const { return rule != GuardRule::None; }
  bool operator==(const GuardPlan&) const = default;
};
GuardPlan guardPlanOf(const SamplingSettings& sampling);

// A rule over the steps of one middle stage.
// Verify: its first step is a check. A check that passes leaves the next steps to the small model: `every` of them, and
// one more after each further check that passes. After one that is refused, the large model goes on, every `every`-th
// of its steps is a check, and the small model begins with `every` steps again. OneWay: the large model takes the first
// steps. From the second on, each reports how much its predicted clean latents differ from those of the step before;
// once that is below the bound, the small model takes all further steps.
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
  // What decides in the report of the next step, if it lets the small model go on or does not.
  StepReport foreseen(bool pass) const;

private:
  GuardPlan m_plan;
  int m_drafts;  // of the small model, after the next check that passes
  Model m_going = Model::Large;
  int m_unchecked = 0;  // steps of that model before the next check
  int m_taken = 0;
};

// Steps of a middle stage by what they cost.
struct GuardedSteps {
  int checks = 0;  // both models
  int large = 0, small = 0;
};
// What the next `intervals` steps of the stage are if the small model may go on wherever that is decided, or never.
GuardedSteps guardedSteps(Guard guard, int intervals, bool pass);

}  // namespace fb
