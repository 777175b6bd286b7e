// SPDX-License-Identifier: MIT
#include "widgets/plain_double_spin_box.h"

namespace fb::ui {

PlainDoubleSpinBox::PlainDoubleSpinBox(double minimum, double maximum, double step, int leastDecimals, QWidget* parent)
    : QDoubleSpinBox(parent), m_leastDecimals(leastDecimals) {
  setDecimals(3);
  setRange(minimum, maximum);
  setSingleStep(step);
  setKeyboardTracking(false);
}

QString PlainDoubleSpinBox::textFromValue(double value) const {
  for (int digits = m_leastDecimals; digits < decimals(); ++digits) {
    const QString text = QString::number(value, 'f', digits);
    if (qAbs(text.toDouble() - value) < 5e-4) return locale().toString(value, 'f', digits);
  }
  return locale().toString(value, 'f', decimals());
}

}  // namespace fb::ui
