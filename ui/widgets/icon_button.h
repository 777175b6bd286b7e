// SPDX-License-Identifier: MIT
// A button of the prompt panel that shows its icon alone.
#pragma once

class QString;
class QToolButton;
class QWidget;

namespace fb::ui {

class Theme;

// GUI thread; owned by `parent`. Its words are for the caller to give.
QToolButton* iconButton(const Theme* theme, const QString& icon, const char* objectName, QWidget* parent);

}  // namespace fb::ui
