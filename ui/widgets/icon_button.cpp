// SPDX-License-Identifier: MIT
#include "widgets/icon_button.h"

#include "theme/theme.h"

#include <QToolButton>

namespace fb::ui {

QToolButton* iconButton(const Theme* theme, const QString& icon, const char* objectName, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setObjectName(QLatin1String(objectName));
  button->setIcon(theme->icon(icon));
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace fb::ui
