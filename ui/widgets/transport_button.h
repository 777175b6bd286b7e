// SPDX-License-Identifier: MIT
// A tool button for an action, named for screen readers, that handles the space bar itself while it has the focus.
#pragma once

#include <QToolButton>

namespace fb::ui {

// Owned by a transport. Otherwise the space bar would play instead of pressing the button that the user tabbed to.
class TransportButton : public QToolButton {
  Q_OBJECT
public:
  TransportButton(const char* objectName, QAction* action, QWidget* parent);

protected:
  bool event(QEvent* event) override;
};

}  // namespace fb::ui
