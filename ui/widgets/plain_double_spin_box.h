// SPDX-License-Identifier: MIT
// A spin box for decimal numbers that shows no more digits than the number has.
#pragma once

#include <QDoubleSpinBox>

namespace fb::ui {

// GUI thread. leastDecimals are shown even if they are zeros.
class PlainDoubleSpinBox : public QDoubleSpinBox {
  Q_OBJECT
public:
  PlainDoubleSpinBox(double minimum, double maximum, double step, int leastDecimals, QWidget* parent = nullptr);

  QString textFromValue(double value) const override;

private:
  int m_leastDecimals;
};

}  // namespace fb::ui
