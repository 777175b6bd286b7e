// SPDX-License-Identifier: MIT
// What the style sheet selects a widget by, changed while the widget is shown.
#pragma once

class QVariant;
class QWidget;

namespace fb::ui {

// Sets a property that the style sheet asks for, such as "role", and lets the sheet take effect. GUI thread.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

}  // namespace fb::ui
