// SPDX-License-Identifier: MIT
#include "flowblend/guard.h"

namespace fb {

void Guard::add(const StepReport& report) {
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
      m_unchecked = m_every - 1;
      m_drafts = m_every;
      break;
  }
}

GuardedSteps guardedSteps(Guard guard, int intervals, bool pass) {
  GuardedSteps steps;
  for (int i = 0; i < intervals; ++i) {
    const auto next = guard.next();
    ++(next.isCheck ? steps.checks : next.model == Model::Large ? steps.large : steps.small);
    StepReport report;
    if (next.isCheck) report.check = pass ? GuardCheck::Passed : GuardCheck::Refused;
    guard.add(report);
  }
  return steps;
}

}  // namespace fb
