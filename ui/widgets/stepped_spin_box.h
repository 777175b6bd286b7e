// SPDX-License-Identifier: MIT
// A spin box that accepts only base + k * step.
#pragma once

#include <QSpinBox>

#include <optional>

namespace fb::ui {

// GUI thread. A number typed between the valid values becomes the nearest one when editing ends, and snapped() reports
// it.
class SteppedSpinBox : public QSpinBox {
  Q_OBJECT
public:
  explicit SteppedSpinBox(QWidget* parent = nullptr);

  // From the first valid value not below `minimum` to the last not above `maximum`.
  void setLegal(int base, int step, int minimum, int maximum);
  int nearestLegal(int value) const;
  void setNearest(int value) { setValue(nearestLegal(value)); }

  void stepBy(int steps) override;

Q_SIGNALS:
  void snapped(int typed, int legal);

protected:
  QValidator::State validate(QString& text, int& position) const override;
  void fixup(QString& text) const override;

private:
  std::optional<int> numberIn(QString text) const;

  int m_base = 0;
  mutable std::optional<int> m_typed;  // the invalid number that fixup() replaced, until editing ends
};

}  // namespace fb::ui
