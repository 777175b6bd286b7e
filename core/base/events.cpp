// SPDX-License-Identifier: MIT
#include "flowblend/events.h"

#include "base/enum_names.h"

namespace fb {
namespace {

constexpr EnumNames<Stage, 5> kStageNames{{{Stage::Loading, "loading"},
                                           {Stage::Encoding, "encoding"},
                                           {Stage::Sampling, "sampling"},
                                           {Stage::Decoding, "decoding"},
                                           {Stage::Exporting, "exporting"}}};

}  // namespace

std::string_view toString(Stage stage) { return kStageNames.name(stage); }

void RunControl::moveBoundaries(double early, double late) {
  const std::lock_guard lock(m_mutex);
  m_boundaries = Boundaries{early, late};
}

std::optional<RunControl::Boundaries> RunControl::movedBoundaries() const {
  const std::lock_guard lock(m_mutex);
  return m_boundaries;
}

}  // namespace fb
