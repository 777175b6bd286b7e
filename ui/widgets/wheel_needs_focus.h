// SPDX-License-Identifier: MIT
// Fields in a scrolling panel that the wheel only changes while they have the focus: else it scrolls the panel.
#pragma once

class QWidget;

namespace fb::ui {

// GUI thread. The field also takes the focus by Tab and click alone.
void makeWheelNeedFocus(QWidget* field);

}  // namespace fb::ui
