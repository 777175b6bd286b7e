// SPDX-License-Identifier: MIT
// For fields in a scrolling panel: the wheel changes them only while they have the focus; otherwise it scrolls the
// panel.
#pragma once

class QWidget;

namespace fb::ui {

// GUI thread. The field also takes the focus only through Tab and click.
void makeWheelNeedFocus(QWidget* field);

}  // namespace fb::ui
