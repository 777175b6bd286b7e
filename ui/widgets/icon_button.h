// SPDX-License-Identifier: MIT
// A button of the prompt panel that shows only its icon.
#pragma once

class QString;
class QToolButton;
class QWidget;

namespace fb::ui {

class Theme;

// GUI thread; owned by `parent`. The caller sets its texts.
QToolButton* iconButton(const Theme* theme, const QString& icon, const char* objectName, QWidget* parent);

}  // namespace fb::ui
