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

}  // namespace

std::string_view toString(Phase phase) { return kPhaseNames.name(phase); }

void RunControl::moveBoundaries(double early, double late) {
  const std::lock_guard lock(m_mutex);
  m_boundaries = Boundaries{early, late};
}

std::optional<RunControl::Boundaries> RunControl::movedBoundaries() const {
  const std::lock_guard lock(m_mutex);
  return m_boundaries;
}

}  // namespace fb
