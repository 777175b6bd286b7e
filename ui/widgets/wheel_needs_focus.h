// SPDX-License-Identifier: MIT
// The wheel scrolls; it changes a field only if that has the focus.
#pragma once

#include <QObject>

namespace fb::ui {

// While it exists, this holds for every choice, number and slider of the program. They do not get the focus by the
// wheel either. Owned by the window. GUI thread.
class WheelNeedsFocus : public QObject {
  Q_OBJECT
public:
  explicit WheelNeedsFocus(QObject* parent = nullptr);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace fb::ui
