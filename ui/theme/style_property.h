// SPDX-License-Identifier: MIT
// Changes a property by which the style sheet selects a widget, while the widget is shown.
#pragma once

class QVariant;
class QWidget;

namespace fb::ui {

// Sets a property that the style sheet uses, such as "role", and applies the style sheet. GUI thread.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

}  // namespace fb::ui
