// SPDX-License-Identifier: MIT
#include "flowblend/events.h"

#include "base/enum_names.h"

namespace fb {
namespace {

constexpr EnumNames<Phase, 5> kPhaseNames{{{Phase::Loading, "loading"},
                                           {Phase::Encoding, "encoding"},
                                           {Phase::Sampling, "sampling"},
                                           {Phase::Decoding, "decoding"},
                                           {Phase::Exporting, "exporting"}}};
constexpr EnumNames<GuardCheck, 3> kCheckNames{
    {{GuardCheck::None, "none"}, {GuardCheck::Passed, "passed"}, {GuardCheck::Refused, "refused"}}};

}  // namespace

std::string_view toString(Phase phase) { return kPhaseNames.name(phase); }

std::string_view toString(GuardCheck check) { return kCheckNames.name(check); }
std::optional<GuardCheck> guardCheckFromString(std::string_view text) { return kCheckNames.value(text); }

void RunControl::moveBoundaries(double early, double late) {
  const std::lock_guard lock(m_mutex);
  m_boundaries = Boundaries{early, late};
}

std::optional<RunControl::Boundaries> RunControl::movedBoundaries() const {
  const std::lock_guard lock(m_mutex);
  return m_boundaries;
}

void RunControl::setMemoryBudget(double gigabytes) {
  const std::lock_guard lock(m_mutex);
  m_memoryBudget = gigabytes;
}

std::optional<double> RunControl::memoryBudget() const {
  const std::lock_guard lock(m_mutex);
  return m_memoryBudget;
}

}  // namespace fb
