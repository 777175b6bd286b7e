// SPDX-License-Identifier: MIT
#include "flowblend/guard.h"

#include <limits>

namespace fb {

GuardPlan guardPlanOf(const SamplingSettings& sampling) {
  switch (sampling.guard) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      return {sampling.guard, sampling.guardBound, sampling.guardEvery};
    case GuardRule::OneWay:
      return {sampling.guard, sampling.guardChange};
  }
  return {};
}

Guard::Step Guard::next() const {
  if (m_plan.rule == GuardRule::OneWay || m_unchecked > 0) return {m_going, false};
  return {};
}

void Guard::add(const StepReport& report) {
  ++m_taken;
  if (m_plan.rule == GuardRule::OneWay) {
    if (report.change && *report.change < m_plan.bound) m_going = Model::Small;
    return;
  }
  switch (report.check) {
    case GuardCheck::None:
      if (m_unchecked > 0) --m_unchecked;
      break;
    case GuardCheck::Passed:
      m_going = Model::Small;
      m_unchecked = m_drafts++;
      break;
    case GuardCheck::Refused:
      m_going = Model::Large;
      m_unchecked = m_plan.every - 1;
      m_drafts = m_plan.every;
      break;
  }
}

StepReport Guard::foreseen(bool pass) const {
  const auto step = next();
  StepReport report;
  report.model = step.model;
  if (step.isCheck) report.check = pass ? GuardCheck::Passed : GuardCheck::Refused;
  if (m_plan.rule == GuardRule::OneWay && m_going == Model::Large && m_taken > 0)
    report.change = pass ? 0 : std::numeric_limits<double>::infinity();
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

}  // namespace fb
