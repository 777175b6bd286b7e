// SPDX-License-Identifier: MIT
#include "widgets/transport_button.h"

#include <QAction>
#include <QKeyEvent>

namespace fb::ui {

TransportButton::TransportButton(const char* objectName, QAction* action, QWidget* parent) : QToolButton(parent) {
  setObjectName(QLatin1String(objectName));
  setAutoRaise(true);
  setFocusPolicy(Qt::TabFocus);
  setDefaultAction(action);
  const auto name = [this, action] { setAccessibleName(action->iconText()); };
  connect(action, &QAction::changed, this, name);
  name();
}

bool TransportButton::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
    event->accept();
  return QToolButton::event(event);
}

}  // namespace fb::ui
