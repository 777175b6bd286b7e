// SPDX-License-Identifier: MIT
// A tool button of an action, named for screen readers, that keeps the space bar for itself while it has the focus.
#pragma once

#include <QToolButton>

namespace fb::ui {

// Owned by a transport. Without it the space bar would play instead of pressing the button that the user tabbed to.
class TransportButton : public QToolButton {
  Q_OBJECT
public:
  TransportButton(const char* objectName, QAction* action, QWidget* parent);

protected:
  bool event(QEvent* event) override;
};

}  // namespace fb::ui
