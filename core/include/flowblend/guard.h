// SPDX-License-Identifier: MIT
// The guard: a middle stage in which the large model checks, from time to time, whether the small one may go on
// (docs/guard.md). The rule is pure arithmetic on what the steps so far report, so a run that continues after any step
// decides as one that was never interrupted. Values; safe on any thread.
#pragma once

#include "flowblend/events.h"

namespace fb {

// The rule over the steps of one middle stage. Its first step is a check. A check that passes leaves the next steps to
// the small model: `every` of them, and one more after each further check that passes. After one that is refused, the
// large model goes on, every `every`-th of its steps is a check, and the small model begins with `every` steps again.
class Guard {
public:
  explicit Guard(int every) : m_every(every > 1 ? every : 1), m_drafts(m_every) {}

  struct Step {
    Model model = Model::Large;  // that takes the step
    bool isCheck = true;         // the other model is asked as well
  };
  Step next() const { return m_unchecked > 0 ? Step{m_going, false} : Step{}; }
  // The step that was taken.
  void add(const StepReport& report);

private:
  int m_every;
  int m_drafts;  // of the small model, after the next check that passes
  Model m_going = Model::Large;
  int m_unchecked = 0;  // steps of that model before the next check
};

// Steps of a middle stage by what they cost.
struct GuardedSteps {
  int checks = 0;  // both models
  int large = 0, small = 0;
};
// What the next `intervals` steps of the stage are if all of their checks pass, or none does.
GuardedSteps guardedSteps(Guard guard, int intervals, bool pass);

}  // namespace fb
