// SPDX-License-Identifier: MIT
// The stage plot as a screen reader meets it: a slider whose value is the step of the boundary that the keys move.
#pragma once

namespace fb::ui {

// From then on every DivergencePlot is met that way. GUI thread.
void makePlotsAccessible();

}  // namespace fb::ui
