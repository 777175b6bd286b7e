// SPDX-License-Identifier: MIT
// The stage plot as presented to a screen reader: a slider whose value is the step of the boundary that the keys move.
#pragma once

namespace fb::ui {

// From then on, this is used for every DivergencePlot. GUI thread.
void makePlotsAccessible();

}  // namespace fb::ui
