// SPDX-License-Identifier: MIT
// A drop-down list that may be narrower than its entries.
#pragma once

#include <QComboBox>

namespace fb::ui {

// Qt cuts the text of a closed list at the edge, in the middle of a letter; this one ends it with an ellipsis.
// GUI thread; owned by its parent.
class ElidedComboBox : public QComboBox {
public:
  using QComboBox::QComboBox;

protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace fb::ui
