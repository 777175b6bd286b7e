// SPDX-License-Identifier: MIT
#include "flowblend/guard.h"

#include "flowblend/counted.h"

#include <fmt/format.h>

#include <limits>

namespace fb {

GuardPlan guardPlanOf(const SamplingSettings& sampling) {
  switch (sampling.guard) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      return {sampling.guard, sampling.guardBound, sampling.guardEvery, sampling.guardReturns};
    case GuardRule::OneWay:
      return {sampling.guard, sampling.guardChange};
    case GuardRule::SrDiffusion:
      return {sampling.guard, sampling.guardSettling};
  }
  return {};
}

std::optional<bool> decisionOf(const GuardPlan& plan, const StepReport& report) {
  switch (plan.rule) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      if (report.check != GuardCheck::None) return report.check == GuardCheck::Passed;
      break;
    case GuardRule::OneWay:
      if (report.change) return *report.change < plan.bound;
      break;
    case GuardRule::SrDiffusion:
      if (report.settling) return *report.settling > 0 && *report.settling < plan.bound;
      break;
  }
  return {};
}

Guard::Step Guard::next() const {
  const bool isChecked = m_going == Model::Large || m_plan.returns;
  if (m_plan.rule == GuardRule::Verify && isChecked && m_unchecked == 0) return {Model::Large, true};
  return {m_going, false};
}

void Guard::add(const StepReport& report) {
  ++m_taken;
  const auto decision = decisionOf(m_plan, report);
  if (!decision) {
    if (m_unchecked > 0) --m_unchecked;
    return;
  }
  if (*decision || m_plan.returns) m_going = *decision ? Model::Small : Model::Large;
  m_unchecked = m_plan.every - 1;
  if (!m_plan.returns) return;
  if (*decision)
    m_unchecked = m_drafts++;
  else
    m_drafts = m_plan.every;
}

StepReport Guard::foreseen(bool pass) const {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  const auto step = next();
  StepReport report;
  report.model = step.model;
  if (step.isCheck) report.check = pass ? GuardCheck::Passed : GuardCheck::Refused;
  if (step.model != Model::Large) return report;
  if (m_plan.rule == GuardRule::OneWay && m_taken > 0) report.change = pass ? 0 : kNever;
  if (m_plan.rule == GuardRule::SrDiffusion && m_taken > 0) report.velocityChange = 0;
  if (m_plan.rule == GuardRule::SrDiffusion && m_taken > 1) report.settling = pass ? m_plan.bound / 2 : kNever;
  return report;
}

GuardedSteps guardedSteps(Guard guard, int intervals, bool pass) {
  GuardedSteps steps;
  for (int i = 0; i < intervals; ++i) {
    const auto next = guard.next();
    ++(next.isCheck ? steps.checks : next.model == Model::Large ? steps.large : steps.small);
    guard.add(guard.foreseen(pass));
  }
  return steps;
}

int leastGuardedSteps(GuardRule rule) {
  if (rule == GuardRule::None) return 1;
  constexpr double kSomeBound = 1;
  int steps = 1;
  while (guardedSteps(Guard(GuardPlan{rule, kSomeBound}), steps, true).small == 0) ++steps;
  return steps;
}

std::string guardInVain(const SamplingSettings& sampling) {
  const auto plan = guardPlanOf(sampling);
  if (!plan) return {};
  const int steps = sampling.schedule.smallSteps(), least = leastGuardedSteps(plan.rule);
  if (steps == 0) return "guard has no effect: the early and the late stage leave no step between them";
  if (steps >= least || plan.bound <= 0) return {};
  return fmt::format(
      "guard has no effect: {} lets the small model take over after {} of the middle stage at the earliest, but that "
      "has only {}, so all are the large model's: set early or late lower, or guard to none",
      toString(plan.rule), counted(least - 1, "step"), steps);
}

}  // namespace fb
